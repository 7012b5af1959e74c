// The desk's door: the token for writing, given once a window, and words where the server has no desk.
import { Problem, use_token } from "../base/api";
import { h } from "../base/dom";
import type { Drawn } from "../base/page";
import { heading } from "../parts/pieces";
import { t } from "./texts";

// The page, or its door where the server asks for the token or has no desk; other failures go on.
export async function behind_token(title: string, again: () => void, page: () => Promise<Drawn>): Promise<Drawn> {
  try {
    return await page();
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 401 && error.status !== 403)) throw error;
    if (error.status === 403) return { title, body: [heading(title), h("p.lead", null, t("desk.off")), h("pre", null, "fengbiao serve ec.fb --desk --token-file FILE")] };
    const field = h<HTMLInputElement>("input", { type: "password", id: "token", autocomplete: "off", required: true });
    return {
      title,
      body: [
        heading(title),
        h("p.lead", null, t("token.ask")),
        h(
          "form.day",
          {
            onsubmit: (e: Event) => {
              e.preventDefault();
              use_token(field.value.trim());
              again();
            },
          },
          h("label", { for: "token" }, t("token")),
          field,
          h("button", { type: "submit" }, t("token.use")),
        ),
      ],
    };
  }
}
