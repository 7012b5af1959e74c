#include "entity/lexicon_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "entity/table.h"
#include "rules/pack.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::pair<std::string_view, WordClass> kClassNames[] = {{"border", kBorder},
                                                                  {"weak", kJoin},
                                                                  {"generic", kGeneric},
                                                                  {"head", kHead},
                                                                  {"inner", kInner},
                                                                  {"cover", kCover},
                                                                  {"title", kTitle},
                                                                  {"after_name", kAfterName},
                                                                  {"speech", kSpeech},
                                                                  {"firm_sign", kFirmSign},
                                                                  {"market_sign", kMarketSign},
                                                                  {"firm_word", kFirmWord},
                                                                  {"figure_word", kFigure},
                                                                  {"level", kLevel},
                                                                  {"crowd", kCrowd},
                                                                  {"no_given", kNoGiven},
                                                                  {"count", kCount}};

constexpr std::pair<std::string_view, NameKind> kLists[] = {
    {"lexicon/bodies", NameKind::body}, {"lexicon/platforms", NameKind::platform}, {"lexicon/companies", NameKind::company},
    {"lexicon/media", NameKind::media}, {"lexicon/campaigns", NameKind::campaign}, {"lexicon/people", NameKind::person}};

constexpr bool is_alnum(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).size) out.push_back(decode(text, i).code);
  std::sort(out.begin(), out.end());
  return out;
}

// A blank between Chinese and Latin characters, as some print it.
std::string with_blanks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (i > 0) {
      const auto before = static_cast<unsigned char>(text[i - 1]);
      if ((is_alnum(c) && before >= 0x80) || (c >= 0xC0 && is_alnum(before))) out += ' ';
    }
    out += text[i];
  }
  return out;
}

Result<std::vector<std::string>> folded_texts(const PackNode& node) {
  FB_TRY(std::vector<std::string> texts, node.texts());
  for (std::string& text : texts) text = folded(text);
  return texts;
}

}  // namespace

std::uint32_t& NameWords::at(std::vector<std::uint32_t>& index, std::uint32_t word) {
  if (index.size() <= word) index.resize(word + 1, kNothing);
  return index[word];
}

std::uint32_t NameWords::add(std::string_view text, std::uint32_t classes) {
  const auto [it, fresh] = words_.emplace(text, static_cast<std::uint32_t>(classes_.size()));
  if (fresh) classes_.push_back(0);
  classes_[it->second] |= classes;
  return it->second;
}

Result<NameWords> NameWords::load(const DataSet& data, const Gazetteer& gazetteer, const Words& common) {
  NameWords words;
  words.gazetteer_ = &gazetteer;
  words.common_ = &common;
  for (const auto& [name, kind] : kLists) {
    for (const DataSet::File* file : data.list(name, ".tsv")) FB_CHECK(words.load_list(*file, kind));  // companies.tsv, companies-mine.tsv
  }
  FB_TRY(const DataSet::File* forms, data.find("lexicon/forms.yaml"));
  FB_CHECK(words.load_forms(*forms));
  words.seal();
  return words;
}

// Columns: id, name, aliases with '|' between, parent, place, note. Before a name '?' says doubtful, '!' strict.
Result<void> NameWords::load_list(const DataSet::File& file, NameKind kind) {
  return each_row<6>(file.bytes, file.place, [&](const auto& cells, std::size_t line) -> Result<void> {
    const auto complain = [&](std::string what) { return fail(Cause::malformed, {file.place, line}, std::move(what)); };
    if (!cells[0].starts_with(name_of(kind)) || cells[0].find(':') != name_of(kind).size())
      return complain(fmt::format("expected an id that begins with \"{}:\", got \"{}\"", name_of(kind), cells[0]));
    if (cells[1].empty()) return complain("a name may not be empty");
    const auto number = static_cast<std::uint32_t>(entities_.size());
    const std::string_view usual = cells[1].substr(cells[1].starts_with('?') || cells[1].starts_with('!') ? 1 : 0);
    entities_.push_back({std::string(cells[0]), std::string(usual), std::string(cells[3]), std::string(cells[4]), kind});
    const auto name = [&](std::string_view cell) {  // also as it is printed with blanks: 双 11
      const char mark = cell.front();
      if (mark == '?' || mark == '!') cell.remove_prefix(1);
      const std::string text = folded(cell);
      const std::string apart = with_blanks(text);
      for (const std::string& form : {text, apart}) {
        if (form.empty()) continue;
        std::uint32_t& slot = at(listed_of_, add(form, kListed));
        if (slot == kNothing) {
          slot = static_cast<std::uint32_t>(listed_.size());
          listed_.emplace_back();
        }
        Listed& listed = listed_[slot];
        if (!listed.entities.empty() && listed.entities.back() == number) continue;
        listed.entities.push_back(number);
        listed.doubtful |= mark == '?';
        listed.strict |= mark == '!';
      }
    };
    name(cells[1]);
    each_part(cells[2], '|', name);
    return {};
  });
}

