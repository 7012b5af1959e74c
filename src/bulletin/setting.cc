#include "bulletin/setting.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fengbiao {
namespace {

constexpr float kWidestLine = 60;  // em of a line that may be whole although no sentence ends there: a headline, a table's head

bool marked_by_format(const Ink& ink) { return ink.role != LineRole::plain && ink.role != LineRole::page_furniture; }

double within(const std::vector<float>& sorted, float low, float high) {
  return static_cast<double>(std::upper_bound(sorted.begin(), sorted.end(), high) - std::lower_bound(sorted.begin(), sorted.end(), low));
}

// The width that most lines fill: many lines just below it, hardly any beyond; or some, if they break off mid-sentence there.
bool find_measure(const std::vector<Ink>& inks, const std::vector<bool>& is_text, float& measure) {
  std::vector<float> widths, cut_widths;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    const float width = inks[i].indent + inks[i].width - (inks[i].hangs ? 1 : 0);
    if (!is_text[i] || width < 8) continue;
    widths.push_back(width);
    if (!inks[i].ended) cut_widths.push_back(width);
  }
  if (widths.size() < 4) return false;
  std::sort(widths.begin(), widths.end());
  std::sort(cut_widths.begin(), cut_widths.end());
  const auto all = static_cast<double>(widths.size());
  double best = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float w = widths[i];
    if (i + 1 < widths.size() && widths[i + 1] == w) continue;
    const double filled = within(widths, w - 2.5f, w), beyond = within(widths, w + 1.0f, 1e9f);
    if (filled > best && beyond <= 0.04 * all) {
      best = filled;
      measure = w;
    }
  }
  // A mark or two set closer than usual must not stretch it.
  for (std::size_t i = widths.size(); i-- > 0;)
    if (widths[i] <= measure && within(widths, widths[i] - 0.3f, widths[i]) >= 0.1 * best) {
      measure = widths[i];
      break;
    }
  return best >= 0.3 * all || within(cut_widths, measure - 2.5f, measure) >= std::max(4.0, 0.12 * all);
}

// In a text of one line a paragraph, pages still cut some: their widths betray the measure of the printed page, whose first
// line is two em shorter.
float measure_from_cuts(const std::vector<Ink>& inks, const std::vector<bool>& is_text) {
  std::vector<float> cuts;
  for (std::size_t i = 0; i < inks.size(); ++i)
    if (is_text[i] && !inks[i].ended && inks[i].width >= 30 && (inks[i].stop_inside || inks[i].comma)) cuts.push_back(inks[i].width + 2);
  if (cuts.size() < 3) return 40;
  float best = 40, least = 1e9f;
  for (float m = 28; m <= 46; m += 0.5f) {
    float sum = 0;
    for (const float cut : cuts) {
      const float rest = std::fmod(cut, m);
      sum += std::min({rest, m - rest, 3.0f});
    }
    sum += std::fabs(m - 40) * 0.01f;
    if (sum < least) {
      least = sum;
      best = m;
    }
  }
  return best;
}

struct Shares {
  double ended_yes = 0, ended_all = 0, cut_yes = 0, cut_all = 0;
  void add(bool ended, bool yes) {
    (ended ? ended_all : cut_all) += 1;
    if (yes) (ended ? ended_yes : cut_yes) += 1;
  }
  // The sign stands where paragraphs end and not where lines are cut.
  [[nodiscard]] bool holds(double share) const {
    return ended_all >= 1 && cut_all >= 2 && ended_all + cut_all >= 4 && ended_yes >= share * ended_all && cut_yes <= 0.12 * cut_all;
  }
};

}  // namespace

std::string_view rule_name(ParagraphSign sign) {
  switch (sign) {
    case ParagraphSign::format: return "the format's own paragraphs";
    case ParagraphSign::layout: return "indent, white space and short lines on the page";
    case ParagraphSign::trailing: return "a blank behind a line ends its paragraph";
    case ParagraphSign::indent: return "an indented line begins a paragraph";
    case ParagraphSign::gap: return "white lines stand between paragraphs";
    case ParagraphSign::measure: return "a short line ends its paragraph";
    case ParagraphSign::whole: return "one line a paragraph, unless a page cut it";
  }
  return "";
}

bool Setting::unfinished(const Ink& ink) const {
  if (ink.ended) return false;
  if (ink.comma) return true;
  if (wrapped) return full(ink) && (ink.stop_inside || ink.open || ink.width >= measure - 1.5f);
  if (ink.stop_inside || ink.open || ink.width > kWidestLine) return true;
  const float rest = std::fmod(ink.width + 2, measure);
  return ink.width + 2 > measure - 1.5f && std::min(rest, measure - rest) <= 1.25f;
}

