// Reading: the text as printed with its marks, the side sheet by mouse and by keyboard, the record in the address, citations, the frame
// with its switches, and the states of failing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, base, eventually, launch, open, settled } from "./house.mjs";

let browser, article;
before(async () => {
  browser = await launch();
  // An article with figures, whose marks lie in its paragraphs.
  for (const { id } of (await api("/articles?limit=60")).items) {
    article = await api(`/articles/${encodeURIComponent(id)}`);
    if (article.marks.filter((m) => m.kind === "number").length >= 3 && article.next) break;
  }
});
after(() => browser.close());
const at = (query = "") => `/articles/${encodeURIComponent(article.id)}${query}`;
const record_of = (page) => new URL(page.url()).searchParams.get("record");

test("the text is the printed one, and marks stand on their words", async () => {
  const { page, context, show, fine } = await open(browser);
  await show(at());
  assert.equal(await page.locator("h1").textContent(), article.title);
  for (const [i, words] of article.paragraphs.entries()) assert.equal(await page.locator(`#p${i + 1}`).textContent(), words);
  const number = article.marks.find((m) => m.kind === "number");
  const mark = page.locator(`.mark[data-key="${number.record}"]`).first();
  assert.equal(await mark.textContent(), article.paragraphs[number.paragraph].slice(number.begin, number.end));
  fine();
  await context.close();
});

test("a click opens the sheet with record, reason and printed line; Escape closes it and the focus returns", async () => {
  const { page, context, show, fine } = await open(browser);
  await show(at());
  const number = article.marks.find((m) => m.kind === "number");
  const o = article.observations.find((x) => x.id === number.record);
  await page.locator(`.mark[data-key="${number.record}"]`).first().click();
  await page.waitForSelector(".sheet .rows");
  await eventually(async () => assert.equal(record_of(page), number.record));
  assert.ok((await page.locator(".sheet .printed .meant").allTextContents()).some((line) => line.includes(o.text) || line.includes(o.digits)));
  await eventually(async () => assert.ok((await page.locator(".sheet .printed li").count()) > 1, "with its neighbours"));
  await page.locator(".sheet summary").click();
  await eventually(async () => assert.ok((await page.locator(".sheet .why tbody tr").count()) > 2));
  await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector(".sheet").contains(document.activeElement)), "the focus went into the sheet"));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator(".sheet").count(), 0));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.dataset.key), number.record));
  await eventually(async () => assert.equal(record_of(page), null));
  fine();
  await context.close();
});

test("by keyboard: Tab shows the sheet and leaves the focus in the text, Enter goes into it", async () => {
  const { page, context, show } = await open(browser);
  await show(at());
  const first = page.locator(".text .mark").first();
  await page.locator(".position a").first().focus();
  await page.keyboard.press("Tab");
  await page.waitForSelector(".sheet h2");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.dataset.key), await first.getAttribute("data-key")));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "sheet-title");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.dataset.key), await first.getAttribute("data-key")));
  await context.close();
});

test("names and documents open their sheets too", async () => {
  const { page, context, show, fine } = await open(browser);
  for (const [kind, section] of [
    ["name", "数据观察"],
    ["policy", "政策法规"],
  ]) {
    let found = null;
    for (const { id } of (await api(`/articles?section=${encodeURIComponent(section)}&limit=200`)).items) {
      const a = await api(`/articles/${encodeURIComponent(id)}`);
      const mark = a.marks.find((m) => m.kind === kind && (m.record || m.entity));
      if (mark) {
        found = [id, mark.record ?? mark.entity];
        break;
      }
    }
    assert.ok(found, `an article with a ${kind}`);
    await show(`/articles/${encodeURIComponent(found[0])}`);
    await page.locator(`.mark-${kind}[data-key="${found[1]}"]`).first().click();
    await page.waitForSelector(".sheet .rows");
    await page.locator(".sheet-head button").click();
    await eventually(async () => assert.equal(await page.locator(".sheet").count(), 0));
  }
  fine();
  await context.close();
});

test("an address with a record opens its sheet; a record that is not there is left out", async () => {
  const { page, context, show } = await open(browser);
  await show(at(`?record=${article.observations[0].id}`));
  await page.waitForSelector(".sheet .figure");
  await show(at("?record=nothing"));
  await page.waitForFunction(() => !new URL(location.href).searchParams.has("record"));
  await eventually(async () => assert.equal(await page.locator(".sheet").count(), 0));
  await context.close();
});

