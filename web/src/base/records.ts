// The records as /api/v1 gives them; their fields are those of the export (docs/formats.md).
export interface List<T> {
  items: T[];
  total: number;
  next: string | null;
}

export interface IssueBrief {
  id: string;
  title: string | null;
  date: string | null;
  number?: number | null;
  total?: number | null;
  total_number?: number | null;
  articles?: number;
}
export interface ArticleBrief {
  id: string;
  n: number;
  issue?: string | IssueBrief;
  section: string | null;
  title: string;
  sources: string[];
  date: string | null;
  line_start?: number;
  why?: string | string[];
}
export interface Issue extends IssueBrief {
  file: string;
  publisher: string | null;
  year: number | null;
  sections: { name: string | null; articles: ArticleBrief[] }[];
}

export interface Mark {
  paragraph: number;
  begin: number;
  end: number;
  kind: "number" | "name" | "policy";
  record: string | null;
  entity: string | null;
  label: string | null;
}
export interface Line {
  number: number;
  text: string;
}

export interface Source {
  file: string;
  article_title: string | null;
  quote: string;
  line_start: number;
  line_end: number;
  issue: string;
  article: number;
  article_id: string;
  section: string | null;
  date: string | null;
  sources: string[];
}
export interface Observation extends Source {
  id: string;
  text: string;
  value: number;
  value_max: number | null;
  unit: string | null;
  approx: string;
  measure: string | null;
  basis: string | null;
  indicator: string | null;
  area: string | null;
  entity: string | null;
  period: string | null;
  status: string;
  sure: boolean;
  digits?: string;
  step?: number | null;
  indicator_code: string | null;
  area_code: string | null;
  entity_id: string | null;
  reporter: string | null;
  doubts: string[];
}
export interface PolicyReport extends Source {
  id: string;
  name: string;
  kind: string | null;
  issuers: string[];
  issued: string | null;
  effective: string | null;
  until: string | null;
  comments_until: string | null;
  status: string;
  number: string | null;
  text: string;
  sure: boolean;
}
export interface Finding extends Source {
  id: string;
  kind: string;
  severity: "error" | "warning" | "note";
  rule: string;
  confidence: number;
  explain: string;
  explain_zh: string | null;
  relation: string | null;
  suggestion: string | null;
  question: string | null;
  question_zh: string | null;
  other_article_title: string | null;
  other_quote: string | null;
  other_issue: string | null;
  other_article: number | null;
  other_line: number | null;
  span?: [number, number];
  quote_span?: [number, number];
}
export interface Article extends Omit<ArticleBrief, "issue"> {
  file: string;
  issue: IssueBrief;
  compiled: boolean;
  selected_by: string | null;
  author_note: string | null;
  paragraphs: string[];
  line_start: number;
  line_end: number;
  previous: ArticleBrief | null;
  next: ArticleBrief | null;
  marks: Mark[];
  observations: Observation[];
  policies: PolicyReport[];
  findings: Finding[] | null;
  headings?: number[];
  related: ArticleBrief[];
  same_story: ArticleBrief[];
  rights: { text: string; share: string } | null;
  lines: Line[];
}

export interface Field {
  field: string;
  value: string | null;
  rule: string | null;
  words: string | null;
  note: string | null;
  correction: unknown;
}
export interface Explanation {
  fields?: Field[];
  rule?: string | null;
  note?: string | null;
}
export interface Told<R> {
  record: R;
  explanation: Explanation | null;
  article: ArticleBrief | null;
  lines: Line[];
  rule?: Rule | null;
}

