#include "publish/citation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fengbiao {

namespace {

std::string lines_of(const Cited& c, const Phrases& phrases) {
  if (c.line_start == 0) return {};
  const std::string range = c.line_end > c.line_start ? fmt::format("{}-{}", c.line_start, c.line_end) : fmt::format("{}", c.line_start);
  return phrases.text("citation_lines").with("n", range).zh;
}

// "原载商贸在线, 2023-03-14"; empty where the article names no source.
std::string first_in(const Cited& c, const Phrases& phrases) {
  if (c.origin.sources.empty()) return {};
  std::string out = phrases.text("citation_first_in").with("name", fmt::format("{}", fmt::join(c.origin.sources, ", "))).zh;
  if (!c.origin.date.empty()) out += ", " + c.origin.date;
  return out;
}

// A title ends a sentence by itself where it ends with a mark of its own.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char ch : text) out += static_cast<unsigned char>(ch) < 0x20 ? ' ' : ch;
  return out;
}

std::string in_braces(std::string_view text) {
  std::string out;
  for (const char ch : one_line(text)) {
    switch (ch) {
      case '\\': out += "\\textbackslash{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '_':
      case '$': out += '\\', out += ch; break;
      default: out += ch;
    }
  }
  return "{" + out + "}";
}

}  // namespace

std::string citation_gbt7714(const Cited& c, const Phrases& phrases) {
  const bool numbered = !c.bulletin.empty() && c.year > 0 && c.number > 0;
  std::string out = one_line(c.origin.title);
  if (numbered) out += fmt::format("[J]. {}, {}({})", one_line(c.bulletin), c.year, c.number);
  else if (!c.bulletin.empty()) out += fmt::format("[N]. {}{}{}", one_line(c.bulletin), c.day.empty() ? "" : ", ", c.day);
  else out += fmt::format("[Z]. {}{}{}", c.origin.file, c.day.empty() ? "" : ", ", c.day);
  if (const std::string lines = lines_of(c, phrases); !lines.empty()) out += ": " + lines;
  out += ".";
  if (const std::string first = first_in(c, phrases); !first.empty()) out += " " + one_line(first) + ".";
  return out;
}

std::string citation_bibtex(const Cited& c, const Phrases& phrases) {
  const std::string& id = c.record.empty() ? c.origin.article_id : c.record;
  std::string out = fmt::format("@article{{fengbiao:{},\n", id);
  const auto field = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("  {} = {},\n", name, in_braces(value));
  };
  field("title", c.origin.title);
  field("journal", c.bulletin.empty() ? c.origin.file : c.bulletin);
  field("year", c.year > 0 ? fmt::format("{}", c.year) : c.day.substr(0, 4));
  field("number", c.number > 0 ? fmt::format("{}", c.number) : "");
  field("date", c.day);
  std::string note = lines_of(c, phrases);
  if (const std::string first = first_in(c, phrases); !first.empty()) note += (note.empty() ? "" : "; ") + first;
  field("note", note);
  field("annote", c.quote);
  field("language", "chinese");
  return out + "}";
}

}  // namespace fengbiao
