#include "text/fold.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Fold, MakesOneFormOfManyPrintings) {
  EXPECT_EQ(folded("来源：“新华网”"), "来源:\"新华网\"");
  EXPECT_EQ(folded("ＡＢＣ１２３（％）"), "ABC123(%)");
  EXPECT_EQ(folded("〝某网〞 ＂某网＂ „某网‟"), "\"某网\" \"某网\" \"某网\"");
  EXPECT_EQ(folded("〈某报〉≪某报≫"), "《某报》《某报》");
  EXPECT_EQ(folded("来源∶某网"), "来源:某网");
}

TEST(Fold, RadicalsBecomeCharacters) {
  EXPECT_EQ(folded("⽉⽇⼈⼯⾏业"), "月日人工行业");  // Kangxi radicals
  EXPECT_EQ(folded("⻛标⻋⻔"), "风标车门");          // radicals supplement
}

TEST(Fold, BlanksAreOneKindAndMarksWithoutWidthVanish) {
  EXPECT_EQ(folded("一\u3000二\u00A0三\t四"), "一 二 三  四");
  EXPECT_EQ(folded("\uFEFF行\u200B业"), "行业");
  EXPECT_EQ(squeezed(" 行 业\u3000资 讯 "), "行业资讯");
}

// Counter-examples: what folding must leave alone.
TEST(Fold, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(folded("電商 e-commerce ABC abc 3.5%"), "電商 e-commerce ABC abc 3.5%");  // traditional, case
  EXPECT_EQ(folded("一二〇。、《》【】…—"), "一二〇。、《》【】…—");
  EXPECT_EQ(fold(U'𠮷'), U'𠮷');  // beyond the basic plane
}

TEST(Fold, EveryFoldedByteHasItsOrigin) {
  const std::string line = "源：\u200B“Ａ”\u3000⽉";
  Folded f;
  fold(line, f, 100);
  ASSERT_EQ(f.text, "源:\"A\" 月");
  ASSERT_EQ(f.origin.size(), f.text.size() + 1);
  EXPECT_EQ(f.origin.front(), 100u);
  EXPECT_EQ(f.origin.back(), 100 + line.size());
  const std::size_t a = f.text.find('A');
  const Span span = f.original(a, a + 1);
  EXPECT_EQ(line.substr(span.begin - 100, span.size()), "Ａ");
  EXPECT_EQ(f.original(std::string_view(f.text).substr(a, 1)), span);
  for (std::size_t i = 1; i < f.origin.size(); ++i) EXPECT_LE(f.origin[i - 1], f.origin[i]);
}

TEST(Fold, MalformedBytesDoNotBreakIt) {
  Folded f;
  fold("\xE6\x9C 来\xFF", f);
  EXPECT_EQ(f.origin.size(), f.text.size() + 1);
  EXPECT_EQ(folded(""), "");
}

TEST(Fold, LinesOfAParagraphAreOneLine) {
  Folded f;
  const std::string text = "  上海\n 市，GDP １.２\n5亿";
  fold_lines(text, f);
  EXPECT_EQ(f.text, "上海市,GDP 1.2 5亿");
  EXPECT_EQ(slice(text, f.original(std::string_view(f.text).substr(0, 9))), "上海\n 市");
  fold_lines("a b", f);
  EXPECT_EQ(f.text, "a b");
  fold_lines("", f);
  EXPECT_EQ(f.text, "");
  fold_pieces(text, {{2, 8}, {10, 13}}, f);
  EXPECT_EQ(f.text, "上海市");
  EXPECT_EQ(f.origin.back(), 13u);
  EXPECT_EQ(f.origin[6], 10u);
}

}  // namespace
}  // namespace fengbiao
