#include "check/miswritten.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "check/repeats.h"
#include "entity/table.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/miswritten.tsv";
constexpr std::uint32_t kCost = 120;  // of a right form that the list of words does not have
constexpr std::string_view kConfusables = "check/confusables.tsv";
constexpr std::uint32_t kNear = 36;    // bytes on either side in which company stands
constexpr std::uint32_t kSurely = 12;  // bytes of a form that no other words make

}  // namespace

Result<MiswrittenCheck> MiswrittenCheck::load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common) {
  MiswrittenCheck out;
  FB_TRY(out.rule_, book.rule("miswritten-word"));
  out.common_ = std::move(common);
  auto list = std::make_shared<List>();
  std::vector<std::pair<std::string, std::uint32_t>> wrong;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_CHECK(each_row<2>(file->bytes, file->place, [&](const auto& cells, std::size_t line) -> Result<void> {
    if (cells[0].empty() || cells[1].empty() || cells[0] == cells[1])
      return fail(Cause::malformed, {file->place, line}, "expected a wrong form and the right one");
    wrong.emplace_back(std::string(cells[0]), static_cast<std::uint32_t>(list->entries.size()));
    list->entries.push_back({.right = std::string(cells[1])});
    return {};
  }));
  FB_TRY(out.confused_, book.rule("confused-word"));
  FB_TRY(const DataSet::File* confusables, data.find(kConfusables));
  FB_CHECK(each_row<4>(confusables->bytes, confusables->place, [&](const auto& cells, std::size_t line) -> Result<void> {
    if (cells[0].empty() || cells[1].empty() || cells[0] == cells[1] || (cells[2].empty() && cells[3].empty()))
      return fail(Cause::malformed, {confusables->place, line}, "expected a word, the one that is meant and the words beside it");
    Entry entry{.right = std::string(cells[1]), .in_company = true};
    each_part(cells[2], ' ', [&](std::string_view word) { entry.near.emplace_back(word); });
    each_part(cells[3], ' ', [&](std::string_view word) { entry.next.emplace_back(word); });
    wrong.emplace_back(std::string(cells[0]), static_cast<std::uint32_t>(list->entries.size()));
    list->entries.push_back(std::move(entry));
    return {};
  }));
  list->wrong = Trie::build(std::move(wrong));
  out.list_ = std::move(list);
  return out;
}

bool MiswrittenCheck::stands_alone(std::string_view text, Span span, std::string_view right) const {
  if (span.size() >= kSurely) return true;
  std::uint32_t before = 0;
  if (span.begin > 0) {
    Characters::unit_before(text, span.begin, before);
    if (common_->longest(text, span.begin - before) > before) return false;
  }
  std::uint32_t last = 0;
  Characters::unit_before(text, span.end, last);
  if (common_->longest(text, span.end - last) > last) return false;
  const std::uint32_t known = common_->cost(right);
  const std::uint32_t cost = known < Words::kUnknown ? std::max(known, kCost) : kCost;
  const WordCut cut = cut_around(*common_, text, span, [&](std::uint32_t at, auto&& call) {
    if (at == span.begin) call(span.size(), cost);
  });
  if (!cut.begins_at(span.begin) || !cut.begins_at(span.end)) return false;
  for (std::uint32_t at = span.begin + 1; at < span.end; ++at)
    if (cut.begins_at(at)) return false;
  return true;
}

bool MiswrittenCheck::in_company(std::string_view text, Span span, const Entry& entry) {
  const std::string_view behind = text.substr(span.end);
  if (std::ranges::any_of(entry.next, [&](const std::string& word) { return behind.starts_with(word); })) return true;
  // Within the clause; a character cut in two by the reach is part of no word.
  const auto ends = [](char c) { return c == ',' || c == ';' || c == ':' || c == '!' || c == '?'; };
  std::string_view before = text.substr(0, span.begin), after = behind;
  if (before.size() > kNear) before.remove_prefix(before.size() - kNear);
  if (const auto mark = std::find_if(before.rbegin(), before.rend(), ends); mark != before.rend())
    before.remove_prefix(static_cast<std::size_t>(before.rend() - mark));
  after = after.substr(0, kNear);
  after = after.substr(0, static_cast<std::size_t>(std::ranges::find_if(after, ends) - after.begin()));
  static const std::string kStop = [] {
    std::string stop;
    append_utf8(stop, kFullStop);
    return stop;
  }();
  if (const std::size_t at = before.rfind(kStop); at != before.npos) before.remove_prefix(at);
  after = after.substr(0, after.find(kStop));
  return std::ranges::any_of(entry.near, [&](const std::string& word) { return before.contains(word) || after.contains(word); });
}

void MiswrittenCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part == ArticlePart::source) continue;
    const Folded& folded = subject.printed.folded(i);
    const Characters& characters = subject.printed.folded_characters(i);
    const std::string_view text = folded.text;
    for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
      size = characters.size(at);
      const Trie::Hit hit = list_->wrong.longest(characters, at, text.size());
      if (hit.length == 0) continue;
      const Span span{at, at + hit.length};
      const Entry& entry = list_->entries[hit.value];
      const std::string& right = entry.right;
      if (entry.in_company && !in_company(text, span, entry)) continue;
      if (!stands_alone(text, span, right)) continue;
      report.flag({.rule = entry.in_company ? confused_ : rule_,
                   .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(span.begin, span.end))},
                   .values = {{"wrong", std::string(slice(text, span))}, {"right", right}},
                   .suggestion = right});
      size = hit.length;
    }
  }
}

}  // namespace fengbiao
