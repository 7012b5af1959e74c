// What is known of a document's days, in words: standing and why, from the values that the reports give.
import { language, t, word } from "../base/language";
import type { Policy, Told1 } from "../base/records";

export const values = (list: Told1[]): string => list.map((v) => v.value).join(" | ");

// The dates in one line: 施行 2023-05-01 · 有效至 2028-04-30
export function when(p: Policy): string {
  const one = (key: "field.issued" | "field.effective" | "field.until" | "field.comments_until", list: Told1[]): string =>
    list.length ? `${t(key)} ${values(list)}` : "";
  return [
    p.effective.length ? "" : one("field.issued", p.issued),
    one("field.effective", p.effective),
    one("field.until", p.until),
    one("field.comments_until", p.comments_until),
  ]
    .filter(Boolean)
    .join(" · ");
}

export function reason(p: Policy): string {
  const standing = word("standings", p.standing);
  if (language() === "en") return `${standing}: ${p.reason}`;
  const ahead = p.effective.length > 0 && p.effective.every((v) => v.value > p.on);
  const because = p.conflict
    ? "各篇报道的日期不一"
    : p.standing === "in force" && p.effective.length
      ? `自${values(p.effective)}起施行${p.until.length ? `，有效期至${values(p.until)}` : ""}`
      : p.standing === "expired" && p.until.length
        ? `有效期至${values(p.until)}`
        : p.standing === "draft" && p.comments_until.length
          ? `征求意见至${values(p.comments_until)}`
          : ahead
            ? `将于${values(p.effective)}起施行`
            : p.effective.length === 0 && p.standing === "published"
              ? "报道没有说何时施行"
              : "";
  return because ? `${standing}：${because}` : standing;
}
