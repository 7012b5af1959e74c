// The search index against a plain scan over the texts of a folder: `search_terms FOLDER`; 77 where there is none.
#include <fmt/format.h>

#include "search/slow_search.h"

int main(int argc, char** argv) {
  using namespace fengbiao;
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    fmt::print("skipped: no texts there\n");
    return 77;
  }
  std::size_t wrong = 0;
  for (const std::uint32_t often : {0U, 12U}) {
    const std::vector<SearchDocument> documents = documents_of(argv[1], 1);
    const std::vector<std::string> found = differences(documents, often, 21 + often);
    fmt::print("{} documents, 1000 terms and 200 pairs of terms: {} answered otherwise than by a plain scan\n", documents.size(),
               found.size());
    wrong += found.size();
  }
  return wrong == 0 ? 0 : 1;
}
