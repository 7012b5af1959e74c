#include "clause/article_text.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

const TextReader& reader() {
  static const TextReader made = TextReader::load(DataSet::built_in()).value();
  return made;
}

// An article whose printed lines are given: `|` ends the title and each paragraph, other lines are wrapped.
struct Sample {
  std::string kept;
  Article article;
  ArticleText text;

  explicit Sample(std::string printed, std::optional<std::string> date = "2022-12-05", std::optional<Date> issue = std::nullopt)
      : kept(std::move(printed)) {
    std::vector<std::vector<Span>> parts(1);
    for (std::uint32_t at = 0; at < kept.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(kept.find('\n', at), kept.size()));
      const bool last = end > at && kept[end - 1] == '|';
      if (last) kept[end - 1] = ' ';
      if (end > at) parts.back().push_back({at, end});
      if (last) parts.emplace_back();
      at = end + 1;
    }
    article.id = "a";
    article.n = 1;
    article.date = std::move(date);
    article.line_start = 1;
    article.title_pieces = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (!parts[i].empty()) article.paragraphs.push_back({parts[i], {}, false});
    text.read(reader(), article, kept, issue);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  [[nodiscard]] Span of(std::string_view folded_words) const {
    const std::size_t at = text.folded().find(folded_words);
    EXPECT_NE(at, std::string::npos) << folded_words << " in " << text.folded();
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + folded_words.size())};
  }
  [[nodiscard]] std::string printed(std::string_view folded_words) const {
    return std::string(slice(kept, text.printed(of(folded_words))));
  }
};

TEST(ArticleText, TitleAndParagraphsOnALineEach) {
  const Sample s("网购年报|\n2021年，上海达9亿元。|\n浙江达8亿元。|\n");
  EXPECT_EQ(s.text.folded(), "网购年报 \n\n2021年,上海达9亿元。 \n\n浙江达8亿元。 ");
  EXPECT_EQ(s.text.title_end(), s.of("2021").begin - 2);
  ASSERT_EQ(s.text.paragraphs().size(), 2u);
  EXPECT_EQ(s.text.paragraphs()[0], s.of("2021").begin);
  EXPECT_EQ(s.text.paragraphs()[1], s.of("浙江").begin);
  EXPECT_EQ(s.text.read_text().quantities.size(), 2u);
}

TEST(ArticleText, SpansLeadBackToWhatIsPrinted) {
  const Sample s("标题|\n规模达１．３万亿元（约合２千亿美元）。|\n");
  EXPECT_EQ(s.printed("1.3万亿元"), "１．３万亿元");
  EXPECT_EQ(s.printed("(约合2千亿美元)"), "（约合２千亿美元）");
  ASSERT_EQ(s.text.read_text().quantities.size(), 2u);
  EXPECT_EQ(s.text.words(s.text.read_text().quantities[0].span), "１．３万亿元");
  const Span empty{s.of("规模").begin, s.of("规模").begin};
  EXPECT_EQ(s.text.printed(empty),
            (Span{static_cast<std::uint32_t>(s.kept.find("规模")), static_cast<std::uint32_t>(s.kept.find("规模"))}));
  EXPECT_EQ(s.text.words(empty), "");
}

TEST(ArticleText, WrappedLinesAreOneText) {
  const Sample s("跨境电商出口\n增长两成|\n2021年，出口达1.3\n万亿元，用户用 iPad\nPro 下单。|\n");
  EXPECT_EQ(s.text.words(s.of("出口增长两成")), "出口增长两成");
  EXPECT_EQ(s.printed("出口增长两成"), "出口\n增长两成") << "as it is printed";
  EXPECT_EQ(s.text.words(s.of("1.3万亿元")), "1.3万亿元");
  EXPECT_EQ(s.printed("1.3万亿元"), "1.3\n万亿元");
  EXPECT_EQ(s.text.words(s.of("iPad Pro")), "iPad Pro") << "a blank between Latin words";
  ASSERT_EQ(s.text.read_text().quantities.size(), 2u);
  EXPECT_EQ(s.text.read_text().quantities[1].value, 1.3e12);
}

TEST(ArticleText, NothingIsReadAcrossParagraphs) {
  const Sample s("订单占38|\n万家店。2021|\n年上海|\n市出口5|\n亿元。|\n");
  for (const Quantity& q : s.text.read_text().quantities)
    EXPECT_EQ(s.text.folded().substr(q.span.begin, q.span.size()).find('\n'), std::string::npos);
  for (const Name& n : s.text.read_text().names)
    EXPECT_EQ(s.text.folded().substr(n.span.begin, n.span.size()).find('\n'), std::string::npos);
  EXPECT_TRUE(s.text.read_text().times.empty());
}

TEST(ArticleText, PrintedSpansHaveNoBlanksAtTheirEnds) {
  const Sample s("标题|\n达  5 亿元  ，增长。|\n");
  const Span five = s.of("5 亿元");
  EXPECT_EQ(slice(s.kept, s.text.printed({five.begin - 2, five.end + 2})), "5 亿元");
}

