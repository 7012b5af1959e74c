#include "register/entities.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "register/wording.h"

namespace fengbiao {
namespace {

// What makes mentions one entry. Undecided places are told apart from decided ones by the second part.
using Key = std::tuple<std::string, char, std::string>;
Key key_of(const Mention& m) {
  if (!m.id.empty()) return {m.kind, 'i', m.id};
  if (m.candidates.size() > 1 || m.canonical.empty()) return {m.kind, 'u', m.printed};
  return {m.kind, 'n', m.canonical};
}

// Mentions in the order of their telling; those without a date come last.
bool told_before(const Mention& a, const Mention& b) {
  const auto place = [](const Mention& m) { return std::tie(m.date, m.issue, m.article, m.span.begin, m.span.end, m.kind, m.printed); };
  if (a.date.empty() != b.date.empty()) return b.date.empty();
  return place(a) < place(b);
}

}  // namespace

void EntityRegister::add(Mention mention) { mentions_.push_back(std::move(mention)); }

void EntityRegister::close() {
  std::stable_sort(mentions_.begin(), mentions_.end(), told_before);
  entries_.clear();
  std::map<Key, std::size_t> known;
  struct Seen {
    std::set<std::pair<std::string_view, std::uint32_t>> articles;
    std::set<std::string_view> issues;
  };
  std::vector<Seen> seen;
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    const Mention& m = mentions_[i];
    const auto [it, fresh] = known.try_emplace(key_of(m), entries_.size());
    if (fresh) {
      EntityEntry& entry = entries_.emplace_back();
      entry.kind = m.kind;
      entry.id = m.id;
      entry.canonical = m.canonical.empty() ? m.printed : m.canonical;
      seen.emplace_back();
    }
    EntityEntry& entry = entries_[it->second];
    ++entry.called[m.printed];
    entry.mentions.push_back(i);
    if (entry.code.empty()) entry.code = m.code;
    if (!m.date.empty()) {
      if (entry.first.empty()) entry.first = m.date;
      entry.last = m.date;
    }
    seen[it->second].articles.emplace(m.issue, m.article);
    seen[it->second].issues.insert(m.issue);
  }
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    entries_[i].articles = static_cast<std::uint32_t>(seen[i].articles.size());
    entries_[i].issues = static_cast<std::uint32_t>(seen[i].issues.size());
  }
  std::sort(entries_.begin(), entries_.end(), [](const EntityEntry& a, const EntityEntry& b) {
    return std::tie(b.articles, a.canonical, a.kind, a.id) < std::tie(a.articles, b.canonical, b.kind, b.id);
  });
}

std::vector<const EntityEntry*> EntityRegister::find(std::string_view name) const {
  std::vector<const EntityEntry*> out;
  for (const EntityEntry& e : entries_)
    if (e.id == name || e.code == name || e.canonical == name || e.called.contains(std::string(name))) out.push_back(&e);
  if (name.empty()) out.clear();
  return out;
}

std::vector<std::string> EntityRegister::near(std::string_view name, std::size_t most) const {
  const Nearness wanted(name);
  std::set<std::tuple<std::size_t, std::size_t, std::string>> found;  // distance, place among the entries, name
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::optional<std::pair<std::size_t, std::string>> best;
    const auto consider = [&](const std::string& candidate) {
      if (const auto d = wanted.to(candidate); d && (!best || *d < best->first)) best.emplace(*d, candidate);
    };
    consider(entries_[i].canonical);
    for (const auto& [called, times] : entries_[i].called) consider(called);
    if (best) found.emplace(best->first, i, best->second);
  }
  std::vector<std::string> out;
  for (const auto& [d, i, candidate] : found) {
    if (out.size() == most) break;
    if (std::find(out.begin(), out.end(), candidate) == out.end()) out.push_back(candidate);
  }
  return out;
}

}  // namespace fengbiao
