// The words around one number: what stands between the thing measured and the number (达, 同比增长, 占), and where the words for the
// thing itself lie, before the number or behind it.
//
//   2023年，全省茶叶线上销售收入48.6亿元，比2022年增加了7.3亿元
//     48.6亿元  left "全省茶叶线上销售收入"
//     7.3亿元   up, base 2022, left ""
//
// Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/observation.h"
#include "observation/scene.h"

namespace fengbiao {

struct Frame {
  Span left;   // may name the thing measured; words of measuring are cut off its end, what leads in is cut off its beginning
  Span right;  // behind the number: what is counted
  Span own;    // between the last number (or the clause's beginning) and this one
  std::uint32_t linked = kNoClause;  // 17.7%和16.9%: the number before, whose words hold for this one too
  bool in_brackets = false;          // alone in brackets, behind the thing or another number
  bool of = false;                   // 47%的消费者
  bool first = false;                // nothing that counts stands before it in the clause

  int grown = 0;          // +1 up, -1 down
  bool to = false;        // 增长至: the level that growth leads to
  bool is_rate = false;   // 增速为: the number is a rate of growth
  bool fresh = false;     // 新增
  bool share = false;     // 占
  bool level = false;     // 达
  std::string_view verb;  // of what stands before a counted thing: 开设, 覆盖; empty where it adds nothing
  Span verb_span;

  bool yoy = false, period_on_period = false, cagr = false, compared = false;
  std::uint32_t base = kNoClause;  // time that it is compared with
  bool over_years = false;         // 3年内增长
  Span why;                        // the words that told
};

Frame read_frame(const Scene& scene, std::uint32_t quantity);

// Frames by quantity, each read once, when it is first wanted.
class Frames {
 public:
  explicit Frames(const Scene& scene) : s_(scene), read_(scene.read.quantities.size()) {}
  const Frame& of(std::uint32_t quantity) const {
    std::optional<Frame>& frame = read_[quantity];
    if (!frame) frame = read_frame(s_, quantity);
    return *frame;
  }

 private:
  const Scene& s_;
  mutable std::vector<std::optional<Frame>> read_;
};

// Where the words for a thing begin, behind times, names and words that lead in: behind "其中，2021年上海" of its clause.
std::uint32_t lead_in(const Scene& scene, std::uint32_t from, std::uint32_t end);

// Whether the item of a list is a name or a time rather than a thing.
bool is_name_or_time(const Scene& scene, Span item);

// What the words make of the number.
struct Sense {
  Measure measure = Measure::level;
  double sign = 1;
  std::string basis;
  bool stated = false;    // the text says what it is compared with
  std::string_view rule;  // of the measure
  std::string_view basis_rule;
};
// `period` is the observation's own, as written; `before` is the sense of the number that it is linked to, or nullptr.
Sense read_measure(const Scene& scene, std::uint32_t quantity, const Frame& frame, std::string_view period, bool share_like);

}  // namespace fengbiao
