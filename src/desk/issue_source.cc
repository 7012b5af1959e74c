#include "desk/issue_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "model/issue.h"
#include "model/period.h"
#include "rules/pack.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 7> kArticleFields{"sources", "compiled", "selected_by", "date", "author_note", "cover", "title"};
constexpr std::array<std::string_view, 9> kIssueFields{"name",      "year",    "number",  "total",      "date",
                                                       "publisher", "editors", "imprint", "corrections"};
constexpr std::string_view kFence = "---", kSeparator = "; ";

constexpr bool no_width(char32_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

std::vector<std::string> names_of(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    if (std::string name = squeezed_blanks(value.substr(0, end)); !name.empty()) out.push_back(std::move(name));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? std::string_view() : kSeparator), out += name;
  return out;
}

std::unexpected<Error> wrong(std::string what, std::string advice = {}) {
  return fail(Cause::invalid_argument, {}, std::move(what), std::move(advice));
}

Result<std::string> day_of(std::string_view value) {
  if (!value.empty() && !is_iso_day(value)) return wrong(fmt::format("date: expected a day such as 2023-03-20, got \"{}\"", value));
  return std::string(value);
}

Result<std::optional<int>> number_of(std::string_view name, std::string_view value) {
  if (value.empty()) return std::nullopt;
  int out = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error != std::errc() || end != value.data() + value.size() || out < 1 || out > 99'999)
    return wrong(fmt::format("{}: expected a whole number from 1 to 99999, got \"{}\"", name, value));
  return out;
}

// A line of the text, with its number.
struct SourceText {
  std::string_view text;
  std::size_t line = 0;
};

// The body: columns, headlines, fields, paragraphs.
class Body {
 public:
  explicit Body(const std::string& place) : place_(place) {}

  Result<void> take(SourceText line) {
    std::string_view text = line.text;
    if (text.ends_with('\r')) text.remove_suffix(1);
    const std::string words = squeezed_blanks(text);
    if (words.empty()) {
      end_paragraph();
      in_fields_ = false;
      return {};
    }
    const auto level = text.starts_with("# ") ? 1 : text.starts_with("## ") ? 2 : text.starts_with("### ") ? 3 : 0;
    if (level > 0) return heading(level, squeezed_blanks(text.substr(static_cast<std::size_t>(level))), line.line);
    if (in_fields_) {
      const std::size_t colon = words.find(':');
      const std::string_view name = std::string_view(words).substr(0, std::min(colon, words.size()));
      const bool field =
          colon != words.npos && !name.empty() && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
      if (field) return set_field(name, squeezed_blanks(std::string_view(words).substr(colon + 1)), line.line);
      in_fields_ = false;
    }
    if (sections.empty() || sections.back().articles.empty())
      return fail(Cause::malformed, {place_, line.line}, "text before the first headline", "a headline is a line that begins with \"## \"");
    std::string_view more = words;
    if (more.starts_with('\\')) more.remove_prefix(1);
    if (!paragraph_.empty() && joins_with_blank(paragraph_.back(), more)) paragraph_ += ' ';
    paragraph_ += more;
    return {};
  }
  void end() { end_paragraph(); }

  std::vector<SourceSection> sections;

 private:
  static bool joins_with_blank(char before, std::string_view after) {
    const auto latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return latin(before) && !after.empty() && latin(after.front());
  }
  void end_paragraph() {
    if (std::string words = squeezed_blanks(paragraph_); !words.empty())
      sections.back().articles.back().paragraphs.push_back({std::move(words), false});
    paragraph_.clear();
  }
  Result<void> heading(int level, std::string words, std::size_t line) {
    end_paragraph();
    in_fields_ = false;
    if (words.starts_with('\\')) words = squeezed_blanks(std::string_view(words).substr(1));
    if (words.empty()) return fail(Cause::malformed, {place_, line}, "a heading without words");
    if (level == 1) {
      sections.push_back({std::move(words), {}});
      return {};
    }
    if (level == 3) {
      if (sections.empty() || sections.back().articles.empty())
        return fail(Cause::malformed, {place_, line}, "a sub-heading before the first headline");
      sections.back().articles.back().paragraphs.push_back({std::move(words), true});
      return {};
    }
    if (sections.empty()) sections.emplace_back();
    sections.back().articles.push_back({.title = std::move(words)});
    seen_.clear();
    in_fields_ = true;
    return {};
  }
  Result<void> set_field(std::string_view name, const std::string& value, std::size_t line) {
    const Place here{place_, line};
    if (std::ranges::find(seen_, name) != seen_.end()) return fail(Cause::malformed, here, fmt::format("{} is given twice", name));
    seen_.emplace_back(name);
    if (name == "title") return fail(Cause::malformed, here, "the title is the headline itself");
    auto done = set_article_field(sections.back().articles.back(), name, value);
    if (!done) done.error().place = here;
    return done;
  }

