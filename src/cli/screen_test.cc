#include "cli/screen.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

namespace fengbiao {
namespace {

TEST(Screen, ChineseTakesTwoColumns) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("电商a"), 5u);
  EXPECT_EQ(display_width("（ＡＢ）"), 8u);
  EXPECT_EQ(display_width("e\u0301"), 1u);  // e and a combining accent
}

TEST(Screen, FitCutsWholeCharacters) {
  EXPECT_EQ(fit("电商", 4), "电商");
  EXPECT_EQ(fit("电商动态", 6), "电商…");
  EXPECT_EQ(fit("电商动态", 5), "电商…");
  EXPECT_EQ(fit("电商动态", 1), "…");
  EXPECT_EQ(fit("电商", 0), "");
}

TEST(Screen, TableLinesUpAndCutsOnlyWhatMayBeCut) {
  const std::vector<Column> columns{{"n", true}, {"title", false, true}, {"date"}};
  EXPECT_EQ(table(columns, {{"1", "电商", "2022"}, {"10", "abc", ""}}, 0),
            " n  title  date\n"
            " 1  电商   2022\n"
            "10  abc\n");
  const std::string narrow = table(columns, {{"1", "一二三四五六七八九十一二三四五六七八九十", "2022-01-01"}}, 30);
  EXPECT_NE(narrow.find("…  2022-01-01\n"), narrow.npos) << narrow;
  EXPECT_LE(display_width(narrow.substr(narrow.find('\n') + 1)), 31u);
}

TEST(Screen, ControlCharactersStayOut) {
  const std::string text = table({{"title"}}, {{"a\x1b[2Jb\nc"}}, 0);
  EXPECT_EQ(text.find('\x1b'), text.npos);
  EXPECT_EQ(text.find("b\nc"), text.npos);
}

TEST(Screen, AReaderThatHasGoneAwayIsNoError) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  {
    Screen screen(ends[1], STDERR_FILENO);
    screen.print("line\n");
    screen.flush();
    EXPECT_TRUE(screen.closed());
    EXPECT_FALSE(screen.failed());
  }
  close(ends[1]);
}

TEST(Screen, AFullDiskIsOneError) {
  const int full = open("/dev/full", O_WRONLY);
  if (full < 0) GTEST_SKIP() << "no /dev/full here";
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  Screen screen(full, ends[1]);
  screen.print("line\n");
  screen.flush();
  screen.print("line\n");
  screen.flush();
  EXPECT_TRUE(screen.failed());
  close(ends[1]);
  char said[200];
  const ssize_t n = read(ends[0], said, sizeof said);
  EXPECT_EQ(std::string(said, static_cast<std::size_t>(n)), "standard output: cannot be written: No space left on device\n");
  close(ends[0]);
  close(full);
}

TEST(Screen, ErrorsAsJson) {
  EXPECT_EQ(error_json({Cause::not_found, {"a.txt", 3, 0}, "no such file", "look again"}),
            R"({"error":{"cause":"not_found","file":"a.txt","line":3,"what":"no such file","advice":"look again"}})");
  EXPECT_EQ(error_json({Cause::busy, {}, "held", ""}), R"({"error":{"cause":"busy","file":null,"line":null,"what":"held","advice":""}})");
}

}  // namespace
}  // namespace fengbiao
