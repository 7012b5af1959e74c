#include "publish/chart_svg.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "publish/chart_labels.h"
#include "publish/svg_text.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFamilies = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
constexpr std::string_view kInk = "#1c1b1a", kMuted = "#6b6762", kRule = "#e4e0d8", kSeries = "#1f4e79", kConflict = "#b0352b",
                           kPaper = "#ffffff";

constexpr double kWidth = 880, kEdge = 24;
constexpr double kPlotHeight = 300, kHeadroom = 26, kSide = 48;  // room within the plot above, and left and right of the points
constexpr double kTitle = 18, kText = 13, kSmall = 11.5;
constexpr std::size_t kLabelled = 24;  // points that get their figure beside them; of more, the first, the last and the odd ones
constexpr double kLongestLabel = 240;
constexpr std::size_t kRows = 6;  // of reports that disagree, beside one bar
constexpr double kBoldIsWider = 1.08;
constexpr int kPeriodsMarked = 60;  // periods of the calendar, told or not, that get a stroke on the axis
constexpr std::size_t kSourcesShown = 12, kPeriodsShown = 6;

std::string at(double v) {
  std::string out = fmt::format("{:.1f}", std::abs(v) < 0.05 ? 0.0 : v);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out;
}

std::string both(const Phrase& phrase) { return phrase.zh == phrase.en || phrase.en.empty() ? phrase.zh : phrase.zh + "  " + phrase.en; }

enum class Mark { actual, forecast, target, at_least, at_most, revised };

Mark mark_of(const ChartPoint& p) {
  if (p.revised) return Mark::revised;
  if (p.status == Status::target) return Mark::target;
  return p.approx == '>' ? Mark::at_least : p.approx == '<' ? Mark::at_most : p.status == Status::forecast ? Mark::forecast : Mark::actual;
}

class Picture {
 public:
  explicit Picture(const Phrases& phrases) : phrases_(phrases) {}

  void panel(const Chart& chart) {
    if (y_ > 0) {
      y_ += 20;
      line(kEdge, y_, kWidth - kEdge, y_, kRule);
    }
    y_ += kEdge;
    paragraph(chart.title, kTitle, kInk, 4, "bold");
    paragraph(both(chart.about), kText, kMuted, 1);
    y_ += 14;
    if (chart.cells.empty()) paragraph(both(phrases_.text("nothing_to_draw")), kText, kInk, 1);
    else plot(chart);
    if (chart.not_drawn > 0) paragraph(both(phrases_.text("not_drawn").with("n", fmt::format("{}", chart.not_drawn))), kSmall, kMuted, 2);
    sources(chart);
  }

  void note(const Phrase& phrase) {
    y_ += 16;
    paragraph(both(phrase), kSmall, kMuted, 2);
  }

