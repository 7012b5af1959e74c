// Every page, in both languages and both sizes: it draws without an error, asks no other host, has one heading and its landmarks, does not
// scroll sideways, and holds no word of the other language outside what is marked as such.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, pages } from "./house.mjs";

let browser, list;
before(async () => {
  browser = await launch();
  list = await pages();
});
after(() => browser.close());

// Chinese outside lang=zh on an English page. What documents say is Chinese and marked; what the interface says must not be.
const strangers = () => {
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode,
      parent = node.parentElement;
    if (parent.closest("script, style, noscript")) continue;
    if (!parent.closest("[lang]").lang.startsWith("zh") && /[\u3400-\u9fff]/.test(node.data)) out.push(node.data.trim());
  }
  return out;
};

for (const [lang, code] of [
  ["zh", "zh-CN"],
  ["en", "en"],
])
  for (const phone of [false, true])
    test(`every page, ${lang}, ${phone ? "phone" : "desk"}`, async () => {
      const { page, context, show, trouble } = await open(browser, { lang, phone, editor: "试刊编辑" });
      const unmarked = [];
      for (const [name, path] of Object.entries(list)) {
        trouble.length = 0;
        await show(path);
        const state = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          title: document.title,
          headings: document.querySelectorAll("h1").length,
          alerts: [...document.querySelectorAll("main [role=alert]")].filter((e) => e.textContent.trim()).length,
          marks: ["header", "nav", "main", "footer"].map((n) => document.querySelectorAll(`body > ${n}, body > * ${n}`).length > 0),
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          styles: document.querySelectorAll("main [style]:not(.chart *)").length,
          scripts: [...document.scripts].filter((s) => !s.src).length,
        }));
        assert.deepEqual(trouble, [], name);
        assert.equal(state.lang, code, name);
        assert.ok(state.title.length > 3, name);
        assert.equal(state.headings, 1, `${name}: one h1`);
        assert.equal(state.alerts, 0, `${name}: failed`);
        assert.deepEqual(state.marks, [true, true, true, true], name);
        assert.equal(state.over, 0, `${name} scrolls sideways`);
        assert.equal(state.scripts, 0, `${name}: inline script`);
        if (lang === "en") for (const words of await page.evaluate(strangers)) unmarked.push(`${name}: ${words}`);
      }
      assert.deepEqual(unmarked, [], "Chinese outside what is marked as Chinese");
      await context.close();
    });
