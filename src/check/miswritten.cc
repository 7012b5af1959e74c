#include "check/miswritten.h"

#include <algorithm>
#include <utility>

#include "check/repeats.h"
#include "entity/table.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/miswritten.tsv";
constexpr std::uint32_t kCost = 120;   // of a right form that the list of words does not have
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
    wrong.emplace_back(std::string(cells[0]), static_cast<std::uint32_t>(list->right.size()));
    list->right.emplace_back(cells[1]);
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

void MiswrittenCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part == ArticlePart::source) continue;
    const Folded& folded = subject.printed.folded(i);
    const std::string_view text = folded.text;
    for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
      Characters::unit_at(text, at, size);
      const Trie::Hit hit = list_->wrong.longest(text, at);
      if (hit.length == 0) continue;
      const Span span{at, at + hit.length};
      const std::string& right = list_->right[hit.value];
      if (!stands_alone(text, span, right)) continue;
      report.flag({.rule = rule_,
                   .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(span.begin, span.end))},
                   .values = {{"wrong", std::string(slice(text, span))}, {"right", right}},
                   .suggestion = right});
      size = hit.length;
    }
  }
}

}  // namespace fengbiao
