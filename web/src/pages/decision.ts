// One case by the rules of a day: a form made from the definition of the decision, whose every question may stay open, and beside it the
// outcome with what follows, the way there with its clauses, what is missing, what would lead elsewhere. Day and facts are the address.
import { go, with_query } from "../base/address";
import { get, part, Problem, send } from "../base/api";
import { h, join, type Child } from "../base/dom";
import { both, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Decided, Decision, Fact, FactValue } from "../base/records";
import { dated, heading } from "../parts/pieces";
import { clause_words, days_words, document_link, listed, notice, rule_tabs } from "../parts/rule_words";

const FEW = 5; // options that are shown side by side
const in_query = (fact: Fact): string => `fact.${fact.id}`;

// What stands in the address, as JSON; what cannot be read goes as it stands, and the answer says what was expected.
function value_of(fact: Fact, text: string | null): FactValue {
  if (text === null || text === "") return null;
  if (fact.type === "flag") return text === "yes" ? true : text === "no" ? false : text;
  if (fact.type === "number") return Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}

function value_words(fact: Fact | undefined, value: FactValue): string {
  if (value === null) return t("decision.unknown");
  if (typeof value === "boolean") return t(value ? "decision.yes" : "decision.no");
  const option = fact?.options.find((o) => o.id === value);
  if (option) return both(option.name);
  return fact?.unit ? `${value} ${both(fact.unit)}` : String(value);
}

// One question; `chosen`: as the address has it.
function question(fact: Fact, chosen: string): HTMLElement {
  const id = `fact-${fact.id}`;
  const options: [string, string][] =
    fact.type === "flag" ? [["yes", t("decision.yes")], ["no", t("decision.no")]] : fact.options.map((o): [string, string] => [o.id, both(o.name)]);
  const unknown: [string, string] = ["", t("decision.unknown")];
  if (options.length && options.length <= FEW)
    return h(
      "fieldset.question",
      { id, tabindex: -1 },
      h("legend", null, mixed(both(fact.ask))),
      [...options, unknown].map(([value, words]) =>
        h(
          "label",
          null,
          h("input", { type: "radio", name: fact.id, id: `${id}-${value || "unknown"}`, value, checked: value === chosen }),
          " ",
          mixed(words),
        ),
      ),
    );
  const field = options.length
    ? h(
        "select",
        { id, name: fact.id },
        [unknown, ...options].map(([value, words]) => h("option", { value, selected: value === chosen }, words)),
      )
    : h("input", { id, name: fact.id, value: chosen, ...(fact.type === "date" ? { type: "date" } : { type: "number", min: 0, step: "any" }) });
  return h(
    "div.question",
    null,
    h("label", { for: id }, mixed(both(fact.ask))),
    h("span.given", null, field, fact.unit ? [" ", mixed(both(fact.unit))] : null),
  );
}

function form(d: Decision, on: string, query: URLSearchParams): HTMLElement {
  const day = h<HTMLInputElement>("input", { type: "date", id: "on", name: "on", required: true, value: on });
  const box = h<HTMLFormElement>(
    "form.case",
    {
      onsubmit: (e: Event) => {
        e.preventDefault();
        const typed = new FormData(box);
        const changes = Object.fromEntries(d.facts.map((f) => [in_query(f), String(typed.get(f.id) ?? "") || null]));
        go(`${with_query({ ...changes, on: day.value })}#answer`);
      },
    },
    h("h2", null, t("decision.facts")),
    h("p.muted", null, t("decision.facts.lead")),
    h("div.question", null, h("label", { for: "on" }, t("decision.day")), h("span.given", null, day)),
    d.facts.map((f) => question(f, query.get(in_query(f)) ?? "")),
    h(
      "p.buttons",
      null,
      h("button.main", { type: "submit", id: "decide" }, t("decision.go")),
      h("a", { href: `/decisions/${part(d.id)}` }, t("decision.clear")),
    ),
  );
  return box;
}

const part_of = (name: string, ...rest: Child[]): HTMLElement => h("section", null, h("h3", null, name), rest);

