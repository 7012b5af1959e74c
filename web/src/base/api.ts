// The data of a page, from the same address below /api/v1. Answers are kept for a while, so that going back costs nothing; failures are
// one shape (RFC 9457) and become a Problem with words for the reader.
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly parameter = "", // that is wrong
    readonly kind = "", // "conflict": the end of its type
  ) {
    super(title);
  }
}

export const API = "/api/v1";
const KEPT_MS = 30_000,
  KEPT_MOST = 60;
const answers = new Map<string, { at: number; body: unknown }>();

// The address of data: address("/articles", { issue }) -> /api/v1/articles?issue=…; what is empty is left out.
export function address(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== "") asked.set(name, String(value));
  const tail = asked.toString();
  return API + path + (tail ? `?${tail}` : "");
}

async function problem(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as { type?: string; title?: string; detail?: string; parameter?: string };
    return new Problem(response.status, body.title ?? response.statusText, body.detail ?? "", body.parameter, body.type?.split(":").pop());
  } catch {
    return new Problem(response.status, response.statusText, "");
  }
}

// Where reading wants a token, the reader gives it once a window; it goes into the header of every request and nowhere else.
const TOKEN = "fengbiao.token";
let given: string | null = null;

export function token(): string | null {
  try {
    return given ?? sessionStorage.getItem(TOKEN);
  } catch {
    return given;
  }
}

export function use_token(words: string): void {
  given = words;
  try {
    sessionStorage.setItem(TOKEN, words);
  } catch {
    // storage is switched off: the token lasts as long as the page
  }
}

export async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  const bearer = token();
  const headers = { ...(init.headers as Record<string, string> | undefined), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  try {
    response = await fetch(url, { ...init, headers });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new Problem(0, "unreachable", "");
  }
  if (!response.ok) throw await problem(response);
  return response;
}

export async function get<T>(path: string, query: Record<string, string | number | null | undefined> = {}, signal?: AbortSignal): Promise<T> {
  const url = address(path, query);
  const kept = answers.get(url);
  if (kept && performance.now() - kept.at < KEPT_MS) return kept.body as T;
  const response = await ask(url, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
  const body: unknown = await response.json();
  answers.delete(url);
  answers.set(url, { at: performance.now(), body });
  if (answers.size > KEPT_MOST) answers.delete(answers.keys().next().value!);
  return body as T;
}

export async function words(path: string, query: Record<string, string>): Promise<string> {
  const response = await ask(address(path, query), {});
  const text = await response.text();
  if (!(response.headers.get("content-type") ?? "").includes("json")) return text.trim();
  const body = JSON.parse(text) as { text?: string; citation?: string };
  return (body.text ?? body.citation ?? text).trim();
}

export async function send<T>(path: string, query: Record<string, string>, body: Blob | string, type: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(address(path, query), { method: "POST", body, headers: { "content-type": type }, ...(signal ? { signal } : {}) });
  return (await response.json()) as T;
}

// A link to data cannot carry a token: the data is fetched with it and saved as a file.
export async function fetch_file(url: string, name = ""): Promise<void> {
  const response = await ask(url, {});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  const kind = response.headers.get("content-type") ?? "";
  const ending = kind.includes("csv") ? "csv" : kind.includes("calendar") ? "ics" : kind.includes("atom") ? "xml" : "json";
  link.download = name || `fengbiao-${new URL(url, location.href).pathname.split("/").pop() ?? "data"}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const part = (id: string): string => encodeURIComponent(id);
