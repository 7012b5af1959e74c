// How much a reader's first page costs: what index.html asks for, compressed, without the code of charts, which no first page loads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const base = process.env.FENGBIAO_BASE;
const MOST = 200_000;
const bytes = async (path) => Buffer.from(await (await fetch(base + path)).arrayBuffer());

test("the first page is small, holds no script of its own and asks no other host", async () => {
  const answer = await fetch(base + "/");
  assert.equal(answer.status, 200);
  const policy = answer.headers.get("content-security-policy") ?? "";
  for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'"]) assert.ok(policy.includes(part), policy);
  assert.ok(!/unsafe|\*/.test(policy), policy);
  const html = await answer.text();
  assert.doesNotMatch(html, /https?:\/\/(?!www\.w3\.org)/);
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/);
  assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/);
  const files = [...html.matchAll(/(?:src|href)="(\/(?:assets\/|icon)[^"]+)"/g)].map((m) => m[1]);
  assert.ok(files.length >= 3, html);
  let whole = gzipSync(html).length;
  for (const file of files) whole += gzipSync(await bytes(file)).length;
  console.log(`first page: ${whole} bytes compressed`);
  assert.ok(whole < MOST, `${whole} bytes`);
  const main = (await bytes(files.find((f) => f.endsWith(".js")))).toString();
  assert.ok(!main.includes("zrender"), "the code of charts is not in the first chunk");
});