  std::string finish(std::string_view title) {
    const std::string height = at(y_ + kEdge), width = at(kWidth);
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
               "font-family=\"{2}\" font-size=\"{3}\">\n<title>{4}</title>\n<rect width=\"{0}\" height=\"{1}\" fill=\"{5}\"/>\n",
               width, height, kFamilies, at(kText), svg_escaped(title), kPaper) +
           out_ + "</svg>\n";
  }

 private:
  void put(const std::string& element) { (out_ += element) += '\n'; }

  void line(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view more = {}) {
    put(fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\"{}/>", at(x1), at(y1), at(x2), at(y2), colour, more));
  }

  // `anchor`: start, middle or end.
  void words(double x, double y, std::string_view text, double size, std::string_view colour, std::string_view anchor = "start",
             std::string_view weight = {}) {
    if (text.empty()) return;
    const std::string more = (anchor == "start" ? "" : fmt::format(" text-anchor=\"{}\"", anchor)) +
                             (size == kText ? "" : fmt::format(" font-size=\"{}\"", at(size))) +
                             (weight.empty() ? "" : fmt::format(" font-weight=\"{}\"", weight));
    put(fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\"{}>{}</text>", at(x), at(y), colour, more, svg_escaped(text)));
  }

  void paragraph(std::string_view text, double size, std::string_view colour, std::size_t most, std::string_view weight = {},
                 double indent = 0) {
    const double room = kWidth - 2 * kEdge - indent;
    for (const std::string& row : wrapped(text, size, weight.empty() ? room : room / kBoldIsWider, most)) {
      y_ += size * 1.45;
      words(kEdge + indent, y_, row, size, colour, "start", weight);
    }
  }

  void mark(Mark kind, double x, double y, std::string_view colour) {
    const auto shape = [&](double x1, double y1, double x2, double y2, double x3, double y3, std::string_view fill) {
      put(fmt::format("<path d=\"M{} {}L{} {}L{} {}Z\" fill=\"{}\" stroke=\"{}\"/>", at(x1), at(y1), at(x2), at(y2), at(x3), at(y3), fill,
                      colour));
    };
    const auto dot = [&](double r, std::string_view fill, std::string_view edge, double width) {
      put(fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>", at(x), at(y), at(r), fill,
                      edge, at(width)));
    };
    switch (kind) {
      case Mark::actual: return dot(4.5, colour, kPaper, 1);
      case Mark::forecast: return dot(4.2, kPaper, colour, 1.8);
      case Mark::revised: dot(3.6, kPaper, kMuted, 1.2); return line(x - 6, y, x + 6, y, kMuted);
      case Mark::target:
        return put(fmt::format("<path d=\"M{} {}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"/>", at(x),
                               at(y - 5.5), kPaper, kInk));
      // A bound opens to where the value may lie.
      case Mark::at_least: return shape(x - 5, y + 3.5, x + 5, y + 3.5, x, y - 5.5, colour);
      case Mark::at_most: return shape(x - 5, y - 3.5, x + 5, y - 3.5, x, y + 5.5, colour);
    }
  }

  void plot(const Chart& chart);
  void axes(const Chart& chart);
  void points(const Chart& chart);
  void labels(const Chart& chart);
  void legend(const Chart& chart);
  void sources(const Chart& chart);
  void periods(const Chart& chart);

  [[nodiscard]] double x_of(double place) const {
    return last_ > first_ ? left_ + kSide + (place - first_) / (last_ - first_) * (right_ - left_ - 2 * kSide) : (left_ + right_) / 2;
  }
  // Of a value as observed.
  [[nodiscard]] double y_of(const Chart& chart, double value) const { return y_on_axis(chart, value / chart.worth); }
  [[nodiscard]] double y_on_axis(const Chart& chart, double value) const {
    const double part = (value - chart.axis.low) / (chart.axis.high - chart.axis.low);
    const double low = bottom_ - foot_, high = top_ + kHeadroom;
    return chart.downward ? high + part * (low - high) : low - part * (low - high);
  }
  [[nodiscard]] static bool in_conflict(const ChartCell& cell, const ChartPoint& point) {
    return cell.cell->conflict != Conflict::none && point.status == Status::actual && !point.revised;
  }

  const Phrases& phrases_;
  std::string out_;
  double y_ = 0;  // of the last line put
  double left_ = 0, right_ = 0, top_ = 0, bottom_ = 0, foot_ = 0, first_ = 0, last_ = 0;
};

void Picture::plot(const Chart& chart) {
  y_ += kSmall * 1.5;
  words(kEdge, y_, both(chart.unit) + (chart.axis.from_zero || chart.downward ? "" : "  (" + both(phrases_.text("no_zero")) + ")"), kSmall,
        kMuted);
  top_ = y_ + 6;
  bottom_ = top_ + kPlotHeight;
  foot_ = chart.axis.low == 0 ? 0 : kHeadroom;
  double widest = 0;
  for (const double tick : chart.axis.ticks()) widest = std::max(widest, text_width(number_text(tick, chart.axis.step), kSmall));
  left_ = kEdge + widest + 8;
  right_ = kWidth - kEdge;
  first_ = chart.first;
  last_ = chart.last;
  axes(chart);
  for (const ChartLine& l : chart.lines) {
    line(x_of(l.from), y_of(chart, l.from_value), x_of(l.to), y_of(chart, l.to_value), kSeries,
         l.dashed ? " stroke-width=\"1.8\" stroke-dasharray=\"6 5\"" : " stroke-width=\"1.8\"");
  }
  points(chart);
  labels(chart);
  y_ = bottom_;
  periods(chart);
  legend(chart);
}

