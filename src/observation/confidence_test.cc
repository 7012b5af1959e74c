#include "observation/confidence.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rules/pack.h"

namespace fengbiao {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

// A data folder with one file of weights.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("fengbiao-confidence-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_ / "observation");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Result<Confidence> load(std::string_view text) {
    std::ofstream(path_ / "observation" / "confidence.yaml") << text;
    return Confidence::load(*DataSet::with_folder(path_));
  }
  std::string error(std::string_view text) {
    const auto loaded = load(text);
    return loaded ? "" : loaded.error().message();
  }

 private:
  std::filesystem::path path_;
};

constexpr std::string_view kWeights =
    "base: 0.25\n"
    "threshold: 1\n"
    "weights:\n"
    "  period:\n"
    "    \"told here\": 0.75\n"
    "    \"told nowhere\": -0.75\n"
    "  area:\n"
    "    \"told here\": 0.5\n"
    "    \"guessed\": -0.25\n"
    "  indicator:\n"
    "    \"guessed\": -0.5\n"
    "    \"a little odd\": -0.125\n"
    "    \"in a list\": -0.25\n"
    "    \"well known\": 3\n";

Confidence::Verdict judged(std::vector<Evidence> evidence) {
  static const Confidence confidence = Folder().load(kWeights).value();
  return confidence.judge(evidence);
}

TEST(Confidence, SureWhereTheWeightsReachTheThreshold) {
  EXPECT_TRUE(judged({{"period", "told here"}}).sure) << "0.25 + 0.75 reaches 1";
  EXPECT_FALSE(judged({{"area", "told here"}}).sure);
  EXPECT_TRUE(judged({{"area", "told here"}, {"period", "told here"}}).sure);
  EXPECT_FALSE(judged({{"period", "told here"}, {"area", "guessed"}}).sure);
  EXPECT_FALSE(judged({}).sure) << "the base alone is not enough";
}

TEST(Confidence, WhatIsNotInTheFileWeighsNothing) {
  EXPECT_TRUE(judged({{"period", "told here"}, {"period", "never heard of"}, {"colour", "guessed"}, {"", ""}}).sure);
  EXPECT_FALSE(judged({{"period", "well known"}}).sure) << "a rule counts only under its own field";
  const auto verdict = judged({{"period", "guessed"}, {"colour", "guessed"}});
  EXPECT_FALSE(verdict.sure);
  EXPECT_THAT(verdict.against, IsEmpty());
}

TEST(Confidence, WhatSpeaksForARecordIsNoDoubt) {
  EXPECT_THAT(judged({{"area", "told here"}, {"area", "guessed"}}).against, ElementsAre(Pair("area", "guessed")));
}

TEST(Confidence, ASureRecordHasNoDoubts) {
  const auto verdict = judged({{"indicator", "well known"}, {"indicator", "guessed"}, {"period", "told nowhere"}});
  EXPECT_TRUE(verdict.sure);
  EXPECT_THAT(verdict.against, IsEmpty());
}

TEST(Confidence, TheStrongestDoubtFirst) {
  EXPECT_THAT(judged({{"area", "guessed"}, {"period", "told nowhere"}, {"indicator", "guessed"}}).against,
              ElementsAre(Pair("period", "told nowhere"), Pair("indicator", "guessed"), Pair("area", "guessed")));
}

TEST(Confidence, DoubtsOfOneWeightKeepTheirOrder) {
  EXPECT_THAT(judged({{"indicator", "in a list"}, {"area", "guessed"}}).against,
              ElementsAre(Pair("indicator", "in a list"), Pair("area", "guessed")));
  EXPECT_THAT(judged({{"area", "guessed"}, {"indicator", "in a list"}}).against,
              ElementsAre(Pair("area", "guessed"), Pair("indicator", "in a list")));
}

TEST(Confidence, ThreeDoubtsAtMost) {
  EXPECT_THAT(judged({{"area", "guessed"}, {"indicator", "in a list"}, {"indicator", "guessed"}, {"period", "told nowhere"}}).against,
              ElementsAre(Pair("period", "told nowhere"), Pair("indicator", "guessed"), Pair("area", "guessed")));
}

TEST(Confidence, ALittleAgainstItIsNoDoubtBesideStrongerOnes) {
  EXPECT_THAT(judged({{"indicator", "a little odd"}, {"area", "guessed"}}).against, ElementsAre(Pair("area", "guessed")));
}

TEST(Confidence, BaseAndWeightsMayBeLeftOut) {
  EXPECT_TRUE(Folder().load("threshold: 0\n").value().judge({}).sure) << "the base is then 0";
  EXPECT_FALSE(Folder().load("threshold: 0.5\n").value().judge({}).sure);
  EXPECT_TRUE(Folder().load("threshold: -1\nbase: -1\nweights: {}\n").value().judge({}).sure);
}

