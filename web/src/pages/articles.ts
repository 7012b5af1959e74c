// All articles, newest issue first as the server gives them, by issue, column and source.
import { address, get } from "../base/api";
import { with_query } from "../base/address";
import { h, join } from "../base/dom";
import { t, word } from "../base/language";
import type { Page } from "../base/page";
import type { ArticleBrief, List } from "../base/records";
import { article_item, downloads, heading, paging, told, zh } from "../parts/pieces";
import { nothing } from "../parts/states";
import { words } from "../texts/words";

export const articles: Page = async ({ query, signal }) => {
  const asked = {
    issue: query.get("issue"),
    section: query.get("section"),
    source: query.get("source"),
    q: query.get("q"),
    cursor: query.get("cursor"),
  };
  const list = await get<List<ArticleBrief>>("/articles", asked, signal);
  const section = query.get("section");
  return {
    title: t("articles.title"),
    data: address("/articles", asked),
    body: [
      heading(t("articles.title")),
      h(
        "p.choose",
        null,
        join(
          [
            h("a", { href: with_query({ section: null }), "aria-current": section ? null : "true" }, t("all")),
            ...Object.keys(words.sections).map((name) =>
              h("a", { href: with_query({ section: name }), "aria-current": section === name ? "true" : null, lang: zh() }, word("sections", name)),
            ),
          ],
          "  ",
        ),
      ),
      h("p.found", null, h("b", null, told(list.total, "count.articles")), " ", downloads("/articles", asked)),
      list.items.length
        ? h(
            "ol.items",
            null,
            list.items.map((a) => article_item(a)),
          )
        : nothing(asked, "/articles"),
      paging(list),
    ],
  };
};
