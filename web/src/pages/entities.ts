// Who and what the articles name: bodies, companies, platforms, campaigns, places; by kind and by words of the name.
import { address, get, part } from "../base/api";
import { go, with_query } from "../base/address";
import { h, join } from "../base/dom";
import { count } from "../base/figures";
import { named, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Entity, List } from "../base/records";
import { downloads, heading, paging, told, zh } from "../parts/pieces";
import { nothing } from "../parts/states";
import { words } from "../texts/words";

export const entities: Page = async ({ query, signal }) => {
  const asked = { kind: query.get("kind"), q: query.get("q"), cursor: query.get("cursor"), limit: "60" };
  const list = await get<List<Entity>>("/entities", asked, signal);
  const field = h<HTMLInputElement>("input", {
    type: "search",
    id: "name",
    value: asked.q ?? "",
    "aria-label": t("entities.find"),
    placeholder: t("entities.find"),
  });
  return {
    title: t("entities.title"),
    data: address("/entities", asked),
    body: [
      heading(t("entities.title")),
      h(
        "form.query",
        {
          onsubmit: (e: Event) => {
            e.preventDefault();
            go(with_query({ q: field.value.trim() || null }));
          },
        },
        field,
        h("button", { type: "submit" }, t("find")),
      ),
      h(
        "p.choose",
        null,
        join(
          [
            h("a", { href: with_query({ kind: null }), "aria-current": asked.kind ? null : "true" }, t("all")),
            ...Object.keys(words.entity_kinds).map((k) =>
              h("a", { href: with_query({ kind: k }), "aria-current": asked.kind === k ? "true" : null }, word("entity_kinds", k)),
            ),
          ],
          "  ",
        ),
      ),
      h("p.found", null, h("b", null, told(list.total, "count.names")), " ", downloads("/entities", asked)),
      list.items.length
        ? h(
            "ol.names",
            null,
            list.items.map((e) =>
              h(
                "li",
                null,
                h("a", { href: `/entities/${part(e.key ?? e.id ?? e.name)}`, lang: zh(), "data-keys": "" }, named(e)),
                " ",
                h("span.muted", null, word("entity_kinds", e.kind)),
                " ",
                h("span.n", { title: `${told(e.articles, "count.articles")}, ${told(e.mentions, "count.mentions")}` }, count(e.articles)),
              ),
            ),
          )
        : nothing(asked, "/entities"),
      paging(list),
    ],
  };
};
