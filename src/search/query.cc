#include "search/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/utf8.h"
#include "quantity/calendar.h"
#include "search/query_lexer.h"
#include "search/search_text.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

using Kind = QueryNode::Kind;
constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr std::size_t kLongestFieldName = 24;  // bytes, of what may be meant as one

class Parse {
 public:
  Parse(const QueryWords& words, const QuantityReader& reader, const Folded& folded, Query& query)
      : words_(words), reader_(reader), folded_(folded), query_(query), tokens_(query_tokens(folded.text, words)) {}

  void run() {
    query_.root = sequence(QueryField::any, 0, false);
    // Only a bracket that closes nothing can be left.
    while (at_ < tokens_.size()) {
      note(QueryNoteKind::stray_bracket, tokens_[at_++].span);
      QueryNode more = sequence(QueryField::any, 0, false);
      if (more.kind != Kind::all) query_.root = join(Kind::both, std::move(query_.root), std::move(more));
    }
    query_.leaves = leaves_;
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const { return slice(folded_.text, span); }
  [[nodiscard]] Span typed(Span span) const { return folded_.original(span.begin, span.end); }
  void note(QueryNoteKind kind, Span span, std::string perhaps = {}) {
    query_.notes.push_back({kind, typed(span), std::string(text(span)), std::move(perhaps)});
  }
  static QueryNode join(Kind kind, QueryNode a, QueryNode b) {
    if (a.kind == Kind::all) return b;
    if (b.kind == Kind::all) return a;
    if (a.kind == kind) {
      a.parts.push_back(std::move(b));
      return a;
    }
    QueryNode out;
    out.kind = kind;
    out.parts.push_back(std::move(a));
    out.parts.push_back(std::move(b));
    return out;
  }

  // Words side by side, up to a closing bracket or the end. `inside`: a bracket is open.
  QueryNode sequence(QueryField field, std::size_t depth, bool inside) {
    QueryNode out;
    while (at_ < tokens_.size()) {
      const QueryToken& token = tokens_[at_];
      if (token.kind == QueryToken::Kind::close) {
        if (inside) break;
        if (depth == 0) break;
      }
      if (token.kind == QueryToken::Kind::both || token.kind == QueryToken::Kind::either) {
        // `either` with a word before it is taken by alternatives().
        if (token.kind == QueryToken::Kind::either || out.kind == Kind::all || !begins(at_ + 1))
          note(QueryNoteKind::nothing_to_join, token.span);
        ++at_;
        continue;
      }
      out = join(Kind::both, std::move(out), alternatives(field, depth));
    }
    return out;
  }
  [[nodiscard]] bool begins(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind != QueryToken::Kind::close && tokens_[at].kind != QueryToken::Kind::both &&
           tokens_[at].kind != QueryToken::Kind::either;
  }
  QueryNode alternatives(QueryField field, std::size_t depth) {
    QueryNode out = one(field, depth);
    while (at_ < tokens_.size() && tokens_[at_].kind == QueryToken::Kind::either && begins(at_ + 1) && out.kind != Kind::all) {
      ++at_;
      out = join(Kind::either, std::move(out), one(field, depth));
    }
    return out;
  }
  QueryNode one(QueryField field, std::size_t depth) {
    const QueryToken token = tokens_[at_++];
    if (token.has_field) field = *words_.field(text(token.field));
    switch (token.kind) {
      case QueryToken::Kind::without: {
        if (!begins(at_)) {
          note(QueryNoteKind::nothing_to_join, token.span);
          return {};
        }
        if (tokens_[at_].kind == QueryToken::Kind::without) {  // twice: not at all
          ++at_;
          return begins(at_) ? one(field, depth) : QueryNode{};
        }
        QueryNode part = one(field, depth);
        if (part.kind == Kind::all) return part;
        QueryNode out;
        out.kind = Kind::without;
        out.parts.push_back(std::move(part));
        return out;
      }
      case QueryToken::Kind::open: {
        if (depth >= kMostQueryDepth) {
          note(QueryNoteKind::too_deep, token.span);
          return {};
        }
        QueryNode out = sequence(field, depth + 1, true);
        if (at_ < tokens_.size()) ++at_;
        else note(QueryNoteKind::unclosed_bracket, token.span);
        return out;
      }
      case QueryToken::Kind::quote:
        if (token.unclosed) note(QueryNoteKind::unclosed_quote, token.span);
        return leaf(field, token, true);
      case QueryToken::Kind::range:
        if (token.unclosed) note(QueryNoteKind::unclosed_bracket, token.span);
        return range(field, token);
      default: return leaf(field, token, false);
    }
  }

  QueryNode leaf(QueryField field, const QueryToken& token, bool quoted) {
    const std::string_view words = text(token.span);
    if (field == QueryField::date || field == QueryField::value) return between(field, token, words);
    if (!quoted && !token.has_field) look_for_field(token.span, words);
    return plain(field, token.span, quoted);
  }
  // Words as they are; nothing where they have no character that counts, or where there are too many.
  QueryNode plain(QueryField field, Span span, bool quoted) {
    QueryNode out;
    std::string form = search_text(text(span));
    if (form.empty() || (form == "*" && field == QueryField::any && !quoted)) return out;
    if (leaves_ >= kMostQueryWords) {
      if (std::ranges::none_of(query_.notes, [](const QueryNote& n) { return n.kind == QueryNoteKind::too_many_words; }))
        note(QueryNoteKind::too_many_words, span);
      return out;
    }
    out.kind = Kind::words;
    out.field = field;
    out.words = text(span);
    out.form = std::move(form);
    out.quoted = quoted;
    out.at = typed(span);
    out.number = leaves_++;
    return out;
  }
  void look_for_field(Span span, std::string_view words) {
    const std::size_t colon = words.find(':');
    if (colon == words.npos || colon == 0 || colon > kLongestFieldName) return;
    const std::string_view name = words.substr(0, colon);
    if (words_.field(name)) return note(QueryNoteKind::empty_field, span);
    const bool latin = std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    std::string near = words_.near_field(name);
    if (latin || !near.empty()) note(QueryNoteKind::unknown_field, span, std::move(near));
  }

  // What is behind 日期: or 数值: outside of square brackets: one value, a..b, a~b, >a, >=a, <a, <=a.
  QueryNode between(QueryField field, const QueryToken& token, std::string_view words) {
    for (const std::string_view mark : {"..", "~"})
      if (const std::size_t at = words.find(mark); at != words.npos)
        return bounds(field, token, words.substr(0, at), words.substr(at + mark.size()), true, true);
    constexpr std::array<std::pair<std::string_view, int>, 6> kCompared{
        {{">=", 1}, {"<=", -1}, {"\xE2\x89\xA5", 1}, {"\xE2\x89\xA4", -1}, {">", 2}, {"<", -2}}};
    for (const auto& [mark, way] : kCompared)
      if (words.starts_with(mark)) {
        const std::string_view rest = words.substr(mark.size());
        const bool strict = way == 2 || way == -2;
        return way > 0 ? bounds(field, token, rest, "", !strict, true, false) : bounds(field, token, "", rest, true, !strict, false);
      }
    return bounds(field, token, words, words, true, true, false);
  }
  QueryNode range(QueryField field, const QueryToken& token) {
    const std::string_view whole = text(token.span);
    if (field != QueryField::date && field != QueryField::value) {
      note(field == QueryField::any ? QueryNoteKind::no_date : QueryNoteKind::no_value, token.span);
      return plain(field, token.span, false);
    }
    // The word between two bounds stands between blanks.
    for (std::size_t from = 0; from < whole.size();) {
      const std::size_t begin = whole.find_first_not_of(' ', from);
      if (begin == whole.npos) break;
      const std::size_t end = std::min(whole.find(' ', begin), whole.size());
      const auto joiner = words_.joiner(whole.substr(begin, end - begin));
      if (joiner == QueryJoiner::to) return bounds(field, token, trimmed(whole.substr(0, begin)), trimmed(whole.substr(end)), true, true);
      from = end;
    }
    return between(field, token, trimmed(whole));
  }
  static std::string_view trimmed(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return s;
  }
  QueryNode bounds(QueryField field, const QueryToken& token, std::string_view low, std::string_view high, bool with_low, bool with_high,
                   bool may_be_open = true) {
    const bool no_low = low.empty() || (may_be_open && words_.is_open(low)),
               no_high = high.empty() || (may_be_open && words_.is_open(high));
    QueryNode out;
    if (field == QueryField::date) {
      const auto first = no_low ? std::optional(QueryDays{kFirstDay, kFirstDay}) : read_days(low, reader_);
      const auto last = no_high ? std::optional(QueryDays{kLastDay, kLastDay}) : read_days(high, reader_);
      if (!first || !last || (no_low && no_high && !may_be_open)) return not_read(QueryNoteKind::no_date, token);
      out.kind = Kind::days;
      out.days = {with_low ? first->first : first->last + 1, with_high ? last->last : last->first - 1};
    } else {
      const auto least = no_low ? std::optional(QueryAmount{-kInfinite, -kInfinite, {}}) : read_amount(low, reader_);
      const auto most = no_high ? std::optional(QueryAmount{kInfinite, kInfinite, {}}) : read_amount(high, reader_);
      if (!least || !most || (no_low && no_high && !may_be_open)) return not_read(QueryNoteKind::no_value, token);
      out.kind = Kind::amount;
      out.low = *least;
      out.high = *most;
      out.high.value = most->value_max;
      if (!with_low) out.low.value = std::nextafter(least->value, kInfinite);
      if (!with_high) out.high.value = std::nextafter(most->value, -kInfinite);
      if (out.low.unit.empty()) out.low.unit = out.high.unit;
      if (out.high.unit.empty()) out.high.unit = out.low.unit;
      if (out.low.unit != out.high.unit) return not_read(QueryNoteKind::no_value, token);
    }
    if (leaves_ >= kMostQueryWords) {
      note(QueryNoteKind::too_many_words, token.span);
      return {};
    }
    out.field = field;
    out.words = text(token.span);
    out.quoted = token.kind == QueryToken::Kind::range;
    out.at = typed(token.span);
    out.number = leaves_++;
    return out;
  }
  QueryNode not_read(QueryNoteKind kind, const QueryToken& token) {
    note(kind, token.span);
    return plain(QueryField::any, token.span, false);
  }

  const QueryWords& words_;
  const QuantityReader& reader_;
  const Folded& folded_;
  Query& query_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  std::uint32_t leaves_ = 0;
};

}  // namespace

