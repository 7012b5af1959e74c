// Any bytes as a file of rules: it is refused with words that say why, or its rules look through a text. Where broken rules are left
// out, those that are left do the same; a file that is refused has at least one that is broken.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "../cases/records/article_of.h"
#include "check/pattern_rules.h"
#include "check_findings.h"

namespace fengbiao {
namespace {

constexpr std::string_view kText =
    "全市有（12家企业\n 前11月，，销售额达1.2亿元，同比增长5%。“一老一小”5G网络3千家，abc 、\n\n二是12 000件，\xE2\x80\xA6";

// A folder of rules that is gone at the end.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("fuzz_rules." + std::to_string(getpid()));
  Folder() {
    std::filesystem::create_directories(path);
    write("reasons.yaml", (*DataSet::built_in().find("rules/check/reasons.yaml"))->bytes);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  void write(const char* name, std::string_view bytes) const {
    std::ofstream(path / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
};

void look(const RuleBook& book) {
  for (const auto& rule : book.rules()) {
    demand(book.find(rule->id) == rule.get(), "a rule is found by its id");
    demand(!rule->examples.empty() && !rule->counter_examples.empty(), "a rule has examples");
    (void)rule->words("none", {{"mark", "{mark}"}});
  }
  static const TextReader reader = *TextReader::load(DataSet::built_in());
  Issue issue;
  issue.articles.push_back(article_of(kText, "2022-12-05"));
  ArticleText text;
  text.read(reader, issue.articles.front(), kText, std::nullopt);
  PrintedText printed;
  printed.read(issue.articles.front(), kText);
  Report report(issue, kText);
  PatternRules::of(book).check({issue, issue.articles.front(), kText, text, printed, {}, {}}, report);
  check_findings(report.finish(), book, kText);
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const Folder folder;
  folder.write("f.yaml", {reinterpret_cast<const char*>(data), size});
  DataSet rules;
  demand(rules.lay_over(folder.path, "rules/check/").has_value(), "a folder is laid over");
  const Result<RuleBook> strict = RuleBook::load(rules);
  const Result<RuleBook> lenient = RuleBook::load(rules, {.skip_broken = true});
  demand(lenient.has_value(), "broken rules are left out");
  demand(lenient->broken().empty() == strict.has_value(), "what is refused is broken, and nothing else");
  if (strict) look(*strict);
  else demand(!strict.error().message().empty() && !first_malformed(strict.error().message()), "a refusal has words");
  look(*lenient);
  return 0;
}
