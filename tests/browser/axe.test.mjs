// axe on every page, by day and by night, at the desk and on a phone: no violation.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe_source, launch, open, pages } from "./house.mjs";

let browser, list;
before(async () => {
  browser = await launch();
  list = await pages();
});
after(() => browser.close());

const check = async (page, name) => {
  await page.evaluate(axe_source);
  const found = await page.evaluate(async () => {
    for (const d of document.querySelectorAll("details")) d.open = true;
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map((n) => n.html.slice(0, 140) + " " + (n.any[0]?.message ?? ""))
          .join(" | ")}`,
    );
  });
  return found.map((words) => `${name}: ${words}`);
};

for (const dark of [false, true])
  for (const phone of [false, true])
    for (const lang of dark || phone ? ["zh"] : ["zh", "en"])
      test(`axe, ${dark ? "dark" : "light"}, ${phone ? "phone" : "desk"}, ${lang}`, async () => {
        const { page, context, show } = await open(browser, { dark, phone, lang });
        const found = [];
        for (const [name, path] of Object.entries(list)) {
          await show(path);
          if (name === "article-sheet") await page.waitForSelector(".sheet .rows");
          found.push(...(await check(page, name)));
        }
        await show("/nowhere");
        found.push(...(await check(page, "a page that is not there")));
        await page.keyboard.press("?");
        found.push(...(await check(page, "help")));
        assert.deepEqual(found, []);
        await context.close();
      });
