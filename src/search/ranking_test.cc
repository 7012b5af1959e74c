#include "search/ranking.h"

#include <gtest/gtest.h>

#include <string>

#include "search/index_builder.h"

namespace fengbiao {
namespace {

const QueryParser& parser() {
  static const QueryParser loaded = QueryParser::load(DataSet::built_in()).value();
  return loaded;
}
const Words& common() {
  static const Words loaded = Words::load(DataSet::built_in()).value();
  return loaded;
}

struct Shelf {
  SearchIndexBuilder builder;
  std::uint32_t count = 0;
  std::uint32_t add(std::string title, std::vector<std::string> paragraphs) {
    SearchDocument document;
    document.id = "d" + std::to_string(count);
    document.title = std::move(title);
    document.paragraphs = std::move(paragraphs);
    builder.add(document);
    return count++;
  }
};
std::string reasons(const CloselySeen& seen) {
  std::string out;
  for (const HitReason& r : seen.reasons) {
    out += (out.empty() ? "" : ", ") + std::string(name_of(r.kind));
    if (!r.words.empty()) out += " " + r.words;
    if (!r.asked.empty()) out += " for " + r.asked;
    if (r.number > 0) out += " " + std::to_string(r.number);
  }
  return out;
}

TEST(Ranking, whole_words_before_stretches_that_run_over_words) {
  Shelf shelf;
  const auto whole = shelf.add("甲", {"本市商务活动增多。"}), part = shelf.add("乙", {"出口商务必注意。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  const QueryNode root = parser().parse("商务").root;
  EXPECT_EQ(reasons(ranking.look(root, whole)), "times 商务 1");
  EXPECT_EQ(reasons(ranking.look(root, part)), "part 商务 1");
  EXPECT_GT(ranking.look(root, whole).score, 1.5 * ranking.look(root, part).score);
}

TEST(Ranking, titles_before_texts_and_often_before_once) {
  Shelf shelf;
  const auto title = shelf.add("快递新规", {"内容略。"}), often = shelf.add("甲", {"快递提速，快递降价，快递进村。"}),
             once = shelf.add("乙", {"快递提速，价格下降，服务进村。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  const QueryNode root = parser().parse("快递").root;
  EXPECT_GT(ranking.look(root, title).score, ranking.look(root, often).score);
  EXPECT_GT(ranking.look(root, often).score, ranking.look(root, once).score);
  EXPECT_EQ(reasons(ranking.look(root, title)), "title 快递, times 快递 1");
}

TEST(Ranking, occurrences_saturate_and_long_texts_count_less) {
  Shelf shelf;
  std::string many, filler;
  for (int i = 0; i < 50; ++i) many += "快递到了。";
  for (int i = 0; i < 500; ++i) filler += "其他内容略过不表。";
  const auto a = shelf.add("甲", {"快递到了。快递到了。快递到了。"}), b = shelf.add("乙", {many}),
             c = shelf.add("丙", {"快递到了。" + filler}), d = shelf.add("丁", {"快递到了。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  const QueryNode root = parser().parse("快递").root;
  EXPECT_LT(ranking.look(root, b).score, 2 * ranking.look(root, a).score);
  EXPECT_LT(ranking.look(root, c).score, ranking.look(root, d).score);
}

TEST(Ranking, words_together_before_words_apart) {
  Shelf shelf;
  const std::string gap(300, 'x');
  const auto phrase = shelf.add("甲", {"农村物流提速。"}), near = shelf.add("乙", {"农村的现代物流提速。"}),
             apart = shelf.add("丙", {"农村" + gap + "物流提速。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  const QueryNode root = parser().parse("农村 物流").root;
  EXPECT_GT(ranking.look(root, phrase).score, ranking.look(root, near).score);
  EXPECT_GT(ranking.look(root, near).score, ranking.look(root, apart).score);
  EXPECT_EQ(reasons(ranking.look(root, phrase)), "times 农村 1, times 物流 1, phrase 农村物流");
  EXPECT_EQ(reasons(ranking.look(root, near)), "times 农村 1, times 物流 1, near 7");
}

TEST(Ranking, another_form_counts_less_and_is_told) {
  Shelf shelf;
  const auto own = shelf.add("甲", {"网购增长。"}), other = shelf.add("乙", {"网络购物增长。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  QueryNode root = parser().parse("网购").root;
  root.also = {{"网络购物", "网络购物", 0.7, "synonym"}};
  EXPECT_GT(ranking.look(root, own).score, ranking.look(root, other).score);
  EXPECT_EQ(reasons(ranking.look(root, other)), "other-form 网络购物 for 网购, times 网络购物 1");
}

TEST(Ranking, latin_words_have_ends_too) {
  Shelf shelf;
  const auto whole = shelf.add("甲", {"推出 AI 助手。"}), part = shelf.add("乙", {"推出 mail 服务。"});
  const SearchIndex index = *SearchIndex::over(*shelf.builder.make("s"));
  const Ranking ranking(index, common());
  const QueryNode root = parser().parse("AI").root;
  EXPECT_EQ(reasons(ranking.look(root, whole)), "times AI 1");
  EXPECT_EQ(reasons(ranking.look(root, part)), "part AI 1");
}

}  // namespace
}  // namespace fengbiao
