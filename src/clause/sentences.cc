#include "clause/sentences.h"

#include <algorithm>
#include <array>

#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBracketReach = 900;  // bytes: some 300 characters
constexpr std::uint32_t kTitleReach = 300;
constexpr std::uint32_t kShortQuote = 120;
constexpr std::uint32_t kNoMark = 0xFFFFFFFF;

enum class Kind : std::uint8_t { bracket, title, corner, quote, comma, semicolon, colon, dash, stop };
constexpr std::size_t kPairs = 4;  // the first kinds of them

struct Mark {
  std::uint32_t at = 0;
  std::uint8_t size = 1;
  Kind kind = Kind::comma;
  bool opens = false;             // of a pair
  std::uint32_t other = kNoMark;  // its other half; none: an ordinary character
  [[nodiscard]] std::uint32_t end() const { return at + size; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char at_or_nothing(std::string_view t, std::size_t i) { return i < t.size() ? t[i] : '\0'; }

// 1,234,567: three digits behind, and no fourth.
bool groups_digits(std::string_view t, std::size_t at) {
  if (at == 0 || !is_digit(t[at - 1])) return false;
  for (std::size_t i = 1; i <= 3; ++i)
    if (!is_digit(at_or_nothing(t, at + i))) return false;
  return !is_digit(at_or_nothing(t, at + 4));
}

// All marks of the text outside `whole`, in order. Bytes that begin a mark never continue a character, so bytes are enough.
std::vector<Mark> marks_of(std::string_view t, std::span<const Span> whole) {
  std::vector<Mark> out;
  std::size_t skip = 0;
  const auto byte = [&](std::size_t i) { return i < t.size() ? static_cast<unsigned char>(t[i]) : 0U; };
  const auto add = [&](std::size_t at, std::uint8_t size, Kind kind, bool opens = false) {
    out.push_back({static_cast<std::uint32_t>(at), size, kind, opens, kNoMark});
  };
  for (std::size_t i = 0; i < t.size(); ++i) {
    const unsigned char c = byte(i);
    if (c > 0x3F && c != 0xE2 && c != 0xE3) continue;
    while (skip < whole.size() && whole[skip].end <= i) ++skip;
    if (skip < whole.size() && whole[skip].begin <= i) {
      i = whole[skip].end - 1;
      continue;
    }
    switch (c) {
      case '(': add(i, 1, Kind::bracket, true); break;
      case ')': add(i, 1, Kind::bracket); break;
      case '"': add(i, 1, Kind::quote); break;
      case ';': add(i, 1, Kind::semicolon); break;
      case ',':
        if (!groups_digits(t, i)) add(i, 1, Kind::comma);
        break;
      case ':':
        if (at_or_nothing(t, i + 1) != '/' && !(i > 0 && is_digit(t[i - 1]) && is_digit(at_or_nothing(t, i + 1)))) add(i, 1, Kind::colon);
        break;
      case '!':
      case '?':
        if (!is_latin(at_or_nothing(t, i + 1))) add(i, 1, Kind::stop);
        break;
      case 0xE2:  // —— between words, not between digits
        if (byte(i + 1) == 0x80 && byte(i + 2) == 0x94 && byte(i + 3) == 0xE2 && byte(i + 4) == 0x80 && byte(i + 5) == 0x94) {
          if (!(i > 0 && is_digit(t[i - 1]) && is_digit(at_or_nothing(t, i + 6)))) add(i, 6, Kind::dash);
          i += 5;
        }
        break;
      case 0xE3:
        if (byte(i + 1) != 0x80) break;
        switch (byte(i + 2)) {
          case 0x82: add(i, 3, Kind::stop); break;
          case 0x8A: add(i, 3, Kind::title, true); break;
          case 0x8B: add(i, 3, Kind::title); break;
          case 0x8C:
          case 0x8E: add(i, 3, Kind::corner, true); break;
          case 0x8D:
          case 0x8F: add(i, 3, Kind::corner); break;
          default: break;
        }
        break;
      default: break;
    }
  }
  return out;
}

// What stands before or behind a straight quote tells whether it opens; nothing told: it turns the state.
enum class Leaning : std::uint8_t { opens, closes, unknown };
Leaning leaning(std::string_view t, const Mark& quote, const Mark* before, const Mark* behind) {
  const bool after =
      quote.at == 0 || (before && before->end() == quote.at &&
                        (before->kind > Kind::quote ? before->kind != Kind::stop : before->opens && before->kind != Kind::quote));
  const bool ahead = quote.end() == t.size() || (behind && behind->at == quote.end() &&
                                                 (behind->kind > Kind::quote || (!behind->opens && behind->kind != Kind::quote)));
  return after == ahead ? Leaning::unknown : after ? Leaning::opens : Leaning::closes;
}

// Finds the other half of each bracket, title mark and quote, as a stack does; what stays open on the stack is dropped.
void pair_up(std::string_view t, std::vector<Mark>& marks) {
  std::vector<std::uint32_t> open;
  std::array<std::uint32_t, kPairs> waiting{};
  const auto drop = [&] {
    --waiting[static_cast<std::size_t>(marks[open.back()].kind)];
    open.pop_back();
  };
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    Mark& mark = marks[i];
    const auto kind = static_cast<std::size_t>(mark.kind);
    if (kind >= kPairs) continue;
    bool opens = mark.opens;
    if (mark.kind == Kind::quote) {
      const Leaning lean = leaning(t, mark, i > 0 ? &marks[i - 1] : nullptr, i + 1 < marks.size() ? &marks[i + 1] : nullptr);
      opens = waiting[kind] == 0 || lean == Leaning::opens;
      if (waiting[kind] == 0 && lean == Leaning::closes) continue;  // its opening half was lost
      mark.opens = opens;
      if (opens && waiting[kind] > 0) {  // the open one was never closed
        while (marks[open.back()].kind != Kind::quote) drop();
        drop();
      }
    }
    if (opens) {
      open.push_back(i);
      ++waiting[kind];
      continue;
    }
    if (waiting[kind] == 0) continue;
    while (marks[open.back()].kind != mark.kind) drop();
    const std::uint32_t reach = mark.kind == Kind::bracket ? kBracketReach : mark.kind == Kind::title ? kTitleReach : kNoMark;
    if (mark.end() - marks[open.back()].at <= reach) {
      mark.other = open.back();
      marks[open.back()].other = i;
    }
    drop();
  }
}

// A quote is cut like other text where it holds a whole sentence, or speech behind a colon, or is long.
bool is_cut(std::string_view t, const std::vector<Mark>& marks, const std::vector<std::array<std::uint32_t, 2>>& counts,
            std::uint32_t open) {
  const Mark& from = marks[open];
  const Mark& to = marks[from.other];
  const std::uint32_t full_stops = counts[from.other][0] - counts[open + 1][0], cuts = counts[from.other][1] - counts[open + 1][1];
  if (full_stops > 0) return true;
  if (cuts == 0) return false;
  if (to.end() - from.at > kShortQuote) return true;
  return from.at > 0 && t[from.at - 1] == ':';
}

class Cutter {
 public:
  Cutter(std::string_view text, std::span<const std::uint32_t> paragraphs, Cuts& out) : text_(text), paragraphs_(paragraphs), out_(out) {}

