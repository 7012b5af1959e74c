#include "observation/rows.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {

Rows::Rows(const Scene& scene, const Frames& frames, const Measuring& measuring) : s_(scene), frames_(frames), measuring_(measuring) {
  for (const Pairing& p : scene.read.pairings) markers_.push_back(p.marker.begin);
  std::sort(markers_.begin(), markers_.end());
}

Item Rows::told_before(std::uint32_t q, const Pairing* pairing) {
  Item item;
  const std::uint32_t c = s_.read.holdings[q].clause;
  if (c == kNoClause) return item;
  if (like_.size() < s_.read.quantities.size()) like_.resize(s_.read.quantities.size(), kNoClause);
  if (like_[q] != kNoClause) {
    item.like = like_[q];
    item.own = own_;
    return item;
  }
  const Frame& f = frames_.of(q);
  if (f.linked != kNoClause) return item;
  const bool mark = marked(f.own);
  const bool share = f.share || s_.head(s_.at(f.left), Role::share) > 0;                       // 占全市比重为
  const bool grows = (f.is_rate || f.grown != 0) && !f.to && trim(s_.folded, f.left).empty();  // 同比增幅为3%、2%
  if (!mark && !((share || grows || measuring_.says_what_of(f.left)) && pairs_before(q) > 1)) return item;
  std::vector<std::uint32_t> row{q};
  for (std::uint32_t i = s_.behind_in_clause(q); i != kNoClause && goes_on(i, row.back()); i = s_.behind_in_clause(i)) row.push_back(i);
  item.own = f.left;
  if (row.size() < 2) return item;
  if (!mark && row.size() != pairs_before(q)) return item;
  const bool rate = s_.hits.in({s_.read.clauses[c].span.begin, s_.begin(q)}, Role::rate) != nullptr;
  if (!rate && !share && !grows && !measuring_.says_what_of(f.left)) return item;
  if (pairing && pairing->items.front().begin >= s_.read.clauses[c].span.begin) return item;
  std::vector<std::uint32_t> before;
  for (std::uint32_t i = q; i-- > 0 && before.size() < row.size();) {
    if (!s_.counts[i] || s_.read.holdings[i].clause == kNoClause) continue;
    const Clause& clause = s_.read.clauses[s_.read.holdings[i].clause];
    if (clause.sentence != s_.read.clauses[c].sentence) break;
    if (clause.inside != kNoClause) continue;
    const UnitKind kind = s_.quantity(i).kind;
    if (kind == UnitKind::percent || kind == UnitKind::points_of_percent || kind == UnitKind::multiple || kind == UnitKind::rank) break;
    before.push_back(i);
  }
  if (before.size() != row.size()) return item;
  if (!rate && !grows)  // the things themselves must differ: 用户规模分别达…，使用率分别为…
    for (std::size_t i = 1; i < before.size(); ++i)
      if (s_.clause_of(before[i]) != s_.clause_of(before[0])) return item;
  own_ = f.left;
  for (std::size_t i = 0; i < row.size(); ++i) like_[row[i]] = before[row.size() - 1 - i];
  item.like = like_[q];
  return item;
}

// 增长5%和下降3%: linked, or by a link and its own verb of growth.
bool Rows::goes_on(std::uint32_t q, std::uint32_t last) const {
  const Frame& f = frames_.of(q);
  if (f.linked == last) return true;
  return f.linked == kNoClause && f.grown != 0 && !f.to && f.left.empty() && s_.before_in_clause(q) == last &&
         s_.quantity(q).kind == s_.quantity(last).kind && s_.head(s_.at(trim(s_.folded, f.own)), Role::link) > 0;
}

// How many numbers the last list of the sentence before a number has.
std::size_t Rows::pairs_before(std::uint32_t q) const {
  const std::uint32_t begin = s_.read.sentences[s_.clause_of(q)->sentence].span.begin;
  std::size_t many = 0;
  for (const Pairing& p : s_.read.pairings)
    if (p.marker.begin >= begin && p.marker.begin < s_.begin(q) && p.quantities.front() < q) many = p.quantities.size();
  return many;
}

// The numbers behind 分别 to which this one belongs.
std::vector<std::uint32_t> Rows::row_of(std::uint32_t q) const {
  std::uint32_t first = q;
  while (frames_.of(first).linked != kNoClause) first = frames_.of(first).linked;
  std::vector<std::uint32_t> row{first};
  if (!marked(frames_.of(first).own)) return row;
  for (std::uint32_t i = s_.behind_in_clause(first); i != kNoClause && goes_on(i, row.back()); i = s_.behind_in_clause(i)) row.push_back(i);
  return row;
}

bool Rows::marked(Span own) const {
  const auto at = std::lower_bound(markers_.begin(), markers_.end(), own.begin);
  return (at != markers_.end() && *at < own.end) || s_.hits.in(own, Role::marker) != nullptr;
}

}  // namespace fengbiao
