// A picture to be printed, PNG or JPEG, as it is: looked at before anything is made of it, so that what no page would show well is refused
// with what to do about it.
//
//   FB_TRY(Picture cover, picture_of(bytes, "cover.jpg"));     cover.width
//
// Refused: other kinds, files that are cut off or damaged (PNG by its checksums), four-colour JPEG, which programs show in different
// colours, pictures that lie on their side and only say so (EXIF), and more dots than a page can use. Pixels are not decoded. Tested by
// picture_test.cc.
#pragma once

#include <map>
#include <string>

#include "base/result.h"

namespace fengbiao {

struct Picture {
  std::string bytes, media_type;  // "image/png", "image/jpeg"
  int width = 0, height = 0;      // pixels
};
using Pictures = std::map<std::string, Picture, std::less<>>;  // by the path that the source names

// Fails with not_text where it is neither PNG nor JPEG, malformed, too_large, invalid_argument.
Result<Picture> picture_of(std::string bytes, const std::string& place);

}  // namespace fengbiao
