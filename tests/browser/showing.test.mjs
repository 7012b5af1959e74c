// Showing much: charts of many values and bodies, long lists, long time lines, the page on paper. What the samples are too small for is
// answered here in place of the server, in the API's own shapes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, eventually, launch, open, pages, settled } from "./house.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const BODIES = ["甲局", "乙部", "丙院", "丁公司", "戊协会", "己平台", "庚大学"];
const OF = { indicator: "网上零售额", indicator_code: "online-retail", area: "中国", area_code: "CN", entity: null, entity_id: null, basis: null };

function figure(id, period, value, unit, reporter) {
  const where = { file: "a.txt", article_title: "一篇报道", quote: "", line_start: 1, line_end: 1, issue: "2022-01-05", article: 1, article_id: "none" };
  const more = { section: null, date: "2022-01-05", sources: ["甲报"], doubts: [], sure: true, status: "actual", approx: "=", value_max: null, step: null };
  return { ...OF, ...where, ...more, id, text: String(value), value, unit, measure: unit === "%" ? "growth" : "level", period, reporter };
}

// `months` of values; every third of the first ones is told by a second body too, with another value.
function series(id, months, conflicts, unit = "CNY") {
  const table = Array.from({ length: months }, (_, i) => {
    const period = `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    const value = unit === "%" ? (i % 11) - 3 : 8e11 + i * 1e10;
    const told = [figure(`${id}${i}`, period, value, unit, BODIES[0])];
    if (i % 3 === 0 && i / 3 < conflicts) told.push(figure(`${id}${i}b`, period, value * 1.2, unit, BODIES[(i / 3) % 7]));
    const reports = told.map((observation) => ({ low: null, high: null, revised: false, repeats: null, observation }));
    return { period, start: `${period}-01`, end: `${period}-28`, conflict: told.length > 1 ? "sure" : null, reports };
  });
  const count = { cells: months, reports: table.flatMap((c) => c.reports).length, conflicts, conflicts_unsure: 0 };
  const kind = { measure: unit === "%" ? "growth" : "level", unit, share_of: null, frequency: "M", english: "online retail sales", called: {} };
  return { ...OF, ...kind, ...count, id, from: table[0].period, to: table.at(-1).period, table };
}

for (const phone of [false, true])
  for (const [name, list] of [
    ["sixty values", [series("A", 60, 0)]],
    ["twenty that disagree, of seven bodies", [series("A", 60, 20)]],
    ["two units compared, both with values that disagree", [series("A", 60, 8), series("B", 60, 8, "%")]],
  ])
    test(`a chart of ${name}, ${phone ? "phone" : "desk"}: drawn, with all its values in the table, by day, by night and on paper`, async () => {
      const { page, context, show, fine } = await open(browser, { phone });
      await page.route("**/api/v1/series?*", (r) => r.fulfill({ json: { items: list, total: list.length, next: null } }));
      await show(`/series?indicator=online-retail&series=A${list.length > 1 ? "&compare=B" : ""}`);
      await page.waitForSelector(".chart canvas");
      const values = list.reduce((n, s) => n + s.reports, 0);
      await eventually(async () => assert.equal(await page.locator("table.figures tbody tr").count(), values));
      assert.ok((await page.locator(".chart").getAttribute("aria-label")).length > 10);
      await page.locator("#light").click();
      await page.emulateMedia({ colorScheme: "dark" });
      await page.pdf();
      await eventually(async () => {
        const [canvas, place] = [await page.locator(".chart canvas").boundingBox(), await page.locator(".chart").boundingBox()];
        assert.ok(Math.abs(canvas.width - place.width) < 4, `after paper it is as wide as its place: ${canvas.width} of ${place.width}`);
      });
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".ways button", { hasText: "SVG" }).click()]);
      assert.match(file.suggestedFilename(), /\.svg$/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      fine();
      await context.close();
    });

test("issues of many years: the last ones open, the others one click away", async () => {
  const { page, context, show, fine } = await open(browser);
  const given = await api("/overview");
  const issues = Array.from({ length: 480 }, (_, i) => {
    const date = `${2003 + Math.floor(i / 24)}-${String((Math.floor(i / 2) % 12) + 1).padStart(2, "0")}-${i % 2 ? "20" : "05"}`;
    return { id: date, title: "风标电商观察", date, number: (i % 24) + 1, articles: 20 };
  });
  await page.route("**/api/v1/overview", (r) => r.fulfill({ json: { ...given, issues } }));
  await show("/");
  assert.ok((await page.locator(".years a:visible").count()) < 200);
  await page.locator(".older summary").click();
  await eventually(async () => assert.equal(await page.locator(".years a:visible").count(), 480));
  fine();
  await context.close();
});

test("values that disagree stand in one scale, with their unit", async () => {
  const { page, context, show, fine } = await open(browser);
  const given = await api("/overview");
  const value = (id, v, reporter) => ({ id, value: v, value_max: null, reporter, status: "actual", text: "", article: { id: "none", title: "报道", sources: [] } });
  const conflict = { series: series("A", 1, 0), period: "2022-H1", values: [value("a", 1.781e11, "甲局"), value("b", 6.3015e12, "乙部"), value("c", 6.3015e12, "丙院")] };
  await page.route("**/api/v1/overview", (r) => r.fulfill({ json: { ...given, conflicts: [conflict] } }));
  await show("/");
  const told = await page.locator(".conflicts li li").allTextContents();
  assert.deepEqual(told, ["1,781 亿元 甲局", "63,015 亿元 乙部"]);
  fine();
  await context.close();
});

test("a name with very many mentions: each sentence once, the latest articles first at hand, the earlier ones on demand", async () => {
  const { page, context, show, fine } = await open(browser);
  const given = await api("/entities/310000");
  const timeline = Array.from({ length: 300 }, (_, i) => ({
    date: `20${String(10 + Math.floor(i / 30)).padStart(2, "0")}-01-05`,
    issue: "x",
    article: Math.floor(i / 3),
    article_id: `a${Math.floor(i / 3)}`,
    article_title: `第${Math.floor(i / 3)}篇`,
    text: "上海",
    quote: "上海与上海.的句子",
    rule: "",
  }));
  await page.route("**/api/v1/entities/310000", (r) => r.fulfill({ json: { ...given, timeline } }));
  await show("/entities/310000");
  assert.equal(await page.locator(".mentions > li").count(), 40);
  assert.equal(await page.locator(".mentions > li").first().locator(".snippet").count(), 1);
  assert.equal(await page.locator(".mentions > li").first().locator("mark").count(), 2);
  await page.locator(".earlier summary").click();
  await eventually(async () => assert.equal(await page.locator(".mentions > li").count(), 100));
  fine();
  await context.close();
});

test("documents: every state has its list, the nearest first, and none says another number than it shows", async () => {
  const { page, context, show, fine } = await open(browser);
  const all = await api("/policies?on=2023-04-20&limit=200");
  let placed = 0;
  for (const state of ["in-force", "coming", "open", "expired", "untold"]) {
    const list = await api(`/policies?on=2023-04-20&limit=200&state=${state}`);
    await show(`/policies?on=2023-04-20&state=${state}`);
    assert.equal(await page.locator("ol.items > li").count(), Math.min(list.total, 50), state);
    assert.equal((await page.locator(".choose a[aria-current]").textContent()).length > 1, true);
    const days = list.items.flatMap((p) => (state === "expired" ? p.until : state === "open" ? p.comments_until : p.effective).slice(0, 1).map((v) => v.value));
    if (state === "in-force" || state === "expired") days.reverse();
    if (state !== "untold") assert.deepEqual(days, [...days].sort(), `${state}: the nearest first`);
    if (state === "coming") assert.ok(list.items.every((p) => p.effective.some((v) => v.value > "2023-04-20")));
    placed += list.total;
  }
  assert.ok(placed >= all.total - (await api("/policies?on=2023-04-20&state=draft")).total, "every document that is no draft has a place");
  fine();
  await context.close();
});

test("why a document has its standing is said in Chinese", async () => {
  const { page, context, show, fine } = await open(browser);
  for (const on of ["2021-06-01", "2023-04-20", "2030-01-01"]) {
    await show(`/policies?on=${on}`);
    for (const words of await page.locator(".reason").allTextContents()) assert.doesNotMatch(words, /[a-z]{4,}/, words);
  }
  fine();
  await context.close();
});

test("every page on paper: its words and where it stands, no control", async () => {
  const { page, context, show, fine } = await open(browser, { editor: "试刊编辑" });
  for (const [name, path] of Object.entries(await pages())) {
    await show(path);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    for (const gone of [".top nav", ".paging", ".cite", ".downloads", "main button", ".foot a", ".query"])
      assert.equal(await page.locator(`${gone}:visible`).count(), 0, `${name}: ${gone}`);
    assert.ok(await page.locator("h1").isVisible(), name);
    const foot = await page.locator(".foot .on-paper").textContent();
    assert.ok(foot.includes(new URL(page.url()).pathname === "/" ? "127.0.0.1" : decodeURI(new URL(page.url()).pathname)), `${name}: ${foot}`);
    assert.doesNotMatch(foot, /lang=/);
    await page.emulateMedia({ media: "screen" });
    await settled(page);
  }
  fine();
  await context.close();
});

test("an archive without issues says so on every page, and what to do", async () => {
  const { page, context, show, fine } = await open(browser);
  const nothing = { items: [], total: 0, next: null };
  const given = await api("/overview");
  const none = { ...given.archive, issues: 0, articles: 0, observations: 0, policies: 0, entities: 0, first_date: null, last_date: null };
  await page.route("**/api/v1/overview", (r) => r.fulfill({ json: { ...given, archive: none, issues: [], latest: null, coming: [], conflicts: [] } }));
  for (const list of ["issues", "articles", "observations", "indicators", "series", "entities", "places"])
    await page.route(new RegExp(`/api/v1/${list}(\\?|$)`), (r) => r.fulfill({ json: nothing }));
  for (const path of ["/", "/issues", "/articles", "/observations", "/series", "/entities", "/places"]) {
    await show(path);
    assert.match(await page.locator("main .state").textContent(), /fengbiao ingest/, path);
    assert.equal(await page.locator("main .state a").count(), 0, `${path}: no filter to drop`);
  }
  await show("/series?conflicts=1");
  assert.ok((await page.locator("main .state").textContent()).length > 4);
  await show("/articles?source=nobody");
  assert.equal(await page.locator("main .state a[href='/articles']").count(), 1);
  fine();
  await context.close();
});
