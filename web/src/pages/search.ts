// One field. Facets with counts at the left (folded away on a phone), hits with their marked words, and where the question was for a
// figure its table first. How the words were read is said, so that a surprise can be understood.
import { go, with_query } from "../base/address";
import { address, get, part } from "../base/api";
import { h, join, s, type Child } from "../base/dom";
import { count, period } from "../base/figures";
import { language, mixed, t, word, type Key } from "../base/language";
import type { Page } from "../base/page";
import type { ArticleBrief, Facet, Found, Hit, Reason, Snippet } from "../base/records";
import { downloads, heading, meta, paging, told, zh } from "../parts/pieces";
import { series_address, series_kind, series_label } from "../parts/series_words";
import { series_table } from "../parts/series_table";
import { empty } from "../parts/states";

const FACETS = ["section", "source", "year", "area", "body"] as const;
const FACET_WORDS: Record<(typeof FACETS)[number], Key> = {
  section: "facet.section",
  source: "facet.source",
  year: "facet.year",
  area: "facet.area",
  body: "facet.body",
};

function field(q: string): HTMLElement {
  const input = h<HTMLInputElement>("input", {
    type: "search",
    name: "q",
    id: "query",
    value: q,
    autocomplete: "off",
    "aria-label": t("nav.search"),
    placeholder: t("search.placeholder"),
    "aria-keyshortcuts": "/",
  });
  return h(
    "form.query",
    {
      role: "search",
      onsubmit: (e: Event) => {
        e.preventDefault();
        go(input.value.trim() ? `/search?q=${encodeURIComponent(input.value.trim())}` : "/search");
      },
    },
    input,
    h("button", { type: "submit" }, t("nav.search")),
  );
}

function facet(name: (typeof FACETS)[number], values: Facet[], chosen: string | null): Child {
  if (!values.length && !chosen) return null;
  const shown = values.slice(0, 8);
  const one = (v: Facet): HTMLElement =>
    h(
      "li",
      null,
      h(
        "a",
        { href: with_query({ [name]: v.value === chosen ? null : v.value }), "aria-current": v.value === chosen ? "true" : null, lang: zh() },
        name === "section" ? word("sections", v.value) : v.value,
      ),
      " ",
      h("span.n", null, count(v.count)),
    );
  return h(
    "section",
    null,
    h("h2", null, t(FACET_WORDS[name])),
    h(
      "ul",
      null,
      shown.map(one),
      chosen && !shown.some((v) => v.value === chosen) ? one({ value: chosen, count: values.find((v) => v.value === chosen)?.count ?? 0 }) : null,
    ),
    values.length > 8
      ? h("details", null, h("summary", null, t("facet.more", { n: values.length - 8 })), h("ul", null, values.slice(8, 60).map(one)))
      : null,
  );
}

const chosen_line = (query: URLSearchParams): Child => {
  const set = FACETS.filter((f) => query.get(f));
  return set.length
    ? h(
        "p.chosen",
        null,
        t("facet.chosen"),
        set.map((f) => [
          " ",
          h(
            "a.chip",
            { href: with_query({ [f]: null }), "aria-label": t("facet.drop", { what: query.get(f)! }), lang: zh() },
            `${t(FACET_WORDS[f])}：${query.get(f)} ×`,
          ),
        ]),
      )
    : null;
};

// Articles over time as bars: a picture with its numbers in words for those who do not see it.
function over_time(list: { period: string; count: number }[]): Child {
  if (list.length < 3) return null;
  const most = Math.max(...list.map((p) => p.count)),
    step = Math.min(24, 600 / list.length),
    width = step * list.length;
  return h(
    "figure.over-time",
    null,
    s(
      "svg",
      {
        viewBox: `0 0 ${width} 30`,
        width: Math.round(width),
        role: "img",
        "aria-label": t("search.over_time.says", {
          from: list[0]!.period,
          to: list.at(-1)!.period,
          most: list.reduce((a, b) => (b.count > a.count ? b : a)).period,
        }),
        preserveAspectRatio: "none",
      },
      list.map((p, i) =>
        s(
          "rect",
          { x: i * step + 1, y: 28 - (26 * p.count) / most, width: Math.max(1, step - 2), height: (26 * p.count) / most },
          s("title", null, `${p.period}: ${p.count}`),
        ),
      ),
    ),
    h("ul.quiet", null, list.map((p) => h("li", null, `${period(p.period)}: ${told(p.count, "count.articles")}`))),
    h("figcaption.muted", null, list[0]!.period, h("span", null, t("search.over_time")), list.at(-1)!.period),
  );
}

const pieces = (list: Snippet[]): Child => list.map((p) => (p.mark ? h("mark", null, p.text) : p.text));
const reason = (r: string | Reason): string => (typeof r === "string" ? r : language() === "zh" ? r.text_zh : r.text);

function hit(item: Hit): HTMLElement {
  return h(
    "li.item",
    null,
    h(
      "h2.item-title",
      null,
      h(
        "a.title",
        { href: `/articles/${part(item.id)}`, lang: zh(), "data-keys": "" },
        item.title_marked?.length ? pieces(item.title_marked) : item.title,
      ),
    ),
    meta(item as ArticleBrief),
    h("p.snippet", { lang: zh() }, pieces(item.snippet)),
    item.why?.length ? h("p.why-hit", null, t("search.why"), mixed(item.why.map(reason).join(language() === "zh" ? "；" : "; "))) : null,
    item.same_story?.length
      ? h(
          "p.why-hit",
          null,
          t("search.same_story"),
          join(
            item.same_story.map((a) => h("a", { href: `/articles/${part(a.id)}`, lang: zh() }, a.title)),
            "；",
          ),
        )
      : null,
  );
}

