// The JSON forms of the records. The structure form holds fields and spans but no text that its spans can give back, so
// it stays small beside the kept text; small records are rows, not objects: a span is [begin,end], a zone
// [kind,begin,end,line,article]. docs/archive-format.md has the whole of it; the archive's format number covers it.
// Reading checks every type and size and names the place that is wrong ("articles[3].title_pieces[0]"), since the bytes
// may come from a damaged archive. That spans lie inside the text is checked by the store, which has the text.
// Tested by issue_json_test.cc.
#include "model/issue_json.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

namespace fengbiao {

namespace {

void write(JsonWriter& w, const Paragraph& paragraph);
void write(JsonWriter& w, const Article& article);

void write(JsonWriter& w, Span span) {
  w.open('[');
  w.value(span.begin);
  w.value(span.end);
  w.close(']');
}

void write(JsonWriter& w, const Zone& zone) {
  w.open('[');
  w.value(static_cast<unsigned>(zone.kind));
  w.value(zone.span.begin);
  w.value(zone.span.end);
  w.value(zone.line);
  w.value(zone.article);
  w.close(']');
}

void write(JsonWriter& w, const ContentsEntry& entry) {
  w.open('[');
  w.value(entry.title);
  w.value(entry.page);
  w.value(entry.line);
  w.value(entry.article);
  w.close(']');
}

void write(JsonWriter& w, const Because& because) {
  w.open('[');
  w.value(because.field);
  w.value(because.rule);
  w.value(because.line_start);
  w.value(because.line_end);
  w.value(because.note);
  w.close(']');
}

template <class T>
void write_list(JsonWriter& w, std::string_view name, const std::vector<T>& list) {
  w.key(name);
  w.open('[');
  for (const T& item : list) write(w, item);
  w.close(']');
}

void write(JsonWriter& w, const Paragraph& paragraph) {
  w.open('{');
  write_list(w, "pieces", paragraph.pieces);
  if (paragraph.heading) w.field("heading", true);
  if (paragraph.pieces.empty()) w.field("text", paragraph.text);
  w.close('}');
}

void write(JsonWriter& w, const Article& a) {
  w.open('{');
  w.field("id", a.id);
  w.field("n", a.n);
  w.field("section", a.section);
  if (a.title_pieces.empty()) w.field("title", a.title);
  write_list(w, "title_pieces", a.title_pieces);
  w.field("sources", a.sources);
  w.field("compiled", a.compiled);
  w.field("selected_by", a.selected_by);
  w.field("date", a.date);
  write_list(w, "source_pieces", a.source_pieces);
  if (a.author_note_pieces.empty()) w.field("author_note", a.author_note);
  write_list(w, "author_note_pieces", a.author_note_pieces);
  write_list(w, "paragraphs", a.paragraphs);
  w.field("line_start", a.line_start);
  w.field("line_end", a.line_end);
  write_list(w, "because", a.because);
  w.close('}');
}

// Fills records from parsed JSON. Every read() is true or leaves in `where_` and `wrong_` what stands in its way.
class Reader {
 public:
  using Json = nlohmann::json;

  bool read(const Json& j, Issue& issue) {
    return object(j) && field(j, "key", issue.key) && field(j, "file", issue.file) && field(j, "profile", issue.profile) &&
           field(j, "masthead", issue.masthead) && field(j, "sections", issue.sections) && field(j, "contents", issue.contents) &&
           field(j, "articles", issue.articles) && field(j, "zones", issue.zones) && field(j, "lines", issue.lines) &&
           field(j, "unclaimed_lines", issue.unclaimed_lines) && field(j, "because", issue.because);
  }

  [[nodiscard]] std::string trouble() const { return (where_.empty() ? std::string() : where_ + ": ") + wrong_; }

 private:
  bool wrong(std::string what) {
    wrong_ = std::move(what);
    return false;
  }
  bool inside(std::string_view step) {  // on the way out of a failure
    const bool list = where_.starts_with('[');
    where_ = std::string(step) + (where_.empty() || list ? "" : ".") + where_;
    return false;
  }
  bool object(const Json& j) { return j.is_object() || wrong("not an object"); }

  template <class T>
  bool field(const Json& j, const char* name, T& out) {
    const auto at = j.find(name);
    if (at == j.end()) return wrong("missing") || inside(name);
    return read(*at, out) || inside(name);
  }
  template <class T>
  bool field_if(const Json& j, const char* name, T& out) {
    return !j.contains(name) || field(j, name, out);
  }
  template <class... T>
  bool row(const Json& j, T&... fields) {
    if (!j.is_array() || j.size() != sizeof...(T)) return wrong("not a row of " + std::to_string(sizeof...(T)));
    std::size_t i = 0;
    return (((read(j[i], fields) || inside("[" + std::to_string(i) + "]")) && (++i, true)) && ...);
  }

