// Both languages of every word are there, no entry is unused, and what is put in is the same in both.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { desk } from "../src/texts/desk";
import { ui } from "../src/texts/ui";
import { words } from "../src/texts/words";

const src = join(process.env.FENGBIAO_WEB_FOLDER!, "src");
const sources = (readdirSync(src, { recursive: true }) as string[])
  .filter((f) => f.endsWith(".ts") && !f.startsWith("texts"))
  .map((f) => readFileSync(join(src, f), "utf8"))
  .join("\n");
const texts: Record<string, readonly [string, string]> = { ...desk, ...ui };
const CHINESE = /[\u3400-\u9fff]/;

test("every text has both languages", () => {
  for (const [key, [zh, en]] of [...Object.entries(ui), ...Object.entries(desk)]) {
    assert.ok(zh.length > 0 && en.length > 0, key);
    if (!["series.find"].includes(key)) assert.doesNotMatch(en, CHINESE, key);
    assert.ok(!/[A-Za-z]{3,}/.test(zh.replace(/\{\w+\}/g, "").replace(/JSON|TXT|DOCX|HTML|PDF|Atom|OR|fengbiao ingest|\.ics/g, "")), `${key}: ${zh}`);
  }
});

test("both languages put in the same", () => {
  const holes = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))].sort().join();
  for (const [key, [zh, en]] of [...Object.entries(ui), ...Object.entries(desk)]) assert.equal(holes(en), holes(zh), key);
});

test("no text is unused", () => {
  const unused = Object.keys(texts).filter((key) => !sources.includes(`"${key}"`));
  assert.deepEqual(unused, []);
});

test("every text that is asked for is there", () => {
  // The compiler sees literal keys; this sees those that stand in tables.
  for (const [, key] of sources.matchAll(/\bt\("([\w.-]+)"/g)) assert.ok(key! in texts, key);
});

test("words of records have both languages", () => {
  for (const [list, entries] of Object.entries(words)) {
    assert.ok(Object.keys(entries).length > 0, list);
    for (const [code, pair] of Object.entries(entries)) assert.ok(pair[0].length > 0 && (pair[1].length > 0 || code === "个"), `${list}.${code}`);
    assert.ok(sources.includes(`word("${list}"`) || sources.includes(`words.${list}`) || sources.includes(`"${list}"`), `${list} is unused`);
  }
});
