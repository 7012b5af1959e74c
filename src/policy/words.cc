#include "policy/words.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/fold.h"

namespace fengbiao::policy_room {
namespace {

constexpr std::array<std::string_view, 64> kUses = {
    "issue",    "pass",       "approve",     "draw_up", "consult",   "consult_head", "explain", "revise",   "repeal",     "extend",
    "effect",   "effect_day", "since_issue", "hence",   "valid",     "deadline",     "opinion", "cite",     "purpose",    "background",
    "planned",  "recent",     "between",     "joiner",  "group",     "et_al",        "session", "congress", "site",       "by",
    "source",   "heard",      "order",       "topic",   "about",     "of",           "from",    "filler",   "named_kind", "behind",
    "brief",    "content",    "article_no",  "generic", "same_doc",  "document",     "numeral", "body",     "prefix",     "speaks",
    "formal",   "number",     "called",      "pronoun", "issued_by", "separately",   "along",   "former",   "latter",     "forward",
    "same_day", "makes",      "by_and_by",   "nameless"};
static_assert(kUses.size() == static_cast<std::size_t>(PolicyUse::nameless) + 1);

Result<std::vector<std::string>> folded_texts(const PackNode& node) {
  FB_TRY(std::vector<std::string> out, node.texts());
  for (std::string& text : out) text = folded(text);
  if (out.empty()) return node.complain("expected a list of words");
  return out;
}

}  // namespace

Result<PolicyWords> PolicyWords::load(const DataSet& data) {
  FB_TRY(UseWords words, UseWords::load(data, "policy/words.yaml", kUses));
  return PolicyWords(std::move(words));
}

Result<DocumentKinds> DocumentKinds::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("policy/kinds.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"kinds", "none", "none_but_standards", "tails"}));
  DocumentKinds out;
  std::set<std::size_t, std::greater<>> lengths;
  const auto put = [&](const PackNode& list, std::optional<PolicyKind> kind) -> Result<void> {
    FB_TRY(const std::vector<std::string> words, folded_texts(list));
    for (const std::string& word : words) {
      if (out.endings_.find(word)) return list.complain("\"" + word + "\" stands under two kinds");
      out.endings_.intern(word);
      out.kind_of_.push_back(kind);
      lengths.insert(word.size());
    }
    return {};
  };
  FB_TRY(const auto kinds, pack["kinds"].entries());
  for (const auto& [name, list] : kinds) {
    const std::optional<PolicyKind> kind = policy_kind_named(name);
    if (!kind) return list.complain("\"" + name + "\" is no kind of document", "data/policy/README.md lists the kinds");
    FB_CHECK(put(list, kind));
  }
  FB_CHECK(put(pack["none"], std::nullopt));
  out.first_of_standards_ = out.kind_of_.size();
  FB_CHECK(put(pack["none_but_standards"], std::nullopt));
  FB_CHECK(pack["tails"].only_keys({"draft", "part"}));
  FB_TRY(out.drafts_, folded_texts(pack["tails"]["draft"]));
  FB_TRY(out.parts_, folded_texts(pack["tails"]["part"]));
  out.endings_.seal();
  out.lengths_.assign(lengths.begin(), lengths.end());
  return out;
}

DocumentKinds::Ending DocumentKinds::ending_of(std::string_view name) const {
  for (const std::size_t length : lengths_) {
    if (length > name.size()) continue;
    const Lexicon::Hit hit = endings_.longest(name, name.size() - length);
    if (hit.length == length) return {length, kind_of_[hit.word], hit.word >= first_of_standards_};
  }
  return {};
}

bool DocumentKinds::names_one(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const Lexicon::Hit hit = endings_.longest(text, at); hit.length > 0 && kind_of_[hit.word]) return true;
  return false;
}

namespace {
bool ends_in_one(std::string_view text, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& word) { return text.ends_with(word); });
}
}  // namespace

std::size_t DocumentKinds::draft_tail(std::string_view name) const {
  std::size_t longest = 0;
  for (const std::string& word : drafts_)
    if (name.ends_with(word)) longest = std::max(longest, word.size());
  return longest;
}

std::size_t DocumentKinds::draft_head(std::string_view text) const {
  std::size_t longest = 0;
  for (const std::string& word : drafts_)
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  return longest;
}

bool DocumentKinds::is_draft(std::string_view bracketed) const { return ends_in_one(bracketed, drafts_); }
bool DocumentKinds::is_part(std::string_view bracketed) const { return ends_in_one(bracketed, parts_) || is_draft(bracketed); }

}  // namespace fengbiao::policy_room
