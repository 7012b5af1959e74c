// A series: chart and the table that is the chart. Without an indicator, the indicators that the archive has figures of. The chosen
// series and the one it is compared with stand in the address. The code of charts is fetched only here.
import { go, with_query } from "../base/address";
import { address, get, part } from "../base/api";
import { h, join, replace, type Child } from "../base/dom";
import { count, period } from "../base/figures";
import { language, mixed, t, type Key } from "../base/language";
import type { Page } from "../base/page";
import type { Indicator, List, Series } from "../base/records";
import { downloads, heading, paging, told, zh } from "../parts/pieces";
import { indicator_name, series_address, series_kind, series_label, series_name } from "../parts/series_words";
import { series_table } from "../parts/series_table";
import { empty } from "../parts/states";

const FILTERS = ["indicator", "area", "entity", "period"] as const;
const long_name = (s: Series): string => `${series_name(s)}（${series_kind(s)}）`;

function finder(q: string): HTMLElement {
  const field = h<HTMLInputElement>("input", {
    type: "search",
    id: "indicator",
    value: q,
    "aria-label": t("series.find"),
    placeholder: t("series.find"),
  });
  return h(
    "form.query",
    {
      onsubmit: (e: Event) => {
        e.preventDefault();
        go(field.value.trim() ? `/series?indicator=${encodeURIComponent(field.value.trim())}` : "/series");
      },
    },
    field,
    h("button", { type: "submit" }, t("find")),
  );
}

async function indicators(query: URLSearchParams, signal: AbortSignal): Promise<Child> {
  const list = await get<List<Indicator>>("/indicators", { cursor: query.get("cursor"), limit: 60 }, signal);
  return [
    h("p.found", null, h("b", null, t("series.indicators", { n: count(list.total) })), " ", downloads("/indicators", {})),
    list.items.length
      ? h(
          "ol.names",
          null,
          list.items.map((i) =>
            h(
              "li",
              null,
              h(
                "a",
                { href: `/series?indicator=${encodeURIComponent(i.id)}`, "data-keys": "", lang: language() === "en" && !i.name_en ? "zh-CN" : null },
                language() === "en" && i.name_en ? i.name_en : i.name,
              ),
              " ",
              h("span.muted", null, told(i.series, "count.series")),
              " ",
              h("span.n", { title: told(i.values, "count.figures") }, count(i.values)),
            ),
          ),
        )
      : empty(t("series.empty"), t("overview.none.advice")),
    paging(list),
  ];
}

// The chart stands in a figure; its picture can be had as SVG and PNG, its rows as CSV.
function chart(all: Series[], query: Record<string, string | null>): { node: HTMLElement; start: () => void } {
  const place = h("div.chart", { role: "img", "aria-label": t("series.chart.says", { what: all.map(long_name).join("; ") }) });
  const ways = h("p.ways", null);
  const node = h("figure.chart-figure", null, place, ways);
  const start = async (): Promise<void> => {
    try {
      const { draw_chart } = await import("../charts/chart");
      if (!place.isConnected) return;
      const drawn = draw_chart(place, all);
      if (!drawn) return void replace(place, h("p.state", null, t("series.chart.none")));
      replace(
        ways,
        h("button", { type: "button", onclick: () => drawn.svg() }, "SVG"),
        " ",
        h("button", { type: "button", onclick: () => drawn.png() }, "PNG"),
        " ",
        downloads("/series", query),
      );
    } catch {
      replace(place, h("p.state", null, t("series.chart.failed")));
    }
  };
  return { node, start: () => void start() };
}

function chooser(id: string, label: Key, list: Series[], chosen: string | null, none: string | null): Child {
  const choose = h<HTMLSelectElement>(
    "select",
    { id, lang: zh(), onchange: () => go(with_query({ [id]: choose.value || null })) },
    none !== null ? h("option", { value: "" }, none) : null,
    list.map((s) => h("option", { value: s.id, selected: s.id === chosen }, `${long_name(s)} · ${told(s.reports, "count.figures")}`)),
  );
  return h("p", null, h("label", { for: id }, t(label)), choose);
}

const rank = (s: Series): number => s.reports * 10 + s.cells + (s.area_code === "CN" ? 5 : 0);

