// A listing, a script or a transcript held against the packs in force on a day: the text at the left, beside its lines what may not stand
// there, what needs proof, what is missing. Kind, day and packs are the address; the text is kept nowhere.
import { quietly } from "../base/address";
import { get, part, type Problem } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { count } from "../base/figures";
import { either, language, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { ComplianceFinding, ComplianceReport, List, PackRow } from "../base/records";
import { beside, type Noted } from "../parts/beside";
import { note_box } from "../parts/finding";
import { firsts, pasting, type Kept } from "../parts/pasting";
import { dated, heading, rows, told, zh } from "../parts/pieces";
import { acts, days_words, listed, notice, rule_tabs, title } from "../parts/rule_words";
import { words } from "../texts/words";

const pack_name = (packs: PackRow[], id: string): string => {
  const pack = packs.find((p) => p.pack === id);
  return pack ? either(pack.name, pack.name_zh) : id;
};

const head = (f: ComplianceFinding): Child => [
  word("verdicts", f.missing ? "missing" : f.verdict),
  t("colon"),
  h("b", null, mixed(either(f.name, f.name_zh))),
  " ",
  h("span.muted", null, join([t("comply.place", { line: f.line_start, column: f.column_start }), f.at, f.who ? h("span", { lang: zh() }, f.who) : null])),
];

const noted = (f: ComplianceFinding, i: number): Noted => {
  const id = `found-${i + 1}`;
  return {
    id,
    line: f.line_start,
    span: f.span,
    severity: f.severity,
    note: () =>
      note_box(
        { id, severity: f.severity },
        head(f),
        false,
        f.read_as ? h("p", null, mixed(t("comply.read_as", { words: f.read_as }))) : null,
        rows([
          [
            h("a", { href: `/packs/${part(f.pack)}#${f.rule}` }, t("comply.clause")),
            [
              title(f.policy.title),
              f.article ? h("span", { lang: zh() }, f.article) : null,
              f.policy.draft ? ` (${t("packs.draft")})` : null,
              t("colon"),
              mixed(either(f.clause, f.clause_zh)),
            ],
          ],
          [t("comply.means"), mixed(either(f.means, f.means_zh))],
          [t("comply.instead"), mixed(either(f.instead, f.instead_zh))],
        ]),
      ),
  };
};

function exempt(list: ComplianceFinding[]): Child {
  if (!list.length) return null;
  return [
    h("h3", null, t("comply.exempt")),
    h(
      "ul.plain",
      null,
      list.map((f) =>
        h(
          "li",
          null,
          join([
            h("span", { lang: zh() }, h("mark", null, f.quote)),
            mixed(either(f.exempt_name, f.exempt_name_zh)),
            h("a", { href: `/packs/${part(f.pack)}#${f.rule}` }, mixed(either(f.name, f.name_zh))),
            t("comply.place", { line: f.line_start, column: f.column_start }),
          ]),
        ),
      ),
    ),
  ];
}

function result(packs: PackRow[], r: ComplianceReport, name: string): Child {
  const notes = r.findings.map(noted);
  const link = (id: string): HTMLElement => h("a", { href: `/packs/${part(id)}` }, mixed(pack_name(packs, id)));
  const by_pack = r.used.map((u) => [u.pack, r.needs_person.filter((a) => a.pack === u.pack)] as const).filter(([, list]) => list.length);
  return [
    h("h2", { tabindex: -1, id: "result" }, notes.length ? told(notes.length, "count.findings") : t(r.used.length ? "check.clean" : "comply.unused")),
    h(
      "p.muted",
      null,
      join([
        name,
        t("check.not_kept"),
        dated(t("comply.by", { on: r.on })),
        t("comply.as", { kind: word("text_kinds", r.as) }) + (r.guessed ? ` (${language() === "zh" ? t("comply.kind.told") : r.guessed})` : ""),
        t("comply.used", { n: r.used.length }),
      ]),
    ),
    notes.length ? firsts(notes) : h("p", null, r.used.length ? t("comply.clean.says") : dated(t("comply.unused.says", { on: r.on }))),
    beside(r.text, notes),
    r.not_listed.map((m) => h("p.muted", null, t("comply.not_listed", { rule: m.rule, places: count(m.places) }))),
    h(
      "section.besides",
      null,
      exempt(r.exempt),
      by_pack.length ? [h("h3", null, t("comply.person")), by_pack.map(([id, list]) =>
              h("details", null, h("summary", null, mixed(pack_name(packs, id)), " ", h("span.n", null, list.length)), acts(list)),
            ),
          ]
        : null,
      r.not_in_force.length
        ? [
            h("h3", null, t("comply.idle")),
            h(
              "ul.plain",
              null,
              r.not_in_force.map((p) => h("li", null, link(p.pack), " ", h("span.muted", null, days_words(p.from, p.until)))),
            ),
          ]
        : null,
      r.about_other_kinds.length
        ? [
            h("h3", null, t("comply.other_kinds")),
            h(
              "p",
              null,
              listed(r.about_other_kinds.map((p) => link(p.pack))),
            ),
          ]
        : null,
    ),
  ];
}

const kept: Kept<ComplianceReport> = { typed: "", last: null };

export const comply: Page = async ({ query, signal }) => {
  const packs = (await get<List<PackRow>>("/packs", { limit: 200 }, signal)).items;
  const chosen = new Set((query.get("pack") ?? "").split(",").filter((id) => packs.some((p) => p.pack === id)));
  const as = Object.keys(words.text_kinds).find((k) => k === query.get("as")) ?? "";
  const kind = h<HTMLSelectElement>(
    "select",
    { id: "as", onchange: () => quietly({ as: kind.value || null }) },
    h("option", { value: "" }, t("comply.kind.told")),
    Object.keys(words.text_kinds).map((k) => h("option", { value: k, selected: k === as }, word("text_kinds", k))),
  );
  const day = h<HTMLInputElement>("input", {
    type: "date",
    id: "on",
    required: true,
    value: query.get("on") ?? new Date().toISOString().slice(0, 10),
    onchange: () => day.value && quietly({ on: day.value }),
  });
  const box = (p: PackRow): HTMLElement => {
    const field = h<HTMLInputElement>("input", {
      type: "checkbox",
      id: `pack-${p.pack}`,
      checked: chosen.has(p.pack),
      onchange: () => {
        if (field.checked) chosen.add(p.pack);
        else chosen.delete(p.pack);
        quietly({ pack: [...chosen].join() || null });
      },
    });
    return h("label", null, field, " ", mixed(either(p.name, p.name_zh)));
  };
  const { form, out } = pasting<ComplianceReport>({
    kept,
    path: "/comply",
    query: () => ({ on: day.value, as: kind.value, pack: [...chosen].join() }),
    label: t("comply.label"),
    placeholder: t("comply.placeholder"),
    go: t("comply.go"),
    before: [
      h("p.asked", null, h("span", null, h("label", { for: "as" }, t("comply.kind")), kind), h("span", null, h("label", { for: "on" }, t("policies.day")), day)),
      h("fieldset.packs", null, h("legend", null, t("comply.packs")), packs.map(box)),
    ],
    refused: (problem: Problem) => (problem.parameter === "as" ? t("comply.kind.ask") : null),
    result: (report, name) => result(packs, report, name),
    signal,
  });
  return {
    title: t("comply.title"),
    wide: true,
    body: [heading(t("comply.title")), rule_tabs("/comply"), h("p.lead", null, t("comply.lead")), form, out, notice()],
  };
};
