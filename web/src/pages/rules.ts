// The rules of the checks, by kind: what each means, how sure it is, what it finds and what it passes.
import { get } from "../base/api";
import { h } from "../base/dom";
import { language, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { List, Rule } from "../base/records";
import { heading } from "../parts/pieces";
import { words } from "../texts/words";
import { check_tabs } from "./checks";
import { rule_words } from "./told";

export const rules: Page = async ({ signal }) => {
  const all: Rule[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const list: List<Rule> = await get<List<Rule>>("/rules", { limit: 200, cursor }, signal);
    all.push(...list.items);
    cursor = list.next;
  }
  return {
    title: t("checks.rules"),
    data: "/rules",
    body: [
      heading(t("rules.title", { n: all.length })),
      check_tabs("rules"),
      h("p.lead", null, t("rules.lead")),
      Object.keys(words.kinds).map((kind) => {
        const list = all.filter((r) => r.kind === kind);
        return list.length
          ? h(
              "section.part",
              null,
              h("h2", null, word("kinds", kind)),
              list.map((r) => {
                const more = h(
                  "details.rule-more",
                  null,
                  h(
                    "summary",
                    { "data-keys": "" },
                    language() === "zh" ? r.name_zh : mixed(r.name),
                    " ",
                    h("span.muted", null, word("severities", r.severity), r.off ? ` · ${t("rule.off")}` : ""),
                  ),
                );
                more.addEventListener(
                  "toggle",
                  () => {
                    if (more.children.length === 1) more.append(rule_words(r, false));
                  },
                  { once: true },
                );
                return more;
              }),
            )
          : null;
      }),
    ],
  };
};
