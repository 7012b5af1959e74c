#include "intake/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

std::string to(const char* charset, std::string_view utf8) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                 static_cast<std::int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

const std::string kText = "【行业资讯】\n某县网上零售额增长 12.5%，“直播间”越开越多。\n　　来源：本刊 2023 年 1 月 3 日\n";

std::string encoding(std::string_view bytes) {
  const auto r = decode_bytes(bytes, "a.txt");
  return r ? r->encoding : std::string("failed: ") + r.error().message();
}
std::string text(std::string_view bytes) {
  const auto r = decode_bytes(bytes, "a.txt");
  return r ? r->text : std::string("failed: ") + r.error().message();
}

TEST(Encoding, Utf8WithAndWithoutMark) {
  EXPECT_EQ(text(kText), kText);
  EXPECT_EQ(text("\xEF\xBB\xBF" + kText), kText);
  EXPECT_EQ(encoding("\xEF\xBB\xBF" + kText), "UTF-8");
  EXPECT_EQ(encoding("plain ASCII"), "UTF-8");
}

TEST(Encoding, Utf16WithMark) {
  EXPECT_EQ(text("\xFF\xFE" + to("UTF-16LE", kText)), kText);
  EXPECT_EQ(text("\xFE\xFF" + to("UTF-16BE", kText)), kText);
  EXPECT_EQ(encoding("\xFE\xFF" + to("UTF-16BE", kText)), "UTF-16BE");
}

TEST(Encoding, Utf16ByEvidence) {
  EXPECT_EQ(encoding(to("UTF-16LE", kText)), "UTF-16LE");
  EXPECT_EQ(encoding(to("UTF-16BE", kText)), "UTF-16BE");
  EXPECT_EQ(text(to("UTF-16LE", kText)), kText);
  EXPECT_EQ(text(to("UTF-16BE", "ASCII only, with some words")), "ASCII only, with some words");
  EXPECT_EQ(text(to("UTF-16LE", "没有换行的一句话")), "没有换行的一句话");
}

TEST(Encoding, Gb18030) {
  EXPECT_EQ(encoding(to("gb18030", kText)), "GB18030");
  EXPECT_EQ(text(to("gb18030", kText)), kText);
  EXPECT_EQ(text(to("gb18030", "网购")), "网购");
  const std::string rare = "商家名里有生僻字：𠮷记、镕、喆，其余都是常见的汉字，读起来没有问题。";
  EXPECT_EQ(text(to("gb18030", rare)), rare);  // with a character of four bytes
}

TEST(Encoding, SurrogatePairs) {
  EXPECT_EQ(text("\xFF\xFE" + to("UTF-16LE", "一𠮷二")), "一𠮷二");
  EXPECT_EQ(text(std::string("\xFF\xFE\x00\xD8\x41\x00", 6)),
            "failed: a.txt:1: half a surrogate pair in UTF-16 text (save it again as UTF-8)");
  EXPECT_EQ(text(std::string("\xFF\xFE\x00\xD8", 4)), "failed: a.txt:1: half a surrogate pair in UTF-16 text (save it again as UTF-8)");
}

TEST(Encoding, LongTextsCrossTheBuffersOfTheConverter) {
  std::string repeated;
  for (int i = 0; i < 2000; ++i)
    repeated += "第" + std::to_string(i) + "家网店在这一天开业，" + (i % 5 == 0 ? "招牌上写着𠮷。" : "招牌很新。");
  EXPECT_TRUE(text(to("gb18030", repeated)) == repeated);
  EXPECT_TRUE(text(to("UTF-16BE", repeated)) == repeated);
}

TEST(Encoding, CutOffTexts) {
  EXPECT_EQ(text(kText.substr(0, kText.find("网") + 2)),
            "failed: a.txt:2: the text is cut off in the middle of a character (get the whole file again)");
  EXPECT_EQ(decode_bytes("\xFF\xFE"
                         "a",
                         "a.txt")
                .error()
                .cause,
            Cause::malformed);
  const std::string gb = to("gb18030", kText);
  EXPECT_FALSE(decode_bytes(gb.substr(0, gb.size() - 2), "a.txt"));
}

TEST(Encoding, MixedEncodingsNameTheLine) {
  const auto r = decode_bytes(kText + to("gb18030", kText), "a.txt");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::not_text);
  EXPECT_EQ(r.error().message(), "a.txt:4: UTF-8 up to here, then bytes that are not: mixed encodings or damage (save it again as UTF-8)");
}

TEST(Encoding, OthersAreNotTakenForChinese) {
  EXPECT_FALSE(decode_bytes(to("Big5", "這是一段繁體中文的說明，講網路購物與電子商務的發展。"), "a.txt"));
  EXPECT_FALSE(decode_bytes(to("ISO-8859-1", "déjà vu, très bien, où êtes-vous à l'été"), "a.txt"));
  EXPECT_FALSE(decode_bytes(to("Shift_JIS", "これは日本語の文章です。ネット通販について。"), "a.txt"));
  std::string noise;
  for (unsigned i = 0, x = 1; i < 4000; ++i) noise += static_cast<char>((x = x * 1103515245 + 12345) >> 16 | 1);
  EXPECT_FALSE(decode_bytes(noise, "a.txt"));
  EXPECT_EQ(decode_bytes(to("UTF-32LE", kText), "a.txt").error().cause, Cause::not_text);
}

TEST(Encoding, DeclaredOnlyWhereTheEvidenceDoesNotSettleIt) {
  const std::string big5 = to("Big5", "這是一段繁體中文的說明");
  EXPECT_EQ(decode_bytes(big5, "a.html", "big5")->text, "這是一段繁體中文的說明");
  EXPECT_EQ(decode_bytes(kText, "a.html", "gb18030")->encoding, "UTF-8");  // what a page says of itself may be wrong
  EXPECT_EQ(decode_bytes(to("gb18030", kText), "a.html", "iso-8859-1")->encoding, "GB18030");
  EXPECT_EQ(decode_bytes("caf\xE9", "a.html", "iso-8859-1")->text, "café");
  EXPECT_FALSE(decode_bytes(big5, "a.html", "no-such-charset"));
  EXPECT_FALSE(decode_bytes("\xFF\xFF\xFF", "a.html", "utf-8"));
}

TEST(Encoding, NulIsBinary) {
  EXPECT_EQ(text(std::string("text\nwith\0nul", 13)),
            "failed: a.txt:2: binary data: a NUL byte (leave it out, or save it as text, PDF or DOCX)");
}

}  // namespace
}  // namespace fengbiao