bool Setting::joins(const Ink& ink, const Ink& next) const {
  if (marked_by_format(ink) || marked_by_format(next)) return false;
  switch (sign) {
    case ParagraphSign::format: return false;
    case ParagraphSign::layout: {
      if (std::fabs(ink.size - next.size) > 0.08f) return false;
      const bool page_turns = ink.page != next.page;
      return next.indent < 1.0f && ink.right < std::max(2.0f, next.head + 1.0f) && (page_turns || next.above < 0.3f);
    }
    case ParagraphSign::trailing:
      if (ink.trailing == 0) return true;
      return !ink.ended && full(ink) && next.indent < 1.0f && (ink.open || ink.comma);
    case ParagraphSign::indent: return next.indent < 1.0f && !stops_short(ink) && !(ink.ended && next.gap > usual_gap && !next.page_turns);
    case ParagraphSign::gap: return (next.gap <= usual_gap && !stops_short(ink)) || unfinished(ink);
    case ParagraphSign::measure: {
      if (next.indent >= 1.0f) return false;
      const float room = measure - ink.indent - ink.width;
      return room < (ink.ended ? std::max(1.0f, next.head) : std::max(2.5f, next.head + 1.0f));
    }
    case ParagraphSign::whole: return unfinished(ink);
  }
  return false;
}

Setting setting_of(const std::vector<Ink>& inks, const std::vector<bool>& is_text, bool has_layout) {
  Setting s;
  const auto marked = std::count_if(inks.begin(), inks.end(), marked_by_format);
  if (!inks.empty() && static_cast<std::size_t>(marked) * 2 > inks.size()) {
    s.sign = ParagraphSign::format;
    return s;
  }
  s.wrapped = find_measure(inks, is_text, s.measure);
  if (has_layout) {
    s.sign = ParagraphSign::layout;
    return s;
  }
  if (!s.wrapped) {
    s.measure = measure_from_cuts(inks, is_text);
    return s;
  }
  // Only lines whose own looks are clear may vote: short and ended, or full and in the middle of a sentence.
  std::map<std::uint16_t, int> gaps;
  for (std::size_t i = 0; i + 1 < inks.size(); ++i)
    if (is_text[i] && !inks[i].ended && s.full(inks[i])) ++gaps[inks[i + 1].gap];
  int most = 0;
  for (const auto& [gap, count] : gaps)
    if (count > most) {
      most = count;
      s.usual_gap = gap;
    }
  Shares trailing, indent, gap;
  for (std::size_t i = 0; i + 1 < inks.size(); ++i) {
    const Ink &ink = inks[i], &next = inks[i + 1];
    const bool ended = ink.ended && ink.width < s.measure - 4, cut = !ink.ended && s.full(ink);
    if ((!ended && !cut) || !is_text[i]) continue;
    trailing.add(ended, ink.trailing > 0);
    if (!is_text[i + 1]) continue;
    indent.add(ended, next.indent >= 1.0f);
    gap.add(ended, next.gap > s.usual_gap);
  }
  if (trailing.holds(0.75)) s.sign = ParagraphSign::trailing;
  else if (indent.holds(0.6)) s.sign = ParagraphSign::indent;
  else if (gap.holds(0.7)) s.sign = ParagraphSign::gap;
  else s.sign = ParagraphSign::measure;
  return s;
}

void restore_lost_indents(std::vector<Ink>& inks, const std::vector<bool>& is_text, const Setting& setting) {
  if (setting.sign != ParagraphSign::measure) return;
  // How much first lines and others fall short of the measure, where both are surely cut.
  std::vector<float> first, other;
  for (std::size_t i = 1; i < inks.size(); ++i) {
    const float room = setting.measure - inks[i].width;
    if (!is_text[i] || !is_text[i - 1] || inks[i].ended || room > 4 || inks[i].indent > 0) continue;
    if (inks[i - 1].ended && inks[i - 1].width < setting.measure - 4) first.push_back(room);
    else if (!inks[i - 1].ended && setting.full(inks[i - 1])) other.push_back(room);
  }
  if (first.size() < 4 || other.size() < 4) return;
  const auto median = [](std::vector<float>& v) {
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
  };
  const float lost = median(first) - median(other);
  if (lost < 1.3f || lost > 2.7f) return;
  // Behind a sentence that fills its line, the next line itself tells: a first line that is cut falls short by what it lost.
  const float usual = median(other);
  const auto falls_short = [&](const Ink& ink) {
    const float room = setting.measure - ink.width - usual;
    return !ink.ended && !ink.comma && room >= 1.3f && room <= 2.7f;
  };
  bool begins = true;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    if (begins && inks[i].indent <= 0) inks[i].indent = 2;
    if (i + 1 == inks.size()) break;
    begins = !is_text[i] || !setting.joins(inks[i], inks[i + 1]) || (inks[i].ended && falls_short(inks[i + 1]));
  }
}

}  // namespace fengbiao
