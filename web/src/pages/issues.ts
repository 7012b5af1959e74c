// The issues of the archive, and one issue as its contents: columns and headlines in printed order.
import { get, part } from "../base/api";
import { h, join } from "../base/dom";
import { t } from "../base/language";
import type { Page } from "../base/page";
import type { Issue, IssueBrief, List } from "../base/records";
import { article_item, day, downloads, heading, issue_name, paging, section_mark, told, zh } from "../parts/pieces";
import { empty } from "../parts/states";

const row = (i: IssueBrief): HTMLElement => {
  const name = issue_name(i);
  return h(
    "li",
    null,
    h("a.title", { href: `/issues/${part(i.id)}`, lang: zh(), "data-keys": "" }, name),
    " ",
    h("span.muted", null, name === i.date ? null : day(i.date)),
    i.articles === undefined ? null : h("span.n", null, told(i.articles, "count.articles")),
  );
};

// By year, the latest first.
export const issues: Page = async ({ query, signal }) => {
  const list = await get<List<IssueBrief>>("/issues", { cursor: query.get("cursor"), limit: 200 }, signal);
  const years = new Map<string, IssueBrief[]>();
  for (const i of list.items) {
    const year = i.date?.slice(0, 4) ?? t("overview.undated");
    years.set(year, [...(years.get(year) ?? []), i]);
  }
  return {
    title: t("issues.title"),
    data: "/issues",
    body: [
      heading(t("issues.title")),
      h("p.found", null, h("b", null, told(list.total, "count.issues")), " ", downloads("/issues", {})),
      list.items.length
        ? [...years].map(([year, of]) =>
            h("section", null, h("h2", null, year, " ", h("span.n", null, told(of.length, "count.issues"))), h("ol.names.long.issues", null, of.map(row))),
          )
        : empty(t("overview.none"), t("overview.none.advice")),
      paging(list),
    ],
  };
};

export const issue: Page = async ({ parts: [id = ""], signal }) => {
  const i = await get<Issue>(`/issues/${part(id)}`, {}, signal);
  const articles = typeof i.articles === "number" ? i.articles : i.sections.reduce((n, s) => n + s.articles.length, 0);
  return {
    title: issue_name(i),
    data: `/issues/${part(id)}`,
    body: [
      h("p.position", null, h("a", { href: "/issues" }, t("issues.title"))),
      heading(h("span", { lang: zh() }, issue_name(i))),
      h(
        "p.meta",
        { lang: zh() },
        join([
          day(i.date),
          (i.total ?? i.total_number) ? t("issue.total", { n: (i.total ?? i.total_number)! }) : null,
          i.publisher,
          told(articles, "count.articles"),
        ]),
      ),
      h(
        "p.ways",
        null,
        join([
          h("a", { href: `/findings?issue=${encodeURIComponent(id)}` }, t("issue.findings")),
          h("a", { href: `/observations?issue=${encodeURIComponent(id)}` }, t("issue.figures")),
        ]),
      ),
      i.sections.map((s) =>
        h(
          "section.part",
          null,
          s.name ? h("h2", null, section_mark(s.name)) : null,
          h(
            "ol.items",
            null,
            s.articles.map((a) => article_item({ ...a, section: null }, null, false, 3)),
          ),
        ),
      ),
    ],
  };
};
