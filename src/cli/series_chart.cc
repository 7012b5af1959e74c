#include "cli/series_chart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/printable.h"
#include "base/utf8.h"
#include "cli/screen.h"

namespace fengbiao {
namespace {

constexpr int kRows = 14;               // of the plot
constexpr std::size_t kNarrowest = 40;  // columns
constexpr std::size_t kLabelled = 16;   // figures that stand beside their marks
constexpr std::size_t kSourcesShown = 20;
constexpr std::size_t kPeriodsShown = 6;
constexpr int kOwnColumns = 3;  // for each mark, where all are shown
constexpr int kDash = 6;        // dots of a dashed line, half of them drawn

constexpr std::string_view kActual = "\u25cf", kForecast = "\u25cb", kTarget = "\u25c7", kAtLeast = "\u25b2", kAtMost = "\u25bc",
                           kRevised = "\u25cc", kConflict = "\u2715", kBar = "\u2502";

std::string_view mark_of(const ChartPoint& p) {
  if (p.revised) return kRevised;
  if (p.status == Status::target) return kTarget;
  if (p.approx == '>') return kAtLeast;
  if (p.approx == '<') return kAtMost;
  return p.status == Status::forecast ? kForecast : kActual;
}

// Columns and rows of a screen: dots of lines below, characters above.
class Canvas {
 public:
  Canvas(int columns, int rows) : columns_(columns), rows_(rows), dots_(cells(), 0), over_(cells()), taken_(cells(), false) {}

  [[nodiscard]] int dot_columns() const { return columns_ * 2; }
  [[nodiscard]] int dot_rows() const { return rows_ * 4; }

  void dot(int x, int y) {
    static constexpr std::array<std::array<unsigned char, 2>, 4> kDots{{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};
    if (x < 0 || y < 0 || x >= dot_columns() || y >= dot_rows()) return;
    dots_[cell(x / 2, y / 4)] |= kDots[static_cast<std::size_t>(y % 4)][static_cast<std::size_t>(x % 2)];
  }

  void line(int x1, int y1, int x2, int y2, bool dashed) {
    const int dx = std::abs(x2 - x1), dy = std::abs(y2 - y1), length = std::max({dx, dy, 1});
    for (int i = 0; i <= length; ++i) {
      if (dashed && i % kDash >= kDash / 2) continue;
      dot(x1 + static_cast<int>(std::lround(static_cast<double>(x2 - x1) * i / length)),
          y1 + static_cast<int>(std::lround(static_cast<double>(y2 - y1) * i / length)));
    }
  }

  void put(int column, int row, std::string_view character) {
    if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return;
    over_[cell(column, row)] = character;
    taken_[cell(column, row)] = true;
  }

  // Words from this column on, where no other character stands, and no dot where they are to stand `free`; false where they do not fit.
  bool write(int column, int row, std::string_view words, bool free) {
    const int width = static_cast<int>(display_width(words));
    if (column < 0 || row < 0 || row >= rows_ || column + width > columns_) return false;
    for (int c = std::max(0, column - 1); c < std::min(columns_, column + width + 1); ++c)
      if (taken_[cell(c, row)] || (free && dots_[cell(c, row)])) return false;
    for (int c = column; c < column + width; ++c) taken_[cell(c, row)] = true;
    int at = column;
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t size = decode(words, i).size;
      const std::string_view character = words.substr(i, size);
      const int wide = static_cast<int>(display_width(character));
      if (wide == 0 && at > column) over_[cell(at - 1, row)] += character;
      else if (at < columns_) over_[cell(at, row)] = character;
      if (wide == 2 && at + 1 < columns_) over_[cell(at + 1, row)].clear();
      at += wide;
      i += size;
    }
    return true;
  }

  [[nodiscard]] std::string row(int r) const {
    std::string out;
    for (int c = 0; c < columns_; ++c) {
      const std::size_t i = cell(c, r);
      if (taken_[i]) out += over_[i];
      else if (dots_[i]) append_utf8(out, 0x2800 + dots_[i]);
      else out += ' ';
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  }

 private:
  [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_); }
  [[nodiscard]] std::size_t cell(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  int columns_, rows_;
  std::vector<unsigned char> dots_;
  std::vector<std::string> over_;  // empty: the second column of a wide character
  std::vector<bool> taken_;
};

class Plot {
 public:
  Plot(const Chart& chart, std::size_t gutter, std::size_t width)
      : chart_(chart),
        gutter_(gutter),
        columns_(static_cast<int>(width - gutter)),
        canvas_(columns_, kRows),
        side_(std::max(2, columns_ / 14)) {}

