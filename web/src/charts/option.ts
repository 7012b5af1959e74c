// What ECharts is told to draw. Periods are places on the axis, also those without a value between the first and the last, so that a gap
// is seen as a gap. Two series of one unit share an axis; of two units each has its own.
import type { EChartsCoreOption } from "echarts/core";
import { figure, period, scale_of, unit_name } from "../base/figures";
import { language, t, word } from "../base/language";
import type { Cell, Report, Series } from "../base/records";
import { series_kind, series_name } from "../parts/series_words";
import { periods_between } from "./periods";
import type { Colours } from "./colours";

interface Point {
  value: number;
  name: string;
  id: string;
  says: string;
  label?: { show: boolean };
}
interface Spot {
  period: string;
  cell: Cell;
  report: Report;
}

function axis_periods(all: Series[]): string[] {
  const seen = new Map<string, string>();
  for (const s of all) for (const c of s.table ?? []) if (c.period) seen.set(c.period, `${c.end ?? ""}${c.start ?? ""}`);
  const sorted = [...seen].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([p]) => p);
  const even = all.every((s) => s.frequency === all[0]!.frequency) && ["A", "S", "Q", "M"].includes(all[0]!.frequency);
  if (!even || sorted.length < 2) return sorted;
  const filled = periods_between(sorted[0]!, sorted.at(-1)!);
  return sorted.every((p) => filled.includes(p)) ? filled : sorted;
}

const spots = (s: Series): Spot[] =>
  (s.table ?? []).flatMap((cell) => (cell.period === null ? [] : cell.reports.map((report) => ({ period: cell.period!, cell, report }))));
// The value that stands for a cell on the line: none where reports disagree, else the first that nobody revised.
const standing = (cell: Cell, status: boolean): Report | null =>
  cell.conflict === "sure" ? null : (cell.reports.find((r) => (r.observation.status === "actual") === status && !r.revised) ?? null);

export function sources_line(all: Series[]): string {
  const who = new Set<string>();
  let last = "";
  for (const s of all)
    for (const { report } of spots(s)) {
      who.add(report.observation.reporter ?? report.observation.sources[0] ?? report.observation.issue);
      if ((report.observation.date ?? "") > last) last = report.observation.date ?? "";
    }
  const list = [...who];
  const names = list.slice(0, 5).join(language() === "zh" ? "、" : ", ") + (list.length > 5 ? t("series.sources.more", { n: list.length - 5 }) : "");
  return t("series.sources", { names, date: last || "—" });
}

// Very many values that disagree are told apart by the shape of their body, with a key in the picture instead of words at each.
const SHAPES = ["diamond", "triangle", "rect", "circle", "arrow"];
interface Apart {
  body: string;
  list: Spot[];
}
function by_body(list: Spot[]): Apart[] {
  const bodies = new Map<string, Spot[]>();
  for (const x of list) {
    const body = teller(x.report);
    bodies.set(body, [...(bodies.get(body) ?? []), x]);
  }
  const sorted = [...bodies].sort(([, a], [, b]) => b.length - a.length).map(([body, of]) => ({ body, list: of }));
  const rest = sorted.slice(SHAPES.length - 1).flatMap((x) => x.list);
  return sorted.length > SHAPES.length
    ? [...sorted.slice(0, SHAPES.length - 1), { body: t("series.bodies.more", { n: sorted.length - SHAPES.length + 1 }), list: rest }]
    : sorted;
}
const teller = (r: Report): string => r.observation.reporter ?? r.observation.sources[0] ?? t("field.reporter.none");

// Where an axis of many periods has a label: at the beginning of a year, and not of every year where they would touch.
function year_labels(axis: string[], width: number): ((i: number) => boolean) | null {
  const year = (i: number): string => axis[i]!.match(/\d{4}/)?.[0] ?? "";
  const starts = axis.map((_, i) => i).filter((i) => i === 0 || year(i) !== year(i - 1));
  if (axis.length * 56 < width || starts.length < 3) return null;
  const every = Math.max(1, Math.ceil((starts.length * 60) / width));
  const shown = new Set(starts.filter((_, k) => k % every === 0));
  return (i) => shown.has(i);
}

