// What can be decided: a list of cases, each with a form of its own.
import { get, part } from "../base/api";
import { h, join } from "../base/dom";
import { both, mixed, t } from "../base/language";
import type { Page } from "../base/page";
import type { DecisionRow, List } from "../base/records";
import { days_words, rule_list } from "../parts/rule_words";

export const decisions: Page = async ({ signal }) => {
  const list = await get<List<DecisionRow>>("/decisions", { limit: 200 }, signal);
  return rule_list(
    "/decisions",
    ["decisions.title", "decisions.lead", "decisions.none"],
    list.items.map((d) => ({
      href: `/decisions/${part(d.id)}`,
      name: both(d.name),
      more: [h("p", null, mixed(both(d.about))), h("p.meta", null, join([days_words(d.from, d.until), t("decisions.asks", { n: d.facts })]))],
    })),
  );
};
