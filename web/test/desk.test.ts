// The desk without a browser: where a moved article goes, what is sent of what was typed, reasons in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { merged } from "../src/desk/form";
import { beside, step } from "../src/desk/places";
import { reason } from "../src/desk/reasons";
import type { Column } from "../src/desk/records";
import { edit_of, head_of, source_of, text_of } from "../src/desk/typing";

const column = (name: string, ...ns: number[]): Column => ({ name, articles: ns.map((n) => ({ n }) as Column["articles"][number]) });
const issue = [column("甲", 1, 2, 3), column("乙", 4), column("丙", 5, 6)];

test("a step goes one place on, and over the edge into the next column", () => {
  assert.deepEqual(step(issue, 2, -1), { section: "甲", at: 1 });
  assert.deepEqual(step(issue, 2, 1), { section: "甲", at: 3 });
  assert.deepEqual(step(issue, 3, 1), { section: "乙", at: 1 });
  assert.deepEqual(step(issue, 4, -1), { section: "甲", at: 0 });
  assert.equal(step(issue, 1, -1), null);
  assert.equal(step(issue, 6, 1), null);
  assert.equal(step(issue, 7, 1), null);
});

// The slow twin: take it out, put it in where it was dropped, look where it is.
test("what is dropped beside an article comes to stand beside it", () => {
  for (let n = 1; n <= 6; ++n)
    for (let on = 1; on <= 6; ++on)
      for (const after of [false, true]) {
        const home = issue.find((c) => c.articles.some((a) => a.n === n))!;
        const target = issue.find((c) => c.articles.some((a) => a.n === on))!;
        const rest = target.articles.map((a) => a.n).filter((m) => m !== n);
        const place = beside(issue, n, on, after);
        if (n === on) {
          assert.equal(place, null);
          continue;
        }
        const at = rest.indexOf(on) + (after ? 1 : 0);
        const wanted = [...rest.slice(0, at), n, ...rest.slice(at)];
        if (place === null) assert.deepEqual(home === target && wanted, home.articles.map((a) => a.n), `${n} ${on}`);
        else assert.deepEqual(place, { section: target.name, at: wanted.indexOf(n) + 1 }, `${n} ${on} ${after}`);
      }
  assert.deepEqual(beside(issue, null, 4, true), { section: "乙", at: 2 }); // of the pile
});

const SOURCE = "## 标题\nsources: 甲; 乙\ndate: 2023-03-14\n\n第一段。\n\n### 小标题\n\n第二段。\n";

test("an article in source form comes apart into its head and its text", () => {
  assert.equal(head_of(SOURCE), "## 标题\nsources: 甲; 乙\ndate: 2023-03-14");
  assert.equal(text_of(SOURCE), "第一段。\n\n### 小标题\n\n第二段。");
  assert.equal(text_of("## 标题\n"), "");
  assert.equal(head_of("## 标题\n"), "## 标题");
});

test("only what was changed is sent", () => {
  const was = { title: "标题", date: "2023-03-14", text: text_of(SOURCE) };
  assert.deepEqual(edit_of(SOURCE, { was, now: { ...was } }), {});
  assert.deepEqual(edit_of(SOURCE, { was, now: { ...was, date: "2023-03-15" } }), { set: { date: "2023-03-15" } });
  assert.deepEqual(edit_of(SOURCE, { was, now: { ...was, title: "新", text: "一段。" } }), { set: { title: "新" }, text: `${head_of(SOURCE)}\n\n一段。\n` });
});

test("a new article is written in source form", () => {
  const source = source_of({ title: " 标题 ", sources: "甲; 乙", compiled: "yes", selected_by: "", date: "2023-03-14", author_note: "", text: "一段。\n\n又一段。" });
  assert.equal(source, "## 标题\nsources: 甲; 乙\ndate: 2023-03-14\ncompiled: yes\n\n一段。\n\n又一段。\n");
});

test("what others changed shows where nothing was typed; what was typed stays, and a clash is told", () => {
  const typed = { was: { title: "甲", date: "1", text: "x" }, now: { title: "乙", date: "1", text: "y" } };
  const now = merged(typed, { title: "丙", date: "2", text: "x" });
  assert.deepEqual(now.typed.now, { title: "乙", date: "2", text: "y" });
  assert.deepEqual(now.clashes, ["title"]);
  assert.deepEqual(merged(undefined, { title: "丙" }), { typed: { was: { title: "丙" }, now: { title: "丙" } }, clashes: [] });
  assert.deepEqual(merged(typed, { title: "乙", date: "1", text: "y" }).clashes, []);
});

test("reasons are told in words; one that is not known stands as it is", () => {
  assert.equal(reason("figures in 1000 characters >= 26"), "每千字数据 ≥ 26");
  assert.equal(reason("characters < 100"), "字数 < 100");
  assert.equal(reason("measures: growth"), "有增长数据");
  assert.equal(reason("headline figure: percent"), "标题有数字（百分比）");
  assert.equal(reason("headline names: country"), "标题提到国家");
  assert.equal(reason("source: own desk"), "本刊编写");
  assert.equal(reason("source: 某报"), "来源为某报");
  assert.equal(reason("text: 零售"), "正文用字“零售”");
  assert.equal(reason("headline without figure"), "标题没有数字");
  assert.equal(reason("something new"), "something new");
});
