// A text with notes beside its lines: the stretch that a note is about is marked in the text and leads to its note.
import { h, type Child } from "../base/dom";
import { zh } from "./pieces";

export interface Noted {
  id: string; // of the note's element
  line: number;
  span: [number, number] | null; // bytes of the text
  severity: string;
  note: () => Node;
}

interface Marked {
  begin: number;
  end: number;
  of: Noted;
}

// Bytes of the text to places in the string. Tested by test/marks.test.ts.
export function places(text: string, notes: Noted[]): Marked[] {
  const wanted = new Map<number, number>();
  for (const n of notes) for (const byte of n.span ?? []) wanted.set(byte, -1);
  let byte = 0;
  for (let i = 0; i <= text.length; i++) {
    if (wanted.has(byte)) wanted.set(byte, i);
    if (i === text.length) break;
    const code = text.codePointAt(i)!;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) i++;
  }
  return notes.flatMap((of) => {
    const begin = of.span ? (wanted.get(of.span[0]) ?? -1) : -1,
      end = of.span ? (wanted.get(of.span[1]) ?? -1) : -1;
    return begin >= 0 && end > begin ? [{ begin, end, of }] : [];
  });
}

function line(text: string, from: number, marks: Marked[]): Child {
  const out: Child[] = [];
  let at = 0;
  for (const m of marks.filter((k) => k.begin < from + text.length && k.end > from).sort((a, b) => a.begin - b.begin)) {
    const begin = Math.max(at, m.begin - from),
      end = Math.min(text.length, m.end - from);
    if (end <= begin) continue;
    out.push(text.slice(at, begin), h(`a.mark.is-${m.of.severity}`, { href: `#${m.of.id}` }, text.slice(begin, end)));
    at = end;
  }
  out.push(text.slice(at));
  return out;
}

export function beside(text: string, notes: Noted[]): Node {
  const marks = places(text, notes);
  const by_line = new Map<number, Noted[]>();
  for (const n of notes) by_line.set(n.line, [...(by_line.get(n.line) ?? []), n]);
  const box = h("div.manuscript", { lang: zh() });
  let at = 0;
  text.split("\n").forEach((words, i) => {
    const here = by_line.get(i + 1) ?? [];
    if (words.trim() || here.length)
      box.append(
        h(
          here.length ? "div.mline.has" : "div.mline",
          null,
          h("span.number", { "aria-hidden": "true" }, i + 1),
          h("p", null, line(words, at, marks)),
          here.length
            ? h(
                "div.margin",
                null,
                here.map((n) => n.note()),
              )
            : null,
        ),
      );
    at += words.length + 1;
  });
  return box;
}
