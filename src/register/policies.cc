#include "register/policies.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "register/period.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

constexpr int kEdition = 200;  // days of issue or effect that lie further apart are those of two editions

auto telling(const ReportedPolicy& r) {
  const Policy& p = r.policy;
  return std::tuple(r.origin.date.empty(), std::tie(r.origin.date, r.origin.issue, r.origin.article, p.span.begin, p.span.end, p.id),
                    std::tie(r.origin.file, r.origin.article_id, r.origin.title, r.origin.section, r.origin.sources),
                    std::tie(p.name, p.number, p.issued, p.effective, p.until, p.comments_until, p.status, p.kind, p.quote, p.sure));
}

std::string issuer_key(const PolicyIssuer& issuer) { return issuer.id.empty() ? bare_words(issuer.name) : issuer.id; }
std::set<std::string> issuer_keys(const std::vector<PolicyIssuer>& issuers) {
  std::set<std::string> out;
  for (const PolicyIssuer& issuer : issuers) out.insert(issuer_key(issuer));
  return out;
}
bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return b.contains(key); });
}

// Numbers 0.. put together by `join`; the smallest of each group stands for it.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a), b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// The day that tells editions apart: of issue, else of effect; empty where neither is told.
const std::string& own_day(const Policy& p) { return p.issued.empty() ? p.effective : p.issued; }

// From the first day of one day or month to that of another; 0 where one is none.
int days_apart(std::string_view from, std::string_view to) {
  const SeriesPeriod a = series_period(from), b = series_period(to);
  return a.frequency == Frequency::none || b.frequency == Frequency::none ? 0 : b.first_day - a.first_day;
}

class Gatherer {
 public:
  Gatherer(const PolicyNames& names, const std::vector<ReportedPolicy>& all) : names_(names), all_(all) {}