  void run(const std::vector<Mark>& marks) {
    // Full stops, and all marks that cut, before each mark.
    std::vector<std::array<std::uint32_t, 2>> counts(marks.size() + 1);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const bool full = marks[i].kind == Kind::stop && marks[i].size == 3;
      counts[i + 1] = {counts[i][0] + full, counts[i][1] + (marks[i].kind >= Kind::comma)};
    }
    open_.assign(1, {});
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
      const Mark& mark = marks[i];
      pass_paragraphs(mark.at);
      switch (mark.kind) {
        case Kind::title:
          if (mark.other == kNoMark || !mark.opens || crosses_paragraph(marks[mark.other].at)) break;
          out_.titles.push_back({mark.at, marks[mark.other].end()});
          i = mark.other;
          break;
        case Kind::quote:
        case Kind::corner:
          if (mark.other == kNoMark || !mark.opens || is_cut(text_, marks, counts, i) || crosses_paragraph(marks[mark.other].at)) break;
          out_.quotes.push_back({mark.at, marks[mark.other].end()});
          // Titles in it are still titles; brackets and cuts are not looked at.
          for (++i; i < mark.other; ++i)
            if (marks[i].kind == Kind::title && marks[i].opens && marks[i].other != kNoMark && marks[i].other < mark.other) {
              out_.titles.push_back({marks[i].at, marks[marks[i].other].end()});
              i = marks[i].other;
            }
          break;
        case Kind::bracket:
          if (mark.other == kNoMark) break;
          if (mark.opens && !crosses_paragraph(marks[mark.other].at)) {
            start_clause(mark.end());
            open_.push_back({mark.end(), kNoClause, marks[mark.other].at});
          } else if (!mark.opens && open_.size() > 1 && open_.back().closes == mark.at) {
            end_clause(mark.at, ClosedBy::bracket);
            open_.pop_back();
          }
          break;
        case Kind::comma: end_clause(mark, ClosedBy::comma); break;
        case Kind::semicolon: end_clause(mark, ClosedBy::semicolon); break;
        case Kind::colon: end_clause(mark, ClosedBy::colon); break;
        case Kind::dash: end_clause(mark, ClosedBy::dash); break;
        case Kind::stop:
          end_clause(mark, ClosedBy::stop);
          if (open_.size() == 1) end_sentence(behind_stops(marks, i));
          break;
      }
    }
    pass_paragraphs(static_cast<std::uint32_t>(text_.size()));
    end_text(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  struct Open {
    std::uint32_t from = 0;            // where the words of the clause begin
    std::uint32_t clause = kNoClause;  // once it has some
    std::uint32_t closes = 0;          // where the bracket around it closes
  };

  [[nodiscard]] bool crosses_paragraph(std::uint32_t end) const {
    return paragraph_ < paragraphs_.size() && paragraphs_[paragraph_] <= end;
  }

  void pass_paragraphs(std::uint32_t at) {
    while (paragraph_ < paragraphs_.size() && paragraphs_[paragraph_] <= at) end_text(paragraphs_[paragraph_++]);
  }

  // Makes the clause at the current depth, and those around it, if its words so far are not blank.
  bool start_clause(std::uint32_t to) {
    Open& open = open_.back();
    if (open.clause != kNoClause) return true;
    const Span span = trim(text_, {open.from, to});
    if (span.empty()) return false;
    open.clause = static_cast<std::uint32_t>(out_.clauses.size());
    const std::uint32_t around = open_.size() > 1 ? open_[open_.size() - 2].clause : kNoClause;
    out_.clauses.push_back({span, static_cast<std::uint32_t>(out_.sentences.size()), around, ClosedBy::end});
    return true;
  }

  void end_clause(std::uint32_t at, ClosedBy by) {
    if (start_clause(at)) {
      CutClause& clause = out_.clauses[open_.back().clause];
      clause.span = trim(text_, {clause.span.begin, at});
      clause.closed_by = by;
    }
    open_.back().clause = kNoClause;
  }
  void end_clause(const Mark& mark, ClosedBy by) {
    end_clause(mark.at, by);
    open_.back().from = mark.end();
  }

  // The end of the stops and closing quotes that follow the stop at marks[i]; they belong to the sentence.
  std::uint32_t behind_stops(const std::vector<Mark>& marks, std::uint32_t& i) const {
    while (i + 1 < marks.size() && marks[i + 1].at == marks[i].end() && !crosses_paragraph(marks[i + 1].at)) {
      const Mark& next = marks[i + 1];
      const bool closing = (next.kind == Kind::quote || next.kind == Kind::corner) && !next.opens && next.other != kNoMark;
      if (next.kind != Kind::stop && !closing) break;
      ++i;
    }
    return marks[i].end();
  }

  void end_sentence(std::uint32_t to) {
    const Span span = trim(text_, {sentence_from_, to});
    if (!span.empty() && has_clause()) out_.sentences.push_back(span);
    sentence_from_ = open_.back().from = to;
  }
  [[nodiscard]] bool has_clause() const { return !out_.clauses.empty() && out_.clauses.back().sentence == out_.sentences.size(); }

  void end_text(std::uint32_t at) {
    while (open_.size() > 1) {
      end_clause(at, ClosedBy::end);
      open_.pop_back();
    }
    end_clause(at, ClosedBy::end);
    end_sentence(at);
  }

  std::string_view text_;
  std::span<const std::uint32_t> paragraphs_;
  Cuts& out_;
  std::vector<Open> open_;
  std::size_t paragraph_ = 0;
  std::uint32_t sentence_from_ = 0;
};

}  // namespace

void Cuts::clear() {
  sentences.clear();
  clauses.clear();
  titles.clear();
  quotes.clear();
}

void cut(std::string_view folded, std::span<const Span> whole, std::span<const std::uint32_t> paragraphs, Cuts& out) {
  out.clear();
  std::vector<Mark> marks = marks_of(folded, whole);
  pair_up(folded, marks);
  Cutter(folded, paragraphs, out).run(marks);
}

std::vector<Span> sentence_spans(std::string_view folded) {
  Cuts cuts;
  cut(folded, {}, {}, cuts);
  return std::move(cuts.sentences);
}

}  // namespace fengbiao
