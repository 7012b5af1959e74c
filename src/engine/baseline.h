// Findings that somebody looked at and accepts, kept in a file beside the text: one JSON object a line, in the order of the text, so that
// it can be kept under version control and read in a review.
//
//   {"rule":"doubled-mark","file":"2022-12.docx","quote":"甲市，，乙市","fingerprint":"5f1c…","by":"编辑部","at":"2026-11-27","why":"…"}
//
// A finding is known again by its rule and the words of its sentence, not by its line: an accepted one stays accepted when the text around
// it moves, and comes back when its sentence or the other side of its conflict is changed. Tested by baseline_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/finding.h"
#include "model/issue.h"

namespace fengbiao {

// 16 hex digits: the rule, the sentence without blanks, the place of the words in it, and the words of the other side.
std::string finding_fingerprint(const Finding& finding, const Issue& issue, std::string_view kept);

struct Acceptance {
  std::string rule, file, quote;  // as the finding had them; for people, but for `file`
  std::string fingerprint;
  std::string by, at, why;
  std::size_t line = 0;  // in the file it was read from, 0: new
};

class Baseline {
 public:
  // `place`: the file, for messages. Fails with file:line and what was expected.
  static Result<Baseline> parse(std::string_view bytes, const std::string& place);
  [[nodiscard]] std::string text() const;

  [[nodiscard]] const std::vector<Acceptance>& entries() const { return entries_; }
  [[nodiscard]] const Acceptance* find(std::string_view fingerprint) const;

  // What a run saw: fingerprints of all its findings in order of the text, and the files it looked at.
  struct Seen {
    std::vector<std::string> fingerprints, files;
  };
  // New acceptances, each put before the first entry whose finding comes later in the text. One that is there already is left as it is;
  // tells how many are new.
  std::size_t add(std::vector<Acceptance> more, const Seen& seen);
  // Entries of the files looked at that no finding has any more.
  [[nodiscard]] std::vector<const Acceptance*> stale(const Seen& seen) const;

 private:
  std::vector<Acceptance> entries_;
  std::map<std::string, std::size_t, std::less<>> by_fingerprint_;
};

}  // namespace fengbiao
