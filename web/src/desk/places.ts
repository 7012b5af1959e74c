// Where an article goes: one step up or down, over the edges of columns; or where it was dropped. Tested by test/desk.test.ts.
import type { Column } from "./records";

export interface Place {
  section: string;
  at: number; // place in the column once the article is there, from 1; 0: its end
}

function spot(columns: Column[], n: number): [number, number] | null {
  for (const [c, column] of columns.entries()) {
    const i = column.articles.findIndex((a) => a.n === n);
    if (i >= 0) return [c, i];
  }
  return null;
}

// One step; null at the ends.
export function step(columns: Column[], n: number, by: -1 | 1): Place | null {
  const found = spot(columns, n);
  if (!found) return null;
  const [c, i] = found;
  const column = columns[c]!;
  if (column.articles[i + by]) return { section: column.name, at: i + by + 1 };
  const next = columns[c + by];
  return next ? { section: next.name, at: by < 0 ? 0 : 1 } : null;
}

// Dropped before or after the article `on`; `n`: what is dragged, null for what is not in the issue. Null: it stays where it is.
export function beside(columns: Column[], n: number | null, on: number, after: boolean): Place | null {
  const target = spot(columns, on);
  if (!target || n === on) return null;
  const [c, i] = target;
  const from = n === null ? null : spot(columns, n);
  const leaves = from !== null && from[0] === c && from[1] < i ? 1 : 0; // the places behind it close up
  const at = i + 1 + (after ? 1 : 0) - leaves;
  if (from && from[0] === c && at === from[1] + 1) return null;
  return { section: columns[c]!.name, at };
}
