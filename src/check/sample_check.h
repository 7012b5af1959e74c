// For tests of this room: what all checks find in a small article, and what is said when a file of their data is broken.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "check/sample_text.h"

namespace fengbiao {

inline const Checker& sample_checker() {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  return *checker;
}

// The article of a text (SampleIssue), read and checked; `source` is its source line and stands behind it.
inline IssueChecks checked_sample(const std::string& words, const std::string& source = "") {
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  SampleIssue sample(words);
  if (!source.empty()) {
    const auto begin = static_cast<std::uint32_t>(sample.kept.size());
    sample.kept += source;
    sample.issue.articles.front().source_pieces = {{begin, begin + static_cast<std::uint32_t>(source.size())}};
  }
  Checker::Session session(sample_checker(), sample.issue, sample.kept);
  ArticleText text;
  text.read(*reader, sample.issue.articles.front(), sample.kept, Date{2022, 12, 5});
  session.article(text, {}, {});
  return session.finish({}, {});
}

// The words under the findings of one rule, in order of the text.
inline std::vector<std::string> marks_of(std::string_view rule, const std::string& words, const std::string& source = "") {
  std::vector<std::string> out;
  const std::string all = words + source;
  for (const Finding& f : checked_sample(words, source).findings)
    if (f.rule == rule) out.emplace_back(slice(all, f.at.span));
  return out;
}

// The checks with one file of data/ as `bytes`: "near_names.yaml:3: what is wrong", and "" where they load.
inline std::string said_of_broken(const std::string& file, const std::string& bytes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("fengbiao_sample_check_" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories((folder / file).parent_path());
  std::ofstream(folder / file) << bytes;
  const auto data = DataSet::with_folder(folder);
  std::string out;
  if (!data) {
    out = data.error().message();
  } else if (const auto loaded = Checker::load(*data); !loaded) {
    const Error& e = loaded.error();
    out = std::filesystem::path(e.place.file).filename().string() + ":" + std::to_string(e.place.line) + ": " + e.what;
  }
  std::filesystem::remove_all(folder);
  return out;
}

}  // namespace fengbiao
