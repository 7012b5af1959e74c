#include "observation/situation.h"

#include <algorithm>

#include "clause/clause_walk.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr int kMostLinked = 16;  // numbers that one word stands before

constexpr std::uint32_t kNear = 36;  // bytes: twelve characters

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_firm(const Name& name) { return name.kind == NameKind::company || name.kind == NameKind::platform; }

// The first name at or behind a place.
std::uint32_t name_from(const ReadText& read, std::uint32_t at) {
  return static_cast<std::uint32_t>(
      std::lower_bound(read.names.begin(), read.names.end(), at, [](const Name& x, std::uint32_t p) { return x.span.begin < p; }) -
      read.names.begin());
}

// The area spoken of that begins at a place; nullptr: none.
const PlaceInText* place_from(const ReadText& read, std::uint32_t at) {
  const auto p =
      std::lower_bound(read.places.begin(), read.places.end(), at, [](const PlaceInText& x, std::uint32_t b) { return x.span.begin < b; });
  return p != read.places.end() && p->span.begin == at ? &*p : nullptr;
}

std::uint32_t sentence_of(const ReadText& read, std::uint32_t at) {
  const auto it = std::upper_bound(read.sentences.begin(), read.sentences.end(), at,
                                   [](std::uint32_t p, const Sentence& s) { return p < s.span.begin; });
  return it == read.sentences.begin() ? 0 : static_cast<std::uint32_t>(it - read.sentences.begin() - 1);
}

}  // namespace

