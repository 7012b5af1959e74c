// One document as many bulletins tell it: its standing on a day and why, every date with who reports it, the reports with their sentences.
// An address may also name a single report; then its record is shown.
import { get, part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { either, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Policy, PolicyReport, Told, Told1 } from "../base/records";
import { citation } from "../parts/citation";
import { dated, day, heading, quote, told, zh } from "../parts/pieces";
import { policy_body } from "../parts/record";
import { reason } from "../parts/policy_words";

// Packs with their rules, and cases, that rest on the document.
function followed({ followed_by: by }: Policy): Child {
  if (!by || by.packs.length + by.decisions.length === 0) return null;
  return h(
    "section",
    null,
    h("h2", null, t("policy.followed")),
    by.packs.map((p) =>
      h(
        "details.rule-more",
        null,
        h("summary", { "data-keys": "" }, t("policy.pack"), mixed(either(p.name, p.name_zh)), " ", h("span.muted", null, told(p.rules.length, "count.rules"))),
        h("p", null, h("a", { href: `/packs/${part(p.pack)}` }, t("packs.whole"))),
        h(
          "ul.plain",
          null,
          p.rules.map((r) =>
            h(
              "li",
              null,
              r.article ? [h("span.muted", { lang: zh() }, r.article), " "] : null,
              h("a", { href: `/packs/${part(p.pack)}#${r.rule}` }, mixed(either(r.name, r.name_zh))),
            ),
          ),
        ),
      ),
    ),
    h(
      "ul.plain",
      null,
      by.decisions.map((d) =>
        h(
          "li",
          null,
          t("policy.case"),
          h("a", { href: `/decisions/${part(d.id)}`, "data-keys": "" }, mixed(either(d.name, d.name_zh))),
          d.articles.length ? [" ", h("span.muted", { lang: zh() }, d.articles.join("、"))] : null,
        ),
      ),
    ),
  );
}

const named_by = (p: Policy): ((name: string) => PolicyReport | null) => {
  const reports = p.reports.filter((r): r is PolicyReport => typeof r !== "string");
  return (name) =>
    reports.find(
      (r) =>
        r.id === name || (name.startsWith(`${r.issue}/`) && name.split("/")[1]?.startsWith(`${r.article}-`)) || name === `${r.issue}/${r.article}`,
    ) ?? null;
};

function field(name: string, list: Told1[], of: (name: string) => PolicyReport | null, say: (v: string) => string = (v) => v): Child {
  return list.map((v, i) =>
    h(
      "tr",
      null,
      i === 0 ? h("th", { scope: "rowgroup", rowspan: list.length }, name) : null,
      h("td", { lang: zh() }, h("b", null, say(v.value)), v.sure ? null : h("span.muted", null, " ", t("sure.no"))),
      h(
        "td",
        { lang: zh() },
        join(
          v.reports.map((r) => {
            const report = of(r);
            return report
              ? h(
                  "a",
                  { href: `/articles/${part(report.article_id)}?record=${part(report.id)}` },
                  report.sources[0] || report.article_title,
                  " ",
                  report.date,
                )
              : r;
          }),
          "；",
        ),
      ),
    ),
  );
}

export const policy: Page = async ({ parts: [id = ""], query, signal }) => {
  const got = await get<Policy | Told<PolicyReport>>(`/policies/${part(id)}`, { on: query.get("on") }, signal);
  if ("record" in got && !("standing" in got)) {
    return {
      title: got.record.name,
      data: `/policies/${part(id)}`,
      body: h(
        "div.record-page",
        null,
        h("p.position", null, h("a", { href: "/policies" }, t("nav.policies"))),
        heading(h("span", { lang: zh() }, `《${got.record.name}》`)),
        policy_body(got, true),
      ),
    };
  }
  const p = got as Policy;
  const of = named_by(p);
  const reports = p.reports.filter((r): r is PolicyReport => typeof r !== "string");
  const names = Object.keys(p.called).filter((n) => n !== p.name);
  return {
    title: p.name,
    data: `/policies/${part(id)}`,
    body: h(
      "div.record-page",
      null,
      h("p.position", null, h("a", { href: "/policies" }, t("nav.policies"))),
      heading(h("span", { lang: zh() }, `《${p.name}》`)),
      h("p.lead", null, dated(t("policy.on", { on: p.on })), dated(reason(p))),
      p.conflict ? h("p.note", null, t("policy.conflict")) : null,
      names.length ? h("p.muted", { lang: zh() }, t("field.called"), "：", names.join("、")) : null,
      h(
        "div.scroll",
        null,
        h(
          "table.told",
          null,
          h(
            "thead",
            null,
            h(
              "tr",
              null,
              [t("why.field"), t("why.value"), t("policy.reported")].map((w) => h("th", { scope: "col" }, w)),
            ),
          ),
          h(
            "tbody",
            null,
            field(t("field.kind"), p.kind, of, (v) => word("document_kinds", v)),
            field(t("field.issuers"), p.issuers, of, (v) => v.replaceAll("; ", "、")),
            field(t("field.document_number"), p.number, of),
            field(t("field.issued"), p.issued, of),
            field(t("field.effective"), p.effective, of),
            field(t("field.until"), p.until, of),
            field(t("field.comments_until"), p.comments_until, of),
          ),
        ),
      ),
      reports.length
        ? h(
            "section",
            null,
            h("h2", null, t("policy.reports")),
            reports.map((r) =>
              h(
                "div.report",
                null,
                quote(r.quote, r.text),
                h(
                  "p.meta",
                  { lang: zh() },
                  join([
                    h("a", { href: `/articles/${part(r.article_id)}?record=${part(r.id)}`, "data-keys": "" }, r.article_title),
                    r.sources.join("、"),
                    day(r.date),
                    t("record.line", { from: r.line_start }),
                  ]),
                ),
              ),
            ),
          )
        : null,
      followed(p),
      citation(`/policies/${part(id)}`),
    ),
  };
};
