// What is wrong in the archive, in reading order: issue, article, line. Each finding has its words, its computation and its rule.
import { address, get, part } from "../base/api";
import { go, with_query } from "../base/address";
import { h, join, type Child } from "../base/dom";
import { t, word } from "../base/language";
import type { Page } from "../base/page";
import type { Finding, IssueBrief, List } from "../base/records";
import { finding_note } from "../parts/finding";
import { downloads, heading, issue_name, paging, told, zh } from "../parts/pieces";
import { empty } from "../parts/states";
import { words } from "../texts/words";

export const check_tabs = (now: "archive" | "manuscript" | "rules"): Node =>
  h(
    "p.choose.tabs",
    null,
    join(
      [
        h("a", { href: "/findings", "aria-current": now === "archive" ? "page" : null }, t("checks.archive")),
        h("a", { href: "/check", "aria-current": now === "manuscript" ? "page" : null }, t("checks.manuscript")),
        h("a", { href: "/rules", "aria-current": now === "rules" ? "page" : null }, t("checks.rules")),
      ],
      "  ",
    ),
  );

function chips(name: "kind" | "severity", codes: string[], list: "kinds" | "severities", chosen: string | null): Child {
  return h(
    "p.choose",
    null,
    join(
      [
        h("a", { href: with_query({ [name]: null }), "aria-current": chosen ? null : "true" }, t("all")),
        ...codes.map((c) => h("a", { href: with_query({ [name]: c }), "aria-current": chosen === c ? "true" : null }, word(list, c))),
      ],
      "  ",
    ),
  );
}

export function in_order(list: Finding[]): Child {
  const out: Child[] = [];
  let issue = "",
    article = "";
  let here: HTMLElement | null = null;
  for (const f of list) {
    if (f.issue !== issue) {
      issue = f.issue;
      article = "";
      out.push(h("h2", { lang: zh() }, h("a", { href: `/issues/${part(issue)}` }, issue)));
    }
    if (f.article_id !== article || !here) {
      article = f.article_id;
      out.push(
        (here = h(
          "section.found-in",
          null,
          h(
            "h3",
            null,
            h("a.title", { href: `/articles/${part(f.article_id)}`, lang: zh(), "data-keys": "" }, f.article_title ?? t("finding.whole")),
          ),
          h("p.meta", null, f.section ? word("sections", f.section) : null),
        )),
      );
    }
    here.append(h("div", null, finding_note(f, false, true, true)));
  }
  return out;
}

export const checks: Page = async ({ query, signal }) => {
  const asked = { issue: query.get("issue"), kind: query.get("kind"), severity: query.get("severity"), cursor: query.get("cursor") };
  const [list, issues] = await Promise.all([
    get<List<Finding>>("/findings", asked, signal),
    get<List<IssueBrief>>("/issues", { limit: 200 }, signal),
  ]);
  const choose = h<HTMLSelectElement>(
    "select",
    { id: "issue", lang: zh(), onchange: () => go(with_query({ issue: choose.value || null })) },
    h("option", { value: "" }, t("checks.every_issue")),
    issues.items.map((i) => h("option", { value: i.id, selected: i.id === asked.issue }, `${i.id} ${issue_name(i)}`)),
  );
  return {
    title: t("nav.checks"),
    data: address("/findings", asked),
    body: [
      heading(t("checks.title")),
      check_tabs("archive"),
      h(
        "div.filters",
        null,
        h("p", null, h("label", { for: "issue" }, t("field.issue")), " ", choose),
        chips("severity", Object.keys(words.severities), "severities", asked.severity),
        chips("kind", Object.keys(words.kinds), "kinds", asked.kind),
      ),
      h("p.found", null, h("b", null, told(list.total, "count.findings")), " ", downloads("/findings", asked)),
      list.items.length
        ? in_order(list.items)
        : empty(
            t("checks.none"),
            asked.kind || asked.severity || asked.issue ? h("a", { href: "/findings" }, t("list.none.advice")) : t("checks.none.says"),
          ),
      paging(list),
    ],
  };
};
