#include "clause/compared.h"

#include <algorithm>

#include <utility>

namespace fengbiao {
namespace {

constexpr std::size_t kMostFigures = 12;  // of a sentence that are compared

}  // namespace

// 广东用户投诉最多，占5%: one of many.
bool Compared::is_singled_out(const PlaceInText& place) const {
  constexpr std::uint32_t kNear = 24;
  if (place.code == "CN" || place.code == "world" || place.clause == kNoClause) return false;
  const std::uint32_t end = std::min(place.span.end + kNear, text_.clauses[place.clause].span.end);
  const WordHit* most = hits_.in({place.span.end, end}, WordUse::superlative);
  return most && most->span.end == text_.clauses[place.clause].span.end;
}

// 甲国以5亿元居首；乙国、丙国分别为4亿元、3亿元
bool Compared::lists_places_behind(const Sentence& sentence) const {
  auto p = static_cast<std::uint32_t>(std::lower_bound(text_.places.begin(), text_.places.end(), sentence.span.begin,
                                                       [](const PlaceInText& x, std::uint32_t at) { return x.span.begin < at; }) -
                                      text_.places.begin());
  std::uint32_t first = kNoClause;
  for (; p < text_.places.size() && text_.places[p].span.begin < sentence.span.end; ++p) {
    const PlaceInText& place = text_.places[p];
    if (place.clause == kNoClause || text_.clauses[place.clause].quantities == 0 || place.body || place.field) continue;
    const bool listed = spoken_.is_listed(p);
    if (first != kNoClause && listed && place.clause != text_.places[first].clause && place.canonical != text_.places[first].canonical &&
        !spoken_.is_within({p, Carried::own}, {first, Carried::own}))
      return true;
    if (first == kNoClause) {
      if (listed || place.code == "CN" || place.code == "world" || place.region) return false;
      first = p;
    }
  }
  return false;
}

bool Compared::compares_places(const Sentence& sentence) const {
  CarriedIndex before;
  if (lists_places_behind(sentence) || lists_places(sentence)) return true;
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c) {
    const OwnWords& own = own_[c];
    if (text_.clauses[c].inside != kNoClause || !own.place.has()) continue;
    const PlaceInText& place = text_.places[own.place.index];
    if (place.body) continue;
    if (!place.word && is_singled_out(place)) return true;
    if (text_.clauses[c].quantities == 0) continue;
    if (before.has() && text_.places[before.index].canonical != place.canonical && !spoken_.is_within(own.place, before) &&
        text_.places[before.index].code != "CN" && text_.places[before.index].code != "world")
      return true;
    if (!before.has()) before = own.place;
  }
  return false;
}

bool Compared::ranks_place(const Sentence& sentence) const {
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c) {
    const Clause& clause = text_.clauses[c];
    if (clause.inside != kNoClause || !own_[c].place.has() || text_.places[own_[c].place.index].body) continue;
    for (std::uint32_t q = clause.first_quantity; q < clause.first_quantity + clause.quantities; ++q)
      if (text_.quantities[q].kind == UnitKind::rank && text_.places[own_[c].place.index].span.end <= text_.quantities[q].span.begin)
        return true;
  }
  return false;
}

bool Compared::compares(const Sentence& sentence) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> figures;  // of firms: the name, the quantity
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c) {
    const Clause& clause = text_.clauses[c];
    std::uint32_t here = own_[c].subject.index;
    for (std::uint32_t n = clause.first_name; here == kNoClause && n < clause.first_name + clause.names; ++n)
      if (is_firm(text_.names[n])) here = n;
    for (std::uint32_t q = clause.first_quantity; q < clause.first_quantity + clause.quantities; ++q) {
      if (text_.quantities[q].kind == UnitKind::rank) return true;
      if (here == kNoClause || figures.size() > kMostFigures) continue;
      for (const auto& [firm, figure] : figures)
        if (text_.names[firm].canonical != text_.names[here].canonical && text_.quantities[figure].unit == text_.quantities[q].unit)
          return true;
      figures.emplace_back(here, q);
    }
  }
  return false;
}

bool Compared::ranks(const Sentence& sentence) const {
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c)
    for (std::uint32_t q = text_.clauses[c].first_quantity; q < text_.clauses[c].first_quantity + text_.clauses[c].quantities; ++q)
      if (text_.quantities[q].kind == UnitKind::rank) return spoken_.firms_of(sentence) > 0;
  return false;
}

bool Compared::ranks_on(const Sentence& sentence) const {
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c)
    for (std::uint32_t q = text_.clauses[c].first_quantity; q < text_.clauses[c].first_quantity + text_.clauses[c].quantities; ++q)
      if (text_.quantities[q].kind == UnitKind::rank) return text_.quantities[q].value > 1 && spoken_.firms_of(sentence) > 0;
  return false;
}

// 国内城市中，北京（79家）、上海（66家）居前: the places of a table, ahead of which an area only says which they are.
bool Compared::lists_places(const Sentence& sentence) const {
  std::uint32_t area = kNoClause, others = 0;
  auto p = std::lower_bound(text_.places.begin(), text_.places.end(), sentence.span.begin,
                            [](const PlaceInText& x, std::uint32_t at) { return x.span.begin < at; });
  for (; p != text_.places.end() && p->span.begin < sentence.span.end; ++p) {
    if (p->clause == kNoClause || text_.clauses[p->clause].inside != kNoClause) continue;
    if (area == kNoClause) area = p->clause;
    else others += p->clause != area && folded_[p->span.end] == '(';
  }
  return area != kNoClause && text_.clauses[area].quantities == 0 && others > 1;
}

bool Compared::lists_firms(const Sentence& sentence) const {
  std::size_t firms = 0;
  for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c)
    for (std::uint32_t n = text_.clauses[c].first_name; n < text_.clauses[c].first_name + text_.clauses[c].names; ++n)
      firms += is_firm(text_.names[n]) && folded_[text_.names[n].span.end] == '(';
  return firms > 2;
}

}  // namespace fengbiao