TEST(ArticleText, SentencesByPlace) {
  const Sample s("标题|\n甲达5亿元。乙达6亿元。|\n");
  EXPECT_EQ(s.text.words(s.text.sentence_at(s.of("5亿元").begin)), "甲达5亿元。");
  EXPECT_EQ(s.text.words(s.text.sentence_at(s.of("6亿元").end - 1)), "乙达6亿元。");
  EXPECT_EQ(s.text.words(s.text.sentence_at(0)), "标题");
  EXPECT_TRUE(s.text.sentence_at(static_cast<std::uint32_t>(s.text.folded().size())).empty());
}

TEST(ArticleText, AnEndlessSentenceIsQuotedAroundThePlace) {
  const auto quoted = [](int figures) {
    std::string list;
    for (int i = 0; i < figures; ++i) list += "甲达5亿元，";
    const Sample s("标题|\n" + list + "乙达6亿元|\n");
    return s.text.words(s.text.sentence_at(s.of("6亿元").begin));
  };
  EXPECT_TRUE(quoted(63).starts_with("甲")) << "the whole sentence";
  EXPECT_EQ(quoted(63).size(), 63 * std::string("甲达5亿元，").size() + std::string("乙达6亿元").size());
  EXPECT_LE(quoted(64).size(), 310U);
  EXPECT_TRUE(quoted(64).ends_with("乙达6亿元"));
}

TEST(ArticleText, LinesOfTheKeptText) {
  Sample s("标题\n两行|\n\n正文一\n正文二|\n");
  const auto line = [&](std::string_view words) { return s.text.line_of(static_cast<std::uint32_t>(s.kept.find(words))); };
  EXPECT_EQ(line("标题"), 1u);
  EXPECT_EQ(line("两行"), 2u);
  EXPECT_EQ(line("正文一"), 4u);
  EXPECT_EQ(line("正文二"), 5u);
  EXPECT_EQ(s.text.line_of(s.text.printed(s.of("正文一正文二")).begin), 4u);
  EXPECT_EQ(s.text.line_of(s.text.printed(s.of("正文一正文二")).end), 5u) << "the end of a span is on its last line";
  s.article.line_start = 40;
  s.text.read(reader(), s.article, s.kept, std::nullopt);
  EXPECT_EQ(line("正文二"), 44u);
}

TEST(ArticleText, PositionsCountWhatIsNotBlank) {
  const Sample s("标 题|\n达 5 亿元。|\n");
  EXPECT_EQ(s.text.position(0), 0u);
  EXPECT_EQ(s.text.position(s.of("达").begin), 2u);
  EXPECT_EQ(s.text.position(s.of("5").begin), 3u);
  const Sample wrapped("标题|\n达\n5亿元。|\n");
  EXPECT_EQ(wrapped.text.position(wrapped.of("5").begin), 3u) << "the same whatever the lines";
}

TEST(ArticleText, WrittenOnItsOwnDayOrElseTheIssues) {
  EXPECT_EQ(Sample("标题|\n", "2022-11-30", Date{2022, 12, 5}).text.written(), (Date{2022, 11, 30}));
  EXPECT_EQ(Sample("标题|\n", std::nullopt, Date{2022, 12, 5}).text.written(), (Date{2022, 12, 5}));
  EXPECT_EQ(Sample("标题|\n", std::nullopt).text.written(), std::nullopt);
  const Sample s("标题|\n今年上半年达5亿元。|\n", std::nullopt, Date{2022, 12, 5});
  ASSERT_EQ(s.text.read_text().times.size(), 1u);
  EXPECT_EQ(s.text.read_text().times[0].resolved.value, "2022-H1");
}

TEST(ArticleText, ATitleAloneAndNothingAtAll) {
  const Sample title("只有标题|\n");
  EXPECT_TRUE(title.text.paragraphs().empty());
  EXPECT_EQ(title.text.title_end(), title.text.folded().size());
  const Sample nothing("");
  EXPECT_EQ(nothing.text.folded(), "");
  EXPECT_EQ(nothing.text.printed({0, 0}), Span{});
  EXPECT_TRUE(nothing.text.sentence_at(0).empty());
  const Sample body("|\n没有标题。|\n");
  EXPECT_EQ(body.text.position(body.of("标题").begin), 2u);
}

TEST(ArticleText, ReadingAgainLeavesNothingBehind) {
  Sample s("标题|\n甲达5亿元。|\n乙达6亿元。|\n");
  const Sample other("别的|\n没有数。|\n");
  s.text.read(reader(), other.article, other.kept, std::nullopt);
  EXPECT_EQ(s.text.folded(), other.text.folded());
  EXPECT_EQ(s.text.paragraphs(), other.text.paragraphs());
  EXPECT_TRUE(s.text.read_text().quantities.empty());
  EXPECT_EQ(&s.text.article(), &other.article);
}

}  // namespace
}  // namespace fengbiao
