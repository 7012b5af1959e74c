#include "entity/address.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "entity/address_text.h"
#include "entity/gazetteer.h"
#include "text/chars.h"

namespace fengbiao {

struct AddressReader::Parts {
  Gazetteer gazetteer;
  AddressForms forms;
};

namespace {

using Form = Gazetteer::Form;
using Forms = AddressForms;

constexpr std::size_t kMostCandidates = 32;
constexpr std::uint32_t kLongestName = 8 * 3, kLongestCounty = 5 * 3;  // bytes of what no list knows

// One address, cut from left to right: divisions, then what no list knows by its kind, quarter, village, road, house.
class AddressReading : AddressText {
 public:
  AddressReading(const Gazetteer& gazetteer, const Forms& forms, std::string_view text) : AddressText(forms, text), g_(gazetteer) {}

  // From `begin`; false when no address begins there. `end()` is behind it.
  bool read(std::uint32_t begin, bool with_divisions) {
    at_ = end_ = divisions_end_ = begin;
    places_.clear();
    certain_town_ = false;
    county_ = town_ = village_ = road_ = house_ = city_ = {};
    if (with_divisions) {
      divisions();
      // What no list knows may begin an address, where nothing stands before it.
      if (places_.empty() && (begin == 0 || !behind_han(begin))) {
        if (!known_within(begin, named_kind(begin, Forms::county_kind, kLongestCounty))) unknown_county(PlaceLevel::province);
        if (!county_.empty()) unknown_town();
      }
      if (places_.empty() && county_.empty()) return false;
      if (!places_.empty()) unknown_divisions();
    }
    if (!places_.empty()) divisions_end_ = end_;
    quarter();
    village();
    road();
    house();
    // A road without a number counts where the whole text is an address.
    if (with_divisions) {
      if (!road_.empty() && house_.empty() && !rest_is_blank(end_) && !crossing()) take_back_road();
      if (places_.empty()) return !road_.empty() && !house_.empty();
      return certain_town_ || !village_.empty() || !road_.empty() || !house_.empty() || (!town_.empty() && !han(end_));
    }
    return !road_.empty() && !house_.empty() && rest_is_blank(end_);
  }
  [[nodiscard]] std::uint32_t end() const { return end_; }
  [[nodiscard]] std::uint32_t divisions_end() const { return divisions_end_; }
  // Nothing but divisions, or behind a county a building alone: what is left when no road was found.
  [[nodiscard]] bool only_divisions() const {
    if (places_.empty()) return false;
    if (rest_is_blank(end_)) return true;
    if (county_.empty() && g_.place(places_.front()).level < PlaceLevel::county) return false;
    bool building = false;
    std::uint32_t i = skip(end_, Forms::separator);
    for (const std::uint32_t from = i; i < text_.size() && i - from < 90; i += decode(text_, i).size) {
      const char32_t c = decode(text_, i).code;
      if (const std::uint32_t n = f_.longest(text_, i, Forms::building)) building = i + n >= text_.size() || !han(i + n) || building;
      if (i > from && f_.longest(text_, i, Forms::house_unit) && digit(text_[i - 1])) building = true;
      if (!is_han(c) && !digit(text_[i]) && !letter(text_[i]) && c != ' ' && c != '(' && c != ')' && c != '-') return false;
    }
    return building && i >= text_.size();
  }

  void fill(std::uint32_t begin, Address& out) {
    out = {};
    out.span = {begin, end_};
    prefer_outer();
    if (places_.empty()) {
      out.why = county_.empty() ? "no division is printed" : "its divisions are in no list and given as printed";
    } else if (begin >= 3 && f_.longest(text_, begin - 3, Forms::upper_kind) == 3 &&
               g_.place(places_.front()).level >= PlaceLevel::county) {
      behind_unknown(out);
    } else {
      name_levels(out);
    }
    if (!city_.empty()) out.city = city_;
    if (!county_.empty()) out.county = county_;
    if (!town_.empty()) out.town = town_;
    out.village = village_;
    out.road = road_;
    out.house = unblanked(house_);
    if (out.town.empty() || !town_.empty() || places_.size() != 1 || village_.empty()) return;
    if (const auto code = g_.village(places_.front(), village_)) out.code = *code;
  }

