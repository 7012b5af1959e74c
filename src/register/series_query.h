// Finds series by what a user types: an id, a code, a name or a part of one.
//
//   SeriesFinder finder = *SeriesFinder::load(DataSet::built_in());
//   finder.find(all, {.words = "直播电商", .area = "中国"}).matches
//
// What is called exactly so (id, code, usual name, alias, a printed form, a printed form behind its area or entity) comes first and alone;
// else all whose names hold every word. Related are other series whose names share the words that are left when the words of measuring
// (规模, 总额: data/register) are taken out. Tested by series_query_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "register/series.h"
#include "rules/data_set.h"

namespace fengbiao {

struct SeriesQuery {
  std::string words{};  // empty: every series
  std::string area{};   // name or code
  std::string entity{};
  std::optional<Measure> measure{};
  bool related = true;  // look for those too
};

struct SeriesMatches {
  std::vector<const Series*> matches;   // in the order of the register
  std::vector<const Series*> related;   // nearest names first
  std::vector<const Series*> left_out;  // named so, but of another area, entity or measure
};

// What the series of a register are called, made ready once for many questions.
class SeriesNames {
 public:
  explicit SeriesNames(const SeriesRegister& all);
  struct Of {
    std::vector<std::string> names;  // bare words, as everything here
    std::string area, entity, code;  // bare
    std::string all;                 // a line a name, behind the area, and behind the entity where there is one
    [[nodiscard]] bool holds(std::string_view word) const;
    [[nodiscard]] bool is(std::string_view whole) const;  // a name, alone or behind area or entity
  };
  [[nodiscard]] const Of& of(std::size_t series) const { return by_series_[series]; }

 private:
  std::vector<Of> by_series_;
};

class SeriesFinder {
 public:
  static Result<SeriesFinder> load(const DataSet& data);
  [[nodiscard]] SeriesMatches find(const SeriesRegister& all, const SeriesNames& names, const SeriesQuery& query) const;
  [[nodiscard]] SeriesMatches find(const SeriesRegister& all, const SeriesQuery& query) const { return find(all, SeriesNames(all), query); }
  // Names near to one that names no series, for "did you mean".
  [[nodiscard]] std::vector<std::string> near(const SeriesRegister& all, std::string_view words, std::size_t most = 3) const;
  // The words that tell what is measured: without the weak ones. A weak word of one character (额) counts only at the end.
  [[nodiscard]] std::string core(std::string_view name) const;

 private:
  SeriesFinder() = default;
  [[nodiscard]] bool passes(const Series& series, const SeriesQuery& query) const;
  [[nodiscard]] bool same_area(std::string_view a, std::string_view b) const;
  std::vector<std::string> weak_;  // bare, longest first
  std::vector<std::string> area_ends_;
};

}  // namespace fengbiao
