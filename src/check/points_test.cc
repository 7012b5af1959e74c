#include "check/points.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

std::string found(std::string_view printed) {
  static const CountWords words = CountWords::load(DataSet::built_in()).value();
  const std::string text = folded(printed);
  ReadText read;
  read.characters.assign(text);
  for (const Span s : sentence_spans(text)) read.sentences.push_back({s, 0, 0, false});
  std::vector<WordHit> hits;
  words.scan(read.characters, {}, hits);
  std::string out;
  for (const PointSequence& p : find_points(text, read, words, hits, {})) {
    out += (out.empty() ? "" : ", ") + std::string(p.kind) + " " + std::to_string(p.marks.size());
    if (p.slip) out += " not " + std::to_string(p.slip->found);
  }
  return out;
}

TEST(Points, FollowOneAnother) {
  EXPECT_EQ(found("主要有两点：一是降费，二是提速。三点建议：一是甲，二是乙，三是丙。"), "is 2, is 3");
  EXPECT_EQ(found("首先看价。其次看货。最后看店。"), "first 3");
  EXPECT_EQ(found("一方面要快，另一方面要稳。"), "side 2");
  EXPECT_EQ(found("第一模块讲选品；第二模块讲物流；第三模块讲合规。"), "ordinal 3");
}

TEST(Points, OfDigitsOpenSentences) {
  EXPECT_EQ(found("1.甲。2.乙。3.丙。"), "1. 3");
  EXPECT_EQ(found("1.5倍。2.5倍。"), "");
  EXPECT_EQ(found("（1）甲。（2）乙。"), "(1) 2");
}

TEST(Points, NeedAMarkBeforeThem) { EXPECT_EQ(found("这之一是甲而其二是乙"), ""); }

TEST(Points, TellWhatIsMissingOrDoubled) {
  EXPECT_EQ(found("一是甲，二是乙，四是丙。"), "is 3 not 4");
  EXPECT_EQ(found("一是甲，二是乙，二是丙，三是丁。"), "is 4 not 2");
}

TEST(Points, BeginAnewWithTheFirst) { EXPECT_EQ(found("一是甲，二是乙。一是丙，二是丁。"), "is 2, is 2"); }

TEST(Points, AreNoneWhereOneStandsAlone) { EXPECT_EQ(found("第一，看价。"), ""); }

}  // namespace
}  // namespace fengbiao
