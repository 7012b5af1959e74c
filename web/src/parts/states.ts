// Waiting, failing, empty, missing: each with a sentence that says what it is and what can be done.
import { Problem, use_token } from "../base/api";
import { h, type Child } from "../base/dom";
import { t } from "../base/language";

export const waiting = (): Node => h("p.state", { role: "status" }, t("state.waiting"));

export const empty = (says: Child, ...advice: Child[]): Node =>
  h("div.state", null, h("p", null, says), advice.length ? h("p.muted", null, advice) : null);

// A list without entries: nothing fits what was asked, or nothing is there yet.
export const nothing = (asked: Record<string, string | null>, whole: string): Node =>
  Object.entries(asked).some(([k, v]) => v && k !== "cursor" && k !== "limit")
    ? empty(t("list.none"), h("a", { href: whole }, t("list.none.advice")))
    : empty(t("list.empty"), t("overview.none.advice"));

export const missing = (detail = ""): Node =>
  h(
    "section.state",
    null,
    h("h1", { tabindex: -1 }, t("state.missing")),
    h("p", null, detail || t("state.missing.says")),
    h("p", null, h("a", { href: "/" }, t("nav.overview")), " · ", h("a", { href: "/search" }, t("nav.search"))),
  );

// Reading wants a token: a field for it.
function token_form(again: () => void): HTMLElement {
  const field = h<HTMLInputElement>("input", { type: "password", id: "token", autocomplete: "off", required: true });
  const form = {
    onsubmit: (e: Event) => {
      e.preventDefault();
      use_token(field.value.trim());
      again();
    },
  };
  return h("form.day", form, h("label", { for: "token" }, t("state.token")), field, h("button", { type: "submit" }, t("state.token.use")));
}

export function failed(error: unknown, again: () => void): Node {
  const problem = error instanceof Problem ? error : null;
  if (problem?.status === 404) return missing();
  const says =
    problem === null
      ? t("state.failed.bug", { what: (error as Error).message })
      : problem.status === 0
        ? t("state.failed.unreachable")
        : problem.status === 401 || problem.status === 403
          ? t("state.failed.token")
          : problem.status === 429 || problem.status === 503
            ? t("state.failed.busy")
            : t("state.failed.said", { status: problem.status, what: [problem.title, problem.detail].filter(Boolean).join(": ") });
  return h(
    "section.state",
    { role: "alert" },
    h("h1", { tabindex: -1 }, t("state.failed")),
    h("p", null, says),
    problem?.status === 401 ? token_form(again) : h("p", null, h("button", { type: "button", onclick: again }, t("state.again"))),
  );
}
