// Which marks of a paragraph are drawn. Tested by test/marks.test.ts.
import type { Mark } from "../base/records";

const RANK = { policy: 0, number: 1, name: 2 };

// Marks of one paragraph without overlaps: where two stand on the same words, a document goes before a number, a number before a name.
export function apart(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const m of [...marks].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.begin - b.begin || b.end - a.end))
    if (m.begin < m.end && kept.every((k) => m.end <= k.begin || m.begin >= k.end)) kept.push(m);
  return kept.sort((a, b) => a.begin - b.begin);
}
