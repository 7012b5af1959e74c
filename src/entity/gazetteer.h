// The places that are known: administrative divisions with codes (data/places, from the statistical division codes), countries with
// ISO codes, functional areas with their members, cities abroad. A name may belong to many places; the gazetteer gives all of them.
//
//   Gazetteer g = ...;  g.find("鼓楼区")  ->  four places;  g.find("江苏")  ->  江苏省 by its short form
//
// Read-only after loading; some 43,000 places. Villages are there when a user's data folder brings places/villages.tsv.
// Tested by gazetteer_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

enum class PlaceLevel : std::uint8_t { country, area, province, city, county, town, village };  // area: functional, such as 长三角
std::string_view name_of(PlaceLevel level);

using PlaceId = std::uint32_t;
inline constexpr PlaceId kNoPlace = 0xFFFFFFFF;

struct PlaceRecord {
  std::string_view code;        // stable: "310115", "310115007", ISO 3166 alpha-2, "area:yrd", "US:纽约", "710000.01"
  std::string_view name;        // official: 浦东新区
  std::string_view short_name;  // without its kind, where two characters remain: 浦东; empty for towns
  PlaceId parent = kNoPlace;    // of a province: China; of an area that lies in one division: that one
  PlaceId end = 0;              // divisions: one past the last place inside it
  PlaceLevel level = PlaceLevel::country;
  bool abroad = false;
  // The code where a standard gives one: divisions of GB/T 2260 and countries; else empty.
  [[nodiscard]] std::string_view official_code() const { return code.find_first_of(".:") == code.npos ? code : std::string_view(); }
};

class Gazetteer {
 public:
  static Result<Gazetteer> load(const DataSet& data);

  // full: 上海市; short_form: 上海, 鼓楼; usual: the short name of a county that is understood alone, 义乌; alias: 羊城; former: 襄樊市
  enum class Form : std::uint8_t { full, short_form, usual, alias, former };
  struct Match {
    PlaceId place = kNoPlace;
    Form form = Form::full;
  };
  struct Hit {
    std::uint32_t length = 0;        // bytes; 0: nothing
    std::span<const Match> matches;  // all places so called, by code
  };
  // Every name that begins at `from`, shortest first. Short forms of towns are not among them.
  template <class Call>
  void each(std::string_view folded, std::size_t from, Call&& call) const {
    names_.each(folded, from, [&](Trie::Hit hit) { call(Hit{hit.length, group(hit.value)}); });
  }
  // Likewise in a text whose characters are told, of names that end at `end` or before.
  template <class Call>
  void each(const Characters& folded, std::size_t from, std::size_t end, Call&& call) const {
    names_.each(folded, from, end, [&](Trie::Hit hit) { call(Hit{hit.length, group(hit.value)}); });
  }
  [[nodiscard]] Hit longest(std::string_view folded, std::size_t from) const { return hit_of(names_.longest(folded, from)); }
  [[nodiscard]] Hit longest(const Characters& folded, std::size_t from, std::size_t end) const {
    return hit_of(names_.longest(folded, from, end));
  }
  [[nodiscard]] std::span<const Match> find(std::string_view name) const;

  [[nodiscard]] const PlaceRecord& place(PlaceId id) const { return places_[id]; }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] std::optional<PlaceId> by_code(std::string_view code) const;
  [[nodiscard]] bool within(PlaceId inner, PlaceId outer) const;  // or the same; also of functional areas and countries
  [[nodiscard]] std::string full_name(PlaceId id) const;          // "江苏省南京市鼓楼区"
  // What a text calls it that speaks of many: 上海, 广东, 长三角; from the county down the name itself.
  [[nodiscard]] std::string_view usual_name(PlaceId id) const {
    const PlaceRecord& p = place(id);
    const bool large = p.level == PlaceLevel::province || p.level == PlaceLevel::city;
    return large && !p.short_name.empty() ? p.short_name : p.name;
  }
  [[nodiscard]] std::span<const PlaceId> members(PlaceId area) const;
  [[nodiscard]] PlaceId ancestor(PlaceId id, PlaceLevel level) const;  // itself or what it lies in, of that level; kNoPlace: none
  // The code of the one village of a town whose name begins with `name`; nothing without villages or when several do.
  [[nodiscard]] std::optional<std::string_view> village(PlaceId town, std::string_view name) const;
  [[nodiscard]] std::size_t bytes() const;  // of memory, about

 private:
  struct Named {
    std::string_view name;
    Match match;
  };
  [[nodiscard]] Hit hit_of(Trie::Hit hit) const { return hit.length ? Hit{hit.length, group(hit.value)} : Hit{}; }
  [[nodiscard]] std::span<const Match> group(std::uint32_t n) const { return {matches_.data() + groups_[n], groups_[n + 1] - groups_[n]}; }
  [[nodiscard]] std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  Result<void> load_divisions(const DataSet& data, std::vector<Named>& named);
  Result<void> load_countries(const DataSet& data, std::vector<Named>& named);
  Result<void> load_areas(const DataSet& data, std::vector<Named>& named);
  Result<void> load_aliases(const DataSet& data, std::vector<Named>& named);
  void index(std::vector<Named> named);

  std::deque<std::string> kept_;  // what the views below point into
  std::vector<PlaceRecord> places_;
  std::size_t divisions_ = 0;                                 // places_[0, divisions_) are sorted by code, each before what lies inside it
  std::vector<std::pair<std::string_view, PlaceId>> others_;  // code, place: sorted
  std::vector<std::pair<PlaceId, std::vector<PlaceId>>> members_;
  Trie names_;
  std::vector<Match> matches_;
  std::vector<std::uint32_t> groups_;  // into matches_, one more than names
  std::string_view villages_;
  std::vector<std::uint32_t> village_lines_;
};

}  // namespace fengbiao
