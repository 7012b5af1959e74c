// Finds the quantities and times of a text: tokens, then the levels of data/units/times.yaml, then those of quantities.yaml. What only
// looks like a number is taken by trap rules and words and yields no record, but shows in the trace.
//
//   Result<QuantityReader> reader = QuantityReader::load(DataSet::built_in());
//   QuantityReader::Reading r; reader->read("2022年交易额超1.2万亿元", r);
//   r.times[0].partial == "2022"; r.quantities[0].unit == "CNY"
//
// One reader serves many threads; a Reading is memory that is used again. Texts are folded (text/fold.h). Tested by reader_test.cc.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quantity/scratch.h"
#include "rules/cascade.h"
#include "rules/data_set.h"
#include "text/characters.h"

namespace fengbiao {

class QuantityReader {
 public:
  // Fails where a file of data/ is wrong, an example of a rule among it.
  static Result<QuantityReader> load(const DataSet& data);
  QuantityReader(QuantityReader&&) noexcept;
  QuantityReader& operator=(QuantityReader&&) noexcept;
  ~QuantityReader();

  struct Reading {
    std::vector<Quantity> quantities;  // in order of the text, never overlapping
    std::vector<Time> times;           // likewise; a quantity and a time never overlap either
    std::vector<Number> numbers;       // every numeral met, also of times and traps
    std::vector<Token> tokens;         // after the last level: what other grammars may go on with
    Scratch scratch;                   // memory that is used again
    Cascade::Memory memory;            // likewise
  };
  // `folded` is at most 4 GiB; any bytes. Linear in time.
  void read(const Characters& folded, Reading& out, Trace* trace = nullptr) const;
  void read(std::string_view folded, Reading& out, Trace* trace = nullptr) const;

  // Completes a time (resolve.cc): campaigns, holidays and the lunar calendar included.
  [[nodiscard]] ResolvedTime resolve(const Time& time, const TimeAnchor& anchor) const;

  [[nodiscard]] const Lexicon& lexicon() const;
  [[nodiscard]] const Cascade& grammar() const;

 private:
  struct Parts;
  explicit QuantityReader(std::unique_ptr<Parts> parts);
  Result<void> check_examples() const;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
