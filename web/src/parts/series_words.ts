// What a series is called: indicator, place or body, measure, unit; and its address.
import { h, type Child } from "../base/dom";
import { measure, unit_name } from "../base/figures";
import { area_name, language, mixed, t, word } from "../base/language";
import type { Series } from "../base/records";

export const indicator_name = (s: Series): string => (language() === "en" && s.english ? s.english : (s.indicator ?? t("series.unnamed")));
// 中国 and 中国电商物流指数 make 中国电商物流指数: what the indicator says itself is not said twice.
const whose = (s: Series): string =>
  [area_name(s.area, s.area_code), s.entity].filter((name): name is string => Boolean(name) && !indicator_name(s).startsWith(name!)).join(" · ");
export const series_name = (s: Series): string =>
  [whose(s), indicator_name(s)].filter(Boolean).join(language() === "zh" ? "" : " · ");
export const series_kind = (s: Series): string =>
  [measure(s), s.unit && s.measure === "level" ? unit_name(s.unit) : "", word("frequencies", s.frequency)].filter(Boolean).join(" · ");

export function series_address(s: Series, compare: string | null = null): string {
  const query = new URLSearchParams();
  if (s.indicator_code ?? s.indicator) query.set("indicator", (s.indicator_code ?? s.indicator)!);
  query.set("series", s.id);
  if (compare) query.set("compare", compare);
  return `/series?${query.toString()}`;
}
export const series_link = (s: Series, text: Child): HTMLElement => h("a", { href: series_address(s) }, text);
export const series_label = (s: Series): Child => mixed(series_name(s));
