// The slow twin of the index, for tests: every term is looked for in the normal form of every document, one after the other.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/utf8.h"
#include "search/index.h"
#include "search/index_builder.h"
#include "search/search_text.h"

namespace fengbiao {

// The lines of all *.txt in the folder, some at a time as a document.
inline std::vector<SearchDocument> documents_of(const std::filesystem::path& folder, std::size_t lines_each = 2) {
  std::vector<SearchDocument> documents;
  std::size_t lines = 0;
  for (const std::filesystem::path& file : walk(folder).files) {
    if (file.extension() != ".txt") continue;
    const auto bytes = read_file(file);
    for (std::size_t begin = 0; bytes && begin < bytes->size();) {
      const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
      std::string line = bytes->substr(begin, end - begin);
      begin = end + 1;
      if (search_text(line).empty()) continue;
      if (lines++ % (lines_each + 1) == 0) {
        documents.emplace_back();
        documents.back().id = fmt::format("d{}", documents.size());
        documents.back().title = std::move(line);
      } else {
        documents.back().paragraphs.push_back(std::move(line));
      }
    }
  }
  return documents;
}

class SlowSearch {
 public:
  explicit SlowSearch(const std::vector<SearchDocument>& documents) {
    for (const SearchDocument& document : documents) {
      std::string text = search_text(document.title);
      title_sizes_.push_back(text.size());
      for (const std::string& paragraph : document.paragraphs) text += '\n' + search_text(paragraph);
      texts_.push_back(std::move(text));
    }
  }
  [[nodiscard]] std::vector<SearchHit> find(std::string_view term) const {
    std::vector<SearchHit> hits;
    for (std::uint32_t row = 0; row < texts_.size(); ++row) {
      int times = 0;
      bool in_title = false;
      for (std::size_t at = 0; (at = texts_[row].find(term, at)) != std::string::npos; ++at, ++times)
        in_title = in_title || at < title_sizes_[row];
      if (times > 0) hits.emplace_back(row, in_title ? TermPlace::in_title : static_cast<TermPlace>(std::min(times, 3) - 1));
    }
    return hits;
  }
  // A term of `length` characters of some text, or as many as the line has from there on.
  [[nodiscard]] std::string draw(std::mt19937& random, std::size_t length) const {
    for (;;) {
      const std::string& text = texts_[random() % texts_.size()];
      if (text.empty()) continue;
      std::size_t begin = random() % text.size();
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
      std::size_t end = begin;
      for (std::size_t n = 0; n < length && end < text.size() && text[end] != '\n'; ++n) end += decode(text, end).size;
      if (end > begin) return text.substr(begin, end - begin);
    }
  }

 private:
  std::vector<std::string> texts_;
  std::vector<std::size_t> title_sizes_;
};

// What an index over `documents` answers otherwise than the twin: 1,000 terms of 1 to 8 characters, 200 queries of two terms as AND and
// NOT.
inline std::vector<std::string> differences(const std::vector<SearchDocument>& documents, std::uint32_t often, std::uint32_t seed = 1) {
  SearchIndexBuilder builder;
  for (const SearchDocument& document : documents) builder.add(document);
  auto bytes = builder.make("", often);
  if (!bytes) return {bytes.error().message()};
  const auto index = SearchIndex::over(std::move(*bytes));
  if (!index) return {index.error().message()};
  const SlowSearch slow(documents);
  std::vector<std::string> wrong;
  std::mt19937 random(seed);
  std::vector<SearchHit> hits;
  for (std::size_t i = 0; i < 1000; ++i) {
    std::string term = slow.draw(random, 1 + i % 8);
    if (i % 10 == 9) term += slow.draw(random, 1);  // mostly stands nowhere
    index->find(term, hits);
    if (hits != slow.find(term) || index->at_most(term) < hits.size()) wrong.push_back(term);
  }
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string first = slow.draw(random, 1 + i % 3), second = slow.draw(random, 1 + i % 8);
    const std::vector<SearchHit> all = slow.find(first), others = slow.find(second);
    std::vector<SearchHit> both, only;
    std::vector<TermPlace> places, also;
    for (const SearchHit hit : all) {
      const auto at = std::ranges::find(others, hit.row(), &SearchHit::row);
      (at == others.end() ? only : both).push_back(hit);
      if (at != others.end()) places.push_back(at->place());
    }
    index->find(first, hits);
    index->keep(second, hits, &also);
    if (hits != both || also != places) wrong.push_back(first + " and " + second);
    hits = all;
    index->drop(second, hits);
    if (hits != only) wrong.push_back(first + " without " + second);
  }
  return wrong;
}

}  // namespace fengbiao
