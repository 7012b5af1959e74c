// A manuscript pasted or dropped: it is checked on the spot and kept nowhere. The text as read at the left, what was found beside its line.
import { Problem, send } from "../base/api";
import { h, join, replace, type Child } from "../base/dom";
import { count } from "../base/figures";
import { mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Checked, Finding } from "../base/records";
import { finding_note } from "../parts/finding";
import { heading, told, zh } from "../parts/pieces";
import { waiting } from "../parts/states";
import { check_tabs } from "./checks";

const TYPES: Record<string, string> = {
  txt: "text/plain; charset=utf-8",
  md: "text/plain; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  htm: "text/html",
  pdf: "application/pdf",
};
const MOST = 20 * 1024 * 1024;

interface Marked {
  begin: number;
  end: number;
  finding: Finding;
}

// Bytes of the text to places in the string.
function places(text: string, findings: Finding[]): Marked[] {
  const wanted = new Map<number, number>();
  for (const f of findings)
    if (f.span) {
      wanted.set(f.span[0], -1);
      wanted.set(f.span[1], -1);
    }
  let byte = 0;
  for (let i = 0; i <= text.length; i++) {
    if (wanted.has(byte)) wanted.set(byte, i);
    if (i === text.length) break;
    const code = text.codePointAt(i)!;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) i++;
  }
  return findings.flatMap((f) => {
    const begin = f.span ? (wanted.get(f.span[0]) ?? -1) : -1,
      end = f.span ? (wanted.get(f.span[1]) ?? -1) : -1;
    return begin >= 0 && end > begin ? [{ begin, end, finding: f }] : [];
  });
}

function line(text: string, from: number, marks: Marked[]): Child {
  const out: Child[] = [];
  let at = 0;
  for (const m of marks.filter((k) => k.begin < from + text.length && k.end > from).sort((a, b) => a.begin - b.begin)) {
    const begin = Math.max(at, m.begin - from),
      end = Math.min(text.length, m.end - from);
    if (end <= begin) continue;
    out.push(text.slice(at, begin), h(`a.mark.is-${m.finding.severity}`, { href: `#${m.finding.id}` }, text.slice(begin, end)));
    at = end;
  }
  out.push(text.slice(at));
  return out;
}

export function beside(checked: Checked): Node {
  const { text, findings } = checked;
  const marks = places(text, findings);
  const by_line = new Map<number, Finding[]>();
  for (const f of findings) by_line.set(f.line_start, [...(by_line.get(f.line_start) ?? []), f]);
  const box = h("div.manuscript", { lang: zh() });
  let at = 0;
  text.split("\n").forEach((words, i) => {
    const found = by_line.get(i + 1) ?? [];
    if (words.trim() || found.length)
      box.append(
        h(
          found.length ? "div.mline.has" : "div.mline",
          null,
          h("span.number", { "aria-hidden": "true" }, i + 1),
          h("p", null, line(words, at, marks)),
          found.length
            ? h(
                "div.margin",
                null,
                found.map((f) => finding_note(f, false, false)),
              )
            : null,
        ),
      );
    at += words.length + 1;
  });
  return box;
}

// How many of each severity, each a way to its first.
const firsts = (findings: Finding[]): Child =>
  h(
    "p",
    null,
    join(
      (["error", "warning", "note"] as const).map((s) => {
        const of = findings.filter((f) => f.severity === s);
        return of.length ? h("a", { href: `#${of[0]!.id}` }, `${word("severities", s)} ${count(of.length)}`) : null;
      }),
    ),
    h("span.muted", null, t("check.keys")),
  );

// What was looked at and what the trade would say of it.
const score_words = ({ score, summary }: Checked): Child => [
  summary
    ? h(
        "p",
        null,
        t("check.looked_at", {
          characters: count(summary.characters),
          articles: summary.articles,
          relations: summary.relations,
          holds: summary.holds,
          contradicts: summary.contradicts,
          cannot_tell: summary.cannot_tell,
        }),
      )
    : null,
  score
    ? h(
        "p",
        null,
        mixed(t("check.rate", { rate: score.rate.toFixed(2), mark: score.mark, standard: score.standard })),
        t(score.passes ? "check.passes" : "check.fails"),
        t("stop"),
      )
    : null,
];

