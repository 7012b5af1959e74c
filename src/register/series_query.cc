#include "register/series_query.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "register/wording.h"
#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::size_t kShortestCore = 2;      // characters that a shared core must have
constexpr std::size_t kMatchesCompared = 20;  // of more matches, only the words asked for are compared

// Words parted by blanks of any kind, as bare words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  const auto take = [&](std::size_t end) {
    if (std::string word = bare_words(text.substr(from, end - from)); !word.empty()) out.push_back(std::move(word));
  };
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (bare_words(text.substr(i, d.size)).empty()) {
      take(i);
      from = i + d.size;
    }
    i += d.size;
  }
  take(text.size());
  return out;
}

// Everything the series is called, as bare words.
std::vector<std::string> names_of(const SeriesRegister& all, const Series& series) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view name) {
    if (std::string bare_name = bare_words(name); !bare_name.empty()) out.push_back(std::move(bare_name));
  };
  add(series.indicator);
  add(series.english);
  for (const auto& [name, times] : series.called) add(name);
  for (const std::string& alias : all.aliases(series)) add(alias);
  return out;
}

}  // namespace

SeriesNames::SeriesNames(const SeriesRegister& all) {
  by_series_.reserve(all.series().size());
  for (const Series& s : all.series()) {
    Of& of = by_series_.emplace_back(Of{names_of(all, s), bare_words(s.area), bare_words(s.entity), bare_words(s.indicator_code), {}});
    if (of.names.empty()) of.all = "\n" + of.area + "\n" + of.entity;
    for (const std::string& name : of.names) {
      of.all.append("\n").append(of.area).append(name);
      if (!of.entity.empty()) of.all.append("\n").append(of.entity).append(name);
    }
    of.all.append("\n").append(of.code);
  }
}

bool SeriesNames::Of::holds(std::string_view word) const { return all.find(word) != all.npos; }

bool SeriesNames::Of::is(std::string_view whole) const {
  const auto behind = [&](std::string_view before, std::string_view name) {
    return before.size() + name.size() == whole.size() && whole.starts_with(before) && whole.ends_with(name);
  };
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return behind({}, name) || (!area.empty() && behind(area, name)) || (!entity.empty() && behind(entity, name));
  });
}

Result<SeriesFinder> SeriesFinder::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("register/series.yaml"));
  FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
  FB_CHECK(root.only_keys({"weak", "area_ends"}));
  SeriesFinder out;
  FB_TRY(const auto lists, root["weak"].items());
  for (const PackNode& list : lists) {
    FB_TRY(const auto words, list.texts());
    for (const std::string& word : words) {
      if (bare_words(word).empty()) return list.complain("a word of nothing but blanks");
      out.weak_.push_back(bare_words(word));
    }
  }
  std::sort(out.weak_.begin(), out.weak_.end(),
            [](const auto& a, const auto& b) { return std::pair(b.size(), a) < std::pair(a.size(), b); });
  FB_TRY(out.area_ends_, root["area_ends"].texts());
  return out;
}

std::string SeriesFinder::core(std::string_view name) const {
  const std::string whole = bare_words(name);
  std::string out;
  for (std::size_t i = 0; i < whole.size();) {
    const std::string_view rest = std::string_view(whole).substr(i);
    const auto weak = std::find_if(weak_.begin(), weak_.end(), [&](const std::string& word) {
      return rest.starts_with(word) && (rest.size() == word.size() || count_code_points(word) > 1);
    });
    const std::size_t size = weak == weak_.end() ? decode(whole, i).size : weak->size();
    if (weak == weak_.end()) out += rest.substr(0, size);
    i += size;
  }
  return out.empty() ? whole : out;
}

bool SeriesFinder::same_area(std::string_view a, std::string_view b) const {
  const auto extends = [&](std::string_view longer, std::string_view shorter) {
    return !shorter.empty() && longer.starts_with(shorter) &&
           std::find(area_ends_.begin(), area_ends_.end(), longer.substr(shorter.size())) != area_ends_.end();
  };
  return a == b || extends(a, b) || extends(b, a);
}

