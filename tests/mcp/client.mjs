// The tools for agents, used by the protocol's own client: it starts the program, reads the tools, and holds every answer against the
// schema that the tool promises.   node client.mjs PROGRAM ARCHIVE
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [program, archive] = process.argv.slice(2);
let failed = 0;
const check = (what, holds, seen) => {
  if (!holds) {
    failed++;
    console.log(`FAILED  ${what}: ${JSON.stringify(seen)?.slice(0, 500)}`);
  }
};

const client = new Client({ name: "fengbiao-tests", version: "1.0.0" });
await client.connect(new StdioClientTransport({ command: program, args: ["mcp", archive], stderr: "inherit" }));
check("the server names itself", client.getServerVersion()?.name === "fengbiao", client.getServerVersion());
const { tools } = await client.listTools();
const names = tools.map((t) => t.name).sort();
check("the tools", names.join() === "article,check_text,comply,decide,hosts,observations,packs,policies_in_force,search,series", names);
for (const tool of tools) check(`${tool.name} says what it takes and gives`, tool.description && tool.inputSchema.type === "object" && tool.outputSchema?.type === "object", tool);

// The client itself compares structuredContent with the schema of the tool, and fails where it differs.
const call = async (name, args) => {
  const answer = await client.callTool({ name, arguments: args });
  check(`${name}: no error`, !answer.isError, answer);
  check(`${name}: the text says the same`, JSON.stringify(JSON.parse(answer.content[0].text)) === JSON.stringify(answer.structuredContent), answer.content);
  return answer.structuredContent;
};
const cites = (what, answer, article) => check(`${what}: cites the article`, answer.citations.some((c) => c.article === article && c.text.length > 10), answer.citations);

const found = await call("search", { query: "包裹", limit: 3 });
check("search finds", found.total > 0 && found.items.length > 0, found);
cites("search", found, found.items[0]?.id);
const article = await call("article", { id: found.items[0].id });
check("article is whole", article.paragraphs.length > 0 && article.title === found.items[0].title, article);
cites("article", article, article.id);
const figures = await call("observations", { limit: 2 });
check("observations have their sentence", figures.items.length === 2 && figures.items.every((o) => o.quote.includes(o.text)), figures.items);
cites("observations", figures, figures.items[0].article);
const series = await call("series", { indicator: figures.items[0].indicator });
check("series has its values", series.items.length > 0 && series.items[0].cells[0].reports.length > 0, series);
cites("series", series, series.items[0]?.cells[0].reports[0].article);
const rules = await call("policies_in_force", { on: "2023-05-01" });
check("policies in force", rules.total > 0 && rules.items.every((p) => p.standing === "in force"), rules);
cites("policies", rules, rules.items[0]?.articles[0]);
const checked = await call("check_text", { text: "甲市有关负责人介绍，，今年已建成站点12个。\n" });
check("check_text finds the doubled mark", checked.findings.length > 0, checked);
const asked = await call("decide", { decision: "export-return", on: "2023-10-01" });
check("decide asks for what is missing", !asked.decided && asked.missing[0].id === "code" && asked.missing[0].options.length > 2, asked);
const decided = await call("decide", { decision: "foreign-listing", on: "2022-02-15", facts: { venue: "abroad", operator: true, users: 1000001 } });
check("decide decides", decided.outcome?.id === "must_apply" && decided.follows.length > 0 && decided.notice.includes("no legal advice"), decided);
const unknown = await client.callTool({ name: "decide", arguments: { decision: "nothing", on: "2023-10-01" } });
check("an unknown decision is answered with those there are", unknown.isError === true && unknown.content[0].text.includes("export-return"), unknown);

const complied = await call("comply", { text: "标题：全网第一蜂蜜\n", as: "listing", on: "2023-03-01", packs: ["claims", "qr-ordering"] });
check("comply finds the claim with its place, clause and remedy", complied.findings[0]?.rule === "claims.no1-brand" && complied.findings[0].line === 1 && complied.findings[0].column === 4 && complied.findings[0].clause_zh && complied.findings[0].instead_zh, complied);
check("comply tells what is not in force", complied.not_in_force[0]?.pack === "qr-ordering" && complied.notice.includes("no legal advice"), complied);
for (const wrong of [{ packs: ["claim"] }, { on: "someday" }, { as: "letter" }, { packs: "claims" }]) {
  const answer = await client.callTool({ name: "comply", arguments: { text: "好茶", as: "listing", on: "2023-03-01", ...wrong } });
  check(`comply refuses ${JSON.stringify(wrong)}`, answer.isError === true && answer.content[0].text.length > 10, answer);
}
const packs = await call("packs", {});
check("packs are listed in short", packs.packs.length > 5 && packs.packs.every((p) => p.rules > 0 && p.details === null), packs);
const pack = await call("packs", { pack: "live-host" });
check("a pack has its rules and acts", pack.packs[0].details.rules.length === pack.packs[0].rules && pack.packs[0].details.needs_person.length > 0, pack);
cites("packs", pack, pack.packs[0].details.articles[0]);
const hosts = await call("hosts", { host: "林主播", field: "law" });
check("a host is found by name, and may not go on air", hosts.hosts[0]?.host === "h1" && hosts.on_air.may === false && hosts.on_air.reasons.length > 0, hosts);
check("nobody of that name", (await call("hosts", { host: "nobody" })).total === 0);

const refused = await client.callTool({ name: "article", arguments: { id: "nothing-of-this-name" } });
check("what is not there is an error in words", refused.isError === true && refused.content[0].text.length > 10, refused);
const wrong = await client.callTool({ name: "observations", arguments: { period: "someday" } });
check("a wrong argument is an error that names it", wrong.isError === true && wrong.content[0].text.includes("someday"), wrong);
try {
  await client.callTool({ name: "no_such_tool", arguments: {} });
  check("an unknown tool is refused", false);
} catch (e) {
  check("an unknown tool is refused", e.code === -32602, e);
}
await client.ping();
await client.close();
console.log(failed ? `${failed} failed` : "all hold");
process.exit(failed ? 1 : 0);