function answer(d: Decision, a: Decided): Child {
  const fact = (id: string): Fact | undefined => d.facts.find((f) => f.id === id);
  const outcome = (id: string): string => both(d.outcomes.find((o) => o.id === id)?.name ?? { zh: id, en: id });
  const number = (id: string): string => both(d.parameters.find((p) => p.id === id)?.name ?? { zh: id, en: id });
  if (!a.in_force)
    return [h("h2", { id: "answer", tabindex: -1 }, dated(t("decision.not_in_force", { on: a.on }))), h("p", null, days_words(d.from, d.until))];
  return [
    h(`h2.is-${a.outcome?.tone ?? "open"}`, { id: "answer", tabindex: -1 }, a.outcome ? mixed(both(a.outcome.name)) : t("decision.open")),
    h("p.muted", null, dated(t("comply.by", { on: a.on }))),
    a.outcome ? null : h("p", null, t("decision.possible"), listed(a.outcomes.map((id) => h("b", null, mixed(outcome(id)))))),
    a.missing.length
      ? part_of(
          t("decision.missing"),
          h(
            "ul.plain",
            null,
            a.missing.map((f) => h("li", null, h("a", { href: `#fact-${f.id}`, "data-keys": "" }, mixed(both(f.ask))))),
          ),
        )
      : null,
    a.follows.length
      ? part_of(
          t("decision.follows"),
          h(
            "ul.plain",
            null,
            a.follows.map((f) => h("li", null, mixed(both(f)), h("p.muted", null, clause_words(f.clause)))),
          ),
        )
      : null,
    part_of(
      t("decision.path"),
      h(
        "ol.way",
        null,
        a.path.map((s) =>
          h(
            `li.is-${s.holds}`,
            null,
            h("p", null, mixed(both(s.name)), t("colon"), h("b", null, word("holds", s.holds))),
            h("p.muted", null, clause_words(s.clause)),
          ),
        ),
      ),
    ),
    a.changes.length
      ? part_of(
          t("decision.changes"),
          h(
            "ul.plain",
            null,
            a.changes.map((c) => {
              const f = fact(c.fact);
              const words = { fact: f ? both(f.name) : c.fact, is: value_words(f, c.is), to: value_words(f, c.to) };
              return h("li", null, mixed(t("decision.change", words)), " ", listed(c.outcomes.map((id) => h("b", null, mixed(outcome(id))))));
            }),
          ),
        )
      : null,
    a.parameters.length
      ? h(
          "details",
          null,
          h("summary", null, t("decision.parameters")),
          h(
            "ul.plain",
            null,
            a.parameters.map((p) =>
              h("li", null, mixed(number(p.id)), t("colon"), h("b", null, dated(String(p.is))), h("p.muted", null, clause_words(p.clause))),
            ),
          ),
        )
      : null,
  ];
}

export const decision: Page = async ({ parts: [id = ""], query, signal }) => {
  const d = await get<Decision>(`/decisions/${part(id)}`, {}, signal);
  const on = query.get("on") ?? new Date().toISOString().slice(0, 10);
  let beside: Child = [h("h2", { id: "answer", tabindex: -1 }, t("decision.answer")), h("p", null, t("decision.ask"))];
  if (query.has("on")) {
    const facts = Object.fromEntries(d.facts.map((f) => [f.id, value_of(f, query.get(in_query(f)))]));
    try {
      beside = answer(d, await send<Decided>(`/decisions/${part(id)}`, { on }, JSON.stringify(facts), "application/json", signal));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 400) throw error;
      const says = t("state.failed.said", { status: error.status, what: error.detail || error.title });
      beside = [h("h2", { id: "answer", tabindex: -1 }, t("decision.answer")), h("p.note", { role: "alert" }, says)];
    }
  }
  return {
    title: both(d.name),
    wide: true,
    data: `/decisions/${part(id)}`,
    body: [
      heading(mixed(both(d.name))),
      rule_tabs("/decisions"),
      h("p.lead", null, mixed(both(d.about))),
      h("p.meta", null, t("decision.documents"), t("colon"), join(d.documents.map(document_link), "; "), " · ", days_words(d.from, d.until)),
      h("div.deciding", null, form(d, on, query), h("section.outcome", { "aria-labelledby": "answer" }, beside)),
      notice(),
    ],
  };
};
