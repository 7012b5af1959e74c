#include "check/document_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/code_points.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kShortest = 10;    // characters of a name
constexpr std::size_t kMostApart = 3;    // characters wrong, missing or too many
constexpr double kMostOfName = 0.3;      // and their share of the longer name
constexpr std::size_t kMostNames = 300;  // of an issue
constexpr std::size_t kMostBeside = 24;  // figures beside one name
constexpr std::size_t kAgreeing = 2;     // of them in common
constexpr std::uint32_t kBehind = 360;   // bytes behind a name in which they stand
constexpr std::uint32_t kMark = 3;       // bytes of a mark around a name

// What a figure says, as a name; empty where it is met by chance.
std::string told_by(const ToldFigure& f) {
  using Sort = ToldFigure::Sort;
  if (f.sort == Sort::number) return f.counter == "rank" ? "" : fmt::format("{}{}", f.number, f.counter);
  if (f.sort == Sort::amount)
    return f.quantity->unit.empty() || std::abs(f.quantity->value) <= 1
               ? ""
               : fmt::format("{:.9g} {}", std::abs(f.quantity->value), f.quantity->unit);
  const TimePoint& p = f.time->time.from;
  return p.month && p.day && !p.lunar ? fmt::format("{}-{}", *p.month, *p.day) : "";
}

std::string digits_of(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

}  // namespace

Result<DocumentNames> DocumentNames::load(const DataSet& data, RuleBook& book) {
  FB_TRY(PolicyNames names, PolicyNames::load(data));
  DocumentNames out(std::move(names));
  FB_TRY(const DataSet::File* file, data.find("check/documents.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"kinds"}));
  FB_TRY(out.kinds_, pack["kinds"].texts());
  FB_TRY(out.rule_, book.rule("policy-two-names"));
  return out;
}

void DocumentNames::article(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Named& named) const {
  const std::string& folded = subject.text.folded();
  const ReadText& read = subject.text.read_text();
  for (const Span title : read.cuts.titles) {
    if (title.size() < kShortest * kMark) continue;
    const std::string_view words = slice(folded, {title.begin + kMark, title.end - kMark});
    if (std::ranges::none_of(kinds_, [&](const std::string& kind) { return words.ends_with(kind); })) continue;
    const PolicyKey key = names_.key(words);
    if (key.bare || key.draft) continue;
    std::u32string name = code_points(key.core);
    if (name.size() < kShortest) continue;
    const auto known = named.all_.find(key.core);
    if (known == named.all_.end() && named.all_.size() >= kMostNames) continue;
    Named::Document& document = named.all_[key.core];
    document.name = std::move(name);
    Span sentence = subject.text.sentence_at(title.begin);
    if (sentence.empty()) sentence = title;
    const bool in_title = title.begin < subject.text.title_end();
    const auto first = document.articles.find(subject.article.n);
    if (first == document.articles.end() || first->second.spot.quote.empty()) {
      const Report::Spot spot{subject.article.n, subject.text.printed(title), in_title ? Span{} : subject.text.printed(title)};
      document.articles[subject.article.n] = {spot, subject.text.words({title.begin + kMark, title.end - kMark})};
    }
    // In its sentence and a little behind it.
    const std::uint32_t end = title.end + kBehind;
    for (auto f = std::ranges::lower_bound(figures, sentence.begin, {}, [](const ToldFigure& x) { return x.span.begin; });
         f != figures.end() && f->span.begin < end && document.beside.size() < kMostBeside; ++f)
      if (std::string said = told_by(*f); !said.empty() && !(f->span.begin >= title.begin && f->span.end <= title.end))
        document.beside.insert(std::move(said));
  }
}

void DocumentNames::finish(Named& named, const std::set<std::pair<std::string, std::string>>& known, Report& report) const {
  for (auto second = named.all_.begin(); second != named.all_.end(); ++second)
    for (auto first = named.all_.begin(); first != second; ++first) {
      const auto& [x, a] = *first;
      const auto& [y, b] = *second;
      if (a.beside.size() < kAgreeing || b.beside.size() < kAgreeing) continue;
      const std::size_t longer = std::max(a.name.size(), b.name.size());
      const std::size_t most = std::min(kMostApart, static_cast<std::size_t>(kMostOfName * static_cast<double>(longer)));
      if (longer - std::min(a.name.size(), b.name.size()) > most || edit_distance(a.name, b.name, most) > most) continue;
      if (x.find(y) != x.npos || y.find(x) != y.npos || digits_of(x) != digits_of(y)) continue;
      const auto agreeing = std::ranges::count_if(a.beside, [&](const std::string& said) { return b.beside.contains(said); });
      if (static_cast<std::size_t>(agreeing) < kAgreeing) continue;
      if (std::ranges::any_of(a.articles, [&](const auto& of) { return b.articles.contains(of.first); })) continue;
      // The name that fewer articles have, else the one told later.
      const bool second_wrong = b.articles.size() != a.articles.size() ? b.articles.size() < a.articles.size()
                                                                       : b.articles.begin()->first > a.articles.begin()->first;
      const Named::Place &at = (second_wrong ? b : a).articles.begin()->second, &other = (second_wrong ? a : b).articles.begin()->second;
      if (known.contains(std::minmax(at.printed, other.printed))) continue;
      report.state({.rule = rule_,
                    .at = at.spot,
                    .relation = other.printed + " ≠ " + at.printed,
                    .verdict = Verdict::contradicts,
                    .values = {{"first", other.printed}, {"second", at.printed}},
                    .other = other.spot});
    }
  named.all_.clear();
}

}  // namespace fengbiao