std::string_view name_of(QueryNoteKind kind) {
  constexpr std::array<std::string_view, 14> kNames{"too-long",         "too-many-words", "too-deep",        "unclosed-quote",
                                                    "unclosed-bracket", "stray-bracket",  "nothing-to-join", "unknown-field",
                                                    "empty-field",      "no-date",        "no-value",        "split",
                                                    "period-optional",  "initials"};
  return kNames[static_cast<std::size_t>(kind)];
}

Result<QueryParser> QueryParser::load(const DataSet& data) {
  FB_TRY(QueryWords words, QueryWords::load(data));
  FB_TRY(QuantityReader reader, QuantityReader::load(data));
  return QueryParser(std::move(words), std::move(reader));
}

Query QueryParser::parse(std::string_view typed) const {
  Query out;
  if (typed.size() > kMostQueryBytes) {
    std::size_t end = kMostQueryBytes;
    while (end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0) == 0x80) --end;
    out.notes.push_back({QueryNoteKind::too_long, {static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(typed.size())}, {}, {}});
    typed = typed.substr(0, end);
  }
  out.typed = typed;
  Folded folded;
  fold(out.typed, folded);
  Parse(words_, reader_, folded, out).run();
  return out;
}

std::string QueryParser::written(const QueryNode& node) const {
  const auto quoted = [&](const std::string& words, bool whole) {
    const bool plain = !whole && words.find_first_of(" ()|\"") == words.npos && !words.starts_with('-') && !words_.joiner(words);
    if (plain) return words;
    if (words.find('"') == words.npos) return "\"" + words + "\"";
    // Corner brackets around what has quotes inside.
    std::string inside, out;
    for (std::size_t i = 0; i < words.size();) {
      const Decoded d = decode(words, i);
      if (d.code != kLeftCorner + 1) inside += words.substr(i, d.size);
      i += d.size;
    }
    append_utf8(out, kLeftCorner);
    out += inside;
    append_utf8(out, kLeftCorner + 1);
    return out;
  };
  const std::string field = node.field == QueryField::any ? "" : words_.shown(node.field) + ":";
  std::string out;
  switch (node.kind) {
    case Kind::all: return "*";
    case Kind::both:
    case Kind::either:
      for (const QueryNode& part : node.parts) {
        if (!out.empty()) out += node.kind == Kind::both ? " " : " " + words_.shown(QueryJoiner::either) + " ";
        const bool bracket = part.kind == Kind::both || (part.kind == Kind::either && node.kind == Kind::either);
        out += bracket ? "(" + written(part) + ")" : written(part);
      }
      return out;
    case Kind::without: {
      const QueryNode& part = node.parts.front();
      return "-" + (part.kind == Kind::both || part.kind == Kind::either ? "(" + written(part) + ")" : written(part));
    }
    case Kind::words:
      if (node.also.empty()) return field + quoted(node.words, node.quoted);
      out = field + "(" + quoted(node.words, node.quoted);
      for (const QueryAlternative& a : node.also) out += " " + words_.shown(QueryJoiner::either) + " " + quoted(a.words, false);
      return out + ")";
    case Kind::days: {
      const auto iso = [&](int day, int none) {
        const auto date = date_of(day);
        return day == none || !date ? std::string("*") : date->iso();
      };
      return field +
             fmt::format("[{} {} {}]", iso(node.days.first, kFirstDay), words_.shown(QueryJoiner::to), iso(node.days.last, kLastDay));
    }
    case Kind::amount: return field + (node.quoted ? "[" + node.words + "]" : node.words);
  }
  return out;
}

}  // namespace fengbiao
