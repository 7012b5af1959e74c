// Two linters of Chinese text over lines, for comparison: {"autocorrect": [line as it would print it, ...], "zhlint": [...]}, on stdout.
//
//   node bench/planted/peers.mjs FOLDER_WITH_node_modules <lines.json
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const require = createRequire(resolve(process.argv[2], 'x.js'));
const autocorrect = require('autocorrect-node');
const zhlint = require('zhlint');
let words = '';
for await (const chunk of process.stdin.setEncoding('utf8')) words += chunk;
const lines = JSON.parse(words);
const quiet = { log() {}, error() {}, warn() {} };
const guarded = (fix) => (line) => {
  try {
    return fix(line);
  } catch {
    return line;
  }
};
const versions = Object.fromEntries(['autocorrect-node', 'zhlint'].map((name) => {
  return [name, JSON.parse(readFileSync(resolve(process.argv[2], 'node_modules', name, 'package.json'), 'utf8')).version];
}));
console.log(JSON.stringify({
  versions,
  'autocorrect-node': lines.map(guarded((line) => autocorrect.format(line))),
  zhlint: lines.map(guarded((line) => zhlint.run(line, { rules: { preset: 'default' }, logger: quiet }).result)),
}));
