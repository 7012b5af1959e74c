#include "collect/html_text.h"

#include "base/utf8.h"
#include "intake/intake.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::string_view kDocument = "<!doctype html><meta charset=utf-8><body>";

}  // namespace

std::vector<std::string> html_paragraphs(std::string_view html) {
  std::vector<std::string> out;
  const auto document = read_html(std::string(kDocument) + std::string(html), "feed");
  if (!document) return out;
  for (std::size_t i = 0; i < document->lines.size(); ++i) {
    const std::string_view line = document->line(i);
    const Span span = trim(line, whole(line));
    if (!span.empty()) out.emplace_back(slice(line, span));
  }
  return out;
}

std::string plain_text(std::string_view html) {
  std::string out;
  for (const std::string& line : html_paragraphs(html)) {
    if (!out.empty()) out += ' ';
    out += line;
  }
  return out;
}

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '\n') out += "<br>";
    else out += c;
  }
  return out;
}

}  // namespace fengbiao
