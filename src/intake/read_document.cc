// What kind of bytes these are, and the reader for them. A kind we do not read is named, so that its owner knows what to do.
// Tested by read_document_test.cc.
#include <algorithm>
#include <array>

#include "base/disk.h"
#include "intake/build.h"
#include "intake/intake.h"

namespace fengbiao {

namespace {

using namespace std::string_view_literals;

constexpr const char* kSaveAs = "save it as DOCX, PDF, HTML or text";

struct Kind {
  std::string_view magic;
  std::string_view name;
  std::string_view advice = "leave it out, or get its text out of it first";
};
constexpr std::array kForeign{
    Kind{"\x89PNG\r\n\x1A\n"sv, "a PNG image", "run it through text recognition (OCR) first"},
    Kind{"\xFF\xD8\xFF"sv, "a JPEG image", "run it through text recognition (OCR) first"},
    Kind{"GIF8"sv, "a GIF image", "run it through text recognition (OCR) first"},
    Kind{"II*\0"sv, "a TIFF image", "run it through text recognition (OCR) first"},
    Kind{"MM\0*"sv, "a TIFF image", "run it through text recognition (OCR) first"},
    Kind{"\x1F\x8B"sv, "a gzip archive", "unpack it first"},
    Kind{"\xFD"
         "7zXZ\0"sv,
         "an xz archive", "unpack it first"},
    Kind{"BZh"sv, "a bzip2 archive", "unpack it first"},
    Kind{"\x28\xB5\x2F\xFD"sv, "a zstd archive", "unpack it first"},
    Kind{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", "unpack it first"},
    Kind{"Rar!\x1A\x07"sv, "a RAR archive", "unpack it first"},
    Kind{"\x7F"
         "ELF"sv,
         "a program"},
    Kind{"SQLite format 3\0"sv, "an SQLite database"},
    Kind{"{\\rtf"sv, "an RTF text", kSaveAs},
    Kind{"%!PS"sv, "a PostScript file", "turn it into a PDF first"},
    Kind{"AT&TFORM"sv, "a DjVu file", "turn it into a PDF with text first"},
};

bool contains_utf16(std::string_view bytes, std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return bytes.find(wide) != std::string_view::npos;
}

// The compound file of old Office programs; a DOCX with a password is wrapped in one.
std::unexpected<Error> refuse_compound_file(std::string_view bytes, const std::string& file) {
  if (contains_utf16(bytes, "EncryptedPackage"))
    return fail(Cause::locked, {file}, "the Office file needs a password", "open it with its password and save a copy without one");
  if (contains_utf16(bytes, "WordDocument"))
    return fail(Cause::not_text, {file}, "an old Word file (.doc), which is not read",
                "open it in Word or LibreOffice and save it as DOCX");
  return fail(Cause::not_text, {file}, "a file of an old Office program, which is not read", kSaveAs);
}

bool starts_with_word(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::ranges::equal(text.substr(0, lower.size()), lower, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

// Readers take a header within the first kilobyte; a text that only speaks of it has no end mark.
bool is_pdf(std::string_view bytes) {
  const auto at = bytes.substr(0, 1024).find("%PDF-");
  return at == 0 || (at != std::string_view::npos && bytes.find("%%EOF", at) != std::string_view::npos);
}

// By the entry that stands first in a book, or by the one that every book has.
bool is_epub(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") &&
         (bytes.substr(0, 256).find("mimetypeapplication/epub+zip") != std::string_view::npos ||
          (bytes.find("META-INF/container.xml") != std::string_view::npos && bytes.find("word/document.xml") == std::string_view::npos));
}

enum class Markup { none, html, xml };

// By the first tag after byte order mark, blanks, comments and processing instructions.
Markup markup_of(std::string_view bytes) {
  std::string ascii;  // of UTF-16 only the ASCII is needed
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (wide) {
    for (const char c : bytes.substr(2, 8192))
      if (c != '\0') ascii += c;
    bytes = ascii;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bool declared = false;
  for (;;) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
    const bool comment = bytes.starts_with("<!--"), instruction = bytes.starts_with("<?");
    if (!comment && !instruction) break;
    declared = declared || bytes.starts_with("<?xml");
    const std::string_view closing = comment ? "-->"sv : "?>"sv;
    const auto end = bytes.find(closing);
    if (end == std::string_view::npos) return Markup::none;
    bytes.remove_prefix(end + closing.size());
  }
  if (starts_with_word(bytes, "<!doctype html")) return Markup::html;
  if (bytes.size() < 2 || bytes[0] != '<') return declared ? Markup::xml : Markup::none;
  static constexpr std::array kTags{"html"sv, "head"sv,    "body"sv,    "title"sv, "meta"sv,       "link"sv,   "script"sv, "style"sv,
                                    "div"sv,  "p"sv,       "table"sv,   "h1"sv,    "h2"sv,         "h3"sv,     "ul"sv,     "ol"sv,
                                    "span"sv, "section"sv, "article"sv, "main"sv,  "header"sv,     "center"sv, "b"sv,      "a"sv,
                                    "br"sv,   "font"sv,    "strong"sv,  "img"sv,   "blockquote"sv, "pre"sv,    "base"sv};
  for (const std::string_view tag : kTags)
    if (starts_with_word(bytes.substr(1), tag)) {
      const std::string_view rest = bytes.substr(1 + tag.size());
      if (rest.empty() || " \t\r\n\f/>"sv.find(rest[0]) != std::string_view::npos) return Markup::html;
    }
  return declared ? Markup::xml : Markup::none;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, std::string_view file, const IntakeLimits& limits) {
  const std::string name(file);
  if (bytes.size() > limits.file)
    return fail(Cause::too_large, {name}, "larger than the limit of " + size_in_words(limits.file),
                "split it, or leave it out if it is no bulletin");
  if (bytes.empty()) return fail(Cause::empty, {name}, "the file is empty");
  if (is_pdf(bytes)) return read_pdf(bytes, file, limits);
  if (is_epub(bytes)) return read_epub(bytes, file, limits);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return read_docx(bytes, file, limits);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refuse_compound_file(bytes, name);
  for (const Kind& kind : kForeign)
    if (bytes.starts_with(kind.magic))
      return fail(Cause::not_text, {name}, std::string(kind.name) + ", which is not read", std::string(kind.advice));
  switch (markup_of(bytes)) {
    case Markup::html: return read_html(bytes, file, limits);
    case Markup::xml: return fail(Cause::not_text, {name}, "an XML file, which is not read", kSaveAs);
    case Markup::none: break;
  }
  FB_TRY(Document document, read_text(bytes, file));
  FB_CHECK(check_text_size(document.text.size(), file, limits.text));
  return document;
}

}  // namespace fengbiao
