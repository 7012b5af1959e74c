#include "publish/picture.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace fengbiao {
namespace {

constexpr std::int64_t kMostDots = 25'000'000;
constexpr int kLongestSide = 20'000;

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::uint32_t one(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U; }
  [[nodiscard]] std::uint32_t two(std::size_t at, bool little = false) const {
    return little ? one(at + 1) << 8 | one(at) : one(at) << 8 | one(at + 1);
  }
  [[nodiscard]] std::uint32_t four(std::size_t at, bool little = false) const {
    return little ? two(at + 2, true) << 16 | two(at, true) : two(at) << 16 | two(at + 2);
  }
  [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const {
    return at < bytes_.size() ? bytes_.substr(at, size) : std::string_view();
  }

 private:
  std::string_view bytes_;
};

std::unexpected<Error> damaged(const std::string& place) {
  return fail(Cause::malformed, {place}, "the picture is cut off or damaged", "save it again");
}

// Chunk by chunk to the last, each with its checksum.
Result<void> read_png(const Bytes& bytes, const std::string& place, Picture& out) {
  constexpr std::size_t kHead = 8, kAround = 12;  // length, name and checksum of a chunk
  out.width = static_cast<int>(bytes.four(16) & 0x7FFFFFFF);
  out.height = static_cast<int>(bytes.four(20) & 0x7FFFFFFF);
  for (std::size_t at = kHead; at + kAround <= bytes.size();) {
    const std::size_t length = bytes.four(at);
    if (length > bytes.size() - at - kAround) break;
    const std::string_view chunk = bytes.part(at + 4, length + 4);
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size()));
    if (sum != bytes.four(at + 8 + length)) break;
    if (chunk.starts_with("IEND")) return {};
    at += kAround + length;
  }
  return damaged(place);
}

// Which way up it is meant, 1: as it lies (EXIF 2.3, tag 0x0112 of the first directory).
std::uint32_t orientation(const Bytes& exif) {
  constexpr std::size_t kHead = 6;  // "Exif" and two zeros
  const bool little = exif.part(kHead, 2) == "II";
  const std::size_t directory = kHead + exif.four(kHead + 4, little);
  const std::uint32_t entries = exif.two(directory, little);
  for (std::uint32_t i = 0; i < entries && directory + 2 + i * std::size_t{12} < exif.size(); ++i)
    if (const std::size_t entry = directory + 2 + i * std::size_t{12}; exif.two(entry, little) == 0x0112)
      return exif.two(entry + 8, little);
  return 1;
}

Result<void> read_jpeg(const Bytes& bytes, const std::string& place, Picture& out) {
  constexpr std::size_t kTail = 4096;  // other programs leave things behind the end
  std::uint32_t colours = 0;
  for (std::size_t at = 2; at + 9 < bytes.size() && bytes.one(at) == 0xFF;) {
    const std::uint32_t kind = bytes.one(at + 1), length = bytes.two(at + 2);
    const bool frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    if (kind == 0xE1 && bytes.part(at + 4, 4) == "Exif" && orientation(Bytes(bytes.part(at + 4, length))) > 1)
      return fail(Cause::invalid_argument, {place}, "the picture lies on its side and says so only to cameras (EXIF)",
                  "open it and save it the right way up");
    if (frame) {
      out.height = static_cast<int>(bytes.two(at + 5));
      out.width = static_cast<int>(bytes.two(at + 7));
      colours = bytes.one(at + 9);
      break;
    }
    at += 2 + std::max<std::size_t>(length, 2);
  }
  if (colours == 4) return fail(Cause::invalid_argument, {place}, "the picture has the four colours of print (CMYK)", "save it in RGB");
  const std::size_t from = bytes.size() > kTail ? bytes.size() - kTail : 0;
  if (out.width <= 0 || bytes.part(from, kTail).find("\xFF\xD9") == std::string_view::npos) return damaged(place);
  return {};
}

}  // namespace

Result<Picture> picture_of(std::string bytes, const std::string& place) {
  Picture out;
  const Bytes read(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
    out.media_type = "image/png";
    FB_CHECK(read_png(read, place, out));
  } else if (bytes.starts_with("\xFF\xD8\xFF")) {
    out.media_type = "image/jpeg";
    FB_CHECK(read_jpeg(read, place, out));
  } else {
    return fail(Cause::not_text, {place}, "neither a PNG nor a JPEG picture", "save it as PNG or JPEG");
  }
  if (out.width <= 0 || out.height <= 0) return damaged(place);
  if (out.width > kLongestSide || out.height > kLongestSide || std::int64_t{out.width} * out.height > kMostDots)
    return fail(Cause::too_large, {place}, "the picture has more than 25 million dots", "save it smaller; 1,200 dots across fill a page");
  out.bytes = std::move(bytes);
  return out;
}

}  // namespace fengbiao
