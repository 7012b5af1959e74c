// Any bytes as DOCX. The first byte chooses: a ZIP as it is, or the main part (and after a NUL the style sheet) of one made
// here, so that the XML is reached without guessing check sums.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "check_document.h"

namespace {

void put(archive* writer, const char* name, std::string_view bytes) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
}

std::string zip(std::string_view text, std::string_view styles) {
  std::string out(text.size() + styles.size() + 4096, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_options(writer, "compression=store");
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  put(writer, "word/document.xml", text);
  put(writer, "word/styles.xml", styles);
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  fengbiao::IntakeLimits limits;
  limits.text = 8 << 20;
  if (data[0] == 'P') {
    fengbiao::check_document(fengbiao::read_docx({reinterpret_cast<const char*>(data), size}, "f.docx", limits));
    return 0;
  }
  const std::size_t nul = std::min(bytes.find('\0'), bytes.size());
  fengbiao::check_document(fengbiao::read_docx(zip(bytes.substr(0, nul), bytes.substr(std::min(nul + 1, bytes.size()))), "f.docx", limits));
  return 0;
}
