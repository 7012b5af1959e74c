#include "observation/words.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

const ObservationWords& words() {
  static const ObservationWords loaded = ObservationWords::load(DataSet::built_in()).value();
  return loaded;
}

// The names of the classes stand in the order of the enumerations: the first, the last and some between.
TEST(ObservationWords, RolesAreThoseOfTheFile) {
  for (const auto& [word, role] : {std::pair{"达到", Role::level},
                                   {"增长", Role::up},
                                   {"减少", Role::down},
                                   {"新增", Role::fresh},
                                   {"占比", Role::share},
                                   {"同比", Role::yoy},
                                   {"环比", Role::period_on_period},
                                   {"增长至", Role::change_to},
                                   {"的", Role::of},
                                   {"来自", Role::origin}})
    EXPECT_EQ(words().around.head(word, role), std::string_view(word).size()) << word;
  EXPECT_EQ(words().around.head("增长", Role::down), 0u);
}

TEST(ObservationWords, PartsAreThoseOfTheFile) {
  for (const auto& [word, part] : {std::pair{"渗透率", Part::share_noun},
                                   {"规模", Part::aspect},
                                   {"该公司", Part::pronoun},
                                   {"方面", Part::list_noun},
                                   {"位", Part::rank_counter},
                                   {"总额", Part::bare}})
    EXPECT_EQ(words().things.head(word, part), std::string_view(word).size()) << word;
  EXPECT_EQ(words().things.head("规模", Part::pronoun), 0u);
}

TEST(ObservationWords, WhatOnlyLooksLikeAWordIsNone) {
  std::vector<WordHit> hits;
  words().around.scan(Characters("比例"), {}, hits);
  EXPECT_TRUE(hits.empty());
}

}  // namespace
}  // namespace fengbiao
