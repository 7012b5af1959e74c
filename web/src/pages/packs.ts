// Packs of compliance rules: the document that each follows, its days, and of one pack every rule with clause, meaning, remedy and examples.
import { get, part } from "../base/api";
import { h, join } from "../base/dom";
import { either, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { List, Pack, PackRow, PackRule } from "../base/records";
import { examples, heading, rows, told, zh } from "../parts/pieces";
import { acts, days_words, document_link, listed, notice, rule_list, rule_tabs, title } from "../parts/rule_words";

export const packs: Page = async ({ signal }) => {
  const list = await get<List<PackRow>>("/packs", { limit: 200 }, signal);
  return rule_list(
    "/packs",
    ["packs.title", "packs.lead", "packs.none"],
    list.items.map((p) => ({
      href: `/packs/${part(p.pack)}`,
      name: either(p.name, p.name_zh),
      more: h(
        "p.meta",
        null,
        join([title(p.policy.title), days_words(p.from, p.until), told(p.rules, "count.rules"), t("packs.person", { n: p.needs_person })]),
      ),
    })),
  );
};

const rule_item = (r: PackRule): HTMLElement =>
  h(
    "details.rule-more",
    { id: r.rule },
    h(
      "summary",
      { "data-keys": "" },
      mixed(either(r.name, r.name_zh)),
      " ",
      h("span.muted", null, join([word("verdicts", r.verdict), word("severities", r.severity)])),
    ),
    h(
      "section.rule-words",
      null,
      rows([
        [t("comply.clause"), [h("span", { lang: zh() }, r.article), " ", mixed(either(r.clause, r.clause_zh))]],
        [t("comply.means"), mixed(either(r.means, r.means_zh))],
        [t("comply.instead"), mixed(either(r.instead, r.instead_zh))],
        [t("pack.days"), days_words(r.from, r.until)],
        [t("pack.kinds"), listed(r.as.map((k) => word("text_kinds", k)))],
      ]),
      examples(t("rule.examples"), r.examples),
      examples(t("rule.counter_examples"), r.counter_examples),
      h("p.muted", null, h("code", { lang: "en" }, r.rule), " · ", t("rule.confidence", { p: Math.round(r.confidence * 100) })),
    ),
  );

export const pack: Page = async ({ parts: [id = ""], signal }) => {
  const p = await get<Pack>(`/packs/${part(id)}`, {}, signal);
  const name = either(p.name, p.name_zh);
  return {
    title: name,
    data: `/packs/${part(id)}`,
    body: [
      heading(mixed(name)),
      rule_tabs("/packs"),
      rows([
        [
          t("pack.document"),
          join([
            join(p.documents.map(document_link), " "),
            p.policy.number ? h("span", { lang: zh() }, p.policy.number) : null,
            h("span", { lang: zh() }, p.policy.issuers.join("、")),
            p.policy.draft ? t("packs.draft") : null,
          ]),
        ],
        [t("pack.days"), days_words(p.from, p.until)],
        [t("pack.addressee"), mixed(either(p.addressee, p.addressee_zh))],
        [t("pack.kinds"), listed(p.as.map((k) => word("text_kinds", k)))],
      ]),
      h("p.more", null, h("a", { href: `/comply?pack=${encodeURIComponent(p.pack)}` }, t("packs.use"))),
      h("section", null, h("h2", null, t("pack.rules"), " ", h("span.n", null, told(p.rules.length, "count.rules"))), p.rules.map(rule_item)),
      p.needs_person.length ? h("section", null, h("h2", null, t("comply.person")), acts(p.needs_person)) : null,
      notice(),
    ],
    // A link to one rule opens it.
    shown: () => {
      const spot = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
      if (spot instanceof HTMLDetailsElement) spot.open = true;
    },
  };
};
