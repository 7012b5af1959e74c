// For tests: a text checked against one small pack, as the reports get it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engine/comply_inputs.h"

namespace fengbiao {

// Given by compliance_record_test.cc: one rule that fires on a word, with gaps, and its exemption.
std::string sample_compliance_pack();

struct SampleCompliance {
  Compliance compliance;
  CompliedText text;

  explicit SampleCompliance(const std::string& words, const std::string& shown = "a draft.txt") : compliance(made()) {
    text.document = document_from_text(words, "a.txt");
    text.shown = shown;
    auto report = compliance.check(text.document, {ComplyKind::script, "2023-03-01", {}});
    EXPECT_TRUE(report) << report.error().message();
    text.report = std::move(*report);
  }

 private:
  static Compliance made() {
    auto out = Compliance::of_pack(DataSet::built_in(), sample_compliance_pack(), "p.yaml");
    EXPECT_TRUE(out) << (out ? "" : out.error().message());
    return std::move(*out);
  }
};

}  // namespace fengbiao
