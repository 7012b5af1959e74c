#include "publish/sdmx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include "base/csv.h"
#include "model/period.h"
#include "publish/record_parts.h"

namespace fengbiao {

namespace {

constexpr std::string_view kUnknown = "_X", kNotApplicable = "_Z", kOther = "_O";
constexpr int kLargestMultiple = 15;

// TIME_PERIOD and FREQ of a period: "2022-H1" is 2022-S1, half-yearly; a range is its first day and its length.
struct SdmxTime {
  std::string period;
  std::string_view freq;
};

std::chrono::year_month_day day_of(std::string_view iso) {
  int y = 0;
  unsigned m = 0, d = 0;
  std::from_chars(iso.data(), iso.data() + 4, y);
  std::from_chars(iso.data() + 5, iso.data() + 7, m);
  std::from_chars(iso.data() + 8, iso.data() + 10, d);
  return std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d);
}

// Whole years and months are said as such: P1Y, P10M; everything else in days.
std::string length_of(const PeriodDays& days) {
  using namespace std::chrono;
  const year_month_day first = day_of(days.first), next = sys_days(day_of(days.last)) + std::chrono::days(1);
  if (first.day() == next.day()) {
    const int months = (static_cast<int>(next.year()) - static_cast<int>(first.year())) * 12 + static_cast<int>(unsigned(next.month())) -
                       static_cast<int>(unsigned(first.month()));
    return months % 12 == 0 ? fmt::format("P{}Y", months / 12) : fmt::format("P{}M", months);
  }
  return fmt::format("P{}D", (sys_days(next) - sys_days(first)).count());
}

std::optional<SdmxTime> time_of(std::string_view period) {
  const auto days = days_of_period(period);
  if (!days || days->first.empty() || days->last.empty()) return std::nullopt;
  if (days->stock) period.remove_prefix(1);
  if (period.find('/') != period.npos) return SdmxTime{days->first + "/" + length_of(*days), kOther};
  if (period.size() == 4) return SdmxTime{std::string(period), "A"};
  if (period.size() == 10) return SdmxTime{std::string(period), "D"};
  const char mark = period[5];
  if (mark == 'H') return SdmxTime{fmt::format("{}-S{}", period.substr(0, 4), period.substr(6)), "S"};
  if (mark == 'Q') return SdmxTime{std::string(period), "Q"};
  if (mark == 'W') return SdmxTime{std::string(period), "W"};
  return SdmxTime{std::string(period), "M"};
}

// The value as printed: 1.98 with the power 12 and 2 decimals of 1.98e12. Where the printed digits are not the value (a correction, a
// word such as half), the whole value with the power 0.
struct SdmxValue {
  std::string value, max;
  int power = 0, decimals = 0;
};

int decimals_of(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == number.npos ? 0 : static_cast<int>(number.size() - point - 1);
}

// Without a power of ten: 0.00001, not 1e-05.
std::string plain(double number) {
  std::array<char, 400> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return error == std::errc() ? std::string(digits.data(), end) : fmt::format("{}", number);
}

SdmxValue value_of(const Observation& o) {
  SdmxValue out;
  std::string digits = o.digits;
  std::erase(digits, ',');
  double printed = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), printed);
  if (error == std::errc() && end == digits.data() + digits.size() && printed != 0 && o.value != 0) {
    const double ratio = std::abs(o.value / printed);
    const int power = static_cast<int>(std::lround(std::log10(ratio)));
    if (power >= 0 && power <= kLargestMultiple && std::abs(ratio / std::pow(10.0, power) - 1) < 1e-9) {
      out.power = power;
      out.decimals = decimals_of(digits);
    } else {
      out.decimals = -1;
    }
  } else {
    out.decimals = -1;
  }
  if (out.decimals < 0) {  // the shortest form that reads back equal
    out.value = plain(o.value);
    out.decimals = decimals_of(out.value);
    if (o.value_max) out.max = plain(*o.value_max);
    return out;
  }
  const double unit = std::pow(10.0, out.power);
  out.value = fmt::format("{:.{}f}", o.value / unit, out.decimals);
  if (o.value_max) out.max = fmt::format("{:.{}f}", *o.value_max / unit, out.decimals);
  return out;
}

std::string_view or_code(const std::string& text, std::string_view code) { return text.empty() ? code : std::string_view(text); }

