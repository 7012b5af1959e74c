// Reads one file of a pack into a PackBook: every key checked, lists of words expanded and folded, complaints with file and line. What
// sentences may be instead of a breach (data/comply/contexts.yaml) becomes exemptions of every rule that does not take them in.
// Tested by pack_book_test.cc.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "comply/pack_book.h"
#include "rules/pack.h"

namespace fengbiao {

class PackLoader {
 public:
  PackLoader(PackBook& book, const ComplyFolding& folding) : book_(book), folding_(folding) {}
  Result<void> add_contexts(const PackNode& root);  // before the packs
  Result<void> add(const PackNode& root);

 private:
  using Names = std::map<std::string, PackNode, std::less<>>;
  Result<void> read_head(const PackNode& root, CompliancePack& pack);
  Result<ComplyRule> read_rule(const PackNode& node, const CompliancePack& pack);
  Result<void> read_rule_words(const PackNode& node, ComplyRule& rule);
  Result<ComplyFind> read_find(const PackNode& node, const ComplyRule& rule);
  Result<Exemption> read_exemption(const PackNode& node);
  Result<void> take_contexts(const PackNode& even_in, ComplyRule& rule) const;
  Result<std::vector<WordsAround>> read_around(const PackNode& node, Reach reach);
  Result<WordsAround> read_one_around(const PackNode& node, Reach reach);
  Result<void> read_words_around(const PackNode& node, WordsAround& out);
  Result<std::vector<ComplyPhrase>> read_phrases(const PackNode& node);
  Result<void> read_phrase(const PackNode& node, const std::string& written, std::vector<ComplyPhrase>& out, int depth);
  Result<std::vector<ComplyExample>> read_examples(const PackNode& node, ComplyKind usual);
  Result<std::uint32_t> read_list(const PackNode& node);  // kNoList: missing
  // The words that `text` stands for, each with the lists named in it put in.
  Result<std::vector<std::string>> expand(const PackNode& node, std::string_view text, int depth);
  Result<std::vector<std::string>> expand_all(const PackNode& node, int depth);
  Result<std::uint32_t> intern_list(const PackNode& node, const std::vector<std::string>& words);
  Result<std::uint32_t> intern(const PackNode& node, const std::string& word);

  PackBook& book_;
  const ComplyFolding& folding_;
  std::vector<Exemption> contexts_;
  Names lists_;
  std::set<std::string, std::less<>> used_;
  std::map<std::string, std::vector<std::string>, std::less<>> expanded_;
  std::map<std::pair<std::u16string, std::uint64_t>, std::uint32_t> word_ids_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> list_ids_;
};

}  // namespace fengbiao
