// The table that is the chart: a row a report, conflicts and forecasts said in words, each figure a link to the printed line.
import { part } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { figure, period } from "../base/figures";
import { mixed, t, word } from "../base/language";
import type { Cell, Report, Series } from "../base/records";
import { day, zh } from "./pieces";
import { series_kind, series_label, series_name } from "./series_words";

export function notes(cell: Cell, report: Report): string[] {
  const out: string[] = [];
  if (report.observation.status !== "actual") out.push(word("statuses", report.observation.status));
  if (cell.conflict) out.push(t(cell.conflict === "sure" ? "conflict.sure" : "conflict.maybe"));
  if (report.revised) out.push(t("report.revised"));
  if (report.repeats) out.push(t("report.repeats"));
  if (!report.observation.sure) out.push(t("sure.no"));
  return out;
}

// `last`: only the last cells (an answer above hits).
export function series_table(all: Series[], last = Infinity): Child {
  const many = all.length > 1,
    alike = many && new Set(all.map(series_name)).size < all.length;
  return h(
    "div.scroll",
    null,
    h(
      "table.figures",
      null,
      h("caption.quiet", null, mixed(all.map(series_name).join("; "))),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          many ? h("th", { scope: "col" }, t("series.one")) : null,
          [t("field.period"), t("field.value"), t("field.reporter"), t("field.where"), t("series.notes")].map((w, i) =>
            h(i === 1 ? "th.right" : "th", { scope: "col" }, w),
          ),
        ),
      ),
      h(
        "tbody",
        null,
        all.flatMap((one, k) =>
          (one.table ?? []).slice(-last).flatMap((cell) =>
            cell.reports.map((r, i) => {
              const o = r.observation;
              return h(
                `tr${cell.conflict ? ".disagrees" : ""}${i > 0 ? ".same-period" : ""}`,
                null,
                many ? h("td", { "data-of": k + 1 }, series_label(one), alike ? h("span.muted", null, " ", mixed(series_kind(one))) : null) : null,
                h("th.period", { scope: "row", "data-label": t("field.period") }, i > 0 ? h("span.again", null, period(cell.period)) : period(cell.period)),
                h("td.right", { "data-label": t("field.value") }, h("a", { href: `/observations/${part(o.id)}`, "data-keys": "" }, mixed(figure(o)))),
                h("td.reporter", { "data-label": t("field.reporter"), lang: zh() }, o.reporter ?? h("span.muted", null, t("field.reporter.none"))),
                h(
                  "td",
                  { "data-label": t("field.where"), lang: zh() },
                  h("a", { href: `/articles/${part(o.article_id)}?record=${part(o.id)}` }, o.article_title ?? o.article_id),
                  " ",
                  h("span.muted", null, join([o.sources[0], day(o.date)])),
                ),
                h("td.notes", { "data-label": t("series.notes") }, notes(cell, r).join(t("comma"))),
              );
            }),
          ),
        ),
      ),
    ),
  );
}
