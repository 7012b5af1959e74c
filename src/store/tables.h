// The tables of the archive as SQL, in the words in which SQLite keeps them; docs/archive-format.md describes them. Those of a
// format that was released are never changed: a later format adds its own, or a step that exchanges them.
#pragma once

namespace fengbiao {

// Since format 1.
inline constexpr const char* kTables = R"sql(
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  info_hash INTEGER NOT NULL,
  text_hash TEXT NOT NULL,
  layout_hash TEXT NOT NULL,
  text BLOB NOT NULL,
  layout BLOB NOT NULL,
  UNIQUE (hash, text_hash, layout_hash)
) STRICT;
CREATE TABLE issues (
  issue INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  document INTEGER NOT NULL REFERENCES documents,
  file TEXT NOT NULL,
  profile TEXT NOT NULL,
  name TEXT,
  year INTEGER,
  number INTEGER,
  total INTEGER,
  date TEXT,
  publisher TEXT,
  lines INTEGER NOT NULL,
  unclaimed_lines INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  structure_hash TEXT NOT NULL,
  structure BLOB NOT NULL,
  UNIQUE (key, version)
) STRICT;
CREATE UNIQUE INDEX current_issues ON issues (key) WHERE current = 1;
CREATE INDEX issues_of_document ON issues (document);
CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  selected_by TEXT,
  compiled INTEGER NOT NULL CHECK (compiled IN (0, 1)),
  paragraphs INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  text_hash INTEGER NOT NULL,
  UNIQUE (issue, n)
) STRICT;
CREATE TABLE article_sources (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
)sql";

// Since format 2: records of observations and policies, and what people corrected of them.
inline constexpr const char* kRecordTables = R"sql(
CREATE TABLE issue_records (
  issue INTEGER PRIMARY KEY REFERENCES issues ON DELETE CASCADE,
  observations INTEGER NOT NULL,
  policies INTEGER NOT NULL,
  records_hash TEXT NOT NULL
) STRICT;
CREATE TABLE observations (
  observation INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  value REAL NOT NULL,
  value_max REAL,
  unit TEXT,
  approx TEXT NOT NULL,
  digits TEXT,
  step REAL NOT NULL,
  measure TEXT NOT NULL,
  basis TEXT,
  indicator TEXT,
  indicator_code TEXT,
  area TEXT,
  area_code TEXT,
  entity TEXT,
  entity_id TEXT,
  period TEXT,
  status TEXT NOT NULL,
  reporter TEXT,
  reporter_id TEXT,
  part_of TEXT,
  share_of TEXT,
  sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
  doubts TEXT
) STRICT;
CREATE INDEX observations_of_article ON observations (article);
CREATE TABLE policies (
  policy INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  number TEXT,
  issued TEXT,
  effective TEXT,
  until TEXT,
  comments_until TEXT,
  status TEXT NOT NULL,
  sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
  doubts TEXT
) STRICT;
CREATE INDEX policies_of_article ON policies (article);
CREATE TABLE policy_issuers (
  policy INTEGER NOT NULL REFERENCES policies ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  entity_id TEXT,
  PRIMARY KEY (policy, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE policy_changes (
  policy INTEGER NOT NULL REFERENCES policies ON DELETE CASCADE,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (policy, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
  correction INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  read TEXT,
  why TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  undone_by TEXT,
  undone_at TEXT,
  undone_why TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX corrections_of_record ON corrections (record);
)sql";

}  // namespace fengbiao
