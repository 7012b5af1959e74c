#include "pile/figure_changes.h"

#include <algorithm>
#include <cmath>

#include "clause/article_text.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kAlike = 0.5;       // of the smaller clause's pairs of letters
constexpr std::size_t kFewest = 3;   // pairs, else the sentence is taken
constexpr double kSameValue = 1e-9;  // relative

struct Figure {
  FigureSpot spot;
  double step = 1;
  std::vector<std::uint64_t> pairs;  // of the clause, sorted
};

std::vector<std::uint64_t> letter_pairs(std::string_view text) {
  std::vector<std::uint64_t> out;
  std::uint64_t before = 0;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    const std::uint32_t c = Characters::unit_at(text, at, size);
    if (!is_han(c)) continue;
    if (before != 0) out.push_back(before << 32 | c);
    before = c;
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

double alike(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
}

std::vector<Figure> figures_of(const TextReader& reader, const PileText& text) {
  const PileArticle article(text);
  ArticleText read;
  read.read(reader, article.article(), article.kept(), std::nullopt);
  const ReadText& said = read.read_text();
  std::vector<Figure> out;
  for (std::size_t i = 0; i < said.quantities.size(); ++i) {
    const Quantity& q = said.quantities[i];
    if (q.kind == UnitKind::none) continue;
    Figure f;
    const Span printed = read.printed(q.span);
    const auto place = article.place(printed.begin);
    const Span sentence = read.sentence_at(q.span.begin);
    f.spot = {place.paragraph, {place.at, place.at + printed.size()}, read.words(q.span), read.words(sentence), q.value, q.unit};
    f.step = q.step;
    if (const std::uint32_t clause = said.holdings[i].clause; clause != kNoClause)
      f.pairs = letter_pairs(slice(read.folded(), said.clauses[clause].span));
    if (f.pairs.size() < kFewest) f.pairs = letter_pairs(slice(read.folded(), sentence));
    out.push_back(std::move(f));
  }
  return out;
}

bool one_value(const Figure& a, const Figure& b) {
  return a.spot.unit == b.spot.unit && std::abs(a.spot.value - b.spot.value) <= kSameValue * std::max(std::abs(a.spot.value), 1.0);
}

// Those that the other text has nowhere.
std::vector<const Figure*> left_of(const std::vector<Figure>& these, const std::vector<Figure>& others) {
  std::vector<const Figure*> out;
  for (const Figure& f : these)
    if (std::ranges::none_of(others, [&](const Figure& o) { return one_value(f, o); })) out.push_back(&f);
  return out;
}

}  // namespace

struct FigureReader::Parts {
  TextReader text;
};

FigureReader::FigureReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FigureReader::FigureReader(FigureReader&&) noexcept = default;
FigureReader& FigureReader::operator=(FigureReader&&) noexcept = default;
FigureReader::~FigureReader() = default;

Result<FigureReader> FigureReader::load(const DataSet& data) {
  FB_TRY(TextReader text, TextReader::load(data, false));
  return FigureReader(std::make_unique<Parts>(Parts{std::move(text)}));
}

std::vector<FigureChange> FigureReader::changes(const PileText& first, const PileText& other) const {
  const auto before = figures_of(parts_->text, first), after = figures_of(parts_->text, other);
  const auto gone = left_of(before, after), come = left_of(after, before);
  struct Held {
    double likeness;
    std::size_t gone, come;
  };
  std::vector<Held> matches;
  for (std::size_t g = 0; g < gone.size(); ++g)
    for (std::size_t c = 0; c < come.size(); ++c)
      if (gone[g]->spot.unit == come[c]->spot.unit)
        if (const double likeness = alike(gone[g]->pairs, come[c]->pairs); likeness >= kAlike) matches.push_back({likeness, g, c});
  std::ranges::stable_sort(matches, std::greater{}, &Held::likeness);
  std::vector<bool> gone_taken(gone.size()), come_taken(come.size());
  std::vector<std::pair<std::size_t, FigureChange>> found;
  for (const Held& m : matches) {
    if (gone_taken[m.gone] || come_taken[m.come]) continue;
    gone_taken[m.gone] = come_taken[m.come] = true;
    const Figure &was = *gone[m.gone], &is = *come[m.come];
    const bool rounded = std::abs(was.spot.value - is.spot.value) <= std::max(was.step, is.step) / 2 * (1 + kSameValue);
    found.emplace_back(m.come, FigureChange{was.spot, is.spot, rounded});
  }
  std::ranges::sort(found, {}, [](const auto& f) { return f.first; });
  std::vector<FigureChange> out;
  for (auto& [at, change] : found) out.push_back(std::move(change));
  return out;
}

}  // namespace fengbiao