// The best rule of every field together, and the worst: whatever was learned, the first record is sure and the second is not.
TEST(Confidence, TheShippedFile) {
  const DataSet data = DataSet::built_in();
  const auto loaded = Confidence::load(data);
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message();
  const DataSet::File* file = data.find("observation/confidence.yaml").value();
  const PackNode pack = PackNode::parse(file->bytes, file->place).value();
  struct Rule {
    std::string field, name;
    double weight = 0;
  };
  std::vector<Rule> best, worst;
  const auto fields = pack["weights"].entries().value();
  for (const auto& [field, rules] : fields) {
    const auto entries = rules.entries().value();
    std::vector<Rule> all;
    for (const auto& [name, weight] : entries) all.push_back({field, name, weight.number_or(0).value()});
    ASSERT_FALSE(all.empty()) << field;
    std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.weight < b.weight; });
    worst.push_back(all.front());
    best.push_back(all.back());
  }
  const auto verdict = [&](const std::vector<Rule>& rules) {
    std::vector<Evidence> evidence;
    for (const Rule& rule : rules) evidence.emplace_back(rule.field, rule.name);
    return loaded->judge(evidence);
  };
  EXPECT_TRUE(verdict(best).sure);
  EXPECT_FALSE(verdict(worst).sure);
  std::stable_sort(worst.begin(), worst.end(), [](const Rule& a, const Rule& b) { return a.weight < b.weight; });
  const auto doubts = verdict(worst).against;
  ASSERT_THAT(doubts, SizeIs(3));
  for (std::size_t i = 0; i < doubts.size(); ++i) EXPECT_THAT(doubts[i], Pair(worst[i].field, worst[i].name));
}

TEST(Confidence, WithoutAThresholdNothingLoads) {
  for (const char* text : {"base: 1\n", "base: 1\nthreshold:\n", "base: 1\nweights: {area: {guessed: -1}}\n"})
    EXPECT_THAT(Folder().error(text), AllOf(HasSubstr("observation/confidence.yaml:1:1: "), HasSubstr("there is no threshold"))) << text;
}

TEST(Confidence, AnUnknownKeyIsNamedWithItsPlace) {
  EXPECT_THAT(Folder().error("base: 1\ntreshold: 1\n"),
              AllOf(HasSubstr("observation/confidence.yaml:2:1: unknown key 'treshold'"), HasSubstr("did you mean 'threshold'?")));
  EXPECT_THAT(Folder().error("threshold: 1\nrules: {}\n"), HasSubstr("observation/confidence.yaml:2:1: unknown key 'rules'"));
}

TEST(Confidence, WhatIsNoNumberIsNamedWithItsPlace) {
  EXPECT_THAT(Folder().error("threshold: much\n"), HasSubstr("observation/confidence.yaml:1:12: threshold: expected a number"));
  EXPECT_THAT(Folder().error("base: []\nthreshold: 1\n"), HasSubstr("observation/confidence.yaml:1:7: base: expected a number"));
  EXPECT_THAT(Folder().error("threshold: 1\nweights:\n  area:\n    told: 1\n    guessed: little\n"),
              HasSubstr("observation/confidence.yaml:5:14: weights.area.guessed: expected a number"));
}

TEST(Confidence, WeightsAreFiniteNumbers) {
  for (const char* text : {"threshold: .nan\n", "threshold: 1\nbase: .inf\n", "threshold: 1\nweights:\n  area:\n    told:\n",
                           "threshold: 1\nweights:\n  area:\n    told: -.inf\n"})
    EXPECT_THAT(Folder().error(text), HasSubstr("a number is wanted")) << text;
}

TEST(Confidence, AnotherShapeIsAnErrorWithItsPlace) {
  EXPECT_THAT(Folder().error(""), HasSubstr("observation/confidence.yaml:1:1: "));
  EXPECT_THAT(Folder().error("- threshold: 1\n"), HasSubstr("observation/confidence.yaml:1:1: expected a map"));
  EXPECT_THAT(Folder().error("threshold: 1\nweights: [area]\n"), HasSubstr("observation/confidence.yaml:2:10: weights: expected a map"));
  EXPECT_THAT(Folder().error("threshold: 1\nweights:\n  area: 0.5\n"),
              HasSubstr("observation/confidence.yaml:3:9: weights.area: expected a map"));
  EXPECT_THAT(Folder().error("threshold: 1\nweights: {area: {\n"), HasSubstr("observation/confidence.yaml:"));
}

}  // namespace
}  // namespace fengbiao