void NameWords::full_form(std::vector<std::uint32_t>& index, std::uint32_t word, std::string full) {
  at(index, word) = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(std::move(full));
}

Result<void> NameWords::load_tails(const PackNode& list) {
  FB_TRY(const auto tails, list.items());
  for (const PackNode& item : tails) {
    FB_CHECK(item.only_keys({"rule", "kind", "head", "content", "unknown", "bare", "county", "registered", "list"}));
    Tail tail;
    FB_TRY(tail.rule, item["rule"].text());
    FB_TRY(const std::string kind, item["kind"].text());
    bool known = false;
    for (const NameKind k : {NameKind::body, NameKind::company, NameKind::platform, NameKind::media})
      if (kind == name_of(k)) tail.kind = k, known = true;
    if (!known) return item["kind"].complain(fmt::format("expected body, company, platform or media, got \"{}\"", kind));
    FB_TRY(const std::string front, item["head"].text());
    if (front == "named") tail.front = Tail::Front::named;
    else if (front == "any") tail.front = Tail::Front::any;
    else if (front != "place") return item["head"].complain(fmt::format("expected place, named or any, got \"{}\"", front));
    FB_TRY(const double content, item["content"].number_or(0));
    FB_TRY(const double unknown, item["unknown"].number_or(0));
    tail.content = static_cast<std::uint32_t>(content);
    tail.unknown = static_cast<std::uint32_t>(unknown);
    FB_TRY(tail.bare, item["bare"].flag_or(false));
    FB_TRY(tail.county, item["county"].flag_or(false));
    FB_TRY(tail.registered, item["registered"].flag_or(false));
    const auto number = static_cast<std::uint32_t>(tails_.size());
    tails_.push_back(std::move(tail));
    if (const auto pairs = item["list"].entries()) {
      for (const auto& [text, full] : *pairs) {
        const std::uint32_t word = add(folded(text), kTail);
        at(tail_of_, word) = number;
        FB_TRY(std::string form, full.text());
        full_form(full_tail_of_, word, std::move(form));
      }
    } else {
      FB_TRY(const auto texts, folded_texts(item["list"]));
      for (const std::string& text : texts) at(tail_of_, add(text, kTail)) = number;
    }
  }
  return {};
}

Result<void> NameWords::load_surnames(const PackNode& pack) {
  FB_TRY(const std::string single, pack["surnames"].text());
  FB_TRY(const std::string weak, pack["weak_surnames"].text());
  FB_TRY(const auto compound, folded_texts(pack["compound_surnames"]));
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  const auto put = [&](std::string_view text, std::uint32_t value) {
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).size) entries.emplace_back(text.substr(i, decode(text, i).size), value);
  };
  put(weak, 1);  // of equal keys the first stays
  put(single, 0);
  for (const std::string& text : compound) entries.emplace_back(text, 0);
  surnames_ = Trie::build(std::move(entries));
  return {};
}

// What is asked often is worked out once.
void NameWords::seal() {
  trie_ = Trie::build({words_.begin(), words_.end()});
  std::vector<std::string_view> registered;
  for (const auto& [text, word] : words_)
    if (const Tail* t = tail(word); t && t->registered) registered.push_back(text);
  cuts_of_.resize(classes_.size());
  for (const auto& [text, word] : words_) {
    if (!(classes_[word] & (kListed | kTail | kAuthority))) continue;
    for (std::size_t i = 0; i < cuts_.size(); ++i)
      if (text.ends_with(cuts_[i].first)) cuts_of_[word].push_back(static_cast<std::uint16_t>(i));
    if (classes_[word] & kListed)
      listed_[listed_of_[word]].registered =
          std::any_of(registered.begin(), registered.end(), [&](std::string_view end) { return text.ends_with(end); });
  }
}

