// Marks of a paragraph never overlap; the periods of an axis have no holes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apart } from "../src/parts/marks";
import { periods_between } from "../src/charts/periods";
import { words_of } from "../src/parts/finding_words";
import type { Finding, Mark } from "../src/base/records";

const mark = (kind: Mark["kind"], begin: number, end: number): Mark => ({ paragraph: 0, begin, end, kind, record: "r", entity: null, label: null });

test("a document goes before a number, a number before a name", () => {
  const kept = apart([mark("name", 0, 3), mark("policy", 2, 9), mark("number", 8, 12), mark("number", 10, 14), mark("name", 13, 16)]);
  assert.deepEqual(
    kept.map((m) => [m.kind, m.begin]),
    [
      ["policy", 2],
      ["number", 10],
    ],
  );
  assert.deepEqual(apart([mark("name", 4, 4)]), []);
});

test("periods between two", () => {
  assert.deepEqual(periods_between("2021-Q3", "2022-Q1"), ["2021-Q3", "2021-Q4", "2022-Q1"]);
  assert.deepEqual(periods_between("2021-H2", "2022-H1"), ["2021-H2", "2022-H1"]);
  assert.deepEqual(periods_between("2021-11", "2022-02"), ["2021-11", "2021-12", "2022-01", "2022-02"]);
  assert.deepEqual(periods_between("2020", "2023"), ["2020", "2021", "2022", "2023"]);
  assert.deepEqual(periods_between("2022-07-12", "2022-07-13"), ["2022-07-12", "2022-07-13"]);
});

test("the words in question, from bytes", () => {
  const f = { quote: "售规模约为7,420亿元", quote_span: [100, 126], span: [115, 120] } as unknown as Finding;
  assert.equal(words_of(f), "7,420");
  assert.equal(words_of({ ...f, quote_span: [100, 127] } as Finding), null); // a line break was joined
});
