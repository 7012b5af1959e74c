// The desk: the list of drafts, and one draft with its pile, the issue by columns, and what is made of it. Three columns side by side; in a
// narrow window three tabs.
import { get, part } from "../base/api";
import { go, quietly } from "../base/address";
import { h, join, replace, type Child } from "../base/dom";
import { mixed, t as ui } from "../base/language";
import type { Page } from "../base/page";
import type { IssueBrief, List } from "../base/records";
import { heading, issue_name, zh } from "../parts/pieces";
import { tab_list } from "../parts/tabs";
import { Board, draft_of, editor, fetched, operate, sign } from "../desk/board";
import { checks } from "../desk/checks";
import { says } from "../desk/failures";
import { issue_column } from "../desk/issue";
import { moment, what, who } from "../desk/pieces";
import { pile_column } from "../desk/pile";
import { preview } from "../desk/preview";
import { publishing } from "../desk/publish";
import type { DraftRow } from "../desk/records";
import { t } from "../desk/texts";
import { behind_token } from "../desk/token";
import { versions } from "../desk/versions";

const again = (): void => go(location.pathname + location.search, "replace");

function name_field(): HTMLElement {
  const field = h<HTMLInputElement>("input", { id: "editor", value: editor(), autocomplete: "name", lang: "zh-CN", oninput: () => sign(field.value.trim()) });
  return h("p.editor", null, h("label", { for: "editor" }, t("editor")), field);
}

const row = (d: DraftRow): HTMLElement =>
  h(
    "li",
    null,
    h("a.title", { href: `/desk/${part(d.issue)}`, "data-keys": "" }, d.issue),
    " ",
    h(
      "span.muted",
      null,
      join([t("version", { n: d.version }), d.edition ? t("version.edition", { n: d.edition }) : t("drafts.unpublished"), who(d.by), moment(d.at)]),
    ),
    h("span.n", null, ui("count.articles", { n: d.articles })),
  );

export const drafts: Page = ({ signal }) =>
  behind_token(t("desk.title"), again, async () => {
    const [list, issues] = await Promise.all([
      fetched<{ items: DraftRow[] }>("/drafts", { limit: 200 }, signal),
      get<List<IssueBrief>>("/issues", { limit: 200 }, signal),
    ]);
    const wrong = h("div", { role: "alert" });
    const id = h<HTMLInputElement>("input", { id: "new-issue", required: true, autocomplete: "off", placeholder: "2023-18", size: 12 });
    const from = h<HTMLSelectElement>(
      "select",
      { id: "new-from" },
      h("option", { value: "" }, t("new.empty")),
      issues.items.map((i) => h("option", { value: i.id, lang: zh() }, i.title ? `${i.id} ${issue_name(i)}` : i.id)),
    );
    const make = async (): Promise<void> => {
      replace(wrong);
      try {
        await operate(id.value.trim(), 0, { op: "new", ...(from.value ? { from: from.value } : {}) });
        go(`/desk/${part(id.value.trim())}`);
      } catch (error) {
        replace(wrong, h("p.note", null, mixed(says(error))));
        id.focus();
      }
    };
    return {
      title: t("desk.title"),
      data: "/drafts",
      body: [
        heading(t("desk.title")),
        h("p.lead", null, t("desk.lead")),
        name_field(),
        h(
          "section",
          null,
          h("h2", null, t("drafts.title")),
          list.items.length ? h("ol.names.long.issues", null, list.items.map(row)) : h("p.state", null, t("drafts.none")),
        ),
        h(
          "section",
          null,
          h("h2", null, t("new.title")),
          h(
            "form.day",
            {
              id: "new-draft",
              onsubmit: (e: Event) => {
                e.preventDefault();
                void make();
              },
            },
            h("label", { for: "new-issue" }, t("new.id")),
            id,
            h("label", { for: "new-from" }, t("new.from")),
            from,
            h("button", { type: "submit" }, t("new.make")),
          ),
          wrong,
        ),
      ],
    };
  });

const NARROW = "(max-width: 1099px)";