const ANSWER_PERIODS = 6; // above the hits; the page of the series has all
function answers(found: Found): Child {
  const a = found.answer;
  if (!a) return null;
  const told_for = a.told_for ?? [];
  return [
    a.series
      .slice(0, 2)
      .map((one) =>
        h(
          "section.answer",
          null,
          h("h2", null, h("a", { href: series_address(one) }, series_label(one))),
          h("p.muted", null, mixed(series_kind(one))),
          series_table([one], ANSWER_PERIODS),
          (one.table ?? []).length > ANSWER_PERIODS
            ? h("p.more", null, h("a", { href: series_address(one) }, t("search.answer.all", { n: count(one.reports) })))
            : null,
        ),
      ),
    told_for.length ? h("p.note", null, t("search.told_for"), told_for.slice(0, 8).map(period).join(t("comma"))) : null,
  ];
}

// How the query was read: notes on what was not understood, other forms that count too, and the way to do without them.
function reading(found: Found, q: string, exact: boolean): Child {
  const also = [...new Set((found.query.terms ?? []).flatMap((term) => term.also.map((a) => a.words)))];
  return [
    (found.query.notes ?? []).map((n) => h("p.note", null, mixed(language() === "zh" ? n.text_zh : n.text))),
    found.query.read && found.query.read !== q && found.query.notes?.length
      ? h("p.muted", null, t("search.read"), h("code", { lang: zh() }, found.query.read))
      : null,
    exact
      ? h("p.muted", null, h("a", { href: with_query({ exact: null }) }, t("search.widened")))
      : also.length
        ? h(
            "p.muted",
            null,
            t("search.also"),
            h("span", { lang: zh() }, also.slice(0, 8).join("、")),
            " ",
            h("a", { href: with_query({ exact: "yes" }) }, t("search.exact")),
          )
        : null,
  ];
}

const SORTS = { relevance: "search.sort.relevance", newest: "search.sort.newest", oldest: "search.sort.oldest" } as const satisfies Record<
  string,
  Key
>;
const order = (now: string): Child =>
  h(
    "span.order",
    { role: "group", "aria-label": t("search.sort") },
    (Object.keys(SORTS) as (keyof typeof SORTS)[]).map((s) => [
      " ",
      h("a", { href: with_query({ sort: s === "relevance" ? null : s }), "aria-current": s === now ? "true" : null }, t(SORTS[s])),
    ]),
  );

export const search: Page = async ({ query, signal }) => {
  const q = query.get("q") ?? "";
  if (!q)
    return { title: t("nav.search"), body: [heading(t("nav.search")), field(""), advice()], shown: () => document.getElementById("query")?.focus() };
  const asked = {
    q,
    cursor: query.get("cursor"),
    sort: query.get("sort"),
    exact: query.get("exact"),
    limit: "20",
    ...Object.fromEntries(FACETS.map((f) => [f, query.get(f)])),
  };
  const found = await get<Found>("/search", asked, signal);
  const sides = FACETS.map((f) => facet(f, found.facets?.[f] ?? [], query.get(f))).filter(Boolean);
  const narrow = matchMedia("(max-width: 900px)").matches;
  const meant = [found.did_you_mean ?? []].flat();
  return {
    title: q,
    wide: true,
    data: address("/search", asked),
    body: [
      heading(t("nav.search")),
      field(q),
      h(
        sides.length ? "div.with-facets" : "div.without-facets",
        null,
        sides.length ? h("details.facets", { open: !narrow }, h("summary", null, t("facet.title")), sides) : h("div"),
        h(
          "div",
          null,
          answers(found),
          chosen_line(query),
          h(
            "p.found",
            null,
            h("b", null, told(found.total, "count.hits")),
            found.total > 1 ? order(query.get("sort") ?? "relevance") : null,
            " ",
            downloads("/search", asked, false),
          ),
          reading(found, q, query.get("exact") === "yes"),
          meant.length
            ? h(
                "p.did-mean",
                null,
                t("search.meant"),
                join(
                  meant.map((m) => h("a", { href: `/search?q=${encodeURIComponent(m)}`, lang: zh() }, m)),
                  t("comma"),
                ),
              )
            : null,
          over_time(found.over_time ?? []),
          found.items.length ? h("ol.items", null, found.items.map(hit)) : empty(mixed(t("search.none", { q })), t("search.none.advice")),
          paging(found),
        ),
      ),
    ],
  };
};

function advice(): Child {
  const rows: [string, Key][] = [
    ["快递 直播", "advice.and"],
    ["快递 OR 外卖", "advice.or"],
    ["快递 -直播", "advice.not"],
    ['"跨境电商"', "advice.phrase"],
    ["标题:快递", "advice.title"],
    ["来源:经济日报", "advice.source"],
    ["日期:[2022-01-01 TO 2022-12-31]", "advice.date"],
    ["网上零售额 2022", "advice.figure"],
  ];
  return h(
    "section.advice",
    null,
    h("h2", null, t("advice.title_of")),
    h(
      "table",
      null,
      h(
        "tbody",
        null,
        rows.map(([ask, key]) =>
          h("tr", null, h("th", { scope: "row" }, h("a", { href: `/search?q=${encodeURIComponent(ask)}`, lang: zh() }, ask)), h("td", null, t(key))),
        ),
      ),
    ),
  );
}
