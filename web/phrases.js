// `virtual:phrases` for Vite and for the unit tests: the lists of data/publish/phrases.yaml that the application uses, so that units and
// measures are called the same in a terminal, in pictures and here.
import { fileURLToPath } from "node:url";

export const phrases_file = fileURLToPath(new URL("../data/publish/phrases.yaml", import.meta.url));

// The lists of the file whose lines read `key: {zh: word, en: word}`; a list of another form is left out.
export function read_phrases(text) {
  const lists = {};
  let list = null;
  for (const line of text.split("\n")) {
    const head = line.match(/^(\w+):\s*$/);
    if (head) list = lists[head[1]] = {};
    const row = line.match(/^  ("[^"]*"|[^\s:]+): \{zh: ("[^"]*"|[^,]+), en: ("[^"]*"|[^}]+)\}/);
    if (row && list) {
      const [key, zh, en] = row.slice(1).map((word) => word.trim().replace(/^"(.*)"$/, "$1"));
      list[key] = [zh, en];
    }
  }
  for (const needed of ["measures", "bases", "units", "checks", "bounds", "frequencies", "comply"])
    if (!lists[needed] || Object.keys(lists[needed]).length === 0) throw new Error(`${phrases_file}: no list "${needed}"`);
  return lists;
}

export function phrases_module(read_file) {
  const { measures, bases, units, bounds, frequencies, checks, comply } = read_phrases(read_file(phrases_file, "utf8"));
  const { arithmetic, conflict, typo, punctuation, duplicate, format, style, extraction, error, warning, note } = checks;
  const kinds = { arithmetic, conflict, typo, punctuation, duplicate, format, style, extraction };
  const { forbidden, "prove-it": prove_it, remind, missing, listing, script, transcript, app, page } = comply;
  const verdicts = { forbidden, "prove-it": prove_it, remind, missing };
  const text_kinds = { listing, script, transcript, app, page };
  const severities = { error, warning, note };
  return `export default ${JSON.stringify({ measures, bases, units, bounds, frequencies, kinds, severities, verdicts, text_kinds })}`;
}
