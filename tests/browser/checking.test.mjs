// Checking: the findings of the archive with their filters, rules, and manuscripts pasted, chosen and dropped. The manuscript here is ours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { api, eventually, launch, open, settled } from "./house.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const docx = fileURLToPath(new URL("../../samples/2023-03-20.docx", import.meta.url));
const WRONG = "甲市网络零售额今年上半年为70亿元，其中农产品48亿元，占比78.33%。。\n乙县的快递量也在增长。\n";

test("findings of the archive: filters in the address, one finding with its rule", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/findings");
  const all = await page.locator(".finding").count();
  assert.ok(all > 0);
  await page.locator(".choose a", { hasText: "提示" }).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("severity") === "note");
  await settled(page);
  await eventually(async () => assert.equal(await page.locator(".finding:not(.is-note)").count(), 0));
  await page.selectOption("#issue", { index: 1 });
  await page.waitForFunction(() => new URL(location.href).searchParams.has("issue"));
  await show("/findings");
  await page.locator("a", { hasText: "规则与出处" }).first().click();
  await page.waitForSelector(".rule-words");
  fine();
  await context.close();
});

test("rules open one by one", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/rules");
  await page.locator(".rule-more summary").first().click();
  await page.waitForSelector(".rule-more[open] .rule-words");
  fine();
  await context.close();
});

for (const lang of ["zh", "en"])
  test(`a pasted manuscript, ${lang}: findings stand beside their lines`, async () => {
    const { page, context, show, fine } = await open(browser, { lang });
    await show("/check");
    await page.locator(".drop button").click();
    await page.waitForSelector("main p.note");
    await page.locator("#words").fill(WRONG);
    await page.locator(".drop button").click();
    await page.waitForSelector(".mline.has .finding");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "result"));
    const marks = await page.locator(".mline a.mark").allTextContents();
    assert.ok(marks.length > 0, "the words in question are marked");
    await page.locator(".mline a.mark").first().click();
    await eventually(async () => assert.ok(await page.locator(".finding:target").count()));
    fine();
    await context.close();
  });

test("a clean manuscript is said to be clean, and what that means", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/check");
  await page.locator("#words").fill("今天天气晴朗，适合外出散步。");
  await page.locator(".drop button").click();
  await page.waitForSelector("#result");
  assert.equal(await page.locator(".finding").count(), 0);
  fine();
  await context.close();
});

test("a DOCX chosen and a DOCX dropped", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/check");
  await page.locator("#file").setInputFiles(docx);
  await page.waitForSelector("#result");
  await eventually(async () => assert.ok((await page.locator(".mline").count()) > 50));
  await show("/check");
  const bytes = readFileSync(docx).toString("base64");
  const carried = await page.evaluateHandle((text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "issue.docx"));
    return carried;
  }, bytes);
  await page.dispatchEvent("form.drop", "dragover", { dataTransfer: carried });
  await page.dispatchEvent("form.drop", "drop", { dataTransfer: carried });
  await page.waitForSelector("#result");
  await eventually(async () => assert.ok((await page.locator(".mline").count()) > 50));
  fine();
  await context.close();
});

test("a file that is no document, and one that is too large", async () => {
  const { page, context, show } = await open(browser, { expected: /4\d\d|Failed to load/ });
  await show("/check");
  await page
    .locator("#file")
    .setInputFiles({ name: "broken.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\x03\x04 a broken package") });
  await page.waitForSelector("main p.note[role=alert]");
  await page.locator("#file").setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(21 * 1024 * 1024, 97) });
  await page.waitForSelector("main p.note");
  await context.close();
});

test("a finding's page: the computation written out, the printed line with the words in question, both sides, its rule", async () => {
  const { page, context, show, fine } = await open(browser);
  const list = (await api("/findings?limit=200")).items;
  const reckoned = list.find((f) => f.relation && !f.explain_zh?.includes(f.relation)),
    sided = list.find((f) => f.other_quote);
  for (const f of [reckoned, sided, list[0]].filter(Boolean)) {
    await show(`/findings/${encodeURIComponent(f.id)}`);
    assert.ok((await page.locator("main").textContent()).includes(f.explain_zh ?? f.explain));
    assert.equal(await page.locator(".reckoned").count(), f === reckoned ? 1 : f.relation && !f.explain_zh?.includes(f.relation) ? 1 : 0);
    assert.ok((await page.locator(".printed .meant").count()) > 0, "the printed line");
    assert.equal(await page.locator("blockquote").count(), f.other_quote ? 1 : 0);
    assert.ok((await page.locator(".rule-words").textContent()).includes(f.rule));
    await page.locator(`a.title`).first().click();
    await page.waitForSelector("article.text");
  }
  fine();
  await context.close();
});

test("a manuscript and its findings stay while one looks elsewhere and in the other language; Ctrl Enter checks", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/check");
  await page.locator("#words").fill(WRONG);
  await page.locator("#words").press("Control+Enter");
  await page.waitForSelector(".mline.has .finding");
  const found = await page.locator(".finding").count();
  await page.locator(".tabs a").last().click();
  await page.waitForSelector(".rule-more");
  await page.goBack();
  await page.waitForSelector(".mline.has .finding");
  assert.equal(await page.locator("#words").inputValue(), WRONG);
  await page.locator("#language").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await settled(page);
  await eventually(async () => assert.equal(await page.locator(".finding").count(), found));
  assert.equal(await page.locator("#words").inputValue(), WRONG);
  fine();
  await context.close();
});
