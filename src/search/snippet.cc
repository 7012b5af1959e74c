#include "search/snippet.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostMarks = 400;
constexpr std::string_view kLeftOut = "\xE2\x80\xA6";  // an ellipsis

struct Mark {
  std::uint32_t begin = 0, end = 0, leaf = 0;  // bytes of what is printed
};

std::vector<Mark> marks_of(const SearchedText& text, const QueryNode& root) {
  std::vector<Mark> out;
  each_leaf(root, [&](const QueryNode& leaf, bool excluded) {
    if (excluded || leaf.kind != QueryNode::Kind::words) return;
    if (leaf.field != QueryField::any && leaf.field != QueryField::title) return;
    const auto look = [&](std::string_view form) {
      if (form.empty()) return;
      for (std::size_t at = find_term(text.normal, form); at != std::string::npos && out.size() < kMostMarks;
           at = find_term(text.normal, form, at + form.size())) {
        if (leaf.field == QueryField::title && at >= text.title_size) break;
        // The end of the last character, not the beginning of the next one: blanks between belong to neither.
        std::uint32_t last = text.origin[at + form.size() - 1];
        const std::uint32_t begin = text.origin[at];
        last += decode(text.printed, last).size;
        out.push_back({begin, last, leaf.number});
      }
    };
    look(leaf.form);
    for (const QueryAlternative& a : leaf.also) look(a.form);
  });
  // Marks that touch become one.
  std::ranges::sort(out, [](const Mark& a, const Mark& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  return out;
}

std::vector<SnippetPiece> pieces(std::string_view printed, std::uint32_t begin, std::uint32_t end, const std::vector<Mark>& marks) {
  std::vector<SnippetPiece> out;
  const auto put = [&](std::uint32_t to, bool mark) {
    if (to <= begin) return;
    const std::string_view text = printed.substr(begin, to - begin);
    if (!out.empty() && out.back().mark == mark) out.back().text += text;
    else out.push_back({std::string(text), mark});
    begin = to;
  };
  for (const Mark& m : marks) {
    if (m.end <= begin || m.begin >= end) continue;
    put(std::min(m.begin, end), false);
    put(std::min(m.end, end), true);
  }
  put(end, false);
  return out;
}

}  // namespace

Snippet snippet(const SearchedText& text, const QueryNode& root) {
  Snippet out;
  const std::vector<Mark> marks = marks_of(text, root);
  const std::string_view printed = text.printed;
  const auto title_end = static_cast<std::uint32_t>(std::min(printed.find('\n'), printed.size()));
  out.title = pieces(printed, 0, title_end, marks);
  const auto body = static_cast<std::uint32_t>(std::min<std::size_t>(title_end + 1, printed.size()));
  if (body == printed.size()) return out;

  // The mark from which on most different words stand within the window; the first of the best.
  std::uint32_t best = body;
  std::size_t best_kinds = 0, best_marks = 0;
  constexpr std::uint32_t kWindow = kSnippetCharacters * 3;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].begin < body) continue;
    std::vector<std::uint32_t> kinds;
    std::size_t count = 0;
    const std::size_t line_end = printed.find('\n', marks[i].begin);
    for (std::size_t j = i; j < marks.size() && marks[j].end <= marks[i].begin + kWindow * 2 / 3 && marks[j].end <= line_end && count < 16;
         ++j, ++count)
      if (std::ranges::find(kinds, marks[j].leaf) == kinds.end()) kinds.push_back(marks[j].leaf);
    if (kinds.size() > best_kinds || (kinds.size() == best_kinds && count > best_marks)) {
      best = marks[i].begin;
      best_kinds = kinds.size();
      best_marks = count;
    }
  }
  // The paragraph around, and in it the sentence or clause.
  std::uint32_t line_begin = best, line_end = static_cast<std::uint32_t>(std::min(printed.find('\n', best), printed.size()));
  while (line_begin > body && printed[line_begin - 1] != '\n') --line_begin;
  std::uint32_t begin = line_begin;
  if (best - line_begin > kWindow / 3) {
    std::uint32_t sentence = 0, clause = 0, at = line_begin, floor = best - kWindow / 3, start = 0;
    while (at < best) {
      const Decoded d = decode(printed, at);
      at += d.size;
      if (at >= floor && start == 0) start = at;
      if (at < floor || at > best) continue;
      if (is_stop(d.code) && sentence == 0) sentence = at;
      if (is_comma(d.code) && clause == 0) clause = at;
    }
    begin = sentence ? sentence : clause ? clause : start ? start : best;
  }
  std::uint32_t end = begin;
  std::size_t characters = 0;
  std::uint32_t stop = 0;
  while (end < line_end && characters < kSnippetCharacters) {
    const Decoded d = decode(printed, end);
    end += d.size;
    ++characters;
    if (characters > kSnippetCharacters * 2 / 3 && is_stop(d.code)) stop = end;
  }
  if (end < line_end && stop) end = stop;
  out.body = pieces(printed, begin, end, marks);
  if (begin > line_begin) out.body.insert(out.body.begin(), {std::string(kLeftOut), false});
  if (end < line_end) out.body.push_back({std::string(kLeftOut), false});
  return out;
}

}  // namespace fengbiao
