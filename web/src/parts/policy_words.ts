// What is known of a document's days, in words: standing and why, from the values that the reports give. Tested by test/reasons.test.ts.
import { language, t, word } from "../base/language";
import type { Policy, Told1 } from "../base/records";
import { policy_reasons, published_as } from "../texts/policy_reasons";

// Several values stand side by side; of very many the first ones and how many more there are.
const MOST = 3;
export const values = (list: Told1[]): string =>
  list
    .slice(0, MOST)
    .map((v) => v.value)
    .join(" | ") + (list.length > MOST ? ` ${t("facet.more", { n: list.length - MOST })}` : "");

// The dates in one line: 施行 2023-05-01 · 有效至 2028-04-30; without those that the words beside it tell already.
export function when(p: Policy, beside = ""): string {
  const one = (key: "field.issued" | "field.effective" | "field.until" | "field.comments_until", list: Told1[]): string =>
    list.length && !(list.length === 1 && beside.includes(list[0]!.value)) ? `${t(key)} ${values(list)}` : "";
  return [
    p.effective.length ? "" : one("field.issued", p.issued),
    one("field.effective", p.effective),
    one("field.until", p.until),
    one("field.comments_until", p.comments_until),
  ]
    .filter(Boolean)
    .join(" · ");
}

const NAMES = /\{([ab])\}/;
const pattern = (form: string): RegExp =>
  new RegExp(
    `^${form
      .split(NAMES)
      .map((piece, i) => (i % 2 ? `(?<${piece}>.+)` : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
      .join("")}$`,
    "s",
  );
const FORMS = [...policy_reasons, published_as].map((form) => [pattern(form[0]), form[1]] as const);

// One part of a reason in the language of the page; what is in no form stands as it is.
function said(part: string): string {
  if (language() === "en") return part;
  for (const [form, chinese] of FORMS) {
    const m = part.match(form);
    if (m) return chinese.replace(/\{([ab])\}/g, (_, name: string) => m.groups?.[name] ?? "");
  }
  return part;
}

const TOLD = /(?:^|; )told (?:on (\S+) )?by (.+?) \([^()]*\)$/s;
const FILE = /\.(txt|pdf|docx|html?)$/i; // an article without a source line is told by its file
const BECAME = /; (published as .+ \([^()]*\))$/s;

// "in effect since 2023-03-01; told on 2022-12-05 by paper (2022-12-05/3)" in its parts: why, and who told it when.
export function because(reason: string): { why: string; by: string } {
  const told = reason.match(TOLD);
  let rest = told ? reason.slice(0, told.index) : reason;
  const became = rest.match(BECAME);
  if (became) rest = rest.slice(0, became.index);
  if (rest.startsWith("reports differ")) rest = "reports differ"; // the values stand beside it with their sources
  const parts = [rest, became?.[1]].filter((p): p is string => Boolean(p)).map(said);
  return {
    why: parts.join(language() === "zh" ? "；" : "; "),
    by: told ? [FILE.test(told[2]!) ? "" : told[2]!.replaceAll(", ", language() === "zh" ? "、" : ", "), told[1]].filter(Boolean).join(" ") : "",
  };
}

// 施行中：自2023-03-01起施行（乙报 2022-12-05）
export function reason(p: Policy, with_teller = true): string {
  const { why, by } = because(p.reason);
  const standing = word("standings", p.standing);
  const who = by && with_teller ? t("policy.told_by", { by }) : "";
  return why ? `${standing}${t("colon")}${why}${who}` : standing;
}
