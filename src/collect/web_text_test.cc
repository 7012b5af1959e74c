#include "collect/web_text.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

namespace fengbiao {
namespace {

constexpr const char* kWords = "快递进村，竹笋走出山门。今年前两个月，全县业务量增长一成以上。";

std::string encoded(const char* utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(static_cast<std::size_t>(text.length()) * 8, '\0');
  out.resize(static_cast<std::size_t>(text.extract(0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), encoding)));
  return out;
}

TEST(WebText, OfEveryEncoding) {
  EXPECT_EQ(web_text(kWords, "", "a")->text, kWords);
  EXPECT_EQ(web_text(encoded(kWords, "GB18030"), "text/html; charset=gb2312", "a")->text, kWords);
  const char* const traditional = "快遞進村，竹筍走出山門。今年前兩個月，全縣業務量增長一成以上。";
  EXPECT_EQ(web_text(encoded(traditional, "Big5"), "text/html; charset=big5", "a")->text, traditional);
  EXPECT_EQ(web_text(std::string("\xEF\xBB\xBF") + kWords, "", "a")->text, kWords);
  EXPECT_EQ(web_text(std::string("\xFF\xFE") + encoded(kWords, "UTF-16LE"), "", "a")->text, kWords);
}

TEST(WebText, BytesCountBeforeLabels) {
  EXPECT_EQ(web_text(kWords, "text/html; charset=gbk", "a")->text, kWords);
  EXPECT_EQ(web_text(std::string("<meta charset=\"gb2312\">") + kWords, "", "a")->text, std::string("<meta charset=\"gb2312\">") + kWords);
  const std::string gbk = "<html><head><meta charset=\"utf-8\"></head>" + encoded(kWords, "GB18030");
  EXPECT_NE(web_text(gbk, "text/html; charset=utf-8", "a")->text.find(kWords), std::string::npos);
}

TEST(WebText, AFewDamagedCharactersAreToldAndManyRefused) {
  std::string much;
  for (int i = 0; i < 40; ++i) much += kWords;
  const auto read = web_text(much.substr(0, 300) + "\xE5\xBF" + much.substr(300), "text/html; charset=utf-8", "a");
  ASSERT_TRUE(read);
  EXPECT_GE(read->damaged, 1u);
  std::string noise;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>(i * 37 % 256);
  EXPECT_FALSE(web_text(noise, "text/html; charset=utf-8", "a"));
}

}  // namespace
}  // namespace fengbiao
