// One name: what it is, how else it is called, its mentions in order of time, its figures.
import { get, part } from "../base/api";
import { h, type Child } from "../base/dom";
import { language, named, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Entity, List, Mention, Observation } from "../base/records";
import { day, heading, zh } from "../parts/pieces";
import { entity_body } from "../parts/record";
import { figures_table } from "./observations";

// What one article says of it: each sentence once, every mention in it marked.
interface Told {
  of: Mention;
  names: Set<string>;
  quotes: Set<string>;
  times: number;
}

function by_article(mentions: Mention[]): Told[] {
  const out = new Map<string, Told>();
  for (const m of mentions) {
    const key = m.article_id ?? `${m.issue}/${m.article}`;
    const told = out.get(key) ?? { of: m, names: new Set<string>(), quotes: new Set<string>(), times: 0 };
    told.names.add(m.text);
    told.quotes.add(m.quote);
    told.times++;
    out.set(key, told);
  }
  return [...out.values()];
}

function marked(text: string, names: Set<string>): Child {
  const longest = [...names].sort((a, b) => b.length - a.length).map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${longest.join("|")})`)).map((w, i) => (i % 2 ? h("mark", null, w) : w));
}

// An article lies on its day; the year stands once.
const QUOTES = 2;
function timeline(list: Told[]): HTMLElement {
  let year = "";
  return h(
    "ol.mentions",
    null,
    list.map(({ of: m, names, quotes, times }) => {
      const now = m.date?.slice(0, 4) ?? "";
      const first = now !== year;
      year = now;
      const said = [...quotes].filter((q) => q !== m.article_title);
      return h(
        "li",
        null,
        h("span.when", null, first ? h("b", null, now) : null, h("time", { datetime: m.date }, m.date?.slice(5) ?? "—")),
        h(
          "div",
          { lang: zh() },
          h("p.titles", null, m.article_id ? h("a.title", { href: `/articles/${part(m.article_id)}`, "data-keys": "" }, m.article_title) : m.article_title),
          said.slice(0, QUOTES).map((q) => h("p.snippet", null, marked(q, names))),
          times > QUOTES ? h("p.meta", { lang: language() }, t("entity.timeline.times", { n: times })) : null,
        ),
      );
    }),
  );
}

// The latest articles; the earlier ones when they are asked for.
const OPEN = 40;
function mentions(list: Mention[]): Child {
  const all = by_article(list);
  const earlier = all.slice(0, Math.max(0, all.length - OPEN));
  const more = h("details.earlier", null, h("summary", null, t("entity.timeline.earlier", { n: earlier.length })));
  more.addEventListener(
    "toggle",
    () => {
      if (more.children.length === 1) more.append(timeline(earlier));
    },
    { once: true },
  );
  return [earlier.length ? more : null, timeline(all.slice(earlier.length))];
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
            figures_table(figures.items.slice(0, 20), place ? "area" : "entity"),
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
      e.timeline?.length ? h("section", null, h("h2", null, t("entity.timeline")), mentions(e.timeline)) : null,
    ],
  };
};
