// Why a column is proposed: the codes of what the texts show, in words. Tested by test/desk.test.ts.
import { language, word } from "../base/language";
import { rule_names } from "../texts/rule_names";
import { t } from "./texts";

const SIZES = {
  characters: "reason.characters",
  paragraphs: "reason.paragraphs",
  "figures in 1000 characters": "reason.density",
  figures: "reason.figures",
  "documents reported": "reason.documents",
} as const;
const PAIRS = {
  "headline figure": "reason.title.figure",
  "headline names first": "reason.title.first",
  "headline names": "reason.title.names",
  measures: "reason.measures",
  source: "reason.source",
  headline: "reason.title.words",
  text: "reason.text.words",
} as const;

const unit_kind = (code: string): string => (language() === "zh" ? (rule_names[code] ?? code) : code.replaceAll("_", " "));
function value(of: string, code: string): string {
  if (of === "measures") return word("measures", code);
  if (of === "headline figure") return unit_kind(code);
  if (of.startsWith("headline names")) return code === "country" ? t("reason.country") : word("entity_kinds", code);
  return code;
}

export function reason(code: string): string {
  if (code === "headline without figure") return t("reason.title.plain");
  if (code === "headline has a document's title") return t("reason.title.document");
  if (code === "source: own desk") return t("reason.own");
  const size = code.match(/^(.*) (>=|<) (\d+)$/);
  if (size && size[1]! in SIZES) return t(SIZES[size[1] as keyof typeof SIZES], { bound: `${size[2] === "<" ? "<" : "≥"} ${size[3]}` });
  const at = code.indexOf(": ");
  const of = code.slice(0, at);
  return at > 0 && of in PAIRS ? t(PAIRS[of as keyof typeof PAIRS], { what: value(of, code.slice(at + 2)) }) : code;
}
