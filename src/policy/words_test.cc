#include "policy/words.h"

#include <gtest/gtest.h>

namespace fengbiao::policy_room {
namespace {

TEST(DocumentKinds, TheLongestEndingCounts) {
  const DocumentKinds kinds = DocumentKinds::load(DataSet::built_in()).value();
  EXPECT_EQ(kinds.ending_of("夜市管理办法").kind, PolicyKind::regulation);
  EXPECT_EQ(kinds.ending_of("夜市促进法").kind, PolicyKind::law);
  EXPECT_EQ(kinds.ending_of("夜市服务规范").kind, PolicyKind::standard);
  EXPECT_EQ(kinds.ending_of("夜市自律规范").kind, PolicyKind::initiative);
  EXPECT_FALSE(kinds.ending_of("夜市烤法打法").kind);
  EXPECT_FALSE(kinds.ending_of("夜市消费报告").kind);
  EXPECT_TRUE(kinds.ending_of("油烟采样方法").may_be_standard);
  EXPECT_EQ(kinds.ending_of("夜市").length, 0u);
}

TEST(DocumentKinds, BracketedParts) {
  const DocumentKinds kinds = DocumentKinds::load(DataSet::built_in()).value();
  EXPECT_TRUE(kinds.is_draft("修订草案征求意见稿"));
  EXPECT_TRUE(kinds.is_part("2023年版"));
  EXPECT_FALSE(kinds.is_part("以下简称"));
  EXPECT_EQ(kinds.draft_tail("夜市条例草案"), std::string("草案").size());
}

DataSet with(const std::string& name, const std::string& bytes, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "policy");
  std::FILE* file = std::fopen((folder / "policy" / name).c_str(), "w");
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  return DataSet::with_folder(folder).value();
}

TEST(DocumentKinds, MistakesInTheFileAreToldWithTheirPlace) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "fengbiao-policy-words-test";
  const auto complaint = [&](const std::string& bytes) {
    const auto loaded = DocumentKinds::load(with("kinds.yaml", bytes, folder));
    return loaded ? std::string() : loaded.error().message();
  };
  EXPECT_NE(complaint("kinds:\n  decree: [令]\n").find("kinds.yaml:2"), std::string::npos);
  EXPECT_NE(complaint("kinds:\n  law: [法]\nnone: [法]\n").find("stands under two kinds"), std::string::npos);
  EXPECT_NE(complaint("kind:\n  law: [法]\n").find("did you mean"), std::string::npos);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao::policy_room