export const series: Page = async ({ query, signal }) => {
  const wanted = query.get("series"),
    other = query.get("compare");
  const asked: Record<string, string | null> = Object.fromEntries(FILTERS.map((f) => [f, query.get(f)]));
  if (!asked.indicator && !asked.area && !asked.entity && !wanted) {
    const list = query.get("conflicts") ? await disagreeing(query, signal) : await indicators(query, signal);
    return { title: t("nav.series"), data: "/indicators", body: [heading(t("series.title")), h("p.lead", null, t("series.lead")), finder(""), list] };
  }
  if (!asked.indicator && !asked.area && !asked.entity) asked.indicator = wanted; // a series by its id alone
  const found = await get<List<Series>>("/series", { ...asked, limit: 200 }, signal);
  const list = [...found.items].sort((a, b) => rank(b) - rank(a));
  if (!list.length)
    return {
      title: t("nav.series"),
      data: address("/series", asked),
      body: [
        heading(t("series.title")),
        finder(asked.indicator ?? ""),
        empty(t("series.none"), h("a", { href: "/series" }, t("series.none.advice"))),
      ],
    };
  const one = list.find((s) => s.id === wanted) ?? list[0]!;
  let second = other ? (list.find((s) => s.id === other) ?? null) : null;
  if (other && !second) second = await get<Series>(`/series/${part(other)}`, {}, signal).catch(() => null);
  // A list by place or body has no tables.
  const all = await Promise.all(
    (second && second.id !== one.id ? [one, second] : [one]).map((s) => (s.table ? s : get<Series>(`/series/${part(s.id)}`, {}, signal))),
  );
  const picture = chart(all, asked);
  const fits = list.filter((s) => s.id !== one.id);
  const called = Object.keys(one.called ?? {}).filter((n) => n !== one.indicator);
  return {
    title: series_name(one),
    wide: true,
    data: address("/series", asked),
    body: [
      h("p.position", null, h("a", { href: "/series" }, t("series.title"))),
      heading(series_label(one)),
      h(
        "p.meta",
        null,
        join([
          mixed(series_kind(one)),
          one.from ? (one.from === one.to ? period(one.from) : `${period(one.from)} – ${period(one.to)}`) : null,
          told(one.reports, "count.figures"),
          one.conflicts ? h("b.disagree", null, t("series.conflicts", { n: one.conflicts })) : null,
        ]),
      ),
      called.length ? h("p.muted", { lang: zh() }, t("series.called"), called.join("、")) : null,
      h(
        "div.filters.choose-series",
        null,
        chooser("series", "series.one", list, one.id, null),
        fits.length
          ? chooser(
              "compare",
              "series.compare",
              second && !fits.includes(second) ? [second, ...fits] : fits,
              second?.id ?? null,
              t("series.compare.none"),
            )
          : null,
      ),
      picture.node,
      h("h2", null, t("series.table")),
      series_table(all),
      list.length > 1
        ? h(
            "section",
            null,
            h("h2", null, mixed(t("series.others", { what: indicator_name(one) }))),
            h(
              "ul.names.long",
              null,
              fits
                .slice(0, 40)
                .map((s) =>
                  h(
                    "li",
                    null,
                    h("a", { href: with_query({ series: s.id, compare: null }) }, series_label(s)),
                    " ",
                    h("span.muted", null, mixed(series_kind(s))),
                    " ",
                    h("span.n", null, s.reports),
                  ),
                ),
            ),
          )
        : null,
    ],
    shown: picture.start,
  };
};

async function disagreeing(query: URLSearchParams, signal: AbortSignal): Promise<Child> {
  const list = await get<List<Series>>("/series", { conflicts: "yes", cursor: query.get("cursor") }, signal);
  return [
    h("p.found", null, h("b", null, t("series.disagree", { n: count(list.total) })), " ", downloads("/series", { conflicts: "yes" })),
    list.items.length ? null : empty(t("overview.conflicts.none")),
    h(
      "ul.names.long",
      null,
      list.items.map((s) =>
        h("li", null, h("a", { href: series_address(s), "data-keys": "" }, series_label(s)), " ", h("span.muted", null, mixed(series_kind(s))), " ", h("span.muted.disagree", null, t("series.conflicts", { n: s.conflicts }))),
      ),
    ),
    paging(list),
  ];
}
