// The pages of single records: a figure, a finding. What the side sheet shows, with an address of its own.
import { get, part } from "../base/api";
import { h, join } from "../base/dom";
import { language, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Finding, Observation, Rule, Told } from "../base/records";
import { asked, explained } from "../parts/finding";
import { words_of } from "../parts/finding_words";
import { article_link, examples, heading, meta, printed, quote, zh } from "../parts/pieces";
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

// A rule with its meaning and examples; `level` is that of its heading.
export function rule_words(rule: Rule, titled = true): Node {
  const chinese = language() === "zh";
  return h(
    "section.rule-words",
    null,
    titled ? h("h2", null, t("finding.rule"), chinese ? rule.name_zh : mixed(rule.name)) : null,
    h("p", null, chinese ? rule.about_zh : mixed(rule.about)),
    examples(t("rule.examples"), rule.examples),
    examples(t("rule.counter_examples"), rule.counter_examples),
    h("p.muted", null, h("code", { lang: "en" }, rule.id), " · ", t("rule.confidence", { p: Math.round(rule.confidence * 100) })),
  );
}

// What is wrong first: the computation written out, then the printed lines of both sides, where it stands, and the rule.
export const finding: Page = async ({ parts: [id = ""], signal }) => {
  const told = await get<Told<Finding>>(`/findings/${part(id)}`, {}, signal);
  const f = told.record;
  const name = told.rule ? (language() === "zh" ? told.rule.name_zh : told.rule.name) : word("kinds", f.kind);
  const says = explained(f),
    question = asked(f);
  return {
    title: `${name} · ${f.article_title ?? ""}`,
    data: `/findings/${part(id)}`,
    body: h(
      `div.record-page.one-finding.is-${f.severity}`,
      null,
      h(
        "p.position",
        null,
        join([
          h("a", { href: "/findings" }, t("nav.checks")),
          h("span.severity", null, word("severities", f.severity)),
          h("a", { href: `/findings?kind=${encodeURIComponent(f.kind)}` }, word("kinds", f.kind)),
        ]),
      ),
      heading(mixed(name)),
      f.relation && !says.includes(f.relation) ? h("p.reckoned", null, mixed(f.relation)) : null,
      h("p.lead", null, mixed(says)),
      f.suggestion ? h("p.suggestion", null, t("finding.suggestion"), h("ins", { lang: zh() }, f.suggestion)) : null,
      question ? h("p.note", null, mixed(question)) : null,
      h("h2", null, t("record.printed")),
      told.lines?.length ? printed(told.lines, f.line_start, f.line_end, words_of(f) ?? "") : quote(f.quote, words_of(f)),
      f.other_quote
        ? [
            h(
              "h2",
              null,
              t("finding.other"),
              " ",
              h(
                "span.n",
                null,
                join([
                  f.other_article_title && f.other_article_title !== f.article_title ? h("span", { lang: zh() }, f.other_article_title) : null,
                  f.other_line ? t("record.line", { from: f.other_line }) : null,
                ]),
              ),
            ),
            quote(f.other_quote, null),
          ]
        : null,
      told.article ? [h("h2", null, t("finding.in")), h("p.titles", null, article_link(told.article)), meta(told.article)] : null,
      told.rule ? rule_words(told.rule) : null,
    ),
  };
};
