// The Chinese models of npm @microsoft/recognizers-text-suite over texts, for comparison with our quantities and times: MB/s.
//
//   node bench/recognizers.mjs FOLDER_WITH_node_modules TEXT...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [folder, ...files] = process.argv.slice(2);
const suite = createRequire(resolve(folder, 'x.js'))('@microsoft/recognizers-text-suite');
const models = {
  numbers: suite.recognizeNumber,
  percentages: suite.recognizePercentage,
  currencies: suite.recognizeCurrency,
  dimensions: suite.recognizeDimension,
  'dates and times': suite.recognizeDateTime,
};
const paragraphs = files.flatMap((file) => readFileSync(file, 'utf8').split(/\n\s*\n/).filter((p) => p.trim()));
const megabytes = paragraphs.reduce((sum, p) => sum + Buffer.byteLength(p), 0) / 1e6;
const row = (name, seconds, found) =>
  console.log(`${`recognizers-text, ${name}`.padEnd(52)} ${(megabytes / seconds).toFixed(3).padStart(8)} MB/s  ${found} found`);

let all = 0, total = 0;
for (const [name, recognize] of Object.entries(models)) {
  recognize('一', 'zh-cn');  // the model is built at its first use
  const start = process.hrtime.bigint();
  const found = paragraphs.reduce((sum, p) => sum + recognize(p, 'zh-cn').length, 0);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  row(name, seconds, found);
  all += seconds;
  total += found;
}
row('all of them', all, total);
