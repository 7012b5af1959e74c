#include "base/csv.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::string row(const std::vector<std::string>& fields) {
  CsvWriter csv;
  csv.row(fields);
  return csv.take();
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(row({"a", "网 购", "c"}), "a,网 购,c\r\n");
  EXPECT_EQ(row({"a,b", "say \"yes\"", "two\nlines", "cr\rhere"}), "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"cr\rhere\"\r\n");
}

TEST(Csv, QuotesWhereSomeReadersWouldEndALine) {
  EXPECT_EQ(row({"a\fb",
                 "c\xE2\x80\xA8"
                 "d",
                 "e\xC2\x85", "f\x1cg"}),
            "\"a\fb\",\"c\xE2\x80\xA8"
            "d\",\"e\xC2\x85\",\"f\x1cg\"\r\n");
  EXPECT_EQ(row({"“引”", "—", "\xC2\xB7"}), "“引”,—,\xC2\xB7\r\n");
}

TEST(Csv, EmptyFieldsAndRows) {
  EXPECT_EQ(row({"", "", ""}), ",,\r\n");
  EXPECT_EQ(row({""}), "\"\"\r\n");  // an empty line would be passed over by readers
}

TEST(Csv, FormulasAreDefused) {
  for (const char* formula : {"=1+1", "+A1", "-A1+3", "@SUM(A1)", "\tx", "--5", "-1.2.3", "+86 10"})
    EXPECT_EQ(row({formula, "x"}), "'" + std::string(formula) + ",x\r\n");
  EXPECT_EQ(row({"=HYPERLINK(\"http://a\",\"b\")"}), "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"\r\n");
  EXPECT_EQ(row({"\rx"}), "\"'\rx\"\r\n");
}

TEST(Csv, NumbersAndLoneSignsAreNoFormulas) {
  EXPECT_EQ(row({"-3.2", "+15", "-0.5", "a-b", "1=1"}), "-3.2,+15,-0.5,a-b,1=1\r\n");
  EXPECT_EQ(row({"=", "-", "@"}), "=,-,@\r\n");
}

TEST(Csv, TextsAsTheyAreForProgramsThatReadThemSo) {
  CsvWriter csv(CsvWriter::Texts::as_they_are);
  csv.row({"=1+1", "@2022-11", "a,b"});
  EXPECT_EQ(csv.text(), "=1+1,@2022-11,\"a,b\"\r\n");
}

TEST(Csv, ByteOrderMarkOnRequest) {
  CsvWriter csv(true);
  csv.row({"年"});
  EXPECT_EQ(csv.text(),
            "\xEF\xBB\xBF"
            "年\r\n");
}

}  // namespace
}  // namespace fengbiao
