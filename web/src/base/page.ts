// What a page is: a function from its address to its title and contents. It asks for its data itself and throws a Problem where it
// cannot have it; the shell shows the waiting and the failing.
import type { Child } from "./dom";

export interface Asked {
  parts: string[]; // what the path's gaps hold: /articles/:id -> [id]
  query: URLSearchParams;
  signal: AbortSignal; // ended when the reader has gone on
}
export interface Drawn {
  title: string;
  body: Child;
  wide?: boolean;
  data?: string; // address of the data, for the link at the foot
  shown?: () => void; // once it stands in the document
}
export type Page = (asked: Asked) => Promise<Drawn>;

export interface Route {
  path: RegExp;
  page: () => Promise<Page>;
  nav: string; // which link of the navigation it belongs to
}