bool is_name_or_time(const Scene& scene, Span item) {
  if (item.empty()) return false;
  const std::uint32_t n = name_from(scene.read, item.begin);
  if (n < scene.read.names.size()) {
    const Name& name = scene.read.names[n];
    const bool places = name.kind == NameKind::place;
    if (name.span.begin == item.begin && (places || is_firm(name) || name.kind == NameKind::campaign)) {
      std::uint32_t end = name.span.end;
      for (std::uint32_t i = n + 1; i < scene.read.names.size() && scene.read.names[i].span.begin == end; ++i)
        end = scene.read.names[i].span.end;
      const std::string_view rest = scene.folded.substr(end, item.end > end ? item.end - end : 0);
      if (rest.empty() || scene.head(rest, Part::after_name) == rest.size()) return true;
    }
  }
  if (scene.head(scene.at(item), Part::region) == item.size()) return true;
  if (const PlaceInText* place = place_from(scene.read, item.begin)) {
    const std::string_view rest = scene.folded.substr(place->span.end, item.end > place->span.end ? item.end - place->span.end : 0);
    if (rest.empty() || scene.head(rest, Part::after_name) == rest.size()) return true;
  }
  const auto& times = scene.read.times;
  const auto t =
      std::lower_bound(times.begin(), times.end(), item.begin, [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
  if (t != times.end() && t->time.span.begin == item.begin && t->time.span.end >= item.end) return true;
  return false;
}

Situations::Situations(const Scene& scene) : s_(scene), short_forms_(scene) {
  find_tellers();
  for (std::uint32_t p = 0; p < scene.read.places.size(); ++p)
    if (scene.read.places[p].ranking) rankings_.push_back(p);
}

void Situations::find_tellers() {
  const ReadText& read = s_.read;
  for (std::uint32_t n = 0; n < read.names.size(); ++n) {
    const Name& name = read.names[n];
    if (name.kind != NameKind::body && name.kind != NameKind::company && name.kind != NameKind::media && name.kind != NameKind::platform)
      continue;
    const std::uint32_t sentence = sentence_of(read, name.span.begin);
    const Span reach{name.span.end,
                     std::min({name.span.end + 3 * kNear, read.sentences.empty() ? name.span.end : read.sentences[sentence].span.end})};
    const bool before = s_.hits.before(name.span.begin, Role::teller_before);
    const WordHit* after = s_.hits.in(reach, Role::teller_after);
    const bool heads_title = name.span.begin == 0 && s_.folded.substr(name.span.end, 1) == ":";
    if (before || after || heads_title) tellers_.push_back({n, name.span});
  }
  for (const WordHit& hit : s_.hits.between(0, static_cast<std::uint32_t>(s_.folded.size()))) {
    Span teller;
    if (hit.is(Role::teller_before)) teller = unlisted_teller(hit);
    else if (hit.is(Role::teller_after)) teller = latin_teller(hit);
    if (!teller.empty()) tellers_.push_back({kNoClause, teller});
  }
  std::stable_sort(tellers_.begin(), tellers_.end(), [](const Teller& a, const Teller& b) { return a.span.begin < b.span.begin; });
}

// A word of telling behind which nothing of the same name goes on: 数据显示, 统计, but not the 数据 of 数据商.
bool Situations::ends_telling(const WordHit& after, std::uint32_t end) const {
  std::uint32_t at = after.span.end;
  while (at < end && s_.folded[at] == ' ') ++at;
  if (at >= end) return true;
  const WordHit* next = s_.hits.beginning_at(at);
  return next && (next->is(Role::teller_after) || next->is(Role::of));
}

bool Situations::is_vague(Span span) const {
  for (const WordHit& hit : s_.hits.between(span.begin, span.end))
    if (hit.is(Role::vague_teller)) return true;
  const auto holds = [&](const auto& items, const auto& span_of) {
    const auto next = std::lower_bound(items.begin(), items.end(), span.begin,
                                       [&](const auto& item, std::uint32_t at) { return span_of(item).end <= at; });
    return next != items.end() && span_of(*next).begin < span.end;
  };
  if (holds(s_.read.quantities, [](const Quantity& q) { return q.span; }) ||
      holds(s_.read.times, [](const TimeInText& t) { return t.time.span; }))
    return true;
  // A listed name tells by itself, but a place may begin one: 某市海关.
  auto name = std::lower_bound(s_.read.names.begin(), s_.read.names.end(), span.begin,
                               [](const Name& n, std::uint32_t at) { return n.span.end <= at; });
  for (; name != s_.read.names.end() && name->span.begin < span.end; ++name)
    if (name->kind != NameKind::place || name->span.end >= span.end) return true;
  return false;
}

// 据某某统计, 据数据商Somename估算: what stands between, a Latin name alone.
Span Situations::unlisted_teller(const WordHit& before) const {
  constexpr std::uint32_t kReach = 90, kLeast = 6, kMost = 36;  // bytes: two and twelve characters
  const std::uint32_t sentence = sentence_of(s_.read, before.span.begin);
  const std::uint32_t stop = s_.read.sentences.empty() ? before.span.end : s_.read.sentences[sentence].span.end;
  std::uint32_t end = std::min(before.span.end + kReach, std::max(stop, before.span.end));
  if (const std::size_t mark = s_.folded.substr(before.span.end, end - before.span.end).find_first_of(",;:()");
      mark != std::string_view::npos)
    end = before.span.end + static_cast<std::uint32_t>(mark);
  for (const WordHit& after : s_.hits.between(before.span.end, end)) {
    if (after.is(Role::of)) return {};
    if (!after.is(Role::teller_after) || !ends_telling(after, end)) continue;
    Span name = trim(s_.folded, {before.span.end, after.span.begin});
    if (name.empty()) return {};
    std::uint32_t latin = name.end;
    while (latin > name.begin && (is_letter(s_.folded[latin - 1]) || (s_.folded[latin - 1] == ' ' && latin < name.end))) --latin;
    if (latin < name.end && latin > name.begin) name = trim(s_.folded, {latin, name.end});
    if ((name.size() < kLeast && !is_letter(s_.folded[name.begin])) || name.size() < 2 || name.size() > kMost) return {};
    return is_vague(name) ? Span{} : name;
  }
  return {};
}

// Somename数据显示, Somename认为; what is written in capitals alone only before two such words: GMV预计.
Span Situations::latin_teller(const WordHit& after) const {
  constexpr std::uint32_t kMost = 36;
  std::uint32_t end = after.span.begin;
  while (end > 0 && s_.folded[end - 1] == ' ') --end;
  std::uint32_t begin = end;
  bool small = false;
  // CCS Insight: words that begin with a capital.
  for (std::uint32_t at = end; at > 0 && end - at <= kMost;) {
    while (at > 0 && end - at <= kMost && is_letter(s_.folded[at - 1])) --at;
    if (at == begin || s_.folded[at] >= 'a') break;
    small |= std::any_of(s_.folded.begin() + at, s_.folded.begin() + begin, [](char c) { return c >= 'a'; });
    begin = at;
    if (at == 0 || s_.folded[at - 1] != ' ') break;
    --at;
  }
  if (end - begin < 2 || end - begin > kMost || s_.folded[begin] >= 'a') return {};
  const WordHit* next = s_.hits.beginning_at(after.span.end);
  constexpr std::size_t kTwoWords = 12;  // bytes: 数据显示
  if (!(next && next->is(Role::teller_after)) && after.span.size() < kTwoWords && !small) return {};
  const Span name{begin, end};
  return is_vague(name) ? Span{} : name;
}

// 53%的消费者表示: whoever asked them, they are nobody's.
bool Situations::says_of_persons(std::uint32_t q) const {
  const Quantity& x = s_.quantity(q);
  if (x.kind != UnitKind::percent) return false;
  const WordHit* of = s_.hits.beginning_at(x.span.end);
  const Clause* clause = s_.clause_of(q);
  if (!clause || !of || !of->is(Role::of)) return false;
  // The clause ends in what they do: say, think.
  const std::string_view rest = s_.folded.substr(of->span.end, clause->span.end > of->span.end ? clause->span.end - of->span.end : 0);
  return s_.tail(rest, Role::question) > 0 && s_.behind_in_clause(q) == kNoClause;
}

std::string Situations::area_of(const PlaceInText& place) const {
  if (place.name == kNoClause) return place.canonical.empty() || place.facility ? s_.text.words(place.span) : place.canonical;
  const Name& name = s_.read.names[place.name];
  std::string printed = s_.text.words(place.span);
  // 平潭 stays as it is printed.
  return name.short_name.empty() || name.code.size() == 2 || name.short_name.starts_with(printed) ? printed : name.short_name;
}

// As it is printed, but without the country that stands before the whole name: 日本乐天集团 is 乐天集团.
std::string Situations::entity_of(const Name& name) const {
  if (const Span known = short_forms_.of(name); !known.empty()) return s_.text.words(known);
  std::string printed = s_.text.words(name.span);
  const bool abroad = name.home.size() == 2 && name.home != "CN";
  return abroad && !name.canonical.empty() && printed.ends_with(name.canonical) ? name.canonical : printed;
}

// 在中国，某公司销售额增长5%: the clause is nothing but the area, with a word or two.
bool Situations::is_topic(const PlaceInText& place) const {
  constexpr std::uint32_t kMost = 15;  // bytes: five characters beside it
  const Clause& clause = s_.read.clauses[place.clause];
  return clause.names < 2 && clause.span.size() <= place.span.size() + kMost && !says(clause, WordUse::teller_after);
}

// What a firm tells of itself is of a place only where the same part of the sentence names it.
bool Situations::is_near(std::uint32_t q, const CarriedIndex& place) const {
  const ReadText& read = s_.read;
  const PlaceInText& there = read.places[place.index];
  if (there.body) return false;
  if (place.from == Carried::own) return true;
  const std::uint32_t c = read.holdings[q].clause;
  if (there.clause == kNoClause || c == kNoClause || (read.clauses[there.clause].quantities == 0 && !is_topic(there)) ||
      read.clauses[there.clause].sentence != read.clauses[c].sentence)
    return false;
  for (std::uint32_t i = there.clause; i < c; ++i)
    if (read.clauses[i].inside == kNoClause && read.clauses[i].closed_by == ClosedBy::semicolon) return false;
  return true;
}

// 低于行业平均的5%和6%: between the word and the number stands but 的, or another such number.
bool Situations::is_of(std::uint32_t q, Part whose) const {
  const WordHit* word = s_.hits.ending_at(s_.begin(q));
  for (int back = 0; word && word->is(Role::link); ++back) {
    const std::uint32_t before = s_.before_in_clause(q);
    if (back == kMostLinked || before == kNoClause || s_.end(before) != word->span.begin) return false;
    q = before;
    word = s_.hits.ending_at(s_.begin(q));
  }
  const Clause* clause = s_.clause_of(q);
  if (!clause || !word || !word->is(Role::of) || word->span.begin < clause->span.begin) return false;
  return s_.tail(s_.at({clause->span.begin, word->span.begin}), whose) > 0;
}

// 甲以5%居首，乙和丙分别为4%、3%: what a ranked firm stands before is not told of that firm.
bool Situations::stands_beside_ranked(std::uint32_t q) const {
  const ReadText& read = s_.read;
  const Holding& h = read.holdings[q];
  if (!h.subject.has() || h.subject.from != Carried::sentence || h.clause == kNoClause) return false;
  for (std::uint32_t c = h.clause; c-- > 0 && read.clauses[c].sentence == read.clauses[h.clause].sentence;) {
    const Clause& clause = read.clauses[c];
    if (read.names[h.subject.index].span.begin < clause.span.begin) continue;
    for (std::uint32_t i = clause.first_quantity; i < clause.first_quantity + clause.quantities; ++i)
      if (s_.quantity(i).kind == UnitKind::rank) return true;
    return false;
  }
  return false;
}

// Names of one kind, firms or places, that begin the clause and are linked; empty where examples follow.
std::vector<Span> Situations::row_before(std::uint32_t q) const {
  std::vector<Span> row;
  const Clause* clause = s_.clause_of(q);
  if (!clause || clause->inside != kNoClause || clause->names < 2) return row;
  const std::uint32_t begin = s_.begin(q);
  std::uint32_t n = clause->first_name;
  const Name& first = s_.read.names[n];
  const auto kind = [](const Name& name) { return is_firm(name) ? 1 : name.kind == NameKind::place ? 2 : 0; };
  if (kind(first) == 0 || lead_in(s_, clause->span.begin, first.span.end) < first.span.begin) return row;
  for (; n < clause->first_name + clause->names; ++n) {
    const Name& name = s_.read.names[n];
    if (name.span.end > begin || kind(name) != kind(first)) break;
    if (!row.empty()) {
      const Span between = trim(s_.folded, {row.back().end, name.span.begin});
      if (between.empty() || s_.head(s_.at(between), Role::link) != between.size()) break;
    }
    row.push_back(name.span);
  }
  if (row.size() > 1 && s_.head(s_.at({row.back().end, begin}), Part::and_so_on) > 0) row.clear();
  // A number before it, or one for each.
  const std::uint32_t before = s_.before_in_clause(q);
  if (!row.empty() && before != kNoClause && s_.begin(before) < row.back().end) row.clear();
  return row;
}

// 三家合计, 两市合计占; 甲（3%）、乙（2%）合计: the firms or places that are summed up, told before in the sentence; empty: none are.
std::vector<Span> Situations::summed_up(std::uint32_t q) const {
  constexpr std::uint32_t kMost = 8;
  std::vector<Span> row;
  const Clause* clause = s_.clause_of(q);
  if (!clause || clause->inside != kNoClause || says(*clause, WordUse::rest)) return row;
  const std::uint32_t near = s_.begin(q) > kNear ? s_.begin(q) - kNear : 0;
  const WordHit* sum = s_.hits.in({std::max(clause->span.begin, near), s_.begin(q)}, Role::together);
  const std::string_view words = s_.at({clause->span.begin, s_.begin(q)});
  const bool collective = s_.head(words, Part::pronoun) > 0 || s_.head(words, Part::after_name) > 0;
  const auto& numbers = s_.read.reading.numbers;
  const auto number = std::lower_bound(numbers.begin(), numbers.end(), clause->span.begin,
                                       [](const Number& n, std::uint32_t at) { return n.span.begin < at; });
  const bool counted = collective && number != numbers.end() && number->span.begin == clause->span.begin && number->integer();
  if (!counted && !sum) return row;
  const bool pair = !counted && collective;  // 两国合计
  // In its own clause, or those before it.
  const Span reach = counted || pair ? Span{s_.read.sentences[clause->sentence].span.begin, clause->span.begin}
                                     : Span{clause->span.begin, sum->span.begin};
  std::vector<const Name*> firms, places;
  const std::uint32_t first = name_from(s_.read, reach.begin);
  for (std::uint32_t n = first; n < s_.read.names.size() && s_.read.names[n].span.end <= reach.end && n < first + 4 * kMost; ++n) {
    const Name& name = s_.read.names[n];
    std::vector<const Name*>* of = is_firm(name) ? &firms : name.kind == NameKind::place ? &places : nullptr;
    if (!of || of->size() > kMost) continue;
    if (std::none_of(of->begin(), of->end(), [&](const Name* told) { return told->canonical == name.canonical; })) of->push_back(&name);
  }
  if (counted) {
    const std::vector<const Name*>* of = firms.size() == number->value ? &firms : places.size() == number->value ? &places : nullptr;
    if (of && of->size() > 1)
      for (const Name* name : *of) row.push_back(name->span);
    return row;
  }
  if (pair) {
    const std::vector<const Name*>& of = firms.size() == 2 ? firms : places;
    if (of.size() == 2)
      for (const Name* name : of) row.push_back(name->span);
    return row;
  }
  // Each with its figure in brackets, or linked; of 甲和本土的乙 the names alone.
  const std::vector<const Name*>& of = firms.size() > 1 ? firms : places;
  if (of.size() < 2) return {};
  constexpr std::uint32_t kLongest = 36;  // bytes of an item
  for (std::uint32_t at = of.front()->span.begin; at < sum->span.begin && row.size() <= kMost;) {
    std::uint32_t end = sum->span.begin;
    for (const WordHit& hit : s_.hits.between(at, end))
      if (hit.is(Role::link)) {
        end = hit.span.begin;
        break;
      }
    const std::size_t bracket = s_.folded.substr(0, end).find('(', at);
    Span item = trim(s_.folded, {at, bracket == std::string_view::npos ? end : static_cast<std::uint32_t>(bracket)});
    if (item.empty() || item.size() > kLongest) return {};
    const auto known = std::find_if(of.begin(), of.end(), [&](const Name* name) {
      return name->span.begin == item.begin ||
             (name->span.end == item.end && name->span.begin > item.begin && s_.hits.before(name->span.begin, Role::of));
    });
    if (known != of.end()) item = (*known)->span;
    else if (bracket == std::string_view::npos) return {};
    row.push_back(item);
    if (bracket != std::string_view::npos) {
      const std::size_t close = s_.folded.find(')', bracket);
      if (close >= sum->span.begin) return {};
      const Span rest = trim(s_.folded, {static_cast<std::uint32_t>(close) + 1, sum->span.begin});
      if (rest.empty()) break;
      end = rest.begin;
    }
    const WordHit* link = s_.hits.beginning_at(end);
    if (end >= sum->span.begin) break;
    if (!link || !link->is(Role::link)) return {};
    at = link->span.end;
  }
  if (row.size() < 2) row.clear();
  return row;
}

Situation Situations::of(std::uint32_t q, const Item& item) const {
  Situation out;
  const ReadText& read = s_.read;
  const Holding& h = read.holdings[q];

  const auto set_area = [&](std::string area, std::string code, Span span, std::string_view rule) {
    out.area = std::move(area);
    out.area_code = std::move(code);
    out.area_span = span;
    out.area_rule = rule;
  };
  const auto set_entity = [&](const Name& name, std::string_view rule) {
    out.entity = entity_of(name);
    out.entity_id = name.id;
    out.entity_span = name.span;
    out.entity_rule = rule;
  };
  bool item_area = false, item_entity = false;
  const bool persons = says_of_persons(q);
  if (!item.span.empty()) {
    const std::uint32_t n = name_from(read, item.span.begin);
    const bool named = n < read.names.size() && read.names[n].span.begin == item.span.begin;
    if (const PlaceInText* place = place_from(read, item.span.begin)) {
      std::uint32_t last = n;
      while (named && last + 1 < read.names.size() && read.names[last + 1].span.begin == read.names[last].span.end &&
             read.names[last + 1].kind == NameKind::place && read.names[last + 1].span.end <= item.span.end)
        ++last;
      if (!named || last == n) set_area(area_of(*place), place->code, place->span, "item of a list");
      else
        set_area(s_.text.words({place->span.begin, read.names[last].span.end}), {}, {place->span.begin, read.names[last].span.end},
                 "items of a list told together");
      item_area = true;
    } else if (named && is_firm(read.names[n])) {
      set_entity(read.names[n], "item of a list");
      item_entity = true;
    }
  }
  const bool others = is_of(q, Part::field_average) || (!item.span.empty() && !item_area && stands_beside_ranked(q));
  if (!item_entity && !persons && !others && h.subject.has() && is_firm(read.names[h.subject.index])) {
    set_entity(read.names[h.subject.index], h.subject.from == Carried::own ? "named in the clause" : "carried over");
    out.carried_far = h.subject.from == Carried::article;
  }
  // 次于乙的1亿次: the amount of the one it is compared with.
  if (const WordHit* of = s_.hits.ending_at(s_.begin(q)); of && of->is(Role::of) && of->span.begin > 0) {
    const auto n = std::lower_bound(read.names.begin(), read.names.end(), of->span.begin,
                                    [](const Name& x, std::uint32_t p) { return x.span.end < p; });
    const UnitKind kind = s_.quantity(q).kind;
    const bool amount = kind == UnitKind::counter || kind == UnitKind::money || kind == UnitKind::none || kind == UnitKind::physical;
    const WordHit* than =
        amount && n != read.names.end() && n->span.end == of->span.begin && is_firm(*n) ? s_.hits.ending_at(n->span.begin) : nullptr;
    if (than && s_.head(s_.at(than->span), Part::than) == than->span.size()) set_entity(*n, "compared with it");
  }
  const std::uint32_t sentence = h.clause == kNoClause ? 0 : read.clauses[h.clause].sentence;
  const bool compared = read.place_leads || item_entity || (h.clause != kNoClause && read.sentences[sentence].several_firms);
  if (!item_area && h.place.has() && (out.entity.empty() || ((compared || is_near(q, h.place)) && !is_of(q, Part::whole_firm)))) {
    const PlaceInText& place = read.places[h.place.index];
    set_area(area_of(place), place.code, place.span,
             place.body                     ? "the body that speaks belongs there"
             : h.place.from == Carried::own ? "named in the clause"
                                            : "carried over");
    out.carried_far |= h.place.from == Carried::article;
  }

  // 线上占英国零售的12%: where that lies of which it is a share.
  if (out.area.empty() && !h.place.has() && h.clause != kNoClause && s_.quantity(q).kind == UnitKind::percent) {
    const Clause& clause = read.clauses[h.clause];
    for (std::uint32_t n = clause.first_name; n < clause.first_name + clause.names && read.names[n].span.end <= s_.begin(q); ++n) {
      const WordHit* share = read.names[n].kind == NameKind::place ? s_.hits.ending_at(read.names[n].span.begin) : nullptr;
      if (share && share->is(Role::share))
        set_area(s_.text.words(read.names[n].span), read.names[n].code, read.names[n].span, "of what it is a share");
    }
  }

  // 甲、乙合计: told of all of them.
  if (item.span.empty())
    if (std::vector<Span> row = summed_up(q); row.size() > 1 || (row = row_before(q)).size() > 1) {
      std::string joined;
      for (const Span one : row) joined += (joined.empty() ? "" : "\xE3\x80\x81") + s_.text.words(one);
      const Span all{row.front().begin, row.back().end};
      if (is_firm(read.names[name_from(read, row.front().begin)])) {
        out.entity = std::move(joined);
        out.entity_id.clear();
        out.entity_span = all;
        out.entity_rule = "several told together";
      } else {
        set_area(std::move(joined), {}, all, "items of a list told together");
      }
    }

  if (persons && out.area.empty() && read.place_leads) {
    const PlaceInText& lead = read.places.front();
    set_area(area_of(lead), lead.code, lead.span, "the title begins with it");
  }

  // The area of a firm's rank is where it is ranked, be that told before.
  const Quantity& x = s_.quantity(q);
  const bool own_field = h.place.has() && h.place.from == Carried::own && read.places[h.place.index].field;
  if (x.kind == UnitKind::rank && !out.entity.empty() && !item_area && !own_field)
    if (auto last = std::lower_bound(rankings_.begin(), rankings_.end(), x.span.begin,
                                     [&](std::uint32_t p, std::uint32_t at) { return read.places[p].span.begin < at; });
        last != rankings_.begin() &&  // but 在甲国则居首: a place of its own
        !(h.place.has() && h.place.from == Carried::own && *(last - 1) < h.place.index &&
          s_.hits.before(read.places[h.place.index].span.begin, Role::level))) {
      const PlaceInText& place = read.places[*--last];
      set_area(area_of(place), place.code, place.span, "where the firms are ranked");
    }

  // Who reports: the last teller before the number, in its sentence or an earlier one.
  const Teller* teller = nullptr;
  auto behind = std::upper_bound(tellers_.begin(), tellers_.end(), s_.quantity(q).span.begin,
                                 [&](std::uint32_t at, const Teller& t) { return at < t.span.begin; });
  while (behind != tellers_.begin() && !teller) {
    --behind;
    const bool itself =
        behind->name != kNoClause && h.subject.has() && h.subject.index == behind->name && is_firm(read.names[behind->name]);
    if (!itself) teller = &*behind;
  }
  if (teller) {
    out.reporter = s_.text.words(teller->span);
    if (teller->name != kNoClause) out.reporter_id = read.names[teller->name].id;
    out.reporter_span = teller->span;
    out.reporter_rule = "named as the source";
  }
  // A body speaks of the place it belongs to, where nobody else is spoken of.
  if (out.area.empty() && out.entity.empty() && !h.place.has()) {
    const Name* body = nullptr;
    if (h.subject.has() && read.names[h.subject.index].kind == NameKind::body) body = &read.names[h.subject.index];
    if ((!body || body->home.empty()) && teller && teller->name != kNoClause) {
      const Name& name = read.names[teller->name];
      if (name.kind == NameKind::body) body = &name;
    }
    if (body && body->home.size() > 2 && !place_from(read, body->span.begin)) body = nullptr;  // 某大学
    if (body && !body->home.empty()) set_area(body->short_name, body->home, body->span, "the body that speaks belongs there");
  }
  return out;
}

}  // namespace fengbiao