 private:
  // ---- divisions ----

  void divisions() {
    while (true) {
      const bool first = places_.empty();
      const std::uint32_t from = first ? at_ : skip(at_, Forms::separator);
      if (!division(from, first)) {
        if (first) return;
        if (const std::uint32_t n = f_.longest(text_, from, Forms::pseudo_level); n && division(from + n, false)) continue;
        const std::uint32_t n = f_.longest(text_, from, Forms::quarter);
        if (n && g_.place(places_.front()).level == PlaceLevel::province && !road_follows(from + n)) {
          at_ = end_ = from + n;
          continue;
        }
        const std::uint32_t zone = zone_at(from);
        if (zone && division(zone, false)) continue;
        return;
      }
      if (g_.place(places_.front()).level == PlaceLevel::town) {
        certain_town_ = true;
        const std::uint32_t office = f_.longest(text_, at_, Forms::town_office);
        at_ = end_ = at_ + office;
        return;
      }
    }
  }

  // The longest name here that lies in what was read so far.
  bool division(std::uint32_t from, bool first) {
    std::uint32_t length = 0;
    bool repeats = false;
    fit_.clear();
    g_.each(text_, from, [&](const Gazetteer::Hit& hit) {
      next_.clear();
      bool full = false, repeated = false;
      for (const Gazetteer::Match& m : hit.matches) {
        const PlaceRecord& p = g_.place(m.place);
        if (p.abroad || p.level == PlaceLevel::country || p.level == PlaceLevel::area) continue;
        const bool shortened = m.form == Form::short_form || m.form == Form::usual;
        if (first) {
          if (m.form == Form::short_form && p.level == PlaceLevel::county) continue;
        } else {
          const bool inside = std::ranges::any_of(places_, [&](PlaceId outer) { return outer != m.place && g_.within(m.place, outer); });
          if (!inside) {
            if (!shortened && std::ranges::any_of(places_, [&](PlaceId outer) { return g_.within(outer, m.place); })) repeated = true;
            continue;
          }
        }
        if (m.form == Form::full && !full) {
          full = true;
          next_.clear();
        }
        if (full && m.form != Form::full) continue;
        if (shortened && f_.longest(text_, from + hit.length, Forms::county_kind) && !g_.longest(text_, from + hit.length).length)
          continue;  // 襄州|县
        if (shortened && (road_follows(from + hit.length) ||
                          (p.level == PlaceLevel::county && f_.longest(text_, from + hit.length, Forms::not_after_short))))
          continue;
        next_.push_back(m.place);
      }
      if (!next_.empty() || repeated) {
        length = hit.length;
        repeats = next_.empty();
        std::swap(fit_, next_);
      }
    });
    if (!length) return false;
    if (!repeats && length > 6 && kind_begins_county(from, length)) return true;
    at_ = end_ = from + length;
    if (!repeats) std::swap(places_, fit_);
    return true;
  }

  // 济南|市中区, where 济南市|中区 would be cut: the last character of the longest name begins a county of the same place.
  bool kind_begins_county(std::uint32_t from, std::uint32_t length) {
    if (fit_.size() != 1 || g_.place(fit_.front()).level != PlaceLevel::city) return false;
    const std::uint32_t kind = from + length - 3;
    const auto inside = [&](std::uint32_t at) {
      std::pair<std::uint32_t, PlaceId> best{0, kNoPlace};
      g_.each(text_, at, [&](const Gazetteer::Hit& hit) {
        for (const Gazetteer::Match& m : hit.matches)
          if (m.form == Form::full && g_.place(m.place).level == PlaceLevel::county && g_.within(m.place, fit_.front()))
            best = {hit.length, m.place};
      });
      return best;
    };
    const auto [n, county] = inside(kind);
    if (!n || inside(from + length).first) return false;
    places_.assign(1, county);
    at_ = end_ = kind + n;
    return true;
  }

