// An article as printed. Numbers have a thin underline, names a dotted one, documents a rule in the margin; each is a link whose sheet
// shows the record, why it was read so, and the printed line. The selected mark stands in the address (?record=).
import { get, part } from "../base/api";
import { here, quietly } from "../base/address";
import { h, join, type Child } from "../base/dom";
import { figure, period } from "../base/figures";
import { language, mixed, t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Article, ArticleBrief, Entity, Mark, Observation, PolicyReport, Told } from "../base/records";
import { citation } from "../parts/citation";
import { finding_note } from "../parts/finding";
import { apart } from "../parts/marks";
import { article_link, day, issue_name, printed, section_mark, zh } from "../parts/pieces";
import { entity_body, observation_body, observation_title, policy_body } from "../parts/record";
import { focus_returns, show_sheet } from "../parts/sheet";

const key_of = (m: Mark): string => m.record ?? m.entity ?? "";

function sheet_for(host: HTMLElement, m: Mark, a: Article, from: HTMLElement | null, focus: boolean): void {
  const key = key_of(m);
  if (!key) return;
  show_sheet(host, from, key, focus, async (signal) => {
    if (m.kind === "number") {
      const told = await get<Told<Observation>>(`/observations/${part(key)}`, {}, signal);
      return { title: observation_title(told.record), body: observation_body(told, false) };
    }
    if (m.kind === "policy") {
      const told = await get<Told<PolicyReport>>(`/policies/${part(key)}`, {}, signal);
      const name = (told.record ?? (told as unknown as PolicyReport)).name;
      return { title: h("span", { lang: zh() }, `《${name}》`), body: policy_body(told, false) };
    }
    const e = await get<Entity>(`/entities/${part(key)}`, {}, signal);
    const figures = a.observations.filter((o) => o.entity_id === key || o.area_code === key);
    return {
      title: h("span", { lang: zh() }, e.name),
      body: [
        entity_body(e),
        figures.length
          ? [
              h("h3", null, t("entity.here")),
              h(
                "ul.plain",
                null,
                figures.map((o) =>
                  h(
                    "li",
                    null,
                    h("b", null, mixed(figure(o))),
                    " ",
                    h("span", { lang: zh() }, o.indicator),
                    " ",
                    h("span.muted", null, period(o.period)),
                  ),
                ),
              ),
            ]
          : null,
      ],
    };
  });
}

function paragraph(text: string, index: number, a: Article, host: () => HTMLElement): HTMLElement {
  const marks = apart(a.marks.filter((m) => m.paragraph === index));
  const out: Child[] = [];
  let at = 0;
  for (const m of marks) {
    out.push(text.slice(at, m.begin));
    const key = key_of(m);
    const words = text.slice(m.begin, m.end);
    if (!key) out.push(words);
    else {
      const link: HTMLElement = h(
        `a.mark.mark-${m.kind}`,
        {
          href: `?record=${encodeURIComponent(key)}`,
          "data-key": key,
          "aria-describedby": `about-${m.kind}`,
          onclick: (e: MouseEvent) => {
            if (e.metaKey || e.ctrlKey || e.shiftKey) return;
            e.preventDefault();
            sheet_for(host(), m, a, link, true);
          },
          onfocus: () => {
            if (!focus_returns() && link.matches(":focus-visible") && !link.classList.contains("on")) sheet_for(host(), m, a, link, false);
          },
        },
        words,
      );
      out.push(link);
    }
    at = m.end;
  }
  out.push(text.slice(at));
  return h(a.headings?.includes(index) ? "p.heading" : "p", { id: `p${index + 1}` }, out);
}

const step = (a: ArticleBrief | null, key: "article.previous" | "article.next", rel: string): Child =>
  a ? h("a", { href: `/articles/${part(a.id)}`, rel, class: rel }, h("span.muted", null, t(key)), h("span", { lang: zh() }, a.title)) : h("span");

function around(a: Article): Child {
  const list = (title: string, items: ArticleBrief[], why: boolean): Child =>
    items.length
      ? h(
          "section",
          null,
          h("h2", null, title),
          h(
            "ul.plain",
            null,
            items.map((r) =>
              h(
                "li",
                null,
                article_link(r),
                h("div.muted", { lang: zh() }, join([day(r.date), why ? (Array.isArray(r.why) ? r.why.join(t("comma")) : r.why) : null])),
              ),
            ),
          ),
        )
      : null;
  return h("div.around", null, list(t("article.same_story"), a.same_story ?? [], false), list(t("article.related"), a.related ?? [], true));
}

