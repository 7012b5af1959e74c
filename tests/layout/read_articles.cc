// Reads the files named on the command line and prints their articles, one JSON object a line. What cannot be read is said
// on standard error and the exit code is 1. run_layout.py compares this with what was printed.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "base/disk.h"
#include "bulletin/bulletin.h"
#include "intake/intake.h"
#include "model/issue_json.h"

using namespace fengbiao;

namespace {

Result<Issue> read_one(const std::filesystem::path& path, const Knowledge& knowledge) {
  FB_TRY(const std::string bytes, read_file(path));
  FB_TRY(const Document document, read_document(bytes, path.filename().string()));
  return read_bulletin(document, knowledge, "");
}

}  // namespace

int main(int count, char** arguments) {
  const Result<Knowledge> knowledge = Knowledge::load(DataSet::built_in());
  if (!knowledge) return fmt::print(stderr, "{}\n", knowledge.error().message()), 1;
  int code = 0;
  for (int i = 1; i < count; ++i) {
    const Result<Issue> issue = read_one(arguments[i], *knowledge);
    if (!issue) {
      fmt::print(stderr, "{}\n", issue.error().message());
      code = 1;
      continue;
    }
    for (const Article& article : issue->articles) {
      JsonWriter writer;
      write_article_json(writer, article, issue->file, issue->key);
      fmt::print("{}\n", writer.text());
    }
  }
  return code;
}