void Picture::axes(const Chart& chart) {
  for (const double tick : chart.axis.ticks()) {
    const double y = y_on_axis(chart, tick);
    line(left_, y, right_, y, tick == 0 ? kMuted : kRule);
    words(left_ - 8, y + 4, number_text(tick, chart.axis.step), kSmall, kMuted, "end");
  }
  line(left_, bottom_, right_, bottom_, kMuted);
}

void Picture::points(const Chart& chart) {
  for (const ChartBar& bar : chart.bars) {
    const double x = x_of(bar.at), low = y_of(chart, bar.low), high = y_of(chart, bar.high);
    line(x, low, x, high, kConflict,
         bar.sure ? " stroke-width=\"3\" stroke-opacity=\"0.55\"" : " stroke-width=\"3\" stroke-opacity=\"0.55\" stroke-dasharray=\"3 3\"");
  }
  for (const ChartCell& cell : chart.cells)
    for (const ChartPoint& p : cell.points) {
      const double x = x_of(cell.at), y = y_of(chart, p.value);
      const std::string_view colour = in_conflict(cell, p) ? kConflict : kSeries;
      if (p.end != p.value) {
        line(x, y, x, y_of(chart, p.end), p.revised ? kMuted : colour, " stroke-width=\"1.2\"");
        mark(mark_of(p), x, y_of(chart, p.end), colour);
      }
      mark(mark_of(p), x, y, colour);
    }
}

void Picture::labels(const Chart& chart) {
  LabelPlaces places({left_ + 2, top_, kWidth - 6, bottom_ - 2});
  std::size_t all = 0;
  for (const ChartCell& cell : chart.cells)
    for (const ChartPoint& p : cell.points) {
      const double x = x_of(cell.at);
      for (const double value : {p.value, p.end}) {
        const double y = y_of(chart, value);
        places.mark({x - 5, y - 5, x + 5, y + 5});
      }
      ++all;
    }
  for (const ChartLine& l : chart.lines) places.line({x_of(l.from), y_of(chart, l.from_value), x_of(l.to), y_of(chart, l.to_value)});
  for (const ChartBar& b : chart.bars) places.line({x_of(b.at), y_of(chart, b.low), x_of(b.at), y_of(chart, b.high)});
  const double row = kSmall + 3;
  const auto write = [&](const LabelBox& box, std::string_view text, std::string_view colour) {
    // What runs behind the words stays visible, and they stay legible.
    put(fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" fill-opacity=\"0.8\"/>", at(box.left - 1), at(box.top),
                    at(box.right - box.left + 2), at(box.bottom - box.top), kPaper));
    words(box.left, box.bottom - 3, text, kSmall, colour);
  };
  const auto label_of = [&](const ChartPoint& p, bool named) {
    const auto rows = wrapped(named && !p.told.empty() ? p.text + " " + p.told : p.text, kSmall, kLongestLabel, 1);
    return rows.empty() ? std::string() : rows[0];
  };
  // What must not be missed comes first: reports that disagree, as rows in the order of their size beside their bar.
  std::size_t placed = 0;
  for (const ChartBar& bar : chart.bars) {
    const ChartCell& cell = *std::find_if(chart.cells.begin(), chart.cells.end(), [&](const ChartCell& c) { return c.at == bar.at; });
    std::vector<const ChartPoint*> points;
    for (const ChartPoint& p : cell.points)
      if (in_conflict(cell, p)) points.push_back(&p);
    std::stable_sort(points.begin(), points.end(), [](const ChartPoint* a, const ChartPoint* b) { return a->value > b->value; });
    if (points.size() == 2) {
      for (const ChartPoint* p : points) {
        const std::string text = label_of(*p, true);
        const auto box = places.place(x_of(bar.at), y_of(chart, p->value), text_width(text, kSmall), row, p == points[1]);
        if (box && !text.empty() && ++placed <= kLabelled) write(*box, text, kConflict);
      }
      continue;
    }
    const std::size_t shown = std::min(points.size(), kRows);
    std::vector<std::string> rows;
    double width = 0;
    for (std::size_t i = 0; i < shown; ++i) {
      rows.push_back(label_of(*points[i], true));
      width = std::max(width, text_width(rows.back(), kSmall));
    }
    if (shown < points.size()) rows.push_back(fmt::format("+ {}", points.size() - shown));
    const auto block =
        places.place_beside(x_of(bar.at), std::min(y_of(chart, bar.high), y_of(chart, bar.low)),
                            std::max(y_of(chart, bar.high), y_of(chart, bar.low)), width, row * static_cast<double>(rows.size()));
    if (!block || ++placed > kLabelled) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double top = block->top + row * static_cast<double>(i);
      const double left = block->left < x_of(bar.at) ? block->right - text_width(rows[i], kSmall) : block->left;
      write({left, top, left + text_width(rows[i], kSmall), top + row}, rows[i], kConflict);
    }
  }
  // Then what is expected, the first and the last; the rest where there are not too many.
  for (const bool odd : {true, false})
    for (std::size_t i = 0; i < chart.cells.size(); ++i)
      for (const ChartPoint& p : chart.cells[i].points) {
        const bool named = p.status != Status::actual, end = i == 0 || i + 1 == chart.cells.size();
        if ((named || end) != odd || (all > kLabelled && !odd) || placed >= 2 * kLabelled || in_conflict(chart.cells[i], p)) continue;
        const std::string text = label_of(p, named);
        const auto box = places.place(x_of(chart.cells[i].at), y_of(chart, p.end), text_width(text, kSmall), row);
        if (!box || text.empty()) continue;
        ++placed;
        write(*box, text, p.revised ? kMuted : kInk);
      }
}

