// What pages of rules share: tabs, days in force, where a rule is laid down, the notice that it is no legal advice.
import { part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { both, either, language, mixed, t, type Key } from "../base/language";
import type { Drawn } from "../base/page";
import type { Act, CitedDocument, Clause } from "../base/records";
import { dated, heading, zh } from "./pieces";
import { empty } from "./states";

const TABS: [string, Key][] = [
  ["/comply", "comply.tab"],
  ["/decisions", "decisions.tab"],
  ["/packs", "packs.tab"],
];
export const rule_tabs = (now: string): Node =>
  h(
    "p.choose.tabs",
    null,
    join(
      TABS.map(([path, key]) => h("a", { href: path, "aria-current": path === now ? "page" : null }, t(key))),
      "  ",
    ),
  );

// A list of packs or of decisions, each entry with a link, words and what stands small below.
export const rule_list = (path: string, [name, lead, none]: [Key, Key, Key], items: { href: string; name: string; more: Child }[]): Drawn => ({
  title: t(name),
  data: path,
  body: [
    heading(t(name)),
    rule_tabs(path),
    h("p.lead", null, t(lead)),
    items.length
      ? h(
          "ol.items",
          null,
          items.map((i) => h("li.item", null, h("h2.item-title", null, h("a.title", { href: i.href, "data-keys": "" }, mixed(i.name))), i.more)),
        )
      : empty(t(none)),
    notice(),
  ],
});

export const notice = (): Node => h("p.muted.says", null, t("comply.notice"));

export const in_force = (from: string | null, until: string | null): string =>
  until ? t("packs.until", { from: from ?? "", until }) : t("packs.from", { from: from ?? "" });

export const title = (name: string): HTMLElement => h("span", { lang: zh() }, `《${name}》`);

// A document with its pages in the archive; that there is none is said.
export const document_link = (d: CitedDocument): Child =>
  d.policies.length === 0
    ? [title(d.title), " ", h("span.muted", null, t("pack.outside"))]
    : join(
        d.policies.map((id) => h("a", { href: `/policies/${part(id)}` }, title(d.title))),
        " ",
      );

// 《某办法》第三条：……
export const clause_words = (c: Clause): Child => [
  title(c.document),
  c.number ? h("span", { lang: zh() }, c.number) : null,
  c.article ? h("span", { lang: zh() }, c.article) : null,
  t("colon"),
  mixed(both(c)),
];

export const acts = (list: Act[]): Child =>
  h(
    "ul.plain",
    null,
    list.map((a) => h("li", null, h("span.muted", { lang: zh() }, a.article), " ", mixed(either(a.act, a.act_zh)))),
  );

export const days_words = (from: string | null, until: string | null): Child => dated(in_force(from, until));
export const listed = (list: Child[]): Child => join(list, language() === "zh" ? "、" : ", ");
