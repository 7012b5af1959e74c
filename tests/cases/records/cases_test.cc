// Reads the cases of this folder, which show how the prose of an article is read as observations. A case is: words that explain
// (lines that begin with #), a line `date: 2022-12-05`, the title, the paragraphs, a line `----`, and what a careful reader takes from
// the text, a line a number in order of the text:
//
//   1.3万亿元 | 1300000000000 CNY = | level | 网络零售额 | 上海 | - | 2021 | actual
//   15% | 15 % = | growth yoy | 网络零售额 | 上海 | - | 2021 | actual
//
// that is: the number as printed, its value, unit and sign (= > < ~), measure and basis, indicator, area, entity, period, status; `-`
// stands for none, `28..35` for a range. What else a case speaks of follows in further fields: `by 国家邮政局` (who reports), `of 网民`
// (what a share is a share of), `part of 420亿元` (the number of the whole). `none` stands where nothing is an observation. Lines
// `dropped: 两家 | a small count in words` name numbers that are left out, and the rule that says so.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "article_of.h"
#include "base/disk.h"
#include "observation/observations.h"

namespace fengbiao {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "tests" / "cases" / "records";
constexpr std::string_view kDropped = "dropped: ";

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t at = text.find(by);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + by.size());
  }
}

struct Case {
  std::string date, text;
  std::vector<std::string> records;  // as written
  std::vector<std::string> dropped;
};

Case read_case(const std::filesystem::path& path) {
  const std::string whole = read_file(path).value();
  std::string_view rest = whole;
  const auto take_line = [&] {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
  };
  Case c;
  std::string_view line = take_line();
  while (line.starts_with("#")) line = take_line();
  EXPECT_TRUE(line.starts_with("date: ")) << path << ": expected a line 'date: …', got: " << line;
  c.date = line.substr(std::min<std::size_t>(line.size(), 6));
  const std::size_t bar = rest.find("\n----\n");
  EXPECT_NE(bar, rest.npos) << path << ": no line ----";
  if (bar == rest.npos) return c;
  c.text = rest.substr(0, bar + 1);
  rest.remove_prefix(bar + 6);
  while (!rest.empty()) {
    line = take_line();
    if (line.starts_with(kDropped)) c.dropped.emplace_back(line.substr(kDropped.size()));
    else if (line != "none" && !line.empty()) c.records.emplace_back(line);
  }
  return c;
}

std::string or_dash(std::string_view text) { return std::string(text.empty() ? "-" : text); }

// Twelve digits, and never an exponent.
std::string number(double value) { return fmt::format("{}", std::strtod(fmt::format("{:.12g}", value).c_str(), nullptr)); }

std::string value_of(const Observation& o) {
  return number(o.value) + (o.value_max ? ".." + number(*o.value_max) : std::string()) + " " + or_dash(o.unit) + " " + o.approx;
}

std::string line_of(const Observation& o) {
  const std::string measure = std::string(name_of(o.measure)) + (o.basis.empty() ? "" : " " + o.basis);
  return fmt::format("{} | {} | {} | {} | {} | {} | {} | {}", o.text, value_of(o), measure, or_dash(o.indicator), or_dash(o.area),
                     or_dash(o.entity), or_dash(o.period), name_of(o.status));
}

// Of the fields that only some cases speak of, those that `wanted` has.
std::string further_fields(std::string_view wanted, const Observation& o, const std::vector<Observation>& all) {
  std::string out;
  const std::vector<std::string> fields = split(wanted, " | ");
  for (std::size_t i = 8; i < fields.size(); ++i) {
    const auto whole = std::find_if(all.begin(), all.end(), [&](const Observation& other) { return other.id == o.part_of; });
    if (fields[i].starts_with("by ")) out += " | by " + or_dash(o.reporter);
    else if (fields[i].starts_with("of ")) out += " | of " + or_dash(o.share_of);
    else if (fields[i].starts_with("part of ")) out += " | part of " + (whole == all.end() ? "-" : whole->text);
    else out += " | a field that begins with by, of or part of";
  }
  return out;
}

class RecordCase : public testing::TestWithParam<std::string> {};

TEST_P(RecordCase, ReadsAsExpected) {
  static const TextReader reader = TextReader::load(DataSet::built_in()).value();
  static const ObservationReader observations = ObservationReader::load(DataSet::built_in()).value();
  const std::filesystem::path path = kFolder / (GetParam() + ".test");
  const Case c = read_case(path);
  const Article article = article_of(c.text, c.date);
  ArticleText text;
  text.read(reader, article, c.text, std::nullopt);
  std::vector<Observation> found;
  std::vector<Candidate> dropped;
  observations.read(text, found, &dropped);
  std::string got, wanted;
  for (std::size_t i = 0; i < found.size(); ++i)
    got += line_of(found[i]) + (i < c.records.size() ? further_fields(c.records[i], found[i], found) : "") + "\n";
  for (const std::string& line : c.records) wanted += line + "\n";
  EXPECT_EQ(got, wanted) << path;
  std::string left_out;
  for (const Candidate& d : dropped) left_out += fmt::format("{} | {}\n", slice(c.text, d.span), d.why);
  for (const std::string& line : c.dropped)
    EXPECT_NE(left_out.find(line + "\n"), std::string::npos) << path << ": " << line << "\n" << left_out;
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& file : walk(kFolder).files)
    if (file.extension() == ".test") out.push_back(file.stem().string());
  return out;
}

INSTANTIATE_TEST_SUITE_P(Cases, RecordCase, testing::ValuesIn(names()), [](const auto& name) { return name.param; });

TEST(RecordCases, AreThere) { EXPECT_GE(names().size(), 40u); }

}  // namespace
}  // namespace fengbiao