  // The end of a quarter that is known by its kind and begins here: 雄安新区; 0: none.
  [[nodiscard]] std::uint32_t zone_at(std::uint32_t from) const {
    for (std::uint32_t i = from; i - from <= kLongestCounty && han(i); i += decode(text_, i).size) {
      if (const std::uint32_t n = f_.longest(text_, i, Forms::zone_end); n && i > from) return i + n;
      if (f_.longest(text_, i, Forms::county_kind | Forms::town_kind | Forms::road)) return 0;
    }
    return 0;
  }

  // 云锦区 behind a city that has none such: as printed. Then a town in the same way.
  void unknown_divisions() {
    if (certain_town_) return;
    const PlaceLevel level = g_.place(places_.front()).level;
    if (level == PlaceLevel::province || level == PlaceLevel::city) unknown_county(level);
    // A town lies in a county, or in a city that has none.
    const bool no_counties = level == PlaceLevel::city && places_.size() == 1 && g_.place(places_.front() + 1).level != PlaceLevel::county;
    if (!county_.empty() || level == PlaceLevel::county || no_counties) unknown_town();
  }
  void unknown_county(PlaceLevel behind) {
    const std::uint32_t n = named_kind(at_, Forms::county_kind, kLongestCounty);
    if (!n) return;
    county_ = text_.substr(at_, n);
    at_ = end_ = at_ + n;
    // A second one: the first was a city.
    const std::uint32_t second = behind == PlaceLevel::province ? named_kind(at_, Forms::county_kind, kLongestCounty) : 0;
    if (!second) return;
    city_ = county_;
    county_ = text_.substr(at_, second);
    at_ = end_ = at_ + second;
  }
  void unknown_town() {
    const std::uint32_t from = spaces(at_);
    const std::uint32_t n = named_kind(from, Forms::town_kind, kLongestName);
    if (!n) return;
    town_ = text_.substr(from, n);
    at_ = end_ = from + n;
    at_ = end_ = at_ + f_.longest(text_, at_, Forms::town_office);
  }
  // 设于南京市: a known place within what looks like an unknown one.
  [[nodiscard]] bool known_within(std::uint32_t from, std::uint32_t length) const {
    bool known = false;
    for (std::uint32_t i = from; i < from + length; i += decode(text_, i).size)
      g_.each(text_, i, [&](const Gazetteer::Hit& hit) {
        known |= std::ranges::any_of(
            hit.matches, [&](const Gazetteer::Match& m) { return m.form == Form::full && g_.place(m.place).level != PlaceLevel::town; });
      });
    return known;
  }
  [[nodiscard]] bool behind_han(std::uint32_t at) const { return at >= 3 && is_han(decode(text_, at - 3).code); }

  // The length of a name that ends with the kind, from here; 0: none. Nothing of a road, number or quarter may come before the kind.
  [[nodiscard]] std::uint32_t named_kind(std::uint32_t from, std::uint32_t kind, std::uint32_t longest) const {
    for (std::uint32_t i = from; i < text_.size() && i - from <= longest && han(i); i += decode(text_, i).size) {
      if (kind == Forms::county_kind && f_.longest(text_, i, Forms::zone_end | Forms::town_kind)) return 0;
      if (const std::uint32_t n = f_.longest(text_, i, kind);
          n && i - from >= 3 && !road_follows(i + n) && !f_.longest(text_, i + n, Forms::zone_end) &&
          (kind == Forms::county_kind || !f_.longest(text_, i + n, Forms::town_kind | Forms::county_kind))) {
        // A stem of one character has 县 alone: 曹县; here it may be any kind with two.
        if (i - from >= 6 || kind == Forms::town_kind) return i + n - from;
        return 0;
      }
      if (f_.longest(text_, i, Forms::road | Forms::zone_end) && i > from) return 0;
    }
    return 0;
  }

