#include "clause/places.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "clause/spoken_of.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kNear = 36;           // bytes: twelve characters
constexpr std::uint32_t kFacility = 15;       // five characters between a place and its airport
constexpr std::uint32_t kOwnName = 18;        // six characters of an airport's own name
constexpr std::uint32_t kLongestList = 1200;  // bytes of a list that is counted
constexpr std::string_view kChina = "CN";

bool is_division(std::string_view code) { return code.size() >= 6 && code.find_first_not_of("0123456789") == code.npos; }

// 义乌市: a city, though of the rank of a county.
bool is_city_of_county_rank(std::string_view code) { return code.size() >= 6 && code[4] >= '8'; }

// The code of the level that a division lies in or is. Municipalities under the central government count as provinces and as cities.
std::string at_level(std::string_view code, std::string_view level) {
  if (level == "country") return code.size() == 2 && code != kChina ? std::string(code) : std::string();
  if (level == "any") return std::string(code);
  if (!is_division(code)) return {};
  const std::string_view two = code.substr(0, 2);
  const bool municipality = two == "11" || two == "12" || two == "31" || two == "50";
  if (level == "province" || (level == "city" && municipality)) return std::string(two) + "0000";
  const bool province = code.ends_with("0000"), city = !province && code.substr(4, 2) == "00";
  if (level == "city")
    return province ? std::string() : is_city_of_county_rank(code) ? std::string(code.substr(0, 6)) : std::string(code.substr(0, 4)) + "00";
  return province || city ? std::string() : std::string(code.substr(0, 6));
}

class Places {
 public:
  Places(std::string_view folded, const ClauseWords& words, const Hits& hits, const PlaceNamer& namer, ReadText& text)
      : folded_(folded), words_(words), hits_(hits), namer_(namer), text_(text) {}

  void run(std::span<const WordHit> found) {
    std::size_t next = 0;
    const auto words_before = [&](std::uint32_t to) {
      for (; next < found.size() && found[next].span.begin < to; ++next) word(found[next]);
    };
    for (std::uint32_t i = 0; i < text_.names.size(); ++i) {
      const Name& name = text_.names[i];
      words_before(name.span.begin);
      if (name.kind == NameKind::place) {
        place(i);
      } else if (name.kind == NameKind::body && !name.home.empty()) {
        take_full_name(i);
        // Bodies of a place name it too: 某市商务局 … 全市.
        remember(name.home);
        if (words_.ends_in(slice(folded_, name.span), WordUse::school)) continue;
        last_body_ = i;
        body(name.span, i);
      } else if (!name.home.empty() && name.home.size() == 2) {
        abroad_ = name.home == kChina ? std::string() : name.home;
      }
    }
    words_before(0xFFFFFFFF);
    std::stable_sort(text_.places.begin(), text_.places.end(),
                     [](const PlaceInText& a, const PlaceInText& b) { return a.span.begin < b.span.begin; });
  }

 private:
  PlaceInText& add(Span span, std::uint32_t name, std::string_view code, std::string_view canonical, bool word) {
    PlaceInText& out = text_.places.emplace_back();
    out.span = span;
    out.name = name;
    out.code = code;
    out.canonical = canonical;
    if (name != kNoClause && text_.names[name].id.size() > 3 && text_.names[name].id[2] == ':')
      out.country = text_.names[name].id.substr(0, 2);
    out.word = word;
    out.field = is_ranked_in(span.end, word);
    out.clause = clause_at(span.begin);
    return out;
  }
  [[nodiscard]] std::uint32_t clause_at(std::uint32_t at) const {
    const auto next = std::upper_bound(text_.clauses.begin(), text_.clauses.end(), at,
                                       [](std::uint32_t place, const Clause& clause) { return place < clause.span.begin; });
    auto c = next == text_.clauses.begin() ? kNoClause : static_cast<std::uint32_t>(next - text_.clauses.begin() - 1);
    while (c != kNoClause && text_.clauses[c].span.end <= at) c = text_.clauses[c].inside;
    return c;
  }
  // The usual name of the place of a code; nothing where no such place is.
  [[nodiscard]] std::optional<std::string> named(const std::string& code) const { return namer_ ? namer_(code) : std::string(); }

