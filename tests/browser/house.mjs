// What all browser tests share: a browser, a page that fails the test on any error, blocked resource or foreign host, and the list of
// pages. The archive is that of the samples; records are found through the API, so that no id stands here.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
export const { chromium } = require("playwright-core");
export const axe_source = require("axe-core").source;
export const base = process.env.FENGBIAO_BASE;
const token = process.env.FENGBIAO_TOKEN; // for writing

export const launch = () => chromium.launch({ executablePath: process.env.FENGBIAO_CHROMIUM, args: ["--no-sandbox"] });
export const api = async (path) => {
  const answer = await fetch(`${base}/api/v1${path}`);
  assert.equal(answer.status, 200, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return await answer.json();
};

// What is asked and said at the desk: write("/drafts/2023-18/operations", { after: 0, by: "…", op: "new" })
export const write = async (path, body) => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${base}/api/v1${path}`, body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers });
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return await answer.json();
};

// `expected`: words of console errors that the test itself brings about. `editor`: of this name, with the token for writing.
export async function open(browser, { phone = false, dark = false, lang = "zh", expected = null, editor = null } = {}) {
  const context = await browser.newContext({
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  if (editor)
    await context.addInitScript(
      ([secret, name]) => {
        sessionStorage.setItem("fengbiao.token", secret);
        if (localStorage.getItem("fengbiao.editor") === null) localStorage.setItem("fengbiao.editor", name);
      },
      [token, editor],
    );
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (e) => trouble.push(`error: ${e.message}`));
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type()) && !(expected && expected.test(m.text()))) trouble.push(`${m.type()}: ${m.text()}`);
  });
  page.on("request", (r) => {
    if (!r.url().startsWith(base) && !/^(blob|data):/.test(r.url())) trouble.push(`foreign host: ${r.url()}`);
  });
  page.on("response", (r) => {
    if (r.status() >= 400 && !(expected && expected.test(String(r.status())))) trouble.push(`${r.status()}: ${r.url()}`);
  });
  const show = async (path) => {
    await page.goto(`${base}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
    await settled(page);
  };
  return { page, context, show, trouble, fine: () => assert.deepEqual(trouble, []) };
}

// What a page does after a key or a click may come in a later turn of its loop (a dialog tells of its closing there): what is asserted
// of it is asked again until it holds, and fails as it stands after ten seconds.
export async function eventually(asserts) {
  for (const end = Date.now() + 10_000; ; await new Promise((done) => setTimeout(done, 20)))
    try {
      return await asserts();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}

// The main part is drawn, no matter by which way it came.
export async function settled(page) {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return main && main.children.length > 0 && !main.hasAttribute("aria-busy") && !main.querySelector(":scope > p.state[role=status]");
  });
}

export async function pages() {
  const drafts = (await write("/drafts?limit=200")).items;
  if (!drafts.some((d) => d.issue === "2030-01"))
    await write("/drafts/2030-01/operations", { after: 0, by: "试刊编辑", op: "new", from: "2023-03-20" });
  const articles = (await api("/articles?limit=200")).items;
  const figures = await api("/observations?limit=20");
  const figure = figures.items[0];
  const policies = await api("/policies?limit=20");
  const findings = (await api("/findings?limit=20")).items;
  const issue = (await api("/issues")).items.find((i) => i.articles > 3) ?? (await api("/issues")).items[0];
  const part = encodeURIComponent;
  return {
    overview: "/",
    "search-empty": "/search",
    search: `/search?q=${part("快递")}`,
    "search-none": `/search?q=${part("没有这样的词语组合")}`,
    "search-figure": `/search?q=${part("网上零售额")}`,
    issues: "/issues",
    issue: `/issues/${part(issue.id)}`,
    articles: "/articles",
    article: `/articles/${part(articles[0].id)}`,
    "article-sheet": `/articles/${part(figure.article_id)}?record=${part(figure.id)}`,
    indicators: "/series",
    series: `/series?indicator=${part("网上零售额")}`,
    conflicts: "/series?conflicts=1",
    observations: "/observations",
    observation: `/observations/${part(figure.id)}`,
    policies: "/policies?on=2023-04-20",
    expired: "/policies?state=expired&on=2030-01-01",
    policy: `/policies/${part(policies.items[0].id)}`,
    findings: "/findings",
    finding: `/findings/${part(findings[0].id)}`,
    check: "/check",
    rules: "/rules",
    comply: "/comply?as=listing&on=2023-03-01&pack=claims",
    packs: "/packs",
    pack: "/packs/live-host",
    decisions: "/decisions",
    decision: "/decisions/online-drugs",
    decided: "/decisions/foreign-listing?on=2022-03-01&fact.venue=abroad&fact.operator=yes&fact.users=1200000",
    undecided: "/decisions/export-return?on=2023-10-01",
    "policy-followed": `/policies/${part("网络主播行为规范")}`,
    entities: "/entities",
    entity: "/entities/310000",
    places: "/places",
    desk: "/desk",
    draft: "/desk/2030-01",
    "draft-checks": "/desk/2030-01?show=checks",
    "draft-versions": "/desk/2030-01?show=versions&from=stored&find=%E5%BF%AB%E9%80%92",
    "draft-publish": "/desk/2030-01?show=publish&pane=made",
    "draft-pile": "/desk/2030-01?pane=pile",
    about: "/about",
  };
}