// What was pasted and what was found stay while the window is open, so that a look at a rule or another language costs neither.
let typed = "";
let last: { checked: Checked; name: string } | null = null;

function result({ checked, name }: { checked: Checked; name: string }): Child {
  const n = checked.findings.length;
  return [
    h("h2", { tabindex: -1, id: "result" }, n ? told(n, "count.findings") : t("check.clean")),
    h("p.muted", null, name === "text.txt" ? t("check.pasted") : name, " · ", t("check.not_kept")),
    score_words(checked),
    n === 0 ? h("p", null, t("check.clean.says")) : firsts(checked.findings),
    beside(checked),
  ];
}

export const manuscript: Page = async ({ signal }) => {
  const out = h("div");
  const field = h<HTMLTextAreaElement>("textarea", {
    id: "words",
    rows: 12,
    placeholder: t("check.placeholder"),
    spellcheck: "false",
    lang: "zh-CN",
    "aria-keyshortcuts": "Control+Enter",
    oninput: () => (typed = field.value),
    onkeydown: (e: KeyboardEvent) => {
      if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
      e.preventDefault();
      void check(field.value, "text.txt");
    },
  });
  field.value = typed;
  const file = h<HTMLInputElement>("input.quiet", {
    type: "file",
    id: "file",
    accept: ".txt,.md,.docx,.html,.htm,.pdf",
    onchange: () => file.files?.[0] && void check(file.files[0], file.files[0].name),
  });
  const check = async (body: Blob | string, name: string): Promise<void> => {
    const size = typeof body === "string" ? body.length : body.size;
    if (!size) return void replace(out, h("p.note", null, t("check.nothing")));
    if (size > MOST) return void replace(out, h("p.note", null, t("check.large")));
    replace(out, waiting());
    const type = TYPES[name.split(".").pop()?.toLowerCase() ?? ""] ?? "text/plain; charset=utf-8";
    try {
      last = { checked: await send<Checked>("/check", { name }, body, type, signal), name };
      replace(out, result(last));
      document.getElementById("result")?.focus();
    } catch (error) {
      if (signal.aborted) return;
      const says =
        error instanceof Problem && error.status === 413
          ? t("check.large")
          : error instanceof Problem && (error.status === 415 || error.status === 422)
            ? t("check.unreadable", { what: error.detail || error.title })
            : error instanceof Problem && error.status === 0
              ? t("state.failed.unreachable")
              : t("state.failed.said", {
                  status: error instanceof Problem ? error.status : "",
                  what: error instanceof Problem ? error.detail || error.title : String(error),
                });
      replace(out, h("p.note", { role: "alert" }, says));
    }
  };
  const drop = h(
    "form.drop",
    {
      onsubmit: (e: Event) => {
        e.preventDefault();
        void check(field.value, "text.txt");
      },
      ondragover: (e: DragEvent) => {
        e.preventDefault();
        drop.classList.add("over");
      },
      ondragleave: () => drop.classList.remove("over"),
      ondrop: (e: DragEvent) => {
        e.preventDefault();
        drop.classList.remove("over");
        const f = e.dataTransfer?.files[0];
        if (f) void check(f, f.name);
      },
    },
    h("label", { for: "words" }, t("check.label")),
    field,
    h("p.buttons", null, h("button.main", { type: "submit" }, t("check.go")), file, h("label.file", { for: "file" }, t("check.file"))),
  );
  if (last) replace(out, result(last));
  return {
    title: t("check.title"),
    wide: true,
    body: [heading(t("check.title")), check_tabs("manuscript"), h("p.lead", null, t("check.lead")), drop, out],
  };
};
