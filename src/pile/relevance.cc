#include "pile/relevance.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr double kMost = 6, kLeast = -3;  // powers of two, so that no single word decides
constexpr double kCostUnit = 10;          // of data/text/words.tsv: tenths of a natural logarithm

}  // namespace

std::vector<std::string> FieldModel::words_of(const PileText& text) const {
  std::set<std::string> out;
  const auto take = [&](std::string_view part) {
    const std::string folded_part = folded(part);
    const Characters characters(folded_part);
    std::vector<std::uint8_t> begins(folded_part.size() + 1);
    if (folded_part.empty()) return;
    words_->cut(
        characters, {0, static_cast<std::uint32_t>(folded_part.size())}, [](std::uint32_t, auto&&) {}, begins);
    for (std::uint32_t at = 0; at < folded_part.size();) {
      std::uint32_t end = at + 1;
      while (end < folded_part.size() && begins[end] == 0) ++end;
      // Words of two characters and more: single ones say little.
      if (end - at > characters.size(at) && is_han(characters.unit(at))) out.emplace(folded_part.substr(at, end - at));
      at = end;
    }
  };
  take(text.title);
  for (const std::string& p : text.paragraphs) take(p);
  return {out.begin(), out.end()};
}

double FieldModel::weight(const std::string& word, std::size_t text_words, bool of_itself) const {
  const auto at = articles_with_.find(word);
  const double with = (at == articles_with_.end() ? 0.0 : at->second) - (of_itself ? 1 : 0);
  const double here = (with + 0.5) / (static_cast<double>(articles_) + (of_itself ? 0 : 1));
  const double elsewhere = -std::expm1(-static_cast<double>(text_words) * std::exp(-static_cast<double>(words_->cost(word)) / kCostUnit));
  return std::clamp(std::log2(here / std::max(elsewhere, 0.5 / (static_cast<double>(articles_) + 1))), kLeast, kMost);
}

double FieldModel::mean(const std::vector<std::string>& words, bool of_itself) const {
  double sum = 0;
  for (const std::string& word : words) sum += weight(word, words.size(), of_itself);
  return sum / static_cast<double>(std::max<std::size_t>(1, words.size()));
}

FieldModel FieldModel::learn(std::shared_ptr<const Words> words, std::span<const PileText> articles) {
  FieldModel out;
  out.words_ = std::move(words);
  out.articles_ = articles.size();
  std::vector<std::vector<std::string>> all;
  for (const PileText& article : articles)
    for (const std::string& word : all.emplace_back(out.words_of(article))) ++out.articles_with_[word];
  for (const auto& one : all) out.nearness_.push_back(out.mean(one, true));
  std::ranges::sort(out.nearness_);
  return out;
}

Relevance FieldModel::relevance(const PileText& text, std::size_t reasons) const {
  Relevance out;
  if (empty()) return out;
  const auto words = words_of(text);
  if (words.empty()) return out;
  out.nearness = mean(words, false);
  out.value =
      static_cast<double>(std::ranges::upper_bound(nearness_, out.nearness) - nearness_.begin()) / static_cast<double>(nearness_.size());
  for (const std::string& word : words) out.reasons.push_back({word, weight(word, words.size(), false)});
  std::ranges::stable_sort(out.reasons, std::greater{}, [](const Relevance::Word& w) { return std::abs(w.weight); });
  if (out.reasons.size() > reasons) out.reasons.resize(reasons);
  return out;
}

}  // namespace fengbiao
