// Why a document has its standing, told in both languages: each form that src/register/policy_standing.cc makes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { set_language } from "../src/base/language";
import { because } from "../src/parts/policy_words";
import { policy_reasons } from "../src/texts/policy_reasons";

(globalThis as { document?: unknown }).document ??= { documentElement: { lang: "" } };
const TAIL = "; told on 2022-12-05 by 乙报, 丙网 (2022-12-05/3)";

test("every form of a reason is told in Chinese, without a word of English", () => {
  set_language("zh");
  for (const [english] of policy_reasons) {
    const { why, by } = because(english.replace("{a}", "2023-03-01").replace("{b}", "2025-02-28") + TAIL);
    assert.doesNotMatch(why, /[a-z]/, english);
    assert.equal(by, "乙报、丙网 2022-12-05");
  }
  assert.equal(because("in effect since 2023-03-01 until 2025-02-28" + TAIL).why, "自2023-03-01起施行，有效期至2025-02-28");
  assert.equal(
    because("a draft, published on 2022-11-01; published as 夜市条例 (2022-12-01)" + TAIL).why,
    "征求意见稿，2022-11-01公布；后以《夜市条例》公布（2022-12-01）",
  );
  assert.equal(because("reports differ; issued 2022-01-01 (told by 甲报 (2022-01-05/1)) 2022-01-02 (told by 乙报 (2022-01-20/2))").why, "各篇报道的说法不一");
});

test("in English the sentence of the API stays, its source apart", () => {
  set_language("en");
  const { why, by } = because("first told of on 2022-12-05; when it was issued is not told; told by issue.txt (general/1)");
  assert.equal(why, "first told of on 2022-12-05; when it was issued is not told");
  assert.equal(by, "");
  assert.equal(because("in effect since 2022-01-01; told on 2022-12-05 by issue.txt (general/1)").by, "2022-12-05");
});
