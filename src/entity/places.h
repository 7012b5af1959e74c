// Place names in running text: divisions, countries, functional areas, cities abroad, single characters in lists. What a name
// stands for is decided by what is printed around it, or stays open with all candidates.
//
//   江苏省南京市鼓楼区  ->  one name, 320106: a chain of divisions
//   鼓楼区             ->  four candidates, no decision, unless a place named before holds one of them only
//   京沪深穗渝         ->  five names: single characters count in lists alone
//   上海路, 兰州拉面, 三明治, 确保定期  ->  no place
//
// What stands around names is data/places/forms.yaml; where words begin comes from words.h. A company or body that begins with a
// place is found by others, who drop the place inside. Linear in time. Tested by places_test.cc and tests/sets/names.txt.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "entity/gazetteer.h"
#include "entity/name.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/characters.h"

namespace fengbiao {

class PlaceReader {
 public:
  struct Loser {
    Span span;
    std::string why;
  };

  static Result<PlaceReader> load(const DataSet& data, std::shared_ptr<const Gazetteer> gazetteer, std::shared_ptr<const Words> words);
  PlaceReader(PlaceReader&&) noexcept;
  PlaceReader& operator=(PlaceReader&&) noexcept;
  ~PlaceReader();

  // Adds the places of `folded` to `out`, in order. Places named in one sentence help to decide the later ones of the same text.
  void find(const Characters& folded, std::vector<Name>& out, std::vector<Loser>* losers = nullptr) const;

  [[nodiscard]] const Gazetteer& gazetteer() const;

 private:
  PlaceReader();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
