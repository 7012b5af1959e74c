// What else a query may mean than its words as they stand: other forms, words read apart, initials, another spelling. See search_parts.h.
#include <algorithm>

#include "engine/search_parts.h"
#include "search/reading_apart.h"
#include "search/search_text.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kSurelyThere = 20'000;  // documents that may have a form, above which it is not looked whether one has
constexpr std::size_t kMostMeant = 3;
constexpr std::size_t kFew = 2;              // documents that have a word which may be misspelt
constexpr std::uint32_t kManyTimes = 5;      // so many times as many hits make another spelling worth telling
constexpr std::size_t kLongestLetters = 40;  // of words spelt in letters

bool letters_alone(std::string_view form) {
  return form.size() > 1 && form.size() <= kLongestLetters && std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool in_text(const QueryNode& leaf) {
  return leaf.kind == QueryNode::Kind::words && (leaf.field == QueryField::any || leaf.field == QueryField::title);
}

std::size_t documents_with(const SearchIndex& index, std::string_view form) {
  if (index.at_most(form) == 0) return 0;
  std::vector<SearchHit> hits;
  index.find(form, hits);
  return hits.size();
}

std::size_t documents_with(const SearchIndex& index, const QueryNode& leaf) {
  std::size_t out = documents_with(index, leaf.form);
  for (const QueryAlternative& a : leaf.also) out = std::max(out, documents_with(index, a.form));
  return out;
}

}  // namespace

Result<std::shared_ptr<const Spelling>> SearchEngine::Parts::spelling() const {
  const std::scoped_lock lock(spelling_mutex_);
  if (!spelling_) {
    FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
    FB_TRY(Spelling made, Spelling::gather(data, opened.index, common, [&](const auto& call) { widening.each(call); }));
    spelling_ = std::make_shared<const Spelling>(std::move(made));
  }
  return spelling_;
}

std::function<bool(std::string_view)> SearchEngine::Parts::has() const {
  return [this](std::string_view form) {
    const std::uint32_t most = opened.index.at_most(form);
    return most > kSurelyThere || (most > 0 && documents_with(opened.index, form) > 0);
  };
}

void SearchEngine::Parts::widen(Query& query) const { widening.widen(query.root, has()); }

Result<bool> SearchEngine::Parts::read_apart(Query& query, bool synonyms) const {
  std::vector<QueryNode*> missing;
  each_leaf(query.root, [&](QueryNode& leaf, bool excluded) {
    if (!excluded && !leaf.quoted && in_text(leaf) && documents_with(opened.index, leaf) == 0) missing.push_back(&leaf);
  });
  bool changed = false;
  for (QueryNode* leaf : missing) {
    if (letters_alone(leaf->form)) {
      FB_TRY(const auto words, spelling());
      for (const Spelling::Suggestion& s : words->spelt(leaf->form)) leaf->also.push_back({s.words, s.words, 0.9, "initials"});
      if (leaf->also.empty()) continue;
      query.notes.push_back({QueryNoteKind::initials, leaf->at, leaf->words, {}});
      changed = true;
      continue;
    }
    std::vector<std::string> words = words_in(leaf->form, common, [&](std::size_t at) { return widening.name_at(leaf->form, at); });
    std::erase_if(words, [&](const std::string& word) { return parser.words().idle(word); });
    if (words.size() < 2 && (words.empty() || words.front() == leaf->form)) continue;
    query.notes.push_back({QueryNoteKind::split, leaf->at, leaf->words, {}});
    QueryNode apart;
    apart.kind = QueryNode::Kind::both;
    for (const std::string& word : words) {
      if (apart.parts.size() == kMostQueryWords) break;
      QueryNode part;
      part.kind = QueryNode::Kind::words;
      part.field = leaf->field;
      part.words = part.form = word;
      part.at = leaf->at;
      part.number = query.leaves++;
      apart.parts.push_back(std::move(part));
    }
    if (synonyms) widening.widen(apart, has());
    *leaf = std::move(apart);
    changed = true;
  }
  return changed;
}

Query SearchEngine::Parts::without_period(const Query& query, const FigureQuestion& question, bool synonyms) const {
  Query out = parser.parse(question.words);
  // Places are those of the whole query.
  each_leaf(out.root, [&](QueryNode& leaf, bool) { leaf.at = {0, static_cast<std::uint32_t>(query.typed.size())}; });
  out.notes = query.notes;
  out.notes.push_back({QueryNoteKind::period_optional, {0, static_cast<std::uint32_t>(query.typed.size())}, question.period, {}});
  out.typed = query.typed;
  if (synonyms) widen(out);
  return out;
}

Result<std::vector<std::string>> SearchEngine::Parts::perhaps(const Query& query) const {
  std::vector<std::string> out;
  struct Rare {
    std::string form;
    Span at;
    std::size_t documents = 0;
  };
  std::vector<Rare> rare;
  const auto look = [&](std::string form, Span at, std::size_t documents) {
    if (documents > kFew || std::ranges::any_of(rare, [&](const Rare& r) { return r.at == at; })) return;
    rare.push_back({std::move(form), at, documents});
  };
  each_leaf(query.root, [&](const QueryNode& leaf, bool excluded) {
    if (excluded || !in_text(leaf) || leaf.at.end > query.typed.size()) return;
    const std::string_view typed = slice(query.typed, leaf.at);
    std::string whole = search_text(typed);
    if (whole == leaf.form) return look(std::move(whole), leaf.at, documents_with(opened.index, leaf));
    // A part of a row that was read apart: first the row as it was typed.
    look(std::move(whole), leaf.at, 0);
    if (const std::size_t part = typed.find(leaf.form); part != typed.npos) {
      const auto begin = leaf.at.begin + static_cast<std::uint32_t>(part);
      look(leaf.form, {begin, begin + static_cast<std::uint32_t>(leaf.form.size())}, documents_with(opened.index, leaf));
    }
  });
  if (rare.empty()) return out;
  FB_TRY(const auto words, spelling());
  for (const Rare& r : rare)
    for (const Spelling::Suggestion& s : words->near(r.form)) {
      const std::size_t then = documents_with(opened.index, s.words);
      if (then == 0 || then < r.documents * kManyTimes) continue;
      std::string whole = query.typed;
      whole.replace(r.at.begin, r.at.size(), s.words);
      if (out.size() < kMostMeant && std::ranges::find(out, whole) == out.end()) out.push_back(std::move(whole));
    }
  return out;
}

}  // namespace fengbiao