  std::string draw() {
    for (const ChartLine& l : chart_.lines) canvas_.line(dot_x(l.from), dot_y(l.from_value), dot_x(l.to), dot_y(l.to_value), l.dashed);
    for (const ChartBar& bar : chart_.bars) {
      const auto [top, bottom] = std::minmax({dot_y(bar.low) / 4, dot_y(bar.high) / 4});
      for (int row = top; row <= bottom; ++row) canvas_.put(dot_x(bar.at) / 2, row, kBar);
    }
    points();
    labels();
    std::vector<std::string> names(kRows);
    for (const double tick : chart_.axis.ticks()) names[static_cast<std::size_t>(axis_dot(tick) / 4)] = number_text(tick, chart_.axis.step);
    std::string out;
    for (int r = 0; r < kRows; ++r) {
      const std::string& name = names[static_cast<std::size_t>(r)];
      out += std::string(gutter_ - 2 - display_width(name), ' ') + name + (name.empty() ? " \u2502" : " \u2524") + canvas_.row(r) + "\n";
    }
    return out + periods();
  }

 private:
  [[nodiscard]] int dot_x(double place) const {
    const int room = 2 * (columns_ - 2 * side_);
    if (chart_.last <= chart_.first) return columns_;
    return 2 * side_ + static_cast<int>(std::lround((place - chart_.first) / (chart_.last - chart_.first) * (room - 1)));
  }
  [[nodiscard]] int axis_dot(double value) const {
    const double part = (value - chart_.axis.low) / (chart_.axis.high - chart_.axis.low);
    const int top = 4, bottom = kRows * 4 - 2;  // room for words above the highest
    return std::clamp(static_cast<int>(std::lround(top + (chart_.downward ? part : 1 - part) * (bottom - top))), 0, kRows * 4 - 1);
  }
  [[nodiscard]] int dot_y(double value) const { return axis_dot(value / chart_.worth); }
  [[nodiscard]] static bool in_conflict(const ChartCell& cell, const ChartPoint& p) {
    return cell.cell->conflict != Conflict::none && p.status == Status::actual && !p.revised;
  }

  void points() {
    // Where they stand close, the line alone tells the plain ones.
    const bool close = chart_.cells.size() > 1 && columns_ / static_cast<int>(chart_.cells.size()) < kOwnColumns;
    const auto on_a_line = [&](double at) {
      return std::any_of(chart_.lines.begin(), chart_.lines.end(), [&](const ChartLine& l) { return l.from == at || l.to == at; });
    };
    for (const ChartCell& cell : chart_.cells)
      for (const ChartPoint& p : cell.points) {
        const int column = dot_x(cell.at) / 2;
        if (close && mark_of(p) == kActual && p.end == p.value && !in_conflict(cell, p) && on_a_line(cell.at)) continue;
        if (p.end != p.value) {
          const auto [top, bottom] = std::minmax({dot_y(p.end) / 4, dot_y(p.value) / 4});
          for (int row = top; row <= bottom; ++row) canvas_.put(column, row, kBar);
        }
        for (const double value : {p.value, p.end}) canvas_.put(column, dot_y(value) / 4, in_conflict(cell, p) ? kConflict : mark_of(p));
      }
  }

  void labels() {
    std::size_t all = 0;
    for (const ChartCell& cell : chart_.cells) all += cell.points.size();
    for (const bool odd : {true, false})
      for (std::size_t i = 0; i < chart_.cells.size(); ++i) {
        const ChartCell& cell = chart_.cells[i];
        for (const ChartPoint& p : cell.points) {
          const bool matters = in_conflict(cell, p) || p.status != Status::actual || i == 0 || i + 1 == chart_.cells.size();
          if (matters != odd || (!odd && all > kLabelled) || all > 4 * kLabelled) continue;
          const std::string words = fit(printable(p.text), static_cast<std::size_t>(columns_) / 3);
          const int width = static_cast<int>(display_width(words)), column = dot_x(cell.at) / 2, row = dot_y(p.end) / 4;
          for (const bool free : {true, false})
            if (canvas_.write(column - width / 2, row - 1, words, free) || canvas_.write(column + 2, row, words, free) ||
                canvas_.write(column - 1 - width, row, words, free) || canvas_.write(column - width / 2, row + 1, words, free))
              break;
        }
      }
  }

  // The axis with its strokes, and the names of periods below it.
  std::string periods() {
    std::string strokes;
    std::vector<bool> stroke(static_cast<std::size_t>(columns_), false);
    for (const ChartCell& cell : chart_.cells) stroke[static_cast<std::size_t>(std::clamp(dot_x(cell.at) / 2, 0, columns_ - 1))] = true;
    for (const bool here : stroke) strokes += here ? "\u252c" : "\u2500";
    struct Name {
      int begin;
      std::string text;
    };
    const auto names_of = [&](const std::vector<ChartTick>& ticks) {
      std::vector<Name> out;
      for (const ChartTick& tick : ticks) {
        std::string name =
            fit(printable(tick.period.name.substr(tick.period.name.starts_with('@') ? 1 : 0)), static_cast<std::size_t>(columns_));
        const int width = static_cast<int>(display_width(name));
        out.push_back({std::clamp(dot_x(tick.at) / 2 - width / 2, 0, columns_ - width), std::move(name)});
      }
      return out;
    };
    const auto ticks = period_ticks(chart_, [&](const std::vector<ChartTick>& some) {
      int end = -2;
      for (const Name& name : names_of(some)) {
        if (name.begin < end + 2) return false;
        end = name.begin + static_cast<int>(display_width(name.text));
      }
      return true;
    });
    std::string below;
    for (const Name& name : names_of(ticks)) below = pad(below, static_cast<std::size_t>(name.begin)) + name.text;
    return std::string(gutter_ - 1, ' ') + "\u2514" + strokes + "\n" + std::string(gutter_, ' ') + below + "\n";
  }