  // 甲国央行公布…。央行表示: the one abroad that was named in full.
  void take_full_name(std::uint32_t i) const {
    constexpr std::uint32_t kBack = 24;
    Name& name = text_.names[i];
    if (name.home != kChina) return;
    const std::string_view printed = slice(folded_, name.span);
    for (std::uint32_t n = i; n-- > 0 && i - n <= kBack;) {
      const Name& full = text_.names[n];
      if (full.kind != NameKind::body || full.span.size() <= name.span.size() || !slice(folded_, full.span).ends_with(printed)) continue;
      if (full.home.size() == 2 && full.home != kChina) {
        name.home = full.home;
        name.short_name = full.short_name;
        name.canonical = full.canonical;
        name.id = full.id;
      }
      return;
    }
  }
  // 印尼盾: a part of the unit.
  [[nodiscard]] bool is_in_quantity(Span name) const {
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), name.begin,
                                    [](const Quantity& quantity, std::uint32_t at) { return quantity.span.end <= at; });
    return q != text_.quantities.end() && q->span.begin < name.begin && q->kind == UnitKind::money;
  }

  void body(Span span, std::uint32_t name) {
    const Name& n = text_.names[name];
    std::string_view home = n.short_name;  // as the text has it: 沙特 of 沙特央行
    if (n.home.size() == 2) {
      const std::string_view printed = slice(folded_, n.span);
      const auto same =
          static_cast<std::size_t>(std::mismatch(home.begin(), home.end(), printed.begin(), printed.end()).first - home.begin());
      if (const std::size_t whole = same - same % 3; whole >= 6) home = home.substr(0, whole);
    }
    PlaceInText& out = add(span, kNoClause, n.home, home, false);
    out.body = true;
    out.field = false;
  }

  void remember(std::string_view code) {
    for (const std::string_view level : {"country", "province", "city", "county", "any"})
      if (std::string there = at_level(code, level); !there.empty()) {
        // 全市 of a city of which smaller ones were named is the whole.
        std::string& last = last_[level];
        const bool inside = level == "city" && is_city_of_county_rank(there) && last.size() == 6 && last.ends_with("00") &&
                            there.starts_with(last.substr(0, 4));
        if (!inside) last = std::move(there);
      }
    if (code.size() == 2) abroad_ = code == kChina ? std::string() : std::string(code);
    else if (is_division(code)) abroad_.clear();
  }

  void place(std::uint32_t i) {
    const Name& name = text_.names[i];
    const std::uint32_t begin = name.span.begin, end = name.span.end;
    if (is_in_quantity(name.span)) return;
    const bool linked = hits_.before(begin, WordUse::link), goes_on = hits_.before(begin, WordUse::then);
    const bool told = folded_.substr(end, 1) == "(" && hits_.before(begin, WordUse::compare_before);  // 超过上海(13%)
    toward_ =
        (hits_.before(begin, WordUse::toward) && !is_origin_within(name) && !told) || (toward_ && (linked || goes_on)) || ends_route(i);
    const bool where = hits_.before(begin, WordUse::locate) || (located_ && linked);
    located_ = toward_ && where;
    if (located_) {
      add(name.span, i, name.code, name.canonical, false).object = true;
      return;
    }
    if (is_measure(hits_, text_, name.span)) {
      add(name.span, i, name.code, name.canonical, false).object = true;
      return;
    }
    if (const std::uint32_t pair = stand_together(i) ? kNoClause : pair_of(i); pair != kNoClause) {  // 江浙地区
      if (pair == i) add({begin, text_.names[i + 1].span.end}, kNoClause, {}, {}, false);
      return;
    }
    if (toward_ || is_of_firm(i) || stand_together(i) || hits_.behind(end, WordUse::of_thing) || is_whole_of_share(end)) return;
    if (is_in_list_before_count(i)) return;
    remember(name.code);
    if (name.code.size() == 2) printed_[name.code] = slice(folded_, name.span);
    else if (name.code.size() > 6 || !name.code.ends_with("00")) printed_[name.code] = slice(folded_, name.span);
    if (const std::uint32_t tail = facility_behind(end)) {
      PlaceInText& out = add({begin, tail}, kNoClause, name.code, {}, false);
      out.facility = true;
      return;
    }
    PlaceInText& out = add(name.span, i, name.code, name.canonical, false);
    out.region = name.code.empty() && words_.head(slice(folded_, name.span), WordUse::region) >= 6;  // 中西部地区
    out.ranking = names_ranking(name.span);
    out.origin = hits_.before(begin, WordUse::origin);
  }
  // 美国购物应用下载榜: a list in which firms are ranked.
  [[nodiscard]] bool names_ranking(Span area) const {
    const std::uint32_t c = clause_at(area.begin);
    if (c == kNoClause) return false;
    for (const WordHit& hit : hits_.between(area.end, std::min(text_.clauses[c].span.end, area.end + kNear)))
      if (hit.is(WordUse::ranking) && hit.is(WordUse::title_noun)) return true;
    return false;
  }

  // 全球专利5万件，其中来自中国的3万件: a part of the area that was told of.
  [[nodiscard]] bool is_origin_within(const Name& name) const {
    if (!hits_.before(name.span.begin, WordUse::origin) || !hits_.behind(name.span.end, WordUse::of) || text_.places.empty()) return false;
    return text_.places.back().code == "world" && name.code.size() == 2;
  }
  // 在全球的比重: of what something is a share.
  [[nodiscard]] bool is_whole_of_share(std::uint32_t end) const {
    const WordHit* of = hits_.beginning_at(end);
    return of && of->is(WordUse::of) && hits_.behind(of->span.end, WordUse::share);
  }
  // 香港至北美: the second of two.
  [[nodiscard]] bool ends_route(std::uint32_t i) const {
    const WordHit* to = hits_.ending_at(text_.names[i].span.begin);
    return to && to->is(WordUse::until) && i > 0 && text_.names[i - 1].kind == NameKind::place &&
           text_.names[i - 1].span.end == to->span.begin;
  }
  // 韩国电商甲, 总部在杭州的乙: it tells whose firm it is.
  [[nodiscard]] bool is_of_firm(std::uint32_t i) const {
    const std::uint32_t end = text_.names[i].span.end;
    const std::uint32_t c = clause_at(end - 1);
    if (c == kNoClause) return false;
    for (std::uint32_t n = i + 1; n < text_.names.size() && text_.names[n].span.begin <= end + kNear; ++n) {
      const Name& next = text_.names[n];
      if (next.span.begin >= text_.clauses[c].span.end) break;
      if (next.kind == NameKind::place) {
        if (next.span.begin == end) continue;
        break;
      }
      if (next.kind != NameKind::company && next.kind != NameKind::platform) break;
      return is_plain({end, next.span.begin});
    }
    return false;
  }
  // Neither quantities nor times nor words of this room between, but for those that name kinds of firms.
  [[nodiscard]] bool is_plain(Span span) const {
    for (const WordHit& hit : hits_.between(span.begin, span.end))
      if (!hit.is(WordUse::kind_of_firm) && !hit.is(WordUse::of)) return false;
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), span.begin,
                                    [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
    if (q != text_.quantities.end() && q->span.begin < span.end) return false;
    const auto t = std::lower_bound(text_.times.begin(), text_.times.end(), span.begin,
                                    [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    return t == text_.times.end() || t->time.span.begin >= span.end;
  }
  // 江浙, 川渝: two that are told as one; the first of them, or none.
  [[nodiscard]] std::uint32_t pair_of(std::uint32_t i) const {
    const auto beside = [&](std::uint32_t a, std::uint32_t b) {
      return b < text_.names.size() && text_.names[a].kind == NameKind::place && text_.names[b].kind == NameKind::place &&
             text_.names[a].span.size() == 3 && text_.names[b].span.size() == 3 && text_.names[a].span.end == text_.names[b].span.begin;
    };
    if (beside(i, i + 1)) return i;
    return i > 0 && beside(i - 1, i) ? i - 1 : kNoClause;
  }
  // 港澳台: a kind of trade.
  [[nodiscard]] bool stand_together(std::uint32_t i) const {
    const auto one = [&](std::uint32_t n) { return text_.names[n].kind == NameKind::place && text_.names[n].span.size() == 3; };
    if (!one(i)) return false;
    std::uint32_t first = i, last = i;
    const auto enough = [&] { return last >= first + 2; };
    while (!enough() && first > 0 && one(first - 1) && text_.names[first - 1].span.end == text_.names[first].span.begin) --first;
    while (!enough() && last + 1 < text_.names.size() && one(last + 1) && text_.names[last + 1].span.begin == text_.names[last].span.end)
      ++last;
    return enough();
  }
  // 甲市某商圈、乙市某商圈等12个商圈: what is counted lies there, and is told of somebody else.
  [[nodiscard]] bool is_in_list_before_count(std::uint32_t i) const {
    const std::uint32_t c = clause_at(text_.names[i].span.begin);
    if (c == kNoClause) return false;
    const Span rest{text_.names[i].span.end, text_.clauses[c].span.end};
    for (const WordHit& hit : hits_.between(rest.begin, std::min(rest.end, rest.begin + kLongestList))) {
      if (!hit.is(WordUse::and_so_on)) continue;
      const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), hit.span.end,
                                      [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
      const std::uint32_t first = text_.clauses[c].first_quantity;
      if (first < text_.quantities.size() && text_.quantities[first].span.begin < hit.span.begin &&
          text_.quantities[first].span.begin > text_.names[i].span.begin)
        return false;
      return q != text_.quantities.end() && q->kind == UnitKind::counter && trim(folded_, {hit.span.end, q->span.begin}).empty();
    }
    return false;
  }

  // The end of an airport's or zone's name that begins with the place before; 0: none.
  [[nodiscard]] std::uint32_t facility_behind(std::uint32_t end) const {
    for (const WordHit& hit : hits_.between(end, end + kFacility + 1)) {
      if (hit.is(WordUse::facility)) return is_own_name({end, hit.span.begin}) ? hit.span.end : 0;
      if (!hit.is(WordUse::facility_part)) return 0;
    }
    return 0;
  }
  [[nodiscard]] bool is_own_name(Span span) const {
    for (std::size_t at = span.begin; at < span.end;) {
      const Decoded d = decode(folded_, at);
      if (!is_han(d.code)) return false;
      at += d.size;
    }
    return is_plain_name(span);
  }
  [[nodiscard]] bool is_plain_name(Span span) const {
    const auto n = std::lower_bound(text_.names.begin(), text_.names.end(), span.begin,
                                    [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
    return n == text_.names.end() || n->span.begin >= span.end;
  }

  void word(const WordHit& hit) {
    if (hit.is(WordUse::area)) {
      const bool anywhere = !words_.attribute(hit, "anywhere").empty();
      const bool ranked = is_ranked_in(hit.span.end, true);
      const bool covers = !ranked && covers_count(hit.span.end);
      if ((hits_.before(hit.span.begin, WordUse::toward) && !covers) || is_described(hit.span) || is_whole_of_share(hit.span.end)) return;
      if (!words_.attribute(hit, "alone").empty() && follows_place(hit.span.begin)) return;  // 全省在俄海外仓
      const bool ranking = leads_ranking(hit.span);
      if (!anywhere && !is_topic(hit.span.begin) && !ranked && !covers) {
        if (!ranking) return;
        PlaceInText& out = add(hit.span, kNoClause, words_.attribute(hit, "code"), words_.attribute(hit, "name"), true);
        out.ranking = out.field = true;
        return;
      }
      std::string code(words_.attribute(hit, "code")), name(words_.attribute(hit, "name"));
      // 境内 of the country that the article is about
      const bool inside = !words_.attribute(hit, "inside").empty() && !text_.places.empty() && text_.places.front().code == abroad_;
      if (code == kChina && (!anywhere || inside) && !abroad_.empty()) {
        if (auto there = named(abroad_)) {
          code = abroad_;
          const auto printed = printed_.find(abroad_);
          name = printed == printed_.end() ? std::move(*there) : printed->second;
        }
      } else if (code == kChina) {
        abroad_.clear();
      }
      PlaceInText& out = add(hit.span, kNoClause, code, name, true);
      out.ranking = ranking;
      const std::uint32_t c = out.clause;
      out.covers = covers && c != kNoClause && text_.clauses[c].span.begin != hit.span.begin &&
                   hits_.before(hit.span.begin, WordUse::opening) && !hits_.before(hit.span.begin, WordUse::part);
      out.covers |= covers && !is_topic(hit.span.begin);
    } else if (hit.is(WordUse::region)) {
      const std::uint32_t c = clause_at(hit.span.begin);
      if (c == kNoClause || (hit.span.size() < 6 && !is_in_row(hit.span.end))) return;
      if (!is_topic(hit.span.begin) && !hits_.before(hit.span.begin, WordUse::link) && !hits_.before(hit.span.begin, WordUse::part)) return;
      add(hit.span, kNoClause, {}, words_.attribute(hit, "value"), true).region = true;
    } else if (hit.is(WordUse::same_area)) {
      const auto known = last_.find(words_.attribute(hit, "value"));
      if (known == last_.end() || hits_.before(hit.span.begin, WordUse::toward)) return;
      const auto printed = printed_.find(known->second);
      if (const auto there = named(known->second))
        add(hit.span, kNoClause, known->second, printed == printed_.end() ? std::string_view(*there) : printed->second, true);
    } else if (hit.is(WordUse::same_body)) {
      const std::uint32_t c = clause_at(hit.span.begin);
      if (last_body_ != kNoClause && c != kNoClause && text_.clauses[c].span.begin == hit.span.begin) body(hit.span, last_body_);
    } else if (hit.is(WordUse::facility) || hit.is(WordUse::gate)) {
      facility(hit);
    }
  }

  [[nodiscard]] bool follows_place(std::uint32_t at) const {
    return !text_.places.empty() && text_.places.back().clause == clause_at(at) && text_.places.back().clause != kNoClause;
  }
  // 东、中、西部地区: goes on to another.
  [[nodiscard]] bool is_in_row(std::uint32_t end) const {
    const WordHit* link = hits_.beginning_at(end);
    if (!link || !link->is(WordUse::link)) return false;
    if (hits_.behind(link->span.end, WordUse::region)) return true;
    const auto n = std::lower_bound(text_.names.begin(), text_.names.end(), link->span.end,
                                    [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
    return n != text_.names.end() && n->span.begin == link->span.end && n->kind == NameKind::place;
  }

  // 浦东机场, 友谊关口岸, at the beginning of a clause or behind a time.
  void facility(const WordHit& hit) {
    const std::uint32_t c = clause_at(hit.span.begin);
    if (c == kNoClause) return;
    std::uint32_t from = text_.clauses[c].span.begin;
    const auto t = std::lower_bound(text_.times.begin(), text_.times.end(), hit.span.begin,
                                    [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    if (t != text_.times.begin()) from = std::max(from, (t - 1)->time.span.end);
    if (hit.span.begin < from + 6 || hit.span.begin > from + kOwnName || !is_own_name({from, hit.span.begin})) return;
    for (const WordHit& other : hits_.between(from, hit.span.begin))
      if (!other.is(WordUse::facility) && !other.is(WordUse::facility_part) && !other.is(WordUse::region)) return;
    if (hits_.behind(hit.span.end, WordUse::facility)) return;
    add({from, hit.span.end}, kNoClause, {}, {}, false).facility = true;
  }

  // 全球第二: a rank stands right behind; 全国大中城市首位: further behind, with no other quantity between.
  [[nodiscard]] bool is_ranked_in(std::uint32_t end, bool far) const {
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), end,
                                    [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
    if (q == text_.quantities.end() || q->kind != UnitKind::rank || q->span.begin > end + kNear) return false;
    const Span between = trim(folded_, {end, q->span.begin});
    if (between.empty() || !far) return between.empty();
    for (std::size_t at = between.begin; at < between.end;) {
      const Decoded d = decode(folded_, at);
      if (!is_han(d.code)) return false;
      at += d.size;
    }
    return true;
  }
  // 全球最受欢迎的网站: further on in its clause something is ranked.
  [[nodiscard]] bool leads_ranking(Span area) const {
    const std::uint32_t c = clause_at(area.begin);
    return c != kNoClause && hits_.in({area.end, std::min(text_.clauses[c].span.end, area.end + kNear)}, WordUse::ranking) != nullptr;
  }
  // 覆盖全国2000多个县.
  [[nodiscard]] bool covers_count(std::uint32_t end) const {
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), end,
                                    [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
    return q != text_.quantities.end() && q->kind == UnitKind::counter && trim(folded_, {end, q->span.begin}).empty();
  }
  // 国内大数据公司——甲: a firm is described.
  [[nodiscard]] bool is_described(Span span) const {
    const std::uint32_t c = clause_at(span.begin);
    if (c == kNoClause) return false;
    for (const WordHit& hit : hits_.between(span.end, std::min(text_.clauses[c].span.end, span.end + kNear))) {
      if (!hit.is(WordUse::kind_of_firm)) continue;
      std::uint32_t at = hit.span.end;
      if (at == text_.clauses[c].span.end && text_.clauses[c].closed_by == ClosedBy::dash && c + 1 < text_.clauses.size())
        at = text_.clauses[c + 1].span.begin;
      const auto n = std::lower_bound(text_.names.begin(), text_.names.end(), at,
                                      [](const Name& name, std::uint32_t place) { return name.span.begin < place; });
      return n != text_.names.end() && n->span.begin == at && (n->kind == NameKind::company || n->kind == NameKind::platform);
    }
    return false;
  }

  // At the beginning of its clause, behind a time or a word that leads to what is spoken of; elsewhere it is an object: 领跑全国.
  [[nodiscard]] bool is_topic(std::uint32_t begin) const {
    const std::uint32_t c = clause_at(begin);
    if (c == kNoClause || text_.clauses[c].span.begin == begin || hits_.before(begin, WordUse::opening)) return true;
    const auto t = std::lower_bound(text_.times.begin(), text_.times.end(), begin,
                                    [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    if (t == text_.times.begin()) return false;
    const WordHit* in = hits_.ending_at(begin);  // 十年间全球…
    const std::uint32_t end = in && in->is(WordUse::no_measure) ? in->span.begin : begin;
    return (t - 1)->time.span.end <= end && trim(folded_, {(t - 1)->time.span.end, end}).empty();
  }

  std::string_view folded_;
  const ClauseWords& words_;
  const Hits& hits_;
  const PlaceNamer& namer_;
  ReadText& text_;
  bool located_ = false;                                     // the last place was one where things stand
  bool toward_ = false;                                      // the last place was one that something goes to
  std::map<std::string_view, std::string> last_;             // of each level, the code of the last place named
  std::map<std::string, std::string, std::less<>> printed_;  // countries and counties, as the text calls them
  std::string abroad_;                                       // the country abroad that is spoken of
  std::uint32_t last_body_ = kNoClause;
};

}  // namespace

void find_places(std::string_view folded, const ClauseWords& words, std::span<const WordHit> found, const Hits& hits,
                 const PlaceNamer& namer, ReadText& text) {
  text.places.clear();
  Places(folded, words, hits, namer, text).run(found);
}

}  // namespace fengbiao
