// All names of a text: places, bodies, companies, platforms, media, campaigns, people, overlaps resolved. A longer name beats one
// inside it; a place that begins a company's, road's or school's name is no place.
//
//   Result<NameReader> reader = NameReader::load(DataSet::built_in());
//   std::vector<Name> names; reader->read("上海市商务委在浦东新区召开会议", names);
//   names[0].kind == NameKind::body; names[1].code == "310115"
//
// One reader serves many threads. Texts are folded. Linear in time. Tested by names_test.cc and tests/sets/names.txt.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "entity/name.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/characters.h"

namespace fengbiao {

class NameReader {
 public:
  struct Loser {
    Name name;
    std::string why;
  };

  static Result<NameReader> load(const DataSet& data);
  NameReader(NameReader&&) noexcept;
  NameReader& operator=(NameReader&&) noexcept;
  ~NameReader();

  // Names in order of the text, never overlapping. `losers`, where given, gets what was considered and dropped.
  void read(const Characters& folded, std::vector<Name>& out, std::vector<Loser>* losers = nullptr) const;
  void read(std::string_view folded, std::vector<Name>& out, std::vector<Loser>* losers = nullptr) const;

  [[nodiscard]] const Words& common() const;  // ordinary words
  // The length in bytes of the longest ordinary word that begins at a place of a text, 0 for none.
  [[nodiscard]] std::uint32_t word_at(std::string_view folded, std::size_t at) const;
  // The usual name of the place that has a code: 上海 for "310000", 珲春市 for "222404".
  [[nodiscard]] std::optional<std::string> place(std::string_view code) const;

 private:
  struct Parts;
  explicit NameReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
