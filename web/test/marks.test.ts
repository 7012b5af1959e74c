// Marks of a paragraph never overlap; the periods of an axis have no holes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apart } from "../src/parts/marks";
import { periods_between } from "../src/charts/periods";
import { places, type Noted } from "../src/parts/beside";
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

test("bytes of a text are places in its string, whatever the width of its characters", () => {
  const text = "aé中😀b\n中";
  const bytes = new TextEncoder();
  const noted = (begin: number, end: number): Noted => {
    const span: [number, number] = [bytes.encode(text.slice(0, begin)).length, bytes.encode(text.slice(0, end)).length];
    return { id: "", line: 1, span, severity: "note", note: () => null as never };
  };
  const cut = (n: Noted): string[] => places(text, [n]).map((m) => text.slice(m.begin, m.end));
  assert.deepEqual(cut(noted(0, 1)), ["a"]);
  assert.deepEqual(cut(noted(1, 5)), ["é中😀"]);
  assert.deepEqual(cut(noted(5, text.length)), ["b\n中"]);
  assert.deepEqual(cut({ ...noted(0, 1), span: [2, 3] }), []); // inside a character
  assert.deepEqual(cut({ ...noted(0, 1), span: null }), []);
});
