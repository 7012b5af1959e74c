#include "pile/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "clause/article_text.h"
#include "observation/observations.h"
#include "policy/policies.h"
#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kFacts = 0.6, kTitle = 1, kText = 1;  // how much each sort of feature weighs
constexpr std::size_t kFewest = 2;                     // texts that a pair must be in
// Each bound that is reached is a fact of its own, so that neighbouring sizes speak for much the same.
constexpr std::array<double, 7> kLengths{100, 200, 350, 600, 900, 1300, 2000};
constexpr std::array<double, 6> kParagraphs{2, 3, 4, 6, 9, 14};
constexpr std::array<double, 7> kDensities{1, 4, 8, 12, 18, 26, 36};  // figures in 1000 characters
constexpr std::array<double, 5> kFigures{1, 2, 4, 8, 16};
constexpr std::array<double, 3> kCounts{1, 2, 3};

template <std::size_t n>
void reached(std::vector<NamedFeature>& facts, std::string_view what, double value, const std::array<double, n>& bounds) {
  for (const double bound : bounds)
    if (value >= bound) facts.push_back({fmt::format("{} >= {}", what, bound)});
  if (value < bounds.front()) facts.push_back({fmt::format("{} < {}", what, bounds.front())});
}

std::vector<std::string> pairs_of(std::string_view text) {
  std::set<std::string> out;
  std::uint32_t before = 0, before_size = 0;
  for (std::uint32_t at = 0, size = 0; at < text.size(); before = at, before_size = size, at += size) {
    const std::uint32_t c = Characters::unit_at(text, at, size);
    if (is_blank(c) || (c >= '0' && c <= '9')) {
      size = c >= '0' && c <= '9' ? 1 : size;
      continue;
    }
    out.emplace(text.substr(at, size));
    if (before_size > 0) out.emplace(text.substr(before, at + size - before));
  }
  return {out.begin(), out.end()};
}

}  // namespace

struct ColumnReader::Parts {
  TextReader text;
  ObservationReader observations;
  PolicyReader policies;
};

ColumnReader::ColumnReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ColumnReader::ColumnReader(ColumnReader&&) noexcept = default;
ColumnReader& ColumnReader::operator=(ColumnReader&&) noexcept = default;
ColumnReader::~ColumnReader() = default;

Result<ColumnReader> ColumnReader::load(const DataSet& data) {
  FB_TRY(TextReader text, TextReader::load(data));
  FB_TRY(ObservationReader observations, ObservationReader::load(data));
  FB_TRY(PolicyReader policies, PolicyReader::load(data));
  return ColumnReader(std::make_unique<Parts>(Parts{std::move(text), std::move(observations), std::move(policies)}));
}

ColumnFeatures ColumnReader::features(const PileText& text) const {
  ColumnFeatures out;
  auto& facts = out.facts;
  const PileArticle article(text);
  ArticleText read;
  read.read(parts_->text, article.article(), article.kept(), std::nullopt);
  const ReadText& said = read.read_text();
  const std::string_view folded = read.folded();
  const std::string_view title = folded.substr(0, read.title_end());
  std::set<std::string> title_facts;
  for (const Quantity& q : said.quantities)
    if (q.span.begin < title.size() && q.kind != UnitKind::none) title_facts.insert(fmt::format("headline figure: {}", name_of(q.kind)));
  if (title_facts.empty()) title_facts.insert("headline without figure");
  bool first = true;
  for (const Name& name : said.names) {
    if (name.span.begin >= title.size()) break;
    if (std::exchange(first, false)) title_facts.insert(fmt::format("headline names first: {}", name_of(name.kind)));
    title_facts.insert(fmt::format("headline names: {}", name_of(name.kind)));
    if (name.kind == NameKind::place && name.code.size() == 2) title_facts.insert("headline names: country");
  }
  if (!said.cuts.titles.empty() && said.cuts.titles.front().begin < title.size()) title_facts.insert("headline has a document's title");
  for (const std::string& fact : title_facts) facts.push_back({fact});

  std::vector<Observation> observations;
  parts_->observations.read(read, observations);
  std::vector<Policy> policies;
  parts_->policies.read(read, policies);
  double characters = 0;
  for (const std::string& p : text.paragraphs)
    characters += static_cast<double>(std::ranges::count_if(p, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  reached(facts, "characters", characters, kLengths);
  reached(facts, "paragraphs", static_cast<double>(text.paragraphs.size()), kParagraphs);
  reached(facts, "figures in 1000 characters", 1000.0 * static_cast<double>(observations.size()) / std::max(1.0, characters), kDensities);
  reached(facts, "figures", static_cast<double>(observations.size()), kFigures);
  reached(facts, "documents reported", static_cast<double>(policies.size()), kCounts);
  std::set<std::string_view> measures;
  for (const Observation& o : observations) measures.insert(name_of(o.measure));
  for (const std::string_view measure : measures) facts.push_back({fmt::format("measures: {}", measure)});
  if (text.compiled) facts.push_back({"source: own desk"});
  else
    for (const std::string& source : text.sources) facts.push_back({fmt::format("source: {}", source)});
  out.title_pairs = pairs_of(title);
  out.text_pairs = pairs_of(folded.substr(std::min<std::size_t>(folded.size(), title.size())));
  return out;
}

std::vector<NamedFeature> ColumnModel::weighed(const ColumnFeatures& features) const {
  std::vector<NamedFeature> out;
  for (const NamedFeature& fact : features.facts) out.push_back({fact.name, fact.value * kFacts});
  const auto add = [&](std::string_view prefix, const std::vector<std::string>& pairs, double weight) {
    const std::size_t begin = out.size();
    double square = 0;
    for (const std::string& pair : pairs) {
      std::string name = fmt::format("{}: {}", prefix, pair);
      const auto at = rarity_.find(name);
      if (at == rarity_.end()) continue;
      square += at->second * at->second;
      out.push_back({std::move(name), at->second});
    }
    for (std::size_t i = begin; i < out.size(); ++i) out[i].value *= weight / std::sqrt(square);
  };
  add("headline", features.title_pairs, kTitle);
  add("text", features.text_pairs, kText);
  return out;
}

ColumnModel ColumnModel::train(std::span<const Example> examples) {
  ColumnModel out;
  std::map<std::string, std::size_t> texts;
  for (const Example& e : examples) {
    for (const std::string& pair : e.features.title_pairs) ++texts["headline: " + pair];
    for (const std::string& pair : e.features.text_pairs) ++texts["text: " + pair];
  }
  for (const auto& [name, count] : texts)
    if (count >= kFewest) out.rarity_.emplace(name, std::log((1.0 + static_cast<double>(examples.size())) / static_cast<double>(count)));
  std::vector<LinearModel::Example> rows;
  for (const Example& e : examples) rows.push_back({out.weighed(e.features), e.column});
  out.model_ = LinearModel::train(rows, {});
  return out;
}

ColumnProposal ColumnModel::propose(const ColumnFeatures& features, std::size_t reasons) const {
  ColumnProposal out;
  if (empty()) return out;
  const auto values = weighed(features);
  out.columns = model_.scores(values);
  for (const NamedFeature& f : model_.reasons(values, out.columns[0].label, out.columns[1].label)) {
    if (out.reasons.size() >= reasons) break;
    out.reasons.push_back({f.name, f.value});
  }
  return out;
}

}  // namespace fengbiao
