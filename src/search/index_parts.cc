#include "search/index_parts.h"

#include <cstring>
#include <utility>

#include "base/hash.h"

namespace fengbiao {
namespace {

constexpr std::array<char, 8> kMagic{'F', 'B', 'I', 'N', 'D', 'E', 'X', '\n'};
constexpr std::uint32_t kByteOrder = 0x01020304;

struct PartEntry {
  std::uint64_t begin = 0, size = 0, hash = 0;
};
struct IndexHeader {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder, format = kIndexFormat;
  std::uint64_t size = 0;
  std::array<PartEntry, kIndexParts> parts{};
  std::uint64_t hash = 0;  // of all before it
};

std::string_view hashed(const IndexHeader& header) { return {reinterpret_cast<const char*>(&header), offsetof(IndexHeader, hash)}; }

}  // namespace

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

std::size_t IndexBytes::size() const {
  std::size_t sum = sizeof(IndexHeader);
  for (const std::string_view part : parts) sum += padded(part.size());
  return sum;
}

IndexBytes keep_parts(std::array<std::string, kIndexParts> parts) {
  auto kept = std::make_shared<const std::array<std::string, kIndexParts>>(std::move(parts));
  IndexBytes bytes;
  for (std::size_t i = 0; i < kIndexParts; ++i) bytes.parts[i] = (*kept)[i];
  bytes.keeper = std::move(kept);
  return bytes;
}

std::string index_header(const IndexBytes& bytes) {
  IndexHeader header;
  header.size = bytes.size();
  std::uint64_t at = sizeof(header);
  for (std::size_t i = 0; i < kIndexParts; ++i) {
    header.parts[i] = {at, bytes.parts[i].size(), hash64(bytes.parts[i])};
    at += padded(bytes.parts[i].size());
  }
  header.hash = hash64(hashed(header));
  return {reinterpret_cast<const char*>(&header), sizeof(header)};
}

Result<IndexBytes> split_index(std::string_view file, std::shared_ptr<const void> keeper, bool trusted) {
  const auto damaged = [](const char* what) { return fail(Cause::damaged, {}, what); };
  IndexHeader header;
  if (file.size() < sizeof(header)) return damaged("cut short");
  std::memcpy(&header, file.data(), sizeof(header));
  if (header.magic != kMagic) return damaged("not a search index");
  if (header.byte_order != kByteOrder || header.format != kIndexFormat) return fail(Cause::newer_format, {}, "of another format");
  if (!trusted && header.hash != hash64(hashed(header))) return damaged("its header has changed");
  if (header.size != file.size()) return damaged("cut short");
  IndexBytes bytes;
  bytes.keeper = std::move(keeper);
  for (std::size_t i = 0; i < kIndexParts; ++i) {
    const PartEntry& part = header.parts[i];
    if (part.begin % 8 != 0 || part.begin > file.size() || part.size > file.size() - part.begin) return damaged("cut short");
    bytes.parts[i] = file.substr(part.begin, part.size);
    if (!trusted && hash64(bytes.parts[i]) != part.hash) return damaged("its bytes have changed");
  }
  return bytes;
}

}  // namespace fengbiao
