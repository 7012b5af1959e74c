// node tests/browser/run.mjs PROGRAM [TEST]: makes an archive of the samples with a pile of fetched texts, serves it with a desk on a free
// port of loopback, and runs the tests of TEST.test.mjs (or all) against it. FENGBIAO_BASE=http://… takes a server that runs already (its
// token for writing in FENGBIAO_TOKEN). Exit code 77: no Chromium here.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const [program, which] = process.argv.slice(2);
const chromium = process.env.FENGBIAO_CHROMIUM ?? "/usr/bin/chromium";
if (which !== "size" && !existsSync(chromium)) {
  console.log(`skipped: there is no ${chromium}; tools/setup browser installs it`);
  process.exit(77);
}
const home = mkdtempSync(join(tmpdir(), "fengbiao-browser-"));
const archive = join(home, "ec.fb");
const token = process.env.FENGBIAO_TOKEN ?? "the-browser-tests-may-write";
let server = null;

async function start() {
  if (process.env.FENGBIAO_BASE) return process.env.FENGBIAO_BASE;
  const texts = [
    ...readdirSync(join(root, "samples"))
      .filter((f) => f.endsWith(".txt"))
      .map((f) => join(root, "samples", f)),
    ...readdirSync(join(root, "tests/sets/later"))
      .filter((f) => f.endsWith(".txt"))
      .map((f) => join(root, "tests/sets/later", f)),
  ];
  texts.push(join(root, "tests/e2e/told/2023-05-10.txt")); // tells of documents that rules follow
  execFileSync(program, ["ingest", archive, ...texts], { stdio: "ignore" });
  execFileSync(program, ["feeds", "add", archive, join(here, "pile")], { stdio: "ignore" });
  execFileSync(program, ["fetch", archive], { stdio: "ignore" });
  writeFileSync(join(home, "token"), `${token}\n`, { mode: 0o600 });
  server = spawn(program, ["serve", archive, "--listen", "127.0.0.1:0", "--desk", "--token-file", join(home, "token")], { stdio: ["ignore", "pipe", "pipe"] });
  return await new Promise((done, failed) => {
    let said = "";
    const hear = (words) => {
      said += words;
      const at = said.match(/http:\/\/[\d.]+:\d+/);
      if (at) done(at[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
    setTimeout(() => failed(new Error(`serve did not say where it listens: ${said}`)), 60_000).unref();
  });
}

let code = 2;
try {
  const base = await start();
  const files = which
    ? [join(here, `${which}.test.mjs`)]
    : readdirSync(here)
        .filter((f) => f.endsWith(".test.mjs"))
        .map((f) => join(here, f));
  code =
    spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit", env: { ...process.env, FENGBIAO_BASE: base, FENGBIAO_CHROMIUM: chromium, FENGBIAO_PROGRAM: program, FENGBIAO_ARCHIVE: process.env.FENGBIAO_ARCHIVE ?? archive, FENGBIAO_TOKEN: token } })
      .status ?? 1;
} catch (error) {
  console.error(error.message);
} finally {
  server?.removeAllListeners("exit");
  server?.kill("SIGTERM");
  rmSync(home, { recursive: true, force: true });
}
process.exit(code);
