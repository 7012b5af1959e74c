#include "search/postings.h"

#include <gtest/gtest.h>

#include <random>

namespace fengbiao {
namespace {

TEST(Postings, come_back_as_they_were) {
  std::mt19937 random(3);
  for (int turn = 0; turn < 400; ++turn) {
    const std::uint32_t share = 1 + random() % (turn % 3 == 0 ? 3 : 5000), marks = 1 + random() % 30;
    std::vector<SearchHit> hits, back;
    std::uint32_t row = random() % 1000;
    for (std::size_t n = random() % 700; n > 0; --n) {
      hits.emplace_back(row, random() % marks == 0 ? static_cast<TermPlace>(random() % 4) : TermPlace::once);
      row += 1 + random() % share + (random() % 50 == 0 ? random() % 100'000 : 0);
    }
    std::string bytes = "x";
    pack_hits(hits, bytes);
    const std::string_view list = std::string_view(bytes).substr(1);
    EXPECT_EQ(hit_count(list), hits.size());
    ASSERT_TRUE(unpack_hits(list, row + 1, back));
    EXPECT_EQ(back, hits);
    if (!hits.empty()) {
      EXPECT_FALSE(unpack_hits(list, hits.back().row(), back));  // the last row is none
      EXPECT_FALSE(unpack_hits(list.substr(0, list.size() - 1), row + 1, back));
      EXPECT_TRUE(back.empty());
    }
  }
}

TEST(Postings, give_no_row_that_is_none_out_of_any_bytes) {
  std::mt19937 random(5);
  std::vector<SearchHit> out;
  for (int turn = 0; turn < 20'000; ++turn) {
    std::string bytes(random() % 300, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % (turn % 2 == 0 ? 256 : 40));
    if (unpack_hits(bytes, 500, out)) {
      for (const SearchHit hit : out) ASSERT_LT(hit.row(), 500U);
    }
  }
}

TEST(Postings, take_little_room) {
  std::vector<SearchHit> hits;
  for (std::uint32_t i = 0; i < 100'000; ++i) hits.emplace_back(i, TermPlace::once);
  std::string bytes;
  pack_hits(hits, bytes);
  EXPECT_LT(bytes.size(), 1000U);  // every row: a byte a block
}

}  // namespace
}  // namespace fengbiao
