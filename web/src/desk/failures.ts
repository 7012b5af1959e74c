// Refusals of the server in words for the editor.
import { Problem } from "../base/api";
import { t as ui } from "../base/language";
import { t } from "./texts";

export function says(error: unknown): string {
  if (!(error instanceof Problem)) return ui("state.failed.bug", { what: error instanceof Error ? error.message : String(error) });
  if (error.status === 0) return ui("state.failed.unreachable");
  if (error.status === 401) return t("token.wrong");
  if (error.status === 429 || error.status === 503) return ui("state.failed.busy");
  if (error.kind === "errors-open") return t("publish.refused");
  return t("refused", { what: error.detail || error.title });
}
