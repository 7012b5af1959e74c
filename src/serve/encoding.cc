#include "serve/encoding.h"

#include <zlib.h>

#include <algorithm>

#include "base/compress.h"

namespace fengbiao {

namespace {

constexpr std::size_t kLeastBytes = 512;
constexpr int kZstdLevel = 5, kGzipLevel = 6, kGzipWindow = 15 + 16;

std::string gzip(std::string_view body) {
  z_stream stream = {};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(whole ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// q=0, q=0.0 ...: not wanted.
bool is_refused(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == parameters.npos) return false;
  std::string_view value = trimmed(parameters.substr(at + 2));
  value = value.substr(0, value.find_first_of("; \t"));
  return !value.empty() && value.find_first_not_of("0.") == value.npos;
}

}  // namespace

std::string_view name_of(Coding coding) { return coding == Coding::zstd ? "zstd" : coding == Coding::gzip ? "gzip" : "identity"; }

Coding best_coding(std::string_view accept) {
  bool with_gzip = false, with_zstd = false;
  while (!accept.empty()) {
    const std::size_t end = std::min(accept.find(','), accept.size());
    const std::string_view item = accept.substr(0, end);
    accept.remove_prefix(std::min(end + 1, accept.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view name = trimmed(item.substr(0, semicolon));
    if (is_refused(item.substr(semicolon))) continue;
    with_gzip = with_gzip || name == "gzip";
    with_zstd = with_zstd || name == "zstd";
  }
  return with_zstd ? Coding::zstd : with_gzip ? Coding::gzip : Coding::identity;
}

std::string coded(std::string_view body, Coding coding) {
  return coding == Coding::zstd ? compress(body, kZstdLevel) : coding == Coding::gzip ? gzip(body) : std::string(body);
}

bool is_worth_coding(std::string_view type, std::size_t bytes) {
  if (bytes < kLeastBytes || bytes > std::size_t{1} << 31) return false;
  return type.starts_with("text/") || type.find("json") != type.npos || type.find("xml") != type.npos ||
         type.find("javascript") != type.npos;
}

}  // namespace fengbiao