Result<void> NameWords::load_forms(const DataSet::File& file) {
  FB_TRY(const PackNode pack, PackNode::parse(file.bytes, file.place));
  FB_CHECK(pack.only_keys({"tails", "papers", "not_papers", "authorities", "over_places", "government", "words", "cuts", "counters",
                           "surnames", "weak_surnames", "compound_surnames", "transcription", "paper_signs"}));
  FB_CHECK(load_tails(pack["tails"]));
  FB_TRY(const auto authorities, pack["authorities"].entries());
  for (const auto& [text, full] : authorities) {
    FB_TRY(std::string form, full.text());
    full_form(authority_of_, add(folded(text), kAuthority), std::move(form));
  }
  FB_TRY(const auto groups, pack["words"].items());
  for (const PackNode& group : groups) {
    FB_CHECK(group.only_keys({"class", "list"}));
    FB_TRY(const std::string name, group["class"].text());
    const auto it = std::find_if(std::begin(kClassNames), std::end(kClassNames), [&](const auto& c) { return c.first == name; });
    if (it == std::end(kClassNames)) return group["class"].complain(fmt::format("no class of words is called \"{}\"", name));
    FB_TRY(const auto texts, folded_texts(group["list"]));
    for (const std::string& text : texts) add(text, it->second);
  }
  FB_TRY(government_, pack["government"].text());
  FB_TRY(over_places_, pack["over_places"].texts());
  FB_TRY(papers_, folded_texts(pack["papers"]));
  FB_TRY(not_papers_, folded_texts(pack["not_papers"]));
  FB_TRY(paper_signs_, folded_texts(pack["paper_signs"]));
  FB_TRY(counters_, folded_texts(pack["counters"]));
  FB_TRY(const auto cuts, pack["cuts"].entries());
  for (const auto& [end, next] : cuts) {
    FB_TRY(auto texts, folded_texts(next));
    cuts_.emplace_back(folded(end), std::move(texts));
  }
  FB_CHECK(load_surnames(pack));
  FB_TRY(const std::string transcription, pack["transcription"].text());
  transcription_ = characters(transcription);
  return {};
}

bool NameWords::stands_alone(std::string_view text, Span span, bool strict) const {
  constexpr std::size_t kAround = 8;                       // characters looked at on each side
  constexpr std::uint32_t kCost = 145, kStrictCost = 165;  // of a name, beside the costs of data/text/words.tsv
  Span part = span;
  const auto han_before = [&](std::uint32_t at) { return at >= 3 && decode(text, at - 3).size == 3 && is_han(decode(text, at - 3).code); };
  const auto han_at = [&](std::uint32_t at) { return at < text.size() && decode(text, at).size == 3 && is_han(decode(text, at).code); };
  for (std::size_t n = 0; n < kAround && han_before(part.begin); ++n) part.begin -= 3;
  for (std::size_t n = 0; n < kAround && han_at(part.end); ++n) part.end += 3;
  if (part == span) return true;
  thread_local std::vector<std::uint8_t> begins;
  begins.assign(part.size() + 1, 0);
  const Span name{span.begin - part.begin, span.end - part.begin};
  const std::uint32_t cost = std::min(common_->cost(slice(text, span)), strict ? kStrictCost : kCost);
  common_->cut(
      Characters(slice(text, part)), {0, part.size()},
      [&](std::size_t at, auto&& word) {
        if (at == name.begin) word(name.size(), cost);
      },
      begins);
  return begins[name.begin] != 0 && begins[name.end] != 0;
}

bool NameWords::over_places(std::string_view name) const {
  return std::find(over_places_.begin(), over_places_.end(), name) != over_places_.end();
}

bool NameWords::is_paper(std::string_view title) const {
  const auto ends = [&](const std::string& end) { return title.size() > end.size() && title.ends_with(end); };
  return std::any_of(papers_.begin(), papers_.end(), ends) &&
         std::none_of(not_papers_.begin(), not_papers_.end(), [&](const std::string& end) { return title.ends_with(end); });
}

bool NameWords::paper_sign(std::string_view rest) const {
  return std::any_of(paper_signs_.begin(), paper_signs_.end(), [&](const std::string& sign) { return rest.starts_with(sign); });
}

bool NameWords::cut_off(std::uint32_t word, std::string_view rest) const {
  if (word >= cuts_of_.size()) return false;
  bool off = false;
  for (const std::uint16_t cut : cuts_of_[word])
    for (const std::string& next : cuts_[cut].second) {
      if (next.front() == '-' && rest.starts_with(std::string_view(next).substr(1))) return false;  // an exception: 部|长期
      off |= rest.starts_with(next);
    }
  return off;
}

