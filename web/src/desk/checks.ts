// What the checks find in the draft: each finding leads to its article, and is accepted by name and with a reason, or is mended.
import { h, join, replace, type Child } from "../base/dom";
import { mixed, t as ui, word } from "../base/language";
import { finding_note } from "../parts/finding";
import { zh } from "../parts/pieces";
import { articles_of, editor, sign, type Board } from "./board";
import { says } from "./failures";
import { moment, of, quoted, who } from "./pieces";
import type { DraftFinding } from "./records";
import { t } from "./texts";

export function checks(board: Board, show: (n: number) => void): HTMLElement {
  const body = h("div");
  let accepting: string | null = null; // fingerprint of the finding whose form is open
  let why = "";

  function accept_form(f: DraftFinding): HTMLElement {
    const id = `accept-${f.fingerprint}`;
    const by = h<HTMLInputElement>("input", { id: `${id}-by`, required: true, value: editor(), autocomplete: "name" });
    const reason = h<HTMLTextAreaElement>("textarea", { id: `${id}-why`, required: true, rows: 2, lang: "zh-CN", oninput: () => (why = reason.value) });
    reason.value = why;
    const wrong = h("div");
    return h(
      "form.edit",
      {
        id,
        "aria-label": of(t("accept"), f.rule),
        onsubmit: (e: Event) => {
          e.preventDefault();
          sign(by.value.trim());
          void board.accept(f.fingerprint, by.value.trim(), reason.value.trim(), t("did.accepted", { quote: quoted(f.quote.slice(0, 24)) })).then((done) => {
            if (!done) return replace(wrong, board.later.length ? null : h("p.note", null, mixed(board.trouble)));
            accepting = null;
            why = "";
            draw();
            (body.querySelector<HTMLElement>("li.open-finding button") ?? body.querySelector<HTMLElement>("h3"))?.focus();
          });
        },
      },
      h("div.field", null, h("label", { for: `${id}-by` }, t("editor")), by),
      h("div.field", null, h("label", { for: `${id}-why` }, t("accept.why")), reason),
      wrong,
      h(
        "p.buttons",
        null,
        h("button.main", { type: "submit" }, t("accept")),
        h("button", { type: "button", onclick: () => toggle(f) }, ui("close")),
      ),
    );
  }
  function toggle(f: DraftFinding): void {
    accepting = accepting === f.fingerprint ? null : f.fingerprint;
    why = "";
    draw();
    const form = document.getElementById(`accept-${f.fingerprint}`);
    if (form) form.querySelector<HTMLElement>(editor() ? "textarea" : "input")?.focus();
    else body.querySelector<HTMLElement>(`[data-finding="${f.fingerprint}"] .act-accept`)?.focus();
  }
  function item(f: DraftFinding): HTMLElement {
    const article = f.n === null ? undefined : articles_of(board.draft).find((a) => a.n === f.n);
    const note = finding_note({ ...f, id: `finding-${f.fingerprint}` }, true, true, false);
    const accepted = board.draft.accepted.find((a) => a.fingerprint === f.fingerprint);
    note.append(
      h(
        "p.acts",
        null,
        article
          ? h("button", { type: "button", onclick: () => show(article.n), "aria-label": of(t("finding.go", { n: article.n }), quoted(article.title)) }, t("finding.go", { n: article.n }))
          : h("span.muted", null, t("finding.whole")),
        f.accepted
          ? null
          : h(
              "button.act-accept",
              { type: "button", onclick: () => toggle(f), "aria-expanded": String(accepting === f.fingerprint), "aria-label": of(t("accept.open"), f.rule) },
              t("accept.open"),
            ),
      ),
    );
    if (accepted) note.append(h("p.muted", null, join([who(accepted.by), h("span", { lang: zh() }, accepted.why), moment(accepted.at)])));
    return h(f.accepted ? "li" : "li.open-finding", { "data-finding": f.fingerprint }, note, accepting === f.fingerprint && !f.accepted ? accept_form(f) : null);
  }
  function list(title: string, items: DraftFinding[]): Child {
    if (!items.length) return null;
    return h("section", null, h("h3", { tabindex: -1 }, title, " ", h("span.n", null, items.length)), h("ol.found-list", null, items.map(item)));
  }
  function draw(): void {
    const found = board.findings;
    const stale = board.checking !== null;
    const state =
      board.checking instanceof Error
        ? h("p.note", null, says(board.checking), " ", h("button", { type: "button", onclick: () => board.check(0) }, ui("state.again")))
        : stale
          ? h("p.muted", null, t("checks.waiting", { version: board.draft.version }))
          : null;
    if (!found) return replace(body, state);
    const open = found.items.filter((f) => !f.accepted);
    replace(
      body,
      state,
      stale
        ? null
        : h(
            "p.verdict",
            null,
            t(found.open_errors ? "checks.red" : open.length ? "checks.open" : "checks.clean", { n: found.open_errors || open.length }),
          ),
      (["error", "warning", "note"] as const).map((s) => list(word("severities", s), open.filter((f) => f.severity === s))),
      list(t("checks.accepted"), found.items.filter((f) => f.accepted)),
      h("p.hint", null, t("checks.says")),
    );
  }
  board.on("findings", () => {
    const id = document.activeElement?.id;
    const inside = id && body.contains(document.activeElement);
    draw();
    if (inside) document.getElementById(id)?.focus();
  });
  draw();
  return h("div", null, body);
}
