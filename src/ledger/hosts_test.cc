#include "ledger/hosts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/sample_book.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Signed kBy = signed_on("2023-10-01");

TEST(HostLedger, AQualificationIsFiledThenReviewed) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  HostLedger hosts(book);
  ASSERT_TRUE(hosts.add("h1", {"甲", "account:1"}, kBy));
  EXPECT_TRUE(hosts.may("h1", "")->may);
  EXPECT_THAT(hosts.may("h1", "medicine")->reasons, ElementsAre(HasSubstr("no qualification")));
  EXPECT_FALSE(hosts.review("h1", "medicine", true, kBy)) << "nothing is filed";
  ASSERT_TRUE(hosts.file("h1", "medicine", "执业医师证", kBy));
  EXPECT_THAT(hosts.may("h1", "medicine")->reasons, ElementsAre(HasSubstr("not reviewed yet")));
  ASSERT_TRUE(hosts.review("h1", "medicine", true, kBy));
  EXPECT_TRUE(hosts.may("h1", "medicine")->may);
  EXPECT_FALSE(hosts.review("h1", "medicine", false, kBy)) << "reviewed already";
  EXPECT_FALSE(hosts.file("h1", "cooking", "x", kBy)) << "no such field";
}

TEST(HostLedger, ABanHoldsForEveryNameAndAccount) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  HostLedger hosts(book);
  ASSERT_TRUE(hosts.add("h1", {"甲", "account:1"}, kBy));
  ASSERT_TRUE(hosts.rename("h1", {"account:2"}, kBy));
  const auto ban = hosts.ban("h1", kBy);
  ASSERT_TRUE(ban);
  EXPECT_FALSE(hosts.may("h1", "")->may);
  EXPECT_THAT(hosts.add("h2", {"account:2"}, kBy).error().message(), HasSubstr("belongs to h1, who is banned"));
  EXPECT_THAT(hosts.add("h3", {"甲"}, kBy).error().message(), HasSubstr("banned"));
  EXPECT_FALSE(hosts.rename("h1", {"account:3"}, kBy));
  ASSERT_TRUE(hosts.undo(ban->number, kBy));
  EXPECT_TRUE(hosts.may("h1", "")->may);
  EXPECT_TRUE(hosts.add("h2", {"account:2"}, kBy));
  EXPECT_THAT(hosts.find("account:2").value(), ElementsAre("h1", "h2"));
}

TEST(HostLedger, OnlyACounterEntryUndoesAndOnlyWhatNothingRestsOn) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  HostLedger hosts(book);
  ASSERT_TRUE(hosts.add("h1", {}, kBy));
  const auto filed = hosts.file("h1", "law", "律师证", kBy);
  const auto reviewed = hosts.review("h1", "law", false, kBy);
  ASSERT_TRUE(filed && reviewed);
  EXPECT_FALSE(hosts.undo(filed->number, kBy)) << "the review rests on it";
  const auto undone = hosts.undo(reviewed->number, kBy);
  ASSERT_TRUE(undone);
  EXPECT_FALSE(hosts.undo(reviewed->number, kBy)) << "twice";
  EXPECT_FALSE(hosts.undo(undone->number, kBy)) << "a counter-entry";
  EXPECT_EQ(hosts.state("h1").value()->qualifications.at("law").review, HostState::Review::filed);
  ASSERT_TRUE(hosts.card("h1", false, kBy));
  ASSERT_TRUE(hosts.card("h1", true, kBy));
  ASSERT_TRUE(hosts.score("h1", -3, kBy));
  ASSERT_TRUE(hosts.train("h1", "规范", kBy));
  const auto state = hosts.state("h1").value();
  EXPECT_EQ(state->yellow_cards, 1U);
  EXPECT_EQ(state->red_cards, 1U);
  EXPECT_EQ(state->score, -3);
  EXPECT_THAT(state->trainings, ElementsAre("规范"));
}

}  // namespace
}  // namespace fengbiao
