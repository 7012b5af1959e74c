// One name: what it is, how else it is called, its mentions in order of time, its figures.
import { get, part } from "../base/api";
import { h } from "../base/dom";
import { named, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Entity, List, Mention, Observation } from "../base/records";
import { day, heading, zh } from "../parts/pieces";
import { entity_body } from "../parts/record";
import { figures_table } from "./observations";

// A mention lies on the day of its article; the year stands once.
function timeline(mentions: Mention[]): Node {
  let year = "";
  return h(
    "ol.mentions",
    null,
    mentions.map((m) => {
      const now = m.date?.slice(0, 4) ?? "";
      const first = now !== year;
      year = now;
      const at = m.quote.indexOf(m.text);
      return h(
        "li",
        null,
        h("span.when", null, first ? h("b", null, now) : null, h("time", { datetime: m.date }, m.date?.slice(5) ?? "—")),
        h(
          "div",
          { lang: zh() },
          h("p", null, at < 0 ? m.quote : [m.quote.slice(0, at), h("mark", null, m.text), m.quote.slice(at + m.text.length)]),
          h("p.meta", null, m.article_id ? h("a", { href: `/articles/${part(m.article_id)}`, "data-keys": "" }, m.article_title) : m.article_title),
        ),
      );
    }),
  );
}

export const entity: Page = async ({ parts: [id = ""], signal }) => {
  const e = await get<
    Entity & {
      observations?: Observation[];
      observations_total?: number;
      policies?: { id: string; name: string; last_told?: string | null }[];
      others?: Entity[];
    }
  >(`/entities/${part(id)}`, {}, signal);
  const place = e.kind === "place";
  const figures: List<Observation> = e.observations
    ? { items: e.observations, total: e.observations_total ?? e.observations.length, next: null }
    : await get<List<Observation>>("/observations", { [place ? "area" : "entity"]: e.id ?? e.name, limit: 20 }, signal);
  return {
    title: named(e),
    data: `/entities/${part(id)}`,
    wide: true,
    body: [
      h("p.position", null, h("a", { href: `/entities?kind=${e.kind}` }, word("entity_kinds", e.kind))),
      heading(h("span", { lang: zh() }, named(e))),
      entity_body(e).slice(0, 1),
      e.others?.length
        ? h(
            "p.muted",
            null,
            t("entity.others"),
            e.others.map((o) => [
              " ",
              h("a", { href: `/entities/${part(o.key ?? o.id ?? o.name)}`, lang: zh() }, o.name),
              ` ${word("entity_kinds", o.kind)}`,
            ]),
          )
        : null,
      figures.items.length
        ? h(
            "section",
            null,
            h("h2", null, t("entity.figures")),
            figures_table(figures.items.slice(0, 20)),
            figures.total > 20
              ? h(
                  "p.more",
                  null,
                  h(
                    "a",
                    { href: `/observations?${place ? "area" : "entity"}=${encodeURIComponent(e.id ?? e.name)}` },
                    t("entity.figures.all", { n: figures.total }),
                  ),
                )
              : null,
          )
        : null,
      e.policies?.length
        ? h(
            "section",
            null,
            h("h2", null, t("entity.policies")),
            h(
              "ul.plain",
              null,
              e.policies.map((p) =>
                h("li", null, h("a", { href: `/policies/${part(p.id)}`, lang: zh() }, p.name), " ", h("span.muted", null, day(p.last_told))),
              ),
            ),
          )
        : null,
      e.timeline?.length ? h("section", null, h("h2", null, t("entity.timeline")), timeline(e.timeline)) : null,
    ],
  };
};