  // ---- quarter, village, road ----

  // 张江高科技园区, 下沙经济开发区: between the division and the road, and no part of the answer.
  void quarter() {
    std::uint32_t past = at_;
    for (std::uint32_t i = spaces(at_); han(i) && i - at_ < AddressText::kLongestRoad + 12; i += decode(text_, i).size) {
      if (i > at_ && f_.longest(text_, i, Forms::road) && !f_.longest(text_, i, Forms::town_kind)) break;
      if (const std::uint32_t n = f_.longest(text_, i, Forms::zone_end);
          n && !f_.longest(text_, i, Forms::village_end) && i > at_ && !road_follows(i + n) && i + n < text_.size())
        past = i + n;
      else if (n && i == at_) past = i + n;
    }
    if (past < text_.size() && text_[past] == '(')
      if (const std::size_t close = text_.find(')', past); close != text_.npos && close - past < 30)
        past = static_cast<std::uint32_t>(close + 1);
    if (past == at_) return;
    // Only where a road or number comes behind it.
    const std::uint32_t keep = at_;
    at_ = past;
    if (!find_road(spaces(at_)).second && !digit_at(spaces(at_))) at_ = keep;
    if (const std::uint32_t n = f_.longest(text_, at_, Forms::quarter); n && !road_follows(at_ + n)) at_ += n;
  }

  void village() {
    const std::uint32_t from = spaces(at_);
    for (std::uint32_t i = from; i < text_.size() && i - from <= kLongestName && han(i); i += decode(text_, i).size) {
      if (i > from)
        if (const std::uint32_t n = f_.longest(text_, i, Forms::village_end); n && !road_follows(i + n)) {
          village_ = text_.substr(from, i + n - from);
          at_ = end_ = i + n;
          return;
        }
      if (const std::uint32_t n = f_.longest(text_, i, Forms::road); n && !f_.longest(text_, i + n, Forms::village_end)) return;
    }
  }

  void road() {
    const std::uint32_t from = skip(at_, Forms::separator);
    const auto [to, found] = find_road(from);
    if (!found) return;
    road_ = text_.substr(from, to - from);
    at_ = end_ = to;
  }
  // 黄山路与潜山路交口: behind a county, and no number is needed.
  [[nodiscard]] bool crossing() const {
    if (county_.empty() && g_.place(places_.front()).level < PlaceLevel::county) return false;
    if (road_.size() > 15) return false;
    if (f_.longest(text_, end_, Forms::crossing)) return true;
    const std::uint32_t n = f_.longest(text_, end_, Forms::and_word);
    if (!n) return false;
    const auto [to, found] = find_road(end_ + n);
    return found && to - end_ - n <= 18;
  }
  void take_back_road() {
    road_ = {};
    end_ = std::max(divisions_end_, village_.empty() ? 0u : static_cast<std::uint32_t>(village_.data() - text_.data() + village_.size()));
  }

  void house() {
    const std::uint32_t start = skip(at_, Forms::separator), to = house_end(start, !road_.empty());
    if (to == start) return;
    house_ = text_.substr(start, to - start);
    at_ = end_ = to;
  }

  // ---- answers ----

  // Short forms of several levels with nothing behind: the outermost, if it holds the others or they are of lower levels.
  void prefer_outer() {
    if (places_.size() < 2) return;
    const auto level = [&](PlaceId p) { return g_.place(p).level; };
    const PlaceLevel best = level(*std::ranges::min_element(places_, {}, level));
    if (best == PlaceLevel::province || best == PlaceLevel::city) std::erase_if(places_, [&](PlaceId p) { return level(p) != best; });
  }