bool SeriesFinder::passes(const Series& s, const SeriesQuery& query) const {
  if (!query.area.empty() && s.area_code != query.area && !same_area(bare_words(s.area), bare_words(query.area))) return false;
  if (!query.entity.empty() && s.entity_id != query.entity && bare_words(s.entity) != bare_words(query.entity)) return false;
  return !query.measure || s.measure == *query.measure;
}

SeriesMatches SeriesFinder::find(const SeriesRegister& all, const SeriesNames& names, const SeriesQuery& query) const {
  SeriesMatches out;
  const std::string whole = bare_words(query.words);
  const std::vector<std::string> words = words_of(query.words);
  std::vector<const Series*> exact, loose;
  for (std::size_t i = 0; i < all.series().size(); ++i) {
    const Series& s = all.series()[i];
    const SeriesNames::Of& of = names.of(i);
    if (words.empty()) loose.push_back(&s);
    else if (s.id == query.words || (!s.indicator_code.empty() && s.indicator_code == query.words) || of.is(whole)) exact.push_back(&s);
    else if (std::ranges::all_of(words, [&](const std::string& word) { return of.holds(word); })) loose.push_back(&s);
  }
  const std::vector<const Series*>& named = exact.empty() ? loose : exact;
  for (const Series* s : named) (passes(*s, query) ? out.matches : out.left_out).push_back(s);
  if (words.empty() || !query.related) return out;

  std::vector<std::set<std::string>> cores(all.series().size());
  for (std::size_t i = 0; i < cores.size(); ++i)
    for (const std::string& name : names.of(i).names) cores[i].insert(core(name));
  std::set<std::string> wanted{core(whole)};
  if (named.size() <= kMatchesCompared)
    for (const Series* s : named)
      for (const std::string& c : cores[static_cast<std::size_t>(s - all.series().data())]) wanted.insert(c);
  const std::set<const Series*> taken(named.begin(), named.end());
  std::vector<const Series*> holding;
  for (std::size_t i = 0; i < cores.size(); ++i) {
    const Series& s = all.series()[i];
    if (taken.contains(&s)) continue;
    // A name that says more than what was asked for is related; one that says less only when it says most of it.
    const auto any = [&](auto&& close) {
      return std::any_of(cores[i].begin(), cores[i].end(), [&](const std::string& own) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& asked_for) { return close(own, asked_for); });
      });
    };
    if (any([](const std::string& own, const std::string& asked_for) { return own == asked_for; })) {
      out.related.push_back(&s);
    } else if (any([](const std::string& own, const std::string& asked_for) {
                 return (count_code_points(asked_for) >= kShortestCore && own.find(asked_for) != own.npos) ||
                        (2 * own.size() > asked_for.size() && count_code_points(own) >= kShortestCore &&
                         asked_for.find(own) != asked_for.npos);
               })) {
      holding.push_back(&s);
    }
  }
  out.related.insert(out.related.end(), holding.begin(), holding.end());
  return out;
}

std::vector<std::string> SeriesFinder::near(const SeriesRegister& all, std::string_view words, std::size_t most) const {
  const Nearness wanted(bare_words(words));
  std::set<std::tuple<std::size_t, std::size_t, std::string>> found;  // distance, place among the series, name
  for (std::size_t i = 0; i < all.series().size(); ++i) {
    const Series& s = all.series()[i];
    std::optional<std::pair<std::size_t, std::string>> best;
    const auto consider = [&](const std::string& name) {
      if (const auto d = wanted.to(bare_words(name)); d && (!best || *d < best->first)) best.emplace(*d, name);
    };
    consider(s.indicator);
    consider(s.indicator_code);
    for (const auto& [name, times] : s.called) consider(name);
    for (const std::string& alias : all.aliases(s)) consider(alias);
    if (best) found.emplace(best->first, i, best->second);
  }
  std::vector<std::string> out;
  for (const auto& [d, i, name] : found) {
    if (out.size() == most) break;
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  }
  return out;
}

}  // namespace fengbiao
