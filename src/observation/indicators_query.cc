// What a person asks for: indicators by an id, a name, a part of one or English words, and those that are near to what was typed.
#include <fmt/format.h>
#include <algorithm>

#include "base/code_points.h"
#include "observation/indicators.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) out.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

struct Ranked {
  std::size_t score = 0, length = 0;
  std::uint32_t indicator = 0;
  bool operator<(const Ranked& other) const {
    return std::tie(score, length, indicator) < std::tie(other.score, other.length, other.indicator);
  }
};

}  // namespace

std::vector<const Indicator*> Indicators::query(std::string_view words, std::size_t most) const {
  const std::string asked = small(folded(words));
  if (const Indicator* const exact = by_id(asked)) return {exact};
  std::string form;
  forms_.normal(asked, form);
  const std::vector<std::string> parts = split(asked);
  std::vector<Ranked> ranked;
  if (form.empty()) return {};
  constexpr std::size_t kNone = 9;
  std::vector<Ranked> best(all_.size(), Ranked{kNone, 0, 0});
  const std::string_view core = forms_.core(form).text;
  for (const Named& name : names_) {
    std::size_t score = kNone;
    if (name.form == form) score = 0;
    else if (forms_.core(name.form).text == core) score = 1;
    else if (name.form.starts_with(form)) score = 2;
    else if (name.form.find(form) != std::string::npos) score = 3;
    else if (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
               std::string one;
               forms_.normal(part, one);
               return name.form.find(one) != std::string::npos;
             }))
      score = 4;
    best[name.indicator] = std::min(best[name.indicator], Ranked{score, name.form.size(), name.indicator});
  }
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const std::string english = small(all_[i].english) + " " + all_[i].id;
    if (best[i].score == kNone && !parts.empty() &&
        std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return english.find(part) != std::string::npos; }))
      best[i] = {5, english.size(), i};
    if (best[i].score != kNone) ranked.push_back(best[i]);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<const Indicator*> out;
  for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) out.push_back(&all_[ranked[i].indicator]);
  return out;
}

std::vector<const Indicator*> Indicators::near(std::string_view words, std::size_t most) const {
  const std::string asked = small(folded(words));
  std::string form;
  forms_.normal(asked, form);
  const std::u32string by_name = code_points(form), by_id = code_points(asked);
  std::vector<Ranked> best(all_.size(), Ranked{SIZE_MAX, 0, 0});
  const auto consider = [&](const std::u32string& mine, std::string_view known, std::uint32_t indicator) {
    const std::u32string other = code_points(known);
    const std::size_t limit = std::max<std::size_t>(1, mine.size() / 3);
    const std::size_t d = edit_distance(mine, other, limit);
    if (d <= limit && d < mine.size()) best[indicator] = std::min(best[indicator], Ranked{d, other.size(), indicator});
  };
  for (const Named& name : names_) consider(by_name, name.form, name.indicator);
  for (std::uint32_t i = 0; i < all_.size(); ++i) consider(by_id, all_[i].id, i);
  std::erase_if(best, [](const Ranked& r) { return r.score == SIZE_MAX; });
  std::sort(best.begin(), best.end());
  std::vector<const Indicator*> out;
  for (std::size_t i = 0; i < std::min(most, best.size()); ++i) out.push_back(&all_[best[i].indicator]);
  return out;
}

std::string Indicators::ids_near(std::string_view id) const {
  const auto found = near(id, 1);
  return found.empty() ? std::string() : fmt::format("did you mean '{}'?", found.front()->id);
}

}  // namespace fengbiao
