// Panels of which one is seen: a list of tabs that arrows, Home and End step along, as the ARIA pattern has it. `when`: only while this
// query of the window holds; else all panels stand side by side and the list is gone.
//
//   const tabs = tab_list("pane", t("panes"), [{ id: "pile", words: t("pane.pile"), panel }], "pile", (id) => quietly({ pane: id }))
import { h, replace, type Child } from "../base/dom";

export interface Tab {
  id: string;
  words: string;
  panel: HTMLElement;
}
export interface Tabs {
  list: HTMLElement;
  open(id: string, focus?: boolean): void;
  now(): string;
  label(id: string, words: Child): void; // a count may come later
}

export function tab_list(name: string, label: string, tabs: Tab[], first: string, opened: (id: string) => void, when: MediaQueryList | null = null): Tabs {
  let chosen = tabs.some((tab) => tab.id === first) ? first : tabs[0]!.id;
  const buttons = new Map(
    tabs.map((tab) => [
      tab.id,
      h<HTMLButtonElement>(
        "button",
        { type: "button", role: "tab", id: `${name}-${tab.id}`, "aria-controls": `${name}-${tab.id}-panel`, onclick: () => open(tab.id) },
        tab.words,
      ),
    ]),
  );
  const list = h("div.tab-list", { role: "tablist", "aria-label": label }, [...buttons.values()]);
  list.addEventListener("keydown", (e) => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    open(tabs[(to + tabs.length) % tabs.length]!.id, true);
  });
  const draw = (): void => {
    const apart = when !== null && !when.matches;
    list.hidden = apart;
    for (const tab of tabs) {
      const on = tab.id === chosen;
      const button = buttons.get(tab.id)!;
      button.setAttribute("aria-selected", String(on));
      button.tabIndex = on ? 0 : -1;
      tab.panel.id = `${name}-${tab.id}-panel`;
      tab.panel.hidden = !apart && !on;
      if (apart) for (const a of ["role", "aria-labelledby"]) tab.panel.removeAttribute(a);
      else {
        tab.panel.setAttribute("role", "tabpanel");
        tab.panel.setAttribute("aria-labelledby", button.id);
      }
    }
  };
  function open(id: string, focus = false): void {
    const other = id !== chosen;
    chosen = id;
    draw();
    if (focus) buttons.get(id)?.focus();
    if (other) opened(id);
  }
  when?.addEventListener("change", draw);
  draw();
  return { list, open, now: () => chosen, label: (id, words) => replace(buttons.get(id)!, words) };
}
