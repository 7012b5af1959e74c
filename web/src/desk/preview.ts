// The page as publishing makes it, in a frame of its own that runs no script and may reach nothing. Its styles are handed over as a sheet:
// the application's policy lets no markup bring styles.
import { h, replace } from "../base/dom";
import { t as ui } from "../base/language";
import { preview_of, type Board } from "./board";
import { says } from "./failures";
import { t } from "./texts";

export interface Preview {
  panel: HTMLElement;
  seen(on: boolean): void; // it is looked at: then it follows the draft
  show(n: number): void; // the article comes into sight
  look(version: number | null): void; // an earlier version; null: the draft's own
}

export function preview(board: Board, signal: AbortSignal): Preview {
  let wanted: number | null = null, // an earlier version
    drawn = 0,
    looked_at = false,
    article = 0;
  let ended = new AbortController();
  const state = h("div.preview-state", { role: "status" });
  const frame = h<HTMLIFrameElement>("iframe.paper", { sandbox: "allow-same-origin", title: t("preview.title") });
  frame.hidden = true;
  const panel = h("div", null, state, frame);

  function scroll(): void {
    const inside = frame.contentDocument;
    const spot = inside?.getElementById(`a${article}`);
    if (spot && inside) inside.documentElement.scrollTop = spot.getBoundingClientRect().top + inside.documentElement.scrollTop - 12;
  }
  function fill(html: string): void {
    let styles = "";
    const bare = html.replace(/<style[^>]*>([^]*?)<\/style>/gi, (_whole, rules: string) => ((styles += rules), ""));
    const top = frame.contentDocument?.documentElement.scrollTop ?? 0;
    frame.hidden = false;
    frame.onload = () => {
      const inside = frame.contentDocument,
        window = frame.contentWindow as (Window & typeof globalThis) | null;
      if (!inside || !window) return;
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(styles);
      inside.adoptedStyleSheets = [sheet];
      if (article) scroll();
      else inside.documentElement.scrollTop = top;
      // Links inside the page lead inside the page.
      inside.addEventListener("click", (e) => {
        const link = (e.target as Element).closest?.("a");
        if (!link) return;
        e.preventDefault();
        const id = link.getAttribute("href")?.match(/^#(.+)/)?.[1];
        if (id) inside.getElementById(id)?.scrollIntoView();
      });
    };
    frame.srcdoc = bare;
  }
  async function draw(): Promise<void> {
    const version = wanted ?? board.draft.version;
    if (!looked_at || drawn === version) return;
    ended.abort();
    const mine = (ended = new AbortController());
    signal.addEventListener("abort", () => mine.abort(), { once: true });
    replace(state, h("p.muted", null, t("preview.waiting", { version })));
    try {
      const html = await preview_of(board.issue, version, mine.signal);
      if (mine.signal.aborted) return;
      drawn = version;
      fill(html);
      replace(
        state,
        wanted === null
          ? h("p.muted", null, t("preview.now", { version }))
          : h(
              "p.note",
              null,
              t("preview.old", { version }),
              " ",
              h("button", { type: "button", onclick: () => look(null) }, t("preview.back")),
            ),
      );
    } catch (error) {
      if (mine.signal.aborted) return;
      frame.hidden = true;
      replace(state, h("p.note", null, says(error)), h("p", null, h("button", { type: "button", onclick: () => void draw() }, ui("state.again"))));
    }
  }
  function look(version: number | null): void {
    wanted = version === board.draft.version ? null : version;
    article = 0;
    void draw();
  }
  board.on("moved", () => {
    wanted = null;
    void draw();
  });
  return {
    panel,
    seen: (on) => {
      looked_at = on;
      void draw();
    },
    show: (n) => {
      article = n;
      scroll();
    },
    look,
  };
}
