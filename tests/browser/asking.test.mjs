// Asking: search with its facets, series with chart, comparison and downloads, documents on a day, lists and their filters. Every choice
// stands in the address.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { api, eventually, launch, open, settled } from "./house.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const query = (page) => new URL(page.url()).searchParams;
const part = encodeURIComponent;

test("search: hits, marked words, facets in the address, dropping them, back", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/search");
  await page.locator("#query").fill("快递");
  await page.keyboard.press("Enter");
  await page.waitForSelector("ol.items li");
  await eventually(async () => assert.equal(query(page).get("q"), "快递"));
  await eventually(async () => assert.ok((await page.locator("ol.items mark").count()) > 0));
  const all = await page.locator(".found b").textContent();
  await page.locator(".facets a").first().click();
  await page.waitForSelector(".chosen .chip");
  await eventually(async () => assert.ok([...query(page).keys()].length >= 2));
  await page.locator(".chosen .chip").click();
  await page.waitForFunction((words) => document.querySelector(".found b")?.textContent === words && !document.querySelector(".chip"), all);
  await page.goBack();
  await page.waitForSelector(".chosen .chip");
  const next = page.locator("#next-page");
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector(".chip"));
  if (await next.count()) {
    const first = await page.locator("ol.items a.title").first().textContent();
    await next.click();
    await page.waitForFunction((title) => document.querySelector("ol.items a.title").textContent !== title, first);
    await eventually(async () => assert.ok(query(page).get("cursor")));
  }
  fine();
  await context.close();
});

test("search: a question for a figure gets its table first; examples lead to searches; nothing found is said", async () => {
  const { page, context, show, fine } = await open(browser);
  await show(`/search?q=${part("网上零售额")}`);
  assert.ok((await page.locator(".answer table.figures tbody tr").count()) > 0);
  await page.locator(".answer h2 a").first().click();
  await page.waitForFunction(() => location.pathname === "/series");
  await show("/search");
  await page.locator(".advice a").first().click();
  await page.waitForFunction(() => new URL(location.href).searchParams.has("q"));
  await show(`/search?q=${part("没有这样的词语组合")}`);
  assert.ok((await page.locator("main").textContent()).includes("没有这样的词语组合"));
  fine();
  await context.close();
});

test("search on a phone: facets are folded away and open", async () => {
  const { page, context, show, fine } = await open(browser, { phone: true });
  await show(`/search?q=${part("快递")}`);
  assert.equal(await page.locator(".facets h2").first().isVisible(), false);
  await page.locator(".facets > summary").click();
  await eventually(async () => assert.ok(await page.locator(".facets h2").first().isVisible()));
  fine();
  await context.close();
});

test("series: indicators, choosing one, chart drawn, compared, downloaded", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/series");
  await page.locator("#indicator").fill("网上零售额");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".chart canvas");
  await page.waitForSelector(".chart-figure button");
  const inked = await page.evaluate(() => {
    const canvas = document.querySelector(".chart canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let n = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) n++;
    return n;
  });
  assert.ok(inked > 500, `${inked} dots of ink`);
  assert.ok((await page.locator("table.figures tbody tr").count()) > 0);
  const names = { SVG: /\.svg$/, PNG: /\.png$/ };
  for (const [name, form] of Object.entries(names)) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".chart-figure button", { hasText: name }).click()]);
    assert.match(file.suggestedFilename(), form);
    const bytes = readFileSync(await file.path());
    if (name === "SVG") {
      assert.ok(bytes.toString().startsWith("<svg"));
      assert.ok(bytes.toString().includes("来源"), "the sources stand in the picture");
    } else assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  }
  const [csv] = await Promise.all([page.waitForEvent("download"), page.locator(".chart-figure a", { hasText: "CSV" }).click()]);
  assert.ok(readFileSync(await csv.path()).length > 20);
  const others = await page.locator("#compare option").evaluateAll((list) => list.map((o) => o.value).filter(Boolean));
  await page.selectOption("#compare", others[0]);
  await page.waitForFunction((id) => new URL(location.href).searchParams.get("compare") === id, others[0]);
  await page.waitForSelector(".chart canvas");
  await eventually(async () => assert.ok((await page.locator("table.figures td[data-of='2']").count()) > 0));
  await page.selectOption("#series", others[0]);
  await page.waitForFunction((id) => new URL(location.href).searchParams.get("series") === id, others[0]);
  await page.reload();
  await page.waitForSelector(".chart canvas");
  fine();
  await context.close();
});

