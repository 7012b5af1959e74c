// One article as far as its documents go: all that was found, put side by side, and the questions that records are made from: which
// document a day belongs to, who issues it, whether the article reports on it.
//
// Tested by policies_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "policy/documents.h"
#include "policy/validity.h"

namespace fengbiao::policy_room {

struct Story {
  const Scene& scene;
  const Calendar& calendar;
  const Mentions& mentions;
  std::vector<Document>& documents;
  const std::vector<Validity>& validity;
  std::vector<std::uint32_t> document_of_validity;  // index; kNowhere: of none

  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return mentions.list[i]; }
  // Whether two documents are told together somewhere: 《甲》《乙》
  [[nodiscard]] bool told_together(std::uint32_t a, std::uint32_t b) const;
  // Those told together with a mention, in order, itself among them.
  [[nodiscard]] std::vector<std::uint32_t> list_of(const Mention& m) const;
  // What was issued without a name before a document of its kind: 发布一批国家标准
  [[nodiscard]] const Announcement* announcement_for(const Document& d) const;
  [[nodiscard]] Mention as_mention(const Announcement& a) const;
  // Mentions whose words tell who acted or when, strongest first, those of the body before those of the headline.
  [[nodiscard]] std::vector<std::uint32_t> by_strength(const Document& d) const;

  // The document a mention's clause goes on from: issued together with, on the same day, by the same bodies.
  [[nodiscard]] const Mention* told_before(const Mention& m) const;
  // Whether its clause does: 同日发布的, 会上还通过.
  [[nodiscard]] bool goes_on(const Mention& m) const;
};

// Fills in which document each day belongs to.
void give_days(Story& story);

// Who issues a document.
struct Issued {
  Issuers by;
  bool carried = false;  // not said where the document is named
};
Issued issuers_of(const Story& story, const Document& d);

// Whether the article reports on it: sets `reported` and `why`.
void decide(const Story& story, Document& d);

}  // namespace fengbiao::policy_room
