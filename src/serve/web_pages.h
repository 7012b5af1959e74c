// The files of the web application, from the program itself: no path of a request ever reaches a disk.
//
//   pages.find({"assets", "index-4f2a.js"})    the file          pages.find({"articles", "2023-03-20-6c29"})   the page of the application
//
// What is not a file below assets/ is an address of the application, which has one page for all. Until the application was built, a plain
// page that leads to the API stands in its place. Tested by web_pages_test.cc.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/embedded.h"
#include "serve/body_cache.h"

namespace fengbiao {

class WebPages {
 public:
  explicit WebPages(const std::vector<EmbeddedFile>& files);
  static WebPages built_in();
  // Null where there is nothing.
  [[nodiscard]] std::shared_ptr<const KeptAnswer> find(const std::vector<std::string>& segments) const;

 private:
  std::map<std::string, std::shared_ptr<const KeptAnswer>, std::less<>> files_;
};

std::string_view media_type_of(std::string_view file_name);

}  // namespace fengbiao
