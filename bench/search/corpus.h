// Documents of any number, made of the clauses of given texts, shuffled by a seed, and queries drawn from them: same seed, same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao::bench {

// In normal form, as every engine gets them: title \n body.
struct Corpus {
  std::string text;                   // of all documents, each ending with \n
  std::vector<std::uint64_t> begins;  // and one more, the end
  [[nodiscard]] std::size_t documents() const { return begins.size() - 1; }
  [[nodiscard]] std::string_view document(std::size_t n) const {
    return std::string_view(text).substr(begins[n], begins[n + 1] - begins[n]);
  }
  [[nodiscard]] std::uint32_t document_at(std::uint64_t at) const;
};

// One term, or two that must both stand in a document.
struct Query {
  std::vector<std::string> terms;
};

// Clauses of all *.txt in the folders.
Result<std::vector<std::string>> read_clauses(std::span<const std::filesystem::path> folders);
Corpus make_corpus(std::span<const std::string> clauses, std::size_t documents, std::size_t characters);
// `singles` of one term of 1 to 8 characters in turn, then `pairs` of two such terms of one document.
std::vector<Query> draw_queries(const Corpus& corpus, std::size_t singles, std::size_t pairs);

}  // namespace fengbiao::bench
