// The draft on the desk: the version that is worked on, what is done to it, what was typed and not yet saved. Each act is one request; the
// answer is the draft as it is now. Where somebody else was quicker nothing is lost: the page tells who, and loads theirs when asked.
//
//   await board.act({ op: "move", n: 3, section: "政策法规", at: 1 }, words)
import { ask, address, part, Problem } from "../base/api";
import { keep, kept } from "../base/language";
import { says } from "./failures";
import type { Draft, DraftArticle, DraftFindings, Version } from "./records";

export type Operation =
  | { op: "new"; from?: string }
  | { op: "add"; article?: string; candidate?: string; text?: string; section?: string; at?: number }
  | { op: "remove"; n: number }
  | { op: "move"; n: number; section?: string; at: number }
  | { op: "edit"; n: number; set?: Record<string, string>; text?: string }
  | { op: "source"; text: string }
  | { op: "undo" };

const EDITOR = "fengbiao.editor";
let signed: string | null = null;
export const editor = (): string => signed ?? kept(EDITOR) ?? "";
export function sign(name: string): void {
  signed = name;
  keep(EDITOR, name || null);
}

const drafts = (issue: string): string => `/drafts/${part(issue)}`;
export const file_address = (issue: string, format: string, of: { version?: number; edition?: number }): string =>
  address(`${drafts(issue)}/files/${format}`, of);

// Never an answer that was kept: others work on the same draft.
export async function fetched<T>(path: string, query: Record<string, string | number | null> = {}, signal?: AbortSignal): Promise<T> {
  const response = await ask(address(path, query), { headers: { accept: "application/json" }, cache: "no-store", ...(signal ? { signal } : {}) });
  return (await response.json()) as T;
}
export const draft_of = (issue: string, version: number | null = null, signal?: AbortSignal): Promise<Draft> =>
  fetched<Draft>(drafts(issue), { version }, signal);

async function posted<T>(path: string, body: object): Promise<T> {
  const response = await ask(address(path), { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return (await response.json()) as T;
}
export const operate = (issue: string, after: number, operation: Operation): Promise<Draft> =>
  posted<Draft>(`${drafts(issue)}/operations`, { after, by: editor(), ...operation });
export async function preview_of(issue: string, version: number, signal: AbortSignal): Promise<string> {
  return await (await ask(address(`${drafts(issue)}/preview`, { version }), { signal })).text();
}

export const articles_of = (draft: Draft): DraftArticle[] => draft.columns.flatMap((c) => c.articles);

// "moved": what happened to the draft, "findings": what the checks say of it, "trouble": an act was refused, "told": words of what was done.
type Event = "moved" | "findings" | "trouble" | "told";

export class Board {
  findings: DraftFindings | null = null;
  checking: "later" | "now" | Problem | null = "later";
  later: Version[] = []; // what others did after the version on the desk
  trouble = "";
  did = "";
  busy = false;
  private readonly hears: [Event, () => void][] = [];
  private timer = 0;

  constructor(
    public draft: Draft,
    private readonly signal: AbortSignal,
  ) {}

  get issue(): string {
    return this.draft.issue;
  }
  get edition(): number {
    return this.draft.editions.at(-1)?.edition ?? 0;
  }
  on(event: Event, does: () => void): void {
    this.hears.push([event, does]);
  }
  private tell(event: Event): void {
    if (!this.signal.aborted) for (const [of, does] of this.hears) if (of === event) does();
  }
  say(words: string): void {
    this.did = words;
    this.tell("told");
  }

  // True where it was done. `words`: what then was done, for the line that tells it.
  act(operation: Operation, words: (draft: Draft) => string): Promise<boolean> {
    return this.change(() => operate(this.issue, this.draft.version, operation), words);
  }
  publish(correction: string, words: (draft: Draft) => string): Promise<boolean> {
    const body = { after: this.draft.version, by: editor(), ...(correction ? { correction } : {}) };
    return this.change(() => posted<Draft>(`${drafts(this.issue)}/publish`, body), words);
  }
  async accept(finding: string, by: string, why: string, words: string): Promise<boolean> {
    return await this.guarded(async () => {
      this.findings = await posted<DraftFindings>(`${drafts(this.issue)}/accept`, { after: this.draft.version, finding, by, why });
      this.did = words;
      this.tell("findings");
      this.tell("told");
    });
  }

  // The draft as it is now, with what others did. What was typed stays.
  async load(words: (draft: Draft) => string): Promise<boolean> {
    return await this.change(() => draft_of(this.issue), words);
  }

  private change(request: () => Promise<Draft>, words: (draft: Draft) => string): Promise<boolean> {
    return this.guarded(async () => {
      const draft = await request();
      this.draft = draft;
      this.later = [];
      this.did = words(draft);
      this.tell("moved");
      this.tell("told");
      this.check();
    });
  }

  private async guarded(does: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const had = this.trouble || this.later.length;
    this.trouble = "";
    try {
      await does();
      if (had) this.tell("trouble");
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async refused(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : null;
    this.trouble = says(error);
    if (problem?.status === 409 && problem.kind !== "errors-open") {
      try {
        const theirs = await draft_of(this.issue, null, this.signal);
        this.later = theirs.versions.filter((v) => v.version > this.draft.version);
      } catch {
        // the first answer stands
      }
    }
    this.tell("trouble");
    if (problem?.kind === "errors-open") this.check(0);
  }

  // The checks run over what is on the desk, a little after the last change.
  check(wait = 400): void {
    clearTimeout(this.timer);
    this.checking = "later";
    this.tell("findings");
    this.timer = setTimeout(() => void this.run_checks(), wait) as unknown as number;
  }
  private async run_checks(): Promise<void> {
    const version = this.draft.version;
    this.checking = "now";
    this.tell("findings");
    try {
      const found = await fetched<DraftFindings>(`${drafts(this.issue)}/findings`, {}, this.signal);
      if (version !== this.draft.version) return; // another run comes
      this.findings = found;
      this.checking = null;
    } catch (error) {
      if (this.signal.aborted || version !== this.draft.version) return;
      this.checking = error instanceof Problem ? error : new Problem(0, String(error), "");
    }
    this.tell("findings");
  }
}
