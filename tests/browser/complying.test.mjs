// Rules of a day: a text held against packs, cases decided, packs with their rules, documents that they follow. The texts here are ours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, axe_source, eventually, launch, open, settled } from "./house.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const LISTING = "标题：山野蜂蜜，国家级品质\n品牌：山野\n产地：九宫\n详情：本店第一次尝鲜\n";
const query = (page) => page.evaluate(() => Object.fromEntries(new URL(location.href).searchParams));

for (const lang of ["zh", "en"])
  for (const phone of [false, true])
    test(`a listing, ${lang}, ${phone ? "phone" : "desk"}: what was found stands beside its line, marked, with clause and remedy`, async () => {
      const { page, context, show, fine } = await open(browser, { lang, phone });
      await show("/comply?as=listing&on=2023-03-01");
      await page.locator(".drop button").click();
      await page.waitForSelector("main p.note");
      await page.locator("#words").fill(LISTING);
      await page.locator("#words").press("Control+Enter");
      await page.waitForSelector(".mline.has .finding");
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "result"));
      assert.deepEqual(await page.locator(".mline a.mark").allTextContents(), ["国家级"]);
      const note = await page.locator(".finding").textContent();
      assert.ok(note.includes(lang === "zh" ? "第 1 行第 9 字" : "line 1, column 9"), note);
      assert.ok(note.includes("《中华人民共和国广告法》第九条第三项"), note);
      assert.ok((await page.locator("main").textContent()).includes(lang === "zh" ? "不构成法律意见" : "no legal advice"));
      await page.locator(".mline a.mark").click();
      await eventually(async () => assert.ok(await page.locator(".finding:target").count()));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      await page.evaluate(axe_source);
      assert.deepEqual(await page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map((v) => v.id)), []);
      // Its clause leads to the rule, opened.
      await page.locator(".finding dt a").click();
      await page.waitForSelector("details.rule-more[open]");
      fine();
      await context.close();
    });

test("kind, day and packs are the address, the text is not", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/comply");
  await page.selectOption("#as", "listing");
  await page.locator("#on").fill("2022-03-01");
  await page.locator("#on").blur();
  await page.locator("#pack-claims").check();
  await page.locator("#pack-live-host").check();
  await page.locator("#pack-live-host").uncheck();
  await page.locator("#words").fill(LISTING);
  await page.locator(".drop button").click();
  await page.waitForSelector("#result");
  assert.deepEqual(await query(page), { lang: "zh", as: "listing", on: "2022-03-01", pack: "claims" });
  await page.locator("#language").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await settled(page);
  assert.deepEqual(await query(page), { lang: "en", as: "listing", on: "2022-03-01", pack: "claims" });
  assert.equal(await page.locator("#words").inputValue(), LISTING);
  assert.equal(await page.locator("#on").inputValue(), "2022-03-01");
  assert.ok(await page.locator("#pack-claims").isChecked());
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("#words").inputValue(), "");
  assert.equal(await page.locator("#as").inputValue(), "listing");
  fine();
  await context.close();
});

test("nothing found, nothing checked, and a kind that must be told each have their sentence", async () => {
  const { page, context, show } = await open(browser, { expected: /400/ });
  const say = async (path, text) => {
    await show(path);
    await page.locator("#words").fill(text);
    await page.locator(".drop button").click();
    await eventually(async () => assert.ok((await page.locator("#result, main p.note").count()) > 0));
    return await page.locator("main").textContent();
  };
  assert.ok((await say("/comply?as=script&on=2023-03-01", "今天天气晴朗。")).includes("没有发现不等于合规"));
  assert.ok((await say("/comply?as=listing&on=2001-01-01", LISTING)).includes("什么也没有检查"));
  await page.reload();
  assert.ok((await say("/comply?on=2023-03-01", "今天天气晴朗。")).includes("请选择文稿种类"));
  await context.close();
});

test("a case: open questions, an answer with its clauses, all of it in the address", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/decisions");
  const list = (await api("/decisions?limit=200")).items;
  assert.equal(await page.locator("li.item").count(), list.length);
  await show("/decisions/foreign-listing");
  await page.locator("#on").fill("2022-03-01");
  await page.locator("#decide").click();
  await page.waitForFunction(() => location.hash === "#answer");
  await settled(page);
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "answer"));
  assert.equal(await page.locator("#answer").textContent(), "还不能确定");
  const missing = page.locator(".outcome a[href^='#fact-']").first();
  await missing.click();
  await eventually(async () => assert.ok(await page.evaluate(() => location.hash.startsWith("#fact-") && document.querySelector(location.hash))));
  await page.locator("#fact-venue-abroad").check();
  await page.locator("#fact-operator-yes").check();
  await page.locator("#fact-users").fill("1000001");
  await page.locator("#decide").click();
  await eventually(async () => assert.equal(await page.locator("#answer").textContent(), "必须申报审查"));
  assert.equal((await query(page))["fact.users"], "1000001");
  assert.ok((await page.locator(".way").textContent()).includes("《网络安全审查办法》第七条"));
  assert.ok((await page.locator(".outcome").textContent()).includes("1000000 人"), "the nearest number that leads elsewhere");
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("#answer").textContent(), "必须申报审查");
  assert.ok(await page.locator("#fact-venue-abroad").isChecked());
  await page.locator("#fact-operator-unknown").check();
  await page.locator("#decide").click();
  await eventually(async () => assert.equal(await page.locator("#answer").textContent(), "还不能确定"));
  assert.equal((await query(page))["fact.operator"], undefined);
  await show("/decisions/foreign-listing?on=2001-01-01");
  assert.ok((await page.locator("#answer").textContent()).includes("不在有效期内"));
  fine();
  await context.close();
});

test("every decision has a control for each of its facts", async () => {
  const { page, context, show, fine } = await open(browser, { lang: "en" });
  for (const row of (await api("/decisions?limit=200")).items) {
    const whole = await api(`/decisions/${row.id}`);
    await show(`/decisions/${row.id}?on=2023-10-01`);
    for (const f of whole.facts) {
      assert.ok((await page.locator(`.case [name="${f.id}"]`).count()) > 0, `${row.id}: ${f.id}`);
      assert.ok((await page.locator(".case").textContent()).includes(f.ask.en), f.ask.en);
    }
    assert.ok((await page.locator(".way li").count()) > 0, row.id);
  }
  fine();
  await context.close();
});

test("a fact that is none is refused in words", async () => {
  const { page, context, show } = await open(browser, { expected: /400/ });
  await show("/decisions/foreign-listing?on=2022-03-01&fact.venue=moon");
  assert.ok((await page.locator(".outcome [role=alert]").textContent()).includes("venue"));
  await context.close();
});

test("a document leads to the rules that follow it, and they lead back", async () => {
  const { page, context, show, fine } = await open(browser);
  await show(`/policies/${encodeURIComponent("网络主播行为规范")}`);
  await page.locator("summary", { hasText: "规则包" }).click();
  await page.locator("a", { hasText: "医疗内容须有资质" }).click();
  await page.waitForSelector("details[open][id='live-host.medical-advice']");
  await page.locator(".rows a", { hasText: "《网络主播行为规范》" }).click();
  await page.waitForSelector("table.told");
  await page.locator("a[href='/decisions/host-qualification']").click();
  await page.waitForSelector("form.case");
  await page.locator(".meta a", { hasText: "《网络主播行为规范》" }).click();
  await page.waitForSelector("table.told");
  fine();
  await context.close();
});
