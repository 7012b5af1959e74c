// The words of the query language, which are data: what fields are called and what joins words.
//
//   QueryWords words = *QueryWords::load(DataSet::built_in());
//   words.field("来源")  ->  QueryField::source      words.joiner("或")  ->  QueryJoiner::either
//
// Names are compared folded and without the case of Latin letters. The file is data/search/query.yaml. Tested by query_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

// What a word of a query may be asked for.
enum class QueryField : std::uint8_t { any, title, section, source, body, area, date, issue, indicator, value };
inline constexpr std::size_t kQueryFields = 10;
std::string_view name_of(QueryField field);  // "title"

enum class QueryJoiner : std::uint8_t { either, both, without, to };

class QueryWords {
 public:
  static Result<QueryWords> load(const DataSet& data);

  [[nodiscard]] std::optional<QueryField> field(std::string_view name) const;
  [[nodiscard]] std::optional<QueryJoiner> joiner(std::string_view word) const;
  [[nodiscard]] bool is_open(std::string_view word) const;
  // The first name of a field: the one to show.
  [[nodiscard]] const std::string& shown(QueryField field) const { return shown_[static_cast<std::size_t>(field)]; }
  [[nodiscard]] const std::string& shown(QueryJoiner joiner) const { return joins_[static_cast<std::size_t>(joiner)]; }
  // Without words of asking at its ends: 的网上零售额是多少 asks for 网上零售额.
  [[nodiscard]] std::string_view asked(std::string_view words) const;
  [[nodiscard]] bool idle(std::string_view form) const;  // asks for nothing by itself
  // The names of fields that are near to one that is none; empty where none is.
  [[nodiscard]] std::string near_field(std::string_view name) const;

 private:
  QueryWords() = default;
  std::map<std::string, QueryField, std::less<>> fields_;
  std::map<std::string, QueryJoiner, std::less<>> joiners_;
  std::vector<std::string> open_, ask_, idle_;
  std::vector<std::string> shown_, joins_;
};

}  // namespace fengbiao
