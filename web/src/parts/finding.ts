// One finding: kind and severity in words, the quote with the words in question, the computation, what might be printed instead.
import { part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { language, mixed, t, word } from "../base/language";
import type { Finding } from "../base/records";
import { words_of } from "./finding_words";
import { zh } from "./pieces";

export const explained = (f: Finding): string => (language() === "zh" ? (f.explain_zh ?? f.explain) : f.explain);
export const asked = (f: Finding): string | null => (language() === "zh" ? (f.question_zh ?? f.question) : f.question);

// What is told of a stretch of text: how grave in words and by a line at its side, a head, and what follows. `short`: not stepped along.
export const note_box = (of: { id: string; severity: string }, head: Child, short: boolean, ...rest: Child[]): HTMLElement =>
  h(
    `div.finding.is-${of.severity}`,
    short ? { id: of.id } : { id: of.id, tabindex: -1, "data-keys": "" },
    h("p.finding-head", null, h("span.severity", null, word("severities", of.severity)), " ", head),
    rest,
  );

export function finding_note(f: Finding, short = false, with_quote = true, linked = short): HTMLElement {
  const words = words_of(f);
  const at = words ? f.quote.indexOf(words) : -1;
  return note_box(
    f,
    [word("kinds", f.kind), short ? null : [" ", h("span.muted", null, t("record.line", { from: f.line_start }))]],
    short,
    with_quote
      ? h("blockquote", { lang: zh() }, at >= 0 && words ? [f.quote.slice(0, at), h("mark", null, words), f.quote.slice(at + words.length)] : f.quote)
      : null,
    h("p.computed", null, f.relation && !explained(f).includes(f.relation) ? h("code", null, mixed(f.relation)) : null, mixed(explained(f))),
    f.suggestion ? h("p", null, t("finding.suggestion"), h("ins", { lang: zh() }, f.suggestion)) : null,
    asked(f) ? h("p", null, mixed(asked(f)!)) : null,
    f.other_quote
      ? h(
          "div.other-side",
          null,
          h(
            "p.muted",
            null,
            join([
              t("finding.other"),
              f.other_article_title ? h("span", { lang: zh() }, f.other_article_title) : null,
              f.other_line ? t("record.line", { from: f.other_line }) : null,
            ]),
          ),
          h("blockquote", { lang: zh() }, f.other_quote),
        )
      : null,
    linked ? h("p.finding-foot", null, h("a", { href: `/findings/${part(f.id)}` }, t("finding.page"))) : null,
  );
}
