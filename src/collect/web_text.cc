#include "collect/web_text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "intake/encoding.h"
#include "intake/html_tree.h"

namespace fengbiao {
namespace {

// The name after encoding= in an XML declaration.
std::string xml_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  if (!head.starts_with("<?xml")) return {};
  const std::string_view declaration = head.substr(0, head.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == declaration.npos) return {};
  const std::size_t end = declaration.find_first_of("\"'", at + 1);
  return end == declaration.npos ? std::string() : charset_named(declaration.substr(at + 1, end - at - 1));
}

std::string declared_by(std::string_view bytes, std::string_view content_type) {
  if (std::string header = declared_charset(content_type); !header.empty()) return header;
  if (std::string xml = xml_encoding(bytes); !xml.empty()) return xml;
  return declared_charset(bytes);
}

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

// Whatever the bytes are; U+FFFD for those that are no character.
std::string forgiving(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return {};
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return {};
  std::string out(bytes.size() * 3 + 16, '\0');
  char* target = out.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), nullptr, nullptr, nullptr,
                 nullptr, true, true, &status);
  if (U_FAILURE(status)) return {};
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

}  // namespace

Result<WebText> web_text(std::string_view bytes, std::string_view content_type, std::string_view address) {
  const std::string declared = declared_by(bytes, content_type);
  Result<DecodedText> strict = decode_bytes(bytes, address, declared);
  if (strict) return WebText{std::move(strict->text), std::move(strict->encoding), 0};
  if (bytes.find('\0') != bytes.npos) return std::unexpected(std::move(strict.error()));
  for (const std::string& encoding : {declared.empty() ? "utf-8" : declared, std::string("utf-8"), std::string("gb18030")}) {
    WebText out{forgiving(bytes, encoding), encoding};
    constexpr std::string_view kDamaged = "\xEF\xBF\xBD";
    for (std::size_t at = out.text.find(kDamaged); at != out.text.npos; at = out.text.find(kDamaged, at + 3)) ++out.damaged;
    if (!out.text.empty() && out.damaged * 100 <= count_code_points(out.text)) return out;
  }
  return std::unexpected(std::move(strict.error()));
}

}  // namespace fengbiao