  const std::string& place_;
  std::string paragraph_;
  bool in_fields_ = false;
  std::vector<std::string> seen_;
};

Result<void> check_characters(std::string_view text, const std::string& place) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!c.valid) return fail(Cause::not_text, {place, line}, "bytes that are no UTF-8", "save the file as UTF-8");
    const bool control = (c.code < 0x20 && c.code != '\n' && c.code != '\t' && c.code != '\r') || c.code == 0x7F ||
                         (c.code >= 0x80 && c.code < 0xA0 && c.code != 0x85) || (c.code & 0xFFFE) == 0xFFFE;
    if (control) return fail(Cause::malformed, {place, line}, fmt::format("a control character (U+{:04X})", static_cast<unsigned>(c.code)));
    line += c.code == '\n';
    at += c.size;
  }
  return {};
}

// The next line of `rest`, which loses it.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool is_fence(std::string_view line) { return squeezed_blanks(line) == kFence; }

Result<std::vector<std::string>> lines_of(const PackNode& node) {
  FB_TRY(std::vector<std::string> lines, node.texts());
  for (std::string& line : lines) line = squeezed_blanks(line);
  std::erase(lines, "");
  return lines;
}

Result<void> read_front(std::string_view yaml, const std::string& place, IssueSource& out) {
  if (squeezed_blanks(yaml).empty()) return {};
  FB_TRY(const PackNode front, PackNode::parse(yaml, place));
  FB_CHECK(front.only_keys({"name", "year", "number", "total", "date", "publisher", "editors", "imprint", "corrections"}));
  for (const std::string_view name : {"name", "year", "number", "total", "date", "publisher"}) {
    const PackNode node = front[name];
    if (node.missing()) continue;
    FB_TRY(const std::string value, node.text());
    if (auto done = set_issue_field(out, name, value); !done) return node.complain(done.error().what);
  }
  FB_TRY(out.editors, lines_of(front["editors"]));
  FB_TRY(out.imprint, lines_of(front["imprint"]));
  FB_TRY(out.corrections, lines_of(front["corrections"]));
  // YAML's own escapes can bring in what the file itself may not hold.
  std::string all = out.name + out.publisher;
  for (const auto* lines : {&out.editors, &out.imprint, &out.corrections})
    for (const std::string& line : *lines) all += line;
  if (auto clean = check_characters(all, place); !clean) return front.complain(clean.error().what);
  return {};
}

// A YAML scalar: as it is where nothing can be mistaken, else in double quotes, whose escapes are those of JSON.
std::string scalar(std::string_view text) {
  bool plain = !text.empty();
  bool any_wide = false;
  for (std::size_t at = 0; at < text.size() && plain;) {
    const Decoded c = decode(text, at);
    any_wide = any_wide || is_han(c.code);
    plain = is_han(c.code) || (c.code >= '0' && c.code <= '9') || (c.code >= 'a' && c.code <= 'z') || (c.code >= 'A' && c.code <= 'Z');
    at += c.size;
  }
  if (plain && any_wide) return std::string(text);
  std::string out;
  append_json_string(out, text);
  return out;
}

void write_list(std::string& out, std::string_view name, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out += fmt::format("{}:\n", name);
  for (const std::string& line : lines) out += fmt::format("  - {}\n", scalar(line));
}

void write_article(std::string& out, const SourceArticle& article) {
  const auto guarded = [](std::string_view text) { return fmt::format("{}{}", text.starts_with('\\') ? "\\" : "", text); };
  out += fmt::format("\n## {}\n", guarded(article.title));
  if (!article.sources.empty()) out += fmt::format("sources: {}\n", joined(article.sources));
  if (article.compiled) out += "compiled: yes\n";
  if (!article.selected_by.empty()) out += fmt::format("selected_by: {}\n", article.selected_by);
  if (!article.date.empty()) out += fmt::format("date: {}\n", article.date);
  if (!article.author_note.empty()) out += fmt::format("author_note: {}\n", article.author_note);
  if (!article.cover.empty()) out += fmt::format("cover: {}\n", article.cover);
  for (const SourceParagraph& p : article.paragraphs) {
    if (p.heading) out += fmt::format("\n### {}\n", guarded(p.text));
    else out += fmt::format("\n{}{}\n", p.text.starts_with('#') || p.text.starts_with('\\') ? "\\" : "", p.text);
  }
}

Result<std::vector<SourceSection>> parse_body(std::string_view rest, std::size_t line, const std::string& place) {
  Body body(place);
  while (!rest.empty()) FB_CHECK(body.take({next_line(rest), ++line}));
  body.end();
  return std::move(body.sections);
}

}  // namespace

