// Periods in a row, so that a gap on the axis is seen as a gap. Tested by test/marks.test.ts.
// The periods after `from` up to `to` of one frequency: 2021-Q3, 2021-Q4, 2022-Q1 …
export function periods_between(from: string, to: string): string[] {
  const m = from.match(/^(\d{4})(?:-(H|Q)?(\d{1,2}))?$/);
  if (!m || !/^(\d{4})(?:-(H|Q)?(\d{1,2}))?$/.test(to) || from.length !== to.length) return [from, to];
  const kind = m[2] ?? "",
    most = m[3] === undefined ? 1 : kind === "H" ? 2 : kind === "Q" ? 4 : 12;
  const out: string[] = [];
  let year = Number(m[1]),
    n = Number(m[3] ?? 1);
  for (let guard = 0; guard < 400; guard++) {
    const now = m[3] === undefined ? String(year) : kind ? `${year}-${kind}${n}` : `${year}-${String(n).padStart(2, "0")}`;
    out.push(now);
    if (now === to) return out;
    if (++n > most) {
      n = 1;
      year++;
    }
  }
  return [from, to];
}
