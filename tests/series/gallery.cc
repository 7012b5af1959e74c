// Pictures and terminal charts of made-up series of every awkward kind, to be looked at: one cell, two, many, huge and negative values,
// disagreement, long and hostile names.
//
//   gallery FOLDER      writes FOLDER/NAME.svg and NAME.txt; look at pictures in a browser, or make PNG files with rsvg-convert
//
// check_pictures.py runs it for the tests.
#include <cmath>
#include <fstream>
#include <iostream>

#include "base/disk.h"
#include "cli/series_chart.h"
#include "cli/series_view.h"
#include "model/sample_observations.h"
#include "publish/chart_svg.h"

namespace fengbiao {
namespace {

using Observations = std::vector<ReportedObservation>;

ReportedObservation figure(const std::string& period, double value, std::string text, const std::string& unit = "CNY") {
  ReportedObservation r = told("2022-12-05", 40, "网络零售额", period, value, std::abs(value) / 100, std::move(text), "甲局");
  r.observation.area = "中国";
  r.origin.sources = {"商贸在线"};
  r.observation.unit = unit;
  return r;
}

Observations of_code(const std::string& code, Measure measure = Measure::level) {
  Observations out;
  for (ReportedObservation& r : sample_observations())
    if (r.observation.indicator_code == code && r.observation.measure == measure) out.push_back(std::move(r));
  return out;
}

Observations months(int n, double swing) {
  Observations out;
  for (int i = 0; i < n; ++i) {
    const double value = 8e11 + swing * std::sin(i * 0.7) + i * 8e9;
    const std::string month = std::to_string(i % 12 + 1);
    out.push_back(figure(std::to_string(2018 + i / 12) + "-" + (month.size() < 2 ? "0" : "") + month, value,
                         std::to_string(std::lround(value / 1e8)) + "亿元"));
    out.back().origin.article = static_cast<std::uint32_t>(i / 5 + 1);
  }
  return out;
}

Observations growths(const std::vector<double>& values) {
  Observations out;
  int year = 2010;
  for (const double v : values) {
    out.push_back(growth(figure(std::to_string(year++), v, std::to_string(v).substr(0, v < 0 ? 5 : 4) + "%")));
    out.back().observation.step = 0.1;
  }
  return out;
}

struct Picture {
  std::string name;
  Observations observations;
};

std::vector<Picture> pictures() {
  std::vector<Picture> out;
  const auto add = [&](std::string name, Observations o) { out.push_back({std::move(name), std::move(o)}); };
  add("live", of_code("live_commerce"));
  add("trade", of_code("cross_border_trade"));
  add("one", {figure("2021", 1.31e13, "13.1万亿元")});
  add("two", {figure("2020", 1.18e13, "11.8万亿元"), figure("2021", 1.31e13, "13.1万亿元")});
  add("twelve", months(12, 9e10));
  add("sixty", months(60, 9e10));
  add("negative", growths({39.2, 26.2, 11.7, -2.6, -10.4, 0, 8.5}));
  add("all_negative", growths({-39.2, -26.2, -11.7}));
  add("close", growths({97.1, 97.6, 98.2, 98.4, 98.6}));
  add("huge", {figure("2020", 3e17, "三十万万亿元"), figure("2021", -9e18, "负九百万万亿元"), figure("2022", 1, "1元")});
  add("tiny", {figure("2020", 3e-9, "0.000000003", "x"), figure("2021", 5e-9, "0.000000005", "x")});

  Observations gaps{figure("2012", 1.31e12, "1.31万亿元"), figure("2013", 1.85e12, "1.85万亿元"), figure("2017", 7.18e12, "7.18万亿元"),
                    figure("2021", 1.31e13, "13.1万亿元"), figure("2025", 1.7e13, "17万亿元"),    figure("2026", 1.8e13, "18万亿元")};
  gaps[4].observation.status = Status::target;
  gaps[5].observation.status = Status::forecast;
  add("gaps", gaps);

  Observations many{figure("2020", 1.62e12, "1.62万亿元"), figure("2021", 1.92e12, "1.92万亿元"), figure("2021", 1.98e12, "1.98万亿元"),
                    figure("2021", 2.1e12, "2.1万亿元"),   figure("2022", 2.11e12, "2.11万亿元"), figure("2022", 1.9e12, "1.9万亿元"),
                    figure("2023", 2.4e12, "2.4万亿元"),   figure("2023", 2.6e12, "2.6万亿元")};
  const std::vector<std::string> bodies{"甲局", "甲局", "乙研究院", "", "甲局", "丙咨询", "甲局", "丙咨询"};
  for (std::size_t i = 0; i < many.size(); ++i) {
    many[i].observation.reporter = bodies[i];
    many[i].origin.article = static_cast<std::uint32_t>(i);
  }
  many[5].observation.approx = '<';
  many[6].observation.status = many[7].observation.status = Status::forecast;
  add("disagreement", many);

  Observations revised{figure("2020", 1.62e12, "1.62万亿元"), figure("2021", 1.92e12, "1.92万亿元"), figure("2021", 1.98e12, "1.98万亿元")};
  revised[1].origin.date = "2022-06-01";
  add("revised", revised);

  Observations stocks;
  const std::vector<std::pair<std::string, double>> dates{{"@2020-03", 9.04e8},  {"@2020-12", 9.89e8},     {"@2021-06", 1.011e9},
                                                          {"@2021-12", 1.032e9}, {"@2022-06-30", 1.051e9}, {"@2022-06-20", 1.05e9}};
  for (const auto& [period, value] : dates) stocks.push_back(figure(period, value, std::to_string(value / 1e8).substr(0, 5) + "亿", "人"));
  add("stocks", stocks);

  Observations ranges;
  for (int year = 2016; year < 2023; ++year) {
    const std::string y = std::to_string(year);
    ranges.push_back(figure(y + "-06-01/" + y + "-06-18", 1e11 * (year - 2014), std::to_string((year - 2014) * 1000) + "亿元"));
  }
  add("ranges", ranges);
  Observations dates_only = ranges;
  for (auto& r : dates_only) r.observation.value_max = r.observation.value * 1.2;
  add("from_to", dates_only);

  Observations ranks;
  for (int i = 0; i < 5; ++i) {
    ranks.push_back(figure(std::to_string(2018 + i), i % 3 + 1, "第" + std::to_string(i % 3 + 1), "rank"));
    ranks.back().observation.measure = Measure::rank;
    ranks.back().observation.step = 1;
  }
  add("ranks", ranks);
  add("no_period", {figure("", 5, "5元"), figure("某日", 7, "7元")});

  Observations hostile = of_code("cross_border_trade");
  for (ReportedObservation& r : hostile) {
    r.observation.indicator_code.clear();
    r.observation.indicator = "</text><script>alert(1)</script>&\"'\x1b[2J\xe2\x80\xae\xff\xef\xbf\xbf]]>";
    r.observation.reporter = "<b onclick='x'>" + r.observation.period + "</b>";
    r.observation.text = "<!--" + r.observation.text;
    r.origin.sources = {"&amp;", "%s%n{}"};
  }
  add("hostile", hostile);

  Observations wordy = of_code("cross_border_trade");
  for (ReportedObservation& r : wordy) {
    r.observation.indicator_code.clear();
    r.observation.indicator.clear();
    for (int i = 0; i < 30; ++i) r.observation.indicator += "跨境电子商务综合试验区内企业线上";
    r.observation.reporter += "某某地区电子商务与数字经济发展促进中心及其下属数据研究院联合课题组（筹备委员会）办公室";
    r.observation.entity = "W" + std::string(150, 'w');
  }
  add("wordy", wordy);
  return out;
}

int draw(const std::filesystem::path& folder) {
  const Phrases phrases = Phrases::load(DataSet::built_in()).value();
  for (const Picture& picture : pictures()) {
    SeriesRegister all;
    for (const ReportedObservation& r : picture.observations) all.add(r);
    all.close();
    std::vector<const Series*> series;
    for (const Series& s : all.series()) series.push_back(&s);
    std::string charts;
    for (const Series* s : series)
      charts += terminal_chart(make_chart(all, *s, phrases), phrases, 0) + "\n" + series_table(all, *s, 80, true) + "\n";
    if (const auto written = write_file(folder / (picture.name + ".txt"), charts); !written) {
      std::cerr << written.error().message() << '\n';
      return 2;
    }
    if (const auto written = write_file(folder / (picture.name + ".svg"), chart_svg(all, series, phrases)); !written) {
      std::cerr << written.error().message() << '\n';
      return 2;
    }
  }
  SeriesRegister all;
  for (const ReportedObservation& r : sample_observations()) all.add(r);
  all.close();
  std::vector<const Series*> series;
  for (const Series& s : all.series()) series.push_back(&s);
  return write_file(folder / "several.svg", chart_svg(all, series, phrases, 3)) ? 0 : 2;
}

}  // namespace
}  // namespace fengbiao

int main(int count, char** words) {
  if (count != 2) return 2;
  return fengbiao::draw(words[1]);
}
