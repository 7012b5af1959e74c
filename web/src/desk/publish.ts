// Publishing: what stands in the way, by whom, from the second edition on with a notice of what was wrong; and the printed forms of the
// draft and of every edition, to be taken away.
import { fetch_file } from "../base/api";
import { h, join, replace, type Child } from "../base/dom";
import { mixed } from "../base/language";
import { zh } from "../parts/pieces";
import { editor, file_address, sign, type Board } from "./board";
import { says } from "./failures";
import { moment, who } from "./pieces";
import { t } from "./texts";

const FORMS = [
  ["pdf", "pdf", "PDF"],
  ["epub", "epub", "EPUB"],
  ["html", "html", "HTML"],
  ["txt", "txt", "TXT"],
  ["atom", "atom", "Atom"],
  ["json", "json", "JSON Feed"],
  ["eml", "eml", "EML"],
] as const;

export function publishing(board: Board, to_checks: () => void): HTMLElement {
  const body = h("div");
  const state = h("p.files-state", { role: "status" });
  let correction = "";

  function files(of: { version?: number; edition?: number }, name: string): HTMLElement {
    const fetching = (address: string, file: string, form: string) => (e: Event) => {
      e.preventDefault();
      replace(state, t("file.making", { form }));
      fetch_file(address, file).then(
        () => replace(state, t("file.made", { file })),
        (error: unknown) => replace(state, mixed(t("file.failed", { form }) + says(error))),
      );
    };
    return h(
      "ul.files",
      null,
      FORMS.map(([format, ending, form]) => {
        const address = file_address(board.issue, format, of);
        const file = `${name}.${ending}`;
        return h("li", null, h("a", { href: address, download: file, onclick: fetching(address, file, form) }, form));
      }),
    );
  }
  function form(): HTMLElement {
    const next = board.edition + 1;
    const by = h<HTMLInputElement>("input", { id: "publish-by", required: true, value: editor(), autocomplete: "name" });
    const notice = h<HTMLTextAreaElement>("textarea", { id: "publish-correction", required: true, rows: 3, lang: "zh-CN", oninput: () => (correction = notice.value) });
    notice.value = correction;
    const wrong = h("div");
    return h(
      "form.edit",
      {
        id: "publish",
        "aria-label": t("pane.publish"),
        onsubmit: (e: Event) => {
          e.preventDefault();
          sign(by.value.trim());
          void board
            .publish(next > 1 ? notice.value.trim() : "", (draft) => t("did.published", { n: draft.editions.at(-1)?.edition ?? next, version: draft.version }))
            .then((done) => {
              if (!done) return replace(wrong, board.later.length ? null : h("p.note", null, mixed(board.trouble)));
              correction = "";
              draw();
              body.querySelector<HTMLElement>("h3.edition")?.focus();
            });
        },
      },
      h("div.field", null, h("label", { for: "publish-by" }, t("editor")), by),
      next > 1
        ? h("div.field", null, h("label", { for: "publish-correction" }, t("publish.correction")), notice, h("p.hint", null, t("publish.correction.says", { n: board.edition })))
        : null,
      wrong,
      h("p.buttons", null, h("button.main", { type: "submit" }, t("publish.go", { n: next }))),
    );
  }
  function standing(): Child {
    const open = board.findings?.open_errors ?? 0;
    if (board.checking !== null) return h("p.muted", null, t("checks.waiting", { version: board.draft.version }));
    if (!open) return h("p", null, t("publish.free"));
    return h("p.note", null, t("publish.held", { n: open }), " ", h("button", { type: "button", onclick: to_checks }, t("publish.see")));
  }
  const held = h("div", { role: "status" });
  function draw(): void {
    replace(held, standing());
    replace(
      body,
      form(),
      [...board.draft.editions].reverse().map((e) =>
        h(
          "section",
          null,
          h("h3.edition", { tabindex: -1 }, t("edition", { n: e.edition })),
          h("p.meta", null, join([who(e.by), moment(e.at), t("version", { n: e.version })])),
          e.correction ? h("p", { lang: zh() }, e.correction) : null,
          files({ edition: e.edition }, `${board.issue}-${e.edition}`),
        ),
      ),
      h("section", null, h("h3", null, t("publish.draft", { version: board.draft.version })), files({ version: board.draft.version }, `${board.issue}-draft-${board.draft.version}`)),
    );
  }
  board.on("moved", draw);
  board.on("findings", () => replace(held, standing()));
  draw();
  return h("div", null, held, body, state);
}
