#include "search/index_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "base/disk.h"
#include "search/index_builder.h"

namespace fengbiao {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class IndexFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("fengbiao_index_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    archive_ = folder_ / "ec.fb";
    std::ofstream(archive_) << "archive";
    index_ = folder_ / "ec.fb.index";
  }
  void TearDown() override { fs::remove_all(folder_); }

  SearchSource source(const std::string& stamp, int documents = 40) {
    return {.stamp = stamp, .documents = [this, stamp, documents](const SearchIndex*, const auto& put) -> Result<std::string> {
              ++made_;
              for (int n = 0; n < documents; ++n)
                put({.id = stamp + std::to_string(n),
                     .title = "电商新规",
                     .paragraphs = {"第" + std::to_string(n) + "条，平台应当公示规则。"},
                     .date = "2022-01-05",
                     .values = {}});
              return stamp;
            }};
  }
  static std::size_t hits(const SearchIndex& index, std::string_view term) {
    std::vector<SearchHit> found;
    index.find(term, found);
    return found.size();
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }

  fs::path folder_, archive_, index_;
  int made_ = 0;
};

TEST_F(IndexFile, is_made_once_and_found_again) {
  const auto first = open_search_index(archive_, source("a"));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->state, IndexState::made);
  EXPECT_THAT(first->notice, HasSubstr("made of 40 articles"));
  const auto again = open_search_index(archive_, source("a"));
  EXPECT_EQ(again->state, IndexState::found);
  EXPECT_THAT(again->notice, IsEmpty());
  EXPECT_EQ(made_, 1);
  EXPECT_EQ(hits(again->index, "平台应当"), 40U);
  EXPECT_EQ(files(), (std::vector<std::string>{"ec.fb", "ec.fb.index"}));
}

TEST_F(IndexFile, same_documents_make_the_same_bytes) {
  ASSERT_TRUE(open_search_index(archive_, source("a")));
  const std::string bytes = *read_file(index_);
  fs::remove(index_);
  ASSERT_TRUE(open_search_index(archive_, source("a")));
  EXPECT_EQ(*read_file(index_), bytes);
}

TEST_F(IndexFile, is_made_anew_when_the_archive_is_another_and_readers_keep_theirs) {
  const auto old = open_search_index(archive_, source("a"));
  const auto fresh = open_search_index(archive_, source("b", 50));
  EXPECT_EQ(fresh->state, IndexState::made);
  EXPECT_THAT(fresh->notice, HasSubstr("another state"));
  EXPECT_EQ(hits(fresh->index, "电商"), 50U);
  EXPECT_EQ(hits(old->index, "电商"), 40U);
  EXPECT_EQ(old->index.text(39).normal, "电商新规\n第39条,平台应当公示规则。\n");
}

TEST_F(IndexFile, is_brought_up_to_date_from_the_one_before) {
  ASSERT_TRUE(open_search_index(archive_, source("a")));
  SearchSource next = source("b");
  next.documents = [fresh = next.documents](const SearchIndex* before, const PutDocument& put) -> Result<std::string> {
    if (!before) return fresh(before, put);
    for (std::uint32_t row = 0; row < before->documents(); ++row) put(before->document(row));
    put({.id = "new", .title = "又一条新规", .paragraphs = {}, .date = "", .values = {}});
    return "b";
  };
  const auto opened = open_search_index(archive_, next);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->state, IndexState::made);
  EXPECT_EQ(opened->index.documents(), 41U);
  EXPECT_EQ(made_, 1);
  EXPECT_EQ(hits(opened->index, "新规"), 41U);
  // From a damaged one nothing is taken.
  std::ofstream(index_) << "damaged";
  EXPECT_EQ(open_search_index(archive_, next)->index.documents(), 40U);
  EXPECT_EQ(made_, 2);
}

TEST_F(IndexFile, is_made_anew_when_it_is_damaged) {
  ASSERT_TRUE(open_search_index(archive_, source("a")));
  const std::string right = *read_file(index_);
  std::mt19937 random(7);
  for (int turn = 0; turn < 60; ++turn) {
    std::string bytes = right;
    // The zeros between parts say nothing and are not guarded.
    if (turn % 3 == 0) bytes.resize(random() % bytes.size());
    else bytes[random() % (turn % 3 == 1 ? bytes.size() : 600)] ^= static_cast<char>(1 + random() % 255);
    std::ofstream(index_, std::ios::binary) << bytes;
    const auto opened = open_search_index(archive_, source("a"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->state == IndexState::found || opened->notice.find("of no use") != std::string::npos) << opened->notice;
    EXPECT_EQ(hits(opened->index, "公示规则"), 40U);
  }
}

TEST_F(IndexFile, is_held_in_memory_where_it_cannot_be_kept) {
  fs::create_directories(folder_ / "ec.fb.index.new");  // in the way, for root too
  const auto opened = open_search_index(archive_, source("a"));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->state, IndexState::in_memory);
  EXPECT_THAT(opened->notice, HasSubstr("held in memory"));
  EXPECT_EQ(hits(opened->index, "公示规则"), 40U);
  fs::remove(folder_ / "ec.fb.index.new");
  fs::create_directories(index_ / "x");
  const auto also = open_search_index(archive_, source("a"));
  ASSERT_TRUE(also);
  EXPECT_EQ(also->state, IndexState::in_memory);
  EXPECT_EQ(files(), (std::vector<std::string>{"ec.fb", "ec.fb.index"}));
}

