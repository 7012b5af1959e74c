// The pages of single records: a figure, a finding. What the side sheet shows, with an address of its own.
import { get, part } from "../base/api";
import { h } from "../base/dom";
import { language, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Finding, Observation, Rule, Told } from "../base/records";
import { finding_note } from "../parts/finding";
import { article_link, heading, meta, printed, zh } from "../parts/pieces";
import { observation_body, observation_title } from "../parts/record";

export const observation: Page = async ({ parts: [id = ""], signal }) => {
  const told = await get<Told<Observation>>(`/observations/${part(id)}`, {}, signal);
  return {
    title: told.record.indicator ?? told.record.text,
    data: `/observations/${part(id)}`,
    body: h(
      "div.record-page",
      null,
      h("p.position", null, t("record.figure")),
      heading(observation_title(told.record)),
      observation_body(told, true),
    ),
  };
};

export function rule_words(rule: Rule): Node {
  const chinese = language() === "zh";
  const list = (title: string, items: string[]) =>
    items?.length
      ? [
          h("h3", null, title),
          h(
            "ul.examples",
            { lang: zh() },
            items.slice(0, 3).map((e) => h("li", null, e)),
          ),
        ]
      : null;
  return h(
    "section.rule-words",
    null,
    h("h2", null, t("finding.rule"), chinese ? rule.name_zh : mixed(rule.name)),
    h("p", null, chinese ? rule.about_zh : mixed(rule.about)),
    list(t("rule.examples"), rule.examples),
    list(t("rule.counter_examples"), rule.counter_examples),
    h("p.muted", null, h("code", { lang: "en" }, rule.id), " · ", t("rule.confidence", { p: Math.round(rule.confidence * 100) })),
  );
}

export const finding: Page = async ({ parts: [id = ""], signal }) => {
  const told = await get<Told<Finding>>(`/findings/${part(id)}`, {}, signal);
  const f = told.record;
  return {
    title: `${word("kinds", f.kind)} · ${f.article_title ?? ""}`,
    data: `/findings/${part(id)}`,
    body: h(
      "div.record-page",
      null,
      h("p.position", null, h("a", { href: "/findings" }, t("nav.checks"))),
      heading(`${word("severities", f.severity)} · ${word("kinds", f.kind)}`),
      finding_note(f),
      told.article ? h("div", null, h("p", null, article_link(told.article)), meta(told.article)) : null,
      told.lines?.length ? [h("h2", null, t("record.printed")), printed(told.lines, f.line_start, f.line_end)] : null,
      told.rule ? rule_words(told.rule) : null,
    ),
  };
};
