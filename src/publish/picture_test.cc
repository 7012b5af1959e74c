#include "publish/picture.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace fengbiao {
namespace {

std::string number(std::uint32_t n, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(n >> 8 * i & 0xFF);
  return out;
}
std::string chunk(const std::string& name, const std::string& data) {
  const std::string named = name + data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(named.data()), static_cast<uInt>(named.size()));
  return number(static_cast<std::uint32_t>(data.size()), 4) + named + number(static_cast<std::uint32_t>(sum), 4);
}
std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", number(width, 4) + number(height, 4) + std::string("\x08\x02\0\0\0", 5)) +
         chunk("IDAT", "xyz") + chunk("IEND", "");
}
std::string segment(unsigned char kind, const std::string& data) {
  return std::string("\xFF") + static_cast<char>(kind) + number(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}
std::string jpeg(int width, int height, char colours, const std::string& before = {}) {
  return "\xFF\xD8" + before +
         segment(0xC2, "\x08" + number(static_cast<std::uint32_t>(height), 2) + number(static_cast<std::uint32_t>(width), 2) + colours) +
         "data\xFF\xD9";
}
std::string exif(int orientation) {
  return segment(0xE1, std::string("Exif\0\0MM\0\x2A", 10) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4) +
                           number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2) + number(0, 4));
}
std::string told(std::string bytes) {
  const auto picture = picture_of(std::move(bytes), "a");
  return picture ? "" : picture.error().message();
}

TEST(Pictures, KindsAndSizes) {
  EXPECT_EQ(picture_of(png(16, 32), "a.png")->height, 32);
  EXPECT_EQ(picture_of(jpeg(300, 420, 3), "a.jpg")->width, 300);
  EXPECT_EQ(picture_of(jpeg(300, 420, 1, segment(0xE0, "JFIF") + exif(1)), "a.jpg")->media_type, "image/jpeg");
  EXPECT_EQ(told("GIF89a"), "a: neither a PNG nor a JPEG picture (save it as PNG or JPEG)");
  EXPECT_NE(told(""), "");
}

TEST(Pictures, WhatIsCutOffOrDamagedIsRefused) {
  const std::string whole = png(16, 32), photo = jpeg(300, 420, 3);
  for (std::size_t size = 8; size < whole.size(); ++size) EXPECT_NE(told(whole.substr(0, size)), "") << size;
  for (std::size_t size = 3; size < photo.size(); ++size) EXPECT_NE(told(photo.substr(0, size)), "") << size;
  std::string wrong = whole;
  wrong[whole.find("xyz")] = 'X';
  EXPECT_EQ(told(wrong), "a: the picture is cut off or damaged (save it again)");
}

TEST(Pictures, WhatNoPageShowsWellIsRefused) {
  EXPECT_EQ(told(jpeg(300, 420, 4)), "a: the picture has the four colours of print (CMYK) (save it in RGB)");
  EXPECT_NE(told(jpeg(300, 420, 3, exif(6))).find("on its side"), std::string::npos);
  EXPECT_NE(told(png(12'000, 9'000)).find("25 million dots"), std::string::npos);
  EXPECT_NE(told(png(0x7FFFFFFF, 1)).find("25 million dots"), std::string::npos);
  EXPECT_NE(told(png(0, 1)), "");
}

}  // namespace
}  // namespace fengbiao
