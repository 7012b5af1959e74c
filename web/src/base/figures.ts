// Numbers, periods and dates as people read them.
//   amount(1.98e12, "CNY")  ->  1.98 万亿元  /  CNY 1.98 trillion
//   period("2022-01/2022-10")  ->  2022年1—10月  /  Jan–Oct 2022
import type { Observation } from "./records";
import { language, t, word } from "./language";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 10 });
export const count = (n: number): string => grouped.format(n);

const ZH: [number, string][] = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
];
const EN: [number, string][] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// The digits that the value really has, without the tail of binary arithmetic; `places` keeps zeros that are printed (35.0). A true minus.
function plain(value: number, places = 0): string {
  const text = Math.abs(Number(value.toPrecision(12))).toLocaleString("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: Math.max(places, 10),
  });
  return value < 0 ? `−${text}` : text;
}
// Decimals that the last printed digit asks for: step 1e7 of 亿 is one.
const decimals = (step: number | null | undefined, worth: number): number =>
  step ? Math.min(6, Math.max(0, Math.round(-Math.log10(step / worth)))) : 0;

// A scale for an axis or a column: the largest that the value fills.
export function scale_of(value: number): [number, string] {
  return (language() === "zh" ? ZH : EN).find(([worth]) => Math.abs(value) >= worth) ?? [1, ""];
}

const MONEY = /^[A-Z]{3}$/;
export const unit_name = (unit: string | null): string => (unit === null ? "" : word("units", unit));

// Values that stand side by side are told in one scale, that of the smallest: 1,781 亿元 beside 63,015 亿元.
export function shared_scale(list: readonly number[]): [number, string] {
  return scale_of(Math.min(...list.map(Math.abs).filter((v) => v > 0)));
}

export function amount(
  value: number,
  unit: string | null,
  highest: number | null = null,
  step: number | null = null,
  scale: [number, string] = scale_of(value),
): string {
  const rank = unit === "rank";
  const [worth, name] = rank || unit === "%" || unit === "pp" ? [1, ""] : scale;
  const places = decimals(step, worth);
  const digits = plain(value / worth, places) + (highest === null ? "" : `–${plain(highest / worth, places)}`);
  if (language() === "zh") {
    if (rank) return `第 ${digits} 位`;
    const tail = name + unit_name(unit);
    return unit === "%" || unit === null || tail === "" ? digits + tail : `${digits} ${tail}`;
  }
  if (rank) return `no. ${digits}`;
  const scaled = name ? `${digits} ${name}` : digits;
  if (unit === "%") return `${digits}%`;
  return unit !== null && MONEY.test(unit) ? `${unit} ${scaled}` : `${scaled} ${unit_name(unit)}`.trim();
}

// Hedge, sign of growth, number, unit: 约 1.2 亿件, 同比 +16%
export function figure(o: Observation, scale?: [number, string]): string {
  const hedge = o.approx === "=" ? "" : `${word("bounds", o.approx)} `;
  const sign = (o.measure === "growth" || o.measure === "change") && o.value > 0 ? "+" : "";
  return hedge + sign + amount(o.value, o.unit, o.value_max, o.step, scale);
}

// What kind of figure it is: 增长 同比
export function measure(o: { measure: string | null; basis: string | null }): string {
  const basis = o.basis?.startsWith("since:") ? word("bases", "since").replace("{when}", o.basis.slice(6)) : word("bases", o.basis);
  return [word("measures", o.measure), basis].filter(Boolean).join(language() === "zh" ? " · " : ", ");
}

function one(text: string): { year: string; rest: string; en: string } {
  const m = text.match(/^(\d{4})(?:-(?:(H[12])|(Q[1-4])|W(\d+)|(\d\d)(?:-(\d\d))?))?$/);
  if (!m) return { year: "", rest: text, en: text };
  const [, year = "", half, quarter, week, month, day] = m;
  if (day) return { year: "", rest: text, en: text };
  if (half) return { year, rest: half === "H1" ? "上半年" : "下半年", en: `${half} ${year}` };
  if (quarter) return { year, rest: `${"一二三四"[Number(quarter[1]) - 1]}季度`, en: `${quarter} ${year}` };
  if (week) return { year, rest: `第${Number(week)}周`, en: `week ${Number(week)}, ${year}` };
  if (month) return { year, rest: `${Number(month)}月`, en: `${MONTHS[Number(month) - 1]} ${year}` };
  return { year, rest: "", en: year };
}

export function period(text: string | null): string {
  if (!text) return t("period.none");
  const zh = language() === "zh";
  const at = text.startsWith("@");
  const [from = "", to] = (at ? text.slice(1) : text).split("/");
  const a = one(from);
  const whole = (p: { year: string; rest: string }) => (p.year ? `${p.year}年${p.rest}` : p.rest);
  if (to !== undefined) {
    const b = one(to);
    if (zh) return a.year && a.year === b.year && /^\d+月$/.test(a.rest) ? `${a.year}年${a.rest.slice(0, -1)}—${b.rest}` : `${whole(a)}—${whole(b)}`;
    return a.year && a.year === b.year ? `${a.en.replace(` ${a.year}`, "")}–${b.en}` : `${a.en} – ${b.en}`;
  }
  if (zh) return at ? `截至${whole(a)}${/月$/.test(a.rest) ? "末" : ""}` : whole(a);
  return at ? `at ${a.en}` : a.en;
}

// One term for what a series measures: 跨境电商进出口规模 · 增长 同比 · %
export const area_words = (area: string | null, entity: string | null): string => [area, entity].filter(Boolean).join(" · ");
