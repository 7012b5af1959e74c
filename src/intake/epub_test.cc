#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/intake.h"

namespace fengbiao {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

// A ZIP of stored entries.
std::string book(const Parts& parts) {
  const auto put = [](std::string& out, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  std::string out, directory;
  for (const auto& [name, bytes] : parts) {
    std::string common;
    put(common, 20, 2);
    put(common, 0, 8);
    put(common, crc_of(bytes), 4);
    put(common, bytes.size(), 4);
    put(common, bytes.size(), 4);
    put(common, name.size(), 2);
    put(common, 0, 2);
    put(directory, 0x02014B50, 4);
    put(directory, 20, 2);
    directory += common;
    put(directory, 0, 10);
    put(directory, out.size(), 4);
    directory += name;
    put(out, 0x04034B50, 4);
    out += common + name + bytes;
  }
  const std::size_t start = out.size();
  out += directory;
  put(out, 0x06054B50, 4);
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

const std::string kContainer =
    R"(<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>)";
const std::string kPackage =
    R"(<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="b" href="text/b%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="./text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="c.png" media-type="image/png"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/></spine></package>)";

Parts parts() {
  return {{"mimetype", "application/epub+zip"},
          {"META-INF/container.xml", kContainer},
          {"EPUB/p.opf", kPackage},
          {"EPUB/text/b b.xhtml", "<html><body><p>second</p></body></html>"},
          {"EPUB/text/a.xhtml", "<html><head><title>t</title></head><body><h1>first</h1><p>a &amp; b</p></body></html>"}};
}

TEST(Epub, PagesAreReadInTheirOrder) {
  const auto d = read_document(book(parts()), "a.epub");
  ASSERT_TRUE(d) << d.error().message();
  EXPECT_EQ(d->media_type, "application/epub+zip");
  EXPECT_EQ(d->text, "first\na & b\nsecond\n");
  EXPECT_EQ(d->lines[0].role, LineRole::heading);
}

TEST(Epub, WhatIsMissingIsNamed) {
  const auto words = [](Parts of) { return read_document(book(of), "a").error().message(); };
  Parts p = parts();
  p[1].first = "META-INF/other.xml";
  EXPECT_EQ(words(p), "a: a broken EPUB: META-INF/container.xml is missing (get the whole file again, or save it as HTML)");
  p = parts();
  p[2].first = "EPUB/q.opf";
  EXPECT_EQ(words(p), "a: a broken EPUB: its package EPUB/p.opf is missing (get the whole file again, or save it as HTML)");
  p = parts();
  p[3].first = "EPUB/x.xhtml";
  EXPECT_EQ(words(p), "a: a broken EPUB: EPUB/text/b b.xhtml is missing (get the whole file again, or save it as HTML)");
  p = parts();
  p[2].second = "<package";
  EXPECT_EQ(words(p), "a: a broken EPUB: EPUB/p.opf is no XML (get the whole file again, or save it as HTML)");
}

}  // namespace
}  // namespace fengbiao
