// The application: one line of navigation, one main part drawn from the address, one foot. What changes the address draws the main part
// anew; the focus stays where it was when only the query changed, and goes to the heading when another page came.
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/lists.css";
import "./style/article.css";
import "./style/policies.css";
import "./style/checks.css";
import "./style/series.css";
import "./style/desk.css";
import "./style/print.css";
import { get } from "./base/api";
import { here, left_at, listen, type Place } from "./base/address";
import { h, replace } from "./base/dom";
import { set_language, t } from "./base/language";
import type { Page } from "./base/page";
import { failed, missing, waiting } from "./parts/states";
import { keys } from "./parts/keys";
import { close_sheet } from "./parts/sheet";
import { set_theme, shell } from "./parts/shell";
import { routes } from "./routes";

const frame = shell();
let going: AbortController | null = null;
let drawn_path = "",
  drawn_cursor: string | null = null;

function route(path: string): { page: () => Promise<Page>; nav: string; parts: string[] } | null {
  for (const r of routes) {
    const m = path.match(r.path);
    if (m) return { page: r.page, nav: r.nav, parts: m.slice(1).map((p) => decodeURIComponent(p ?? "")) };
  }
  return null;
}

// A control is known again by its id after the page was drawn anew, and keeps what was typed into it meanwhile.
function focus_kept(): () => void {
  const had = document.activeElement as HTMLInputElement | null;
  const id = had?.id;
  if (!id || !frame.main.contains(had)) return () => undefined;
  const at = had.type === "text" || had.type === "search" ? had.selectionStart : null;
  return () => {
    const now = document.getElementById(id) as HTMLInputElement | null;
    if (now && at !== null && had.value !== had.defaultValue) now.value = had.value;
    now?.focus({ preventScroll: true });
    if (at !== null && now?.setSelectionRange) now.setSelectionRange(at, at);
  };
}

// The desk has its entry where the server has one.
let asked_desk = false;
async function offer_desk(): Promise<void> {
  if (asked_desk) return;
  asked_desk = true;
  try {
    if ((await get<{ desk?: boolean }>("/about")).desk) frame.offer_desk();
  } catch {
    asked_desk = false; // reading wants a token, or the server is away: asked again with the next page
  }
}

async function draw(place: Place, how: "push" | "replace" | "back" | "first"): Promise<void> {
  going?.abort();
  const mine = (going = new AbortController());
  set_language(place.query.get("lang"));
  const same = place.path === drawn_path;
  close_sheet(false);
  const found = route(location.pathname);
  frame.update(found?.nav ?? "", place);
  // Another page gives way to words; the same page stays while its list comes, so that nobody loses what they type.
  const late = setTimeout(
    () => {
      if (mine.signal.aborted) return;
      if (same) frame.wait();
      else replace(frame.main, waiting());
    },
    same ? 400 : 150,
  );
  frame.main.setAttribute("aria-busy", "true");
  let kept: () => void = () => undefined;
  try {
    if (!found) {
      clearTimeout(late);
      replace(frame.main, missing());
      document.title = t("state.missing") + " · " + t("name");
    } else {
      const page = await found.page();
      const drawn = await page({ parts: found.parts, query: place.query, signal: mine.signal });
      if (mine.signal.aborted) return;
      clearTimeout(late);
      document.title = `${drawn.title} · ${t("name")}`;
      frame.main.classList.toggle("wide", drawn.wide === true);
      if (same) kept = focus_kept();
      replace(frame.main, drawn.body);
      frame.foot(drawn.data ?? null);
      drawn.shown?.();
    }
  } catch (error) {
    clearTimeout(late);
    if (mine.signal.aborted) return;
    replace(
      frame.main,
      failed(error, () => void draw(here(), "replace")),
    );
    document.title = t("state.failed") + " · " + t("name");
  }
  frame.main.removeAttribute("aria-busy");
  frame.ready();
  void offer_desk();
  const cursor = place.query.get("cursor");
  settle(how, same && cursor === drawn_cursor, kept);
  drawn_path = place.path;
  drawn_cursor = cursor;
}

// `same`: only a filter changed. Another page begins at its top with the focus on its heading; going back and loading again come to where
// the page was left.
function settle(how: string, same: boolean, kept: () => void): void {
  const left = left_at();
  const spot = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const come_back = (how === "back" || how === "first") && left.y !== undefined;
  if (come_back) scrollTo(0, left.y!);
  else if (spot) spot.scrollIntoView();
  else if (how === "push" && !same) scrollTo(0, 0);
  if (spot && !come_back) spot.focus({ preventScroll: true });
  else if (same && how !== "back") kept();
  else if (how !== "first") {
    const link = how === "back" && left.link ? frame.main.querySelector<HTMLElement>(`a[href="${CSS.escape(left.link)}"]`) : null;
    (link ?? frame.main.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
    frame.say(document.title);
  }
}

set_theme();
document.body.replaceChildren(frame.root, h("div.quiet", { id: "say", role: "status", "aria-live": "polite" }));
listen((place, how) => void draw(place, how));
keys();
void draw(here(), "first");
