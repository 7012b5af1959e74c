// What headlines look like in this document, learned from those whose place is certain (behind a source line or a column's
// name): how much white stands below them, how large their type is, whether the format marks them. With that, a line that
// looks the same elsewhere is a headline too. Tested by headlines_test.cc.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bulletin/outline.h"

namespace fengbiao {

struct Headlines {
  std::uint16_t gap_below = 0;  // blank lines between headline and text, 0: no more than elsewhere
  std::uint8_t level = 0;       // heading level of the format, 0: not marked
  bool centred = false;         // pushed to the middle by blanks
  float size = 0;               // type size, 0: not larger than the body

  // How many inks the headline takes that begins at `at`, and why it ends there. At least 1; `end` bounds it.
  struct Extent {
    std::size_t inks = 1;
    std::string_view rule;
  };
  [[nodiscard]] Extent extent(const std::vector<Ink>& inks, std::size_t at, std::size_t end, std::string_view text, const Setting& setting,
                              const Profile& profile, const std::set<std::string>& contents) const;

  [[nodiscard]] bool rest_before_white(const std::vector<Ink>& inks, std::size_t at, std::size_t end, const Setting& setting) const;

  // Why a new article begins at `at` although no source line closed the one before, or empty.
  [[nodiscard]] std::string_view begins_at(const std::vector<Ink>& inks, std::size_t article_begin, std::size_t at, std::size_t end,
                                           std::string_view text, const Setting& setting, const Profile& profile,
                                           const SectionName* section, const std::set<std::string>& contents) const;
};

// `certain`: inks where a headline surely begins.
Headlines learn_headlines(const std::vector<Ink>& inks, const std::vector<std::size_t>& certain, const Setting& setting);

}  // namespace fengbiao