TEST_F(IndexFile, of_a_failed_making_nothing_is_left) {
  const auto opened = open_search_index(archive_, {.stamp = "a", .documents = [](const SearchIndex*, const auto&) -> Result<std::string> {
                                                     return fail(Cause::busy, {}, "held");
                                                   }});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().cause, Cause::busy);
  EXPECT_EQ(files(), std::vector<std::string>{"ec.fb"});
}

TEST_F(IndexFile, is_taken_over_from_a_maker_that_died) {
  std::ofstream(folder_ / "ec.fb.index.new") << "half an index";
  EXPECT_EQ(open_search_index(archive_, source("a"))->state, IndexState::made);
  EXPECT_EQ(files(), (std::vector<std::string>{"ec.fb", "ec.fb.index"}));
}

TEST_F(IndexFile, is_named_by_what_was_put) {
  SearchSource changing = source("a");
  changing.documents = [inner = changing.documents](const SearchIndex* before, const auto& put) -> Result<std::string> {
    if (auto made = inner(before, put); !made) return made;
    return "a and a half";
  };
  EXPECT_EQ(open_search_index(archive_, changing)->index.stamp(), "a and a half");
  EXPECT_EQ(open_search_index(archive_, source("a"))->state, IndexState::made) << "it is of another state";
}

TEST_F(IndexFile, is_the_old_or_the_new_one_when_its_maker_is_killed) {
  ASSERT_TRUE(open_search_index(archive_, source("0", 300)));
  std::mt19937 random(11);
  int unfinished = 0;
  for (int turn = 0; turn < 60; ++turn) {
    const pid_t child = fork();
    if (child == 0) {
      for (int n = 0;; ++n) {
        SearchSource next = source(std::to_string(n % 7), 300 + n % 7);
        if (!open_search_index(archive_, next)) _exit(1);
      }
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    unfinished += fs::exists(folder_ / "ec.fb.index.new");
    const auto index = read_search_index(index_);
    ASSERT_TRUE(index) << index.error().message();
    const int stamp = std::stoi(std::string(index->stamp()));
    EXPECT_EQ(index->documents(), 300U + static_cast<unsigned>(stamp));
    EXPECT_EQ(hits(*index, "公示规则"), 300U + static_cast<unsigned>(stamp));
  }
  EXPECT_GT(unfinished, 0) << "some were in the middle";
  ASSERT_TRUE(open_search_index(archive_, source("last", 40)));
  EXPECT_EQ(files(), (std::vector<std::string>{"ec.fb", "ec.fb.index"}));
}

TEST_F(IndexFile, is_made_by_one_of_many_programs) {
  std::vector<pid_t> children;
  for (int n = 0; n < 6; ++n) {
    const pid_t child = fork();
    if (child == 0) {
      SearchSource slow = source("a");
      slow.documents = [&, inner = slow.documents](const SearchIndex* before, const auto& put) {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        return inner(before, put);
      };
      const auto opened = open_search_index(archive_, slow);
      _exit(!opened || hits(opened->index, "电商") != 40 ? 2 : opened->state == IndexState::made ? 1 : 0);
    }
    children.push_back(child);
  }
  int made = 0;
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_NE(WEXITSTATUS(status), 2);
    made += WEXITSTATUS(status);
  }
  EXPECT_EQ(made, 1);
  EXPECT_EQ(files(), (std::vector<std::string>{"ec.fb", "ec.fb.index"}));
}

TEST_F(IndexFile, is_readable_for_whom_the_archive_is) {
  chmod(archive_.c_str(), 0640);
  ASSERT_TRUE(open_search_index(archive_, source("a")));
  struct stat status {};
  stat(index_.c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777, 0640U);
  fs::create_symlink(archive_, folder_ / "link.fb");
  EXPECT_EQ(search_index_path(folder_ / "link.fb").filename(), "ec.fb.index");
}

}  // namespace
}  // namespace fengbiao
