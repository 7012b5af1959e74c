// Reads the cases of this folder: words that explain (lines that begin with #), an input, a line `----`, and what a careful
// reader finds: a line an article, `section | title | paragraphs | sources | selected by | date | note`, then, where there
// are any, `unclaimed | lines`. In the input ␣ stands for a blank and ⇥ for a tab, so that no editor eats them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/disk.h"
#include "bulletin/bulletin.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "tests" / "cases" / "bulletin";

struct Case {
  std::string input, expected;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

Case read_case(const std::filesystem::path& path) {
  std::string text = read_file(path).value();
  while (text.starts_with("# ")) text.erase(0, text.find('\n') + 1);
  const std::size_t bar = text.find("\n----\n");
  EXPECT_NE(bar, std::string::npos) << path << ": no line ----";
  if (bar == std::string::npos) return {};
  Case c{text.substr(0, bar + 1), text.substr(bar + 6)};
  replace_all(c.input, "␣", " ");
  replace_all(c.input, "⇥", "\t");
  return c;
}

std::string dump(const Issue& issue) {
  std::string out;
  for (const Article& a : issue.articles) {
    std::string sources;
    for (const std::string& s : a.sources) sources += (sources.empty() ? "" : ", ") + s;
    out += fmt::format("{} | {} | {} | {}{} | {} | {} | {}\n", a.section.empty() ? "-" : a.section, a.title.empty() ? "-" : a.title,
                       a.paragraphs.size(), sources.empty() ? "-" : sources, a.compiled ? " (own)" : "", a.selected_by.value_or("-"),
                       a.date.value_or("-"), a.author_note.value_or("-"));
  }
  if (issue.unclaimed_lines > 0) out += fmt::format("unclaimed | {}\n", issue.unclaimed_lines);
  return out;
}

class BulletinCase : public testing::TestWithParam<std::string> {};

TEST_P(BulletinCase, ReadsAsExpected) {
  static const Knowledge knowledge = Knowledge::load(DataSet::built_in()).value();
  const std::filesystem::path path = kFolder / (GetParam() + ".test");
  const Case c = read_case(path);
  EXPECT_EQ(dump(read_bulletin(document_from_text(c.input, "case.txt"), knowledge, "").value()), c.expected) << path;
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& file : walk(kFolder).files)
    if (file.extension() == ".test") out.push_back(file.stem().string());
  return out;
}

INSTANTIATE_TEST_SUITE_P(Cases, BulletinCase, testing::ValuesIn(names()), [](const auto& name) { return name.param; });

TEST(BulletinCases, AreThere) { EXPECT_GE(names().size(), 25u); }

}  // namespace
}  // namespace fengbiao
