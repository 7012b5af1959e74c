#include "clause/places.h"

#include <algorithm>
#include <map>
#include <string>

#include "text/chars.h"

namespace fengbiao {
namespace {

// Municipalities under the central government count as provinces and as cities.
bool is_of_level(std::string_view code, std::string_view level) {
  const bool division = code.size() >= 6 && code.find_first_not_of("0123456789") == code.npos;
  if (level == "country") return code.size() == 2 && code != "CN";
  if (!division || code.size() > 6) return false;
  const bool province = code.ends_with("0000"), city = !province && code.ends_with("00");
  const std::string_view two = code.substr(0, 2);
  if (level == "province") return province;
  if (level == "city") return city || (province && (two == "11" || two == "12" || two == "31" || two == "50"));
  return !province && !city;
}

class Places {
 public:
  Places(std::string_view folded, const ClauseWords& words, const Hits& hits, ReadText& text)
      : folded_(folded), words_(words), hits_(hits), text_(text), walk_(text.clauses) {}

  void run(std::span<const WordHit> found) {
    std::size_t next = 0;
    const auto words_before = [&](std::uint32_t to) {
      for (; next < found.size() && found[next].span.begin < to; ++next) word(found[next]);
    };
    for (std::uint32_t i = 0; i < text_.names.size(); ++i) {
      const Name& name = text_.names[i];
      words_before(name.span.begin);
      if (name.kind == NameKind::place) {
        toward_ = hits_.before(name.span.begin, WordUse::toward) || (toward_ && hits_.before(name.span.begin, WordUse::link));
        if (!toward_) add(name.span, i, name.code, name.canonical, false);
      }
      // Bodies of a place name it too: 某市商务局 … 全市.
      for (const std::string_view level : {"country", "province", "city", "county"})
        if (is_of_level(name.code, level)) last_[level] = i;
    }
    words_before(0xFFFFFFFF);
  }

 private:
  void add(Span span, std::uint32_t name, std::string_view code, std::string_view canonical, bool word) {
    text_.places.push_back({span, name, std::string(code), std::string(canonical), word, is_ranked_in(span.end), walk_.at(span.begin)});
  }

  void word(const WordHit& hit) {
    if (hit.is(WordUse::area)) {
      if (words_.attribute(hit, "anywhere").empty() && !is_topic(hit.span.begin) && !is_ranked_in(hit.span.end)) return;
      add(hit.span, kNoClause, words_.attribute(hit, "code"), words_.attribute(hit, "name"), true);
    } else if (hit.is(WordUse::same_area)) {
      const auto known = last_.find(words_.attribute(hit, "value"));
      if (known == last_.end()) return;
      const Name& name = text_.names[known->second];
      add(hit.span, known->second, name.code, name.canonical, true);
    }
  }

  // 全球第二: a rank stands right behind.
  [[nodiscard]] bool is_ranked_in(std::uint32_t end) const {
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), end,
                                    [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
    return q != text_.quantities.end() && q->kind == UnitKind::rank && trim(folded_, {end, q->span.begin}).empty();
  }

  // At the beginning of its clause, behind a time or a word that leads to what is spoken of; elsewhere it is an object: 领跑全国.
  [[nodiscard]] bool is_topic(std::uint32_t begin) {
    const std::uint32_t c = walk_.at(begin);
    if (c == kNoClause || text_.clauses[c].span.begin == begin || hits_.before(begin, WordUse::opening)) return true;
    const auto t = std::lower_bound(text_.times.begin(), text_.times.end(), begin,
                                    [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    return t != text_.times.begin() && trim(folded_, {(t - 1)->time.span.end, begin}).empty();
  }

  std::string_view folded_;
  const ClauseWords& words_;
  const Hits& hits_;
  ReadText& text_;
  ClauseWalk walk_;
  bool toward_ = false;                             // the last place was one that something goes to
  std::map<std::string_view, std::uint32_t> last_;  // of each level, the name
};

}  // namespace

void find_places(std::string_view folded, const ClauseWords& words, std::span<const WordHit> found, const Hits& hits, ReadText& text) {
  text.places.clear();
  Places(folded, words, hits, text).run(found);
}

}  // namespace fengbiao