  std::vector<PolicyEntry> run() {
    // Reports of one key, drafts apart; what has no name stays with its article or its number.
    std::map<std::string, std::vector<std::uint32_t>> same;
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      const Policy& p = all_[i].policy;
      keys_.push_back(names_.key(p.name));
      PolicyKey& key = keys_.back();
      key.draft |= p.status == PolicyStatus::draft;
      std::string id = key.core;
      if (key.bare) id += p.number.empty() ? "@" + all_[i].origin.article_id : " " + bare_words(p.number);
      if (key.draft) id += "?";
      same[id].push_back(i);
    }
    for (const auto& [id, reports] : same) {
      std::vector<std::vector<std::uint32_t>> documents = tell_apart(reports);
      for (std::size_t n = 0; n < documents.size(); ++n)
        out_.push_back(entry(id + (n > 0 ? "#" + std::to_string(n + 1) : ""), documents[n]));
    }
    std::sort(out_.begin(), out_.end(), [](const PolicyEntry& a, const PolicyEntry& b) {
      return std::tuple(a.first_told.empty(), std::tie(a.first_told, a.id)) <
             std::tuple(b.first_told.empty(), std::tie(b.first_told, b.id));
    });
    link();
    return std::move(out_);
  }

 private:
  // Other issuers, other years in brackets, or days far apart are other documents.
  std::vector<std::vector<std::uint32_t>> tell_apart(const std::vector<std::uint32_t>& reports) const {
    std::vector<std::vector<std::uint32_t>> out;
    for (const auto& by_issuer : by_issuers(reports))
      for (const auto& by_part : by_parts(by_issuer))
        for (auto& edition : by_days(by_part)) out.push_back(std::move(edition));
    std::sort(out.begin(), out.end());
    return out;
  }

  // Those whose issuers meet; those that name none go to the one document there is, else stay together.
  std::vector<std::vector<std::uint32_t>> by_issuers(const std::vector<std::uint32_t>& reports) const {
    Groups groups(reports.size());
    std::vector<std::set<std::string>> issuers;
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      issuers.push_back(issuer_keys(all_[reports[i]].policy.issuers));
      for (const std::string& key : issuers.back()) groups.join(i, first.emplace(key, i).first->second);
    }
    return collected(reports, groups, [&](std::size_t i) { return issuers[i].empty(); });
  }

  std::vector<std::vector<std::uint32_t>> by_parts(const std::vector<std::uint32_t>& reports) const {
    Groups groups(reports.size());
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < reports.size(); ++i)
      if (const std::string& parts = keys_[reports[i]].parts; !parts.empty()) groups.join(i, first.emplace(parts, i).first->second);
    return collected(reports, groups, [&](std::size_t i) { return keys_[reports[i]].parts.empty(); });
  }

  // Cuts where the days of the documents lie far apart; reports without one go where their day of telling is nearest.
  std::vector<std::vector<std::uint32_t>> by_days(const std::vector<std::uint32_t>& reports) const {
    std::vector<std::uint32_t> dated;
    for (const std::uint32_t i : reports)
      if (!own_day(all_[i].policy).empty()) dated.push_back(i);
    std::sort(dated.begin(), dated.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(own_day(all_[a].policy), a) < std::tie(own_day(all_[b].policy), b);
    });
    std::vector<std::vector<std::uint32_t>> out;
    for (const std::uint32_t i : dated) {
      if (out.empty() || days_apart(own_day(all_[out.back().back()].policy), own_day(all_[i].policy)) > kEdition) out.emplace_back();
      out.back().push_back(i);
    }
    if (out.empty()) return {reports};
    for (const std::uint32_t i : reports) {
      if (!own_day(all_[i].policy).empty()) continue;
      const auto far = [&](const std::vector<std::uint32_t>& edition) {
        return std::abs(days_apart(own_day(all_[edition.front()].policy), all_[i].origin.date));
      };
      std::min_element(out.begin(), out.end(), [&](const auto& a, const auto& b) { return far(a) < far(b); })->push_back(i);
    }
    for (auto& edition : out) std::sort(edition.begin(), edition.end());
    return out;
  }

  template <class IsOpen>
  static std::vector<std::vector<std::uint32_t>> collected(const std::vector<std::uint32_t>& reports, Groups& groups, IsOpen&& is_open) {
    std::map<std::size_t, std::vector<std::uint32_t>> found;
    std::vector<std::uint32_t> open;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (is_open(i)) open.push_back(reports[i]);
      else found[groups.of(i)].push_back(reports[i]);
    }
    std::vector<std::vector<std::uint32_t>> out;
    for (auto& [first, list] : found) out.push_back(std::move(list));
    if (out.size() == 1) {
      out.front().insert(out.front().end(), open.begin(), open.end());
      std::sort(out.front().begin(), out.front().end());
    } else if (!open.empty()) {
      out.push_back(std::move(open));
    }
    return out;
  }

  PolicyEntry entry(std::string id, const std::vector<std::uint32_t>& reports) const {
    PolicyEntry e;
    e.id = std::move(id);
    e.reports = reports;
    e.draft = keys_[reports.front()].draft;
    for (const std::uint32_t i : reports) {
      const ReportedPolicy& r = all_[i];
      const Policy& p = r.policy;
      ++e.called[p.name];
      if (p.name.size() > e.name.size()) e.name = p.name;
      if (!r.origin.date.empty()) {
        if (e.first_told.empty()) e.first_told = r.origin.date;
        e.last_told = r.origin.date;
      }
      put(e.kind, "kind", std::string(name_of(p.kind)), i, same);
      put(e.number, "number", p.number, i,
          [](const std::string& a, const std::string& b) { return bare_words(a) == bare_words(b) ? Relation::same : Relation::differ; });
      put(e.issued, "issued", p.issued, i, relation_of_days);
      put(e.effective, "effective", p.effective, i, relation_of_days);
      put(e.until, "until", p.until, i, relation_of_days);
      put(e.comments_until, "comments_until", p.comments_until, i, relation_of_days);
      put_issuers(e.issuers, i);
      for (const PolicyChange& change : p.changes) put_link(e, change, i);
    }
    return e;
  }

  enum class Relation { same, less, more, differ };
  static Relation same(const std::string& a, const std::string& b) { return a == b ? Relation::same : Relation::differ; }
  // A month and a day of it.
  static Relation relation_of_days(const std::string& known, const std::string& told) {
    if (known == told) return Relation::same;
    if (known.starts_with(told)) return Relation::less;
    return told.starts_with(known) ? Relation::more : Relation::differ;
  }

  [[nodiscard]] bool is_sure(std::uint32_t report, std::string_view field) const {
    const ReportedPolicy& r = all_[report];
    return r.policy.sure ||
           std::any_of(r.corrections.begin(), r.corrections.end(), [&](const Correction& c) { return c.field == field && c.holds(); });
  }

  template <class Relate>
  void put(PolicyValues& field, std::string_view name, const std::string& value, std::uint32_t report, Relate&& relate) const {
    if (value.empty()) return;
    for (PolicyValue& known : field.values) {
      const Relation relation = relate(known.value, value);
      if (relation == Relation::differ) continue;
      if (relation == Relation::more) known.value = value;
      known.reports.push_back(report);
      known.sure |= is_sure(report, name);
      return;
    }
    field.values.push_back({value, {}, {report}, is_sure(report, name)});
  }

  void put_issuers(PolicyValues& field, std::uint32_t report) const {
    const std::vector<PolicyIssuer>& told = all_[report].policy.issuers;
    if (told.empty()) return;
    const std::set<std::string> keys = issuer_keys(told);
    std::string joined;
    for (const PolicyIssuer& issuer : told) joined += (joined.empty() ? "" : "; ") + issuer.name;
    for (PolicyValue& known : field.values) {
      const std::set<std::string> others = issuer_keys(known.issuers);
      const bool less = std::includes(others.begin(), others.end(), keys.begin(), keys.end());
      const bool more = std::includes(keys.begin(), keys.end(), others.begin(), others.end());
      if (!less && !more) continue;
      if (!less) known.value = joined, known.issuers = told;
      known.reports.push_back(report);
      known.sure |= is_sure(report, "issuers");
      return;
    }
    field.values.push_back({joined, told, {report}, is_sure(report, "issuers")});
  }

  static void put_link(PolicyEntry& e, const PolicyChange& change, std::uint32_t report) {
    for (PolicyLink& link : e.links)
      if (link.what == change.what && bare_words(link.name) == bare_words(change.name)) return link.reports.push_back(report);
    e.links.push_back({change.what, change.name, kNoEntry, {report}});
  }

  // Drafts to what became of them, changes to what they change.
  void link() {
    std::map<std::string, std::vector<std::uint32_t>> finals;
    for (std::uint32_t i = 0; i < out_.size(); ++i)
      if (const PolicyKey key = names_.key(out_[i].name); !out_[i].draft && !key.bare) finals[key.core].push_back(i);
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      if (out_[i].draft) {
        const PolicyKey key = names_.key(out_[i].name);
        if (const auto there = finals.find(key.core); there != finals.end() && !key.bare) link_draft(i, there->second);
      }
      for (PolicyLink& link : out_[i].links) {
        const auto there = finals.find(names_.key(link.name).core);
        if (there == finals.end()) continue;
        // The edition told last that is not the document itself.
        for (const std::uint32_t f : there->second)
          if (f != i && (link.entry == kNoEntry || out_[link.entry].first_told <= out_[f].first_told)) link.entry = f;
        if (link.entry == kNoEntry) continue;
        std::vector<std::uint32_t>& changed = out_[link.entry].changed_by;
        if (std::find(changed.begin(), changed.end(), i) == changed.end()) changed.push_back(i);
      }
    }
  }

  // The first document of this name told after the draft, by issuers that meet where both are told.
  void link_draft(std::uint32_t draft, const std::vector<std::uint32_t>& finals) {
    const auto issuers = [&](std::uint32_t e) {
      std::set<std::string> out;
      for (const PolicyValue& v : out_[e].issuers.values) out.merge(issuer_keys(v.issuers));
      return out;
    };
    const std::set<std::string> own = issuers(draft);
    for (const std::uint32_t f : finals) {
      const std::set<std::string> others = issuers(f);
      if (!own.empty() && !others.empty() && !meet(own, others)) continue;
      if (out_[f].last_told < out_[draft].first_told) continue;
      out_[draft].final_entry = f;
      out_[f].drafts.push_back(draft);
      return;
    }
  }

  const PolicyNames& names_;
  const std::vector<ReportedPolicy>& all_;
  std::vector<PolicyKey> keys_;
  std::vector<PolicyEntry> out_;
};

}  // namespace