  bool read(const Json& j, std::string& out) {
    if (!j.is_string()) return wrong("not a text");
    out = j.get_ref<const std::string&>();
    return true;
  }
  bool read(const Json& j, bool& out) {
    if (!j.is_boolean()) return wrong("neither true nor false");
    out = j.get<bool>();
    return true;
  }
  bool read(const Json& j, std::uint32_t& out) {
    if (!j.is_number_unsigned() || j.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
      return wrong("not a whole number of 32 bits");
    out = j.get<std::uint32_t>();
    return true;
  }
  bool read(const Json& j, int& out) {
    const bool whole = j.is_number_unsigned() ? j.get<std::uint64_t>() <= std::numeric_limits<int>::max()
                                              : j.is_number_integer() && j.get<std::int64_t>() >= std::numeric_limits<int>::min();
    if (!whole) return wrong("not a whole number");
    out = j.get<int>();
    return true;
  }
  bool read(const Json& j, ZoneKind& out) {
    std::uint32_t kind = 0;
    if (!read(j, kind)) return false;
    if (kind > static_cast<std::uint32_t>(ZoneKind::unclaimed)) return wrong("no such kind of zone");
    out = static_cast<ZoneKind>(kind);
    return true;
  }
  template <class T>
  bool read(const Json& j, std::optional<T>& out) {
    return j.is_null() || read(j, out.emplace());
  }
  template <class T>
  bool read(const Json& j, std::vector<T>& out) {
    if (!j.is_array()) return wrong("not a list");
    out.reserve(j.size());
    for (std::size_t i = 0; i < j.size(); ++i)
      if (!read(j[i], out.emplace_back())) return inside("[" + std::to_string(i) + "]");
    return true;
  }
  bool ordered(Span span) { return span.begin <= span.end || wrong("a span that ends before it begins"); }
  bool read(const Json& j, Span& s) { return row(j, s.begin, s.end) && ordered(s); }
  bool read(const Json& j, Zone& z) { return row(j, z.kind, z.span.begin, z.span.end, z.line, z.article) && ordered(z.span); }
  bool read(const Json& j, ContentsEntry& e) { return row(j, e.title, e.page, e.line, e.article); }
  bool read(const Json& j, Because& b) { return row(j, b.field, b.rule, b.line_start, b.line_end, b.note); }
  bool read(const Json& j, Masthead& m) {
    return object(j) && field(j, "name", m.name) && field(j, "year", m.year) && field(j, "number", m.number) &&
           field(j, "total", m.total) && field(j, "date", m.date) && field(j, "publisher", m.publisher);
  }
  bool read(const Json& j, Paragraph& p) {
    return object(j) && field(j, "pieces", p.pieces) && field_if(j, "heading", p.heading) && field_if(j, "text", p.text);
  }
  bool read(const Json& j, Article& a) {
    return object(j) && field(j, "id", a.id) && field(j, "n", a.n) && field(j, "section", a.section) && field_if(j, "title", a.title) &&
           field(j, "title_pieces", a.title_pieces) && field(j, "sources", a.sources) && field(j, "compiled", a.compiled) &&
           field(j, "selected_by", a.selected_by) && field(j, "date", a.date) && field(j, "source_pieces", a.source_pieces) &&
           field_if(j, "author_note", a.author_note) && field(j, "author_note_pieces", a.author_note_pieces) &&
           field(j, "paragraphs", a.paragraphs) && field(j, "line_start", a.line_start) && field(j, "line_end", a.line_end) &&
           field(j, "because", a.because);
  }

  std::string where_, wrong_;
};

}  // namespace

std::string to_json(const Issue& issue) {
  JsonWriter w;
  w.open('{');
  w.field("key", issue.key);
  w.field("file", issue.file);
  w.field("profile", issue.profile);
  w.key("masthead");
  w.open('{');
  w.field("name", issue.masthead.name);
  w.field("year", issue.masthead.year);
  w.field("number", issue.masthead.number);
  w.field("total", issue.masthead.total);
  w.field("date", issue.masthead.date);
  w.field("publisher", issue.masthead.publisher);
  w.close('}');
  w.field("sections", issue.sections);
  write_list(w, "contents", issue.contents);
  write_list(w, "articles", issue.articles);
  write_list(w, "zones", issue.zones);
  w.field("lines", issue.lines);
  w.field("unclaimed_lines", issue.unclaimed_lines);
  write_list(w, "because", issue.because);
  w.close('}');
  return w.take();
}

Result<Issue> issue_from_json(std::string_view json) {
  const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) return fail(Cause::damaged, {}, "the structure of an issue is no JSON");
  Reader reader;
  Issue issue;
  if (!reader.read(parsed, issue)) return fail(Cause::damaged, {}, "the structure of an issue is broken: " + reader.trouble());
  return issue;
}

void write_article_json(JsonWriter& w, const Article& a, std::string_view file, std::string_view issue_key) {
  w.open('{');
  w.field("id", a.id);
  w.field("file", file);
  w.field("issue", issue_key);
  w.key("section");
  if (a.section.empty()) w.null();
  else w.value(a.section);
  w.field("n", a.n);
  w.field("title", a.title);
  w.field("sources", a.sources);
  w.field("compiled", a.compiled);
  w.field("selected_by", a.selected_by);
  w.field("date", a.date);
  w.field("author_note", a.author_note);
  w.key("paragraphs");
  w.open('[');
  for (const Paragraph& paragraph : a.paragraphs) w.value(paragraph.text);
  w.close(']');
  w.field("line_start", a.line_start);
  w.field("line_end", a.line_end);
  w.key("span");
  write(w, a.span());
  w.close('}');
}

}  // namespace fengbiao
