// What is known of one record: a figure, a document, a name. Used in the side sheet of an article and on the record's own page.
import { get, part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { amount, count, figure, measure, period, unit_name } from "../base/figures";
import { area_name, language, mixed, t, word } from "../base/language";
import type { Entity, Explanation, Field, Observation, PolicyReport, Source, Told } from "../base/records";
import { rule_names } from "../texts/rule_names";
import { citation } from "./citation";
import { printed, rows, zh } from "./pieces";

// The program names its rules in English; a name without Chinese words is marked as English for screen readers.
function rule(name: string | null): Child {
  if (!name) return null;
  const chinese = language() === "zh" ? rule_names[name] : undefined;
  return chinese ? h("span.rule", { title: name }, chinese) : h("span.rule", { lang: "en" }, name);
}

// What a field was read as, in the words that the record itself is told in.
function read_as(f: Field): Child {
  const v = f.value ?? "";
  switch (f.field) {
    case "unit":
      return unit_name(v);
    case "measure":
      return word("measures", v);
    case "basis":
      return measure({ measure: null, basis: v });
    case "approx":
      return word("bounds", v) || v;
    case "status":
      return word("statuses", v);
    case "kind":
      return word("document_kinds", v);
    case "period":
      return period(v);
    case "value":
    case "value_max":
      return Number.isFinite(Number(v)) && v !== "" ? count(Number(v)).replace("-", "−") : v;
    case "sure":
      return t(v === "true" ? "sure.yes" : "sure.no");
    case "issuers":
      return h("span", { lang: zh() }, v.replaceAll("; ", "、"));
    default:
      return h("span", { lang: zh() }, v);
  }
}

export function why(explanation: Explanation | null): Child {
  const fields = (explanation?.fields ?? []).filter((f) => f.value !== null && (f.rule || f.words || f.note));
  if (!fields.length) return null;
  return h(
    "details.why",
    null,
    h("summary", null, t("record.why")),
    h(
      "table",
      null,
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          [t("why.field"), t("why.value"), t("why.words"), t("why.rule")].map((w) => h("th", { scope: "col" }, w)),
        ),
      ),
      h(
        "tbody",
        null,
        fields.map((f) =>
          h(
            "tr",
            null,
            h("th", { scope: "row" }, word("fields", f.field)),
            h("td", null, read_as(f)),
            h("td", { lang: zh() }, f.words),
            h("td", null, rule(f.rule), f.note ? [" ", rule(f.note)] : null),
          ),
        ),
      ),
    ),
  );
}

export const series_address = (o: Observation): string => {
  const query = new URLSearchParams();
  if (o.indicator_code ?? o.indicator) query.set("indicator", (o.indicator_code ?? o.indicator)!);
  if (o.area_code ?? o.area) query.set("area", (o.area_code ?? o.area)!);
  if (o.entity) query.set("entity", o.entity_id ?? o.entity);
  return `/series?${query.toString()}`;
};

const where = (s: Source): Child =>
  join([
    h(
      "a",
      { href: `/articles/${part(s.article_id)}?record=${encodeURIComponent((s as unknown as { id: string }).id)}`, lang: zh() },
      s.article_title ?? s.article_id,
    ),
    t(s.line_start === s.line_end ? "record.line" : "record.lines", { from: s.line_start, to: s.line_end }),
  ]);

const lines_of = (told: Told<Source>, mark: string, own_page: boolean): Child =>
  told.lines?.length
    ? [h(own_page ? "h2" : "h3", null, t("record.printed")), printed(told.lines, told.record.line_start, told.record.line_end, mark)]
    : null;

export function observation_body(told: Told<Observation>, own_page: boolean): Child {
  const o = told.record;
  return [
    h("p.figure", null, mixed(figure(o))),
    rows([
      [t("field.printed"), h("span", { lang: zh() }, o.text)],
      [t("field.measure"), measure(o)],
      [t("field.period"), period(o.period)],
      [t("field.area"), o.area ? h("a", { href: `/entities/${part(o.area_code ?? o.area)}`, lang: zh() }, area_name(o.area, o.area_code)) : null],
      [t("field.entity"), o.entity ? h("a", { href: `/entities/${part(o.entity_id ?? o.entity)}`, lang: zh() }, o.entity) : null],
      [t("field.reporter"), o.reporter ? h("span", { lang: zh() }, o.reporter) : t("field.reporter.none")],
      [t("field.status"), word("statuses", o.status)],
      [t("field.sure"), o.sure ? t("sure.yes") : t("sure.no")],
      [
        t("field.where"),
        own_page ? where(o) : t(o.line_start === o.line_end ? "record.line" : "record.lines", { from: o.line_start, to: o.line_end }),
      ],
    ]),
    h(
      "p.ways",
      null,
      join([
        h("a", { href: series_address(o) }, t("record.series")),
        own_page ? null : h("a", { href: `/observations/${part(o.id)}` }, t("record.page")),
      ]),
    ),
    lines_of(told, o.text, own_page),
    why(told.explanation),
    citation(`/observations/${part(o.id)}`),
  ];
}

export function policy_body(told: Told<PolicyReport>, own_page: boolean): Child {
  const p = told.record;
  return [
    rows([
      [t("field.kind"), word("document_kinds", p.kind)],
      [t("field.issuers"), p.issuers.length ? h("span", { lang: zh() }, p.issuers.join("、")) : null],
      [t("field.document_number"), p.number],
      [t("field.issued"), p.issued],
      [t("field.effective"), p.effective],
      [t("field.until"), p.until],
      [t("field.comments_until"), p.comments_until],
      [t("field.status"), word("statuses", p.status)],
      [t("field.sure"), p.sure ? t("sure.yes") : t("sure.no")],
      [
        t("field.where"),
        own_page ? where(p) : t(p.line_start === p.line_end ? "record.line" : "record.lines", { from: p.line_start, to: p.line_end }),
      ],
    ]),
    own_page ? null : h("p.ways", null, h("a", { href: `/policies/${part(p.id)}` }, t("record.page"))),
    lines_of(told, p.text, own_page),
    why(told.explanation),
    citation(`/policies/${part(p.id)}`),
  ];
}

export function entity_body(e: Entity): Child[] {
  const others = Object.keys(e.called).filter((n) => n !== e.name);
  return [
    rows([
      [t("field.kind"), word("entity_kinds", e.kind)],
      [t("field.called"), others.length ? h("span", { lang: zh() }, others.join("、")) : null],
      [t("field.mentions"), t("entity.mentions", { n: e.mentions, articles: e.articles, issues: e.issues })],
      [t("field.first"), join([e.first, e.last === e.first ? null : e.last], " – ")],
    ]),
    h("p.ways", null, h("a", { href: `/entities/${part(e.key ?? e.id ?? e.name)}` }, t("entity.page"))),
  ];
}

export const observation_title = (o: Observation): Child => h("span", { lang: zh() }, o.indicator ?? o.text);
export const tell_observation = (id: string, signal: AbortSignal): Promise<Told<Observation>> => get(`/observations/${part(id)}`, {}, signal);
export const plain_amount = (o: Observation): string => amount(o.value, o.unit, o.value_max);
