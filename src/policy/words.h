// The words by which reports of policy documents are understood (data/policy/words.yaml), and what kind of document a name stands for
// by its ending (data/policy/kinds.yaml).
//
//   印发 is of the use `issue`, 征求意见 of `consult`; a name that ends in 管理办法 is a regulation, one in 研究报告 no policy.
//
// Tested by words_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/policy.h"
#include "rules/data_set.h"
#include "rules/lexicon.h"
#include "rules/use_words.h"

namespace fengbiao::policy_room {

// What a word does; the names are those of the classes in the file, in this order. data/policy/README.md says what each is for.
enum class PolicyUse : std::uint8_t {
  issue,
  pass,
  approve,
  draw_up,
  consult,
  consult_head,
  explain,
  revise,
  repeal,
  extend,
  effect,
  effect_day,
  since_issue,
  hence,
  valid,
  deadline,
  opinion,
  cite,
  purpose,
  background,
  planned,
  recent,
  between,
  joiner,
  group,
  et_al,
  session,
  congress,
  site,
  by,
  source,
  heard,
  order,
  topic,
  about,
  of,
  from,
  filler,
  named_kind,
  behind,
  brief,
  content,
  article_no,
  generic,
  same_doc,
  document,
  numeral,
  body,
  prefix,
  speaks,
  formal,
  number,
  called,
  pronoun,
  issued_by,
  separately,
  along,
  former,
  latter,
  forward,
  same_day,
  makes,
  by_and_by,
  nameless
};

class PolicyWords : public UseWords {
 public:
  static Result<PolicyWords> load(const DataSet& data);

 private:
  explicit PolicyWords(UseWords words) : UseWords(std::move(words)) {}
};

class DocumentKinds {
 public:
  static Result<DocumentKinds> load(const DataSet& data);

  struct Ending {
    std::size_t length = 0;          // bytes; 0: no ending is known
    std::optional<PolicyKind> kind;  // nothing: what is so called is no policy
    bool may_be_standard = false;    // but a standard may be called so
  };
  // Of a folded name without its bracketed parts.
  [[nodiscard]] Ending ending_of(std::string_view name) const;
  // An ending of a document's name stands somewhere in the text.
  [[nodiscard]] bool names_one(std::string_view text) const;
  // What stands in brackets behind a name (without them): whether it belongs to it, and whether it says that it is a draft.
  [[nodiscard]] bool is_draft(std::string_view bracketed) const;
  [[nodiscard]] bool is_part(std::string_view bracketed) const;
  // Bytes of such a word at the end of a name that has no brackets: 甲条例草案; 0 for none.
  [[nodiscard]] std::size_t draft_tail(std::string_view name) const;
  // Likewise at the beginning of what stands behind a name: 《甲条例》草案.
  [[nodiscard]] std::size_t draft_head(std::string_view text) const;

 private:
  Lexicon endings_;
  std::vector<std::optional<PolicyKind>> kind_of_;  // by word
  std::size_t first_of_standards_ = 0;              // words from here on may be standards
  std::vector<std::size_t> lengths_;                // of endings, each once, falling
  std::vector<std::string> drafts_, parts_;
};

}  // namespace fengbiao::policy_room