test("figures of the text, printed lines, neighbours, citation", async () => {
  const { page, context, show, fine } = await open(browser);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: base }).catch(() => undefined);
  await show(at());
  await page.locator(".figures-here summary").click();
  await page.locator(".figures-here a").first().click();
  await page.waitForSelector(".sheet .figure");
  await page.keyboard.press("Escape");
  await page.locator(".lines summary").click();
  await page.waitForFunction(() => document.querySelectorAll(".lines .printed li").length >= 2);
  for (const style of ["GB/T 7714", "BibTeX"]) {
    await page.locator(".beside > .cite button", { hasText: style }).click();
    await page.waitForFunction((bibtex) => document.querySelector(".beside > .cite pre")?.textContent.startsWith("@") === bibtex, style === "BibTeX");
    assert.ok((await page.locator(".beside > .cite pre").textContent()).includes(article.title.slice(0, 6)));
  }
  await page.locator(".steps a.next").click();
  await settled(page);
  await eventually(async () => assert.equal(await page.locator("h1").textContent(), article.next.title));
  await page.locator(".steps a.prev").click();
  await page.waitForFunction((title) => document.querySelector("h1").textContent === title, article.title);
  fine();
  await context.close();
});

test("language and light are switched and kept", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/");
  await page.locator("#language").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await eventually(async () => assert.equal(await page.locator("h1").textContent(), "In the archive"));
  await page.locator("nav a").nth(1).click();
  await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Search");
  await page.goto(`${base}/about`);
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.locator("#light").click();
  await page.locator("#light").click();
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.reload();
  await settled(page);
  await eventually(async () => assert.equal(await paper(), dark));
  await page.locator("#light").click();
  await eventually(async () => assert.equal(await paper(), light));
  fine();
  await context.close();
});

test("the keyboard: / j k Enter Esc ?", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/articles");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  const chosen = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(chosen, await page.locator("main [data-keys]").first().textContent());
  await page.keyboard.press("Enter");
  await page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, chosen);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => location.pathname === "/articles");
  await page.keyboard.press("?");
  await eventually(async () => assert.ok(await page.locator("dialog.keys").isVisible()));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator("dialog.keys").count(), 0));
  await page.keyboard.press("/");
  await page.keyboard.type("快递");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname === "/search");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "main"));
  fine();
  await context.close();
});

test("on a phone the sheet lies at the foot and the text can still be reached", async () => {
  const { page, context, show, fine } = await open(browser, { phone: true });
  await show(at());
  await page.locator(".text .mark").first().click();
  await page.waitForSelector(".sheet .rows");
  const box = await page.locator(".sheet").boundingBox();
  assert.ok(box.y > 200 && Math.round(box.width) === 360, JSON.stringify(box));
  fine();
  await context.close();
});

test("a page that is not there, a server that does not answer, a server in trouble", async () => {
  const { page, context, show } = await open(browser, { expected: /404|503|Failed to load/ });
  await show("/articles/nothing-like-this");
  assert.ok((await page.locator("main a[href='/search']").count()) > 0);
  await page.route("**/api/v1/places*", (r) => r.abort());
  await show("/places");
  await page.waitForSelector("main [role=alert]");
  await page.unroute("**/api/v1/places*");
  await page.locator("main [role=alert] button").click();
  await page.waitForSelector("table.places");
  await page.route("**/api/v1/entities*", (r) =>
    r.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ title: "busy", status: 503 }) }),
  );
  await show("/entities");
  await page.waitForSelector("main [role=alert]");
  await context.close();
});

test("where reading wants a token, it is asked for once and sent with everything, downloads too", async () => {
  const { page, context, show } = await open(browser, { expected: /401|Failed to load/ });
  await page.route("**/api/v1/**", (r) =>
    r.request().headers().authorization === "Bearer let me read"
      ? r.continue()
      : r.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify({ title: "Unauthorized", status: 401 }) }),
  );
  await show("/places");
  await page.locator("#token").fill("let me read");
  await page.keyboard.press("Enter");
  await page.waitForSelector("table.places");
  await page.reload();
  await page.waitForSelector("table.places");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".downloads a").first().click()]);
  assert.match(file.suggestedFilename(), /places\.csv$/);
  await context.close();
});

test("a slow server is told in words", async () => {
  const { page, context } = await open(browser);
  let free;
  const held = new Promise((done) => {
    free = done;
  });
  await page.route("**/api/v1/places*", async (r) => {
    await held;
    await r.continue();
  });
  await page.goto(`${base}/places`);
  await page.waitForSelector("main p.state[role=status]");
  assert.ok((await page.locator("main p.state").textContent()).length > 4);
  free();
  await page.waitForSelector("table.places");
  await context.close();
});

