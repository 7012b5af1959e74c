#include "register/policy_standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "register/period.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 6> kStandings{"not yet published", "draft", "published", "in force", "expired", "cannot tell"};
constexpr std::array<std::string_view, 3> kEvents{"takes effect", "expires", "consultation ends"};

// Where a day lies to a day or month that is told.
enum class Side : std::uint8_t { before, on_or_after, unknown };
Side side(std::string_view day, std::string_view told) {
  const SeriesPeriod at = series_period(day), of = series_period(told);
  if (of.frequency != Frequency::day && of.frequency != Frequency::month) return Side::unknown;
  if (at.first_day < of.first_day) return Side::before;
  return of.frequency == Frequency::day || at.first_day >= of.last_day ? Side::on_or_after : Side::unknown;
}
bool is_behind(std::string_view day, std::string_view told) {  // the last day told still counts
  const SeriesPeriod at = series_period(day), of = series_period(told);
  return (of.frequency == Frequency::day || of.frequency == Frequency::month) && at.first_day > of.last_day;
}

// The days of a document as one set of its reports gives them; empty where none does.
struct Told {
  std::string issued, effective, until;
};

struct Answer {
  Standing standing = Standing::cannot_tell;
  std::string why;
  bool by_effective = false, by_until = false, by_issued = false;
};

Answer answer(const PolicyEntry& e, const Told& told, std::string_view day) {
  // Published on the day it was issued; where that is not told, at the latest when it was first told of.
  const std::string& known = told.issued.empty() ? e.first_told : told.issued;
  if (!told.issued.empty()) {
    const Side published = side(day, told.issued);
    if (published == Side::before) return {Standing::not_yet_published, fmt::format("issued on {}", told.issued), false, false, true};
    if (published == Side::unknown)
      return {Standing::cannot_tell, fmt::format("issued in {}, the day is not told", told.issued), false, false, true};
  }
  if (e.draft) {
    if (told.issued.empty() && (known.empty() || day < known))
      return {Standing::cannot_tell, "no report tells when the draft was published"};
    return {Standing::draft, told.issued.empty() ? "a draft when it was told of" : fmt::format("a draft, published on {}", told.issued),
            false, false, !told.issued.empty()};
  }
  if (!told.until.empty() && is_behind(day, told.until)) return {Standing::expired, fmt::format("valid until {}", told.until), false, true};
  if (!told.until.empty() && side(day, told.until) == Side::unknown && told.until.size() == 7)
    return {Standing::cannot_tell, fmt::format("valid until {}, the day is not told", told.until), false, true};
  if (!told.effective.empty()) {
    switch (side(day, told.effective)) {
      case Side::on_or_after: {
        const std::string until = told.until.empty() ? "" : fmt::format(" until {}", told.until);
        return {Standing::in_force, fmt::format("in effect since {}{}", told.effective, until), true, !told.until.empty()};
      }
      case Side::unknown: return {Standing::cannot_tell, fmt::format("takes effect in {}, the day is not told", told.effective), true};
      case Side::before: break;
    }
  }
  if (told.issued.empty() && (known.empty() || day < known))
    return {Standing::cannot_tell,
            known.empty() ? "no report has a day" : fmt::format("first told of on {}; when it was issued is not told", known)};
  if (!told.effective.empty()) return {Standing::published, fmt::format("takes effect on {}", told.effective), true};
  return {Standing::published, "no report tells when it takes effect"};
}

std::vector<std::string> choices(const PolicyValues& field) {
  std::vector<std::string> out;
  for (const PolicyValue& v : field.values) out.push_back(v.value);
  if (out.empty()) out.emplace_back();
  return out;
}

std::string told_by(const PolicyRegister& all, std::uint32_t report) {
  const Origin& o = all.report(report).origin;
  std::string sources;
  for (const std::string& source : o.sources) sources += (sources.empty() ? "" : ", ") + source;
  return fmt::format("told {}by {} ({}/{})", o.date.empty() ? "" : "on " + o.date + " ", sources.empty() ? o.file : sources, o.issue,
                     o.article);
}

void take(const PolicyValue& value, std::vector<std::uint32_t>& out) { out.insert(out.end(), value.reports.begin(), value.reports.end()); }

// All answers that the reports allow, the conflicting ones too.
std::vector<Answer> answers(const PolicyEntry& e, std::string_view day) {
  std::vector<Answer> out;
  for (const std::string& issued : choices(e.issued))
    for (const std::string& effective : choices(e.effective))
      for (const std::string& until : choices(e.until)) out.push_back(answer(e, {issued, effective, until}, day));
  return out;
}

// What a document's own reports say.
PolicyStanding own_standing(const PolicyRegister& all, const PolicyEntry& entry, std::string_view day) {
  PolicyStanding out;
  const std::vector<Answer> found = answers(entry, day);
  const Answer& first = found.front();
  if (std::any_of(found.begin(), found.end(), [&](const Answer& a) { return a.standing != first.standing; })) {
    out.reason = "reports differ";
    const auto add = [&](std::string_view name, const PolicyValues& field) {
      if (!field.conflict()) return;
      out.reason += fmt::format("; {}", name);
      for (const PolicyValue& v : field.values) {
        out.reason += fmt::format(" {} ({})", v.value, told_by(all, v.reports.front()));
        take(v, out.reports);
      }
    };
    add("issued", entry.issued);
    add("effective", entry.effective);
    add("until", entry.until);
    return out;
  }
  out.standing = first.standing;
  out.reason = first.why;
  const auto rests_on = [&](bool counts, const PolicyValues& field) {
    if (counts)
      for (const PolicyValue& v : field.values) take(v, out.reports);
  };
  rests_on(first.by_issued, entry.issued);
  rests_on(first.by_effective, entry.effective);
  rests_on(first.by_until, entry.until);
  return out;
}

