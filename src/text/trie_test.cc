#include "text/trie.h"

#include <gtest/gtest.h>

#include <map>

namespace fengbiao {
namespace {

TEST(Trie, LongestAndEvery) {
  const Trie t = Trie::build({{"上海", 1}, {"上海市", 2}, {"上", 3}, {"海", 4}, {"上海", 9}});
  EXPECT_EQ(t.longest("上海市商务委", 0).value, 2u);
  EXPECT_EQ(t.longest("上海市商务委", 0).length, 9u);
  EXPECT_EQ(t.longest("上海", 0).value, 1u);  // of equal keys the first
  EXPECT_EQ(t.longest("上海", 3).value, 4u);
  EXPECT_EQ(t.longest("江苏", 0).length, 0u);
  EXPECT_EQ(t.longest("", 0).length, 0u);
  std::vector<std::uint32_t> values;
  t.each("上海市", 0, [&](Trie::Hit h) { values.push_back(h.value); });
  EXPECT_EQ(values, (std::vector<std::uint32_t>{3, 1, 2}));
  EXPECT_TRUE(t.contains("上海市"));
  EXPECT_FALSE(t.contains("上海市商"));
}

TEST(Trie, NothingInIt) {
  EXPECT_EQ(Trie().longest("上海", 0).length, 0u);
  EXPECT_EQ(Trie::build({}).longest("上海", 0).length, 0u);
  EXPECT_EQ(Trie::build({{"", 1}, {std::string("a\0b", 3), 2}, {std::string(300, 'x'), 3}}).longest("xxxa", 0).length, 0u);
}

TEST(Trie, BackwardsFromWhereWordsEnd) {
  const Trie t = Trie::build({{"市", 1}, {"上海市", 2}, {"海市", 3}}, Trie::Direction::backwards);
  std::vector<std::uint32_t> values;
  t.each_before("去上海市吗", 12, [&](Trie::Hit h) { values.push_back(h.value); });
  EXPECT_EQ(values, (std::vector<std::uint32_t>{1, 3, 2}));
}

TEST(Trie, InATextWhoseCharactersAreToldUpToAnEnd) {
  const Trie t = Trie::build({{"上海", 1}, {"上海市", 2}, {"𠮷野", 3}});
  const Characters text("在上海市𠮷野");
  EXPECT_EQ(t.longest(text, 3, 18).value, 2u);
  EXPECT_EQ(t.longest(text, 3, 9).value, 1u);
  EXPECT_EQ(t.longest(text, 12, 19).value, 3u);
  EXPECT_EQ(t.longest(text, 12, 16).length, 0u);
}

// The slow twin: a map, asked for every prefix. All words of up to four letters over a small alphabet of awkward bytes, half of
// them keys.
TEST(Trie, AsAMapWould) {
  const std::string letters = std::string("ab") + '\x01' + '\xff';
  std::vector<std::string> all{""}, keys;
  for (std::size_t i = 0; all[i].size() < 4; ++i)
    for (const char c : letters) all.push_back(all[i] + c);
  std::map<std::string, std::uint32_t> twin;
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (std::size_t i = 1; i < all.size(); ++i)
    if (i * 2654435761u % 97 < 48) {
      twin.emplace(all[i], static_cast<std::uint32_t>(i));
      entries.emplace_back(all[i], static_cast<std::uint32_t>(i));
    }
  const Trie t = Trie::build(entries), backwards = Trie::build(entries, Trie::Direction::backwards);
  for (const std::string& text : all) {
    std::vector<std::pair<std::size_t, std::uint32_t>> want, got;
    for (std::size_t n = 1; n <= text.size(); ++n)
      if (const auto it = twin.find(text.substr(0, n)); it != twin.end()) want.emplace_back(n, it->second);
    t.each(text, 0, [&](Trie::Hit h) { got.emplace_back(h.length, h.value); });
    EXPECT_EQ(got, want) << text;
    got.clear();
    t.each(Characters(text), 0, text.size(), [&](Trie::Hit h) { got.emplace_back(h.length, h.value); });
    EXPECT_EQ(got, want) << text;
    want.clear();
    got.clear();
    for (std::size_t n = 1; n <= text.size(); ++n)
      if (const auto it = twin.find(text.substr(text.size() - n)); it != twin.end()) want.emplace_back(n, it->second);
    backwards.each_before(text, text.size(), [&](Trie::Hit h) { got.emplace_back(h.length, h.value); });
    EXPECT_EQ(got, want) << text;
  }
}

}  // namespace
}  // namespace fengbiao
