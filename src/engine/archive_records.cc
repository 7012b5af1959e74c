// Records of an archive, asked by filter and by name. What was read is never changed: corrections are laid over it here, each time.
// Tested by archive_records_test.cc.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "engine/archive.h"
#include "engine/record_loader.h"
#include "engine/record_match.h"
#include "model/record_fields.h"
#include "text/fold.h"

namespace fengbiao {

namespace {

constexpr std::size_t kNamesShown = 8;

const Article* article_of(const Issue& issue, std::uint32_t n) {
  const auto found = std::ranges::find(issue.articles, n, &Article::n);
  return found == issue.articles.end() ? nullptr : &*found;
}

// The keys of all issues, or of the one that is asked for.
Result<std::vector<std::string>> keys_asked(Archive& archive, const std::optional<std::string>& reference) {
  std::vector<std::string> keys;
  if (reference) {
    FB_TRY(const StoredIssue issue, archive.issue(*reference));
    keys.push_back(issue.key);
    return keys;
  }
  FB_TRY(const auto rows, archive.issues());
  for (const IssueRow& row : rows) keys.push_back(row.key);
  return keys;
}

struct Seen {
  std::size_t count = 0, limit = 0;
  [[nodiscard]] bool enough() const { return limit > 0 && count >= limit; }
};

}  // namespace

std::string short_name(const Origin& origin, std::string_view id) {
  if (!id.starts_with(origin.article_id)) return std::string(id);
  return fmt::format("{}/{}{}", origin.issue, origin.article, id.substr(origin.article_id.size()));
}

const Origin& origin_of(const AnyRecord& record) {
  return std::visit([](const auto& r) -> const Origin& { return r.origin; }, record);
}

const std::string& id_of(const AnyRecord& record) {
  if (const auto* o = std::get_if<ReportedObservation>(&record)) return o->observation.id;
  return std::get<ReportedPolicy>(record).policy.id;
}

const std::string& quote_of(const AnyRecord& record) {
  if (const auto* o = std::get_if<ReportedObservation>(&record)) return o->observation.quote;
  return std::get<ReportedPolicy>(record).policy.quote;
}

const std::vector<Correction>& corrections_of(const AnyRecord& record) {
  return std::visit([](const auto& r) -> const std::vector<Correction>& { return r.corrections; }, record);
}

std::string field_text(const AnyRecord& record, std::string_view field) {
  if (const auto* o = std::get_if<ReportedObservation>(&record)) return field_text(o->observation, field);
  return field_text(std::get<ReportedPolicy>(record).policy, field);
}

Result<std::vector<std::string>> Archive::issues_without_records() { return file_.issues_without_records(); }

Result<void> Archive::for_each_observation(const ObservationFilter& filter,
                                           const std::function<Result<bool>(const ReportedObservation&)>& visit) {
  FB_TRY(const ObservationMatcher matcher, ObservationMatcher::make(filter));
  FB_TRY(const auto keys, keys_asked(*this, filter.issue));
  FB_TRY(const auto all, file_.corrections());
  const HoldingCorrections corrections(all);
  const ObservationColumns columns{.measure = filter.measure, .status = filter.status, .sure = filter.sure};
  RecordLoader loader(file_, corrections);
  Seen seen{0, filter.limit};
  for (const std::string& key : keys) {
    FB_TRY(auto observations, file_.observations(key, columns));
    for (Observation& o : observations) lay_over(corrections.of(o.id), o);
    std::erase_if(observations, [&](const Observation& o) { return !matcher.matches(o); });
    if (observations.empty()) continue;
    FB_TRY(const auto reported, loader.complete(key, std::move(observations)));
    for (const ReportedObservation& o : reported) {
      FB_TRY(const bool more, visit(o));
      ++seen.count;
      if (!more || seen.enough()) return {};
    }
  }
  return {};
}

Result<void> Archive::for_each_policy(const PolicyReportFilter& filter, const std::function<Result<bool>(const ReportedPolicy&)>& visit) {
  FB_TRY(const auto keys, keys_asked(*this, filter.issue));
  FB_TRY(const auto all, file_.corrections());
  const HoldingCorrections corrections(all);
  RecordLoader loader(file_, corrections);
  Seen seen{0, filter.limit};
  for (const std::string& key : keys) {
    FB_TRY(auto policies, file_.policies(key));
    for (Policy& p : policies) lay_over(corrections.of(p.id), p);
    std::erase_if(policies, [&](const Policy& p) { return !matches(filter, p); });
    if (policies.empty()) continue;
    FB_TRY(const auto reported, loader.complete(key, std::move(policies)));
    for (const ReportedPolicy& p : reported) {
      FB_TRY(const bool more, visit(p));
      ++seen.count;
      if (!more || seen.enough()) return {};
    }
  }
  return {};
}

Result<std::vector<ReportedObservation>> Archive::observations(const ObservationFilter& filter) {
  std::vector<ReportedObservation> out;
  FB_CHECK(for_each_observation(filter, [&](const ReportedObservation& o) -> Result<bool> {
    out.push_back(o);
    return true;
  }));
  return out;
}

Result<std::vector<ReportedPolicy>> Archive::policies(const PolicyReportFilter& filter) {
  std::vector<ReportedPolicy> out;
  FB_CHECK(for_each_policy(filter, [&](const ReportedPolicy& p) -> Result<bool> {
    out.push_back(p);
    return true;
  }));
  return out;
}

Result<std::string> Archive::record_id(std::string_view reference) {
  FB_TRY(const auto place, file_.find_record(reference));
  if (place) return std::string(reference);
  const auto missing = [&](std::string advice) {
    return fail(Cause::not_found, {}, fmt::format("no record '{}' in the archive", reference), std::move(advice));
  };
  // ISSUE/N-o153
  const std::size_t slash = reference.rfind('/');
  const std::string tail = slash == reference.npos ? "" : squeezed(reference.substr(slash + 1));
  const std::size_t dash = tail.find('-');
  std::uint32_t n = 0;
  if (dash != tail.npos) std::from_chars(tail.data(), tail.data() + dash, n);
  if (n == 0) return missing("`observations` and `policies` list them; an id or ISSUE/N-o153 names one");
  FB_TRY(const StoredIssue stored, issue(reference.substr(0, slash)));
  const Article* const article = article_of(stored.issue, n);
  if (article == nullptr) return missing(fmt::format("{} has {} articles", stored.key, stored.issue.articles.size()));
  const std::string id = article->id + tail.substr(dash);
  FB_TRY(const auto found, file_.find_record(id));
  if (found) return id;
  std::vector<std::string> there;
  FB_TRY(const auto observations, file_.observations(stored.key));
  FB_TRY(const auto policies, file_.policies(stored.key));
  const auto name = [&](const auto& record) {
    if (record.article == n) there.push_back(record.id.substr(std::min(record.id.size(), article->id.size() + 1)));
  };
  std::ranges::for_each(observations, name);
  std::ranges::for_each(policies, name);
  const std::size_t count = there.size();
  if (count > kNamesShown) there.resize(kNamesShown);
  return missing(count == 0
                     ? fmt::format("article {}/{} has no record", stored.key, n)
                     : fmt::format("article {}/{} has {}{}", stored.key, n, fmt::join(there, ", "), count > kNamesShown ? ", ..." : ""));
}

Result<AnyRecord> Archive::record(std::string_view reference) {
  FB_TRY(const std::string id, record_id(reference));
  FB_TRY(const auto place, file_.find_record(id));
  FB_TRY(const auto all, file_.corrections(id));
  const HoldingCorrections corrections(all);
  return RecordLoader(file_, corrections).load(id, *place);
}

}  // namespace fengbiao
