// The desk, the whole circle against the server: pile, issue, checks, preview, versions, publishing, files; by mouse, by keyboard, by
// dragging, on a phone; two editors at one draft; what was typed is never lost. Each test has a draft of its own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe_source, eventually, launch, open, settled, write } from "./house.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const operate = async (issue, body) => await write(`/drafts/${issue}/operations`, { by: "李四", ...body });
const draft = (issue) => write(`/drafts/${issue}`);
const make = (issue, from = "2023-03-20") => operate(issue, { after: 0, op: "new", ...(from ? { from } : {}) });
const titles = (d) => d.columns.flatMap((c) => c.articles.map((a) => a.title));
const column_of = (d, title) => d.columns.find((c) => c.articles.some((a) => a.title === title))?.name;
const drawn = (page) => page.waitForSelector(".issue-column h2");
const card = (page, title) => page.locator(".issue-column .card", { has: page.locator(`[data-title="${title}"]`) });
const focused = (page) =>
  page.evaluate(() => ({
    title: document.activeElement.closest(".issue-column .card")?.querySelector(".card-name").dataset.title ?? null,
    act: document.activeElement.className,
    id: document.activeElement.id,
    words: document.activeElement.textContent,
  }));
const told = (page, words) => eventually(async () => assert.ok((await page.locator(".did").textContent()).includes(words), await page.locator(".did").textContent()));
const axe = async (page) => {
  await page.evaluate(axe_source);
  const found = await page.evaluate(async () =>
    (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(" | ")}`),
  );
  assert.deepEqual(found, []);
};
const A = "青禾商贸在云岭县建成直播共享基地",
  B = "长三角5个口岸试行跨境包裹“一次查验”",
  BASKETS = "澜江市竹编合作社上网卖筐";

test("the door: a token is asked for, a wrong one again, the right one opens; the entry shows where there is a desk", async () => {
  const { page, context, show } = await open(browser, { expected: /401|Failed to load/ });
  await show("/desk");
  await page.locator("#token").fill("not this");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.locator("#token").inputValue(), ""));
  await page.locator("#token").fill(process.env.FENGBIAO_TOKEN);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#new-draft");
  await show("/");
  await page.locator('nav a[href="/desk"]:visible').click();
  await page.waitForSelector("#new-draft");
  await context.close();
});

test("a server without a desk has no entry for it and says how to get one", async () => {
  const server = spawn(process.env.FENGBIAO_PROGRAM, ["serve", process.env.FENGBIAO_ARCHIVE, "--listen", "127.0.0.1:0"]);
  try {
    const there = await new Promise((done, failed) => {
      server.on("exit", (code) => failed(new Error(`serve ended with ${code}`)));
      const hear = (words) => {
        const at = String(words).match(/http:\/\/[\d.]+:\d+/);
        if (at) done(at[0]);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    const [about] = await Promise.all([page.waitForResponse(/api\/v1\/about/), page.goto(`${there}/`)]);
    assert.equal((await about.json()).desk, false);
    await settled(page);
    assert.equal(await page.locator('nav a[href="/desk"]:visible').count(), 0);
    assert.ok((await page.locator('nav a[href="/about"]:visible').count()) > 0);
    await page.goto(`${there}/desk`);
    await settled(page);
    assert.ok((await page.locator("main").textContent()).includes("serve ec.fb --desk"));
    await context.close();
  } finally {
    server.kill("SIGTERM");
  }
});

test("the whole circle: a draft from an issue, the pile, moving, editing, checks, publishing twice, files of each edition", async () => {
  const { page, context, show, fine } = await open(browser, { editor: "张三", expected: /409|Failed to load/ });
  await show("/desk");
  await page.locator("#new-issue").fill("2030-02");
  await page.selectOption("#new-from", "2023-03-20");
  await page.locator("#new-draft button").click();
  await page.waitForURL(/\/desk\/2030-02/);
  await drawn(page);
  assert.equal(await page.locator(".issue-column .card").count(), 21);

  // The pile: a story told before says where and what differs; copies tell which figure changed; every proposal has its reasons.
  await page.waitForSelector(".pile-column .card");
  const base = page.locator(".pile-column .card", { hasText: "云岭县直播共享基地投入使用" });
  assert.ok((await base.locator(".told-before").textContent()).includes(A));
  assert.deepEqual(await base.locator(".told-before .changes > li > span b").allTextContents(), ["2600平方米", "2800平方米"]);
  const baskets = page.locator(".pile-column .card", { hasText: BASKETS });
  await baskets.locator("summary", { hasText: "另有 1 处刊载" }).click();
  assert.deepEqual(await baskets.locator(".copy .changes > li > span b").allTextContents(), ["18.6万元", "19.6万元"]);
  await baskets.locator("summary", { hasText: "为什么这样建议" }).first().click();
  const why = await baskets.locator(".why").first().textContent();
  for (const words of ["栏目", "支持", "贴近的词"]) assert.ok(why.includes(words), why);
  assert.doesNotMatch(why, /[a-z]{4,}/, "reasons are told in Chinese");

  // Put in where it was proposed; the focus stays, and what was done is told.
  const proposed = await baskets.locator(".putting select").last().inputValue();
  await baskets.getByRole("button", { name: `加入本期：“${BASKETS}”` }).click();
  await told(page, BASKETS);
  assert.equal(column_of(await draft("2030-02"), BASKETS), proposed);
  await eventually(async () => assert.equal((await focused(page)).words, "查看"));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal((await focused(page)).title, BASKETS));

  // By buttons and by keys, over the edge of a column too; the focus goes along.
  await card(page, A).getByRole("button", { name: `下移：“${A}”` }).click();
  await told(page, "第 2 篇");
  await eventually(async () => assert.deepEqual([(await focused(page)).title, (await focused(page)).act.includes("act-down")], [A, true]));
  assert.deepEqual(titles(await draft("2030-02")).slice(0, 2), [B, A]);
  await page.locator(`[data-title="${A}"]`).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await eventually(async () => assert.deepEqual(titles(await draft("2030-02")).slice(0, 2), [A, B]));
  await eventually(async () => assert.equal((await focused(page)).title, A));
  await page.keyboard.press("Alt+ArrowUp");
  await told(page, "不能再移");
  await page.keyboard.press("Delete");
  await told(page, "已移出");
  await eventually(async () => assert.equal((await focused(page)).title, B));
  await page.locator("#undo").click();
  await told(page, "已撤销");
  await eventually(async () => assert.equal((await focused(page)).id, "undo"));
  assert.ok(titles(await draft("2030-02")).includes(A));

  // An error typed in: it is found, leads to its article, holds publishing up.
  await page.locator(`[data-title="${B}"]`).click();
  await page.locator(".issue-column .edit textarea[name=text]").fill("乙市网络零售额今年上半年为70亿元，其中农产品48亿元，占比78.33%。");
  await page.locator(".issue-column .edit input[name=date]").fill("2023-03-10");
  await page.locator(".issue-column .edit textarea[name=text]").press("Control+Enter");
  await told(page, "已保存");
  const b = (await draft("2030-02")).columns.flatMap((c) => c.articles).find((a) => a.title === B);
  assert.deepEqual([b.date, b.paragraphs.length, b.sources], ["2023-03-10", 1, ["电商周报"]]);
  await eventually(async () => assert.equal((await focused(page)).title, B));
  await page.locator("#made-checks").click();
  await page.waitForSelector(".open-finding .is-error");
  assert.equal(new URL(page.url()).searchParams.get("show"), "checks");
  const error = page.locator(".open-finding", { hasText: "78.33%" }).first();
  await error.getByRole("button", { name: `“${B}”` }).click();
  await eventually(async () => assert.equal((await focused(page)).title, B));
  await page.locator("#made-publish").click();
  await page.locator("#publish button[type=submit]").click();
  await eventually(async () => assert.ok((await page.locator("#publish .note").textContent()).includes("没有出版")));
  assert.deepEqual((await draft("2030-02")).editions, []);

  // Accepted by name and with a reason; then it is published.
  await page.locator("#made-checks").click();
  for (let open_errors; (open_errors = await page.locator(".open-finding:has(.is-error)").count()) > 0; ) {
    await page.locator(".open-finding:has(.is-error) .act-accept").first().click();
    await page.locator(".open-finding form textarea").fill("原文如此");
    await page.locator(".open-finding form button[type=submit]").click();
    await eventually(async () => assert.equal(await page.locator(".open-finding:has(.is-error)").count(), open_errors - 1));
  }
  const accepted = (await draft("2030-02")).accepted;
  assert.ok(accepted.length > 0 && accepted.every((a) => a.by === "张三" && a.why === "原文如此"));
  await page.locator("#made-publish").click();
  await page.locator("#publish button[type=submit]").click();
  await told(page, "第 1 次印行已出版");
  await eventually(async () => assert.equal((await focused(page)).words, "第 1 次印行"));

  // A later edition says what was wrong; the first one stays.
  await page.locator(`[data-title="${BASKETS}"]`).click();
  await page.locator(".issue-column .edit input[name=title]").fill("澜江竹编合作社上网卖筐");
  await page.locator(".issue-column .edit button[type=submit]").click();
  await told(page, "澜江竹编合作社上网卖筐");
  await page.locator("#publish button[type=submit]").click();
  assert.equal((await draft("2030-02")).editions.length, 1, "without a notice nothing is sent");
  await page.locator("#publish-correction").fill("第 2 篇标题有误，现已改正。");
  await page.locator("#publish button[type=submit]").click();
  await told(page, "第 2 次印行已出版");
  const texts = [];
  for (const edition of [2, 1]) {
    const link = page.locator(".made-column section:has(> h3.edition)").nth(2 - edition).locator("a", { hasText: "TXT" });
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.equal(file.suggestedFilename(), `2030-02-${edition}.txt`);
    texts.push(readFileSync(await file.path(), "utf8"));
  }
  assert.ok(texts[0].includes("澜江竹编合作社上网卖筐") && texts[0].includes("标题有误"));
  assert.ok(texts[1].includes(BASKETS) && !texts[1].includes("标题有误"));
  fine();
  await context.close();
});

test("the preview is the page that is published, styled, without scripts, and follows the draft", async () => {
  await make("2030-03");
  const { page, context, show, fine } = await open(browser, { editor: "张三" });
  await show("/desk/2030-03");
  const paper = page.frameLocator("iframe.paper");
  await eventually(async () => assert.equal(await paper.locator("article").count(), 21));
  const state = await page.locator("iframe.paper").evaluate((f) => ({
    sandbox: f.getAttribute("sandbox"),
    align: f.contentWindow.getComputedStyle(f.contentDocument.querySelector("article p.source")).textAlign,
    sheets: f.contentDocument.adoptedStyleSheets.length,
  }));
  assert.deepEqual(state, { sandbox: "allow-same-origin", align: "right", sheets: 1 });
  await paper.locator("nav a").nth(20).click();
  await eventually(async () => assert.ok(await page.locator("iframe.paper").evaluate((f) => f.contentDocument.documentElement.scrollTop > 500)));
  assert.ok(page.url().includes("/desk/2030-03"), "a link of the page stays inside it");
  await card(page, A).getByRole("button", { name: `移出：“${A}”` }).click();
  await eventually(async () => assert.equal(await paper.locator("article").count(), 20));
  await page.locator(`[data-title="${titles(await draft("2030-03"))[0]}"]`).click();
  await eventually(async () => assert.ok(await page.locator("iframe.paper").evaluate((f) => f.contentDocument.getElementById("a1").getBoundingClientRect().top < 100)));
  fine();
  await context.close();
});

test("two editors: the second is told who was quicker and keeps what was typed; both changes stand in the end", async () => {
  await make("2030-04");
  const { page, context, show } = await open(browser, { editor: "张三", expected: /409|Failed to load/ });
  await show("/desk/2030-04");
  await drawn(page);
  await page.locator(`[data-title="${B}"]`).click();
  await page.locator(".issue-column .edit input[name=selected_by]").fill("张三编辑组");
  await page.locator(".issue-column .edit textarea[name=text]").fill("张三写的一段。");
  await operate("2030-04", { after: 1, op: "move", n: 1, section: "政策法规", at: 1 });
  await operate("2030-04", { after: 2, op: "edit", n: 1, set: { date: "2023-01-02", selected_by: "李四编辑组" } }); // B is the first now
  await page.locator(".issue-column .edit button[type=submit]").click();
  await page.waitForSelector(".conflict");
  const says = await page.locator(".conflict").textContent();
  for (const words of ["李四", "版本 2", "版本 3", "移动", "编辑"]) assert.ok(says.includes(words), says);
  assert.equal(await page.locator(".issue-column .edit textarea[name=text]").inputValue(), "张三写的一段。");
  assert.equal((await draft("2030-04")).version, 3);
  await axe(page);
  await page.locator("#load-theirs").click();
  await told(page, "已载入版本 3");
  assert.equal(await page.locator(".conflict").count(), 0);
  assert.equal(await page.locator(".issue-column .edit textarea[name=text]").inputValue(), "张三写的一段。");
  assert.equal(await page.locator(".issue-column .edit input[name=date]").inputValue(), "2023-01-02", "a field that was left alone follows");
  assert.ok((await page.locator('.issue-column .edit [data-field="selected_by"] .note').textContent()).includes("李四编辑组"), "both changed it: theirs stands beside");
  await page.locator(".issue-column .edit button[type=submit]").click();
  await told(page, "已保存");
  const b = (await draft("2030-04")).columns.flatMap((c) => c.articles).find((a) => a.title === B);
  assert.deepEqual([b.date, b.selected_by, b.paragraphs[0].text], ["2023-01-02", "张三编辑组", "张三写的一段。"]);
  await context.close();
});

test("what was typed outlives a reload, another language and the article itself", async () => {
  await make("2030-05");
  const { page, context, show } = await open(browser, { editor: "张三", expected: /409|Failed to load/ });
  await show("/desk/2030-05");
  await drawn(page);
  await page.locator(`[data-title="${A}"]`).click();
  await page.locator(".issue-column .edit textarea[name=text]").fill("还没有保存的一段。");
  await page.locator("#language").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await eventually(async () => assert.ok((await card(page, A).textContent()).includes("not saved yet")));
  await page.reload();
  await drawn(page);
  await page.locator(`[data-title="${A}"]`).click();
  assert.equal(await page.locator(".issue-column .edit textarea[name=text]").inputValue(), "还没有保存的一段。");
  await operate("2030-05", { after: 1, op: "remove", n: 1 });
  await page.locator(".issue-column .edit button[type=submit]").click();
  await page.locator("#load-theirs").click();
  await page.waitForSelector(".left-over");
  assert.ok((await page.locator(".left-over").textContent()).includes("还没有保存的一段。"));
  await page.locator(".left-over button").first().click();
  assert.equal(await page.locator("#edit-fresh textarea[name=text]").inputValue(), "还没有保存的一段。");
  await page.locator("#edit-fresh button[type=submit]").click();
  await told(page, A);
  const a = (await draft("2030-05")).columns.flatMap((c) => c.articles).find((x) => x.title === A);
  assert.deepEqual(a.paragraphs.map((p) => p.text), ["还没有保存的一段。"]);
  assert.equal(await page.locator(".left-over").count(), 0);
  await context.close();
});

test("dragging: within a column, into another, and from the pile; a line shows where", async () => {
  await make("2030-06");
  const { page, context, show, fine } = await open(browser, { editor: "张三" });
  await show("/desk/2030-06");
  await page.waitForSelector(".pile-column .card");
  const order = titles(await draft("2030-06"));
  const drop = async (from, to, position) => {
    await from.dragTo(to, { sourcePosition: { x: 8, y: 4 }, targetPosition: position });
  };
  await drop(card(page, order[0]), card(page, order[2]), { x: 40, y: 60 });
  await told(page, "第 3 篇");
  assert.deepEqual(titles(await draft("2030-06")).slice(0, 3), [order[1], order[2], order[0]]);
  await eventually(async () => assert.equal((await focused(page)).title, order[0]));
  await drop(page.locator(".pile-column .card", { hasText: BASKETS }), card(page, order[2]), { x: 40, y: 3 });
  await told(page, BASKETS);
  assert.deepEqual(titles(await draft("2030-06")).slice(0, 3), [order[1], BASKETS, order[2]]);
  assert.equal(await page.locator(".drop-before, .drop-after, .dragged").count(), 0);
  fine();
  await context.close();
});

test("versions: an earlier one is looked at and made the draft again; front matter and articles of the archive", async () => {
  await make("2030-07", null);
  const { page, context, show, fine } = await open(browser, { editor: "张三" });
  await show("/desk/2030-07?from=stored");
  await drawn(page);
  assert.ok((await page.locator(".issue-column").textContent()).includes("本期还没有文章"));
  assert.ok(await page.locator("#undo").isDisabled(), "there is nothing to undo");
  await page.locator("#front").click();
  await page.locator("#edit-front-name").fill("试刊");
  await page.locator("#edit-front-number").fill("7");
  await page.locator("#edit-front-imprint").fill("第一行\n第二行");
  await page.locator("#edit-front button[type=submit]").click();
  await told(page, "已保存刊头");
  await eventually(async () => assert.equal((await focused(page)).id, "front"));
  const { front } = await draft("2030-07");
  assert.deepEqual([front.name, front.number, front.imprint], ["试刊", 7, ["第一行", "第二行"]]);
  await page.locator("#pile-stored").fill("直播");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".pile-column .card");
  assert.equal(new URL(page.url()).searchParams.get("find"), "直播");
  const put = page.locator(".pile-column .putting button").first();
  await put.click();
  await told(page, "第 1 篇");
  assert.equal(titles(await draft("2030-07")).length, 1);
  await page.locator("#made-versions").click();
  await page.locator(".versions").getByRole("button", { name: "预览：版本 2" }).click();
  await eventually(async () => assert.ok((await page.locator(".preview-state").textContent()).includes("较早的版本 2")));
  const paper = page.frameLocator("iframe.paper");
  await eventually(async () => assert.equal(await paper.locator("article").count(), 0));
  await page.locator(".preview-state button").click();
  await eventually(async () => assert.equal(await paper.locator("article").count(), 1));
  await page.locator("#made-versions").click();
  await page.locator(".versions").getByRole("button", { name: "恢复：版本 2" }).click();
  await told(page, "现在是版本 4");
  assert.equal(titles(await draft("2030-07")).length, 0);
  assert.equal(await page.locator(".versions li").count(), 4);
  assert.ok((await page.locator(".versions li").first().textContent()).includes("张三"));
  fine();
  await context.close();
});

test("a value that is none is refused in words, and stays in its field", async () => {
  await make("2030-08");
  const { page, context, show } = await open(browser, { editor: "张三", expected: /4\d\d|Failed to load/ });
  await show("/desk/2030-08");
  await page.locator(`[data-title="${A}"]`).click();
  await page.locator(".issue-column .edit input[name=date]").fill("三月十四");
  await page.locator(".issue-column .edit button[type=submit]").click();
  await eventually(async () => assert.ok((await page.locator(".issue-column .edit .note").textContent()).includes("三月十四")));
  assert.equal(await page.locator(".issue-column .edit input[name=date]").inputValue(), "三月十四");
  assert.equal((await draft("2030-08")).version, 1);
  await axe(page);
  await page.locator(".issue-column .edit button", { hasText: "放弃改动" }).click();
  await eventually(async () => assert.equal((await focused(page)).title, A));
  await page.locator(`[data-title="${A}"]`).click();
  assert.equal(await page.locator(".issue-column .edit input[name=date]").inputValue(), "2023-03-14");
  await context.close();
});

for (const lang of ["zh", "en"])
  test(`on a phone the columns are tabs, ${lang}: arrows step along, each is clean`, async () => {
    const issue = `2030-09-${lang}`;
    await make(issue);
    const { page, context, show, fine } = await open(browser, { phone: true, lang, editor: "张三" });
    await show(`/desk/${issue}`);
    await drawn(page);
    assert.equal(await page.locator(".desk-column:visible").count(), 1);
    assert.deepEqual(await page.locator(".desk > [role=tablist] [role=tab]").allTextContents(), lang === "zh" ? ["素材", "本期", "成品"] : ["Pile", "Issue", "Result"]);
    await page.locator("#pane-issue").focus();
    for (const [key, id, column] of [
      ["ArrowRight", "made", ".made-column"],
      ["ArrowRight", "pile", ".pile-column"],
      ["End", "made", ".made-column"],
      ["Home", "pile", ".pile-column"],
    ]) {
      await page.keyboard.press(key);
      assert.equal((await focused(page)).id, `pane-${id}`);
      assert.equal(await page.locator(`${column}:visible`).count(), 1);
      assert.equal(await page.locator(".desk-column:visible").count(), 1);
      assert.equal(new URL(page.url()).searchParams.get("pane"), id);
      await eventually(async () => assert.equal(await page.locator("main .state[role=status]:visible").count(), 0));
      await axe(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }
    // What was put in is shown where it stands: the tab changes, the focus goes there.
    await page.locator(".pile-column .putting > button").first().click();
    await told(page, lang === "zh" ? "第" : "is now article");
    await page.keyboard.press("Enter");
    await eventually(async () => assert.ok((await focused(page)).title));
    assert.equal(await page.locator(".issue-column:visible").count(), 1);
    await page.locator(".issue-column .card-name").first().click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    await axe(page);
    fine();
    await context.close();
  });

test("by keyboard alone: j and k along the cards, Enter opens, help names the keys of the desk", async () => {
  await make("2030-10");
  const { page, context, show, fine } = await open(browser, { editor: "张三", dark: true });
  await show("/desk/2030-10?from=stored");
  await drawn(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await eventually(async () => assert.equal((await focused(page)).title, B));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.name), "title"));
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await eventually(async () => assert.equal((await focused(page)).title, B));
  assert.equal((await draft("2030-10")).version, 1, "nothing was changed, nothing is sent");
  await page.keyboard.press("?");
  assert.ok((await page.locator("dialog.keys").textContent()).includes("移出文章"));
  fine();
  await context.close();
});
