#include "publish/zip_writer.h"

#include <zlib.h>

#include <utility>

namespace fengbiao {
namespace {

constexpr std::uint16_t kUtf8Names = 0x0800, kStored = 0, kDeflated = 8, kVersion = 20;
constexpr std::uint16_t kTime = 0, kDate = 0x0021;  // 1980-01-01 00:00

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  std::string in(bytes);  // zlib's interface wants it writable
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return done == Z_STREAM_END ? out : std::string();
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view bytes, bool compress) {
  const std::string small = compress ? deflated(bytes) : std::string();
  const bool use = !small.empty() && small.size() < bytes.size();
  const std::string_view body = use ? std::string_view(small) : bytes;
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
  std::string common;
  put(common, kVersion, 2);
  put(common, kUtf8Names, 2);
  put(common, use ? kDeflated : kStored, 2);
  put(common, kTime, 2);
  put(common, kDate, 2);
  put(common, crc, 4);
  put(common, body.size(), 4);
  put(common, bytes.size(), 4);
  put(common, name.size(), 2);
  put(common, 0, 2);  // extra field
  put(directory_, 0x02014B50, 4);
  put(directory_, kVersion, 2);
  directory_ += common;
  put(directory_, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
  put(directory_, out_.size(), 4);
  directory_ += name;
  put(out_, 0x04034B50, 4);
  out_ += common;
  out_ += name;
  out_ += body;
  ++entries_;
}

std::string ZipWriter::take() {
  const std::size_t start = out_.size();
  out_ += directory_;
  put(out_, 0x06054B50, 4);
  put(out_, 0, 4);
  put(out_, entries_, 2);
  put(out_, entries_, 2);
  put(out_, directory_.size(), 4);
  put(out_, start, 4);
  put(out_, 0, 2);
  directory_.clear();
  entries_ = 0;
  return std::exchange(out_, {});
}

}  // namespace fengbiao
