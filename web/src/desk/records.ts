// What the desk's routes give: drafts with their articles, what the checks find in them, what was fetched. Keys as in docs/api.md.
import type { Finding } from "../base/records";

export interface DraftRow {
  issue: string;
  version: number;
  at: string;
  by: string;
  articles: number;
  edition: number | null;
}
export interface Paragraph {
  text: string;
  heading: boolean;
}
export interface DraftArticle {
  n: number;
  title: string;
  sources: string[];
  compiled: boolean;
  selected_by: string | null;
  date: string | null;
  author_note: string | null;
  cover: string | null;
  paragraphs: Paragraph[];
  source: string; // from "## " on
}
export interface Column {
  name: string;
  articles: DraftArticle[];
}
export interface Front {
  name: string | null;
  year: number | null;
  number: number | null;
  total: number | null;
  date: string | null;
  publisher: string | null;
  editors: string[];
  imprint: string[];
  corrections: string[];
}
export interface Version {
  version: number;
  parent: number;
  by: string;
  what: string;
  at: string;
}
export interface Edition {
  edition: number;
  version: number;
  by: string;
  at: string;
  correction: string | null;
}
export interface Acceptance {
  fingerprint: string;
  rule: string;
  quote: string;
  by: string;
  why: string;
  at: string;
}
export interface Draft extends Version {
  issue: string;
  source: string;
  front: Front;
  columns: Column[];
  versions: Version[];
  editions: Edition[];
  accepted: Acceptance[];
}
export interface DraftFinding extends Finding {
  fingerprint: string;
  accepted: boolean;
  n: number | null;
}
export interface DraftFindings {
  issue: string;
  version: number;
  open_errors: number;
  items: DraftFinding[];
}

interface Spot {
  text: string;
  quote: string;
}
export interface Change {
  kind: "changed" | "rounded";
  first: Spot;
  other: Spot;
}
export interface Candidate {
  id: string;
  url: string;
  feed: string;
  title: string | null;
  author: string | null;
  source: string | null;
  date: string | null;
  paragraphs: string[];
  fetched: string;
  whole: boolean;
  sorted: {
    story: string;
    first: boolean;
    first_sure: boolean;
    likeness: number | null;
    changes: Change[];
    told: { issue: string; n: number; id: string; title: string; date: string | null; likeness: number; changes: Change[] } | null;
    column: { name: string; all: { name: string; probability: number }[]; reasons: { what: string; weight: number }[] } | null;
    relevance: { value: number; words: { word: string; weight: number }[] };
    summary: { characters: number; over: boolean; sentences: { text: string; paragraph: number }[] };
  };
}
