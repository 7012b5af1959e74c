#include "check/figure_levels.h"

#include "base/code_points.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMonth = 8;  // "@2023-06"
constexpr std::size_t kTail = 2;   // characters that name the sort of a thing

std::string rest_of(const Observation& o, std::string_view period) { return "|" + o.area + "|" + o.entity + "|" + std::string(period); }

}  // namespace

bool same_words(const Observation& a, const Observation& b) { return bare_words(a.indicator) == bare_words(b.indicator); }

bool same_thing(const Observation& a, const Observation& b) {
  if (a.area != b.area || a.entity != b.entity) return false;
  return (!a.indicator_code.empty() && a.indicator_code == b.indicator_code) || same_words(a, b);
}

bool same_time(const Observation& a, const Observation& b) {
  const std::string &x = a.period, &y = b.period;
  return x == y ||
         (x.starts_with('@') && y.starts_with('@') && x.size() >= kMonth && y.size() >= kMonth && x.compare(0, kMonth, y, 0, kMonth) == 0);
}

bool of_one_sort(const Figure& part, const Figure& whole) {
  const std::string a = bare_words(part.observation->indicator), b = bare_words(whole.observation->indicator);
  if (a.empty() || b.empty()) return false;
  if (a.find(b) != a.npos || b.ends_with(a)) return true;
  const std::u32string c = code_points(a), d = code_points(b);
  if (c.size() < kTail || d.size() < kTail) return false;
  const std::u32string x_tail = c.substr(c.size() - kTail), y_tail = d.substr(d.size() - kTail);
  // Of money 营收 and 收入, 交易 and 交易额 are one.
  return x_tail == y_tail || (whole.quantity->kind == UnitKind::money && x_tail.find_first_of(y_tail) != x_tail.npos);
}

Levels::Levels(const FigureScene& scene) {
  for (const Figure& f : scene.figures()) {
    if (!f.observation || f.observation->period.empty()) continue;
    const Observation& o = *f.observation;
    if (o.measure != Measure::level && o.measure != Measure::share) continue;
    const std::string rest = rest_of(o, o.period);
    if (!o.indicator_code.empty()) levels_.emplace("#" + o.indicator_code + rest, &f);
    levels_.emplace(bare_words(o.indicator) + rest, &f);
  }
}

const Figure* Levels::at(const Observation& thing, const std::string& period) const {
  if (period.empty()) return nullptr;
  const std::string rest = rest_of(thing, period);
  auto found = levels_.find(bare_words(thing.indicator) + rest);
  if (found == levels_.end() && !thing.indicator_code.empty()) found = levels_.find("#" + thing.indicator_code + rest);
  return found == levels_.end() ? nullptr : found->second;
}

// All in one sentence, or each by records that can be relied on.
bool surely_together(const Figure& growth, const Figure& level, const Figure& before) {
  if (same_words(*before.observation, *level.observation) && before.sentence == level.sentence && growth.sentence == level.sentence)
    return true;
  return growth.observation->sure && level.observation->sure &&
         (before.observation->sure || same_words(*before.observation, *level.observation));
}

std::string_view reason_of_growth(const FigureScene& scene, std::initializer_list<const Figure*> figures) {
  const std::string* body = nullptr;  // that reports the first of them
  for (const Figure* f : figures) {
    if (!f) continue;
    if (f->observation && !f->observation->reporter.empty()) {
      if (body && *body != f->observation->reporter) return "other_body";
      body = &f->observation->reporter;
    }
    if (scene.sentence_says(*f, FigureWord::real_terms)) return "real_terms";
    if (scene.sentence_says(*f, FigureWord::comparable)) return "comparable_base";
    if (scene.sentence_says(*f, FigureWord::revised)) return "revised";
  }
  return {};
}

}  // namespace fengbiao
