#include "comply/pack_book.h"

#include <algorithm>
#include <array>

#include "comply/pack_loader.h"

namespace fengbiao {

std::string_view name_of(Demand demand) {
  constexpr std::array<std::string_view, 3> kNames{"forbidden", "prove-it", "remind"};
  return kNames[static_cast<std::size_t>(demand)];
}

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= (month == 2 && !leap ? 28 : kDays[static_cast<std::size_t>(month - 1)]);
}

const CompliancePack* PackBook::find(std::string_view id) const {
  const auto at = std::ranges::find(packs_, id, &CompliancePack::id);
  return at == packs_.end() ? nullptr : &*at;
}

Result<PackBook> PackBook::load(const DataSet& data, const ComplyFolding& folding) {
  PackBook book;
  PackLoader loader(book, folding);
  for (const DataSet::File* file : data.list("comply/contexts", ".yaml")) {
    FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
    FB_CHECK(loader.add_contexts(root));
  }
  for (const DataSet::File* file : data.list("rules/comply/", ".yaml")) {
    FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
    FB_CHECK(loader.add(root));
  }
  return book;
}

Result<PackBook> PackBook::parse(std::string_view bytes, std::string place, const ComplyFolding& folding) {
  PackBook book;
  PackLoader loader(book, folding);
  FB_TRY(const PackNode root, PackNode::parse(bytes, std::move(place)));
  FB_CHECK(loader.add(root));
  return book;
}

}  // namespace fengbiao
