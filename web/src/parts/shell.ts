// The frame of every page: a way past the navigation, one line with name, pages, search, language and light, the main part, the foot.
import { go, here, with_query, type Place } from "../base/address";
import { API } from "../base/api";
import { h, replace } from "../base/dom";
import { keep, kept, language, mixed, other_language, t, type Key } from "../base/language";
import { show_keys } from "./keys";
import { vane } from "./vane";

const PAGES: [string, Key][] = [
  ["/", "nav.overview"],
  ["/search", "nav.search"],
  ["/series", "nav.series"],
  ["/policies", "nav.policies"],
  ["/checks", "nav.checks"],
  ["/comply", "nav.comply"],
  ["/entities", "nav.entities"],
  ["/places", "nav.places"],
  ["/desk", "nav.desk"],
  ["/about", "nav.about"],
];
const HOME: Record<string, string> = { "/checks": "/findings" };
const THEME = "fengbiao.light";
const THEMES = ["auto", "light", "dark"] as const;
const THEME_WORDS: Record<(typeof THEMES)[number], Key> = { auto: "light.auto", light: "light.light", dark: "light.dark" };

type Theme = (typeof THEMES)[number];
const theme = (): Theme => ((THEMES as readonly string[]).includes(kept(THEME) ?? "") ? (kept(THEME) as Theme) : "auto");

export function set_theme(wanted: Theme = theme()): void {
  keep(THEME, wanted === "auto" ? null : wanted);
  if (wanted === "auto") delete document.documentElement.dataset.light;
  else document.documentElement.dataset.light = wanted;
  document.dispatchEvent(new Event("light"));
}

export interface Frame {
  root: DocumentFragment;
  main: HTMLElement;
  update(nav: string, place: Place): void;
  foot(data: string | null): void;
  offer_desk(): void; // the server has a desk: its entry shows
  say(words: string): void;
  wait(): void; // the same page comes late: it is told
  ready(): void;
}

function search_box(place: Place): Node {
  if (place.path === "/search") return h("span"); // the page has the field itself
  const field = h<HTMLInputElement>("input", {
    type: "search",
    name: "q",
    id: "find",
    autocomplete: "off",
    placeholder: t(matchMedia("(max-width: 760px)").matches ? "search.placeholder.short" : "search.placeholder"),
    "aria-label": t("nav.search"),
    "aria-keyshortcuts": "/",
  });
  return h(
    "form.find",
    {
      role: "search",
      "aria-label": t("search.whole"),
      action: "/search",
      onsubmit: (e: Event) => {
        e.preventDefault();
        if (field.value.trim()) go(`/search?q=${encodeURIComponent(field.value.trim())}`);
        else go("/search");
      },
    },
    field,
  );
}

function choices(): Node {
  const to = other_language();
  const light = h("button.plain", { type: "button", id: "light" });
  const tell = () => replace(light, theme() === "auto" ? null : h("span.quiet", null, t("light.label")), t(THEME_WORDS[theme()]));
  light.addEventListener("click", () => {
    set_theme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
    tell();
  });
  tell();
  const there = (): string => with_query({ lang: to, cursor: here().query.get("cursor") });
  // The query may have changed without a redraw.
  const link = h<HTMLAnchorElement>(
    "a",
    { href: there(), lang: to === "zh" ? "zh-CN" : "en", id: "language", hreflang: to, onclick: () => (link.href = there()) },
    to === "zh" ? "中文" : "English",
  );
  return h("span.choices", null, link, light);
}

export function shell(): Frame {
  const main = h("main", { id: "main", tabindex: -1 });
  const header = h("header.top");
  const footer = h("footer.foot");
  let with_desk = false;
  const root = document.createDocumentFragment();
  // A printed page says at its foot where it stands.
  const paper = h("span.on-paper");
  addEventListener("beforeprint", () => replace(paper, t("name"), " · ", mixed(decodeURI(location.origin + with_query({ lang: null })))));
  const skip = h("a.skip", {
    href: "#main",
    onclick: (e: Event) => {
      e.preventDefault();
      main.focus();
    },
  });
  root.append(skip, header, main, footer);
  const slow = h("p.slow", { role: "status" });
  root.append(slow);
  return {
    root,
    main,
    wait() {
      slow.textContent = t("state.waiting");
    },
    ready() {
      slow.textContent = "";
    },
    update(nav, place) {
      skip.textContent = t("nav.skip");
      const links = PAGES.map(([path, key]) =>
        h("a", { href: HOME[path] ?? path, "aria-current": path === nav ? "page" : null, hidden: path === "/desk" && !with_desk }, t(key)),
      );
      replace(
        header,
        h(
          "div.line",
          null,
          h("a.name", { href: "/", "aria-label": t("name.home") }, vane(), h("span", null, t("name"))),
          h("nav", { "aria-label": t("nav.label") }, links),
          search_box(place),
          choices(),
        ),
      );
      this.foot(null);
    },
    foot(data) {
      replace(
        footer,
        h(
          "div.line",
          null,
          h("span", null, t("foot.words")),
          paper,
          data ? h("a", { href: data.startsWith(API) ? data : API + data, target: "_blank", rel: "noopener" }, t("foot.data")) : null,
          h("a", { href: `${API}/articles.atom` }, "Atom"),
          h("button.plain", { type: "button", onclick: () => show_keys() }, t("keys.title"), " ", h("kbd", null, "?")),
        ),
      );
    },
    offer_desk() {
      with_desk = true;
      header.querySelector('nav a[href="/desk"]')?.removeAttribute("hidden");
    },
    say(words) {
      const box = document.getElementById("say");
      if (box) box.textContent = words;
    },
  };
}

export const chinese = (): string | null => (language() === "zh" ? null : "zh-CN");