std::string unit_of(const Observation& o) {
  struct Code {
    std::string_view unit, code;
  };
  constexpr std::array<Code, 6> kCodes{{{"", "PN"}, {"%", "PT"}, {"pp", "PD"}, {"x", "MULT"}, {"rank", "RANK"}, {"points", "IX"}}};
  const auto* const found = std::ranges::find(kCodes, o.unit, &Code::unit);
  return found == kCodes.end() ? o.unit : std::string(found->code);
}

std::string measure_of(Measure measure) {
  std::string out(name_of(measure));
  for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string_view transformation_of(const Observation& o) {
  if (o.measure != Measure::growth && o.measure != Measure::change) return "N";
  if (o.basis == "yoy") return "GY";
  if (o.basis == "period") return "G1";
  if (o.basis == "cagr") return "GC";
  if (o.basis == "multi") return "GM";
  if (o.basis.starts_with("since:")) return "GB";
  return kUnknown;
}

std::string_view status_of(const ReportedObservation& r) {
  if (r.observation.status != Status::actual) return "F";
  return r.observation.sure ? "A" : "V";
}

std::string_view approx_of(char approx) {
  switch (approx) {
    case '>': return "GT";
    case '<': return "LT";
    case '~': return "AP";
    default: return "EQ";
  }
}

// The base of a growth in the form of SDMX; as it is where SDMX has none.
std::string base_of(const Observation& o) {
  if (!o.basis.starts_with("since:")) return "";
  const auto time = time_of(std::string_view(o.basis).substr(6));
  return time ? time->period : o.basis.substr(6);
}

}  // namespace

std::vector<std::string> sdmx_row(const ReportedObservation& reported) {
  const Observation& o = reported.observation;
  const auto time = time_of(o.period);
  if (!time) return {};
  const SdmxValue value = value_of(o);
  std::vector<std::string> comments = o.doubts;
  for (const Correction& c : reported.corrections)
    comments.push_back(fmt::format("{} corrected by {}, read {}: {}", c.field, c.by, c.read.empty() ? "unknown" : c.read, c.why));
  const bool stock = o.period.starts_with('@');
  const bool summed = !stock && o.measure == Measure::level && !o.unit.empty();
  return {
      "dataflow",
      fmt::format("{}:{}({})", kSdmxAgency, kSdmxId, kSdmxVersion),
      "I",
      std::string(or_code(o.indicator_code, or_code(o.indicator, kUnknown))),
      std::string(or_code(o.area_code, or_code(o.area, kUnknown))),
      std::string(or_code(o.entity_id, or_code(o.entity, kNotApplicable))),
      std::string(time->freq),
      measure_of(o.measure),
      std::string(transformation_of(o)),
      o.id,
      time->period,
      value.value,
      unit_of(o),
      fmt::format("{}", value.power),
      fmt::format("{}", value.decimals),
      std::string(status_of(reported)),
      stock    ? "E"
      : summed ? "S"
               : "",
      base_of(o),
      value.max,
      std::string(approx_of(o.approx)),
      o.status == Status::actual ? "" : std::string(name_of(o.status)),
      o.indicator,
      o.area,
      o.entity,
      o.share_of,
      o.reporter,
      joined(reported.origin.sources),
      reported.origin.date,
      o.quote,
      o.text,
      fmt::format("{}:{}", reported.origin.file, o.line_start),
      fmt::format("{}", fmt::join(comments, "; ")),
  };
}

Result<void> export_sdmx_csv(Archive& archive, const std::function<Result<void>(std::string_view)>& sink, std::size_t& left_out) {
  left_out = 0;
  CsvWriter head(CsvWriter::Texts::as_they_are);
  std::vector<std::string> names;
  for (const SdmxColumn& column : sdmx_columns()) names.emplace_back(column.id);
  head.row(names);
  FB_CHECK(sink(head.text()));
  return archive.for_each_observation({}, [&](const ReportedObservation& o) -> Result<bool> {
    const std::vector<std::string> cells = sdmx_row(o);
    if (cells.empty()) {
      ++left_out;
      return true;
    }
    CsvWriter row(CsvWriter::Texts::as_they_are);
    row.row(cells);
    FB_CHECK(sink(row.text()));
    return true;
  });
}

}  // namespace fengbiao
