#include "observation/indicators_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

struct Value {
  bool list = false;
  std::vector<std::pair<std::string, std::size_t>> texts;  // with their lines
};

// One `key: value` after another, with the depth of the key and whether a dash stands before it.
class PlainYaml {
 public:
  PlainYaml(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  struct Entry {
    std::size_t depth = 0;
    bool dash = false;
    std::string key;
    Value value;
    std::size_t line = 0, column = 0;
  };
  // Nothing at the end of the file.
  Result<std::optional<Entry>> next() {
    while (at_ < bytes_.size()) {
      const std::size_t start = at_;
      while (peek() == ' ') ++at_;
      const std::size_t depth = at_ - start;
      if (peek() == '#' || at_line_end()) {
        skip_line();
        continue;
      }
      return entry(depth);
    }
    return std::optional<Entry>();
  }

  [[nodiscard]] std::unexpected<Error> complain(std::string what, std::string advice = {}) const {
    const std::size_t start = at_ == 0 ? 0 : bytes_.rfind('\n', at_ - 1) + 1;  // npos + 1 is 0
    return fail(Cause::malformed, {file_, line_, at_ - start + 1}, std::move(what), std::move(advice));
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\n'; }
  [[nodiscard]] bool at_line_end() const { return peek() == '\n' || (peek() == '\r' && peek(1) == '\n'); }
  void skip_line() {
    at_ = std::min(bytes_.find('\n', at_), bytes_.size());
    if (at_ == bytes_.size()) return;
    ++at_;
    ++line_;
  }
  // Blanks and a remark behind a value.
  Result<void> end_of_line() {
    while (peek() == ' ') ++at_;
    if (!at_line_end() && peek() != '#') return complain("expected the end of the line");
    skip_line();
    return {};
  }

  Result<std::optional<Entry>> entry(std::size_t depth) {
    Entry out;
    out.depth = depth;
    if (peek() == '-' && peek(1) == ' ') {
      out.dash = true;
      at_ += 2;
      out.depth += 2;
      for (; peek() == ' '; ++at_) ++out.depth;
    }
    const std::size_t key = at_;
    out.line = line_;
    out.column = out.depth + 1;
    while ((peek() >= 'a' && peek() <= 'z') || peek() == '_') ++at_;
    out.key = bytes_.substr(key, at_ - key);
    if (out.key.empty() || peek() != ':') return complain("expected a key and a colon", "one key a line, such as 'name: …'");
    ++at_;
    while (peek() == ' ') ++at_;
    if (peek() == '[') {
      FB_CHECK(list(out.value));
    } else if (!at_line_end() && peek() != '#') {
      const std::size_t line = line_;
      FB_TRY(std::string text, scalar(false));
      out.value.texts.emplace_back(std::move(text), line);
    }
    FB_CHECK(end_of_line());
    return std::optional(std::move(out));
  }

  Result<void> blanks_in_list() {
    while (peek() == ' ' || peek() == '#' || at_line_end()) {
      if (at_ >= bytes_.size()) return complain("expected ']' before the end of the file");
      if (peek() == ' ') ++at_;
      else skip_line();
    }
    return {};
  }

  Result<void> list(Value& out) {
    out.list = true;
    ++at_;
    for (;;) {
      FB_CHECK(blanks_in_list());
      if (peek() == ']') break;
      const std::size_t line = line_;
      FB_TRY(std::string text, scalar(true));
      out.texts.emplace_back(std::move(text), line);
      FB_CHECK(blanks_in_list());
      if (peek() == ',') ++at_;
      else if (peek() != ']') return complain("expected ',' or ']'");
    }
    ++at_;
    return {};
  }

  Result<std::string> scalar(bool inside_list) {
    const char quote = peek();
    std::string out;
    if (quote == '\'' || quote == '"') {
      for (++at_;; ++at_) {
        if (at_line_end()) return complain(fmt::format("expected {} before the end of the line", quote));
        if (peek() == quote && quote == '\'' && peek(1) == quote) ++at_;
        else if (peek() == quote) break;
        else if (peek() == '\\' && quote == '"') return complain("a backslash in double quotes", "use single quotes");
        out += peek();
      }
      ++at_;
      return out;
    }
    if (std::string_view("{}&*!|>%@`,?-").find(quote) != std::string_view::npos)
      return complain(fmt::format("a text cannot begin with {}", quote), "put it into quotes");
    for (; !at_line_end(); ++at_) {
      const char c = peek();
      if (inside_list && (c == ',' || c == ']')) break;
      if (inside_list && (c == '[' || c == '{' || c == '}')) return complain(fmt::format("{} in a text", c), "put it into quotes");
      if (c == ' ' && peek(1) == '#') break;
      if (c == ':' && (peek(1) == ' ' || peek(1) == '\n')) return complain("a colon in a text", "put it into quotes");
      out += c;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
  }

  std::string_view bytes_;
  const std::string& file_;
  std::size_t at_ = 0, line_ = 1;
};

const std::initializer_list<std::string_view> kKeys = {"id",    "adds_to",    "name", "english", "kind",    "unit",     "aliases",
                                                       "exact", "definition", "of",   "over",    "part_of", "examples", "not"};
const std::initializer_list<std::string_view> kKinds = {"flow", "stock", "index", "ratio"};

std::string mean(std::string_view word, std::initializer_list<std::string_view> known) {
  const std::string near = nearest(word, known);
  return near.empty() ? std::string() : fmt::format("did you mean '{}'?", near);
}

// `phrase`, `phrase | 笔`, `phrase | % growth`
Result<Indicator::Example> example_of(std::string_view text, Place place) {
  Indicator::Example out{{}, {}, Measure::level, std::move(place)};
  const std::size_t bar = text.find('|');
  out.phrase = folded(text.substr(0, bar));
  while (out.phrase.ends_with(' ')) out.phrase.pop_back();
  if (bar == std::string_view::npos) return out;
  std::string_view rest = text.substr(bar + 1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::size_t blank = rest.find(' ');
  out.unit = rest.substr(0, blank);
  if (blank == std::string_view::npos) return out;
  const auto measure = measure_named(rest.substr(blank + 1));
  if (!measure)
    return fail(Cause::malformed, out.place, fmt::format("'{}' is no measure", rest.substr(blank + 1)),
                "level, growth, share, rank or change, as in 'phrase | % growth'");
  out.measure = *measure;
  return out;
}

Result<void> examples_of(const Value& value, const std::string& file, std::vector<Indicator::Example>& out) {
  for (const auto& [text, line] : value.texts) {
    FB_TRY(Indicator::Example example, example_of(text, {file, line}));
    out.push_back(std::move(example));
  }
  return {};
}

bool is_kebab(std::string_view id) {
  return !id.empty() && id.front() != '-' && id.back() != '-' && id.find("--") == id.npos &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<void> fill(Indicator& entry, const PlainYaml::Entry& line, const std::string& file) {
  const Place place{file, line.line, line.column};
  std::vector<std::string>* const many = line.key == "unit"      ? &entry.units
                                         : line.key == "aliases" ? &entry.aliases
                                         : line.key == "exact"   ? &entry.exact
                                                                 : nullptr;
  if (many) {
    for (const auto& [text, at] : line.value.texts) many->push_back(text);
    return {};
  }
  if (line.key == "examples") return examples_of(line.value, file, entry.examples);
  if (line.key == "not") return examples_of(line.value, file, entry.not_this);
  if (line.value.list || line.value.texts.empty()) return fail(Cause::malformed, place, fmt::format("{}: expected one text", line.key));
  const std::string& text = line.value.texts.front().first;
  if (line.key == "id" || line.key == "adds_to") {
    if (!is_kebab(text))
      return fail(Cause::malformed, place, fmt::format("'{}' is no id", text), "small Latin letters and digits with hyphens between");
    entry.id = text;
  } else if (line.key == "kind") {
    const auto known = std::find(kKinds.begin(), kKinds.end(), text);
    if (known == kKinds.end()) return fail(Cause::malformed, place, fmt::format("unknown kind '{}'", text), mean(text, kKinds));
    entry.kind = static_cast<IndicatorKind>(known - kKinds.begin());
  } else if (line.key == "name") {
    entry.name = text;
  } else if (line.key == "english") {
    entry.english = text;
  } else if (line.key == "definition") {
    entry.definition = text;
  } else if (line.key == "of") {
    entry.of = text;
  } else if (line.key == "over") {
    entry.over = text;
  } else {
    entry.part_of = text;
  }
  return {};
}

Result<void> complete(const Indicator& entry, bool added, const std::vector<std::string>& keys) {
  const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  if (added) {
    for (const std::string& key : keys)
      if (key != "adds_to" && key != "aliases" && key != "exact" && key != "examples" && key != "not")
        return fail(Cause::malformed, entry.place, fmt::format("'{}' beside adds_to", key),
                    "what is added to an entry are aliases, exact, examples and not");
    return {};
  }
  if (has("adds_to")) return fail(Cause::malformed, entry.place, "'adds_to' must be the first key of its entry");
  for (const std::string_view key : {"id", "name", "english", "kind", "unit", "examples"})
    if (!has(key))
      return fail(Cause::malformed, entry.place, fmt::format("{}: '{}' is missing", entry.id.empty() ? "an entry" : entry.id, key));
  if (entry.units.empty()) return fail(Cause::malformed, entry.place, fmt::format("{}: expected a unit", entry.id));
  return {};
}

}  // namespace

Result<IndicatorFile> read_indicator_file(const DataSet::File& file) {
  IndicatorFile out;
  PlainYaml yaml(file.bytes, file.place);
  bool inside = false, added = false;
  std::size_t depth = 0;
  std::vector<std::string> keys;  // of the entry
  for (;;) {
    FB_TRY(const auto line, yaml.next());
    if (!line || line->dash)
      if (!keys.empty()) FB_CHECK(complete(out.indicators.back(), added, keys));
    if (!line) break;
    const Place place{file.place, line->line, line->column};
    if (line->depth == 0) {
      if (line->key == "topic" && !out.topic.empty()) return fail(Cause::malformed, place, "'topic' stands twice in one file");
      if (line->key == "topic" && inside) return fail(Cause::malformed, place, "expected 'topic:' before 'indicators:'");
      if (line->key == "topic" && line->value.texts.size() == 1) out.topic = line->value.texts.front().first;
      else if (line->key == "indicators" && line->value.texts.empty() && !line->value.list) inside = true;
      else
        return fail(Cause::malformed, place, fmt::format("unexpected '{}' at the top", line->key),
                    "a file holds 'topic: …' and 'indicators:'");
      continue;
    }
    if (!inside) return fail(Cause::malformed, place, "expected 'indicators:' before the entries");
    if (line->dash) {
      Indicator& fresh = out.indicators.emplace_back();
      fresh.topic = out.topic;
      fresh.place = place;
      depth = line->depth;
      keys.clear();
      added = line->key == "adds_to";
    } else if (keys.empty() || line->depth != depth) {
      return fail(Cause::malformed, place, fmt::format("'{}' stands at another depth than the entry's first key", line->key));
    }
    if (std::find(kKeys.begin(), kKeys.end(), line->key) == kKeys.end())
      return fail(Cause::malformed, place, fmt::format("unknown key '{}'", line->key), mean(line->key, kKeys));
    if (std::find(keys.begin(), keys.end(), line->key) != keys.end())
      return fail(Cause::malformed, place, fmt::format("'{}' stands twice in one entry", line->key));
    keys.push_back(line->key);
    FB_CHECK(fill(out.indicators.back(), *line, file.place));
  }
  if (out.topic.empty()) return fail(Cause::malformed, {file.place, 1}, "'topic' is missing");
  return out;
}

}  // namespace fengbiao
