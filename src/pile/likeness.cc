#include "pile/likeness.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/hash.h"
#include "pile/each_row.h"
#include "text/characters.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kRun = 3;                // letters
constexpr double kSameWords = 0.3;             // of the smaller text,
constexpr double kSameWordsAndFigures = 0.15;  // where figures say it too
constexpr double kSameLonger = 0.07;           // of the larger one: a survey of the week is none of its stories
constexpr double kSameTitled = 0.2;            // of the smaller text, under one title
constexpr std::uint32_t kFewRuns = 24;         // a text with fewer says too little, unless nearly all of it is the same
constexpr double kSameFew = 0.75;
constexpr std::uint32_t kLeastFigures = 3;  // with fewer they say nothing
constexpr double kSameFigures = 0.3;
constexpr double kSameTogether = 0.65;                        // of figures and words
constexpr std::size_t kLeastTitle = 6;                        // letters
constexpr double kSteps = 15;                                 // of a weight, so that the rarest run of 100,000 texts stays below 256
constexpr double kAsIfSeen = 200;                             // texts, so that in a small pile every run counts nearly alike
constexpr std::uint32_t kFirstYear = 1900, kLastYear = 2099;  // plain numbers between them are no figures

bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }

std::uint32_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15ULL;
  value = (value ^ value >> 32) * 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(value >> 32);
}

void make_set(std::vector<std::uint32_t>& values) {
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
}

class Reader {
 public:
  explicit Reader(Print& print) : print_(print) {}
  // A run goes across marks, digits and blanks, as they are what printers differ in, but not from one part to the next.
  std::uint64_t read(std::string_view text) {
    fold(text, folded_);
    std::uint64_t letters = 0, all = 0;
    std::size_t count = 0;
    const std::string_view t = folded_.text;
    for (std::uint32_t at = 0, size = 0; at < t.size(); at += size) {
      std::uint32_t c = Characters::unit_at(t, at, size);
      if (is_digit(c)) {
        size = take_figure(t, at);
        continue;
      }
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
      if (!is_han(c) && !(c >= 'a' && c <= 'z')) continue;
      letters = (letters << 21 | c) & ((1ULL << 63) - 1);
      all = (all ^ c) * 0x100000001B3ULL;
      if (++count >= kRun) print_.runs.push_back(mixed(letters));
    }
    return count >= kLeastTitle ? all : 0;
  }

 private:
  std::uint32_t take_figure(std::string_view t, std::uint32_t at) {
    std::uint32_t end = at, hash = 0x811C9DC5U, plain = 0;
    bool whole = true;
    for (; end < t.size(); ++end) {
      const auto c = static_cast<unsigned char>(t[end]);
      const bool inside = (c == ',' || c == '.') && end + 1 < t.size() && is_digit(static_cast<unsigned char>(t[end + 1]));
      if (inside && c == ',') continue;
      if (!inside && !is_digit(c)) break;
      whole = whole && c != '.';
      plain = plain * 10 + (c - '0');
      hash = (hash ^ c) * 0x01000193U;
    }
    if (const bool year = whole && end - at == 4 && plain >= kFirstYear && plain <= kLastYear; !year) print_.figures.push_back(mixed(hash));
    return end - at;
  }
  Print& print_;
  Folded folded_;
};

}  // namespace

Print print_of(const PileText& text) {
  Print print;
  Reader reader(print);
  print.title = reader.read(text.title);
  for (const std::string& p : text.paragraphs) reader.read(p);
  make_set(print.runs);
  make_set(print.figures);
  return print;
}

Prints::Prints(std::span<const PileText> texts, unsigned threads)
    : prints_(texts.size()), weights_(texts.size()), all_(texts.size()), all_figures_(texts.size()) {
  each_row(texts.size(), threads, [&](std::size_t row) { prints_[row] = print_of(texts[row]); });
  std::size_t runs = 0;
  for (const Print& print : prints_) runs += print.runs.size();
  const auto bits = std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::bit_width(runs)) + 2, 12, 24);
  shift_ = 32 - bits;
  counts_.resize(std::size_t{1} << bits);
  for (const Print& print : prints_)
    for (const auto* values : {&print.runs, &print.figures})
      for (const std::uint32_t value : *values) ++counts_[value >> shift_];
  each_row(texts.size(), threads, [&](std::size_t row) {
    weights_[row].reserve(prints_[row].runs.size());
    for (const std::uint32_t run : prints_[row].runs) {
      weights_[row].push_back(static_cast<std::uint8_t>(std::min(255.0, kSteps * rarity(texts_with(run)))));
      all_[row] += weights_[row].back();
    }
    for (const std::uint32_t figure : prints_[row].figures) all_figures_[row] += rarity(texts_with(figure));
  });
}

double Prints::rarity(std::uint32_t texts) const { return std::log2(1 + (static_cast<double>(size()) + kAsIfSeen) / texts); }

Likeness Prints::compare(std::size_t a, std::size_t b) const {
  Likeness out;
  const Print &one = prints_[a], &two = prints_[b];
  double shared = 0;
  for (std::size_t i = 0, j = 0; i < one.runs.size() && j < two.runs.size();) {
    if (one.runs[i] == two.runs[j]) shared += weights_[a][i], ++i, ++j;
    else if (one.runs[i] < two.runs[j]) ++i;
    else ++j;
  }
  out.of_smaller = shared / std::max(1.0, std::min(all_[a], all_[b]));
  out.of_larger = shared / std::max(1.0, std::max(all_[a], all_[b]));
  out.runs = static_cast<std::uint32_t>(std::min(one.runs.size(), two.runs.size()));
  out.figures = static_cast<std::uint32_t>(std::min(one.figures.size(), two.figures.size()));
  double same_figures = 0;
  for (auto i = one.figures.begin(), j = two.figures.begin(); i != one.figures.end() && j != two.figures.end();) {
    if (*i == *j) ++out.shared, same_figures += rarity(texts_with(*i)), ++i, ++j;
    else if (*i < *j) ++i;
    else ++j;
  }
  out.of_figures = same_figures / std::max(1.0, std::min(all_figures_[a], all_figures_[b]));
  out.one_title = one.title != 0 && one.title == two.title;
  return out;
}

bool Likeness::same() const {
  const bool told_by_figures = figures >= kLeastFigures;
  if (told_by_figures && (of_figures < kSameFigures || of_figures + of_smaller < kSameTogether)) return false;
  if (runs < kFewRuns) return one_title || of_larger >= kSameFew;
  return of_smaller >= (told_by_figures ? kSameWordsAndFigures : one_title ? kSameTitled : kSameWords) && of_larger >= kSameLonger;
}

}  // namespace fengbiao
