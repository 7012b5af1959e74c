#include "desk/desk_book.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace fengbiao {
namespace {

class DeskBooks : public testing::Test {
 protected:
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("desk-" + std::to_string(getpid()) + ".fb");
  void TearDown() override { std::filesystem::remove(path); }
  static IssueSource titled(std::string name) {
    IssueSource s;
    s.name = std::move(name);
    return s;
  }
  const DeskAct act{"甲", "edit", "2023-09-01T08:00:00Z"};
};

TEST_F(DeskBooks, EveryVersionIsKeptAndUndone) {
  DeskBook book = DeskBook::open(path, OpenMode::create).value();
  EXPECT_TRUE(book.issues()->empty());
  ASSERT_TRUE(book.put("a", titled("one"), 0, act));
  EXPECT_EQ(book.put("a", titled("x"), 0, act).error().cause, Cause::conflict) << "there already";
  ASSERT_TRUE(book.put("a", titled("two"), 1, act));
  EXPECT_EQ(book.put("a", titled("x"), 1, act).error().cause, Cause::conflict) << "somebody was faster";
  ASSERT_TRUE(book.put("a", titled("three"), 2, act));
  EXPECT_EQ(book.undo("a", 2, act).error().cause, Cause::conflict) << "not the current one";
  EXPECT_EQ(book.undo("a", 3, act)->text, write_issue_source(titled("two")));
  EXPECT_EQ(book.undo("a", 4, act)->text, write_issue_source(titled("one")));
  EXPECT_EQ(book.undo("a", 5, act).error().cause, Cause::conflict);
  EXPECT_EQ(book.history("a")->size(), 5u);
  EXPECT_EQ(book.draft("a", 3)->text, write_issue_source(titled("three")));
  EXPECT_EQ(book.draft("b").error().cause, Cause::not_found);
}

TEST_F(DeskBooks, AcceptedByNameAndReason) {
  DeskBook book = DeskBook::open(path, OpenMode::create).value();
  EXPECT_EQ(book.accept("a", {"f", "rule", "words", "", "why", ""}).error().cause, Cause::invalid_argument);
  EXPECT_EQ(book.accept("a", {"f", "rule", "words", "甲", "", ""}).error().cause, Cause::invalid_argument);
  ASSERT_TRUE(book.accept("a", {"f", "rule", "words", "甲", "why", ""}));
  EXPECT_EQ(book.accepted("a")->at(0).by, "甲");
  EXPECT_TRUE(book.accepted("b")->empty());
}

TEST_F(DeskBooks, EditionsAreNumbered) {
  DeskBook book = DeskBook::open(path, OpenMode::create).value();
  ASSERT_TRUE(book.put("a", titled("one"), 0, act));
  EXPECT_EQ(book.publish("a", 1, act, "words").error().cause, Cause::conflict) << "nothing to correct";
  EXPECT_EQ(book.publish("a", 1, act, "")->edition, 1);
  EXPECT_EQ(book.publish("a", 1, act, "").error().cause, Cause::conflict) << "somebody was faster";
  const IssueSource corrected = titled("two");
  EXPECT_EQ(book.publish("a", 7, act, "words", &corrected).error().cause, Cause::conflict);
  EXPECT_EQ(book.history("a")->size(), 1u) << "nothing is kept of it";
  const auto second = book.publish("a", 1, act, "words", &corrected);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->edition, 2);
  EXPECT_EQ(second->version, 2);
  EXPECT_EQ(book.editions("a")->at(1).correction, "words");
  EXPECT_EQ(book.edition("a", 1)->text, write_issue_source(titled("one")));
  EXPECT_EQ(book.edition("a", 2)->what, "correction");
  EXPECT_EQ(book.edition("a", 3).error().cause, Cause::not_found);
}

}  // namespace
}  // namespace fengbiao
