#include "serve/body_cache.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::shared_ptr<const KeptAnswer> answer(std::size_t bytes) {
  return std::make_shared<const KeptAnswer>(answer_of(std::string(bytes, 'a'), kJsonType));
}

std::string header(const Answer& answer, std::string_view name) {
  for (const auto& [key, value] : answer.headers)
    if (key == name) return value;
  return {};
}

TEST(BodyCache, KeepsWhatWasAskedForLastWithinItsBound) {
  BodyCache cache(80'000);
  for (int i = 0; i < 1000; ++i) cache.put("key" + std::to_string(i), answer(1000));
  EXPECT_LE(cache.bytes(), 80'000U);
  EXPECT_GT(cache.count(), 10U);
  EXPECT_FALSE(cache.get("key0"));
  EXPECT_TRUE(cache.get("key999"));
  cache.put("huge", answer(1'000'000));
  EXPECT_FALSE(cache.get("huge"));
  EXPECT_LE(cache.bytes(), 80'000U);
}

TEST(BodyCache, CompressedFormsCount) {
  BodyCache cache(1 << 20);
  cache.put("a", answer(100'000));
  const std::size_t before = cache.bytes();
  HttpRequest gzip;
  gzip.accept_encoding = "gzip";
  EXPECT_EQ(header(cache.get("a")->for_client(gzip), "Content-Encoding"), "gzip");
  EXPECT_TRUE(cache.get("a"));
  EXPECT_GT(cache.bytes(), before);
}

TEST(KeptAnswer, SendsNothingThatTheClientHas) {
  const auto kept = answer(2000);
  const Answer whole = kept->for_client({});
  EXPECT_EQ(whole.status, 200U);
  const std::string tag = header(whole, "ETag");
  EXPECT_TRUE(tag.starts_with("W/\"")) << tag;
  for (const std::string& tags : {tag, "\"other\", " + tag, tag.substr(2), std::string("*")}) {
    HttpRequest again;
    again.if_none_match = tags;
    const Answer none = kept->for_client(again);
    EXPECT_EQ(none.status, 304U) << tags;
    EXPECT_FALSE(none.body);
  }
  HttpRequest other;
  other.if_none_match = "W/\"other\"";
  EXPECT_EQ(kept->for_client(other).status, 200U);
}

}  // namespace
}  // namespace fengbiao
