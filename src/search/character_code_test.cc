#include "search/character_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>

#include "base/utf8.h"

namespace fengbiao {
namespace {

// 20,000 characters: some in one byte, some in two, some in four.
std::vector<std::uint32_t> many() {
  std::vector<std::uint32_t> characters{U'\n'};
  for (char32_t c = 0x4E00; c < 0x4E00 + 20'000; ++c) characters.push_back(c);
  return characters;
}

TEST(CharacterCode, gives_characters_back) {
  const auto characters = many();
  const CharacterCode code(characters, true);
  std::string bytes;
  for (std::uint32_t n = 0; n < characters.size(); ++n) CharacterCode::append(n, characters[n], bytes);
  CharacterCode::append(CharacterCode::kOther, U'\U0010FFFF', bytes);
  EXPECT_EQ(std::ranges::count(bytes, '\0'), 1);  // the line end alone
  std::size_t at = 0;
  for (std::uint32_t n = 0; n < characters.size(); ++n) {
    const CharacterCode::Read read = code.read(bytes, at);
    ASSERT_EQ(read.number, n);
    ASSERT_EQ(read.code, characters[n]);
    ASSERT_EQ(read.size, n < 192 ? 1U : n < 12'225 ? 2U : 4U);
    at += read.size;
  }
  EXPECT_EQ(code.read(bytes, at).code, U'\U0010FFFF');
  EXPECT_EQ(code.number(U'\U0010FFFF'), CharacterCode::kOther);
  EXPECT_EQ(CharacterCode(characters, false).number(U'a'), CharacterCode::kAbsent);
}

TEST(CharacterCode, spells_and_steps_back) {
  const auto characters = many();
  const CharacterCode code(characters, true);
  std::mt19937 random(11);
  for (int turn = 0; turn < 500; ++turn) {
    std::string bytes, utf8;
    std::vector<std::size_t> begins;
    for (std::size_t n = random() % 40; n > 0; --n) {
      const std::uint32_t number = random() % 3 == 0 ? random() % 19'000 : random() % 300;
      begins.push_back(bytes.size());
      CharacterCode::append(number, characters[number], bytes);
      append_utf8(utf8, characters[number]);
    }
    std::string spelled;
    code.spell(bytes, spelled);
    ASSERT_EQ(spelled, utf8);
    ASSERT_EQ(code.spelled_size(bytes), utf8.size());
    std::size_t at = bytes.size();
    for (; !begins.empty(); begins.pop_back()) {
      at = CharacterCode::before(bytes, at);
      ASSERT_EQ(at, begins.back());
    }
  }
}

TEST(CharacterCode, finds_terms_at_characters_only) {
  const auto characters = many();
  std::mt19937 random(3);
  for (int turn = 0; turn < 3000; ++turn) {
    std::vector<std::uint32_t> text, begins;
    std::string bytes, term;
    for (std::size_t n = random() % 60; n > 0; --n) {
      text.push_back(1 + (random() % 3 == 0 ? random() % 19'000 : random() % 2 == 0 ? random() % 4 : 200 + random() % 6));
      begins.push_back(static_cast<std::uint32_t>(bytes.size()));
      CharacterCode::append(text.back(), characters[text.back()], bytes);
    }
    std::vector<std::uint32_t> wanted;
    for (std::size_t n = 1 + random() % 2; n > 0; --n) {
      wanted.push_back(1 + (random() % 2 == 0 ? random() % 4 : 200 + random() % 6));
      CharacterCode::append(wanted.back(), characters[wanted.back()], term);
    }
    const auto slow = std::ranges::search(text, wanted);
    const std::size_t right = slow.empty() ? std::string::npos : begins[static_cast<std::size_t>(slow.begin() - text.begin())];
    ASSERT_EQ(find_coded(bytes, term), right) << turn;
  }
}

TEST(CharacterCode, reads_any_bytes) {
  const auto characters = many();
  const CharacterCode code(std::span<const std::uint32_t>(characters).first(300), false);
  std::mt19937 random(5);
  for (int turn = 0; turn < 2000; ++turn) {
    std::string bytes(1 + random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    for (std::size_t at = 0; at < bytes.size();) {
      ASSERT_LT(CharacterCode::before(bytes, at + 1), at + 1);
      const CharacterCode::Read read = code.read(bytes, at);
      ASSERT_GE(read.size, 1U);
      at += read.size;
      ASSERT_LE(at, bytes.size());
    }
  }
}

}  // namespace
}  // namespace fengbiao
