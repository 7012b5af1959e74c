#include "corpus.h"

#include <algorithm>
#include <random>
#include <set>

#include "base/disk.h"
#include "base/utf8.h"
#include "search/search_text.h"

namespace fengbiao::bench {
namespace {

constexpr std::size_t kShortestClause = 6;  // characters
constexpr std::size_t kLongestTerm = 8;

std::vector<std::size_t> character_begins(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).size) begins.push_back(i);
  begins.push_back(text.size());
  return begins;
}

bool ends_clause(char32_t c) { return c == U',' || c == U'\u3002' || c == U';' || c == U'!' || c == U'?'; }

}  // namespace

std::uint32_t Corpus::document_at(std::uint64_t at) const {
  return static_cast<std::uint32_t>(std::ranges::upper_bound(begins, at) - begins.begin() - 1);
}

Result<std::vector<std::string>> read_clauses(std::span<const std::filesystem::path> folders) {
  std::vector<std::string> clauses;
  std::set<std::string> seen;
  for (const std::filesystem::path& folder : folders) {
    for (const std::filesystem::path& file : walk(folder).files) {
      if (file.extension() != ".txt") continue;
      FB_TRY(const std::string bytes, read_file(file));
      for (std::size_t line = 0; line < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', line), bytes.size());
        const std::string text = search_text(std::string_view(bytes).substr(line, end - line));
        line = end + 1;
        std::size_t begin = 0, characters = 0;
        for (std::size_t i = 0; i < text.size();) {
          const Decoded d = decode(text, i);
          i += d.size;
          ++characters;
          if (!ends_clause(d.code) && i < text.size()) continue;
          std::string clause = text.substr(begin, i - begin);
          if (characters >= kShortestClause && seen.insert(clause).second) clauses.push_back(std::move(clause));
          begin = i;
          characters = 0;
        }
      }
    }
  }
  if (clauses.empty()) return fail(Cause::empty, {}, "no texts to make documents of");
  return clauses;
}

Corpus make_corpus(std::span<const std::string> clauses, std::size_t documents, std::size_t characters) {
  std::vector<std::size_t> sizes;
  for (const std::string& clause : clauses) sizes.push_back(count_code_points(clause));
  Corpus corpus;
  std::mt19937_64 random(7);
  for (std::size_t n = 0; n < documents; ++n) {
    corpus.begins.push_back(corpus.text.size());
    std::size_t written = 0;
    // From half to one and a half of what is asked for, so that on average it is that.
    const std::size_t wanted = characters / 2 + random() % (characters + 1);
    for (bool title = true; title || written < wanted; title = false) {
      const std::size_t clause = random() % clauses.size();
      corpus.text += clauses[clause];
      written += sizes[clause];
      if (title) corpus.text += '\n';
    }
    corpus.text += '\n';
  }
  corpus.begins.push_back(corpus.text.size());
  return corpus;
}

std::vector<Query> draw_queries(const Corpus& corpus, std::size_t singles, std::size_t pairs) {
  std::vector<Query> queries;
  std::mt19937_64 random(11);
  const auto draw = [&](std::string_view text, const std::vector<std::size_t>& begins, std::size_t length) {
    for (;;) {
      const std::size_t at = random() % (begins.size() - length);
      const std::string_view term = text.substr(begins[at], begins[at + length] - begins[at]);
      // As somebody would type it: no line end, no blank at an end.
      if (term.find('\n') == term.npos && term.front() != ' ' && term.back() != ' ') return std::string(term);
    }
  };
  for (std::size_t i = 0; i < singles + pairs; ++i) {
    const std::string_view text = corpus.document(random() % corpus.documents());
    const std::vector<std::size_t> begins = character_begins(text);
    Query query{{draw(text, begins, 1 + i % kLongestTerm)}};
    if (i >= singles) query.terms.push_back(draw(text, begins, 1 + random() % kLongestTerm));
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace fengbiao::bench
