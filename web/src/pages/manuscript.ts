// A manuscript pasted or dropped: it is checked on the spot and kept nowhere. The text as read at the left, what was found beside its line.
import { h, type Child } from "../base/dom";
import { count } from "../base/figures";
import { mixed, t } from "../base/language";
import type { Page } from "../base/page";
import type { Checked, Finding } from "../base/records";
import { beside, type Noted } from "../parts/beside";
import { finding_note } from "../parts/finding";
import { firsts, pasting, type Kept } from "../parts/pasting";
import { heading, told } from "../parts/pieces";
import { check_tabs } from "./checks";

const noted = (f: Finding): Noted => ({
  id: f.id,
  line: f.line_start,
  span: f.span ?? null,
  severity: f.severity,
  note: () => finding_note(f, false, false),
});

// What was looked at and what the trade would say of it.
const score_words = ({ score, summary }: Checked): Child => [
  summary
    ? h(
        "p",
        null,
        t("check.looked_at", {
          characters: count(summary.characters),
          articles: summary.articles,
          relations: summary.relations,
          holds: summary.holds,
          contradicts: summary.contradicts,
          cannot_tell: summary.cannot_tell,
        }),
      )
    : null,
  score
    ? h(
        "p",
        null,
        mixed(t("check.rate", { rate: score.rate.toFixed(2), mark: score.mark, standard: score.standard })),
        t(score.passes ? "check.passes" : "check.fails"),
        t("stop"),
      )
    : null,
];

function result(checked: Checked, name: string): Child {
  const notes = checked.findings.map(noted);
  return [
    h("h2", { tabindex: -1, id: "result" }, notes.length ? told(notes.length, "count.findings") : t("check.clean")),
    h("p.muted", null, name, " · ", t("check.not_kept")),
    score_words(checked),
    notes.length ? firsts(notes) : h("p", null, t("check.clean.says")),
    beside(checked.text, notes),
  ];
}

const kept: Kept<Checked> = { typed: "", last: null };

export const manuscript: Page = async ({ signal }) => {
  const { form, out } = pasting<Checked>({
    kept,
    path: "/check",
    query: () => ({}),
    label: t("check.label"),
    placeholder: t("check.placeholder"),
    go: t("check.go"),
    result,
    signal,
  });
  return {
    title: t("check.title"),
    wide: true,
    body: [heading(t("check.title")), check_tabs("manuscript"), h("p.lead", null, t("check.lead")), form, out],
  };
};
