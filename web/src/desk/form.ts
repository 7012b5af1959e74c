// The form of an article, of the front matter, or of an article that is not there yet. What is typed is kept at once; what others changed
// meanwhile is told beside the field, and the field keeps what was typed.
import { h, replace, type Child } from "../base/dom";
import { mixed } from "../base/language";
import { zh } from "../parts/pieces";
import type { Board } from "./board";
import { t } from "./texts";
import { changed, keep_typed, typed_of, type Fields, type Typed } from "./typing";

const LABELS = {
  title: "field.title",
  sources: "field.sources",
  compiled: "field.compiled",
  selected_by: "field.selected_by",
  date: "field.date",
  author_note: "field.author_note",
  cover: "field.cover",
  text: "field.text",
  name: "field.name",
  year: "field.year",
  number: "field.number",
  total: "field.total",
  publisher: "field.publisher",
  editors: "field.editors",
  imprint: "field.imprint",
} as const;
export const field_label = (name: string): string => (name in LABELS ? t(LABELS[name as keyof typeof LABELS]) : name);
const HINTS = { sources: "hint.list", editors: "hint.list", imprint: "hint.list", text: "hint.text", date: "hint.date" } as const;

export interface Form {
  board: Board;
  id: string; // of the form: its fields are ID-title, ID-date …
  name: string; // under which what is typed is kept
  label: string;
  fields: Fields; // as they stand in the draft
  more?: Child;
  save: string;
  saved(typed: Typed): Promise<boolean>;
  close(): void; // gives up what was typed
}

// What was typed, over what stands there now: a field that was left alone follows the draft.
export function merged(typed: Typed | undefined, fields: Fields): { typed: Typed; clashes: string[] } {
  const out: Typed = { was: { ...fields }, now: { ...fields } };
  const clashes: string[] = [];
  for (const name of typed ? changed(typed) : []) {
    out.now[name] = typed!.now[name]!;
    if (typed!.was[name] === fields[name] || typed!.now[name] === fields[name]) continue;
    out.was[name] = typed!.was[name]!;
    clashes.push(name);
  }
  return { typed: out, clashes };
}

export function field_form(f: Form): HTMLElement {
  const { typed, clashes } = merged(typed_of(f.board.issue)[f.name], f.fields);
  const wrong = h("div");
  const control = (name: string): HTMLElement => {
    const id = `${f.id}-${name}`;
    const hint = name in HINTS ? `${id}-hint` : null;
    const type = (value: string): void => {
      typed.now[name] = value;
      keep_typed(f.board.issue, f.name, changed(typed).length ? typed : null);
    };
    const props = { id, name, "aria-describedby": hint, lang: "zh-CN", spellcheck: "false", autocomplete: "off" };
    let field: HTMLInputElement | HTMLTextAreaElement;
    if (name === "compiled") {
      const box = h<HTMLInputElement>("input", { id, name, type: "checkbox", checked: typed.now[name] === "yes", onchange: () => type(box.checked ? "yes" : "no") });
      return h("p.field.is-box", null, h("label", { for: id }, box, " ", field_label(name)));
    }
    if (name === "text" || name === "imprint") field = h<HTMLTextAreaElement>("textarea", { ...props, rows: name === "text" ? 12 : 3 });
    else field = h<HTMLInputElement>("input", { ...props, type: "text", required: name === "title" });
    field.value = typed.now[name] ?? "";
    field.addEventListener("input", () => type(field.value));
    return h(
      "div.field",
      { "data-field": name },
      h("label", { for: id }, field_label(name)),
      field,
      hint ? h("p.hint", { id: hint }, t(HINTS[name as keyof typeof HINTS])) : null,
      clashes.includes(name)
        ? h("div.note", null, h("p", null, t("typed.clash")), h("p.theirs", { lang: zh() }, f.fields[name] || t("typed.emptied")))
        : null,
    );
  };
  const give_up = (): void => {
    keep_typed(f.board.issue, f.name, null);
    f.close();
  };
  const form = h<HTMLFormElement>(
    "form.edit",
    {
      id: f.id,
      "aria-label": f.label,
      onsubmit: (e: Event) => {
        e.preventDefault();
        void (async () => {
          replace(wrong);
          if (await f.saved(typed)) return;
          if (f.board.trouble && !f.board.later.length) replace(wrong, h("p.note", null, mixed(f.board.trouble)));
        })();
      },
      onkeydown: (e: KeyboardEvent) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          form.requestSubmit();
        }
      },
    },
    Object.keys(f.fields).map(control),
    wrong,
    h(
      "p.buttons",
      null,
      h("button.main", { type: "submit", "aria-keyshortcuts": "Control+Enter" }, f.save),
      h("button", { type: "button", onclick: give_up }, t("form.give_up")),
    ),
    f.more,
  );
  return form;
}
