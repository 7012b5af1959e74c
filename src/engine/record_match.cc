#include "engine/record_match.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/record_fields.h"
#include "text/fold.h"

namespace fengbiao {

namespace {

bool holds_words(std::string_view text, const std::string& words) { return comparable(text).find(words) != std::string::npos; }

Result<PeriodDays> days_asked(std::string_view flag, const std::string& period) {
  if (auto days = days_of_period(period)) return *days;
  const std::string near = likely_period(period);
  return fail(Cause::invalid_argument, {},
              fmt::format("{}: expected a period such as 2021, 2022-H1, 2022-Q3, 2022-08 or 2022-11-25, got `{}`{}", flag, period,
                          near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
}

template <class Record>
void set_each(const std::vector<Correction>& corrections, Record& record) {
  for (const Correction& c : corrections)
    if (!set_field(record, c.field, c.value)) continue;
}

// Fields that say the same in two ways: a name set by hand leaves the code that was read behind, unless the code was set too.
constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
    {"indicator", "indicator_code"}, {"area", "area_code"}, {"entity", "entity_id"}, {"reporter", "reporter_id"}};

}  // namespace

std::string comparable(std::string_view words) {
  std::string form = squeezed(words);
  for (char& c : form) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return form;
}

Result<ObservationMatcher> ObservationMatcher::make(const ObservationFilter& filter) {
  ObservationMatcher m(filter);
  for (std::optional<std::string>* words : {&m.filter_.indicator, &m.filter_.area, &m.filter_.entity})
    if (*words) *words = comparable(**words);
  if (filter.from) {
    FB_TRY(const PeriodDays days, days_asked("from", *filter.from));
    m.first_ = days.first;
    if (m.first_.empty()) return fail(Cause::invalid_argument, {}, fmt::format("from: `{}` has no beginning", *filter.from));
  }
  if (filter.to) {
    FB_TRY(const PeriodDays days, days_asked("to", *filter.to));
    m.last_ = days.last;
    if (m.last_.empty()) return fail(Cause::invalid_argument, {}, fmt::format("to: `{}` has no end", *filter.to));
  }
  if (!m.first_.empty() && !m.last_.empty() && m.first_ > m.last_)
    return fail(Cause::invalid_argument, {}, fmt::format("from {} is later than to {}", *filter.from, *filter.to));
  return m;
}

bool ObservationMatcher::matches(const Observation& o) const {
  const ObservationFilter& f = filter_;
  if (f.measure && o.measure != *f.measure) return false;
  if (f.status && o.status != *f.status) return false;
  if (f.sure && !o.sure) return false;
  if (f.indicator && comparable(o.indicator_code) != *f.indicator && !holds_words(o.indicator, *f.indicator)) return false;
  if (f.area && comparable(o.area) != *f.area && comparable(o.area_code) != *f.area) return false;
  if (f.entity && comparable(o.entity) != *f.entity && comparable(o.entity_id) != *f.entity) return false;
  if (first_.empty() && last_.empty()) return true;
  const auto days = days_of_period(o.period);
  if (!days) return false;
  if (!first_.empty() && (days->first.empty() || days->first < first_)) return false;
  return last_.empty() || (!days->last.empty() && days->last <= last_);
}

bool matches(const PolicyReportFilter& f, const Policy& p) {
  if (f.kind && p.kind != *f.kind) return false;
  if (f.status && p.status != *f.status) return false;
  if (f.sure && !p.sure) return false;
  if (f.name && !holds_words(p.name, comparable(*f.name)) && !holds_words(p.short_name, comparable(*f.name))) return false;
  if (!f.issuer) return true;
  const std::string issuer = comparable(*f.issuer);
  return std::ranges::any_of(p.issuers, [&](const PolicyIssuer& i) { return holds_words(i.name, issuer) || comparable(i.id) == issuer; });
}

HoldingCorrections::HoldingCorrections(const std::vector<Correction>& all) {
  for (const Correction& c : all) {
    if (!c.holds()) continue;
    std::vector<Correction>& list = by_record_[c.record];
    std::erase_if(list, [&](const Correction& earlier) { return earlier.field == c.field; });
    list.push_back(c);
  }
}

const std::vector<Correction>& HoldingCorrections::of(const std::string& record) const {
  static const std::vector<Correction> none;
  const auto found = by_record_.find(record);
  return found == by_record_.end() ? none : found->second;
}

void lay_over(const std::vector<Correction>& corrections, Observation& observation) {
  const auto set_by_hand = [&](std::string_view field) {
    return std::ranges::find(corrections, field, &Correction::field) != corrections.end();
  };
  for (const auto& [name, code] : kCodes)
    if (set_by_hand(name) && !set_by_hand(code) && !set_field(observation, code, std::nullopt)) continue;
  set_each(corrections, observation);
}
void lay_over(const std::vector<Correction>& corrections, Policy& policy) { set_each(corrections, policy); }

}  // namespace fengbiao
