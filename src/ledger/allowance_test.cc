#include "ledger/allowance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "ledger/sample_book.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const AllowanceLimits& limits() {
  static const AllowanceLimits loaded = AllowanceLimits::load(DataSet::built_in()).value();
  return loaded;
}
const Signed kBy = signed_on("2023-10-01");

TEST(AllowanceLedger, AmountsAreWholeFen) {
  EXPECT_EQ(fen_from("4800.5"), 480'050);
  EXPECT_EQ(fen_from("0.01"), 1);
  for (const char* wrong : {"", "0", "-1", "1.234", "1.", ".5", "1e3", "99999999999"}) EXPECT_FALSE(fen_from(wrong)) << wrong;
  EXPECT_EQ(yuan_text(480'050), "4800.50");
}

TEST(AllowanceLedger, LimitsAreThoseOfTheDay) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  AllowanceLedger ledger(book, limits());
  EXPECT_THAT(ledger.order("p", "o1", 300'000, signed_on("2018-05-01")).error().message(), HasSubstr("2000.00"));
  EXPECT_TRUE(ledger.order("p", "o1", 500'000, kBy)) << "the very limit";
  EXPECT_THAT(ledger.order("p", "o2", 500'001, kBy).error().message(), HasSubstr("5000.00"));
  for (int i = 3; i < 7; ++i) ASSERT_TRUE(ledger.order("p", "o" + std::to_string(i), 500'000, kBy));
  EXPECT_THAT(ledger.order("p", "o7", 100'001, kBy).error().message(), HasSubstr("1000.00"));
  EXPECT_TRUE(ledger.order("p", "o7", 100'000, kBy));
  EXPECT_EQ(ledger.balance("p", 2023)->left(), 0);
  EXPECT_TRUE(ledger.order("p", "o8", 100, signed_on("2024-01-01"))) << "a new year";
  EXPECT_FALSE(ledger.order("q", "o8", 100, kBy)) << "an order's number is used once";
}

TEST(AllowanceLedger, AReturnGivesBackOnceWhenEveryStepIsTaken) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  AllowanceLedger ledger(book, limits());
  ASSERT_TRUE(ledger.order("p", "o1", 480'000, kBy));
  EXPECT_THAT(ledger.take_step("o1", ReturnStep::restored, kBy).error().message(), HasSubstr("\"received\""));
  for (std::size_t i = 0; i < kReturnSteps; ++i) {
    EXPECT_EQ(ledger.balance("p", 2023)->restored, 0);
    ASSERT_TRUE(ledger.take_step("o1", static_cast<ReturnStep>(i), signed_on("2024-01-05")));
  }
  EXPECT_EQ(ledger.balance("p", 2023)->restored, 480'000) << "to the year in which it was bought";
  EXPECT_EQ(ledger.balance("p", 2024)->restored, 0);
  EXPECT_THAT(ledger.take_step("o1", ReturnStep::restored, kBy).error().message(), HasSubstr("already"));
  EXPECT_FALSE(ledger.take_step("o2", ReturnStep::received, kBy));
}

TEST(AllowanceLedger, WhatIsSpentAgainIsNotTakenBack) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  AllowanceLedger ledger(book, limits());
  ASSERT_TRUE(ledger.order("p", "o1", 500'000, kBy));
  std::int64_t last = 0;
  for (std::size_t i = 0; i < kReturnSteps; ++i) last = ledger.take_step("o1", static_cast<ReturnStep>(i), kBy)->number;
  for (int i = 2; i < 7; ++i) ASSERT_TRUE(ledger.order("p", "o" + std::to_string(i), 500'000, kBy));
  const auto small = ledger.order("p", "o7", 100'000, kBy);
  ASSERT_TRUE(small);
  EXPECT_FALSE(ledger.undo(last, kBy));
  EXPECT_FALSE(ledger.undo(1, kBy)) << "the return rests on the order";
  ASSERT_TRUE(ledger.undo(small->number, kBy));
  EXPECT_EQ(ledger.balance("p", 2023)->left(), 100'000);
  EXPECT_TRUE(ledger.order("p", "o7", 100'000, kBy)) << "an order that was undone may be entered anew";
}

// Many writers at once: what is given away is what there is, no more and no less.
TEST(AllowanceLedger, ManyWritersNeitherLoseNorDouble) {
  const SampleArchive archive;
  constexpr int kWriters = 4, kEach = 20;
  std::atomic<int> taken = 0;
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      LedgerBook book = archive.book();
      AllowanceLedger ledger(book, limits());
      for (int i = 0; i < kEach; ++i) {
        // Half of the orders are the same for two writers.
        const std::string order =
            i % 2 == 0 ? "shared" + std::to_string(w / 2) + "-" + std::to_string(i) : std::to_string(w) + "-" + std::to_string(i);
        const auto added = ledger.order("p", order, 100'000, kBy);
        if (added) ++taken;
        else EXPECT_EQ(added.error().cause, Cause::conflict) << added.error().message();
      }
    });
  for (std::thread& writer : writers) writer.join();
  LedgerBook book = archive.book();
  AllowanceLedger ledger(book, limits());
  EXPECT_EQ(taken, 26) << "26,000 yuan in orders of 1,000";
  EXPECT_EQ(ledger.balance("p", 2023)->left(), 0);
  EXPECT_EQ(ledger.orders("p")->size(), 26U);
  EXPECT_THAT(book.trouble().value(), IsEmpty());
}

}  // namespace
}  // namespace fengbiao
