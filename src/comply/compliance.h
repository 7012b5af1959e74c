// Checks a text against the packs in force on a day: what it may not say, what it would have to prove, what it should say and does not;
// what an exemption of the rule lets pass; which packs were not in force; which acts a person must judge.
//
//   Compliance compliance = *Compliance::load(data);
//   ComplianceReport report = compliance.check(document, {.kind = ComplyKind::listing, .day = "2023-03-01"});
//
// It follows reports of the rules and gives no legal advice. Safe from several threads at once. Tested by compliance_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "comply/matcher.h"
#include "comply/pack_book.h"
#include "comply/spoken_lines.h"
#include "intake/document.h"

namespace fengbiao {

struct ComplianceFinding {
  const CompliancePack* pack = nullptr;
  const ComplyRule* rule = nullptr;
  Severity severity = Severity::warning;  // of a draft at most a warning
  double confidence = 0;                  // less than the rule's where the words are disguised
  Span span;                              // in the text of the document
  std::uint32_t line_start = 0, line_end = 0;
  std::string quote;  // the words under the span
  Disguise disguise = Disguise::none;
  std::string read_as;                   // where they are disguised
  bool missing = false;                  // what the rule asks for does not stand in the text; the span is where it is asked for
  const Exemption* exemption = nullptr;  // of those that pass
  std::vector<const ComplyRule*> also;   // others of the pack that tell of the same words
  LineSpeaker speaker = LineSpeaker::unknown;
  std::string who;       // the speaker as printed, or the attribute of a listing
  std::int64_t at = -1;  // of a transcript: milliseconds
};

struct ComplianceReport {
  std::string file;
  ComplyKind kind = ComplyKind::script;
  std::string day;
  std::vector<ComplianceFinding> findings;  // in order of the text
  std::vector<ComplianceFinding> exempt;
  std::vector<const CompliancePack*> used;          // in force, with rules for this kind
  std::vector<const CompliancePack*> not_in_force;  // asked for
  std::vector<const CompliancePack*> other_kinds;   // in force, about other kinds of texts
  struct More {
    const ComplyRule* rule = nullptr;
    std::size_t places = 0;
  };
  std::vector<More> not_listed;  // further places of a rule
  std::size_t characters = 0, lines = 0;
};

struct ComplianceQuery {
  ComplyKind kind = ComplyKind::script;
  std::string day;                   // such as 2023-03-01
  std::vector<std::string> packs{};  // none: all
};

class Compliance {
 public:
  static Result<Compliance> load(const DataSet& data);
  // Packs of one text alone; the other knowledge from `data`.
  static Result<Compliance> of_pack(const DataSet& data, std::string_view bytes, std::string place);

  // Fails where a pack is asked for that there is none of, or the day is none.
  [[nodiscard]] Result<ComplianceReport> check(const Document& document, const ComplianceQuery& query) const;

  [[nodiscard]] const std::vector<CompliancePack>& packs() const;

  // The rules that tell of a text among those that `active` names (a byte a rule), exemptions left out.
  [[nodiscard]] std::vector<const ComplyRule*> told_by(const ComplyExample& example, const std::vector<std::uint8_t>& active) const;
  [[nodiscard]] const ComplyMatcher& matcher() const;
  [[nodiscard]] const PackBook& book() const;
  [[nodiscard]] const ComplyFolding& folding() const;

 private:
  struct Parts;
  explicit Compliance(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  static Result<Compliance> make(const DataSet& data, ComplyFolding folding, PackBook book);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace fengbiao
