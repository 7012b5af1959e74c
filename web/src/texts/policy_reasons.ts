// Why a document has its standing on a day, in both languages. The API gives the reason as an English sentence made of one of these forms
// (src/register/policy_standing.cc), with who told it at the end; {a} and {b} are what the reports say: days, or the name of a document.
// Tested by test/reasons.test.ts.
export const policy_reasons: readonly (readonly [string, string])[] = [
  ["issued on {a}", "发布日为{a}"],
  ["issued in {a}, the day is not told", "{a}发布，没有说哪一天"],
  ["no report tells when the draft was published", "报道没有说征求意见稿何时公布"],
  ["a draft when it was told of", "报道时为征求意见稿"],
  ["a draft, published on {a}", "征求意见稿，{a}公布"],
  ["valid until {a}, the day is not told", "有效期至{a}，没有说哪一天"],
  ["valid until {a}", "有效期至{a}"],
  ["in effect since {a} until {b}", "自{a}起施行，有效期至{b}"],
  ["in effect since {a}", "自{a}起施行"],
  ["takes effect in {a}, the day is not told", "{a}起施行，没有说哪一天"],
  ["takes effect on {a}", "将于{a}起施行"],
  ["no report has a day", "各篇报道都没有日期"],
  ["first told of on {a}; when it was issued is not told", "{a}首次报道，没有说何时发布"],
  ["no report tells when it takes effect", "报道没有说何时施行"],
  ["repealed by {a}", "被《{a}》废止"],
  ["extended until {a} by {b}", "由《{b}》延长至{a}"],
  ["reports differ", "各篇报道的说法不一"],
];
export const published_as: readonly [string, string] = ["published as {a} ({b})", "后以《{a}》公布（{b}）"];
