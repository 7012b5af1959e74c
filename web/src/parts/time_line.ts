// Documents as bars on a line of time, the chosen day as a rule across. An end that is not told runs out of the picture; a time for
// comments is hatched. The words beside each bar say the same.
import { part } from "../base/api";
import { h, s, type Child } from "../base/dom";
import { t } from "../base/language";
import type { Policy } from "../base/records";
import { zh } from "./pieces";
import { when } from "./policy_words";

const day = (text: string): number => Date.parse(text.length === 7 ? `${text}-01` : text.length === 4 ? `${text}-01-01` : text) / 86_400_000;
const W = 1000;
const MOST = 24;

export function time_line(list: Policy[], on: string): Child {
  const known = list.filter((p) => p.effective.length || p.comments_until.length);
  if (!known.length) return null;
  const days = known
    .flatMap((p) => [...p.effective, ...p.until, ...p.comments_until, ...p.issued].map((v) => day(v.value)))
    .filter((d) => !Number.isNaN(d))
    .concat(day(on));
  const begin = Math.floor(Math.min(...days) / 365.2425) * 365.2425,
    end = Math.max(Math.max(...days) + 60, begin + 400);
  const x = (d: number): number => ((d - begin) / (end - begin)) * W;
  const years: number[] = [];
  for (let y = new Date(begin * 86_400_000).getUTCFullYear(); Date.UTC(y, 0, 1) / 86_400_000 <= end; y++)
    if (Date.UTC(y, 0, 1) / 86_400_000 >= begin) years.push(y);
  const every = Math.ceil(years.length / 8);
  const now = x(day(on));
  const lines = (): Node[] => [
    ...years.map((y) => s("line", { x1: x(Date.UTC(y, 0, 1) / 86_400_000), x2: x(Date.UTC(y, 0, 1) / 86_400_000), y1: 0, y2: 20, class: "grid" })),
    s("line", { x1: now, x2: now, y1: 0, y2: 20, class: "now" }),
  ];
  const bar = (p: Policy): Node => {
    const from = p.effective[0] ? day(p.effective[0].value) : null,
      to = p.until[0] ? day(p.until[0].value) : null;
    const comments = p.comments_until[0] ? day(p.comments_until[0].value) : null,
      issued = p.issued[0] ? day(p.issued[0].value) : p.first_told ? day(p.first_told) : null;
    return s(
      "svg",
      { viewBox: `0 0 ${W} 20`, preserveAspectRatio: "none", "aria-hidden": "true" },
      lines(),
      from !== null
        ? s("rect", { x: x(from), y: 6, width: Math.max(3, x(to ?? end) - x(from)), height: 8, class: to === null ? "bar open-ended" : "bar" })
        : null,
      comments !== null && issued !== null
        ? s("rect", { x: x(issued), y: 6, width: Math.max(3, x(comments) - x(issued)), height: 8, class: "bar comments" })
        : null,
    );
  };
  return h(
    "figure.time-line",
    { "aria-label": t("policies.time_line") },
    h(
      "div.row.axis",
      { "aria-hidden": "true" },
      h("span"),
      s(
        "svg",
        { viewBox: `0 0 ${W} 20`, class: "years" },
        years
          .map((y) => [y, x(Date.UTC(y, 0, 1) / 86_400_000)] as const)
          .filter(([, at], i) => i % every === 0 && at < W - 40 && Math.abs(at - now) > 130)
          .map(([y, at]) => s("text", { x: at, y: 14, class: Math.abs(at - now) > 230 ? null : "near" }, y)),
        s("text", { x: Math.max(0, Math.min(now, W)), y: 14, class: "now-text", "text-anchor": now > W - 130 ? "end" : now < 130 ? "start" : "middle" }, on),
      ),
    ),
    known
      .slice(0, MOST)
      .map((p) => h("div.row", null, h("a", { href: `/policies/${part(p.id)}`, lang: zh() }, p.name, h("span.quiet", null, ` ${when(p)}`)), bar(p))),
    h("figcaption.muted", null, t("policies.time_line.says", { on }), known.length > MOST ? t("policies.time_line.some", { n: MOST, of: known.length }) : null),
  );
}