export const desk: Page = ({ parts: [issue = ""], query, signal }) =>
  behind_token(issue, again, async () => {
    const board = new Board(await draft_of(issue, null, signal), signal);
    const made_tabs = { open: (_id: string): void => undefined };
    const shown = { open: (_id: string): void => undefined };

    const head = h("div.desk-head");
    const trouble = h("div", { role: "alert" });
    const did = h("p.did", { role: "status" });
    const undo = h<HTMLButtonElement>("button", { type: "button", id: "undo" }, t("undo"));
    undo.addEventListener("click", () => {
      const last = board.draft;
      void board.act({ op: "undo" }, (draft) => t("did.undone", { version: last.version, now: draft.version })).then(() => undo.focus());
    });
    const draw_head = (): void => {
      const d = board.draft;
      replace(
        head,
        h("p", null, h("a", { href: "/desk" }, t("desk.title"))),
        heading(issue),
        h(
          "p.muted",
          null,
          join([
            [t("version", { n: d.version }), ui("colon"), what(d)],
            who(d.by),
            moment(d.at),
            board.edition ? t("version.edition", { n: board.edition }) : t("drafts.unpublished"),
          ]),
        ),
      );
      undo.disabled = d.parent === 0;
    };
    const draw_trouble = (): void => {
      if (!board.trouble) return replace(trouble);
      const { later } = board;
      const load: Child = h(
        "button",
        {
          type: "button",
          id: "load-theirs",
          onclick: () => void board.load((draft) => t("did.loaded", { version: draft.version })).then((done) => done && document.getElementById("issue-title")?.focus()),
        },
        t("conflict.load", { version: later.at(-1)?.version ?? 0 }),
      );
      replace(
        trouble,
        later.length
          ? h(
              "div.note.conflict",
              null,
              h("p", null, t("conflict.says", { version: board.draft.version })),
              h("ul", null, later.map((v) => h("li", null, join([t("version", { n: v.version }), who(v.by), what(v), moment(v.at)])))),
              h("p", null, t("conflict.kept"), " ", load),
            )
          : h("p.note", null, mixed(board.trouble)),
      );
    };
    board.on("moved", draw_head);
    board.on("trouble", draw_trouble);
    board.on("told", () => replace(did, mixed(board.did)));

    const issue_part = issue_column(board, (n) => page.show(n));
    const to_article = (n: number): void => {
      shown.open("issue");
      issue_part.show(n);
      page.show(n);
    };
    const page = preview(board, signal);
    const pile = pile_column(board, to_article);
    const look = (version: number): void => {
      page.look(version);
      made_tabs.open("preview");
    };
    const panels = {
      preview: page.panel,
      checks: checks(board, to_article),
      versions: versions(board, look),
      publish: publishing(board, () => made_tabs.open("checks")),
    };
    const opened = query.get("show") ?? "preview";
    const seen = (): void => page.seen(made.now() === "preview" && !made_panel.hidden);
    const made = tab_list(
      "made",
      t("pane.made"),
      [
        { id: "preview", words: t("pane.preview"), panel: panels.preview },
        { id: "checks", words: t("pane.checks"), panel: panels.checks },
        { id: "versions", words: t("pane.versions"), panel: panels.versions },
        { id: "publish", words: t("pane.publish"), panel: panels.publish },
      ],
      opened,
      (id) => {
        quietly({ show: id === "preview" ? null : id });
        seen();
      },
    );
    board.on("findings", () => {
      const found = board.findings;
      const n = found ? found.items.filter((f) => !f.accepted).length : 0;
      made.label("checks", [t("pane.checks"), n && board.checking === null ? [" ", h("span.n", null, n)] : null]);
    });
    const made_panel = h(
      "section.desk-column.made-column",
      { "aria-labelledby": "made-title" },
      h("h2", { id: "made-title", tabindex: -1 }, t("pane.made")),
      made.list,
      Object.values(panels),
    );
    const columns = tab_list(
      "pane",
      t("panes"),
      [
        { id: "pile", words: t("pane.pile"), panel: pile },
        { id: "issue", words: t("pane.issue"), panel: issue_part.panel },
        { id: "made", words: t("pane.made"), panel: made_panel },
      ],
      query.get("pane") ?? "issue",
      (id) => {
        quietly({ pane: id === "issue" ? null : id });
        seen();
      },
      matchMedia(NARROW),
    );
    shown.open = (id) => columns.open(id);
    made_tabs.open = (id) => {
      columns.open("made");
      made.open(id, true);
    };
    draw_head();
    return {
      title: `${issue} · ${t("desk.title")}`,
      wide: true,
      data: `/drafts/${part(issue)}`,
      body: h(
        "div.desk",
        null,
        h("div.desk-top", null, head, h("div.desk-doing", null, name_field(), undo)),
        trouble,
        did,
        columns.list,
        h("div.desk-columns", null, pile, issue_part.panel, made_panel),
      ),
      shown: () => {
        seen();
        board.check(0);
        if (location.hash.startsWith("#card-")) issue_part.show(Number(location.hash.slice(6)));
      },
    };
  });