void Picture::periods(const Chart& chart) {
  struct Row {
    double x, y;
    std::string text;
  };
  const auto rows_of = [&](const std::vector<ChartTick>& ticks) {
    std::vector<Row> out;
    std::string year;
    for (const ChartTick& tick : ticks) {
      const PeriodLabel label = phrases_.label(tick.period);
      const auto add = [&](const std::string& text, double y) {
        const double half = text_width(text, kSmall) / 2;
        out.push_back({std::clamp(x_of(tick.at), 4 + half, std::max(4 + half, kWidth - 4 - half)), y, text});
      };
      add(label.tick, 16);
      if (label.year != year || chart.frequency == Frequency::range) add(label.year, 31);
      year = label.year;
    }
    return out;
  };
  const auto ticks = period_ticks(chart, [&](const std::vector<ChartTick>& some) {
    double ends[2] = {-1e9, -1e9};
    for (const Row& row : rows_of(some)) {
      const double half = text_width(row.text, kSmall) / 2;
      double& end = ends[row.y > 20];
      if (row.x - half < end + 8) return false;
      end = row.x + half;
    }
    return true;
  });
  if (chart.regular && chart.last - chart.first < kPeriodsMarked)
    for (double place = chart.first; place <= chart.last; ++place) line(x_of(place), bottom_, x_of(place), bottom_ + 2.5, kMuted);
  for (const ChartCell& cell : chart.cells) line(x_of(cell.at), bottom_, x_of(cell.at), bottom_ + 5, kMuted);
  bool two = false;
  for (const Row& row : rows_of(ticks)) {
    words(row.x, bottom_ + row.y, row.text, kSmall, kMuted, "middle");
    two |= row.y > 20 && !row.text.empty();
  }
  y_ = bottom_ + (two ? 31 : 16);
  y_ += kSmall * 1.4;
  words(right_, y_, both(phrases_.text(chart.frequency == Frequency::stock ? "stock" : "period")), kSmall, kMuted, "end");
}