bool NameWords::transcribes(char32_t c) const { return std::binary_search(transcription_.begin(), transcription_.end(), c); }

bool NameWords::digits_stand_alone(std::string_view text, std::size_t from, std::size_t end) const {
  if (from > 0 && (text[from - 1] == '.' || text[from - 1] == ',' || text[from - 1] == '-')) {
    // 2,618, but the comma of a sentence may stand before a name of digits: 7月,1688
    const bool of_number = text[from - 1] == '-' || (from > 1 && is_digit(static_cast<unsigned char>(text[from - 2])));
    if (of_number || !is_digit(static_cast<unsigned char>(text[from]))) return false;
  }
  const std::string_view rest = text.substr(end);
  if (rest.size() > 1 && (rest[0] == '.' || rest[0] == ',' || rest[0] == '-') && is_digit(static_cast<unsigned char>(rest[1])))
    return false;
  return std::none_of(counters_.begin(), counters_.end(), [&](const std::string& counter) { return rest.starts_with(counter); });
}

Trie::Hit NameWords::longest(const Characters& characters, std::size_t at, std::size_t until, Trie::Hit* join) const {
  const std::string_view text = characters.text().substr(0, until);
  Trie::Hit best;
  trie_.each(characters, at, until, [&](Trie::Hit hit) {
    const std::size_t end = at + hit.length;
    if (end < text.size() && is_alnum(static_cast<unsigned char>(text[end - 1])) && is_alnum(static_cast<unsigned char>(text[end]))) return;
    if (is_digit(static_cast<unsigned char>(text[end - 1])) && listed(hit.value) && !digits_stand_alone(text, at, end)) return;
    if (cut_off(hit.value, text.substr(end))) return;
    best = hit;
    if (join && (classes_[hit.value] & kJoin)) *join = hit;
  });
  return best;
}

void NameWords::cut(const Characters& characters, Span block, std::vector<NameToken>& out) const {
  out.clear();
  const std::string_view text = characters.text().substr(0, block.end);
  for (std::size_t at = block.begin; at < text.size();) {
    NameToken token;
    const auto first = static_cast<unsigned char>(text[at]);
    Trie::Hit join;
    Trie::Hit word = longest(characters, at, block.end, &join);
    std::span<const Gazetteer::Match> places;
    std::size_t length = word.length;
    if (first >= 0xE4) {
      const Gazetteer::Hit place = gazetteer_->longest(characters, at, block.end);
      if (place.length > word.length || (place.length > 0 && place.length == word.length && !(classes_[word.value] & kCover))) {
        if (place.length > word.length) word.length = 0;
        places = place.matches;
        length = place.length;
      }
    }
    if (join.length > 0 && length > join.length && (word.length == 0 || !(classes_[word.value] & kListed))) {
      // 和|平安好医生, not 和平|安好医生: a listed name behind the joining word reaches further
      const Trie::Hit behind = longest(characters, at + join.length, block.end, nullptr);
      if (behind.length > 0 && (classes_[behind.value] & kListed) && join.length + behind.length > length) {
        word = join;
        places = {};
        length = join.length;
      }
    }
    if (length > 0) {
      token.kind = NameToken::Kind::word;
      token.places = places;
      if (word.length > 0) {
        token.word = word.value;
        token.classes = classes_[word.value];
      }
    } else if (first >= 0x80) {
      length = characters.size(at);
      token.kind = is_han(characters.unit(at)) ? NameToken::Kind::han : NameToken::Kind::mark;
    } else if (is_alnum(first)) {
      bool digits = true;
      std::size_t end = at;
      for (; end < text.size() && is_alnum(static_cast<unsigned char>(text[end])); ++end)
        digits &= is_digit(static_cast<unsigned char>(text[end]));
      length = end - at;
      token.kind = digits ? NameToken::Kind::digits : NameToken::Kind::latin;
    } else {
      length = 1;
      token.kind = first == ' ' ? NameToken::Kind::blank : NameToken::Kind::mark;
    }
    token.span = {static_cast<std::uint32_t>(at - block.begin), static_cast<std::uint32_t>(at + length - block.begin)};
    out.push_back(token);
    at += length;
  }
}

}  // namespace fengbiao
