#include "base/json.h"

#include <fmt/format.h>

#include <cmath>

#include "base/utf8.h"

namespace fengbiao {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t run = 0;  // start of the bytes not yet copied
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    if (c >= 0x80) {
      const Decoded d = decode(text, i);
      if (d.valid) {
        i += d.size;
        continue;
      }
    }
    out.append(text, run, i - run);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (c < 0x20) out += fmt::format("\\u{:04x}", c);
        else out += "\xEF\xBF\xBD";
    }
    run = ++i;
  }
  out.append(text, run, text.size() - run);
  out += '"';
}

void JsonWriter::before_value() {
  if (need_comma_) out_ += ',';
  need_comma_ = true;
}
void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  need_comma_ = false;
}
void JsonWriter::close(char bracket) {
  out_ += bracket;
  need_comma_ = true;
}
void JsonWriter::key(std::string_view name) {
  if (need_comma_) out_ += ',';
  append_json_string(out_, name);
  out_ += ':';
  need_comma_ = false;
}
void JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(out_, text);
}
void JsonWriter::value(std::int64_t number) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}
void JsonWriter::value(std::uint64_t number) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}
void JsonWriter::value(bool flag) {
  before_value();
  out_ += flag ? "true" : "false";
}
void JsonWriter::value(double number) {
  before_value();
  if (!std::isfinite(number)) out_ += "null";
  else fmt::format_to(std::back_inserter(out_), "{}", number);
}
void JsonWriter::null() {
  before_value();
  out_ += "null";
}
void JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
}

}  // namespace fengbiao
