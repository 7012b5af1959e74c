#include "clause/spoken_of.h"

#include <algorithm>
#include <string>

namespace fengbiao {
namespace {

constexpr std::uint32_t kNear = 24;  // bytes: eight characters

}  // namespace

bool is_measure(const Hits& hits, const ReadText& text, Span name) {
  const WordHit* of = hits.beginning_at(name.end);
  if (!of || !of->is(WordUse::of)) return false;
  const auto q = std::lower_bound(text.quantities.begin(), text.quantities.end(), of->span.end,
                                  [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
  if (q == text.quantities.end()) return false;
  const std::uint32_t begin = q->hedge.empty() ? q->span.begin : std::min(q->hedge.begin, q->span.begin);
  if (begin != of->span.end) return false;
  return q->kind == UnitKind::multiple ||
         ((q->kind == UnitKind::percent || q->number.fraction) && hits.before(name.begin, WordUse::copula));
}

bool SpokenOf::is_subject(std::uint32_t index, std::uint32_t c) const {
  const Name& name = text_.names[index];
  const std::uint32_t end = text_.clauses[c].span.end, near = std::min(name.span.end + kNear, end);
  if (is_firm(name)) {
    if (words_.ends_in(slice(folded_, name.span), WordUse::researcher)) return false;
    if ((hits_.before(name.span.begin, WordUse::toward) && !tells_itself(name)) || hits_.before(name.span.begin, WordUse::its) ||
        (hits_.before(name.span.begin, WordUse::in_place) && !is_topic(name, c)) || hits_.before(name.span.begin, WordUse::through) ||
        hits_.behind(name.span.end, WordUse::maker) || hits_.behind(name.span.end, WordUse::parent))
      return false;
    // 一名甲平台卖家: what is told is the seller's.
    if (hits_.behind(name.span.end, WordUse::member) && hits_.in({text_.clauses[c].span.begin, name.span.begin}, WordUse::someone))
      return false;
    // 甲国服装集团乙: what it is, and no name.
    if (name.by_form && index + 1 < text_.names.size() && is_firm(text_.names[index + 1]) &&
        text_.names[index + 1].span.begin == name.span.end && words_.ends_in(slice(folded_, name.span), WordUse::kind_of_firm))
      return false;
    // 被乙挤到第四, 相当于乙的8%: measured by it. 仅次于乙（5%）: the brackets tell of it.
    if (hits_.before(name.span.begin, WordUse::compare_before) && folded_.substr(name.span.end, 1) != "(") return false;
    if (is_measure(hits_, text_, name.span)) return false;
    if (is_listed_firm(index) || reports_jointly(index, end) || is_example(name) || is_quoted(name)) return false;
    // 甲旗下乙: of two, the one that is owned.
    if (!hits_.behind(name.span.end, WordUse::owner)) return true;
    for (std::uint32_t i = index + 1; i < text_.names.size() && text_.names[i].span.begin < std::min(end, name.span.end + 3 * kNear); ++i)
      if (is_firm(text_.names[i])) return false;
    return true;
  }
  return name.kind == NameKind::body && !hits_.before(name.span.begin, WordUse::teller_before) &&
         !hits_.in({name.span.end, near}, WordUse::teller_after);
}

// 来自甲的数据显示: whence the figures come, which are its own; not 来自甲的订单.
bool SpokenOf::tells_itself(const Name& name) const {
  if (!hits_.before(name.span.begin, WordUse::teller_before)) return false;
  const WordHit* of = hits_.beginning_at(name.span.end);
  return of && (of->is(WordUse::teller_after) || (of->is(WordUse::of) && hits_.behind(of->span.end, WordUse::teller_after)));
}
// 在甲，5%的订单…: a sentence, or a part of one, that goes over to it.
bool SpokenOf::is_topic(const Name& name, std::uint32_t c) const {
  const Clause& clause = text_.clauses[c];
  const WordHit* in = hits_.ending_at(name.span.begin);
  return in && in->span.begin == clause.span.begin && name.span.end == clause.span.end && clause.closed_by == ClosedBy::comma;
}

// 甲、乙和丙: one of several told together.
bool SpokenOf::is_listed(std::uint32_t p) const {
  const Span place = text_.places[p].span;
  const WordHit *before = hits_.ending_at(place.begin), *behind = hits_.beginning_at(place.end);
  const auto links = [&](const WordHit* hit) { return hit && hit->is(WordUse::link); };
  if (links(before) && p > 0 && text_.places[p - 1].span.end == trim_back(before->span.begin)) return true;
  return links(behind) && p + 1 < text_.places.size() && text_.places[p + 1].span.begin == trim_front(behind->span.end);
}
std::uint32_t SpokenOf::trim_back(std::uint32_t at) const {
  while (at > 0 && folded_[at - 1] == ' ') --at;
  return at;
}
std::uint32_t SpokenOf::trim_front(std::uint32_t at) const {
  while (at < folded_.size() && folded_[at] == ' ') ++at;
  return at;
}

// 甲、乙、丙: told together; each gets its own by a pairing.
bool SpokenOf::is_listed_firm(std::uint32_t n) const {
  const Span name = text_.names[n].span;
  const WordHit *before = hits_.ending_at(name.begin), *behind = hits_.beginning_at(name.end);
  const auto links = [&](const WordHit* hit) { return hit && hit->is(WordUse::link); };
  if (links(before) && n > 0 && is_firm(text_.names[n - 1]) && text_.names[n - 1].span.end == trim_back(before->span.begin)) return true;
  return links(behind) && n + 1 < text_.names.size() && is_firm(text_.names[n + 1]) &&
         text_.names[n + 1].span.begin == trim_front(behind->span.end);
}
// 由某联合会和甲联合调查的指数: a source beside a body.
bool SpokenOf::reports_jointly(std::uint32_t n, std::uint32_t end) const {
  const auto linked = [&](std::uint32_t a, std::uint32_t b) {
    const WordHit* link = hits_.beginning_at(trim_front(text_.names[a].span.end));
    return link && link->is(WordUse::link) && text_.names[b].span.begin == trim_front(link->span.end);
  };
  const bool behind = n > 0 && text_.names[n - 1].kind == NameKind::body && linked(n - 1, n);
  const bool before = n + 1 < text_.names.size() && text_.names[n + 1].kind == NameKind::body && linked(n, n + 1);
  if (!behind && !before) return false;
  const std::uint32_t last = text_.names[before ? n + 1 : n].span.end;
  return hits_.in({last, std::min(last + kNear, end)}, WordUse::teller_after) != nullptr;
}
// 甲等17家企业, 甲等单位.
bool SpokenOf::is_example(const Name& name) const {
  if (hits_.behind(name.span.end, WordUse::and_so_on)) return true;
  // 甲集团某局等单位: a part of it.
  const WordHit* more = hits_.in({name.span.end, name.span.end + kNear}, WordUse::and_so_on);
  const WordHit* list = more ? hits_.beginning_at(more->span.end) : nullptr;
  return list && list->is(WordUse::kind_of_teller) && !hits_.in({name.span.end, more->span.begin}, WordUse::link);
}
// “某某之春”活动: a part of what is quoted.
bool SpokenOf::is_quoted(const Name& name) const {
  const auto next = std::upper_bound(text_.cuts.quotes.begin(), text_.cuts.quotes.end(), name.span.begin,
                                     [](std::uint32_t at, Span quote) { return at < quote.begin; });
  return next != text_.cuts.quotes.begin() && (next - 1)->end >= name.span.end && (next - 1)->size() > name.span.size() + 2;
}

bool SpokenOf::names_paper(const Clause& clause) const {
  for (std::uint32_t n = clause.first_name; n < clause.first_name + clause.names; ++n)
    if (text_.names[n].kind == NameKind::media) return true;
  return false;
}
bool SpokenOf::shares_in_place(const Clause& clause) const {
  for (std::uint32_t n = clause.first_name; n < clause.first_name + clause.names; ++n)
    if (text_.names[n].kind == NameKind::place && clause.quantities > 0 && hits_.before(text_.names[n].span.begin, WordUse::toward))
      return true;
  return false;
}
bool SpokenOf::names_researcher(const Clause& clause) const {
  for (std::uint32_t n = clause.first_name; n < clause.first_name + clause.names; ++n)
    if (is_firm(text_.names[n]) && words_.ends_in(slice(folded_, text_.names[n].span), WordUse::researcher)) return true;
  return false;
}
std::size_t SpokenOf::subjects_of(const Sentence& sentence, const std::vector<bool>& subject) const {
  std::vector<std::string_view> ids;
  const auto from = std::lower_bound(text_.names.begin(), text_.names.end(), sentence.span.begin,
                                     [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
  for (auto n = static_cast<std::size_t>(from - text_.names.begin());
       n < text_.names.size() && text_.names[n].span.begin < sentence.span.end; ++n)
    if (subject[n] && is_firm(text_.names[n])) {
      const Name& name = text_.names[n];
      ids.push_back(name.id.empty() ? slice(folded_, name.span) : std::string_view(name.id));
    }
  std::sort(ids.begin(), ids.end());
  return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}
std::size_t SpokenOf::firms_of(const Sentence& sentence) const {
  const auto from = std::lower_bound(text_.names.begin(), text_.names.end(), sentence.span.begin,
                                     [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
  std::vector<std::string_view> ids;
  for (auto n = from; n != text_.names.end() && n->span.begin < sentence.span.end; ++n)
    if (is_firm(*n)) ids.push_back(n->id.empty() ? slice(folded_, n->span) : std::string_view(n->id));
  std::sort(ids.begin(), ids.end());
  return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}
bool SpokenOf::is_within(const CarriedIndex& inner, const CarriedIndex& outer) const {
  if (!inner.has() || !outer.has()) return false;
  const std::string &a = text_.places[inner.index].code, &b = text_.places[outer.index].code;
  if (b.size() == 2 && text_.places[inner.index].country == b) return true;
  if (a.size() < 6 || b.size() < 6 || a == b) return false;
  return b.ends_with("0000") ? a.starts_with(b.substr(0, 2)) : b.ends_with("00") && a.starts_with(b.substr(0, 4));
}

}  // namespace fengbiao