test("on paper: the text alone", async () => {
  const { page, context, show } = await open(browser);
  await show(at());
  await page.emulateMedia({ media: "print" });
  for (const gone of [".top", ".foot a", ".foot button", ".steps", ".beside .cite"]) assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
  assert.ok(await page.locator(".text").isVisible());
  await context.close();
});

test("an article full of markup stays text", async () => {
  const { page, context, show, fine } = await open(browser);
  const evil = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>";
  await page.route("**/api/v1/articles/*", (r) =>
    r.fulfill({ json: { ...article, title: evil, paragraphs: [evil], marks: [], observations: [], policies: [], findings: [] } }),
  );
  await show(at());
  assert.equal(await page.locator("h1").textContent(), evil);
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.ok(!(await page.title()).startsWith("taken"));
  fine();
  await context.close();
});

test("whose the text is, and what of it may be passed on, stands beside it", async () => {
  for (const lang of ["zh", "en"]) {
    const { page, context, show, fine } = await open(browser, { lang });
    await show(at());
    const words = await page.locator(".rights").textContent();
    for (const source of article.sources) assert.ok(words.includes(source), words);
    assert.match(words, lang === "zh" ? /标题、来源、日期、数据、简短引文/ : /headline, source, date, figures, short quotes/);
    fine();
    await context.close();
  }
});

test("going back and loading again come to where the page was left, with the focus on the link that led away", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/articles");
  const link = page.locator(".items a.title").nth(30);
  const href = await link.getAttribute("href");
  await link.scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => scrollY);
  assert.ok(y > 300, `${y}`);
  await link.click();
  await page.waitForSelector("article.text");
  await eventually(async () => assert.equal(await page.evaluate(() => scrollY), 0));
  await page.goBack();
  await page.waitForSelector(".items");
  await eventually(async () => {
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - y) < 5);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), href);
  });
  await page.waitForTimeout(300); // the place is noted once the page lies still
  await page.reload();
  await settled(page);
  await eventually(async () => assert.ok(Math.abs((await page.evaluate(() => scrollY)) - y) < 5));
  fine();
  await context.close();
});

test("the next page of a list begins at its top; n and p turn the pages", async () => {
  const { page, context, show, fine } = await open(browser);
  await show("/articles");
  const first = await page.locator(".items a.title").first().textContent();
  await page.locator("#next-page").click();
  await page.waitForFunction(() => new URL(location.href).searchParams.has("cursor"));
  await settled(page);
  await eventually(async () => {
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    assert.notEqual(await page.locator(".items a.title").first().textContent(), first);
  });
  await show(at());
  await page.keyboard.press(article.next ? "n" : "p");
  await eventually(async () => assert.notEqual(decodeURIComponent(new URL(page.url()).pathname), `/articles/${article.id}`));
  await settled(page);
  await page.keyboard.press(article.next ? "p" : "n");
  await eventually(async () => assert.equal(decodeURIComponent(new URL(page.url()).pathname), `/articles/${article.id}`));
  fine();
  await context.close();
});

test("every rule that made a record of the samples has a Chinese name, and what was read is told in words", async () => {
  const { page, context, show, fine } = await open(browser);
  const ids = [];
  for (let cursor = null, more = true; more; more = cursor !== null) {
    const list = await api(`/observations?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
    ids.push(...list.items.map((o) => o.id));
    cursor = list.next;
  }
  // Few records that together have every name.
  const seen = new Set(),
    chosen = [];
  for (const id of ids) {
    const { explanation } = await api(`/observations/${encodeURIComponent(id)}`);
    const names = (explanation?.fields ?? []).flatMap((f) => [f.rule, f.note]).filter((n) => n && !seen.has(n));
    if (!names.length) continue;
    names.forEach((n) => seen.add(n));
    chosen.push(id);
  }
  assert.ok(seen.size > 30, `${seen.size}`);
  const strangers = new Set();
  for (const id of chosen) {
    await show(`/observations/${encodeURIComponent(id)}`);
    for (const words of await page.locator(".why .rule[lang=en]").allTextContents()) strangers.add(words);
    for (const words of await page.locator(".why td:nth-child(2)").allTextContents())
      if (/^(level|growth|change|share|rank|actual|forecast|target|true|false|yoy|CNY|\d{4}-\d\d\/.*)$/.test(words)) strangers.add(words);
  }
  assert.deepEqual([...strangers], []);
  fine();
  await context.close();
});
