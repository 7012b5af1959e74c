// The matcher against a slow and obvious second one, over random packs and texts of a few characters: no tries, no first characters, no
// blocks, no cursors; every word is compared with every place.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "comply/matcher.h"
#include "comply/sample_pack.h"

namespace fengbiao {
namespace {

class SlowMatcher {
 public:
  SlowMatcher(const PackBook& book, const ComplyMatcher& matcher, const ComplyLetters& letters)
      : book_(book), matcher_(matcher), t_(letters) {}

  // begin and end of each place of the rule, and whether it is exempt.
  std::vector<std::tuple<std::uint32_t, std::uint32_t, bool>> places(const ComplyRule& rule) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, bool>> out;
    for (const ComplyFind& find : rule.finds)
      for (const ComplyPhrase& phrase : find.phrases) {
        const std::size_t anchor = matcher_.rarest_part(phrase);
        for (std::uint32_t at = 0; at < t_.size(); ++at)
          for (const std::uint32_t word : book_.list(phrase.parts[anchor].list)) {
            std::uint32_t begin = at, end = 0;
            if (!stands(word, at, rule.fold.gaps, end)) continue;
            const auto [low, high] = sentence(at);
            if (!forward(phrase, anchor + 1, end, high, rule.fold.gaps, end)) continue;
            if (!backward(phrase, anchor, begin, low, rule.fold.gaps, begin)) continue;
            if (!suits(find, rule, at, begin, end)) continue;
            bool exempt = false;
            for (const Exemption& e : rule.unless) exempt = exempt || around(e.words, at, begin, end, true);
            out.emplace_back(begin, end, exempt);
          }
      }
    std::ranges::sort(out, [](const auto& a, const auto& b) {
      return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) < std::get<0>(b) : std::get<1>(a) > std::get<1>(b);
    });
    decltype(out) joined;
    for (const auto& [b, e, x] : out) {
      if (!joined.empty() && b < std::get<1>(joined.back())) {
        std::get<1>(joined.back()) = std::max(std::get<1>(joined.back()), e);
        std::get<2>(joined.back()) = std::get<2>(joined.back()) && x;
      } else {
        joined.emplace_back(b, e, x);
      }
    }
    return joined;
  }

 private:
  [[nodiscard]] bool stands(std::uint32_t id, std::uint32_t at, bool gaps, std::uint32_t& end) const {
    const auto& word = book_.words()[id];
    if (at + word.units.size() > t_.size()) return false;
    for (std::uint32_t i = 0; i < word.units.size(); ++i) {
      if (t_.units[at + i] != word.units[i]) return false;
      if (i > 0 && t_.gap(at + i) && (word.gaps >> i & 1) == 0 && !gaps) return false;
    }
    end = at + static_cast<std::uint32_t>(word.units.size());
    return true;
  }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> sentence(std::uint32_t at) const {
    std::uint32_t low = 0, high = t_.size();
    for (const std::uint32_t stop : t_.stops) {
      if (stop < at) low = stop + 1;
      if (stop >= at) {
        high = stop;
        break;
      }
    }
    return {low, high};
  }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> reach(Reach r, std::uint32_t at) const {
    if (r == Reach::text) return {0, t_.size()};
    if (r == Reach::sentence) return sentence(at);
    std::uint32_t low = 0, high = t_.size();
    for (const auto& line : t_.lines) {
      if (line.first <= at) low = line.first;
      else {
        high = line.first;
        break;
      }
    }
    return {low, high};
  }
  bool forward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t from, std::uint32_t limit, bool gaps, std::uint32_t& to) const {
    if (part == phrase.parts.size()) return to = from, true;
    for (std::uint32_t at = from; at <= from + phrase.parts[part].gap; ++at)
      for (std::size_t size = 1; size < 4; ++size)  // the shorter first
        for (const std::uint32_t w : book_.list(phrase.parts[part].list)) {
          std::uint32_t end = 0;
          if (book_.words()[w].units.size() == size && stands(w, at, gaps, end) && end <= limit &&
              forward(phrase, part + 1, end, limit, gaps, to))
            return true;
        }
    return false;
  }
  // `part` stands at `from`; those before it.
  bool backward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t from, std::uint32_t low, bool gaps,
                std::uint32_t& begin) const {
    if (part == 0) return begin = from, true;
    for (std::uint32_t at = from; at-- > low;)
      for (std::size_t size = 4; size-- > 1;)
        for (const std::uint32_t w : book_.list(phrase.parts[part - 1].list)) {
          std::uint32_t end = 0;
          if (book_.words()[w].units.size() == size && stands(w, at, gaps, end) && end <= from && from - end <= phrase.parts[part].gap &&
              backward(phrase, part - 1, at, low, gaps, begin))
            return true;
        }
    return false;
  }
  [[nodiscard]] bool around(const WordsAround& words, std::uint32_t at, std::uint32_t begin, std::uint32_t end, bool gaps) const {
    auto [low, high] = reach(words.reach, at);
    if (!words.anywhere)
      low = std::max(low, begin > words.within ? begin - words.within : 0), high = std::min<std::uint32_t>(high, end + words.within);
    for (std::uint32_t i = low; i < high; ++i)
      for (const std::uint32_t w : book_.list(words.list)) {
        std::uint32_t to = 0;
        if (stands(w, i, gaps, to) && to <= high) return true;
      }
    return false;
  }
  [[nodiscard]] bool adjoins(std::uint32_t list, std::uint32_t at, bool before) const {
    for (std::uint32_t i = before ? 0 : at; i <= at; ++i)
      for (const std::uint32_t w : book_.list(list)) {
        std::uint32_t to = 0;
        if (stands(w, i, true, to) && (before ? to == at : i == at)) return true;
      }
    return false;
  }
  [[nodiscard]] bool suits(const ComplyFind& find, const ComplyRule& rule, std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
    if (find.before != kNoList && !adjoins(find.before, begin, true)) return false;
    if (find.behind != kNoList && !adjoins(find.behind, end, false)) return false;
    if (find.not_before != kNoList && adjoins(find.not_before, begin, true)) return false;
    if (find.not_behind != kNoList && adjoins(find.not_behind, end, false)) return false;
    for (const WordsAround& near : find.near)
      if (!around(near, at, begin, end, rule.fold.gaps)) return false;
    for (const WordsAround& far : find.not_near)
      if (around(far, at, begin, end, true)) return false;
    return true;
  }
  const PackBook& book_;
  const ComplyMatcher& matcher_;
  const ComplyLetters& t_;
};

