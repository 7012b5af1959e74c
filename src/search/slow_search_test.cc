// The index against its slow twin, over the texts of our own sets.
#include "search/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::vector<SearchDocument> own_texts() {
  const std::filesystem::path root = FENGBIAO_SOURCE_DIR;
  std::vector<SearchDocument> documents = documents_of(root / "tests" / "sets");
  std::ranges::move(documents_of(root / "samples"), std::back_inserter(documents));
  return documents;
}

TEST(SlowSearch, finds_no_other_rows_than_the_index) {
  const std::vector<SearchDocument> documents = own_texts();
  ASSERT_GT(documents.size(), 500U);
  EXPECT_THAT(differences(documents, 0), testing::IsEmpty());
}

TEST(SlowSearch, documents_of_an_index_make_the_same_index) {
  SearchIndexBuilder builder, again;
  for (SearchDocument document : own_texts()) {
    document.date = "2022-02-28";
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) document.values[1].push_back(std::to_string(i));
    builder.add(document);
  }
  const auto index = SearchIndex::over(*builder.make("s"));
  for (std::uint32_t row = 0; row < index->documents(); ++row) again.add(index->document(row));
  const auto bytes = again.make("s");
  EXPECT_EQ(bytes->parts, index->bytes().parts);
}

TEST(SlowSearch, finds_no_other_rows_than_an_index_of_longer_rows) {
  const std::vector<SearchDocument> documents = own_texts();
  EXPECT_THAT(differences(documents, 1, 2), testing::IsEmpty());
  EXPECT_THAT(differences(documents, 9, 3), testing::IsEmpty());
  EXPECT_THAT(differences(documents, 80, 4), testing::IsEmpty());
}

TEST(SlowSearch, finds_no_other_rows_where_characters_repeat) {
  std::vector<SearchDocument> documents;
  std::mt19937 random(7);
  for (int n = 0; n < 300; ++n) {
    SearchDocument document{.id = std::to_string(n), .title = "", .paragraphs = {}, .date = "", .values = {}};
    for (int line = 0; line < 3; ++line) {
      std::string text;
      for (std::size_t i = random() % 30; i > 0; --i) text += random() % 3 == 0 ? "电" : random() % 2 == 0 ? "a" : "商";
      (line == 0 ? document.title : document.paragraphs.emplace_back()) = text;
    }
    documents.push_back(std::move(document));
  }
  EXPECT_THAT(differences(documents, 0, 5), testing::IsEmpty());
  EXPECT_THAT(differences(documents, 20, 6), testing::IsEmpty());
}

TEST(SlowSearch, finds_no_other_rows_where_there_are_more_characters_than_numbers) {
  std::vector<SearchDocument> documents;
  for (char32_t c = 0x3400; c < 0x17000; c += 40) {
    SearchDocument document{.id = std::to_string(c), .title = "", .paragraphs = {""}, .date = "", .values = {}};
    for (char32_t i = c; i < c + 45; ++i) append_utf8(document.paragraphs[0], i);
    documents.push_back(std::move(document));
  }
  EXPECT_THAT(differences(documents, 0, 8), testing::IsEmpty());
}

}  // namespace
}  // namespace fengbiao
