// Chinese and English. Every word of the interface has a key in src/texts/ui.ts and both languages there; words for codes of the
// records (units, measures, kinds) are word(list, code). The language comes from ?lang=, else from the last visit, else it is Chinese.
//   t("count.hits", { n: 3 })  ->  3 篇  /  3 articles
import { h, type Child } from "./dom";
import { ui } from "../texts/ui";
import { words } from "../texts/words";

export type Language = "zh" | "en";
export type Key = keyof typeof ui;
const KEPT = "fengbiao.language";

let now: Language = "zh";

export const language = (): Language => now;
export const other_language = (): Language => (now === "zh" ? "en" : "zh");

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is switched off: the choice lasts as long as the page
  }
}

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // as above
  }
}

export function set_language(asked: string | null): void {
  const wanted = asked ?? kept(KEPT);
  now = wanted === "en" ? "en" : "zh";
  if (asked === "en" || asked === "zh") keep(KEPT, asked);
  document.documentElement.lang = now === "zh" ? "zh-CN" : "en";
}

// "{n} article|{n} articles": the second where n is not 1.
function put(text: string, values?: Record<string, string | number>): string {
  if (!values) return text;
  const forms = text.split("|");
  const form = forms.length === 2 && values.n !== 1 && values.n !== "1" ? forms[1]! : forms[0]!;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

type Texts = Record<string, readonly [string, string]>;
// The words of a table of texts; one that a single page has comes with that page.
export const texts_of =
  <T extends Texts>(table: T) =>
  (key: keyof T, values?: Record<string, string | number>): string =>
    put(table[key]![now === "zh" ? 0 : 1], values);
export const t = texts_of(ui);

// The word for a code of the records; a code that is not in the list stands for itself.
export function word(list: keyof typeof words, code: string | null | undefined): string {
  if (code === null || code === undefined) return "";
  const pair = (words[list] as Record<string, readonly [string, string]>)[code];
  return pair ? pair[now === "zh" ? 0 : 1] : code;
}

// Runs of Chinese inside words of the other language are marked as such, for screen readers and fonts.
export function mixed(text: string): Child {
  if (now === "zh" || !CHINESE.test(text)) return text;
  return text.split(RUNS).map((run) => (CHINESE.test(run) ? h("span", { lang: "zh-CN" }, run) : run));
}
const CHINESE = /[\u3400-\u9fff]/;
const RUNS = /([\u3400-\u9fff][\u3000-\u9fff\uff00-\uffef\u201c\u201d\u2014]*)/;

// Countries have names in every language; other places stand as they are called.
export function area_name(area: string | null, code: string | null): string {
  if (now === "en" && code && /^[A-Z]{2}$/.test(code)) {
    try {
      return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? area ?? code;
    } catch {
      return area ?? code;
    }
  }
  return area ?? "";
}

// Words that rules have in both languages: under name and name_zh, or in one object; whichever is there goes for both.
export const either = (en: string | null, zh: string | null): string => (now === "en" ? en || zh : zh || en) ?? "";
export const both = (words: { zh: string; en: string }): string => either(words.en, words.zh);

// Of a thing that has a name in both languages.
export const named = (thing: { name: string; name_en?: string | null }): string => (now === "en" && thing.name_en ? thing.name_en : thing.name);