export interface Series {
  id: string;
  indicator: string | null;
  english: string | null;
  indicator_code: string | null;
  called: Record<string, number>;
  area: string | null;
  area_code: string | null;
  entity: string | null;
  entity_id: string | null;
  measure: string;
  basis: string | null;
  share_of: string | null;
  unit: string | null;
  frequency: string;
  from: string | null;
  to: string | null;
  cells: number;
  reports: number;
  conflicts: number;
  conflicts_unsure: number;
  table?: Cell[];
}
export interface Cell {
  period: string | null;
  start: string | null;
  end: string | null;
  conflict: string | null;
  reports: Report[];
}
export interface Report {
  low: number | null;
  high: number | null;
  revised: boolean;
  repeats: unknown;
  observation: Observation;
}
export interface Indicator {
  id: string;
  name: string;
  name_en: string | null;
  series: number;
  values: number;
}

export interface Told1 {
  value: string;
  sure: boolean;
  reports: string[];
}
export interface Policy {
  id: string;
  name: string;
  called: Record<string, number>;
  draft: boolean;
  first_told: string | null;
  last_told: string | null;
  kind: Told1[];
  issuers: Told1[];
  number: Told1[];
  issued: Told1[];
  effective: Told1[];
  until: Told1[];
  comments_until: Told1[];
  conflict: boolean;
  on: string;
  standing: string;
  reason: string;
  changes: unknown[];
  drafts: unknown[];
  final: unknown;
  reports: (string | PolicyReport)[];
  followed_by?: {
    packs: (Named & { pack: string; rules: (Named & { rule: string; article: string | null })[] })[];
    decisions: (Named & { id: string; articles: string[] })[];
  };
}
export interface PolicyEvent {
  day: string;
  what: string;
  id: string;
  name: string;
  conflict: boolean;
  reports: string[];
}

export interface Entity {
  key?: string;
  kind: string;
  name: string;
  name_en?: string | null;
  id: string | null;
  code: string | null;
  called: Record<string, number>;
  mentions: number;
  articles: number;
  issues: number;
  first: string | null;
  last: string | null;
  timeline?: Mention[];
}
export interface Mention {
  date: string | null;
  issue: string;
  article: number;
  article_id?: string;
  article_title: string;
  text: string;
  quote: string;
  rule: string;
}
export interface Place {
  key?: string;
  area: string | null;
  name: string;
  name_en?: string | null;
  articles: number;
  observations: number;
}

export interface Rule {
  id: string;
  kind: string;
  severity: string;
  confidence: number;
  off: boolean;
  name: string;
  name_zh: string;
  about: string;
  about_zh: string;
  examples: string[];
  counter_examples: string[];
  file: string;
  line: number;
}

export interface Archive {
  name: string;
  version: string;
  issues: number;
  articles: number;
  observations: number | null;
  policies: number | null;
  entities: number | null;
  generation: number;
  first_date: string | null;
  last_date: string | null;
}
// A value of a conflict: an observation, or its main fields with its article.
export interface ConflictValue extends Partial<Omit<Observation, "article">> {
  id: string;
  value: number;
  article?: number | ArticleBrief;
}
export interface Conflict {
  series: Series;
  period: string | null;
  values: ConflictValue[];
}
export interface Overview {
  archive: Archive;
  issues: IssueBrief[];
  latest: { issue: IssueBrief; articles: ArticleBrief[] } | null;
  coming: PolicyEvent[];
  conflicts: Conflict[];
  findings: Record<Finding["severity"], number> | null;
  conflicts_total?: number;
  on?: string;
}

export interface Snippet {
  text: string;
  mark: boolean;
}
export interface Reason {
  reason: string;
  text: string;
  text_zh: string;
}
export interface Hit extends Omit<ArticleBrief, "why"> {
  title_marked?: Snippet[];
  snippet: Snippet[];
  why: (string | Reason)[];
  score: number;
  same_story?: ArticleBrief[];
}
export interface Facet {
  value: string;
  count: number;
}
export interface Found extends List<Hit> {
  query: {
    read: string | null;
    typed?: string;
    terms?: { words: string; also: { words: string }[] }[];
    notes?: { text: string; text_zh: string; perhaps: string | null }[];
  };
  facets: Record<string, Facet[]>;
  over_time: { period: string; count: number }[];
  did_you_mean: string[] | string | null;
  answer: { series: Series[]; period?: string | null; told_for?: string[] } | null;
  index?: { state: string; documents: number };
}
export interface Checked {
  file: string | null;
  text: string;
  findings: Finding[];
  score: { rate: number; mark: number; passes: boolean; errors: number; characters: number; standard: string } | null;
  summary: { articles: number; characters: number; relations: number; holds: number; contradicts: number; cannot_tell: number } | null;
}

