#include "quantity/named_days.h"

#include <charconv>
#include <cmath>
#include <vector>

#include "quantity/calendar.h"
#include "rules/pack.h"

namespace fengbiao {
namespace {

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "05-31"
std::optional<Date> month_and_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = whole_number(text.substr(0, 2)), day = whole_number(text.substr(3));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return Date{0, *month, *day};
}

// "A/B"
template <class Read>
auto two(std::string_view text, Read&& read)
    -> std::optional<std::pair<typename decltype(read(text))::value_type, typename decltype(read(text))::value_type>> {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto first = read(text.substr(0, slash)), second = read(text.substr(slash + 1));
  if (!first || !second) return std::nullopt;
  return std::pair(*first, *second);
}

Result<std::vector<double>> numbers(const PackNode& node, std::size_t count) {
  FB_TRY(const auto items, node.items());
  if (items.size() != count) return node.complain("a number is missing or too many");
  std::vector<double> out;
  for (const PackNode& item : items) {
    FB_TRY(const double value, item.number_or(0));
    out.push_back(value);
  }
  return out;
}

}  // namespace

Result<NamedDays::Entry> NamedDays::entry_of(const PackNode& node) {
  FB_CHECK(node.only_keys({"id", "day", "lunar", "eve", "term", "weekday", "spans", "years"}));
  Entry entry;
  for (const auto& [key, kind] : {std::pair{"day", Entry::Kind::day}, std::pair{"lunar", Entry::Kind::lunar}}) {
    if (node[key].missing()) continue;
    FB_TRY(const std::string text, node[key].text());
    const auto date = month_and_day(text);
    if (!date) return node[key].complain("expected month and day, as 05-31");
    entry.kind = kind;
    entry.month = date->month;
    entry.day = date->day;
  }
  FB_TRY(const bool eve, node["eve"].flag_or(false));
  if (eve) entry.kind = Entry::Kind::eve;
  if (!node["term"].missing()) {
    FB_TRY(const auto n, numbers(node["term"], 3));
    entry.kind = Entry::Kind::term;
    entry.month = static_cast<int>(n[0]);
    entry.twentieth = n[1];
    entry.twenty_first = n[2];
  }
  if (!node["weekday"].missing()) {
    FB_TRY(const auto n, numbers(node["weekday"], 4));
    entry.kind = Entry::Kind::weekday;
    entry.month = static_cast<int>(n[0]);
    entry.nth = static_cast<int>(n[1]);
    entry.weekday = static_cast<int>(n[2]);
    entry.behind = static_cast<int>(n[3]);
  }
  const auto by_year = [](const PackNode& map, std::string_view wanted, auto&& read, auto& out) -> Result<void> {
    if (map.missing()) return {};
    FB_TRY(const auto list, map.entries());
    for (const auto& [year, item] : list) {
      FB_TRY(const std::string text, item.text());
      const auto number = whole_number(year);
      const auto value = two(text, read);
      if (!number || !value) return item.complain("expected a year and " + std::string(wanted));
      out.emplace(*number, *value);
    }
    return {};
  };
  FB_CHECK(by_year(node["spans"], "05-31/06-18", month_and_day, entry.spans));
  FB_CHECK(by_year(node["years"], "2022-01-31/2022-02-06", date_from_iso, entry.years));
  return entry;
}

Result<NamedDays> NamedDays::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("units/campaigns.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"words", "days", "plans"}));
  NamedDays out;
  FB_TRY(const auto days, pack["days"].items());
  for (const PackNode& node : days) {
    FB_TRY(const std::string id, node["id"].text());
    FB_TRY(Entry entry, entry_of(node));
    if (!out.days_.emplace(id, std::move(entry)).second) return node.complain("the id " + id + " is there twice");
  }
  FB_TRY(const auto plans, pack["plans"].entries());
  for (const auto& [id, node] : plans) {
    FB_TRY(const std::string text, node.text());
    const auto years = two(text, whole_number);
    if (!years) return node.complain("expected first and last year, as 2021/2025");
    out.plans_.emplace(id, *years);
  }
  FB_TRY(const auto words, pack["words"].items());
  for (const PackNode& group : words) {
    if (!group["list"].items()) {
      FB_TRY(const auto list, group["list"].entries());
      for (const auto& [word, node] : list) {
        FB_TRY(const std::string id, node.text());
        if (!out.knows(id)) return node.complain("nothing below has the id " + id);
      }
    }
  }
  return out;
}

std::optional<Date> NamedDays::day(std::string_view id, int year) const {
  const auto it = days_.find(id);
  if (it == days_.end() || year < 1 || year > 9998) return std::nullopt;
  const Entry& e = it->second;
  switch (e.kind) {
    case Entry::Kind::none: return std::nullopt;
    case Entry::Kind::day: return is_real_date(year, e.month, e.day) ? std::optional(Date{year, e.month, e.day}) : std::nullopt;
    case Entry::Kind::lunar: return lunar_day(year, e.month, e.day);
    case Entry::Kind::eve: return lunar_new_years_eve(year - 1);
    case Entry::Kind::term: {
      if (year < 1901 || year > 2099) return std::nullopt;
      const int y = year % 100;
      const double c = year < 2001 ? e.twentieth : e.twenty_first;
      return Date{year, e.month, static_cast<int>(std::floor(y * 0.2422 + c)) - y / 4};
    }
    case Entry::Kind::weekday: {
      const Date first{year, e.month, 1};
      return plus_days(first, (e.weekday - weekday(first) + 7) % 7 + (e.nth - 1) * 7 + e.behind);
    }
  }
  return std::nullopt;
}

std::optional<NamedDays::Days> NamedDays::whole(std::string_view id, int year) const {
  const auto it = days_.find(id);
  if (it == days_.end() || year < 1 || year > 9998) return std::nullopt;
  const Entry& e = it->second;
  if (const auto own = e.years.find(year); own != e.years.end()) return own->second;
  if (auto since = e.spans.upper_bound(year); since != e.spans.begin()) {
    const auto& [from, to] = (--since)->second;
    return Days{{year, from.month, from.day}, {year, to.month, to.day}};
  }
  if (!e.years.empty() || !e.spans.empty()) return std::nullopt;
  const auto one = day(id, year);
  return one ? std::optional(Days{*one, *one}) : std::nullopt;
}

std::optional<std::pair<int, int>> NamedDays::plan(std::string_view id) const {
  const auto it = plans_.find(id);
  return it == plans_.end() ? std::nullopt : std::optional(it->second);
}

bool NamedDays::knows(std::string_view id) const { return days_.contains(id) || plans_.contains(id); }

}  // namespace fengbiao
