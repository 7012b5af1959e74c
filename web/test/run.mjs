// Runs the unit tests: each *.test.ts here is bundled by esbuild (it comes with Vite) as the application would be, and given to Node's own
// runner.   node test/run.mjs
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { phrases_module } from "../phrases.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../node_modules/.cache/fengbiao-test/", import.meta.url));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const phrases = {
  name: "phrases",
  setup(b) {
    b.onResolve({ filter: /^virtual:phrases$/ }, () => ({ path: "phrases", namespace: "phrases" }));
    b.onLoad({ filter: /.*/, namespace: "phrases" }, () => ({ contents: phrases_module(readFileSync), loader: "js" }));
  },
};
await build({
  entryPoints: readdirSync(here)
    .filter((f) => f.endsWith(".test.ts"))
    .map((f) => here + f),
  outdir: out,
  bundle: true,
  platform: "node",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  plugins: [phrases],
  logLevel: "error",
});
process.exit(
  spawnSync(process.execPath, ["--test", ...readdirSync(out).map((f) => out + f)], {
    stdio: "inherit",
    env: { ...process.env, FENGBIAO_WEB_FOLDER: fileURLToPath(new URL("..", import.meta.url)) },
  }).status ?? 1,
);