// Words in both languages, as rules have them: under two keys, or in one object.
export interface Named {
  name: string | null;
  name_zh: string | null;
}
export interface Words {
  zh: string;
  en: string;
}
export interface CitedDocument {
  title: string;
  number: string | null;
  articles: string[];
  policies: string[];
}
interface PackHead extends Named {
  pack: string;
  policy: { title: string; issuers: string[]; number: string | null; issued: string | null; draft: boolean };
  from: string | null;
  until: string | null;
  addressee: string | null;
  addressee_zh: string | null;
  as: string[];
}
export interface PackRow extends PackHead {
  rules: number;
  needs_person: number;
}
export interface Demand extends Named {
  rule: string;
  verdict: string;
  severity: string;
  confidence: number;
  article: string | null;
  clause: string | null;
  clause_zh: string | null;
  means: string | null;
  means_zh: string | null;
  instead: string | null;
  instead_zh: string | null;
  from: string | null;
  until: string | null;
}
export interface PackRule extends Demand {
  as: string[];
  examples: string[];
  counter_examples: string[];
}
export interface Act {
  pack?: string;
  article: string;
  act: string | null;
  act_zh: string | null;
}
export interface Pack extends PackHead {
  rules: PackRule[];
  needs_person: Act[];
  documents: CitedDocument[];
}
export interface ComplianceFinding extends Demand {
  pack: string;
  missing: boolean;
  quote: string;
  disguise: string | null;
  read_as: string | null;
  line_start: number;
  column_start: number;
  span: [number, number];
  who: string | null;
  at: string | null;
  policy: PackHead["policy"];
  exempt: string | null;
  exempt_name: string | null;
  exempt_name_zh: string | null;
}
interface PackDays {
  pack: string;
  from: string | null;
  until: string | null;
  draft: boolean;
}
export interface ComplianceReport {
  text: string;
  as: string;
  guessed: string | null;
  on: string;
  characters: number;
  findings: ComplianceFinding[];
  exempt: ComplianceFinding[];
  not_listed: { rule: string; places: number }[];
  used: PackDays[];
  not_in_force: PackDays[];
  about_other_kinds: PackDays[];
  needs_person: Act[];
}

export interface Clause extends Words {
  document: string;
  number: string | null;
  article: string | null;
}
export type FactValue = string | number | boolean | null;
export interface Fact {
  id: string;
  type: "flag" | "choice" | "number" | "date";
  name: Words;
  ask: Words;
  unit: Words | null;
  options: { id: string; name: Words }[];
}
export interface DecisionRow {
  id: string;
  name: Words;
  about: Words;
  from: string;
  until: string | null;
  facts: number;
}
interface Outcome {
  id: string;
  tone: string;
  name: Words;
}
export interface Decision extends Omit<DecisionRow, "facts"> {
  facts: Fact[];
  parameters: { id: string; type: string; name: Words; values: { from: string; is: string | number; clause: Clause }[] }[];
  steps: { id: string; name: Words; if: string; clause: Clause }[];
  outcomes: Outcome[];
  documents: CitedDocument[];
}
export interface Decided {
  on: string;
  in_force: boolean;
  decided: boolean;
  outcome: Outcome | null;
  outcomes: string[];
  follows: (Words & { clause: Clause })[];
  path: { step: string; name: Words; if: string; holds: string; clause: Clause }[];
  parameters: { id: string; from: string; is: string | number; clause: Clause }[];
  missing: Fact[];
  changes: { fact: string; is: FactValue; to: FactValue; outcomes: string[] }[];
}
