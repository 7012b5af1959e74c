// axe on every page, by day and by night, at the desk and on a phone, and on an issue printed as a page: no violation.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
        const { page, context, show } = await open(browser, { dark, phone, lang, editor: "试刊编辑" });
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

const source = `---
name: 风标电商观察
year: 2023
number: 6
date: 2023-03-20
publisher: 某研究会
imprint:
  - "编辑部地址：澜江市某路1号"
---

# 行业资讯

## 云岭县建成直播共享基地
sources: 商贸在线
date: 2023-03-14

共享基地投入使用。

### 一个小标题

下一段有 3 个数字。
`;

test("axe, an issue printed as a page, light and dark", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fengbiao-printed-"));
  try {
    writeFileSync(join(folder, "issue.md"), source);
    execFileSync(process.env.FENGBIAO_PROGRAM, ["issue", "build", join(folder, "issue.md"), "--out", folder, "--format", "html"]);
    for (const dark of [false, true]) {
      const context = await browser.newContext({ colorScheme: dark ? "dark" : "light" });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, "issue.html")).href);
      assert.equal(await page.locator("h1").count(), 1);
      assert.deepEqual(await check(page, dark ? "dark" : "light"), []);
      await context.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
