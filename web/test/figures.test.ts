// Numbers and periods as people read them, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { set_language } from "../src/base/language";
import { amount, figure, measure, period, shared_scale } from "../src/base/figures";
import type { Series } from "../src/base/records";
import { series_name } from "../src/parts/series_words";
import type { Observation } from "../src/base/records";

(globalThis as Record<string, unknown>).document = { documentElement: {} };
const both = (make: () => string): [string, string] => {
  set_language("zh");
  const zh = make();
  set_language("en");
  return [zh, make()];
};

test("amounts", () => {
  assert.deepEqual(
    both(() => amount(1.98e12, "CNY")),
    ["1.98 万亿元", "CNY 1.98 trillion"],
  );
  assert.deepEqual(
    both(() => amount(3.5e9, "件", null, 1e7)),
    ["35.0 亿件", "3.50 billion items"],
  );
  assert.deepEqual(
    both(() => amount(18.6, "%")),
    ["18.6%", "18.6%"],
  );
  assert.deepEqual(
    both(() => amount(-4.6, "%", null, 0.1)),
    ["−4.6%", "−4.6%"],
  );
  assert.deepEqual(
    both(() => amount(3, "%", null, 0.1)),
    ["3.0%", "3.0%"],
  );
  assert.deepEqual(
    both(() => amount(1, "rank")),
    ["第 1 位", "no. 1"],
  );
  assert.deepEqual(
    both(() => amount(100, "x", 200)),
    ["100–200 倍", "100–200 times"],
  );
  assert.deepEqual(
    both(() => amount(1234, null)),
    ["1,234", "1,234"],
  );
});

test("hedges and signs are kept", () => {
  const o = { approx: ">", measure: "growth", basis: "yoy", value: 16, value_max: null, unit: "%", step: 0.1 } as Observation;
  assert.deepEqual(
    both(() => figure(o)),
    ["超 +16.0%", "over +16.0%"],
  );
  assert.deepEqual(
    both(() => measure(o)),
    ["增长 · 同比", "growth, on the year"],
  );
  assert.deepEqual(
    both(() => measure({ measure: "growth", basis: "since:2020-03" })),
    ["增长 · 较2020-03", "growth, since 2020-03"],
  );
});

test("periods", () => {
  const cases: [string | null, string, string][] = [
    ["2022", "2022年", "2022"],
    ["2022-H1", "2022年上半年", "H1 2022"],
    ["2022-Q3", "2022年三季度", "Q3 2022"],
    ["2022-08", "2022年8月", "Aug 2022"],
    ["2022-01/2022-10", "2022年1—10月", "Jan–Oct 2022"],
    ["2021-11/2022-01", "2021年11月—2022年1月", "Nov 2021 – Jan 2022"],
    ["2022-11-25", "2022-11-25", "2022-11-25"],
    ["2022-10-20/2022-11-13", "2022-10-20—2022-11-13", "2022-10-20 – 2022-11-13"],
    ["@2023-06", "截至2023年6月末", "at Jun 2023"],
    ["@2022-12-31", "截至2022-12-31", "at 2022-12-31"],
    [null, "时期未说明", "no period told"],
  ];
  for (const [code, zh, en] of cases)
    assert.deepEqual(
      both(() => period(code)),
      [zh, en],
    );
});

test("values side by side are told in the scale of the smallest", () => {
  set_language("zh");
  const scale = shared_scale([1.781e11, 6.3015e12]);
  assert.equal(amount(1.781e11, "CNY", null, null, scale), "1,781 亿元");
  assert.equal(amount(6.3015e12, "CNY", null, null, scale), "63,015 亿元");
  set_language("en");
  assert.equal(amount(6.3015e12, "CNY", null, null, shared_scale([1.781e11, 6.3015e12])), "CNY 6,301.5 billion");
});

test("what an indicator says itself is not said twice", () => {
  set_language("zh");
  const of = (indicator: string, area: string | null, entity: string | null) => series_name({ indicator, area, entity, area_code: null, english: null } as unknown as Series);
  assert.equal(of("中国电商物流指数", "中国", null), "中国电商物流指数");
  assert.equal(of("网上零售额", "中国", "甲公司"), "中国 · 甲公司网上零售额");
  assert.equal(of("甲公司净利润", "中国", "甲公司"), "中国甲公司净利润");
});