bool PolicyEntry::conflict() const {
  return kind.conflict() || issuers.conflict() || number.conflict() || issued.conflict() || effective.conflict() || until.conflict() ||
         comments_until.conflict();
}

void PolicyRegister::add(ReportedPolicy reported) { policies_.push_back(std::move(reported)); }

void PolicyRegister::close() {
  std::sort(policies_.begin(), policies_.end(), [](const ReportedPolicy& a, const ReportedPolicy& b) { return telling(a) < telling(b); });
  entries_ = Gatherer(names_, policies_).run();
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    keys_.push_back(names_.key(entries_[i].name));
    by_core_.emplace(keys_[i].core, i);
    for (const PolicyValue& number : entries_[i].number.values) by_number_.emplace(bare_words(number.value), i);
  }
}

std::vector<const PolicyEntry*> PolicyRegister::find(std::string_view name) const {
  std::vector<const PolicyEntry*> out;
  const PolicyKey key = names_.key(name);
  for (std::uint32_t i = 0; i < entries_.size(); ++i)
    if (entries_[i].id == name || (keys_[i].core == key.core && (!key.draft || entries_[i].draft))) out.push_back(&entries_[i]);
  return out;
}

std::vector<const PolicyEntry*> PolicyRegister::cited(const PolicyCitation& citation) const {
  const PolicyKey key = names_.key(citation.title);
  const std::string number = bare_words(citation.number);
  const auto among = [&](const auto& index, const std::string& wanted) {
    std::vector<const PolicyEntry*> out;
    const auto [begin, end] = index.equal_range(wanted);
    for (auto it = begin; it != end; ++it) out.push_back(&entries_[it->second]);
    return out;
  };
  std::vector<const PolicyEntry*> found = among(by_core_, key.core);
  std::erase_if(found, [&](const PolicyEntry* e) { return e->draft != key.draft; });
  if (found.empty() && !number.empty()) return among(by_number_, number);
  const auto narrow = [&](const PolicyValues PolicyEntry::*field, const auto& fits) {
    std::vector<const PolicyEntry*> those;
    for (const PolicyEntry* e : found)
      if (std::ranges::any_of((e->*field).values, fits)) those.push_back(e);
    if (!those.empty()) found = std::move(those);
    return found.size() == 1;
  };
  // 2023年第4号 is told of 财政部公告2023年第4号; a month is told of a day.
  if (found.size() > 1 && !number.empty() &&
      narrow(&PolicyEntry::number, [&](const PolicyValue& v) { return number.ends_with(bare_words(v.value)); }))
    return found;
  if (found.size() > 1 && !citation.issued.empty())
    narrow(&PolicyEntry::issued, [&](const PolicyValue& v) { return citation.issued.starts_with(v.value); });
  return found;
}

std::vector<std::string> PolicyRegister::near(std::string_view name, std::size_t most) const {
  const Nearness nearness(names_.key(name).core);
  std::set<std::pair<std::size_t, std::string>> found;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (const auto distance = nearness.to(keys_[i].core)) found.emplace(*distance, entries_[i].name);
  std::vector<std::string> out;
  for (const auto& [distance, close] : found) {
    if (out.size() == most) break;
    if (std::find(out.begin(), out.end(), close) == out.end()) out.push_back(close);
  }
  return out;
}

std::vector<std::string> PolicyRegister::issuer_ids(std::string_view name) const {
  const std::string wanted = bare_words(name);
  std::set<std::string> out;
  for (const ReportedPolicy& r : policies_)
    for (const PolicyIssuer& issuer : r.policy.issuers)
      if (issuer.id == name || bare_words(issuer.name) == wanted) out.insert(issuer_key(issuer));
  return {out.begin(), out.end()};
}

}  // namespace fengbiao
