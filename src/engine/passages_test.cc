#include "engine/passages.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace fengbiao {
namespace {

std::vector<std::string> texts(Passages passages, std::vector<std::uint32_t>* lines = nullptr) {
  std::vector<std::string> out;
  Passage p;
  while (true) {
    const auto more = passages.next(p);
    if (!more) {
      out.push_back("error: " + more.error().message());
      return out;
    }
    if (!*more) return out;
    out.emplace_back(p.text);
    if (lines) lines->push_back(p.line);
  }
}

std::string times(std::string_view text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

class PassagesOfFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("fengbiao-passages-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path write(const std::string& bytes) {
    const auto path = folder_ / "text.txt";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::filesystem::path folder_;
};

TEST(Passages, ALineIsAPassage) {
  std::vector<std::uint32_t> lines;
  EXPECT_EQ(texts(Passages::of("标题一\n\n第一句。\n第二句。\n", "a.txt"), &lines),
            (std::vector<std::string>{"标题一", "第一句。", "第二句。"}));
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{1, 3, 4}));
  EXPECT_TRUE(texts(Passages::of("", "a.txt")).empty());
  EXPECT_TRUE(texts(Passages::of(" \n\n　\n", "a.txt")).empty());
}

TEST(Passages, HardWrappedLinesAreOneParagraph) {
  const std::string full = times("商", 30);
  EXPECT_EQ(texts(Passages::of("　　" + full + "\n" + full + "\n结束。\n　　" + full + "\n完。\n", "a.txt")),
            (std::vector<std::string>{full + "\n" + full + "\n结束。", full + "\n完。"}));
  // Short lines are lists or headlines.
  EXPECT_EQ(texts(Passages::of("北京\n银行\n", "a.txt")).size(), 2u);
}

// White lines between all printed lines, as some extractions leave them.
TEST(Passages, DoubleSpacedTextsAreJoined) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += times("商", 40) + "\n\n" + times("务", 40) + "\n\n完。\n\n";
  const auto got = texts(Passages::of(text, "a.txt"));
  ASSERT_EQ(got.size(), 12u);
  EXPECT_EQ(got[3], times("商", 40) + "\n\n" + times("务", 40) + "\n\n完。");
  EXPECT_EQ(texts(Passages::of(text, "a.txt", Passages::Lines::apart)).size(), 36u);
}

TEST(Passages, LinesAreCountedInside) {
  Passages passages = Passages::of(times("商", 30) + "\n" + times("务", 30) + "\n完。", "a.txt");
  Passage p;
  ASSERT_TRUE(passages.next(p).value());
  EXPECT_EQ(p.line_at(0), 1u);
  EXPECT_EQ(p.line_at(p.text.find("务")), 2u);
  EXPECT_EQ(p.line_at(p.text.size()), 3u);
}

TEST_F(PassagesOfFiles, ALargeTextComesInPieces) {
  const std::string line = times("电商发展报告显示，", 8) + "增长。\n";
  const std::string all = times(line, 40000);  // some 9 MB
  Passages passages = Passages::open(write(all)).value();
  Passage p;
  std::size_t n = 0;
  while (passages.next(p).value()) {
    ASSERT_EQ(p.offset, n * line.size());
    ASSERT_EQ(p.line, n + 1);
    ASSERT_TRUE(p.text == std::string_view(line).substr(0, line.size() - 1));
    ++n;
  }
  EXPECT_EQ(n, 40000u);
}

TEST_F(PassagesOfFiles, ALineWithoutEndIsCut) {
  const std::string all = times("一二三四五六七八九十", 200000);  // 6 MB, no full stop
  Passages passages = Passages::open(write(all)).value();
  Passage p;
  std::string together;
  while (passages.next(p).value()) {
    EXPECT_LE(p.text.size(), 64u << 10);
    EXPECT_EQ(p.line, 1u);
    EXPECT_EQ(p.offset, together.size());
    together += p.text;
  }
  EXPECT_EQ(together, all);
}

TEST_F(PassagesOfFiles, BrokenBytesInTheMiddleHaveALine) {
  const std::string line = times("商", 50) + "。\n";
  const auto got = texts(Passages::open(write(times(line, 40000) + "\xFF\xFE\n" + times(line, 10))).value());
  ASSERT_FALSE(got.empty());
  EXPECT_NE(got.back().find("text.txt:40001: not UTF-8 at byte"), std::string::npos) << got.back();
  EXPECT_GE(got.size(), 30000u);  // what stands before has been read
}

TEST_F(PassagesOfFiles, OtherEncodingsPassThroughIntake) {
  EXPECT_EQ(texts(Passages::open(write("\xCD\xF8\xB9\xBA\xCD\xF8\xB9\xBA\xA1\xA3\n")).value()), (std::vector<std::string>{"网购网购。"}));
  EXPECT_FALSE(Passages::open(folder_ / "none.txt"));
  EXPECT_FALSE(Passages::open(folder_));
}

}  // namespace
}  // namespace fengbiao
