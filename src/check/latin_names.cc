#include "check/latin_names.h"

#include <algorithm>
#include <utility>

#include "entity/table.h"

namespace fengbiao {
namespace {

constexpr std::string_view kLists[] = {"lexicon/media", "lexicon/bodies", "lexicon/companies", "lexicon/platforms", "lexicon/campaigns"};
constexpr std::size_t kShortest = 6;            // letters of a name that is compared
constexpr std::size_t kLongEnding = 8;          // of one that may lack its last
constexpr std::size_t kLongest = 30;            // of a word
constexpr std::size_t kOften = 3;               // times the issue prints a name that the lexicon does not have
constexpr std::size_t kPlaces = 50;             // of a word that are kept
constexpr std::string_view kEndings = "sdryn";  // by which words are bent

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool joins(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '@' || c == '/' || c == '-' || c == '_' || c == '\'' || c == '&'; }

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool all_letters(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_letter); }

// One letter put in, left out or changed, or two neighbours changed places; not the last letter alone, where words are bent.
bool one_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() < b.size()) {
    if (a.substr(i) != b.substr(i + 1)) return false;
    return i < a.size() || (a.size() >= kLongEnding && kEndings.find(b.back()) == kEndings.npos);
  }
  if (a.substr(i + 1) == b.substr(i + 1)) return i > 0 && i + 1 < a.size();
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

// Whether a letter stands for another: brands of their own differ so.
bool changed(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  for (std::size_t i = 0; a.size() == b.size() && i < a.size(); ++i) n += a[i] != b[i];
  return n == 1;
}

template <class Call>
void each_deletion(const std::string& word, Call&& call) {
  call(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    std::string less = word;
    less.erase(i, 1);
    call(less);
  }
}

}  // namespace

Result<LatinNames> LatinNames::load(const DataSet& data, RuleBook& book) {
  LatinNames out;
  FB_TRY(out.off_, book.rule("latin-name-off"));
  FB_TRY(out.split_, book.rule("latin-name-split"));
  auto names = std::make_shared<Names>();
  const auto add = [&](std::string_view name) {
    const bool common_word = name.starts_with('?');
    if (common_word || name.starts_with('!')) name.remove_prefix(1);
    const std::string key = small(name);
    names->known.insert(key);
    for (std::size_t from = 0; from < key.size();) {  // words of names are known too
      const std::size_t end = std::min(key.find(' ', from), key.size());
      names->known.insert(key.substr(from, end - from));
      from = end + 1;
    }
    if (common_word || !all_letters(name) || name.size() < kShortest || name.size() > kLongest || !is_capital(name.front())) return;
    names->single.emplace(key, name);
  };
  for (const std::string_view list : kLists)
    for (const DataSet::File* rows : data.list(list, ".tsv"))
      FB_CHECK(each_row<6>(rows->bytes, rows->place, [&](const auto& cells, std::size_t) -> Result<void> {
        add(cells[1]);
        each_part(cells[2], '|', add);
        return {};
      }));
  std::vector<std::string> keys;
  for (const auto& [key, name] : names->single) keys.push_back(key);
  std::ranges::sort(keys);
  for (std::string& key : keys) {
    const auto id = static_cast<std::uint32_t>(names->long_names.size());
    each_deletion(key, [&](const std::string& less) { names->by_deletion[less].push_back(id); });
    names->long_names.push_back(std::move(key));
  }
  out.names_ = std::move(names);
  return out;
}

void LatinNames::article(const ArticleSubject& subject, Seen& seen, Report& report) const {
  const std::string& text = subject.printed.text();
  std::string_view before;  // the word just before, one blank between
  std::size_t before_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    const std::string_view word(text.data() + begin, at - begin);
    const bool free = (begin == 0 || !joins(text[begin - 1])) && (at == text.size() || !joins(text[at]));
    if (!free || word.size() > kLongest) {
      before = {};
      continue;
    }
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    if (!before.empty() && before_end + 1 == begin && text[before_end] == ' ' && is_capital(before.front()) && is_capital(word.front())) {
      const auto whole = names_->single.find(small(before) + small(word));
      const Span both{static_cast<std::uint32_t>(before_end - before.size()), span.end};
      const Span kept = subject.printed.kept(both);
      // A blank where a line is broken is the reader's own.
      if (whole != names_->single.end() && !names_->known.contains(small(before) + " " + small(word)) &&
          slice(subject.kept, kept).find('\n') == std::string_view::npos)
        report.flag({.rule = split_,
                     .at = {.article = subject.article.n, .span = kept},
                     .values = {{"name", whole->second}},
                     .suggestion = whole->second});
    }
    before = word;
    before_end = at;
    if (word.size() + 1 < kShortest || !is_capital(word.front())) continue;
    auto& places = seen.words.try_emplace(std::string(word)).first->second;
    if (places.size() < kPlaces) places.push_back({subject.article.n, subject.printed.kept(span)});
  }
}

void LatinNames::finish(const Seen& seen, Report& report) const {
  std::unordered_map<std::string, std::vector<const std::string*>> by_deletion;  // of names the issue prints often
  for (const auto& [word, places] : seen.words)
    if (places.size() >= kOften && word.size() > kShortest && !names_->known.contains(small(word)))
      each_deletion(word, [&](const std::string& less) { by_deletion[less].push_back(&word); });
  const auto printed = [&](const std::string& key) { return seen.words.contains(names_->single.at(key)); };
  for (const auto& [word, places] : seen.words) {
    const std::string key = small(word);
    if (names_->known.contains(key)) continue;
    std::string name;
    each_deletion(key, [&](const std::string& less) {
      const auto found = names_->by_deletion.find(less);
      if (found == names_->by_deletion.end() || !name.empty()) return;
      for (const std::uint32_t id : found->second)
        if (const std::string& known = names_->long_names[id]; one_off(key, known) && (!changed(key, known) || printed(known)))
          name = names_->single.at(known);
    });
    if (name.empty() && places.size() == 1 && word.size() > kShortest)
      each_deletion(word, [&](const std::string& less) {
        const auto found = by_deletion.find(less);
        if (found == by_deletion.end() || !name.empty()) return;
        for (const std::string* other : found->second)
          if (one_off(word, *other)) name = *other;
      });
    if (name.empty()) continue;
    // A printed word that is as frequent as the known name is a name of its own.
    const auto known = seen.words.find(name);
    if (known != seen.words.end() ? known->second.size() < places.size() : places.size() > 2) continue;
    for (const Seen::Place& place : places)
      report.flag({.rule = off_,
                   .at = {.article = place.article, .span = place.span},
                   .values = {{"printed", word}, {"name", name}},
                   .suggestion = name});
  }
}

}  // namespace fengbiao
