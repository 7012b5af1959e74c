// What this is, from what and how it was made: the archive, the program's version, its data and their licences, the method in short.
import { API, get } from "../base/api";
import { h, join } from "../base/dom";
import { count } from "../base/figures";
import { mixed, t, type Key } from "../base/language";
import type { Page } from "../base/page";
import type { Archive } from "../base/records";
import { heading, rows, zh } from "../parts/pieces";

interface About {
  version: string;
  archive_format?: number;
  license?: string;
  rules?: number;
  sources?: { name: string; articles: number }[];
}
const METHOD: Key[] = ["about.method.text", "about.method.rules", "about.method.conflict", "about.method.checks", "about.method.search"];

export const about: Page = async ({ signal }) => {
  const [about, archive] = await Promise.all([get<About>("/about", {}, signal), get<Archive>("/archive", {}, signal)]);
  return {
    title: t("nav.about"),
    data: "/about",
    body: [
      heading(t("about.title")),
      h("p.lead", null, t("about.lead")),
      h(
        "section",
        null,
        h("h2", null, t("about.archive")),
        rows([
          [t("about.name"), mixed(archive.name)],
          [t("about.version"), about.version],
          [t("about.span"), archive.first_date ? join([archive.first_date, archive.last_date], " – ") : null],
          [t("field.issue"), count(archive.issues)],
          [t("articles.title"), count(archive.articles)],
          [t("observations.title"), count(archive.observations ?? 0)],
          [t("nav.policies"), count(archive.policies ?? 0)],
          [t("entities.title"), count(archive.entities ?? 0)],
          [t("about.generation"), String(archive.generation)],
          [t("about.format"), about.archive_format ?? null],
          [t("checks.rules"), about.rules ? h("a", { href: "/rules" }, count(about.rules)) : null],
          [t("about.license"), about.license ?? null],
        ]),
      ),
      h(
        "section",
        null,
        h("h2", null, t("about.method")),
        h(
          "ul.method",
          null,
          METHOD.map((k) => h("li", null, t(k))),
        ),
      ),
      h(
        "section",
        null,
        h("h2", null, t("about.data")),
        h(
          "ul.method",
          null,
          h("li", null, h("a", { href: `${API}/openapi.json`, target: "_blank", rel: "noopener" }, "OpenAPI")),
          h("li", null, h("a", { href: `${API}/articles.atom` }, t("about.atom"))),
          h("li", null, h("a", { href: `${API}/policies.ics`, download: "" }, t("policies.calendar"))),
        ),
      ),
      about.sources?.length
        ? h(
            "section",
            null,
            h("h2", null, t("about.sources")),
            h(
              "ul.names",
              null,
              about.sources.map((s) =>
                h(
                  "li",
                  null,
                  h("a", { href: `/articles?source=${encodeURIComponent(s.name)}`, lang: zh() }, s.name),
                  " ",
                  h("span.n", null, count(s.articles)),
                ),
              ),
            ),
          )
        : null,
    ],
  };
};
