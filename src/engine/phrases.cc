#include "engine/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 9> kLists{"texts", "checks", "comply", "search", "bounds", "measures", "bases", "frequencies", "units"};
constexpr std::string_view kFile = "publish/phrases.yaml";

std::string replaced(std::string text, std::string_view name, std::string_view value) {
  const std::string mark = fmt::format("{{{}}}", name);
  for (std::size_t at = 0; (at = text.find(mark, at)) != text.npos; at += value.size()) text.replace(at, mark.size(), value);
  return text;
}

}  // namespace

Phrase Phrase::with(std::string_view name, std::string_view text) const { return {replaced(zh, name, text), replaced(en, name, text)}; }

Result<Phrases> Phrases::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
  FB_CHECK(root.only_keys({"texts", "checks", "comply", "search", "bounds", "measures", "bases", "frequencies", "units", "periods", "scales"}));
  Phrases out;
  for (const std::string_view name : kLists) {
    FB_TRY(const auto entries, root[name].entries());
    auto& list = out.lists_[std::string(name)];
    for (const auto& [key, node] : entries) {
      FB_CHECK(node.only_keys({"zh", "en"}));
      FB_TRY(list[key].zh, node["zh"].text());
      FB_TRY(list[key].en, node["en"].text());
    }
  }
  FB_TRY(const auto periods, root["periods"].entries());
  for (const auto& [key, node] : periods) {
    FB_TRY(out.periods_[key], node.texts());
    if (out.periods_[key].empty()) return node.complain("expected at least one form");
  }
  FB_TRY(const auto scales, root["scales"].items());
  for (const PackNode& node : scales) {
    FB_CHECK(node.only_keys({"worth", "zh", "en"}));
    Scale scale;
    FB_TRY(scale.worth, node["worth"].number_or(0));
    if (!(scale.worth > 1)) return node.complain("worth: expected a number above 1");
    FB_TRY(scale.zh, node["zh"].text());
    FB_TRY(scale.en, node["en"].text());
    out.scales_.push_back(std::move(scale));
  }
  std::stable_sort(out.scales_.begin(), out.scales_.end(), [](const Scale& a, const Scale& b) { return a.worth > b.worth; });
  return out;
}

Result<Phrases> Phrases::built_in() { return load(DataSet::built_in()); }

Phrase Phrases::in(std::string_view list, std::string_view key) const {
  if (const auto l = lists_.find(list); l != lists_.end())
    if (const auto it = l->second.find(key); it != l->second.end()) return it->second;
  return {std::string(key), std::string(key)};
}

std::vector<std::pair<std::string_view, Phrase>> Phrases::list(std::string_view name) const {
  std::vector<std::pair<std::string_view, Phrase>> out;
  if (const auto l = lists_.find(name); l != lists_.end())
    for (const auto& [key, phrase] : l->second) out.emplace_back(key, phrase);
  return out;
}

Phrase Phrases::basis(std::string_view basis) const {
  if (basis.empty()) return {};
  const std::size_t colon = basis.find(':');
  if (colon == basis.npos) return in("bases", basis);
  return in("bases", basis.substr(0, colon)).with("when", basis.substr(colon + 1));
}

const Scale* Phrases::scale(double value) const {
  const auto it = std::find_if(scales_.begin(), scales_.end(), [&](const Scale& s) { return std::abs(value) >= s.worth; });
  return it == scales_.end() ? nullptr : &*it;
}

PeriodLabel Phrases::label(const SeriesPeriod& period) const {
  const auto form = [&](std::string_view key, std::size_t n) {
    const auto it = periods_.find(key);
    return it == periods_.end() ? std::string("{year}") : it->second[std::min(n, it->second.size() - 1)];
  };
  const CalendarDay to = calendar_day(period.last_day);
  const auto filled = [&](std::string text) {
    text = replaced(std::move(text), "year", fmt::format("{}", to.year));
    text = replaced(std::move(text), "month", fmt::format("{}", to.month));
    return replaced(std::move(text), "day", fmt::format("{}", to.day));
  };
  const std::string_view key = name_of(period.frequency);
  const std::string year = filled(form("year", 0));
  switch (period.frequency) {
    case Frequency::none: return {period.name, ""};
    case Frequency::year: return {filled(form(key, 0)), ""};
    case Frequency::half: return {filled(form(key, static_cast<std::size_t>((to.month - 1) / 6))), year};
    case Frequency::quarter: return {filled(form(key, static_cast<std::size_t>((to.month - 1) / 3))), year};
    case Frequency::week: {
      const SeriesPeriod::Week week = period.week();
      return {replaced(form(key, 0), "week", fmt::format("{}", week.number)),
              replaced(form("year", 0), "year", fmt::format("{}", week.year))};
    }
    case Frequency::stock: return {filled(form(key, period.name.size() > 8 ? 1 : 0)), year};
    case Frequency::range: {
      const std::size_t bar = period.name.find('/');
      const auto ends = [&](std::string text) {
        return replaced(replaced(std::move(text), "from", period.name.substr(0, bar)), "to", period.name.substr(bar + 1));
      };
      return {ends(form(key, 0)), ends(form(key, 1))};
    }
    default: return {filled(form(key, 0)), year};
  }
}

}  // namespace fengbiao