// Characters that are in no ordinary word, so that gaps are never ordinary.
const std::vector<std::string> kAlphabet{"㐀", "㐁", "㐂", "㐃"};

TEST(ComplyMatcherTwin, SameAsTheSlowOne) {
  std::mt19937 random(20240301);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto word = [&] {
    std::string out;
    for (std::size_t i = 0, n = 1 + below(3); i < n; ++i) out += kAlphabet[below(kAlphabet.size())];
    return out;
  };
  const auto list = [&] {
    std::string out = "[" + word();
    for (std::size_t i = below(2); i > 0; --i) out += ", " + word();
    return out + "]";
  };
  const auto phrase = [&] {
    std::string out = word();
    for (std::size_t i = below(3); i > 0; --i) out += "…" + std::to_string(below(5)) + word();
    return out;
  };
  const auto around = [&] {
    const std::vector<std::string> reaches{"sentence", "line", "text"};
    return "{words: " + list() + ", scope: " + reaches[below(3)] + (below(4) == 0 ? "" : ", within: " + std::to_string(below(9))) + "}";
  };
  static const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
  static const Words words = *Words::load(DataSet::built_in());
  static const SpokenLines spoken = *SpokenLines::load(DataSet::built_in());
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    std::string rules;
    for (int r = 0; r < 4; ++r) {
      std::string find = "words: [" + phrase() + ", " + phrase() + "]";
      if (below(2) == 0) find += "\n        near: " + around();
      if (below(3) == 0) find += "\n        not_near: " + around();
      for (const std::string key : {"before", "behind", "not_before", "not_behind"})
        if (below(6) == 0) find += "\n        " + key + ": " + list();
      std::string more = below(2) == 0 ? "    fold: [gaps]\n" : "";
      if (below(3) == 0)
        more += "    unless:\n      - {id: x, zh: 例, en: x, words: " + list() + ", within: " + std::to_string(below(6)) + "}\n";
      rules += sample_rule("r" + std::to_string(r), find, more);
    }
    const auto book = PackBook::parse(sample_pack(rules), "p.yaml", folding);
    ASSERT_TRUE(book) << book.error().message();
    const ComplyMatcher matcher(*book, folding, words);
    for (int t = 0; t < 4; ++t) {
      std::string text;
      for (std::size_t i = below(400); i > 0; --i) {
        const std::size_t c = below(40);
        text += c == 0 ? "。" : c == 1 ? "\n" : c == 2 ? "*" : c == 3 ? "，" : kAlphabet[below(kAlphabet.size())];
      }
      const Document document = document_from_text(text, "t");
      const auto lines = spoken.read(document, ComplyKind::script);
      ComplyLetters letters;
      read_letters(document.text, lines, folding, letters);
      ComplyMatcher::Found fast;
      matcher.run(letters, lines, std::vector<std::uint8_t>(4, 1), fast);
      SlowMatcher slow(*book, matcher, letters);
      for (std::uint32_t r = 0; r < 4; ++r) {
        std::vector<std::tuple<std::uint32_t, std::uint32_t, bool>> mine;
        for (const ComplyMatch& m : fast.matches)
          if (m.rule == r) mine.emplace_back(m.begin, m.end, m.exemption >= 0);
        ASSERT_EQ(mine, slow.places(book->packs()[0].rules[r])) << rules << "\n" << text << "\nrule " << r;
        found += mine.size();
      }
    }
  }
  EXPECT_GT(found, 1000U) << "the texts must have what is looked for";
}

}  // namespace
}  // namespace fengbiao
