// Copying a citation: the words come from the server, stand in view so that they can be read or copied by hand, and go to the clipboard.
import { h, replace } from "../base/dom";
import { words } from "../base/api";
import { t } from "../base/language";

export function citation(path: string): HTMLElement {
  const out = h("div.cited", { role: "status" });
  const one = (style: string, name: string): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        onclick: async () => {
          try {
            const text = await words(`${path}/citation`, { style });
            let done = true;
            try {
              await navigator.clipboard.writeText(text);
            } catch {
              done = false; // no clipboard without https or permission
            }
            replace(out, h("p.muted", null, t(done ? "cite.copied" : "cite.by_hand")), h("pre", { tabindex: 0 }, text));
          } catch {
            replace(out, h("p", null, t("cite.failed")));
          }
        },
      },
      name,
    );
  return h("div.cite", null, h("span.muted", null, t("cite.copy")), one("gbt7714", "GB/T 7714"), one("bibtex", "BibTeX"), out);
}
