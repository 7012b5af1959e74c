// What was typed into the form of an article and is not yet saved. It stays while the window is open, over reloads and changes by others,
// and only fields that were changed are sent, so that two people can work on one article. Tested by test/desk.test.ts.
import type { DraftArticle, Front } from "./records";

export type Fields = Record<string, string>;
export interface Typed {
  was: Fields; // as it stood when the form was opened
  now: Fields;
}

const key = (issue: string): string => `fengbiao.desk.${issue}`;
const memory = new Map<string, Record<string, Typed>>();

export function typed_of(issue: string): Record<string, Typed> {
  const here = memory.get(issue);
  if (here) return here;
  let out: Record<string, Typed> = {};
  try {
    out = JSON.parse(sessionStorage.getItem(key(issue)) ?? "{}") as Record<string, Typed>;
  } catch {
    // storage is switched off, or holds something else: nothing was typed
  }
  memory.set(issue, out);
  return out;
}

// `name`: the headline of the article as it stands in the draft; FRONT, FRESH for the two forms that are of no article.
export function keep_typed(issue: string, name: string, typed: Typed | null): void {
  const all = typed_of(issue);
  if (typed) all[name] = typed;
  else delete all[name];
  try {
    if (Object.keys(all).length) sessionStorage.setItem(key(issue), JSON.stringify(all));
    else sessionStorage.removeItem(key(issue));
  } catch {
    // as above
  }
}
export const FRONT = "\n front",
  FRESH = "\n fresh";

// An article in source form is its headline with the lines of its fields, a blank line, and the text.
export const head_of = (source: string): string => source.split(/\n[ \t]*\n/)[0]!.trimEnd();
export const text_of = (source: string): string => {
  const at = source.search(/\n[ \t]*\n/);
  return at < 0 ? "" : source.slice(at).trim();
};

const listed = (names: string[]): string => names.join("; ");
export const article_fields = (a: DraftArticle): Fields => ({
  title: a.title,
  sources: listed(a.sources),
  compiled: a.compiled ? "yes" : "no",
  selected_by: a.selected_by ?? "",
  date: a.date ?? "",
  author_note: a.author_note ?? "",
  cover: a.cover ?? "",
  text: text_of(a.source),
});
export const front_fields = (f: Front): Fields => ({
  name: f.name ?? "",
  year: String(f.year ?? ""),
  number: String(f.number ?? ""),
  total: String(f.total ?? ""),
  date: f.date ?? "",
  publisher: f.publisher ?? "",
  editors: listed(f.editors),
  imprint: listed(f.imprint),
});

export const changed = (typed: Typed): string[] => Object.keys(typed.now).filter((f) => typed.now[f] !== typed.was[f]);
export const is_changed = (typed: Typed | undefined): boolean => typed !== undefined && changed(typed).length > 0;

// What is sent for an article: the fields that were changed, and the text where it was.
export function edit_of(source: string, typed: Typed): { set?: Fields; text?: string } {
  const set: Fields = {};
  for (const field of changed(typed)) if (field !== "text") set[field] = typed.now[field]!;
  return {
    ...(Object.keys(set).length ? { set } : {}),
    ...(typed.now.text !== typed.was.text ? { text: `${head_of(source)}\n\n${typed.now.text!.trim()}\n` } : {}),
  };
}

// An article that is not in the issue yet, in source form.
export function source_of(fields: Fields): string {
  const lines = [`## ${fields.title!.trim()}`];
  for (const field of ["sources", "selected_by", "date", "author_note", "cover"]) if (fields[field]?.trim()) lines.push(`${field}: ${fields[field]!.trim()}`);
  if (fields.compiled === "yes") lines.push("compiled: yes");
  return `${lines.join("\n")}\n\n${(fields.text ?? "").trim()}\n`;
}
