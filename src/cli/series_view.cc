#include "cli/series_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/printable.h"
#include "cli/screen.h"

namespace fengbiao {
namespace {

std::string count(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string measure_of(const Series& s) {
  std::string out(name_of(s.measure));
  if (!s.basis.empty()) out += " " + s.basis;
  if (!s.share_of.empty()) out += " of " + s.share_of;
  return out;
}

// "1", "1+2?" where two more are not sure.
std::string conflicts_of(const Series& s) {
  return fmt::format("{}{}", s.conflicts, s.conflicts_unsure == 0 ? "" : fmt::format("+{}?", s.conflicts_unsure));
}

std::string note_of(const SeriesRegister& all, const SeriesCell& cell, const SeriesReport& report) {
  const Observation& o = all.at(report).observation;
  std::vector<std::string> notes;
  if (cell.conflict != Conflict::none && o.status == Status::actual && !report.revised)
    notes.emplace_back(cell.conflict == Conflict::sure ? "conflict" : "conflict?");
  if (report.revised) notes.emplace_back("revised");
  if (report.repeats) notes.emplace_back("repeats");
  if (!o.sure) notes.emplace_back("unsure");
  if (!all.at(report).corrections.empty()) notes.emplace_back("corrected");
  return fmt::format("{}", fmt::join(notes, ", "));
}

}  // namespace

std::string series_name(const Series& s) {
  std::string out;
  for (const std::string& part : {s.area, s.entity, s.indicator, s.measure == Measure::level ? std::string() : measure_of(s)})
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  return out.empty() ? s.id : out;
}

std::string series_list(const std::vector<const Series*>& series, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const Series* s : series) {
    const bool any = !s->cells.empty();
    rows.push_back({s->indicator, s->area, s->entity, measure_of(*s), s->unit, std::string(name_of(s->frequency)),
                    any ? s->cells.front().period.name : "", any ? s->cells.back().period.name : "", fmt::format("{}", s->cells.size()),
                    fmt::format("{}", s->reports), conflicts_of(*s)});
  }
  return table({{"indicator", false, true},
                {"area", false, true},
                {"entity", false, true},
                {"measure", false, true},
                {"unit"},
                {"freq"},
                {"from"},
                {"to"},
                {"cells", true},
                {"reports", true},
                {"conflicts", true}},
               rows, width);
}

std::string series_table(const SeriesRegister& all, const Series& s, std::size_t width, bool quotes) {
  std::string out = printable(series_name(s)) + "\n" + printable(s.id) + "\n";
  out += fmt::format("{}, {}", count(s.cells.size(), "cell"), count(s.reports, "report"));
  if (s.conflicts + s.conflicts_unsure > 0)
    out += fmt::format(", {} conflict{}", conflicts_of(s), s.conflicts + s.conflicts_unsure == 1 ? "" : "s");
  out += "\n";
  if (s.called.size() > 1 || !s.called.contains(s.indicator)) {
    std::vector<std::string> names;
    for (const auto& [name, times] : s.called) names.push_back(name);
    out += "printed as " + printable(fmt::format("{}", fmt::join(names, ", "))) + "\n";
  }
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> sentences;
  for (const SeriesCell& cell : s.cells)
    for (const SeriesReport& r : cell.reports) {
      const auto& [origin, o, corrections] = all.at(r);
      rows.push_back({&r == &cell.reports.front() ? cell.period.name : "", (o.approx == '=' ? "" : std::string(1, o.approx)) + o.text,
                      std::string(name_of(o.status)), o.reporter, fmt::format("{}", fmt::join(origin.sources, ", ")), origin.date,
                      fmt::format("{}/{}", origin.issue, origin.article), note_of(all, cell, r)});
      sentences.push_back(printable(o.quote));
    }
  const std::string lines =
      table({{"period"}, {"value"}, {"status"}, {"by", false, true}, {"in", false, true}, {"told"}, {"article"}, {"note"}}, rows, width);
  out += "\n";
  if (!quotes) return out + lines;
  std::size_t row = 0;
  for (std::size_t from = 0; from < lines.size(); ++row) {
    const std::size_t end = lines.find('\n', from);
    out += lines.substr(from, end + 1 - from);
    if (row > 0) out += "        " + sentences[row - 1] + "\n";
    from = end + 1;
  }
  return out;
}

}  // namespace fengbiao
