#include "intake/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/disk.h"

namespace fengbiao {

namespace {

constexpr std::size_t kMostEntries = 10'000;
constexpr const char* kAgain = "get the whole file again, or save it again from the program that made it";

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

}  // namespace

Result<ZipParts> read_zip(std::string_view bytes, std::string_view file, std::uint64_t limit,
                          const std::function<bool(std::string_view)>& is_wanted) {
  // The directory at the end, within its comment's greatest length.
  if (bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 65'557)).find("PK\x05\x06") == std::string_view::npos)
    return fail(Cause::malformed, {std::string(file)}, "a ZIP file without its directory: it is cut off", kAgain);
  const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
  const auto broken = [&] {
    const char* words = archive_error_string(reader.get());
    return fail(Cause::malformed, {std::string(file)}, fmt::format("a broken ZIP file: {}", words ? words : "unknown"), kAgain);
  };
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return broken();
  ZipParts parts;
  std::uint64_t unpacked = 0;
  archive_entry* entry = nullptr;
  for (;;) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return broken();
    if (parts.names.size() == kMostEntries)
      return fail(Cause::too_large, {std::string(file)}, fmt::format("a ZIP file of more than {} entries", kMostEntries));
    const char* utf8_name = archive_entry_pathname_utf8(entry);
    const char* raw_name = utf8_name ? utf8_name : archive_entry_pathname(entry);
    std::string name = raw_name ? raw_name : "";
    if (is_wanted(name) && !parts.wanted.contains(name)) {
      if (archive_entry_is_encrypted(entry))
        return fail(Cause::locked, {std::string(file)}, "it needs a password", "open it and save a copy without one");
      std::string content;
      std::array<char, 65536> buffer;
      for (;;) {
        const la_ssize_t got = archive_read_data(reader.get(), buffer.data(), buffer.size());
        if (got == 0) break;
        if (got < 0) return broken();
        unpacked += static_cast<std::uint64_t>(got);
        if (unpacked > limit)
          return fail(Cause::too_large, {std::string(file)}, fmt::format("it unpacks to more than the limit of {}", size_in_words(limit)),
                      "split it");
        content.append(buffer.data(), static_cast<std::size_t>(got));
      }
      parts.wanted.emplace(name, std::move(content));
    }
    parts.names.push_back(std::move(name));
  }
  return parts;
}

}  // namespace fengbiao
