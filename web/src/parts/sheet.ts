// The side sheet: what lies behind a figure, a name or a document, beside the text and never over it where there is room; at the foot of
// the window on a phone. Escape closes it and the focus goes back to what opened it.
import { quietly } from "../base/address";
import { h, replace, type Child } from "../base/dom";
import { t } from "../base/language";
import { failed, waiting } from "./states";

let open: { node: HTMLElement; from: HTMLElement | null; key: string } | null = null;

let returning = false;

export const sheet_open = (): boolean => open !== null;

// The focus comes back from a sheet: what it comes to does not open it again.
export const focus_returns = (): boolean => returning;

export function close_sheet(by_reader: boolean): void {
  if (!open) return;
  const { node, from } = open;
  open = null;
  node.remove();
  document.body.classList.remove("with-sheet");
  from?.classList.remove("on");
  from?.removeAttribute("aria-expanded");
  if (by_reader) {
    quietly({ record: null });
    returning = true;
    from?.focus({ preventScroll: true });
    returning = false;
  }
}

// `key` goes into the address, `focus` moves the focus into the sheet (a click or Enter does, passing by with Tab does not).
export function show_sheet(
  host: HTMLElement,
  from: HTMLElement | null,
  key: string,
  focus: boolean,
  fill: (signal: AbortSignal) => Promise<{ title: Child; body: Child }>,
): void {
  if (open?.key === key) {
    if (focus) open.node.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    return;
  }
  close_sheet(false);
  const body = h("div.sheet-body", null, waiting());
  const title = h("h2", { tabindex: -1, id: "sheet-title" }, " ");
  const node = h(
    "aside.sheet",
    { "aria-labelledby": "sheet-title" },
    h(
      "div.sheet-head",
      null,
      title,
      h("button.plain", { type: "button", onclick: () => close_sheet(true), "aria-keyshortcuts": "Escape" }, t("close")),
    ),
    body,
  );
  open = { node, from, key };
  from?.classList.add("on");
  host.append(node);
  document.body.classList.add("with-sheet");
  quietly({ record: key });
  const ended = new AbortController();
  const load = async (): Promise<void> => {
    try {
      const told = await fill(ended.signal);
      if (open?.node !== node) return;
      replace(title, told.title);
      replace(body, told.body);
    } catch (error) {
      if (open?.node === node)
        replace(
          body,
          failed(error, () => void load()),
        );
    }
  };
  void load().then(() => {
    if (focus && open?.node === node) title.focus({ preventScroll: true });
  });
}
