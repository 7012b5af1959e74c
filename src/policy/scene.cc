#include "policy/scene.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

constexpr std::uint32_t kReach = 600;  // bytes between brackets

std::vector<WordHit>& scanned(const ArticleText& text, const PolicyWords& words, std::vector<WordHit>& memory) {
  // Nothing inside titles and names.
  const ReadText& read = text.read_text();
  std::vector<Span> skip;
  skip.reserve(read.cuts.titles.size() + read.names.size());
  auto title = read.cuts.titles.begin();
  for (const Name& name : read.names) {
    for (; title != read.cuts.titles.end() && title->begin < name.span.end; ++title) skip.push_back(*title);
    if (skip.empty() || skip.back().end <= name.span.begin) skip.push_back(name.span);
  }
  skip.insert(skip.end(), title, read.cuts.titles.end());
  words.scan(read.characters, skip, memory);
  return memory;
}

// The first of a sorted list whose span begins at or behind a place.
template <class List, class SpanOf>
std::size_t first_at(const List& list, std::uint32_t at, SpanOf&& span_of) {
  return static_cast<std::size_t>(
      std::lower_bound(list.begin(), list.end(), at, [&](const auto& item, std::uint32_t place) { return span_of(item).begin < place; }) -
      list.begin());
}
template <class List, class SpanOf>
auto ending_at(const List& list, std::uint32_t end, SpanOf&& span_of) -> decltype(&list.front()) {
  const std::size_t next = first_at(list, end, span_of);
  return next > 0 && span_of(list[next - 1]).end == end ? &list[next - 1] : nullptr;
}
template <class List, class SpanOf>
auto beginning_at(const List& list, std::uint32_t begin, SpanOf&& span_of) -> decltype(&list.front()) {
  const std::size_t next = first_at(list, begin, span_of);
  return next < list.size() && span_of(list[next]).begin == begin ? &list[next] : nullptr;
}

constexpr auto span_of_time = [](const TimeInText& t) { return t.time.span; };
constexpr auto span_of_name = [](const Name& n) { return n.span; };
constexpr auto span_itself = [](const Span& s) { return s; };

}  // namespace

Scene::Scene(const ArticleText& text, const PolicyWords& words, const DocumentKinds& kinds, std::vector<WordHit>& memory)
    : text_(text), folded_(text.folded()), words_(words), kinds_(kinds), all_(scanned(text, words, memory)), hits_(folded_, all_) {}

Span Scene::brackets_from(std::uint32_t at) const {
  at = right(at);
  if (at >= folded_.size() || folded_[at] != '(') return {};
  int depth = 0;
  for (std::uint32_t i = at; i < folded_.size() && i - at < kReach && folded_[i] != '\n'; ++i) {
    if (folded_[i] == '(') ++depth;
    else if (folded_[i] == ')' && --depth == 0) return {at, i + 1};
  }
  return {};
}

Span Scene::brackets_to(std::uint32_t at) const {
  at = left(at);
  if (at == 0 || folded_[at - 1] != ')') return {};
  int depth = 0;
  for (std::uint32_t i = at; i > 0 && at - i < kReach && folded_[i - 1] != '\n'; --i) {
    if (folded_[i - 1] == ')') ++depth;
    else if (folded_[i - 1] == '(' && --depth == 0) return {i - 1, at};
  }
  return {};
}

std::uint32_t Scene::sentence(std::uint32_t place) const {
  const auto& list = read().sentences;
  const auto it = std::upper_bound(list.begin(), list.end(), place, [](std::uint32_t p, const Sentence& s) { return p < s.span.begin; });
  return it == list.begin() ? kNowhere : static_cast<std::uint32_t>(it - list.begin() - 1);
}

std::uint32_t Scene::paragraph(std::uint32_t place) const {
  const auto& starts = text_.paragraphs();
  return static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), place) - starts.begin());
}

std::uint32_t Scene::clause(std::uint32_t place) const {
  const auto& list = read().clauses;
  const auto it = std::upper_bound(list.begin(), list.end(), place, [](std::uint32_t p, const Clause& c) { return p < c.span.begin; });
  for (auto i = static_cast<std::uint32_t>(it - list.begin()); i > 0; --i) {
    std::uint32_t c = i - 1;
    while (list[c].inside != kNoClause) c = list[c].inside;
    return c;
  }
  return kNowhere;
}

std::uint32_t Scene::clause_before(std::uint32_t clause) const {
  const auto& list = read().clauses;
  for (std::uint32_t c = clause; c > 0; --c) {
    if (list[c - 1].sentence != list[clause].sentence) return kNowhere;
    if (list[c - 1].inside == kNoClause) return c - 1;
  }
  return kNowhere;
}

const TimeInText* Scene::time_to(std::uint32_t end) const { return ending_at(read().times, left(end), span_of_time); }
const TimeInText* Scene::time_from(std::uint32_t begin) const { return beginning_at(read().times, right(begin), span_of_time); }
const Name* Scene::name_to(std::uint32_t end) const { return ending_at(read().names, left(end), span_of_name); }
const Name* Scene::name_from(std::uint32_t begin) const { return beginning_at(read().names, right(begin), span_of_name); }
const Span* Scene::title_to(std::uint32_t end) const { return ending_at(titles(), left(end), span_itself); }
const Span* Scene::title_from(std::uint32_t begin) const { return beginning_at(titles(), right(begin), span_itself); }
std::size_t Scene::first_time(std::uint32_t at) const { return first_at(read().times, at, span_of_time); }
std::size_t Scene::first_name(std::uint32_t at) const { return first_at(read().names, at, span_of_name); }
std::size_t Scene::first_title(std::uint32_t at) const { return first_at(titles(), at, span_itself); }

}  // namespace fengbiao::policy_room
