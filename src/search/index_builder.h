// Makes an index: documents are put in one after the other, then it is made at once, as bytes that a file or the memory may hold.
//
//   SearchIndexBuilder builder;
//   builder.add({.id = "...", .title = "电商新规", .paragraphs = {"平台应当公示..."}});
//   auto index = SearchIndex::over(*builder.make("state 7"));
//
// The same documents make the same bytes. Takes memory of about five times the text. Tested by index_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "search/index_parts.h"

namespace fengbiao {

class SearchIndexBuilder {
 public:
  SearchIndexBuilder();
  SearchIndexBuilder(SearchIndexBuilder&&) noexcept;
  SearchIndexBuilder& operator=(SearchIndexBuilder&&) noexcept;
  ~SearchIndexBuilder();

  void add(const SearchDocument& document);
  // Fails with too_large. The builder is empty afterwards. `often`: rows of characters in more documents than so many are gone on from
  // (gram_lists.h); 0: as suits the number of documents.
  Result<IndexBytes> make(std::string_view stamp, std::uint32_t often = 0);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fengbiao