  const Chart& chart_;
  std::size_t gutter_;
  int columns_;
  Canvas canvas_;
  int side_;  // columns left free beside the first and last period
};

std::string legend(const Chart& chart, const Phrases& phrases, std::size_t width) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view mark, std::string_view key) { parts.push_back(fmt::format("{} {}", mark, phrases.text(key).en)); };
  const auto has = [&](std::string_view mark) {
    return std::any_of(chart.cells.begin(), chart.cells.end(), [&](const ChartCell& cell) {
      return std::any_of(cell.points.begin(), cell.points.end(), [&](const ChartPoint& p) {
        return mark_of(p) == mark && (cell.cell->conflict == Conflict::none || p.status != Status::actual || p.revised);
      });
    });
  };
  for (const auto& [mark, key] : {std::pair{kActual, "actual"},
                                  {kForecast, "forecast"},
                                  {kTarget, "target"},
                                  {kAtLeast, "at_least"},
                                  {kAtMost, "at_most"},
                                  {kRevised, "revised"}})
    if (has(mark)) add(mark, key);
  for (const bool sure : {true, false})
    if (std::any_of(chart.bars.begin(), chart.bars.end(), [&](const ChartBar& bar) { return bar.sure == sure; }))
      add(kConflict, sure ? "conflict" : "conflict_unsure");
  std::string out, line;
  for (const std::string& part : parts) {
    if (!line.empty() && display_width(line) + 3 + display_width(part) > width) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : "   ") + part;
  }
  return line.empty() ? out : out + line + "\n";
}

std::string sources(const Chart& chart, const Phrases& phrases, std::size_t width) {
  std::string out = "\n" + phrases.text("sources").en;
  if (!chart.as_of.empty()) out += fmt::format(", {} {}", phrases.text("as_of").en, printable(chart.as_of));
  out += "\n";
  std::vector<std::vector<std::string>> rows;
  for (const ChartSource& source : chart.sources) {
    if (rows.size() == kSourcesShown) break;
    std::vector<std::string> periods(source.periods.begin(),
                                     source.periods.begin() + static_cast<std::ptrdiff_t>(std::min(kPeriodsShown, source.periods.size())));
    if (source.periods.size() > kPeriodsShown) periods.push_back("... " + source.periods.back());
    rows.push_back({"  " + fmt::format("{}", fmt::join(periods, ", ")),
                    source.reporter.empty() ? phrases.text("reporter_unknown").en : source.reporter,
                    fmt::format("{}", fmt::join(source.media, ", ")), source.day, source.reference});
  }
  const std::string lines = table({{"", false, true}, {"", false, true}, {"", false, true}, {""}, {""}}, rows, width);
  out += lines.substr(lines.find('\n') + 1);  // without a head
  if (chart.sources.size() > kSourcesShown) {
    out += "  " + phrases.text("more_sources").with("n", fmt::format("{}", chart.sources.size() - kSourcesShown)).en + "\n";
  }
  return out;
}

}  // namespace

std::string terminal_chart(const Chart& chart, const Phrases& phrases, std::size_t width) {
  const std::size_t columns = std::max(width == 0 ? kChartWidth : width, kNarrowest);
  std::string out =
      printable(chart.title) + "\n" + printable(chart.about.en) + (chart.unit.zh.empty() ? "" : ", ") + printable(chart.unit.zh);
  if (chart.unit.en != chart.unit.zh && !chart.unit.en.empty()) out += printable(fmt::format(" ({})", chart.unit.en));
  if (!chart.cells.empty() && !chart.axis.from_zero && !chart.downward) out += "; " + phrases.text("no_zero").en;
  out += "\n\n";
  if (chart.cells.empty()) {
    out += phrases.text("nothing_to_draw").en + "\n";
  } else {
    std::size_t gutter = 4;
    for (const double tick : chart.axis.ticks()) gutter = std::max(gutter, display_width(number_text(tick, chart.axis.step)) + 2);
    out += Plot(chart, gutter, columns).draw() + "\n" + legend(chart, phrases, columns);
  }
  if (chart.not_drawn > 0) out += phrases.text("not_drawn").with("n", fmt::format("{}", chart.not_drawn)).en + "\n";
  return out + sources(chart, phrases, width);
}

}  // namespace fengbiao