  // The names of all levels, as far as all candidates agree.
  void name_levels(Address& out) const {
    const auto common = [&](PlaceLevel level) -> std::string_view {
      std::string_view name;
      PlaceId one = kNoPlace;
      for (const PlaceId p : places_) {
        const PlaceId a = g_.ancestor(p, level);
        if (a == kNoPlace) return {};
        // The last level is as printed, whichever place it is; those above must be the same place.
        if (one != kNoPlace && (g_.place(p).level == level ? g_.place(a).name != name : a != one)) return {};
        one = a;
        name = g_.place(a).name;
      }
      return name;
    };
    out.province = common(PlaceLevel::province);
    out.city = common(PlaceLevel::city);
    out.county = common(PlaceLevel::county);
    out.town = common(PlaceLevel::town);
    if (places_.size() == 1) {
      PlaceId at = places_.front();
      while (at != kNoPlace && g_.place(at).official_code().empty()) at = g_.place(at).parent;
      if (at != kNoPlace) out.code = g_.place(at).official_code();
      out.why = county_.empty() && town_.empty() ? "each part lies in the one before it" : "a part is in no list and given as printed";
      return;
    }
    for (std::size_t i = 0; i < places_.size() && i < kMostCandidates; ++i)
      out.candidates.push_back({std::string(g_.place(places_[i]).code), g_.full_name(places_[i])});
    out.why = fmt::format("{} places fit what is printed", places_.size());
  }

  // 某某县张湾镇: the place lies in one that no list knows, so that it need not be the known one of that name.
  void behind_unknown(Address& out) const {
    const PlaceRecord& place = g_.place(places_.front());
    (place.level == PlaceLevel::town ? out.town : out.county) = place.name;
    for (std::size_t i = 0; i < places_.size() && i < kMostCandidates; ++i)
      out.candidates.push_back({std::string(g_.place(places_[i]).code), g_.full_name(places_[i])});
    out.why = "what is printed before it is in no list";
  }

  static std::string unblanked(std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
  }

  const Gazetteer& g_;
  std::uint32_t at_ = 0, end_ = 0, divisions_end_ = 0;
  std::vector<PlaceId> places_, fit_, next_;  // what the divisions read so far can be
  bool certain_town_ = false;
  std::string_view city_, county_, town_, village_, road_, house_;
};

}  // namespace

Result<AddressReader> AddressReader::load(const DataSet& data) {
  AddressReader reader;
  reader.parts_ = std::make_unique<Parts>();
  FB_TRY(reader.parts_->gazetteer, Gazetteer::load(data));
  FB_TRY(reader.parts_->forms, AddressForms::load(data));
  return reader;
}

AddressReader::AddressReader() = default;
AddressReader::AddressReader(AddressReader&&) noexcept = default;
AddressReader& AddressReader::operator=(AddressReader&&) noexcept = default;
AddressReader::~AddressReader() = default;

void AddressReader::find(std::string_view folded, std::vector<Address>& out) const {
  AddressReading reading(parts_->gazetteer, parts_->forms, folded);
  out.clear();
  for (std::uint32_t i = 0; i < folded.size();) {
    const Decoded d = decode(folded, i);
    if (is_han(d.code) && reading.read(i, true)) {
      reading.fill(i, out.emplace_back());
      i = std::max(reading.end(), i + d.size);
    } else {
      i = std::max(i + d.size, is_han(d.code) ? reading.divisions_end() : 0u);
    }
  }
  if (!out.empty() || folded.size() > 256) return;
  // Nothing but an address: a division alone, or a road and number.
  const Span all = trim(folded, whole(folded));
  if (all.empty()) return;
  AddressReading alone(parts_->gazetteer, parts_->forms, folded.substr(0, all.end));
  if (alone.read(all.begin, false) || (alone.read(all.begin, true), alone.only_divisions())) alone.fill(all.begin, out.emplace_back());
}

}  // namespace fengbiao
