#include "pile/summary.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "clause/sentences.h"
#include "text/characters.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr double kAny = 0.05, kFirst = 0.35, kTitle = 0.6, kText = 1.0, kFigure = 0.12, kMostFigures = 3;
constexpr double kRepeated = 1;          // of what a taken sentence says too, taken off
constexpr std::size_t kSentences = 400;  // that are looked at
constexpr std::size_t kShortest = 8;     // characters

using Pairs = std::set<std::uint64_t>;

struct Read {
  SummarySentence sentence;
  Pairs pairs;
  double worth = 0;
};

Pairs pairs_of(std::string_view folded, SummarySentence* counts = nullptr) {
  Pairs out;
  std::uint64_t before = 0;
  bool digit = false;
  for (std::uint32_t at = 0, size = 0; at < folded.size(); at += size) {
    const std::uint32_t c = Characters::unit_at(folded, at, size);
    const bool number = c >= '0' && c <= '9';
    if (counts && number && !digit) ++counts->figures;
    digit = number || (digit && (c == '.' || c == ','));
    before = is_han(c) ? (before != 0 ? out.insert(before << 32 | c), c : c) : 0;
  }
  return out;
}

double share(const Pairs& of, const Pairs& in) {
  if (of.empty()) return 0;
  const auto common = std::ranges::count_if(of, [&](std::uint64_t pair) { return in.contains(pair); });
  return static_cast<double>(common) / static_cast<double>(of.size());
}

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<Read> sentences_of(const PileText& text) {
  std::vector<Read> out;
  for (std::size_t p = 0; p < text.paragraphs.size(); ++p) {
    const std::string& paragraph = text.paragraphs[p];
    Folded folded;
    fold(paragraph, folded);
    for (const Span s : sentence_spans(folded.text)) {
      if (out.size() == kSentences) return out;
      const Span span = trim(paragraph, folded.original(s.begin, s.end));
      if (span.empty()) continue;
      Read r;
      r.sentence = {.paragraph = p + 1, .span = span, .text = std::string(slice(paragraph, span)), .first = out.empty()};
      r.sentence.characters = characters_of(r.sentence.text);
      r.pairs = pairs_of(slice(folded.text, s), &r.sentence);
      out.push_back(std::move(r));
    }
  }
  return out;
}

}  // namespace

Summary summarize(const PileText& text, std::size_t characters) {
  Summary out;
  std::vector<Read> all = sentences_of(text);
  if (all.empty()) return out;
  const Pairs title = pairs_of(folded(text.title));
  for (Read& r : all) {
    r.sentence.of_title = share(title, r.pairs);
    double sum = 0;
    for (const Read& other : all)
      if (&other != &r && !r.pairs.empty())
        sum += share(r.pairs, other.pairs) * std::sqrt(static_cast<double>(other.pairs.size()) / static_cast<double>(r.pairs.size()));
    r.sentence.of_text = all.size() > 1 ? std::min(1.0, sum / static_cast<double>(all.size() - 1)) : 1;
    r.worth = kAny + kTitle * r.sentence.of_title + kText * r.sentence.of_text + (r.sentence.first ? kFirst : 0) +
              kFigure * std::min(kMostFigures, static_cast<double>(r.sentence.figures));
  }
  std::vector<std::size_t> taken;
  Pairs said;
  while (true) {
    std::size_t best = all.size();
    double most = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const SummarySentence& s = all[i].sentence;
      if (s.characters < kShortest || out.characters + s.characters > characters || std::ranges::find(taken, i) != taken.end()) continue;
      if (const double worth = all[i].worth * (1 - kRepeated * share(all[i].pairs, said)); worth > most) most = worth, best = i;
    }
    if (best == all.size()) break;
    taken.push_back(best);
    out.characters += all[best].sentence.characters;
    said.insert(all[best].pairs.begin(), all[best].pairs.end());
  }
  if (taken.empty()) {
    const auto shortest = std::ranges::min_element(all, {}, [](const Read& r) { return r.sentence.characters; });
    taken.push_back(static_cast<std::size_t>(shortest - all.begin()));
    out.characters = shortest->sentence.characters;
    out.over = out.characters > characters;
  }
  std::ranges::sort(taken);
  for (const std::size_t i : taken) out.sentences.push_back(std::move(all[i].sentence));
  return out;
}

}  // namespace fengbiao