test("series: a conflict is two points and two rows, a forecast is said", async () => {
  const { page, context, show, fine } = await open(browser);
  const { conflicts } = await api("/overview");
  assert.ok(conflicts.length > 0);
  await show("/series?conflicts=1");
  await page.locator("main .names a").first().click();
  await page.waitForSelector(".chart canvas");
  await eventually(async () => assert.ok((await page.locator("tr.disagrees").count()) >= 2));
  fine();
  await context.close();
});

test("series of several periods in both lights and on a phone", async () => {
  const { items } = await api("/indicators?limit=3");
  for (const [dark, phone] of [
    [false, true],
    [true, false],
  ]) {
    const { page, context, show, fine } = await open(browser, { dark, phone });
    for (const i of items) {
      await show(`/series?indicator=${part(i.id)}`);
      await page.waitForSelector(".chart canvas, .chart p.state");
    }
    await page.locator("#light").click();
    fine();
    await context.close();
  }
});

test("documents: a day is chosen, a state is chosen, a document tells who reported what", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/policies?on=2023-04-20");
  assert.ok((await page.locator(".time-line .row").count()) > 1);
  await page.locator("#on").fill("2024-01-01");
  await page.locator(".day button").click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("on") === "2024-01-01");
  await settled(page);
  const in_force = await page.locator("section[aria-labelledby='state-in-force'] li.item").count();
  assert.ok(in_force > 0);
  await page.locator(".choose a").nth(1).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("state") === "in-force");
  await settled(page);
  await eventually(async () => assert.equal(await page.locator("main section.part").count(), 1));
  await page.locator("li.item a.title").first().click();
  await page.waitForSelector("table.told");
  assert.ok((await page.locator("table.told a").count()) > 0);
  await page.locator("table.told a").first().click();
  await page.waitForSelector(".sheet .rows");
  await show("/policies");
  const [calendar] = await Promise.all([page.waitForEvent("download"), page.locator("a[href$='.ics']").click()]);
  assert.ok(
    readFileSync(await calendar.path())
      .toString()
      .startsWith("BEGIN:VCALENDAR"),
  );
  fine();
  await context.close();
});

test("names: by kind, by words, one name with its time line; places", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/entities");
  await page.locator(".choose a").nth(1).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.has("kind"));
  await settled(page);
  await page.locator(".choose a").first().click();
  await page.waitForFunction(() => !new URL(location.href).searchParams.has("kind"));
  await page.locator("#name").fill("上海");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => new URL(location.href).searchParams.get("q") === "上海");
  await page.locator(".names a").first().click();
  await page.waitForSelector("ol.mentions li");
  await page.locator("ol.mentions a").first().click();
  await page.waitForSelector("article.text");
  await show("/places");
  await page.locator("table.places a").first().click();
  await page.waitForFunction(() => location.pathname.startsWith("/entities/"));
  fine();
  await context.close();
});

test("overview, issues, articles by column, figures of an issue, record page", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/");
  await page.locator(".years a").first().click();
  await page.waitForFunction(() => location.pathname.startsWith("/issues/"));
  await settled(page);
  await page.locator(".ways a").nth(1).click();
  await page.waitForFunction(() => location.pathname === "/observations");
  await page.waitForSelector("table.figures");
  await page.locator("table.figures td.right a").first().click();
  await page.waitForSelector(".record-page .figure");
  await page.locator(".record-page .ways a").first().click();
  await page.waitForFunction(() => location.pathname === "/series");
  await show("/articles");
  await page.locator(".choose a").nth(3).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.has("section"));
  await settled(page);
  await page.locator("ol.items a.title").first().click();
  await page.waitForSelector("article.text");
  await show("/about");
  for (const href of await page.locator("main a[href^='/api/'], footer a[href^='/api/']").evaluateAll((all) => all.map((a) => a.href)))
    assert.equal((await fetch(href)).status, 200, href);
  fine();
  await context.close();
});

test("the data of every page is at the address that its foot names", async () => {
  const { page, context, show } = await open(browser);
  for (const path of [
    "/",
    "/issues",
    "/articles?section=数据观察",
    "/series",
    "/series?indicator=网上零售额",
    "/policies?on=2023-04-20",
    "/findings?severity=error",
    "/entities?kind=body",
    "/places",
    "/about",
    "/search?q=快递",
    "/observations?area=310000",
  ]) {
    await show(path).catch((e) => assert.fail(`${path}: ${e.message}`));
    const href = await page.locator("footer a[target]").getAttribute("href");
    const answer = await fetch(new URL(href, page.url()));
    assert.equal(answer.status, 200, `${path}: ${href}`);
    assert.equal(typeof (await answer.json()), "object");
  }
  await context.close();
});