const glyph_width = (c: string, size: number): number => (/[\u2e80-\uffff]/.test(c) ? size : size * 0.56);
const words_width = (text: string, size: number): number => [...text].reduce((sum, c) => sum + glyph_width(c, size), 0);

// Words that fit into a width, cut into lines at any character.
function wrapped(text: string, width: number, size: number): string {
  const out: string[] = [];
  let line = "",
    used = 0;
  for (const c of text) {
    const w = glyph_width(c, size);
    if (used + w > width) {
      out.push(line);
      line = "";
      used = 0;
    }
    line += c;
    used += w;
  }
  return [...out, line].join("\n");
}

export function option(all: Series[], c: Colours, width: number, exported: boolean): EChartsCoreOption | null {
  const axis = axis_periods(all);
  if (!axis.length) return null;
  const narrow = width < 560;
  const units = all.map((s) => `${s.unit}|${s.measure === "level" ? "" : s.measure}`);
  const two_axes = units.length === 2 && units[0] !== units[1];
  const group = (k: number): Series[] => (two_axes ? [all[k]!] : all);
  const scales = (two_axes ? [0, 1] : [0]).map((k) =>
    scale_of(
      all[k]!.unit === "%" || all[k]!.unit === "pp"
        ? 1
        : Math.max(
            ...group(k)
              .flatMap(spots)
              .map((x) => Math.abs(x.report.observation.value)),
            0,
          ),
    ),
  );
  // An axis begins at zero unless that would flatten what there is to see; then the picture says so.
  const far = scales.map((_, k) => {
    const values = group(k)
      .flatMap(spots)
      .map((x) => x.report.observation.value);
    return Math.min(...values) > 0.4 * Math.max(...values) && values.length > 1;
  });
  const names = all.length === 2 && series_name(all[0]!) === series_name(all[1]!) ? all.map(series_kind) : all.map(series_name);
  const text = { color: c.ink, fontFamily: c.sans, fontSize: 12 };
  const muted = { ...text, color: c.muted };
  const y = scales.map(([worth, name], k) => ({
    type: "value",
    scale: far[k],
    boundaryGap: far[k] ? ["8%", "4%"] : [0, "4%"],
    position: k ? "right" : "left",
    splitLine: { show: k === 0, lineStyle: { color: c.rule } },
    axisLabel: { ...muted, formatter: (v: number) => String(Number((v / worth).toPrecision(6))) },
    name: language() === "zh" ? `${name}${unit_name(all[k]!.unit)}` : [name, unit_name(all[k]!.unit)].filter(Boolean).join(" "),
    nameTextStyle: { ...muted, align: k ? "right" : "left", padding: k ? [0, -30, 0, 0] : [0, 0, 0, -30] },
    nameGap: 14,
  }));
  const right = two_axes ? (narrow ? 12 : 150) : all.length > 1 && !narrow ? 140 : narrow ? 24 : 60;
  // Whether words to the right of a place on the axis stay inside the picture.
  const fits_right = (i: number, words: string): boolean =>
    words_width(words, 11) + 14 < ((axis.length - i - 0.5) / axis.length) * (width - right - 60) + right;
  const drawn: unknown[] = [],
    key: string[] = [];
  const shown = (r: Report): string => figure(r.observation);
  all.forEach((s, k) => {
    const at = two_axes ? k : 0,
      colour = c.lines[k]!;
    const cells = new Map((s.table ?? []).map((cell) => [cell.period, cell]));
    const few = spots(s).length <= (narrow ? 6 : 14),
      dense = axis.length > (narrow ? 16 : 40);
    const point = (p: string, r: Report): Point => ({
      value: r.observation.value,
      name: p,
      id: r.observation.id,
      says: `${series_name(s)} · ${period(p)}\n${shown(r)}${r.observation.status === "actual" ? "" : ` · ${word("statuses", r.observation.status)}`}\n${r.observation.reporter ?? r.observation.sources[0] ?? ""}`,
    });
    const actual = axis.map((p) => {
      const r = cells.get(p) ? standing(cells.get(p)!, true) : null;
      return r ? point(p, r) : null;
    });
    const ahead = axis.map((p) => {
      const r = cells.get(p) ? standing(cells.get(p)!, false) : null;
      return r ? point(p, r) : null;
    });
    const last = actual.findLastIndex((x) => x !== null),
      first = ahead.findIndex((x) => x !== null);
    if (!few) {
      // Of many values the highest, the lowest and the last are labelled.
      const there = actual.flatMap((x, i) => (x ? [[x.value, i] as const] : []));
      const marked = new Set([Math.max(...there.map(([v]) => v)), Math.min(...there.map(([v]) => v))].map((v) => there.find(([w]) => w === v)?.[1] ?? -1));
      for (const i of [...marked, all.length > 1 ? -1 : last]) if (actual[i]) actual[i] = { ...actual[i]!, label: { show: true } };
    }
    const joined = ahead.map((x, i) => (i === last && first > last ? actual[last]! : x));
    const named = all.length > 1 && !narrow;
    if (named && few && last >= 0) actual[last] = { ...actual[last]!, label: { show: false } };
    const label = {
      show: few,
      position: k ? "bottom" : "top",
      ...text,
      fontSize: 11,
      color: colour,
      formatter: (q: { data: { id: string } }) => label_of(s, q.data?.id),
    };
    const common = {
      type: "line",
      yAxisIndex: at,
      symbol: k ? "rect" : "circle",
      symbolSize: dense ? 4 : 7,
      color: colour,
      animation: false,
      labelLayout: { hideOverlap: true, moveOverlap: "shiftY" },
    };
    drawn.push({
      ...common,
      name: series_name(s),
      data: actual,
      label,
      lineStyle: { width: 2, color: colour },
      ...(named
        ? {
            endLabel: {
              show: true,
              formatter: wrapped(names[k]!, 120, 12) + (few && last >= 0 ? `\n${label_of(s, actual[last]!.id)}` : ""),
              ...text,
              color: colour,
              lineHeight: 16,
              offset: [4, 0],
            },
          }
        : {}),
    });
    if (first >= 0)
      drawn.push({
        ...common,
        name: word("statuses", "forecast"),
        data: joined.map((x, i) => (x && i === last && first > last ? { ...x, symbol: "none", label: { show: false } } : x)),
        label,
        connectNulls: true,
        lineStyle: { width: 2, type: "dashed", color: colour },
        itemStyle: { color: c.paper, borderColor: colour, borderWidth: 1.5 },
      });
    const apart = spots(s).filter(
      (x) => x.cell.conflict === "sure" || (x.report !== standing(x.cell, x.report.observation.status === "actual") && !x.report.repeats),
    );
    const many = apart.length > (narrow || all.length > 1 ? 5 : 12);
    if (many)
      by_body(apart).forEach(({ body, list }, n) => {
        const name = body + "\u200b".repeat(k); // the key tells bodies of two series apart by their colour
        key.push(name);
        drawn.push({
          type: "scatter",
          yAxisIndex: at,
          name,
          symbol: SHAPES[n],
          symbolSize: dense ? 7 : 9,
          animation: false,
          itemStyle: { color: c.paper, borderColor: n % 2 ? c.muted : colour, borderWidth: 1.5 },
          data: list.map((x) => ({ ...point(x.period, x.report), value: [axis.indexOf(x.period), x.report.observation.value] })),
        });
      });
    else if (apart.length)
      drawn.push({
        type: "scatter",
        yAxisIndex: at,
        name: t("conflict.sure"),
        symbol: "diamond",
        symbolSize: 11,
        animation: false,
        itemStyle: { color: c.paper, borderColor: colour, borderWidth: 2 },
        labelLayout: { moveOverlap: "shiftY" },
        label: { show: true, position: "right", ...text, fontSize: 11, formatter: (q: { data: { who: string } }) => q.data.who },
        data: apart.map((x) => {
          const who = [
            shown(x.report),
            x.report.observation.reporter ?? x.report.observation.sources[0] ?? "",
            x.report.revised ? `(${t("report.revised")})` : "",
          ]
            .filter(Boolean)
            .join(" ");
          const at_x = axis.indexOf(x.period);
          return {
            ...point(x.period, x.report),
            value: [at_x, x.report.observation.value],
            who,
            ...(fits_right(at_x, who) ? {} : { label: { position: "left" } }),
          };
        }),
      });
  });
  const title = wrapped([...new Set(all.map(series_name))].join(language() === "zh" ? "；" : "; "), width - 24, 16),
    titled = exported || all.length > 1,
    lines = titled ? title.split("\n").length : 0; // alone on its page the heading says it
  let key_lines = 0;
  for (let used = width, i = 0; i < key.length; i++) {
    const one = words_width(key[i]!, 12) + 34;
    if (used + one > width - 24) {
      key_lines++;
      used = 0;
    }
    used += one;
  }
  const labelled = year_labels(axis, width - right - 40);
  const foot = wrapped(sources_line(all) + (far.some(Boolean) ? t("series.no_zero") : ""), width - 24, 11);
  return {
    backgroundColor: exported ? c.paper : "transparent",
    textStyle: text,
    animation: false,
    title: {
      text: titled ? title : "",
      subtext: series_kind(all[0]!) + (all[1] && series_kind(all[1]) !== series_kind(all[0]!) ? ` / ${series_kind(all[1])}` : ""),
      left: 8,
      top: 4,
      textStyle: { ...text, fontFamily: c.serif, fontSize: 16, fontWeight: 600, lineHeight: 22 },
      subtextStyle: { ...muted, fontSize: 12 },
      itemGap: 4,
    },
    ...(key.length
      ? { legend: { data: key, left: 8, top: 26 + lines * 22, itemWidth: 12, itemHeight: 9, itemGap: 14, width: width - 24, textStyle: { ...muted, fontSize: 12 } } }
      : {}),
    grid: { left: 12, right, top: 58 + (key_lines ? 4 : 0) + key_lines * 24 + lines * 22, bottom: 26 + foot.split("\n").length * 16, containLabel: true },
    xAxis: {
      type: "category",
      data: axis,
      axisLine: { lineStyle: { color: c.muted } },
      axisTick: { alignWithLabel: true },
      boundaryGap: true,
      axisLabel: labelled
        ? { ...muted, interval: (i: number) => labelled(i), formatter: (p: string) => year_of(p) }
        : { ...muted, hideOverlap: true, formatter: (p: string) => tick(p, axis) },
    },
    yAxis: y,
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      backgroundColor: c.paper,
      borderColor: c.rule,
      textStyle: text,
      formatter: (q: { data?: { says?: string } }) => q.data?.says ?? "",
    },
    graphic: [{ type: "text", left: 12, bottom: 6, silent: true, style: { text: foot, fill: c.muted, font: `11px ${c.sans}`, lineHeight: 16 } }],
    series: drawn,
  };
}

const label_of = (s: Series, id: string | undefined): string => {
  const r = spots(s).find((x) => x.report.observation.id === id)?.report;
  return r ? figure(r.observation) : "";
};

const year_of = (p: string): string => period(p.match(/\d{4}/)?.[0] ?? p);

// A tick in two lines where year and part of it differ: 三季度 over 2022年.
function tick(p: string, axis: string[]): string {
  const whole = period(p);
  const m = whole.match(/^(?:截至)?(\d{4}年)(.+)$/);
  if (!m) return whole.replace(/ – |—(?=\d{4})/, "\n");
  const before = axis[axis.indexOf(p) - 1];
  return before && period(before).includes(m[1]!) ? m[2]! : `${m[2]}\n${m[1]}`;
}
