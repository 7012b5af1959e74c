// An address cut into its parts, each in full official form where the divisions know it, with the code of the finest level that is
// certain. What cannot be told stays open: an unknown county is given as printed, an address that fits several places has all of
// them as candidates and no code.
//
//   杭州西湖区文三路90号  ->  浙江省 杭州市 西湖区, road 文三路, house 90号, code 330106
//   鼓楼区中山路5号       ->  county 鼓楼区, road 中山路, house 5号, four candidates, no code
//
// Tested by address_test.cc and tests/sets/addresses.txt.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "entity/name.h"
#include "rules/data_set.h"

namespace fengbiao {

struct Address {
  Span span;                                                       // in the folded text
  std::string province, city, county, town, village, road, house;  // empty where not given and not implied
  std::string code;                       // 2, 4 (as 6 digits), 6, 9 or 12 digits; empty when undecided or outside the lists
  std::vector<NameCandidate> candidates;  // when several places fit
  std::string why;                        // what decided, or why it stays open
};

class AddressReader {
 public:
  static Result<AddressReader> load(const DataSet& data);
  AddressReader(AddressReader&&) noexcept;
  AddressReader& operator=(AddressReader&&) noexcept;
  ~AddressReader();

  // Addresses in a text, in order. A division alone, with neither road nor house nor town, is one only when it is all of the text.
  void find(std::string_view folded, std::vector<Address>& out) const;

 private:
  AddressReader();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
