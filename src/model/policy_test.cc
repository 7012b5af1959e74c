#include "model/policy.h"

#include <gtest/gtest.h>

#include <set>

namespace fengbiao {
namespace {

TEST(PolicyKind, NamesAndBack) {
  std::set<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(PolicyKind::initiative); ++i) {
    const auto kind = static_cast<PolicyKind>(i);
    names.insert(name_of(kind));
    EXPECT_EQ(policy_kind_named(name_of(kind)), kind);
  }
  EXPECT_EQ(names.size(), 9u);
  EXPECT_EQ(name_of(PolicyKind::law), "law");
  EXPECT_EQ(name_of(PolicyKind::initiative), "initiative");
  EXPECT_EQ(policy_kind_named("report"), std::nullopt);
}

TEST(PolicyStatus, NamesAndBack) {
  for (const PolicyStatus s : {PolicyStatus::published, PolicyStatus::draft, PolicyStatus::in_force_later})
    EXPECT_EQ(policy_status_named(name_of(s)), s);
  EXPECT_EQ(name_of(PolicyStatus::in_force_later), "in-force-later");
  EXPECT_EQ(policy_status_named("in_force_later"), std::nullopt);
}

TEST(PolicyChange, NamesAndBack) {
  using What = PolicyChange::What;
  for (const What w : {What::amends, What::repeals, What::extends, What::implements}) EXPECT_EQ(policy_change_named(name_of(w)), w);
  EXPECT_EQ(policy_change_named("replaces"), std::nullopt);
}

TEST(Policy, EqualInEveryFieldButTheReasons) {
  Policy a;
  a.id = "a-p3";
  a.name = "甲办法";
  a.issuers = {{"甲部", "body:a"}};
  Policy b = a;
  b.reasons.push_back({"record", "named in 《》 behind a word of issuing", {}, {}});
  EXPECT_EQ(a, b);
  using Change = void (*)(Policy&);
  for (const Change change : {+[](Policy& p) { p.id += "-2"; },
                              +[](Policy& p) { p.article = 2; },
                              +[](Policy& p) { p.span.end = 1; },
                              +[](Policy& p) { p.quote_span.end = 1; },
                              +[](Policy& p) { p.line_start = 1; },
                              +[](Policy& p) { p.line_end = 1; },
                              +[](Policy& p) { p.text = "x"; },
                              +[](Policy& p) { p.quote = "x"; },
                              +[](Policy& p) { p.name = "乙办法"; },
                              +[](Policy& p) { p.short_name = "x"; },
                              +[](Policy& p) { p.kind = PolicyKind::law; },
                              +[](Policy& p) { p.issuers[0].id = ""; },
                              +[](Policy& p) { p.number = "x"; },
                              +[](Policy& p) { p.issued = "2022"; },
                              +[](Policy& p) { p.effective = "2022"; },
                              +[](Policy& p) { p.until = "2022"; },
                              +[](Policy& p) { p.comments_until = "2022"; },
                              +[](Policy& p) { p.status = PolicyStatus::draft; },
                              +[](Policy& p) {
                                p.changes = {{PolicyChange::What::repeals, "旧办法"}};
                              },
                              +[](Policy& p) { p.sure = true; },
                              +[](Policy& p) { p.doubts = {"x"}; }}) {
    Policy c = a;
    change(c);
    EXPECT_NE(a, c);
  }
}

}  // namespace
}  // namespace fengbiao
