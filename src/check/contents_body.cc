#include "check/contents_body.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/code_points.h"
#include "base/utf8.h"
#include "register/wording.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFewest = 4;          // entries that make contents
constexpr double kMostNamed = 0.75;         // of the entries: below, the contents were not read well
constexpr double kAlmostAll = 0.9;          // below, an entry that names nothing may be a headline not read
constexpr std::size_t kShortest = 8;        // characters of a title that can be told again with a slip
constexpr std::size_t kMostUnnamed = 40;    // entries that are looked for
constexpr std::size_t kMostArticles = 400;  // without an entry, that an entry is held against

// The letters and digits of a title.
std::u32string letters(std::string_view title) {
  std::u32string out;
  for (const char32_t c : code_points(folded(title)))
    if (is_han(c) || (c < 0x80 && std::isalnum(static_cast<unsigned char>(c)))) out += c;
  return out;
}

// Lines one after another, for entries in the order of the text.
class Lines {
 public:
  explicit Lines(std::string_view kept) : kept_(kept) {}
  Report::Spot spot_of(const ContentsEntry& entry) {
    if (entry.line < line_) begin_ = 0, line_ = 1;
    for (; line_ < entry.line && begin_ < kept_.size(); ++line_) begin_ = std::min(kept_.find('\n', begin_), kept_.size() - 1) + 1;
    const std::size_t end = std::min(kept_.find('\n', begin_), kept_.size());
    Span span = trim_blanks(kept_, {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    const std::size_t at = kept_.substr(0, end).find(entry.title, begin_);
    if (at != kept_.npos) span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + entry.title.size())};
    return {0, span, span};
  }

 private:
  std::string_view kept_;
  std::size_t begin_ = 0;
  std::uint32_t line_ = 1;
};

Report::Spot spot_of(const Article& article) {
  const Span title{article.title_pieces.front().begin, article.title_pieces.back().end};
  return {article.n, title, title};
}

}  // namespace

Result<ContentsCheck> ContentsCheck::load(RuleBook& book) {
  ContentsCheck out;
  FB_TRY(out.rule_, book.rule("contents-entry"));
  return out;
}

void ContentsCheck::check(const IssueSubject& subject, Report& report) const {
  const std::vector<ContentsEntry>& contents = subject.issue.contents;
  if (contents.size() < kFewest) return;
  std::set<std::uint32_t> named;
  std::size_t found = 0;
  for (const ContentsEntry& entry : contents)
    if (entry.article) named.insert(entry.article), ++found;
  const double share = static_cast<double>(found) / static_cast<double>(contents.size());
  if (share < kMostNamed) return;

  std::vector<std::pair<const Article*, std::u32string>> unnamed;
  for (const Article& article : subject.issue.articles)
    if (!named.contains(article.n) && !article.title_pieces.empty() && unnamed.size() < kMostArticles)
      unnamed.emplace_back(&article, letters(article.title));
  std::u32string text;  // of the issue, when wanted
  std::uint32_t last = 0;
  std::size_t looked_for = 0;
  Lines lines(subject.kept);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const ContentsEntry& entry = contents[i];
    if (entry.article) {
      if (entry.article > subject.issue.articles.size()) continue;
      const Article* const article = &subject.issue.articles[entry.article - 1];
      if (article->n != entry.article || article->title_pieces.empty()) continue;
      // Out of order: what stands before and behind it agrees without it.
      const bool follows = i + 1 == contents.size() || contents[i + 1].article == 0 || contents[i + 1].article > last;
      const bool out_of_order =
          entry.article < last || (i + 2 < contents.size() && entry.article > contents[i + 1].article && contents[i + 1].article > last &&
                                   contents[i + 2].article > contents[i + 1].article && entry.article > contents[i + 2].article);
      report.state({.rule = rule_,
                    .at = lines.spot_of(entry),
                    .relation = entry.title + " = " + article->title,
                    .verdict = out_of_order && follows ? Verdict::contradicts : Verdict::holds,
                    .values = {{"entry", entry.title}, {"title", article->title}},
                    .variant = "order",
                    .confidence = 0.5,
                    .other = spot_of(*article)});
      if (!out_of_order) last = std::max(last, entry.article);
      continue;
    }
    const std::u32string own = letters(entry.title);
    if (own.size() < kShortest || ++looked_for > kMostUnnamed) continue;
    const Article* nearest = nullptr;
    std::size_t distance = std::max<std::size_t>(1, own.size() * 3 / 20) + 1;
    for (const auto& [article, title] : unnamed) {
      const std::size_t d = title.starts_with(own) || own.starts_with(title) ? 0 : edit_distance(own, title, distance);
      if (d < distance) nearest = article, distance = d;
    }
    if (nearest && distance == 0) continue;
    if (!nearest) {
      if (share < kAlmostAll) continue;
      if (text.empty()) text = letters(subject.kept);
      const std::size_t first = text.find(own);
      if (first == text.npos || text.find(own, first + 1) != text.npos) continue;
    }
    report.state({.rule = rule_,
                  .at = lines.spot_of(entry),
                  .relation = nearest ? entry.title + " ≠ " + nearest->title : entry.title + " ?",
                  .verdict = Verdict::contradicts,
                  .values = {{"entry", entry.title}, {"title", nearest ? nearest->title : ""}},
                  .variant = nearest ? "default" : "missing",
                  .confidence = nearest ? -1 : 0.6,
                  .other = nearest ? std::optional(spot_of(*nearest)) : std::nullopt});
  }
}

}  // namespace fengbiao
