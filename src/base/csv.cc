#include "base/csv.h"

#include <algorithm>

namespace fengbiao {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "-3.2" is a number and stays one; "-3+A1" is a formula.
bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  return !whole.empty() && !rest.empty() && std::ranges::all_of(whole, is_digit) && std::ranges::all_of(rest, is_digit);
}

bool looks_like_formula(std::string_view field) {
  return field.size() > 1 && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos && !is_plain_number(field);
}

// Characters at which some readers end a line, whatever RFC 4180 says: form feed and its like, U+0085, U+2028, U+2029. In quotes such a
// reader goes on with the field.
bool breaks_lines(std::string_view field) {
  constexpr std::string_view kFirstBytes = "\v\f\x1c\x1d\x1e\xC2\xE2";
  for (std::size_t at = field.find_first_of(kFirstBytes); at != field.npos; at = field.find_first_of(kFirstBytes, at + 1)) {
    const std::string_view rest = field.substr(at);
    if (static_cast<unsigned char>(rest[0]) < 0x20) return true;
    if (rest.starts_with("\xC2\x85") || rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) return true;
  }
  return false;
}

}  // namespace

void CsvWriter::row(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& field = fields[i];
    if (i > 0) out_ += ',';
    const bool formula = texts_ == Texts::harmless && looks_like_formula(field);
    // A row of one empty field would be an empty line, which readers pass over.
    const bool quoted = field.find_first_of(",\"\r\n") != std::string::npos || breaks_lines(field) || (field.empty() && fields.size() == 1);
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    if (quoted) out_ += '"';
  }
  out_ += "\r\n";
}

}  // namespace fengbiao
