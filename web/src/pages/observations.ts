// The figures of an issue, an article, a place or a body as a table; every one leads to its printed line.
import { address, get, part } from "../base/api";
import { h } from "../base/dom";
import { figure, measure, period } from "../base/figures";
import { area_name, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { List, Observation } from "../base/records";
import { downloads, heading, paging, told, zh } from "../parts/pieces";
import { series_address } from "../parts/record";
import { nothing } from "../parts/states";

// `own`: what the page itself is about need not stand in every row.
export function figures_table(list: Observation[], own: "area" | "entity" | null = null): Node {
  const label = (w: string) => ({ "data-label": w });
  return h(
    "div.scroll",
    null,
    h(
      "table.figures",
      null,
      h("caption.quiet", null, t("observations.title")),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          [t("field.indicator"), t("field.value"), t("field.period"), t("field.measure"), t("field.where")].map((w, i) =>
            h(i === 1 ? "th.right" : "th", { scope: "col" }, w),
          ),
        ),
      ),
      h(
        "tbody",
        null,
        list.map((o) =>
          h(
            "tr",
            null,
            h(
              "th",
              { scope: "row", ...label(t("field.indicator")), lang: zh() },
              h(
                "a",
                { href: series_address(o) },
                [
                  [own === "area" ? "" : area_name(o.area, o.area_code), own === "entity" ? "" : o.entity].filter(Boolean).join(" · "),
                  o.indicator,
                ]
                  .filter(Boolean).join(" ") || o.text,
              ),
            ),
            h(
              "td.right",
              label(t("field.value")),
              h("a", { href: `/observations/${part(o.id)}`, "data-keys": "" }, mixed(figure(o))),
              o.status !== "actual" ? h("span.muted", null, " ", word("statuses", o.status)) : null,
            ),
            h("td.period", label(t("field.period")), period(o.period)),
            h("td", label(t("field.measure")), measure(o)),
            h(
              "td",
              { ...label(t("field.where")), lang: zh() },
              h("a", { href: `/articles/${part(o.article_id)}?record=${part(o.id)}` }, o.article_title ?? o.article_id),
            ),
          ),
        ),
      ),
    ),
  );
}

export const observations: Page = async ({ query, signal }) => {
  const asked = Object.fromEntries(["indicator", "area", "entity", "period", "article", "issue", "cursor"].map((k) => [k, query.get(k)]));
  const list = await get<List<Observation>>("/observations", asked, signal);
  const narrowed = Object.entries(asked)
    .filter(([k, v]) => v && k !== "cursor")
    .map(([, v]) => v)
    .join(" · ");
  return {
    title: t("observations.title"),
    wide: true,
    data: address("/observations", asked),
    body: [
      heading(t("observations.title")),
      narrowed ? h("p.lead", { lang: zh() }, narrowed) : null,
      h("p.found", null, h("b", null, told(list.total, "count.figures")), " ", downloads("/observations", asked)),
      list.items.length ? figures_table(list.items) : nothing(asked, "/observations"),
      paging(list),
    ],
  };
};