// What other documents do to it: one that repeals it, or lengthens its time, and holds itself on the day.
void apply_changes(const PolicyRegister& all, const PolicyEntry& entry, std::string_view day, PolicyStanding& out) {
  const auto self = static_cast<std::uint32_t>(&entry - all.entries().data());
  for (const std::uint32_t other : entry.changed_by) {
    const PolicyEntry& by = all.entries()[other];
    const Standing standing = own_standing(all, by, day).standing;
    if (standing != Standing::in_force && (standing != Standing::published || by.effective.told())) continue;
    for (const PolicyLink& link : by.links) {
      if (link.entry != self) continue;
      if (link.what == PolicyChange::What::repeals && out.standing != Standing::not_yet_published)
        out = {Standing::expired, "repealed by " + by.name, link.reports};
      if (link.what != PolicyChange::What::extends || out.standing != Standing::expired || by.until.values.size() != 1) continue;
      const std::string& until = by.until.values.front().value;
      if (!is_behind(day, until)) out = {Standing::in_force, fmt::format("extended until {} by {}", until, by.name), link.reports};
    }
  }
}

}  // namespace

std::string_view name_of(Standing standing) { return kStandings[static_cast<std::size_t>(standing)]; }
std::optional<Standing> standing_named(std::string_view name) {
  const auto it = std::find(kStandings.begin(), kStandings.end(), name);
  return it == kStandings.end() ? std::nullopt : std::optional(static_cast<Standing>(it - kStandings.begin()));
}
std::string_view name_of(PolicyEvent::What what) { return kEvents[static_cast<std::size_t>(what)]; }

PolicyStanding status_on(const PolicyRegister& all, const PolicyEntry& entry, std::string_view day) {
  if (series_period(day).frequency != Frequency::day) return {Standing::cannot_tell, fmt::format("\"{}\" is no day", day), {}};
  PolicyStanding out = own_standing(all, entry, day);
  apply_changes(all, entry, day, out);
  if (out.standing == Standing::draft && entry.final_entry != kNoEntry) {
    const PolicyEntry& became = all.entries()[entry.final_entry];
    const std::string& since = became.issued.values.size() == 1 ? became.issued.values.front().value : became.first_told;
    if (!since.empty() && side(day, since) == Side::on_or_after) out.reason += fmt::format("; published as {} ({})", became.name, since);
  }
  if (out.reports.empty()) out.reports.push_back(entry.reports.front());
  std::sort(out.reports.begin(), out.reports.end());
  out.reports.erase(std::unique(out.reports.begin(), out.reports.end()), out.reports.end());
  const bool differ = out.standing == Standing::cannot_tell && out.reports.size() > 1;
  if (!differ) out.reason += "; " + told_by(all, out.reports.front());
  return out;
}

std::vector<PolicyEvent> upcoming(const PolicyRegister& all, std::string_view after) {
  std::vector<PolicyEvent> out;
  const SeriesPeriod since = series_period(after);
  if (since.frequency != Frequency::day) return out;
  for (std::uint32_t i = 0; i < all.entries().size(); ++i) {
    const PolicyEntry& e = all.entries()[i];
    const auto add = [&](PolicyEvent::What what, const PolicyValues& field) {
      for (const PolicyValue& v : field.values)
        if (const SeriesPeriod at = series_period(v.value);
            (at.frequency == Frequency::day || at.frequency == Frequency::month) && at.last_day > since.last_day)
          out.push_back({what, v.value, i, field.conflict(), v.reports});
    };
    add(PolicyEvent::What::takes_effect, e.effective);
    add(PolicyEvent::What::expires, e.until);
    if (e.draft) add(PolicyEvent::What::consultation_ends, e.comments_until);
  }
  std::stable_sort(out.begin(), out.end(), [](const PolicyEvent& a, const PolicyEvent& b) {
    return std::tie(a.day, a.entry, a.what) < std::tie(b.day, b.entry, b.what);
  });
  return out;
}

std::vector<std::uint32_t> filtered(const PolicyRegister& all, const PolicyQuery& query) {
  const std::string topic = bare_words(query.topic);
  const std::vector<std::string> ids = query.issuer.empty() ? std::vector<std::string>() : all.issuer_ids(query.issuer);
  const std::set<std::string> wanted(ids.begin(), ids.end());
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < all.entries().size(); ++i) {
    const PolicyEntry& e = all.entries()[i];
    const bool on_topic = topic.empty() || bare_words(e.name).find(topic) != std::string::npos ||
                          std::any_of(e.reports.begin(), e.reports.end(), [&](std::uint32_t r) {
                            return bare_words(all.report(r).policy.name).find(topic) != std::string::npos ||
                                   bare_words(all.report(r).origin.title).find(topic) != std::string::npos;
                          });
    const bool by_them = query.issuer.empty() || std::any_of(e.issuers.values.begin(), e.issuers.values.end(), [&](const PolicyValue& v) {
                           return std::any_of(v.issuers.begin(), v.issuers.end(), [&](const PolicyIssuer& issuer) {
                             return wanted.contains(issuer.id.empty() ? bare_words(issuer.name) : issuer.id);
                           });
                         });
    const bool of_kind = !query.kind || std::any_of(e.kind.values.begin(), e.kind.values.end(),
                                                    [&](const PolicyValue& v) { return v.value == name_of(*query.kind); });
    if (!on_topic || !by_them || !of_kind) continue;
    if (query.standing && status_on(all, e, query.day).standing != *query.standing) continue;
    out.push_back(i);
  }
  return out;
}

}  // namespace fengbiao
