// Small pieces of the desk: moments, what a version did, columns to choose from, drags.
import { h, type Child } from "../base/dom";
import { mixed, word } from "../base/language";
import { zh } from "../parts/pieces";
import { words } from "../texts/words";
import type { Board } from "./board";
import type { Version } from "./records";
import { t } from "./texts";

// 2023-09-12T08:00:00Z as the clock on the wall has it.
const clock = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" });
export function moment(at: string): HTMLElement {
  const when = new Date(at);
  return h("time.day-of", { datetime: at }, Number.isNaN(when.getTime()) ? at : clock.format(when));
}
export const who = (by: string): Child => (by ? h("span", { lang: zh() }, by) : t("nobody"));

const ACTS = {
  new: "what.new",
  add: "what.add",
  remove: "what.remove",
  move: "what.move",
  edit: "what.edit",
  source: "what.source",
  undo: "what.undo",
  correction: "what.correction",
} as const;
// "move 3": the act in words, with the number of the article it was done to.
export function what(version: Version): Child {
  const [act = "", ...rest] = version.what.split(" ");
  const key = ACTS[act as keyof typeof ACTS];
  if (!key) return mixed(version.what);
  return mixed(t(key) + (rest.length ? ` ${rest.join(" ")}` : ""));
}

// A headline inside a sentence.
export const quoted = (title: string): string => (`“${title}”`);
// What a button does, and to what: for who hears the button alone.
export const of = (act: string, what: string): string => t("act.of", { act, what });
export const column_name = (name: string): string => (name ? word("sections", name) : t("column.none"));

// The columns that an article can stand in: those of the issue, then the bulletin's usual ones.
export function column_choice(board: Board, chosen: string, props: Record<string, string>): HTMLSelectElement {
  const names = [...new Set([...board.draft.columns.map((c) => c.name), ...Object.keys(words.sections), chosen])].filter(Boolean);
  return h<HTMLSelectElement>(
    "select",
    props,
    names.map((name) => h("option", { value: name, selected: name === chosen, lang: zh() }, column_name(name))),
  );
}

// What is being dragged: an article of the issue, or something of the pile.
export type Dragged = { n: number } | { candidate: string } | { article: string };
let dragged: Dragged | null = null;
export const carried = (): Dragged | null => dragged;
export function draggable(node: HTMLElement, what: () => Dragged): void {
  node.draggable = true;
  node.addEventListener("dragstart", (e) => {
    if (e.target !== node) return;
    dragged = what();
    e.dataTransfer!.effectAllowed = "move";
    e.dataTransfer!.setData("text/plain", node.querySelector("h3, h4")?.textContent ?? "");
    node.classList.add("dragged");
  });
  node.addEventListener("dragend", () => {
    dragged = null;
    node.classList.remove("dragged");
  });
}