std::string squeezed_blanks(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!no_width(c.code)) {
      if (is_blank(c.code)) {
        pending = true;
      } else {
        if (pending && !out.empty()) out += ' ';
        pending = false;
        out += text.substr(at, c.size);
      }
    }
    at += c.size;
  }
  return out;
}

std::size_t IssueSource::articles() const {
  std::size_t n = 0;
  for (const SourceSection& section : sections) n += section.articles.size();
  return n;
}

SourceArticle* IssueSource::article(std::size_t n) {
  for (SourceSection& section : sections) {
    if (n >= 1 && n <= section.articles.size()) return &section.articles[n - 1];
    n -= std::min(n, section.articles.size());
  }
  return nullptr;
}

Result<void> set_article_field(SourceArticle& article, std::string_view name, std::string_view value) {
  const std::string words = squeezed_blanks(value);
  if (name == "sources") article.sources = names_of(words);
  else if (name == "selected_by") article.selected_by = words;
  else if (name == "author_note") article.author_note = words;
  else if (name == "cover") article.cover = words;
  else if (name == "date") {
    FB_TRY(article.date, day_of(words));
  } else if (name == "compiled") {
    if (words != "yes" && words != "no") return wrong(fmt::format("compiled: expected yes or no, got \"{}\"", words));
    article.compiled = words == "yes";
  } else if (name == "title") {
    if (words.empty()) return wrong("an article has a title");
    article.title = words;
  } else {
    return wrong(fmt::format("there is no field \"{}\"{}", name, perhaps(name, kArticleFields)),
                 fmt::format("the fields of an article are: {}", fmt::join(kArticleFields, ", ")));
  }
  return {};
}

Result<void> set_issue_field(IssueSource& source, std::string_view name, std::string_view value) {
  const std::string words = squeezed_blanks(value);
  if (name == "name") source.name = words;
  else if (name == "publisher") source.publisher = words;
  else if (name == "editors") source.editors = names_of(words);
  else if (name == "imprint") source.imprint = names_of(words);
  else if (name == "corrections") source.corrections = names_of(words);
  else if (name == "date") {
    FB_TRY(source.date, day_of(words));
  } else if (name == "year") {
    FB_TRY(source.year, number_of(name, words));
  } else if (name == "number") {
    FB_TRY(source.number, number_of(name, words));
  } else if (name == "total") {
    FB_TRY(source.total, number_of(name, words));
  } else {
    return wrong(fmt::format("there is no field \"{}\"{}", name, perhaps(name, kIssueFields)),
                 fmt::format("the fields of an issue are: {}", fmt::join(kIssueFields, ", ")));
  }
  return {};
}

Result<IssueSource> parse_issue_source(std::string_view text, const std::string& place) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  FB_CHECK(check_characters(text, place));
  IssueSource out;
  std::string_view rest = text;
  std::size_t line = 1;
  if (!is_fence(next_line(rest)))
    return fail(Cause::malformed, {place, 1}, "expected the front matter: a line ---, name: and the like, a line ---");
  // The fence counts as an empty line, so that complaints have the lines of the file.
  std::string yaml = "\n";
  for (bool closed = false; !closed;) {
    if (rest.empty()) return fail(Cause::malformed, {place, line}, "the front matter has no end", "close it with a line ---");
    const std::string_view next = next_line(rest);
    ++line;
    closed = is_fence(next);
    if (!closed) yaml += fmt::format("{}\n", next);
  }
  FB_CHECK(read_front(yaml, place, out));
  FB_TRY(out.sections, parse_body(rest, line, place));
  return out;
}

Result<std::vector<SourceSection>> parse_articles(std::string_view text, const std::string& place) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  FB_CHECK(check_characters(text, place));
  return parse_body(text, 0, place);
}

std::string write_issue_source(const IssueSource& source) {
  std::string out = fmt::format("{}\n", kFence);
  const auto words = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", name, scalar(value));
  };
  const auto number = [&](std::string_view name, const std::optional<int>& value) {
    if (value) out += fmt::format("{}: {}\n", name, *value);
  };
  words("name", source.name);
  number("year", source.year);
  number("number", source.number);
  number("total", source.total);
  if (!source.date.empty()) out += fmt::format("date: {}\n", source.date);
  words("publisher", source.publisher);
  write_list(out, "editors", source.editors);
  write_list(out, "imprint", source.imprint);
  write_list(out, "corrections", source.corrections);
  out += fmt::format("{}\n", kFence);
  for (const SourceSection& section : source.sections) {
    const bool guarded = section.name.starts_with('\\');
    if (!section.name.empty()) out += fmt::format("\n# {}{}\n", guarded ? "\\" : "", section.name);
    for (const SourceArticle& article : section.articles) write_article(out, article);
  }
  return out;
}

std::string write_article_source(const SourceArticle& article) {
  std::string out;
  write_article(out, article);
  return out.substr(1);
}

}  // namespace fengbiao
