// Documents on a day: what is in force, what comes, what is open for comment, what has ended. A day can be chosen; a line of time with
// bars shows how long each holds; each document's page says who reported which date.
import { API, get, part } from "../base/api";
import { go, with_query } from "../base/address";
import { h, join, type Child } from "../base/dom";
import { t, word, type Key } from "../base/language";
import type { Page } from "../base/page";
import type { List, Policy } from "../base/records";
import { dated, downloads, heading, paging, told, zh } from "../parts/pieces";
import { reason, when } from "../parts/policy_words";
import { time_line } from "../parts/time_line";

const STATES = ["in-force", "coming", "open", "expired", "untold"] as const;
type State = (typeof STATES)[number];
const TITLES: Record<State, Key> = {
  "in-force": "policies.in-force",
  coming: "policies.coming",
  open: "policies.open",
  expired: "policies.expired",
  untold: "policies.untold",
};
const NONE: Record<State, Key> = {
  "in-force": "policies.none.in-force",
  coming: "policies.none.coming",
  open: "policies.none.open",
  expired: "policies.none.expired",
  untold: "policies.none.untold",
};
type Listed = List<Policy> & { on?: string };

export function policy_item(p: Policy): HTMLElement {
  const why = reason(p),
    days_told = when(p, why);
  return h(
    "li.item",
    null,
    h("h3.item-title", null, h("a.title", { href: `/policies/${part(p.id)}`, lang: zh(), "data-keys": "" }, p.name)),
    h(
      "p.meta",
      { lang: zh() },
      join([
        word("document_kinds", p.kind[0]?.value),
        p.issuers.map((i) => i.value.replaceAll("; ", "、")).join(" | ") || null,
        days_told ? dated(days_told) : null,
      ]),
    ),
    h("p.reason", null, dated(why), p.conflict ? [" ", h("b.disagree", null, t("conflict.dates"))] : null),
  );
}

function days(on: string): Child {
  const field = h<HTMLInputElement>("input", { type: "date", id: "on", value: on, required: true });
  const today = new Date().toISOString().slice(0, 10);
  return h(
    "form.day",
    {
      onsubmit: (e: Event) => {
        e.preventDefault();
        if (field.value) go(with_query({ on: field.value }));
      },
    },
    h("label", { for: "on" }, t("policies.day")),
    field,
    h("span.on-paper", null, on),
    h("button", { type: "submit" }, t("policies.show")),
    on === today ? null : h("a", { href: with_query({ on: today }) }, t("policies.today")),
  );
}

export const policies: Page = async ({ query, signal }) => {
  const state = STATES.find((s) => s === query.get("state")) ?? null;
  const asked = query.get("on");
  const lists = await Promise.all(
    (state ? [state] : STATES).map(
      async (s) =>
        [
          s,
          await get<Listed>("/policies", { on: asked, state: s, limit: state ? 50 : 12, cursor: state ? query.get("cursor") : null }, signal),
        ] as const,
    ),
  );
  const on = lists[0]?.[1].on ?? lists.flatMap(([, l]) => l.items)[0]?.on ?? asked ?? new Date().toISOString().slice(0, 10);
  const every = lists.flatMap(([, l]) => l.items);
  return {
    title: t("nav.policies"),
    data: `/policies?on=${on}${state ? `&state=${state}` : ""}`,
    body: [
      heading(t("policies.title")),
      days(on),
      h(
        "p.choose",
        null,
        join(
          [
            h("a", { href: with_query({ state: null }), "aria-current": state ? null : "true" }, t("all")),
            ...STATES.map((s) => h("a", { href: with_query({ state: s }), "aria-current": state === s ? "true" : null }, t(TITLES[s]))),
          ],
          "  ",
        ),
      ),
      h("p.found", null, downloads("/policies", { on, state }), " ", h("a", { href: `${API}/policies.ics`, download: "" }, t("policies.calendar"))),
      time_line(every, on),
      lists.map(([s, list]) =>
        h(
          "section.part",
          { "aria-labelledby": `state-${s}` },
          h("h2", { id: `state-${s}` }, t(TITLES[s]), " ", h("span.n", null, told(list.total, "count.documents"))),
          list.items.length ? h("ol.items", null, list.items.map(policy_item)) : h("p.muted", null, t(NONE[s], { on })),
          !state && list.next
            ? h("p.more", null, h("a", { href: with_query({ state: s }) }, t("policies.all", { n: list.total })))
            : state
              ? paging(list)
              : null,
        ),
      ),
      h("p.muted.says", null, t("policies.says")),
    ],
  };
};