function figures_here(a: Article, host: () => HTMLElement): Child {
  if (!a.observations.length) return null;
  return h(
    "details.figures-here",
    null,
    h("summary", null, t("article.figures", { n: a.observations.length })),
    h(
      "ul.plain",
      null,
      a.observations.map((o) =>
        h(
          "li",
          null,
          h(
            "a",
            {
              href: `?record=${encodeURIComponent(o.id)}`,
              onclick: (e: MouseEvent) => {
                e.preventDefault();
                const mark = document.querySelector<HTMLElement>(`.mark[data-key="${CSS.escape(o.id)}"]`);
                mark?.scrollIntoView({ block: "center" });
                sheet_for(
                  host(),
                  { paragraph: 0, begin: 0, end: 0, kind: "number", record: o.id, entity: null, label: null },
                  a,
                  mark ?? (e.currentTarget as HTMLElement),
                  true,
                );
              },
            },
            h("b", null, mixed(figure(o))),
          ),
          " ",
          h("span", { lang: zh() }, [o.area === "中国" ? "" : o.area, o.entity, o.indicator].filter(Boolean).join(" ")),
          " ",
          h("span.muted", null, period(o.period)),
        ),
      ),
    ),
  );
}

// Whose the text is, and what may be passed on of it.
function rights(a: Article): Child {
  if (!a.rights) return null;
  const who = a.sources.length ? a.sources.join(language() === "zh" ? "、" : ", ") : t("article.rights.nobody");
  const share = a.rights.share
    .split(", ")
    .map((code) => word("rights", code))
    .join(language() === "zh" ? "、" : ", ");
  return h(
    "section.rights",
    null,
    h("h2", null, t("article.rights")),
    h("p.muted", null, a.rights.text === "owner" ? mixed(t("article.rights.owner", { who })) : null, " ", t("article.rights.share", { what: share })),
  );
}

export const article: Page = async ({ parts: [id = ""], query, signal }) => {
  const a = await get<Article>(`/articles/${part(id)}`, {}, signal);
  const body = h("article.text", { lang: zh(), "aria-labelledby": "title" });
  const layout = h("div.reading");
  const host = (): HTMLElement => layout;
  const lines = h("details.lines", null, h("summary", null, t("article.lines", { from: a.line_start, to: a.line_end })));
  lines.addEventListener(
    "toggle",
    () => {
      if (lines.children.length === 1) lines.append(printed(a.lines ?? [], a.line_start, a.line_end));
    },
    { once: true },
  );
  body.append(
    h(
      "p.position",
      { lang: language() === "zh" ? null : "en" },
      join([
        section_mark(a.section),
        h("a", { href: `/issues/${part(a.issue.id)}` }, h("span", { lang: zh() }, issue_name(a.issue))),
        a.issue.articles ? t("article.position", { n: a.n, of: a.issue.articles }) : t("article.position.alone", { n: a.n }),
      ]),
    ),
    h("h1", { tabindex: -1, id: "title", lang: zh() }, a.title),
    ...a.paragraphs.map((p, i) => paragraph(p, i, a, host)),
    ...(a.author_note ? [h("p.author", null, a.author_note)] : []),
    h(
      "p.source-line",
      null,
      join(
        [
          a.sources.length ? `${t("article.source")}${a.sources.join("、")}` : t("article.no_source"),
          a.selected_by ? `${t("article.selected_by")}${a.selected_by}` : null,
          a.date,
        ],
        "　",
      ),
    ),
  );
  const aside = h(
    "div.beside",
    { lang: language() === "zh" ? null : "en" },
    h("p.quiet", { id: "about-number" }, t("mark.number")),
    h("p.quiet", { id: "about-name" }, t("mark.name")),
    h("p.quiet", { id: "about-policy" }, t("mark.policy")),
    h(
      "p.legend",
      { "aria-hidden": "true" },
      h("span.mark-number", null, t("legend.number")),
      h("span.mark-name", null, t("legend.name")),
      h("span.legend-policy", null, t("legend.policy")),
    ),
    figures_here(a, host),
    a.findings?.length
      ? h(
          "section",
          null,
          h("h2", null, t("article.findings", { n: a.findings.length })),
          h(
            "ul.plain",
            null,
            a.findings.map((f) => h("li", null, finding_note(f, true))),
          ),
        )
      : null,
    around(a),
    lines,
    rights(a),
    citation(`/articles/${part(a.id)}`),
  );
  layout.append(body, aside);
  const wanted = query.get("record");
  return {
    title: a.title,
    wide: true,
    data: `/articles/${part(id)}`,
    body: [
      layout,
      h("nav.steps", { "aria-label": t("article.steps") }, step(a.previous, "article.previous", "prev"), step(a.next, "article.next", "next")),
    ],
    shown: () => {
      if (!wanted) return;
      const mark = body.querySelector<HTMLElement>(`.mark[data-key="${CSS.escape(wanted)}"]`);
      const found =
        a.marks.find((m) => key_of(m) === wanted) ??
        (a.observations.some((o) => o.id === wanted)
          ? { paragraph: 0, begin: 0, end: 0, kind: "number" as const, record: wanted, entity: null, label: null }
          : null) ??
        (a.policies.some((p) => p.id === wanted)
          ? { paragraph: 0, begin: 0, end: 0, kind: "policy" as const, record: wanted, entity: null, label: null }
          : null);
      if (!found) quietly({ record: null });
      else {
        sheet_for(layout, found, a, mark, false);
        requestAnimationFrame(() => (here().query.get("record") ? mark?.scrollIntoView({ block: "center" }) : undefined));
      }
    },
  };
};