void Picture::legend(const Chart& chart) {
  bool marks[6] = {}, conflict = false, unsure = false;
  for (const ChartCell& cell : chart.cells)
    for (const ChartPoint& p : cell.points) marks[static_cast<int>(mark_of(p))] = true;
  for (const ChartBar& bar : chart.bars) (bar.sure ? conflict : unsure) = true;
  y_ += 8;
  double x = kEdge;
  const auto entry = [&](const std::string& text, auto&& draw) {
    const double width = 26 + text_width(text, kSmall) + 22;
    if (x == kEdge || x + width > kWidth - kEdge) {
      x = kEdge;
      y_ += 19;
    }
    draw(x + 10, y_ - 4);
    words(x + 26, y_, text, kSmall, kInk);
    x += width;
  };
  const auto text = [&](std::string_view key) { return both(phrases_.text(key)); };
  if (marks[0]) entry(text("actual"), [&](double mx, double my) { mark(Mark::actual, mx, my, kSeries); });
  if (marks[1]) {
    entry(text("forecast"), [&](double mx, double my) {
      line(mx - 11, my, mx + 11, my, kSeries, " stroke-width=\"1.8\" stroke-dasharray=\"6 5\"");
      mark(Mark::forecast, mx, my, kSeries);
    });
  }
  if (marks[2]) entry(text("target"), [&](double mx, double my) { mark(Mark::target, mx, my, kInk); });
  if (marks[3]) entry(text("at_least"), [&](double mx, double my) { mark(Mark::at_least, mx, my, kSeries); });
  if (marks[4]) entry(text("at_most"), [&](double mx, double my) { mark(Mark::at_most, mx, my, kSeries); });
  if (marks[5]) entry(text("revised"), [&](double mx, double my) { mark(Mark::revised, mx, my, kMuted); });
  const auto bar = [&](std::string_view more) {
    return [this, more](double mx, double my) {
      line(mx - 7, my, mx + 7, my, kConflict, more);
      mark(Mark::actual, mx - 7, my, kConflict);
      mark(Mark::actual, mx + 7, my, kConflict);
    };
  };
  if (conflict) entry(text("conflict"), bar(" stroke-width=\"3\" stroke-opacity=\"0.55\""));
  if (unsure) entry(text("conflict_unsure"), bar(" stroke-width=\"3\" stroke-opacity=\"0.55\" stroke-dasharray=\"3 3\""));
}

void Picture::sources(const Chart& chart) {
  y_ += 12;
  std::string head = both(phrases_.text("sources"));
  if (!chart.as_of.empty()) head += " \u00b7 " + both(phrases_.text("as_of")) + " " + chart.as_of;
  paragraph(head, kSmall, kMuted, 1);
  y_ += 2;
  std::size_t shown = 0;
  for (const ChartSource& source : chart.sources) {
    if (++shown > kSourcesShown) break;
    std::vector<std::string> periods(source.periods.begin(),
                                     source.periods.begin() + static_cast<std::ptrdiff_t>(std::min(source.periods.size(), kPeriodsShown)));
    if (source.periods.size() > kPeriodsShown) periods.push_back(fmt::format("... {}", source.periods.back()));
    std::vector<std::string> parts{fmt::format("{}", fmt::join(periods, ", "))};
    parts.push_back(source.reporter.empty() ? phrases_.text("reporter_unknown").zh : source.reporter);
    if (!source.media.empty()) parts.push_back(fmt::format("{}", fmt::join(source.media, ", ")));
    if (!source.day.empty()) parts.push_back(source.day);
    parts.push_back("[" + source.reference + "]");
    if (parts[0].empty()) parts.erase(parts.begin());
    paragraph(fmt::format("{}", fmt::join(parts, " \u00b7 ")), kSmall, kInk, 2);
  }
  if (chart.sources.size() > kSourcesShown) {
    paragraph(both(phrases_.text("more_sources").with("n", fmt::format("{}", chart.sources.size() - kSourcesShown))), kSmall, kMuted, 1);
  }
}

}  // namespace

std::string chart_svg(const SeriesRegister& all, const std::vector<const Series*>& series, const Phrases& phrases, std::size_t left_out) {
  Picture picture(phrases);
  std::string titles;
  for (const Series* s : series) {
    const Chart chart = make_chart(all, *s, phrases);
    picture.panel(chart);
    titles += (titles.empty() ? "" : "; ") + chart.title;
  }
  if (left_out > 0) picture.note(phrases.text("more_series").with("n", fmt::format("{}", left_out)));
  return picture.finish(titles);
}

}  // namespace fengbiao
