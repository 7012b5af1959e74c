#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "search/matching.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kSaturation = 1.2, kByLength = 0.35;  // k1 and b of BM25
constexpr double kUsualBytes = 1800;                   // of an article: some 600 characters
constexpr double kPart = 0.35;                         // an occurrence that runs over words
constexpr double kTitle = 1.6, kTitlePart = 0.5;       // added where the title has the word
constexpr double kPhrase = 0.8, kNear = 0.5;           // of the sum of what the words are worth
constexpr std::size_t kMostPlaces = 64;                // occurrences of a form that are looked at
constexpr std::size_t kMostCut = 12;                   // of them, those that are cut into words
constexpr std::uint32_t kAround = 36;                  // bytes on either side that are cut with it
constexpr std::uint32_t kNearCharacters = 40;

struct Occurrence {
  std::uint32_t at = 0, size = 0;  // bytes
  std::uint32_t leaf = 0;
};

bool narrow_letter(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

// A document in normal form whose words are cut where it is asked.
class CutText {
 public:
  CutText(std::string_view text, const Words& common) : text_(text), common_(common) {}

  // Whether words begin and end with the stretch.
  bool whole(std::uint32_t begin, std::uint32_t end) {
    if (!border(begin) || !border(end)) {
      // Between two letters or digits of a narrow script.
      return false;
    }
    const Span run = han_run(begin, end);
    if (run.empty()) return true;
    piece_.assign(text_.substr(run.begin, run.size()));
    begins_.assign(run.size() + 1, 0);
    common_.cut(
        piece_, {0, run.size()}, [](std::size_t, auto&&) {}, begins_);
    const auto begins = [&](std::uint32_t at) { return at <= run.begin || at >= run.end || begins_[at - run.begin] != 0; };
    return begins(begin) && begins(end);
  }

 private:
  [[nodiscard]] char32_t before(std::uint32_t at) const {
    if (at == 0) return 0;
    std::uint32_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
    return decode(text_, begin).code;
  }
  [[nodiscard]] char32_t after(std::uint32_t at) const { return at < text_.size() ? decode(text_, at).code : 0; }
  [[nodiscard]] bool border(std::uint32_t at) const { return !(narrow_letter(before(at)) && narrow_letter(after(at))); }
  // The Chinese characters around, some of them.
  [[nodiscard]] Span han_run(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t from = begin, to = end;
    while (from > 0 && begin - from < kAround && is_han(before(from))) {
      --from;
      while (from > 0 && (static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) --from;
    }
    while (to < text_.size() && to - end < kAround && is_han(after(to))) to += decode(text_, to).size;
    return {from, to};
  }

  std::string_view text_;
  const Words& common_;
  Characters piece_;
  std::vector<std::uint8_t> begins_;
};

struct FormSeen {
  double score = 0;
  std::uint32_t times = 0, whole = 0;
  bool title = false;
};

}  // namespace

std::string_view name_of(HitReasonKind kind) {
  constexpr std::array<std::string_view, 8> kNames{"title", "phrase", "near", "times", "part", "other-form", "field", "dated"};
  return kNames[static_cast<std::size_t>(kind)];
}

CloselySeen Ranking::look(const QueryNode& root, std::uint32_t row) const {
  CloselySeen out;
  const std::string text = index_.normal(row);
  const auto title_end = static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()));
  CutText cut(text, common_);
  std::vector<Occurrence> all;
  std::uint32_t leaves = 0;
  double worths = 0;
  const double length = kSaturation * (1 - kByLength + kByLength * static_cast<double>(text.size()) / kUsualBytes);
  std::vector<const QueryNode*> in_order;

  const auto see = [&](std::string_view form, double worth, std::uint32_t leaf) {
    FormSeen seen;
    double weight = 0, cut_so_far = 0, whole_so_far = 0, title = 0;
    std::size_t places = 0;
    for (std::size_t at = find_term(text, form); at != text.npos && places < kMostPlaces; at = find_term(text, form, at + form.size())) {
      const auto begin = static_cast<std::uint32_t>(at), end = begin + static_cast<std::uint32_t>(form.size());
      bool whole = false;
      if (places < kMostCut) {
        whole = cut.whole(begin, end);
        cut_so_far += 1;
        whole_so_far += whole;
      }
      weight += places < kMostCut ? (whole ? 1 : kPart) : kPart + (1 - kPart) * whole_so_far / cut_so_far;
      seen.whole += whole;
      if (begin < title_end) {
        seen.title = true;
        title = std::max(title, whole ? kTitle : kTitlePart);
      }
      all.push_back({begin, end - begin, leaf});
      ++seen.times;
      ++places;
    }
    if (seen.times > 0) seen.score = worth * (weight * (kSaturation + 1) / (weight + length) + title);
    return seen;
  };
  each_leaf(root, [&](const QueryNode& leaf, bool excluded) {
    if (excluded) return;
    if (leaf.kind == QueryNode::Kind::days) return out.reasons.push_back({HitReasonKind::dated, leaf.words, {}, 0});
    if (leaf.kind == QueryNode::Kind::amount)
      return out.reasons.push_back({HitReasonKind::field, leaf.words, std::string(name_of(leaf.field)), 0});
    if (leaf.field != QueryField::any && leaf.field != QueryField::title)
      return out.reasons.push_back({HitReasonKind::field, leaf.words, std::string(name_of(leaf.field)), 0});
    const std::uint32_t number = leaves;
    const auto worth_of = [&](std::string_view form) { return rarity(index_.documents(), index_.at_most(form)); };
    const double own = worth_of(leaf.form);
    FormSeen best = see(leaf.form, own, number);
    const QueryAlternative* other = nullptr;
    for (const QueryAlternative& a : leaf.also) {
      const FormSeen seen = see(a.form, a.weight * worth_of(a.form), number);
      if (seen.score <= best.score) continue;
      best = seen;
      other = &a;
    }
    if (best.times == 0) return;
    ++leaves;
    worths += own;
    out.score += best.score;
    in_order.push_back(&leaf);
    const std::string& shown = other ? other->words : leaf.words;
    if (other) out.reasons.push_back({HitReasonKind::other_form, other->words, leaf.words, 0});
    if (best.title) out.reasons.push_back({HitReasonKind::title, shown, {}, 0});
    out.reasons.push_back({best.whole > 0 ? HitReasonKind::times : HitReasonKind::part, shown, {}, best.times});
  });
  if (leaves < 2) return out;

  // The smallest window that holds one occurrence of every word.
  std::ranges::sort(all, [](const Occurrence& a, const Occurrence& b) { return std::pair(a.at, a.leaf) < std::pair(b.at, b.leaf); });
  std::vector<std::uint32_t> held(leaves, 0);
  std::uint32_t missing = leaves, best_bytes = 0xFFFFFFFF, best_begin = 0;
  std::size_t from = 0;
  for (const Occurrence& o : all) {
    if (held[o.leaf]++ == 0) --missing;
    while (missing == 0) {
      const std::uint32_t bytes = o.at + o.size - std::min(all[from].at, o.at);
      if (bytes < best_bytes) best_bytes = bytes, best_begin = all[from].at;
      if (--held[all[from++].leaf] == 0) ++missing;
    }
  }
  if (best_bytes == 0xFFFFFFFF) return out;
  const std::string_view window = std::string_view(text).substr(best_begin, best_bytes);
  std::string typed;
  for (const QueryNode* leaf : in_order) typed += leaf->form;
  const auto characters = static_cast<std::uint32_t>(count_code_points(window));
  if (window == typed) {
    out.score += kPhrase * worths;
    std::string shown;
    for (const QueryNode* leaf : in_order) shown += leaf->words;
    out.reasons.push_back({HitReasonKind::phrase, shown, {}, 0});
  } else {
    const double share = std::min(1.0, static_cast<double>(typed.size()) / static_cast<double>(best_bytes));
    out.score += kNear * worths * share;
    if (characters <= kNearCharacters) out.reasons.push_back({HitReasonKind::near, {}, {}, characters});
  }
  return out;
}

}  // namespace fengbiao
