// The reading room's door: what is here, what came last, which rules change next, which figures disagree. Every line leads somewhere.
import { get, part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { count, figure, period, shared_scale } from "../base/figures";
import { mixed, t, word, type Key } from "../base/language";
import type { Page } from "../base/page";
import type { ArticleBrief, Conflict, ConflictValue, IssueBrief, Observation, Overview, PolicyEvent, Series } from "../base/records";
import { article_link, dated, day, heading, issue_name, section_mark, told, zh } from "../parts/pieces";
import { empty } from "../parts/states";
import { series_kind, series_label, series_link } from "../parts/series_words";

const link = (href: string, text: string): HTMLElement => h("a", { href }, text);

function lead(o: Overview): Child {
  const a = o.archive;
  return h(
    "p.lead",
    null,
    link("/issues", told(a.issues, "count.issues")),
    t("and"),
    link("/articles", told(a.articles, "count.articles")),
    t("and"),
    link("/series", told(a.observations ?? 0, "count.figures")),
    t("and"),
    link("/policies", told(a.policies ?? 0, "count.documents")),
    t("and"),
    link("/entities", told(a.entities ?? 0, "count.names")),
    a.first_date ? dated(t("overview.span", { from: a.first_date, to: a.last_date ?? a.first_date })) : t("stop"),
  );
}

const issue_mark = (i: IssueBrief): HTMLElement => {
  const says = [i.date, issue_name(i) === i.date ? "" : issue_name(i), i.articles === undefined ? "" : told(i.articles, "count.articles")];
  return h(
    "li",
    null,
    h(
      "a",
      { href: `/issues/${part(i.id)}`, title: says.filter(Boolean).join(" · "), "aria-label": says.filter(Boolean).join(", "), lang: zh() },
      i.date ? i.date.slice(5) : i.id,
    ),
  );
};

// Issues on a line of years: a mark an issue. Of many years the last ones are open, fewer of them on a phone.
const OPEN_YEARS = 6;
function years(issues: IssueBrief[]): Child {
  const by_year = new Map<string, IssueBrief[]>();
  for (const issue of issues) {
    const year = issue.date?.slice(0, 4) ?? t("overview.undated");
    by_year.set(year, [...(by_year.get(year) ?? []), issue]);
  }
  const all = [...by_year].sort(([x], [y]) => (x < y ? -1 : 1));
  const row = ([year, list]: [string, IssueBrief[]]): HTMLElement =>
    h(
      "div",
      null,
      h("dt", null, year),
      h("dd", null, h("ol", null, list.sort((x, y) => ((x.date ?? "") < (y.date ?? "") ? -1 : 1)).map(issue_mark))),
    );
  const open = matchMedia("(max-width: 760px)").matches ? OPEN_YEARS / 2 : OPEN_YEARS;
  const older = all.length > open + 2 ? all.slice(0, -open) : [];
  return h(
    "section",
    { "aria-labelledby": "years" },
    h("h2", { id: "years" }, t("overview.issues")),
    older.length
      ? h(
          "details.older",
          null,
          h("summary", null, t("overview.older", { from: older[0]![0], to: older.at(-1)![0], n: older.reduce((n, [, l]) => n + l.length, 0) })),
          h("dl.years", null, older.map(row)),
        )
      : null,
    h("dl.years", null, all.slice(older.length).map(row)),
  );
}

function latest(o: Overview): Child {
  if (!o.latest) return empty(t("overview.none"), t("overview.none.advice"));
  const { issue, articles } = o.latest;
  const sections = new Map<string | null, ArticleBrief[]>();
  for (const a of articles) sections.set(a.section, [...(sections.get(a.section) ?? []), a]);
  return h(
    "section",
    { "aria-labelledby": "latest" },
    h("h2", { id: "latest" }, t("overview.latest")),
    h(
      "p.issue-line",
      null,
      h("a", { href: `/issues/${part(issue.id)}`, lang: zh() }, issue_name(issue)),
      " ",
      h("span.muted", null, join([issue_name(issue) === issue.date ? null : day(issue.date), told(issue.articles ?? articles.length, "count.articles")])),
    ),
    [...sections].map(([name, list]) =>
      h(
        "div.part",
        null,
        name ? h("h3", null, section_mark(name)) : null,
        h(
          "ol.titles",
          null,
          list.map((a) => h("li", null, article_link(a, { "data-keys": "" }), " ", h("span.muted", { lang: zh() }, a.sources.join("、")))),
        ),
      ),
    ),
  );
}

function coming(events: PolicyEvent[], on: string | undefined): Child {
  return h(
    "section",
    { "aria-labelledby": "coming" },
    h("h2", { id: "coming" }, t("overview.coming"), on ? [" ", h("span.n", null, t("overview.coming.after", { on }))] : null),
    events.length
      ? h(
          "ol.dates",
          null,
          events
            .slice(0, 6)
            .map((e) =>
              h(
                "li",
                null,
                h("time", { datetime: e.day }, e.day),
                h(
                  "div",
                  null,
                  h("a", { href: `/policies/${part(e.id)}`, lang: zh() }, e.name),
                  " ",
                  h("span.muted", null, word("events", e.what), e.conflict ? ` · ${t("conflict.dates")}` : ""),
                ),
              ),
            ),
        )
      : h("p.muted", null, t("overview.coming.none")),
    h("p.more", null, link("/policies", t("overview.coming.more"))),
  );
}

// The value with what its series says of it, where the value alone does not.
const whole = (v: ConflictValue, s: Series): Observation =>
  ({ ...v, value_max: v.value_max ?? null, unit: v.unit ?? s.unit, measure: v.measure ?? s.measure, approx: v.approx ?? "=" }) as Observation;

function teller(v: ConflictValue): Child {
  const a = typeof v.article === "object" ? v.article : null;
  const id = v.article_id ?? a?.id;
  const words = v.reporter ?? v.sources?.[0] ?? a?.sources?.[0] ?? v.article_title ?? a?.title ?? v.id;
  return h("a", { href: id ? `/articles/${part(id)}?record=${part(v.id)}` : `/observations/${part(v.id)}`, lang: zh() }, words);
}

// The values in one scale, each once with the first who tells it; very far apart, each stays in its own.
function told_apart(c: Conflict): [string, ConflictValue][] {
  const all = c.values.map((v) => Math.abs(v.value)).filter((v) => v > 0);
  const scale = all.length && Math.max(...all) / Math.min(...all) < 1e4 ? shared_scale(all) : undefined;
  const out = new Map<string, ConflictValue>();
  for (const v of c.values) {
    const words = figure(whole(v, c.series), scale);
    if (!out.has(words)) out.set(words, v);
  }
  return [...out];
}

function conflicts(list: Conflict[], total: number): Child {
  return h(
    "section",
    { "aria-labelledby": "conflicts" },
    h("h2", { id: "conflicts" }, t("overview.conflicts")),
    list.length
      ? h(
          "ul.conflicts",
          null,
          list.slice(0, 5).map((c) =>
            h(
              "li",
              null,
              h("p", null, series_link(c.series, series_label(c.series)), " ", h("span.muted", null, join([mixed(series_kind(c.series)), period(c.period)]))),
              h(
                "ul",
                null,
                told_apart(c).map(([words, v]) => h("li", null, h("b", null, mixed(words)), " ", teller(v))),
              ),
            ),
          ),
        )
      : h("p.muted", null, t("overview.conflicts.none")),
    total > 5 ? h("p.more", null, link("/series?conflicts=1", t("overview.conflicts.more", { n: total - 5 }))) : null,
  );
}

const SEVERITIES: Record<"error" | "warning" | "note", Key> = { error: "count.error", warning: "count.warning", note: "count.note" };

function findings(counts: Overview["findings"]): Child {
  const levels = (["error", "warning", "note"] as const).filter((s) => counts !== null && counts[s] > 0);
  return h(
    "section",
    { "aria-labelledby": "findings" },
    h("h2", { id: "findings" }, t("overview.findings")),
    levels.length
      ? h(
          "p",
          null,
          levels.map((s, i) => [i ? t("and") : "", link(`/findings?severity=${s}`, t(SEVERITIES[s], { n: count(counts?.[s] ?? 0) }))]),
          t("stop"),
        )
      : h("p.muted", null, t(counts === null ? "overview.findings.later" : "overview.findings.none")),
    h("p.more", null, link("/check", t("overview.check"))),
  );
}

export const overview: Page = async ({ signal }) => {
  const o = await get<Overview>("/overview", {}, signal);
  if (!o.archive.issues)
    return {
      title: t("nav.overview"),
      data: "/overview",
      body: [heading(t("overview.title"), "top"), empty(t("overview.none"), t("overview.none.advice")), h("p", null, link("/check", t("overview.check")))],
    };
  return {
    title: t("nav.overview"),
    wide: true,
    data: "/overview",
    body: [
      heading(t("overview.title"), "top"),
      lead(o),
      years(o.issues),
      h(
        "div.two",
        null,
        h("div", null, latest(o)),
        h("div.aside", null, coming(o.coming, o.on), conflicts(o.conflicts, o.conflicts_total ?? o.conflicts.length), findings(o.findings)),
      ),
    ],
  };
};
