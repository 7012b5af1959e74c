// The state of the application is its address: a path that names the page, a query that holds every filter and selection.
//   go("/search?q=快递")   query_with({ section: null })   quietly({ record: "…" })
// Links are ordinary links; clicks on them are taken here, so that a new tab, a copied address and a reload all show the same.
import { fetch_file, token } from "./api";

export interface Place {
  path: string;
  query: URLSearchParams;
}
type Listener = (place: Place, how: "push" | "replace" | "back") => void;

let listener: Listener = () => undefined;
let drawn = ""; // path and query that stand on the page: a jump inside it draws nothing

// Where a page was left is kept with its entry of the history: how far down, and the link that led away, so that going back comes there.
interface Left {
  inside?: boolean;
  y?: number;
  link?: string;
}
const entry = (): Left => (history.state as Left | null) ?? {};
export const left_at = (): Left => entry();
let noting = 0;
function note(more: Left = {}): void {
  clearTimeout(noting);
  history.replaceState({ ...entry(), y: Math.round(scrollY), ...more }, "");
}

export const here = (): Place => ({ path: decodeURI(location.pathname), query: new URLSearchParams(location.search) });

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") {
    note({ link: document.activeElement?.closest("main a")?.getAttribute("href") ?? "" });
    history.pushState({ inside: true }, "", to);
  } else history.replaceState(history.state, "", to);
  drawn = location.pathname + location.search;
  listener(here(), how);
}

// Back, where the page before was one of the application too.
export function back(): void {
  if (entry().inside) history.back();
}

// The present address with some values of the query set, or taken out by null. A changed filter begins at the first page of a list.
export function with_query(changes: Record<string, string | null>, path: string = location.pathname): string {
  const query = new URLSearchParams(location.search);
  if (!("cursor" in changes)) query.delete("cursor");
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  const tail = query.toString();
  return path + (tail ? `?${tail}` : "");
}

// Changes the address without drawing the page anew.
export function quietly(changes: Record<string, string | null>): void {
  history.replaceState(history.state, "", with_query({ cursor: here().query.get("cursor"), ...changes }) + location.hash);
  drawn = location.pathname + location.search;
}

function taken(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.("a");
  if (!link || link.origin !== location.origin) return;
  if (link.pathname.startsWith("/api/") && token()) {
    event.preventDefault();
    void fetch_file(link.href);
    return;
  }
  if (link.target || link.hasAttribute("download")) return;
  if (link.pathname.startsWith("/api/") || link.pathname.startsWith("/assets/")) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return; // inside the page
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

export function listen(to: Listener): void {
  listener = to;
  document.addEventListener("click", taken);
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    clearTimeout(noting);
    noting = setTimeout(note, 200) as unknown as number;
  });
  drawn = location.pathname + location.search;
  addEventListener("popstate", () => {
    clearTimeout(noting);
    if (drawn === location.pathname + location.search) return;
    drawn = location.pathname + location.search;
    listener(here(), "back");
  });
}
