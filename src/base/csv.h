// Writes CSV (RFC 4180): CRLF rows, fields quoted where needed. A text that a spreadsheet would take for a formula
// (= + - @ tab CR at its start of something longer, but no plain number such as -3.2) gets an apostrophe before it. A field with a
// character at which some readers end a line (form feed, U+2028) is quoted too. Tested by csv_test.cc.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

class CsvWriter {
 public:
  // For programs that read fields as they are, formulas are not made harmless.
  enum class Texts { harmless, as_they_are };

  // `bom` puts a byte order mark first, so that Excel takes it for UTF-8.
  explicit CsvWriter(bool bom = false) {
    if (bom) out_ = "\xEF\xBB\xBF";
  }
  explicit CsvWriter(Texts texts) : texts_(texts) {}
  void row(const std::vector<std::string>& fields);
  [[nodiscard]] const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  Texts texts_ = Texts::harmless;
};

}  // namespace fengbiao
