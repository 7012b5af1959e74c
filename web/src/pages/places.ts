// Places by how often articles tell of them: a ranked list with a bar, no map.
import { get, part } from "../base/api";
import { h, s } from "../base/dom";
import { count } from "../base/figures";
import { named, t } from "../base/language";
import type { Page } from "../base/page";
import type { List, Place } from "../base/records";
import { downloads, heading, paging, zh } from "../parts/pieces";
import { nothing } from "../parts/states";

const bar = (n: number, most: number): Node =>
  s(
    "svg",
    { viewBox: "0 0 100 8", preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" },
    s("rect", { x: 0, y: 0, width: (100 * n) / Math.max(1, most), height: 8 }),
  );

export const places: Page = async ({ query, signal }) => {
  const list = await get<List<Place>>("/places", { cursor: query.get("cursor"), limit: 100 }, signal);
  const most = Math.max(...list.items.map((p) => p.articles), 1);
  return {
    title: t("nav.places"),
    data: "/places",
    body: [
      heading(t("places.title")),
      h("p.lead", null, t("places.lead")),
      h("p.found", null, downloads("/places", {})),
      list.items.length
        ? h(
            "table.places",
            null,
            h("caption.quiet", null, t("places.title")),
            h(
              "thead",
              null,
              h(
                "tr",
                null,
                h("th", { scope: "col" }, t("field.area")),
                h("th.right", { scope: "col" }, t("places.articles")),
                h("td"),
                h("th.right", { scope: "col" }, t("places.figures")),
              ),
            ),
            h(
              "tbody",
              null,
              list.items.map((p) =>
                h(
                  "tr",
                  null,
                  h("th", { scope: "row" }, h("a", { href: `/entities/${part(p.key ?? p.area ?? p.name)}`, lang: zh(), "data-keys": "" }, named(p))),
                  h("td.right", null, count(p.articles)),
                  h("td.bar-cell", null, bar(p.articles, most)),
                  h(
                    "td.right",
                    null,
                    p.observations ? h("a", { href: `/observations?area=${encodeURIComponent(p.area ?? p.name)}` }, count(p.observations)) : "0",
                  ),
                ),
              ),
            ),
          )
        : nothing({}, "/places"),
      paging(list),
    ],
  };
};
