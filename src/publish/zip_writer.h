// A ZIP file in memory whose bytes depend on nothing but its entries: the time of each is 1980-01-01, none has an extra field (an EPUB's
// first entry may not have one).
//
//   ZipWriter zip;  zip.add("mimetype", "application/epub+zip", false);  zip.take()
//
// For files below 4 GB. Tested by issue_forms_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fengbiao {

class ZipWriter {
 public:
  void add(std::string_view name, std::string_view bytes, bool compress = true);
  std::string take();

 private:
  std::string out_, directory_;
  std::uint16_t entries_ = 0;
};

}  // namespace fengbiao
