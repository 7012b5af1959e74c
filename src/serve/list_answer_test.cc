#include "serve/list_answer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

nlohmann::json listed(const std::string& letters, std::string limit, std::string cursor) {
  Parameters p;
  if (!limit.empty()) p.set("limit", std::move(limit));
  if (!cursor.empty()) p.set("cursor", std::move(cursor));
  const Answer answer = list_answer(p, letters.size(), [&](JsonWriter& w, std::size_t i) {
    w.open('{');
    w.field("id", std::string_view(letters).substr(i, 1));
    w.field("of", static_cast<std::uint64_t>(letters.size()));
    w.close('}');
  });
  return nlohmann::json::parse(*answer.body);
}
std::string letters_of(const nlohmann::json& page) {
  std::string out;
  for (const auto& item : page["items"]) out += item["id"].get<std::string>();
  return out;
}

TEST(ListAnswer, PagesLeadThroughAllRows) {
  std::string seen, cursor;
  for (;;) {
    const auto page = listed("abcde", "2", cursor);
    seen += letters_of(page);
    EXPECT_EQ(page["total"], 5);
    if (page["next"].is_null()) break;
    cursor = page["next"];
  }
  EXPECT_EQ(seen, "abcde");
  EXPECT_EQ(letters_of(listed("abcde", "2", "9")), "");
  EXPECT_EQ(letters_of(listed("abcde", "2", "3")), "de");
  EXPECT_TRUE(listed("", "", "")["next"].is_null());
}

TEST(ListAnswer, APageGoesOnBehindTheLastItemWhereverThatStandsNow) {
  const std::string cursor = listed("abcde", "2", "")["next"];
  EXPECT_EQ(letters_of(listed("XYabcde", "2", cursor)), "cd");
  EXPECT_EQ(letters_of(listed("bcde", "2", cursor)), "cd");
  EXPECT_EQ(letters_of(listed("acde", "2", cursor)), "de");  // the last item is gone: at its place
  EXPECT_EQ(letters_of(listed("ab", "2", cursor)), "");
}

}  // namespace
}  // namespace fengbiao
