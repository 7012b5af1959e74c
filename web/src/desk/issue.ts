// The issue by columns, in printed order. An article is opened, moved by buttons, Alt with arrows or dragging, and taken out with Delete; the
// focus stays with it. What is dropped from the pile is put in where it was dropped.
import { h, join, replace, type Child } from "../base/dom";
import { mixed } from "../base/language";
import { day, section_mark, zh } from "../parts/pieces";
import { articles_of, type Board, type Operation } from "./board";
import { field_form, field_label } from "./form";
import { carried, column_choice, column_name, draggable, of, quoted } from "./pieces";
import { beside, step, type Place } from "./places";
import type { Column, Draft, DraftArticle } from "./records";
import { t } from "./texts";
import { article_fields, changed, edit_of, FRESH, FRONT, front_fields, is_changed, keep_typed, source_of, typed_of, type Fields } from "./typing";

const EMPTY: Fields = { title: "", sources: "", compiled: "no", selected_by: "", date: "", author_note: "", text: "" };

export interface IssueColumn {
  panel: HTMLElement;
  show(n: number): void; // the focus goes to this article
}

export function issue_column(board: Board, opened_article: (n: number) => void): IssueColumn {
  let open: string | null = null; // headline of the article whose form is open, or FRONT, FRESH
  let marks: (() => void)[] = []; // what the checks say of each article, told anew when they have run
  const body = h("div");
  const panel = h("section.desk-column.issue-column", { "aria-labelledby": "issue-title" }, body);
  const button = (title: string): HTMLElement | null =>
    [...panel.querySelectorAll<HTMLElement>("button.card-name")].find((b) => b.dataset.title === title) ?? null;
  const focus = (title: string, which = "name"): void => {
    const name = button(title);
    const wanted = which === "name" ? name : name?.closest(".card")?.querySelector<HTMLButtonElement>(`button.act-${which}:not(:disabled)`);
    (wanted ?? name ?? panel.querySelector<HTMLElement>("h2"))?.focus();
  };
  const now = (draft: Draft, title: string): { a: DraftArticle; column: Column; at: number } | null => {
    for (const column of draft.columns)
      for (const [i, a] of column.articles.entries()) if (a.title === title) return { a, column, at: i + 1 };
    return null;
  };
  const placed = (title: string) => (draft: Draft) => {
    const found = now(draft, title);
    return t("did.placed", { title: quoted(title), column: column_name(found?.column.name ?? ""), at: found?.at ?? 0 });
  };

  async function move(a: DraftArticle, place: Place | null, back_to: string): Promise<void> {
    if (!place) return void board.say(t("did.edge", { title: quoted(a.title) }));
    if (await board.act({ op: "move", n: a.n, ...place }, placed(a.title))) focus(a.title, back_to);
  }
  async function remove(a: DraftArticle): Promise<void> {
    const all = articles_of(board.draft);
    const next = all[a.n] ?? all[a.n - 2];
    if (await board.act({ op: "remove", n: a.n }, () => t("did.removed", { title: quoted(a.title) }))) focus(next?.title ?? "");
  }
  function put_in(what: { candidate: string } | { article: string }, place: Place): void {
    const had = new Set(articles_of(board.draft).map((a) => a.title));
    const fresh = (draft: Draft): string => articles_of(draft).find((a) => !had.has(a.title))?.title ?? "";
    void board.act({ op: "add", ...what, ...place }, (draft) => placed(fresh(draft))(draft)).then((done) => done && focus(fresh(board.draft)));
  }

  // Dropping: a line shows where.
  function takes_drops(node: HTMLElement, place_of: (n: number | null, after: boolean) => Place | null): void {
    const after = (e: DragEvent): boolean => {
      const box = node.getBoundingClientRect();
      return e.clientY > box.top + box.height / 2;
    };
    const clear = (): void => node.classList.remove("drop-before", "drop-after");
    node.addEventListener("dragover", (e) => {
      if (!carried()) return;
      e.preventDefault();
      clear();
      node.classList.add(after(e) ? "drop-after" : "drop-before");
    });
    node.addEventListener("dragleave", clear);
    node.addEventListener("drop", (e) => {
      const what = carried();
      clear();
      if (!what) return;
      e.preventDefault();
      const place = place_of("n" in what ? what.n : null, after(e));
      if (!place) return;
      if (!("n" in what)) return put_in(what, place);
      const a = articles_of(board.draft).find((x) => x.n === what.n);
      if (a) void move(a, place, "name");
    });
  }

  function form_of(a: DraftArticle, column: string): HTMLElement {
    const id = `edit-${a.n}`;
    const choice = column_choice(board, column, { id: `${id}-column` });
    const save = async (operation: Operation, title: string): Promise<boolean> => {
      const done = await board.act(operation, () => t("did.edited", { title: quoted(title) }));
      if (!done) return false;
      keep_typed(board.issue, a.title, null);
      open = null;
      draw();
      focus(title);
      return true;
    };
    return field_form({
      board,
      id,
      name: a.title,
      label: t("form.article", { title: a.title }),
      fields: article_fields(a),
      save: t("form.save"),
      saved: async (typed) => {
        const edit = edit_of(a.source, typed);
        if (edit.set || edit.text) return await save({ op: "edit", n: a.n, ...edit }, edit.set?.title ?? a.title);
        shut(a.title);
        return true;
      },
      close: () => shut(a.title),
      more: h(
        "p.to-column",
        null,
        h("label", { for: `${id}-column` }, t("column.into")),
        choice,
        h("button", { type: "button", onclick: () => void move(a, { section: choice.value, at: 0 }, "name") }, t("act.move")),
      ),
    });
  }
  function shut(title: string): void {
    open = null;
    draw();
    if (title === FRONT || title === FRESH) panel.querySelector<HTMLElement>(title === FRONT ? "#front" : "#fresh")?.focus();
    else focus(title);
  }
  function unfold(name: string, id: string): void {
    if (open === name) return shut(name);
    open = name;
    draw();
    panel.querySelector<HTMLElement>(`#${id}`)?.querySelector<HTMLElement>("input, textarea")?.focus();
  }

  function card(a: DraftArticle, column: Column): HTMLElement {
    const is_open = open === a.title;
    const act = (which: string, words: string, does: () => void): HTMLElement =>
      h(`button.plain.act-${which}`, { type: "button", onclick: does, "aria-label": of(words, quoted(a.title)) }, words);
    const up = (): void => void move(a, step(board.draft.columns, a.n, -1), "up");
    const down = (): void => void move(a, step(board.draft.columns, a.n, 1), "down");
    const found = h("span");
    marks.push(() => {
      const open = board.checking === null ? board.findings!.items.filter((f) => f.n === a.n && !f.accepted) : [];
      const errors = open.filter((f) => f.severity === "error").length;
      const words = join([
        errors ? h("span.disagree", null, t("count.errors", { n: errors })) : null,
        open.length > errors ? t("count.others", { n: open.length - errors }) : null,
      ]);
      replace(found, words.length ? [" · ", words] : null);
    });
    const node = h(
      "li.card",
      { id: `card-${a.n}` },
      h(
        "h4",
        { lang: zh() },
        h(
          "button.plain.card-name",
          {
            type: "button",
            "data-keys": "",
            "data-title": a.title,
            "aria-expanded": String(is_open),
            "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown Delete",
            onclick: () => {
              unfold(a.title, `edit-${a.n}`);
              if (open === a.title) opened_article(a.n);
            },
            onkeydown: (e: KeyboardEvent) => {
              if (e.ctrlKey || e.metaKey || e.shiftKey) return;
              if (e.altKey && e.key === "ArrowUp") void move(a, step(board.draft.columns, a.n, -1), "name");
              else if (e.altKey && e.key === "ArrowDown") void move(a, step(board.draft.columns, a.n, 1), "name");
              else if (!e.altKey && e.key === "Delete") void remove(a);
              else return;
              e.preventDefault();
            },
          },
          h("span.n", null, a.n),
          " ",
          a.title,
        ),
      ),
      h(
        "p.meta",
        null,
        join([
          a.sources.length ? h("span", { lang: zh() }, a.sources.join("、")) : t("source.none"),
          day(a.date) ?? t("date.none"),
          is_changed(typed_of(board.issue)[a.title]) ? h("b", null, t("typed.open")) : null,
        ]),
        found,
      ),
      h("p.acts", null, act("up", t("act.up"), up), act("down", t("act.down"), down), act("remove", t("act.remove"), () => void remove(a))),
      is_open ? form_of(a, column.name) : null,
    );
    if (!is_open) draggable(node, () => ({ n: a.n })); // words in a form are selected, not dragged
    takes_drops(node, (n, after) => beside(board.draft.columns, n, a.n, after));
    return node;
  }

  function column_part(column: Column): HTMLElement {
    const head = h("h3", null, column.name ? section_mark(column.name) : t("column.none"), " ", h("span.n", null, column.articles.length));
    takes_drops(head, () => ({ section: column.name, at: 1 }));
    return h("section.part", null, head, h("ol.cards", null, column.articles.map((a) => card(a, column))));
  }

  function front(): Child {
    const f = board.draft.front;
    return [
      h(
        "p.masthead",
        { lang: zh() },
        join([f.name, f.year ? t("front.year", { n: f.year }) : null, f.number ? t("front.number", { n: f.number }) : null, day(f.date), f.publisher]),
        f.name ? null : h("span.muted", null, t("front.none")),
      ),
      h(
        "p.acts",
        null,
        h("button", { type: "button", id: "front", "aria-expanded": String(open === FRONT), onclick: () => unfold(FRONT, "edit-front") }, t("front.edit")),
        h("button", { type: "button", id: "fresh", "aria-expanded": String(open === FRESH), onclick: () => unfold(FRESH, "edit-fresh") }, t("fresh.edit")),
      ),
      open === FRONT
        ? field_form({
            board,
            id: "edit-front",
            name: FRONT,
            label: t("front.edit"),
            fields: front_fields(f),
            save: t("form.save"),
            saved: async (typed) => {
              const set = Object.fromEntries(changed(typed).map((name) => [name, typed.now[name]!.replaceAll("\n", "; ")]));
              if (Object.keys(set).length) {
                const list = Object.keys(set).map(field_label).join(t("between"));
                if (!(await board.act({ op: "edit", n: 0, set }, () => t("did.front", { list })))) return false;
              }
              keep_typed(board.issue, FRONT, null);
              shut(FRONT);
              return true;
            },
            close: () => shut(FRONT),
          })
        : null,
      open === FRESH ? fresh_form() : null,
    ];
  }

  function fresh_form(): HTMLElement {
    const choice = column_choice(board, board.draft.columns[0]?.name ?? "", { id: "edit-fresh-column" });
    return field_form({
      board,
      id: "edit-fresh",
      name: FRESH,
      label: t("fresh.edit"),
      fields: EMPTY,
      save: t("fresh.save"),
      saved: async (typed) => {
        const title = typed.now.title!.trim().replace(/\s+/g, " ");
        if (!(await board.act({ op: "add", text: source_of(typed.now), section: choice.value }, placed(title)))) return false;
        keep_typed(board.issue, FRESH, null);
        open = null;
        draw();
        focus(title);
        return true;
      },
      close: () => shut(FRESH),
      more: h("p.to-column", null, h("label", { for: "edit-fresh-column" }, t("column.into")), choice),
    });
  }

  // What was typed for an article that has since gone or got another headline.
  function left_over(): Child {
    const titles = new Set(articles_of(board.draft).map((a) => a.title));
    return Object.entries(typed_of(board.issue))
      .filter(([name, typed]) => name !== FRONT && name !== FRESH && !titles.has(name) && is_changed(typed))
      .map(([name, typed]) =>
        h(
          "div.note.left-over",
          null,
          h("p", null, mixed(t("typed.gone", { title: quoted(name) }))),
          h("pre", { lang: zh() }, typed.now.text || typed.now.title!),
          h(
            "p.acts",
            null,
            h(
              "button",
              {
                type: "button",
                onclick: () => {
                  keep_typed(board.issue, FRESH, { was: EMPTY, now: { ...typed.now } });
                  keep_typed(board.issue, name, null);
                  open = null;
                  unfold(FRESH, "edit-fresh");
                },
              },
              t("typed.as_new"),
            ),
            h(
              "button",
              {
                type: "button",
                onclick: () => {
                  keep_typed(board.issue, name, null);
                  draw();
                  panel.querySelector<HTMLElement>("h2")?.focus();
                },
              },
              t("typed.drop"),
            ),
          ),
        ),
      );
  }

  const mark = (): void => marks.forEach((draw) => draw());
  function draw(): void {
    const count = articles_of(board.draft).length;
    marks = [];
    replace(
      body,
      h("h2", { id: "issue-title", tabindex: -1 }, t("pane.issue"), " ", h("span.n", null, t("count.articles", { n: count }))),
      front(),
      left_over(),
      count ? board.draft.columns.map(column_part) : h("p.state", null, t("issue.empty")),
    );
    mark();
  }
  // Drawn anew, the focus stays with what had it.
  function redraw(): void {
    const had = document.activeElement as HTMLElement | null;
    const inside = had && panel.contains(had) ? had : null;
    const title = inside?.closest(".card")?.querySelector<HTMLElement>(".card-name")?.dataset.title;
    const which = inside?.className.match(/act-(\w+)/)?.[1] ?? "name";
    const id = inside?.id;
    const at = inside instanceof HTMLInputElement || inside instanceof HTMLTextAreaElement ? inside.selectionStart : null;
    draw();
    if (!inside) return;
    const again = id ? document.getElementById(id) : null;
    if (again) {
      again.focus({ preventScroll: true });
      if (at !== null && (again instanceof HTMLTextAreaElement || again instanceof HTMLInputElement) && again.type !== "checkbox") again.setSelectionRange(at, at);
    } else if (title) focus(title, which);
  }
  board.on("moved", redraw);
  board.on("findings", mark);
  draw();
  return {
    panel,
    show: (n) => {
      const a = articles_of(board.draft).find((x) => x.n === n);
      if (a) focus(a.title);
      document.getElementById(`card-${n}`)?.scrollIntoView({ block: "nearest" });
    },
  };
}
