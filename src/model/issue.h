// The plain records of a bulletin: Issue, Section, Article and the zones their lines fall into. Nothing here reads or
// guesses; the bulletin room fills these in and the store keeps them. Texts are as printed; every record has its spans.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

// Why a field has its value: the named rule that decided it and the printed lines it looked at.
struct Because {
  std::string field;  // "title", "section", "source", "paragraphs" ...
  std::string rule;   // human name of the rule, as in data/bulletin: "line after a source line"
  std::uint32_t line_start = 0;
  std::uint32_t line_end = 0;
  std::string note;  // what was seen, in a few words; may be empty
  friend bool operator==(const Because&, const Because&) = default;
};

// Every non-blank character of a document lies in exactly one zone.
enum class ZoneKind : std::uint8_t {
  masthead,
  contents,
  section,
  title,
  paragraph,
  author_note,
  source_line,
  end_matter,
  page_furniture,  // running heads and page numbers of a page layout
  unclaimed,       // read by no rule; counted and shown
};
std::string_view name_of(ZoneKind kind);  // "source_line"
std::optional<ZoneKind> zone_kind(std::string_view name);

struct Zone {
  ZoneKind kind = ZoneKind::unclaimed;
  Span span;                  // within one line, from its first to its last non-blank byte of this zone
  std::uint32_t line = 0;     // 1-based
  std::uint32_t article = 0;  // n of the article, 0 outside articles
  friend bool operator==(const Zone&, const Zone&) = default;
};

// What the printed cover says; only what is really printed.
struct Masthead {
  std::optional<std::string> name;
  std::optional<int> year;
  std::optional<int> number;        // within the year
  std::optional<int> total;         // running total
  std::optional<std::string> date;  // ISO
  std::optional<std::string> publisher;
  friend bool operator==(const Masthead&, const Masthead&) = default;
};

// One line of the printed contents and the article it was found to name.
struct ContentsEntry {
  std::string title;
  std::optional<int> page;
  std::uint32_t line = 0;
  std::uint32_t article = 0;  // n, 0 where no title of the body matches
  friend bool operator==(const ContentsEntry&, const ContentsEntry&) = default;
};

struct Paragraph {
  std::vector<Span> pieces;  // one a printed line; a paragraph broken over lines and pages has several
  std::string text;          // the pieces joined (join_pieces), filled when the text is at hand
  bool heading = false;      // a sub-heading inside the article
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Article {
  std::string id;       // stable while the printed lines are the same; docs/formats.md tells how it is made
  std::uint32_t n = 0;  // 1.. in printed order
  std::string section;  // name as in the profile; empty where the document has no sections
  std::string title;
  std::vector<Span> title_pieces;
  std::vector<std::string> sources;  // names without quotes
  bool compiled = false;             // written by the bulletin's own desk
  std::optional<std::string> selected_by;
  std::optional<std::string> date;         // ISO, from the source line
  std::vector<Span> source_pieces;         // the source line as printed
  std::optional<std::string> author_note;  // without its brackets
  std::vector<Span> author_note_pieces;
  std::vector<Paragraph> paragraphs;
  std::uint32_t line_start = 0;
  std::uint32_t line_end = 0;
  std::vector<Because> because;

  // From the first byte of the title to the last byte of the last line.
  [[nodiscard]] Span span() const;
  friend bool operator==(const Article&, const Article&) = default;
};

struct Issue {
  std::string key;      // "2022-12-05" or "2022-23": how a user names it
  std::string file;     // base name of the input, "-" for standard input
  std::string profile;  // data/bulletin profile that read it
  Masthead masthead;
  std::vector<std::string> sections;  // in printed order
  std::vector<ContentsEntry> contents;
  std::vector<Article> articles;
  std::vector<Zone> zones;            // in text order
  std::uint32_t lines = 0;            // lines of the text
  std::uint32_t unclaimed_lines = 0;  // non-blank lines read by no rule
  std::vector<Because> because;       // for the issue as a whole: profile, masthead
  friend bool operator==(const Issue&, const Issue&) = default;
};

// What the archive keeps of an input besides its text.
struct DocumentInfo {
  std::string file;         // base name
  std::string media_type;   // "text/plain", "application/pdf", "text/html", DOCX's long name
  std::string encoding;     // "UTF-8", "GB18030", "UTF-16LE" ...: of the bytes as they came
  std::uint64_t bytes = 0;  // size of the input
  std::string hash;         // hash128_hex of the input bytes
  std::uint32_t pages = 0;  // 0 where there are none
};

// The pieces of `text` put together: wrapped lines join without a blank, except between two Latin letters or digits.
// Inside a piece runs of blanks are kept, or collapsed to one when `collapse` (titles).
std::string join_pieces(std::string_view text, const std::vector<Span>& pieces, bool collapse = false);

// The words printed under `span` of the text in an article's title or paragraphs, wrapped lines joined.
std::string printed_words(const Article& article, std::string_view text, Span span);

// Fills title, author_note and paragraph texts from their pieces. The pieces must lie within `text`.
void fill_texts(Article& article, std::string_view text);

}  // namespace fengbiao
