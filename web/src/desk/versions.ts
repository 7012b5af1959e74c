// Every version of the draft, who made it and how; each can be looked at and made the draft again. The latest change can be undone.
import { h, join, replace } from "../base/dom";
import type { Board } from "./board";
import { draft_of } from "./board";
import { says } from "./failures";
import { moment, of, what, who } from "./pieces";
import { t } from "./texts";

export function versions(board: Board, look: (version: number) => void): HTMLElement {
  const list = h("ol.versions");
  const wrong = h("div", { role: "alert" });
  async function back(version: number): Promise<void> {
    replace(wrong);
    try {
      const old = await draft_of(board.issue, version);
      if (await board.act({ op: "source", text: old.source }, (draft) => t("did.back", { version, now: draft.version })))
        list.querySelector<HTMLElement>("button")?.focus();
    } catch (error) {
      replace(wrong, h("p.note", null, says(error)));
    }
  }
  const draw = (): void =>
    replace(
      list,
      [...board.draft.versions]
        .sort((a, b) => b.version - a.version)
        .map((v) => {
          const editions = board.draft.editions.filter((e) => e.version === v.version);
          const now = v.version === board.draft.version;
          return h(
            "li",
            { "aria-current": now ? "true" : null },
            h("p", null, h("b", null, t("version", { n: v.version })), " ", what(v), now ? h("span.muted", null, t("version.now")) : null),
            h("p.meta", null, join([who(v.by), moment(v.at), v.parent && v.parent !== v.version - 1 ? t("version.from", { n: v.parent }) : null])),
            editions.map((e) => h("p.meta", null, t("version.edition", { n: e.edition }))),
            h(
              "p.acts",
              null,
              h("button", { type: "button", onclick: () => look(v.version), "aria-label": of(t("version.look"), t("version", { n: v.version })) }, t("version.look")),
              now ? null : h("button", { type: "button", onclick: () => void back(v.version), "aria-label": of(t("version.back"), t("version", { n: v.version })) }, t("version.back")),
            ),
          );
        }),
    );
  board.on("moved", draw);
  draw();
  return h("div", null, h("p.hint", null, t("versions.says")), wrong, list);
}
