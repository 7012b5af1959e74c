// Data packages as npm datapackage reads them: descriptor held against the official profile, every row cast by its Table Schema, unique
// and primary keys checked. Writes one JSON object a package: valid, errors, rows.
//
//   node tests/readers/packages.mjs FOLDER_WITH_node_modules PACKAGE...      a datapackage.json or a ZIP file
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [folder, ...packages] = process.argv.slice(2);
const { Package } = createRequire(resolve(folder, 'x.js'))('datapackage');
const words = (error) => [error.message, ...(error.errors ?? []).map((e) => e.message)];

for (const path of packages) {
  const out = { valid: false, errors: [], rows: [] };
  try {
    const read = await Package.load(path);
    out.valid = read.valid;
    out.errors = [...read.errors, ...read.resources.flatMap((r) => r.errors)].flatMap(words);
    for (const resource of read.resources) out.rows.push(...(await resource.read({ keyed: true })));
  } catch (error) {
    out.errors.push(...words(error));
  }
  console.log(JSON.stringify(out));
}
