// The keyboard: / to search, j and k along a list, Enter opens, Esc back, ? tells. A list says data-keys on what can be stepped to.
import { h } from "../base/dom";
import { back, go } from "../base/address";
import { t } from "../base/language";
import { close_sheet, sheet_open } from "./sheet";

const typing = (node: Element | null): boolean =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;

function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLElement>("main [data-keys]")].filter((n) => n.offsetParent !== null);
  if (!stops.length) return;
  const at = stops.findIndex((n) => n === document.activeElement || n.contains(document.activeElement));
  const from = at >= 0 ? at + by : by > 0 ? 0 : stops.length - 1;
  const next = stops[Math.max(0, Math.min(stops.length - 1, from))]!;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function to_search(): void {
  const field = document.querySelector<HTMLInputElement>("input[type=search][name=q]");
  if (field && field.offsetParent !== null) {
    field.focus();
    field.select();
  } else go("/search");
}

// The next article, or the next page of a list; the one before.
const turn = (rel: "next" | "prev"): void => document.querySelector<HTMLElement>(`main a[rel="${rel}"]`)?.click();

export function show_keys(): void {
  document.querySelector("dialog.keys")?.remove();
  const rows: [string, string][] = [
    ["/", t("keys.search")],
    ["j", t("keys.next")],
    ["k", t("keys.previous")],
    ["Enter", t("keys.open")],
    ["n", t("keys.forward")],
    ["p", t("keys.backward")],
    ["Ctrl Enter", t("keys.check")],
    ...(document.querySelector(".desk") ? ([["Alt ↑ ↓", t("keys.move")], ["Delete", t("keys.remove")]] as [string, string][]) : []),
    ["Esc", t("keys.back")],
    ["?", t("keys.help")],
  ];
  const box = h<HTMLDialogElement>(
    "dialog.keys",
    { "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, t("keys.title")),
    h(
      "dl",
      null,
      rows.map(([key, does]) => h("div", null, h("dt", null, h("kbd", null, key)), h("dd", null, does))),
    ),
    h("form", { method: "dialog" }, h("button", null, t("close"))),
  );
  const before = document.activeElement as HTMLElement | null;
  box.addEventListener("close", () => {
    box.remove();
    before?.focus();
  });
  document.body.append(box);
  box.showModal();
}

export function keys(): void {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || document.querySelector("dialog[open]")) return;
    const inside = typing(document.activeElement);
    if (e.key === "Escape") {
      if (sheet_open()) close_sheet(true);
      else if (inside) (document.activeElement as HTMLElement).blur();
      else back();
      return;
    }
    if (inside) return;
    if (e.key === "/") to_search();
    else if (e.key === "j") step(1);
    else if (e.key === "k") step(-1);
    else if (e.key === "n") turn("next");
    else if (e.key === "p") turn("prev");
    else if (e.key === "?") show_keys();
    else return;
    e.preventDefault();
  });
}
