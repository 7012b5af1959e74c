#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "search/character_code.h"
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

// Places in the text as it lies in the index; bytes are those of the normal form.
struct Occurrence {
  std::uint32_t at = 0, size = 0;
  std::uint32_t bytes = 0;  // of the form
  std::uint32_t leaf = 0;
};

bool narrow_letter(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

// A document whose words are cut where it is asked.
class CutText {
 public:
  CutText(std::string_view text, const CharacterCode& code, const Words& common) : text_(text), code_(code), common_(common) {}

  // Whether words begin and end with the stretch.
  bool whole(std::size_t begin, std::size_t end) {
    if (!border(begin) || !border(end)) {
      // Between two letters or digits of a narrow script.
      return false;
    }
    // The Chinese characters around, some of them.
    std::size_t from = begin, to = end;
    std::uint32_t before = 0, behind = 0;  // bytes
    while (from > 0 && before < kAround) {
      const std::size_t at = CharacterCode::before(text_, from);
      const CharacterCode::Read c = code_.read(text_, at);
      if (!is_han(c.code)) break;
      before += size_of(c);
      from = at;
    }
    while (to < text_.size() && behind < kAround) {
      const CharacterCode::Read c = code_.read(text_, to);
      if (!is_han(c.code)) break;
      behind += size_of(c);
      to += c.size;
    }
    spelled_.clear();
    code_.spell(text_.substr(from, to - from), spelled_);
    piece_.assign(spelled_);
    const auto size = static_cast<std::uint32_t>(spelled_.size());
    begins_.assign(size + 1, 0);
    common_.cut(
        piece_, {0, size}, [](std::size_t, auto&&) {}, begins_);
    const auto begins = [&](std::uint32_t at) { return at == 0 || at >= size || begins_[at] != 0; };
    return begins(before) && begins(size - behind);
  }

 private:
  std::uint32_t size_of(const CharacterCode::Read& c) const {
    char room[4];
    return static_cast<std::uint32_t>(code_.spelled(c, room).size());
  }
  [[nodiscard]] bool border(std::size_t at) const {
    return at == 0 || at >= text_.size() || !narrow_letter(code_.read(text_, CharacterCode::before(text_, at)).code) ||
           !narrow_letter(code_.read(text_, at).code);
  }

  std::string_view text_;
  const CharacterCode& code_;
  const Words& common_;
  std::string spelled_;
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

const Ranking::Form& Ranking::form(const std::string& words) const {
  const auto [at, fresh] = forms_.try_emplace(words);
  if (fresh) at->second = {index_.coded_term(words), rarity(index_.documents(), index_.at_most(words))};
  return at->second;
}

CloselySeen Ranking::look(const QueryNode& root, std::uint32_t row) const {
  CloselySeen out;
  // A hundred texts are looked at for a page: as they lie in the index, spelt out only where it is asked.
  const std::string_view text = index_.coded(row);
  const auto title_end = static_cast<std::uint32_t>(std::min(text.find('\0'), text.size()));
  CutText cut(text, index_.code(), common_);
  std::vector<Occurrence> all;
  std::uint32_t leaves = 0;
  double worths = 0;
  const double length = kSaturation * (1 - kByLength + kByLength * static_cast<double>(index_.normal_size(row)) / kUsualBytes);
  std::vector<const QueryNode*> in_order;

  const auto see = [&](const std::string& words, double weighed, std::uint32_t leaf) {
    FormSeen seen;
    const auto& [term, rare] = form(words);
    if (term.empty()) return seen;
    const double worth = weighed * rare;
    double weight = 0, cut_so_far = 0, whole_so_far = 0, title = 0;
    std::size_t places = 0;
    for (std::size_t at = find_coded(text, term); at != text.npos && places < kMostPlaces; at = find_coded(text, term, at + term.size())) {
      const auto begin = static_cast<std::uint32_t>(at), end = begin + static_cast<std::uint32_t>(term.size());
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
      all.push_back({begin, end - begin, static_cast<std::uint32_t>(words.size()), leaf});
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
    const double own = form(leaf.form).rarity;
    FormSeen best = see(leaf.form, 1, number);
    const QueryAlternative* other = nullptr;
    for (const QueryAlternative& a : leaf.also) {
      const FormSeen seen = see(a.form, a.weight, number);
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
  std::vector<std::uint32_t> held(leaves, 0), offsets;  // offsets: of `all` in the normal form, from the first one on
  std::uint32_t missing = leaves, best_bytes = 0xFFFFFFFF;
  std::pair<std::uint32_t, std::uint32_t> best;
  std::size_t from = 0;
  for (const Occurrence& o : all) {
    const Occurrence* const before = offsets.empty() ? nullptr : &all[offsets.size() - 1];
    offsets.push_back(
        before ? offsets.back() + static_cast<std::uint32_t>(index_.code().spelled_size(text.substr(before->at, o.at - before->at))) : 0);
    if (held[o.leaf]++ == 0) --missing;
    while (missing == 0) {
      const std::uint32_t bytes = offsets.back() + o.bytes - offsets[from];
      if (bytes < best_bytes) best_bytes = bytes, best = {all[from].at, o.at + o.size};
      if (--held[all[from++].leaf] == 0) ++missing;
    }
  }
  if (best_bytes == 0xFFFFFFFF) return out;
  std::string window;
  index_.code().spell(text.substr(best.first, best.second - best.first), window);
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
