// Small pieces that several pages share: the line that says where an article comes from, article links, paging, downloads, printed lines.
import { API, part } from "../base/api";
import { here, with_query } from "../base/address";
import { h, join, type Child } from "../base/dom";
import { count } from "../base/figures";
import { language, mixed, t, word } from "../base/language";
import type { ArticleBrief, IssueBrief, Line, List } from "../base/records";

export const zh = (): string | null => (language() === "zh" ? null : "zh-CN");
// A day that is never broken at its hyphens.
export const day = (date: string | null | undefined): HTMLElement | null => (date ? h("time.day-of", { datetime: date }, date) : null);
// Words with days in them: none is broken at its hyphens, and what is Chinese is marked as such.
export const dated = (text: string): Child => text.split(/(\d{4}-\d\d-\d\d)/).map((w, i) => (i % 2 ? h("span.day-of", null, w) : mixed(w)));
export const heading = (text: Child, id?: string): HTMLElement => h("h1", { tabindex: -1, id: id ?? null }, text);

export const section_mark = (section: string | null): HTMLElement | null =>
  section ? h("span.column", { "data-column": COLUMNS[section] ?? "other" }, word("sections", section)) : null;
const COLUMNS: Record<string, string> = { 行业资讯: "trade", 政策法规: "policy", 数据观察: "data", 专家视点: "views", 悦读电商: "reading" };

export const issue_id = (issue: string | IssueBrief | null | undefined): string | null =>
  issue === null || issue === undefined ? null : typeof issue === "string" ? issue : issue.id;

// 《风标电商观察》2023年第6期
export function issue_name(issue: IssueBrief): string {
  const name = issue.title ?? issue.id;
  return issue.number !== null && issue.number !== undefined ? t("issue.numbered", { name, number: issue.number }) : name;
}

export const article_link = (a: { id: string; title: string }, props: Record<string, string | number | null> = {}): HTMLElement =>
  h("a.title", { href: `/articles/${part(a.id)}`, lang: zh(), ...props }, a.title);

// Source, date, issue: what stands small below a title.
export function meta(a: ArticleBrief, with_issue = true): HTMLElement {
  const issue = issue_id(a.issue);
  return h(
    "p.meta",
    { lang: zh() },
    join([
      section_mark(a.section),
      a.sources?.length ? a.sources.join(language() === "zh" ? "、" : ", ") : null,
      day(a.date),
      with_issue && issue && issue !== a.date ? h("a", { href: `/issues/${part(issue)}` }, t("issue.of", { issue })) : null,
    ]),
  );
}

// `level`: of its heading, one below what stands above the list.
export const article_item = (a: ArticleBrief, extra: Child = null, with_issue = true, level: 2 | 3 = 2): HTMLElement =>
  h("li.item", null, h(`h${level}.item-title`, null, article_link(a, { "data-keys": "" })), meta(a, with_issue), extra);

// Next page and back to the first; a list whose end is reached has neither.
export function paging<T>(list: List<T>): Child {
  const cursor = here().query.get("cursor");
  if (!list.next && !cursor) return null;
  return h(
    "nav.paging",
    { "aria-label": t("paging.label") },
    cursor ? h("a", { href: with_query({ cursor: null }), rel: "first" }, t("paging.first")) : null,
    list.next ? h("a", { href: with_query({ cursor: list.next }), rel: "next", id: "next-page" }, t("paging.next")) : null,
  );
}

export const downloads = (path: string, query: Record<string, string | null>, csv = true): HTMLElement => {
  const asked = (format: string | null): string => {
    const p = new URLSearchParams();
    for (const [k, v] of Object.entries(query)) if (v && k !== "cursor" && k !== "limit") p.set(k, v);
    if (format) p.set("format", format);
    return `${API}${path}${p.toString() ? `?${p.toString()}` : ""}`;
  };
  return h(
    "span.downloads",
    null,
    csv ? [h("a", { href: asked("csv"), download: "" }, "CSV"), " "] : null,
    h("a", { href: asked(null), target: "_blank", rel: "noopener" }, "JSON"),
  );
};

// The printed lines with their numbers, without empty ones; `from`..`to` are those meant, the others their neighbours.
export function printed(lines: Line[], from: number, to: number, mark = ""): HTMLElement {
  return h(
    "ol.printed",
    { lang: zh() },
    lines
      .filter((l) => l.text.trim() !== "")
      .map((l) => {
        const meant = l.number >= from && l.number <= to;
        const at = meant && mark ? l.text.indexOf(mark) : -1;
        return h(
          meant ? "li.meant" : "li",
          { value: l.number },
          h("span.number", { "aria-hidden": "true" }, l.number),
          h("span", null, at < 0 ? l.text : [l.text.slice(0, at), h("mark", null, mark), l.text.slice(at + mark.length)]),
        );
      }),
  );
}

// A quote with the words in question marked.
export function quote(text: string, words: string | null): HTMLElement {
  const at = words ? text.indexOf(words) : -1;
  return h("blockquote", { lang: zh() }, at < 0 || !words ? text : [text.slice(0, at), h("mark", null, words), text.slice(at + words.length)]);
}

// Texts that a rule finds or passes: some, the others folded away.
export function examples(title: string, items: string[]): Child {
  const some = 2;
  const one = (e: string): HTMLElement => h("li", null, e.trim().replace(/\n\s*\n/g, "\n"));
  const list = (texts: string[]): HTMLElement => h("ul.examples", { lang: zh() }, texts.map(one));
  if (!items?.length) return null;
  return [
    h("h3", null, title),
    list(items.slice(0, some)),
    items.length > some ? h("details", null, h("summary", null, t("rule.more", { n: items.length - some })), list(items.slice(some))) : null,
  ];
}

export const rows = (pairs: [Child, Child][]): HTMLElement =>
  h(
    "dl.rows",
    null,
    pairs
      .filter(([, v]) => v !== null && v !== undefined && v !== false && v !== "")
      .map(([k, v]) => h("div", null, h("dt", null, k), h("dd", null, v))),
  );

export const told = (
  n: number,
  key:
    | "count.articles"
    | "count.figures"
    | "count.documents"
    | "count.issues"
    | "count.names"
    | "count.findings"
    | "count.mentions"
    | "count.hits"
    | "count.series"
    | "count.rules",
): string => t(key, { n: count(n) });
