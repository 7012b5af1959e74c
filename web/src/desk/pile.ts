// The pile: what was fetched, a story an entry with its printings, and the articles of the archive. All that is said of a story is a
// proposal with its reasons; it goes into the issue where the editor says.
import { get, part } from "../base/api";
import { here, quietly } from "../base/address";
import { h, join, replace, type Child } from "../base/dom";
import { count } from "../base/figures";
import { language, mixed, t as ui, word } from "../base/language";
import type { Found, Hit } from "../base/records";
import { day, section_mark, zh } from "../parts/pieces";
import { tab_list } from "../parts/tabs";
import { words } from "../texts/words";
import { articles_of, fetched, type Board } from "./board";
import { says } from "./failures";
import { column_choice, column_name, draggable, of, quoted } from "./pieces";
import { reason } from "./reasons";
import type { Candidate, Change } from "./records";
import { t } from "./texts";

const AT_ONCE = 30;
const COMMANDS = "fengbiao feeds ec.fb add URL\nfengbiao fetch ec.fb";
interface Pile {
  items: Candidate[];
  total: number;
  next: string | null;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const between = (list: string[]): string => list.join(language() === "zh" ? "、" : ", ");

function changes(list: Change[]): Child {
  if (!list.length) return null;
  return h(
    "ul.changes",
    null,
    list.map((c) =>
      h(
        "li",
        null,
        t(c.kind === "rounded" ? "change.rounded" : "change.changed"),
        h("span", { lang: zh() }, h("b", null, c.first.text), " → ", h("b", null, c.other.text)),
        h("blockquote", { lang: zh() }, c.other.quote),
      ),
    ),
  );
}

function why(c: Candidate): Child {
  const { column, relevance } = c.sorted;
  const told = (sign: 1 | -1): string =>
    (column?.reasons ?? [])
      .filter((r) => Math.sign(r.weight) === sign)
      .map((r) => reason(r.what))
      .join(language() === "zh" ? "；" : "; ");
  const named = (sign: 1 | -1): string => between(relevance.words.filter((w) => Math.sign(w.weight) === sign).map((w) => w.word));
  const rows: [string, string][] = [
    [t("why.columns"), (column?.all ?? []).slice(0, 3).map((x) => `${column_name(x.name)} ${percent(x.probability)}`).join(ui("comma"))],
    [t("why.for"), told(1)],
    [t("why.against"), told(-1)],
    [t("why.near"), named(1)],
    [t("why.far"), named(-1)],
  ];
  return h(
    "details.why",
    null,
    h("summary", null, t("pile.why")),
    h("dl", null, rows.filter(([, v]) => v).map(([k, v]) => h("div", null, h("dt", null, k), h("dd", null, mixed(v))))),
    h("p.hint", null, t("why.says")),
  );
}

const text = (c: Candidate): HTMLElement =>
  h(
    "details",
    null,
    h("summary", null, t("pile.text", { n: c.paragraphs.length })),
    h("div.whole-text", { lang: zh() }, c.paragraphs.map((p) => h("p", null, p))),
    c.whole ? null : h("p.hint", null, t("pile.part")),
    /^https?:/.test(c.url) ? h("p", null, h("a", { href: c.url, target: "_blank", rel: "noopener noreferrer" }, t("pile.original"))) : null,
  );

export function pile_column(board: Board, show: (n: number) => void): HTMLElement {
  let ended = new AbortController();
  const puttings = new Map<HTMLElement, () => void>();
  board.on("moved", () => {
    for (const [box, draw] of puttings)
      if (box.isConnected) draw();
      else puttings.delete(box);
  });

  // An article that the issue has already is shown there; else it can be put in.
  function putting(id: string, title: string, proposed: string, what: { candidate: string } | { article: string }): HTMLElement {
    const box = h("p.acts.putting");
    const choice = column_choice(board, proposed, { id: `${id}-column`, "aria-label": t("put.column", { title }) });
    const put = h<HTMLButtonElement>("button", { type: "button", id: `${id}-put`, "aria-label": of(t("put"), quoted(title)) }, t("put"));
    put.addEventListener("click", () => {
      void board
        .act({ op: "add", ...what, section: choice.value, at: 0 }, (draft) => {
          const column = draft.columns.find((c) => c.articles.some((a) => a.title === title)) ?? draft.columns.find((c) => c.name === choice.value);
          return t("did.placed", { title: quoted(title), column: column_name(choice.value), at: column?.articles.length ?? 1 });
        })
        .then((done) => done && box.querySelector<HTMLElement>("button")?.focus());
    });
    const draw = (): void => {
      const there = articles_of(board.draft).find((a) => a.title === title);
      const was = box.dataset.there;
      box.dataset.there = String(there?.n ?? "");
      if (was === box.dataset.there) return;
      if (there)
        replace(box, t("put.there", { n: there.n }), " ", h("button", { type: "button", onclick: () => show(there.n), "aria-label": of(t("put.show"), quoted(title)) }, t("put.show")));
      else replace(box, choice, put);
    };
    draw();
    puttings.set(box, draw);
    return box;
  }

  function story(copies: Candidate[]): HTMLElement {
    const first = copies.find((c) => c.sorted.first) ?? copies[0]!;
    const { sorted } = first;
    const others = copies.filter((c) => c !== first);
    const title = first.title ?? t("pile.untitled");
    const node = h(
      "li.card",
      null,
      h("h3", { lang: zh() }, h("span", { tabindex: 0, "data-keys": "" }, title)),
      h("p.meta", null, join([first.source ? h("span", { lang: zh() }, first.source) : t("source.none"), day(first.date) ?? t("date.none")])),
      h(
        "p.proposal",
        null,
        join([
          sorted.column
            ? [t("pile.proposed"), section_mark(sorted.column.name), ` ${percent(sorted.column.all[0]?.probability ?? 0)}`]
            : t("pile.no_column"),
          t("pile.near", { p: percent(sorted.relevance.value) }),
        ]),
      ),
      sorted.told
        ? h(
            "div.told-before",
            null,
            h(
              "p",
              null,
              t("pile.told"),
              h("a", { href: `/articles/${part(sorted.told.id)}`, target: "_blank", rel: "noopener", lang: zh() }, sorted.told.title),
              " ",
              h("span.muted", null, ui("issue.of", { issue: sorted.told.issue })),
            ),
            changes(sorted.told.changes),
          )
        : null,
      sorted.summary.sentences.length ? h("p.summary", { lang: zh() }, sorted.summary.sentences.map((s) => s.text).join(" ")) : null,
      others.length
        ? h(
            "details",
            null,
            h("summary", null, t("pile.copies", { n: others.length }), others.some((c) => c.sorted.changes.length) ? h("b", null, t("pile.differs")) : null),
            h("p.hint", null, t(sorted.first_sure ? "pile.first.sure" : "pile.first.unsure")),
            h(
              "ul",
              null,
              others.map((c) =>
                h(
                  "li.copy",
                  null,
                  h("p", { lang: zh() }, c.title ?? t("pile.untitled")),
                  h(
                    "p.meta",
                    null,
                    join([c.source ? h("span", { lang: zh() }, c.source) : t("source.none"), day(c.date), c.sorted.likeness === null ? null : t("pile.alike", { p: percent(c.sorted.likeness) })]),
                  ),
                  changes(c.sorted.changes),
                  text(c),
                  putting(c.id, c.title ?? "", sorted.column?.name ?? "", { candidate: c.id }),
                ),
              ),
            ),
          )
        : null,
      why(first),
      text(first),
      putting(first.id, title, sorted.column?.name ?? "", { candidate: first.id }),
    );
    draggable(node, () => ({ candidate: first.id }));
    return node;
  }

  function hit(item: Hit, i: number): HTMLElement {
    const node = h(
      "li.card",
      null,
      h("h3", { lang: zh() }, h("a.title", { href: `/articles/${part(item.id)}`, target: "_blank", rel: "noopener", "data-keys": "" }, item.title)),
      h("p.meta", null, join([section_mark(item.section), h("span", { lang: zh() }, between(item.sources)), day(item.date)])),
      h("p.summary", { lang: zh() }, item.snippet.map((s) => (s.mark ? h("mark", null, s.text) : s.text))),
      putting(`stored-${i}`, item.title, item.section ?? "", { article: item.id }),
    );
    draggable(node, () => ({ article: item.id }));
    return node;
  }

  // What is asked is part of the address.
  const asked = here().query;
  const fetched_list = h("div", { "aria-live": "off" }),
    stored_list = h("div");
  const field = (id: string, name: string, label: string, more: object = {}): HTMLInputElement =>
    h<HTMLInputElement>("input", { id, type: "search", name, "aria-label": label, placeholder: label, autocomplete: "off", value: asked.get(name) ?? "", ...more });
  const words_field = field("pile-words", "words", t("pile.words"));
  const section = h<HTMLSelectElement>(
    "select",
    { id: "pile-section", "aria-label": t("pile.section") },
    h("option", { value: "" }, t("pile.every")),
    Object.keys(words.sections).map((s) => h("option", { value: s, selected: asked.get("section") === s }, word("sections", s))),
  );
  const fresh = h<HTMLInputElement>("input", { id: "pile-new", type: "checkbox", checked: asked.get("new") === "yes" });
  const stored = field("pile-stored", "find", t("stored.words"));

  // What the editor has asked for, `into` where; a later question ends the one before.
  async function answer(into: HTMLElement, ask: (signal: AbortSignal) => Promise<Child>): Promise<void> {
    ended.abort();
    const mine = (ended = new AbortController());
    replace(into, h("p.state", { role: "status" }, ui("state.waiting")));
    try {
      const out = await ask(mine.signal);
      if (!mine.signal.aborted) replace(into, out);
    } catch (error) {
      if (!mine.signal.aborted)
        replace(
          into,
          h("p.note", { role: "alert" }, says(error)),
          h("p", null, h("button", { type: "button", onclick: () => void answer(into, ask) }, ui("state.again"))),
        );
    }
  }

  function look_fetched(): void {
    const query = { q: words_field.value.trim(), section: section.value, new: fresh.checked ? "yes" : "" };
    quietly({ words: query.q, section: query.section, new: query.new });
    void answer(fetched_list, async (signal) => {
      const pile = await fetched<Pile>("/candidates", { ...query, limit: 200 }, signal);
      if (!pile.items.length)
        return query.q || query.section || query.new ? h("p.state", null, t("pile.none")) : [h("p.state", null, t("pile.empty")), h("pre", null, COMMANDS)];
      // Printings of one story stand together, so only the last story of a page can go on in the next.
      const stories = new Map<string, Candidate[]>();
      let next = pile.next,
        shown = 0;
      const take = (items: Candidate[]): void => {
        for (const c of items) stories.set(c.sorted.story, [...(stories.get(c.sorted.story) ?? []), c]);
      };
      const whole = (): Candidate[][] => [...stories.values()].slice(0, next ? -1 : undefined);
      const list = h("ol.cards", { "aria-label": t("pile.fetched") });
      const more = h("p");
      const show_more = async (): Promise<void> => {
        while (next && whole().length < shown + AT_ONCE) {
          const page = await fetched<Pile>("/candidates", { ...query, limit: 200, cursor: next }, signal);
          take(page.items);
          next = page.next;
        }
        const from = shown;
        const some = whole().slice(from, from + AT_ONCE);
        list.append(...some.map(story));
        shown += some.length;
        const step = (): void =>
          void show_more().then(
            () => list.children[from + AT_ONCE]?.querySelector<HTMLElement>("[data-keys]")?.focus(),
            (error: unknown) => !signal.aborted && replace(more, h("p.note", { role: "alert" }, says(error)), h("button", { type: "button", onclick: step }, ui("state.again"))),
          );
        replace(more, next || whole().length > shown ? h("button", { type: "button", onclick: step }, t("pile.more")) : null);
      };
      take(pile.items);
      await show_more();
      return [h("p.muted", null, t("pile.count", { n: count(pile.total) })), list, more];
    });
  }
  function look_stored(): void {
    const q = stored.value.trim();
    quietly({ find: q });
    if (!q) return replace(stored_list, h("p.state", null, t("stored.ask")));
    void answer(stored_list, async (signal) => {
      const found = await get<Found>("/search", { q, limit: AT_ONCE }, signal);
      if (!found.items.length) return h("p.state", null, mixed(ui("search.none", { q })));
      return [
        h("p.muted", null, ui("count.hits", { n: count(found.total) }), found.total > found.items.length ? t("stored.first", { n: found.items.length }) : null),
        h("ol.cards", { "aria-label": t("pile.stored") }, found.items.map(hit)),
      ];
    });
  }
  const form = (id: string, look: () => void, ...children: Child[]): HTMLElement =>
    h(
      "form.ask",
      {
        id,
        role: "search",
        "aria-label": t(id === "ask-fetched" ? "pile.fetched" : "pile.stored"),
        onsubmit: (e: Event) => {
          e.preventDefault();
          look();
        },
      },
      children,
      h("button", { type: "submit" }, ui("find")),
    );
  section.addEventListener("change", look_fetched);
  fresh.addEventListener("change", look_fetched);
  const fetched_panel = h("div", null, form("ask-fetched", look_fetched, words_field, section, h("label", { for: "pile-new" }, fresh, " ", t("pile.new"))), fetched_list);
  const stored_panel = h("div", null, form("ask-stored", look_stored, stored), stored_list);
  const tabs = tab_list(
    "from",
    t("pile.from"),
    [
      { id: "fetched", words: t("pile.fetched"), panel: fetched_panel },
      { id: "stored", words: t("pile.stored"), panel: stored_panel },
    ],
    asked.get("from") ?? "fetched",
    (id) => {
      quietly({ from: id === "fetched" ? null : id });
      if (id === "stored" && !stored_list.hasChildNodes()) look_stored();
      if (id === "fetched" && !fetched_list.hasChildNodes()) look_fetched();
    },
  );
  if (tabs.now() === "stored") look_stored();
  else look_fetched();
  return h("section.desk-column.pile-column", { "aria-labelledby": "pile-title" }, h("h2", { id: "pile-title", tabindex: -1 }, t("pane.pile")), tabs.list, fetched_panel, stored_panel);
}
