// A text pasted, chosen or dropped: it is sent to be looked at and kept nowhere. What was typed and what was answered stay while the window
// is open, so that a look at a rule or another language costs neither.
import { Problem, send } from "../base/api";
import { h, join, replace, type Child } from "../base/dom";
import { count } from "../base/figures";
import { t, word } from "../base/language";
import type { Noted } from "./beside";
import { waiting } from "./states";

const TYPES: Record<string, string> = {
  txt: "text/plain; charset=utf-8",
  md: "text/plain; charset=utf-8",
  srt: "text/plain; charset=utf-8",
  vtt: "text/plain; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  htm: "text/html",
  pdf: "application/pdf",
};
const MOST = 20 * 1024 * 1024;
const PASTED = "text.txt";

export interface Kept<T> {
  typed: string;
  last: { answer: T; name: string } | null;
}

export interface Pasting<T> {
  kept: Kept<T>;
  path: string;
  query: () => Record<string, string>; // of the address that is asked, beside the name
  label: string;
  placeholder: string;
  go: string;
  before?: Child; // controls between the field and the buttons
  refused?: (problem: Problem) => string | null; // words for what the server does not take
  result: (answer: T, name: string) => Child; // its heading has the id "result"
  signal: AbortSignal;
}

// The form, and where the answer comes.
export function pasting<T>(p: Pasting<T>): { form: HTMLElement; out: HTMLElement } {
  const out = h("div");
  const field = h<HTMLTextAreaElement>("textarea", {
    id: "words",
    rows: 12,
    placeholder: p.placeholder,
    spellcheck: "false",
    lang: "zh-CN",
    "aria-keyshortcuts": "Control+Enter",
    oninput: () => (p.kept.typed = field.value),
    onkeydown: (e: KeyboardEvent) => {
      if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
      e.preventDefault();
      void look(field.value, PASTED);
    },
  });
  field.value = p.kept.typed;
  const show = (): void => {
    const { answer, name } = p.kept.last!;
    replace(out, p.result(answer, name === PASTED ? t("check.pasted") : name));
  };
  const says = (error: unknown): string => {
    if (!(error instanceof Problem)) return t("state.failed.said", { status: "", what: String(error) });
    const own = p.refused?.(error);
    if (own) return own;
    if (error.status === 413) return t("check.large");
    if (error.status === 415 || error.status === 422) return t("check.unreadable", { what: error.detail || error.title });
    return error.status === 0 ? t("state.failed.unreachable") : t("state.failed.said", { status: error.status, what: error.detail || error.title });
  };
  const look = async (body: Blob | string, name: string): Promise<void> => {
    const size = typeof body === "string" ? body.length : body.size;
    if (!size) return void replace(out, h("p.note", null, t("check.nothing")));
    if (size > MOST) return void replace(out, h("p.note", null, t("check.large")));
    replace(out, waiting());
    const type = TYPES[name.split(".").pop()?.toLowerCase() ?? ""] ?? "text/plain; charset=utf-8";
    try {
      p.kept.last = { answer: await send<T>(p.path, { ...p.query(), name }, body, type, p.signal), name };
      show();
      document.getElementById("result")?.focus();
    } catch (error) {
      if (!p.signal.aborted) replace(out, h("p.note", { role: "alert" }, says(error)));
    }
  };
  const file = h<HTMLInputElement>("input.quiet", {
    type: "file",
    id: "file",
    accept: Object.keys(TYPES)
      .map((end) => `.${end}`)
      .join(),
    onchange: () => file.files?.[0] && void look(file.files[0], file.files[0].name),
  });
  const form = h(
    "form.drop",
    {
      onsubmit: (e: Event) => {
        e.preventDefault();
        void look(field.value, PASTED);
      },
      ondragover: (e: DragEvent) => {
        e.preventDefault();
        form.classList.add("over");
      },
      ondragleave: () => form.classList.remove("over"),
      ondrop: (e: DragEvent) => {
        e.preventDefault();
        form.classList.remove("over");
        const f = e.dataTransfer?.files[0];
        if (f) void look(f, f.name);
      },
    },
    h("label", { for: "words" }, p.label),
    field,
    p.before,
    h("p.buttons", null, h("button.main", { type: "submit" }, p.go), file, h("label.file", { for: "file" }, t("check.file"))),
  );
  if (p.kept.last) show();
  return { form, out };
}

// How many of each severity, each a way to its first.
export function firsts(notes: Noted[]): Child {
  return h(
    "p",
    null,
    join(
      (["error", "warning", "note"] as const).map((s) => {
        const of = notes.filter((n) => n.severity === s);
        return of.length ? h("a", { href: `#${of[0]!.id}` }, `${word("severities", s)} ${count(of.length)}`) : null;
      }),
    ),
    h("span.muted", null, t("check.keys")),
  );
}
