#include "check/near_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "entity/table.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/near_names.yaml";
constexpr std::string_view kLists[] = {"lexicon/media", "lexicon/bodies", "lexicon/companies", "lexicon/platforms", "lexicon/campaigns"};
constexpr std::string_view kPlaces = "places/divisions.tsv";
constexpr std::size_t kCode = 6;      // digits of the code of a county or above
constexpr std::size_t kShortest = 3;  // characters of a name
constexpr std::size_t kLongest = 14;
constexpr std::size_t kAnyWrong = 5;    // characters of a name in which any one may be wrong; in a shorter one it must be alike
constexpr std::uint32_t kOwnWord = 84;  // cost of characters that often stand by themselves: below this
constexpr std::size_t kPlain = 6;       // characters of a name that needs no mark or word beside it to be one

bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t size = 0;
    if (!is_han(Characters::unit_at(text, at, size))) return false;
    at += size;
  }
  return !text.empty();
}

// Whether one of the spans, which are in order and none of which overlap, holds the place or reaches over an edge of `span`: one within it
// is a shorter name, 统计局 of 国稼统计局.
bool crosses(std::span<const Span> spans, Span span, std::uint32_t place) {
  const auto holds = [&](std::uint32_t at) {
    const auto next = std::ranges::upper_bound(spans, at, {}, &Span::begin);
    return next == spans.begin() || (next - 1)->end <= at ? nullptr : &*(next - 1);
  };
  const Span* const first = holds(span.begin);
  const Span* const last = holds(span.end - 1);
  return holds(place) || (first && first->begin < span.begin) || (last && last->end > span.end);
}

Result<std::vector<std::pair<std::string, std::uint32_t>>> words_of(const PackNode& node) {
  FB_TRY(const auto words, node.texts());
  std::vector<std::pair<std::string, std::uint32_t>> out;
  for (const std::string& word : words) out.emplace_back(word, 1U);
  return out;
}

}  // namespace

Result<NearNames> NearNames::load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common) {
  NearNames out;
  FB_TRY(out.rule_, book.rule("near-name"));
  out.common_ = std::move(common);
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"before", "after", "lookalikes", "apart", "joining"}));
  auto names = std::make_shared<Names>();
  FB_TRY(const auto lookalikes, pack["lookalikes"].texts());
  FB_TRY(names->sounds, Sounds::load(data, lookalikes));
  FB_TRY(names->apart, pack["apart"].texts());
  FB_TRY(names->joining, pack["joining"].texts());
  FB_TRY(auto before, words_of(pack["before"]));
  FB_TRY(auto after, words_of(pack["after"]));
  names->before = Trie::build(std::move(before), Trie::Direction::backwards);
  names->after = Trie::build(std::move(after));

  std::vector<std::pair<std::string, std::uint32_t>> exact, coarse, places;
  std::map<std::string, std::uint32_t> values;  // by coarse sound
  const auto add = [&](std::string_view name) {
    const bool common_word = name.starts_with('?');
    if (common_word || name.starts_with('!')) name.remove_prefix(1);
    exact.emplace_back(std::string(name), 1U);
    if (common_word || name.size() < 3 * kShortest || name.size() > 3 * kLongest || !all_han(name)) return;
    const std::string sound = names->sounds.coarse(name);
    const auto [known, fresh] = values.emplace(sound, static_cast<std::uint32_t>(names->like.size()));
    if (fresh) {
      names->like.emplace_back();
      coarse.emplace_back(sound, known->second);
    }
    names->like[known->second].push_back(static_cast<std::uint32_t>(names->names.size()));
    names->names.emplace_back(name);
  };
  for (const std::string_view list : kLists)
    for (const DataSet::File* rows : data.list(list, ".tsv"))
      FB_CHECK(each_row<6>(rows->bytes, rows->place, [&](const auto& cells, std::size_t) -> Result<void> {
        add(cells[1]);
        each_part(cells[2], '|', add);
        return {};
      }));
  FB_TRY(const DataSet::File* divisions, data.find(kPlaces));
  FB_CHECK(each_row<3>(divisions->bytes, divisions->place, [&](const auto& cells, std::size_t) -> Result<void> {
    if (cells[0].size() != kCode) return {};
    places.emplace_back(std::string(cells[1]), 1U);
    if (!cells[2].empty()) places.emplace_back(std::string(cells[2]), 1U);
    return {};
  }));
  names->one_off = OneOff::of(names->names, [&](std::string_view half) { names->first.add(half, kHalf); });
  names->slips = NameSlips::of(names->names, [&](std::string_view start) { names->first.add(start, kStart); });
  for (const auto& [sound, value] : coarse) names->first_sounds.add(sound, 1);
  names->exact = Trie::build(std::move(exact));
  names->coarse = Trie::build(std::move(coarse));
  names->places = Trie::build(std::move(places));
  out.names_ = std::move(names);
  return out;
}

// The known name that was meant by what is printed, or nullptr.
const std::string* NearNames::meant(std::string_view printed, std::uint32_t value) const {
  const std::size_t length = printed.size() / 3;
  const std::string* best = nullptr;
  std::size_t fewest = length;
  for (const std::uint32_t id : names_->like[value]) {
    const std::string& name = names_->names[id];
    std::size_t changed = 0, near = 0;
    bool apart = false;
    for (std::size_t at = 0; at < printed.size() && !apart; at += 3) {
      std::uint32_t size = 0;
      const std::uint32_t a = Characters::unit_at(printed, at, size), b = Characters::unit_at(name, at, size);
      if (a == b) continue;
      ++changed;
      const Alike how = names_->sounds.alike(a, b);
      near += how == Alike::near;
      apart = how == Alike::none;
    }
    if (apart || changed == 0 || changed >= fewest) continue;
    // Short names must be nearer: 新画社 for 新华社, and nothing else; but two characters that are one twice tell a name well: 拼多多.
    const bool twice = length == kShortest && printed.substr(3) == name.substr(3) && name.substr(3, 3) == name.substr(6);
    if (length < 4 ? changed > 1 || (near > 0 && !twice) : 2 * changed > length || near > 1) continue;
    best = &name;
    fewest = changed;
  }
  return best;
}

// Whether marks or words tell that a name stands there.
bool NearNames::set_off(std::string_view text, Span span) const {
  std::uint32_t size = 0;
  bool open = span.begin == 0, closed = span.end == text.size();
  if (!open) {
    open = !is_han(Characters::unit_before(text, span.begin, size));
    names_->before.each_before(text, span.begin, [&](Trie::Hit) { open = true; });
  }
  if (!closed) {
    closed = !is_han(Characters::unit_at(text, span.end, size));
    names_->after.each(text, span.end, [&](Trie::Hit) { closed = true; });
  }
  return open && closed;
}

// Whether marks, those words or any word of two characters and more stand on both sides.
bool NearNames::between_words(const WordCut& cut, std::string_view text, Span span) const {
  const auto side = [&](std::uint32_t at, bool back) {
    std::uint32_t size = 0;
    if (back ? at <= cut.stretch.begin : at >= cut.stretch.end) return true;
    if (!cut.begins_at(at)) return false;
    bool told = false;
    if (back) names_->before.each_before(text, at, [&](Trie::Hit) { told = true; });
    else names_->after.each(text, at, [&](Trie::Hit) { told = true; });
    if (told) return true;
    if (back) Characters::unit_before(text, at, size);
    else Characters::unit_at(text, at, size);
    return !cut.begins_at(back ? at - size : at + size);
  };
  return side(span.begin, true) && side(span.end, false);
}

// 商务厅 is no misspelt 商务部.
bool NearNames::tells_apart(std::string_view printed, std::string_view known) const {
  return std::ranges::any_of(
      names_->apart, [&](const std::string& group) { return group.find(printed) != group.npos && group.find(known) != group.npos; });
}

bool NearNames::of_another_place(std::string_view text, Span span, std::string_view name) const {
  bool apart = false;
  for (std::uint32_t k = span.begin; k < span.end && !apart; k += 3)
    names_->places.each(text, k, [&](Trie::Hit place) {
      apart = apart || slice(text, {k, std::min(k + place.length, span.end)}) != name.substr(k - span.begin, place.length);
    });
  return apart;
}

// Whether a character makes no word with those beside it.
bool NearNames::astray(std::string_view text, std::uint32_t at) const {
  const auto word = [&](std::uint32_t begin, std::uint32_t end) {
    return end <= text.size() && all_han(text.substr(begin, end - begin)) &&
           common_->cost(text.substr(begin, end - begin)) < Words::kUnknown;
  };
  for (std::uint32_t chars = 2; chars <= 4; ++chars)
    for (std::uint32_t before = 0; before < chars; ++before)
      if (before * 3 <= at && word(at - before * 3, at - before * 3 + chars * 3)) return false;
  return true;
}

// Whether one character alone is wrong, and it is astray; at an edge, that it is none that often stands by itself (往何处去).
bool NearNames::strays(std::string_view text, Span span, std::string_view name) const {
  std::uint32_t wrong = 0, where = 0;
  for (std::uint32_t at = 0; at < span.size(); at += 3)
    if (text.compare(span.begin + at, 3, name.substr(at, 3)) != 0) ++wrong, where = span.begin + at;
  const bool edge = where == span.begin || where + 3 == span.end;
  return wrong == 1 && astray(text, where) && !(edge && common_->cost(text.substr(where, 3)) < kOwnWord);
}

// 翼支付: another firm is called by another first character. In 拼多多 the other two are no word of their own.
bool NearNames::only_first_tells(std::string_view printed, std::string_view name) const {
  if (printed.size() != 3 * kShortest) return false;
  const std::string_view rest = printed.substr(3);
  return rest == name.substr(3) && rest.substr(0, 3) != rest.substr(3) && common_->cost(rest) < Words::kUnknown;
}

void NearNames::look(const Characters& characters, Near& near) const {
  const std::string_view text = characters.text();
  near.like = false;
  near.off.clear();
  near.slips.clear();
  std::uint64_t row = 0, sounds = 0;
  std::uint32_t first = 0, second = 0;  // where the last two characters begin
  for (std::uint32_t at = 0, size = 0; at < text.size(); first = second, second = at, at += size) {
    const std::uint32_t unit = characters.unit(at);
    size = characters.size(at);
    row = names_->first.row(row, unit);
    if (const std::uint8_t kinds = names_->first.kinds(row); kinds != 0) {
      if ((kinds & kHalf) != 0) names_->one_off.find(text, second, near.off);
      if ((kinds & kStart) != 0) names_->slips.find(text, second, near.slips);
    }
    sounds = names_->first_sounds.row(sounds, names_->sounds.coarse(unit));
    if (near.like || names_->first_sounds.kinds(sounds) == 0) continue;
    Trie::Hit hit;
    names_->coarse.each_of(
        first, text.size(),
        [&](std::size_t place, std::uint32_t& bytes) {
          bytes = characters.size(place);
          return names_->sounds.coarse(characters.unit(place));
        },
        [&](Trie::Hit longer) { hit = longer; });
    near.like = hit.length > 0 && meant(text.substr(first, hit.length), hit.value);
  }
  OneOff::order(near.off);
}

// Tells the names that are printed with a near one in their place; gives these and the known ones that stand there.
std::vector<Span> NearNames::tell(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const std::string_view text = folded.text;
  const std::string coarse = names_->sounds.coarse(text);
  std::vector<Span> told;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    const std::uint32_t unit = Characters::unit_at(text, at, size);
    const bool word = is_han(unit);
    const Trie::Hit exact = names_->exact.longest(text, at), hit = word ? names_->coarse.longest(coarse, at) : Trie::Hit{};
    if (exact.length > 0 && exact.length >= hit.length) {
      size = std::max(size, exact.length);
      told.push_back({at, at + size});
      continue;
    }
    if (hit.length == 0) continue;
    const Span span{at, at + hit.length};
    const std::string_view printed = slice(text, span);
    if (!all_han(printed)) continue;
    const std::string* const name = meant(printed, hit.value);
    if (!name || common_->cost(printed) < Words::kUnknown || only_first_tells(printed, *name)) continue;
    // A place of its own, or words that merely stand side by side.
    const WordCut cut = cut_around(*common_, text, span);
    if (of_another_place(text, span, *name) || !cut.begins_at(span.begin) || !cut.begins_at(span.end)) continue;
    if (hit.length < 3 * kPlain && !set_off(text, span) && !(strays(text, span, *name) && between_words(cut, text, span))) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(printed))},
                 .values = {{"printed", std::string(printed)}, {"name", *name}},
                 .suggestion = *name});
    told.push_back(span);
    size = hit.length;
  }
  return told;
}

void NearNames::check(const ArticleSubject& subject, Report& report) const {
  Near near;
  for (std::size_t i = 0; i < subject.printed.parts().size(); ++i) {
    look(subject.printed.folded_characters(i), near);
    std::optional<std::vector<Span>> names;
    const auto told = [&]() -> std::span<const Span> {
      if (!names) names = tell(subject, i, report);
      return *names;
    };
    if (near.like) told();
    check_one_off(subject, i, near.off, told, report);
    check_slips(subject, i, near.slips, told, report);
  }
}

// Names with any one character wrong.
template <class Told>
void NearNames::check_one_off(const ArticleSubject& subject, std::size_t part, std::span<const OneOff::Hit> hits, Told&& told,
                              Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const std::string_view text = folded.text;
  std::uint32_t end = 0;
  for (const OneOff::Hit& hit : hits) {
    const auto [span, id, at] = hit;
    if (span.begin < end) continue;
    const std::string& name = names_->names[id];
    const std::string_view printed = slice(text, span), wrong = text.substr(at, 3),
                           right = std::string_view(name).substr(at - span.begin, 3);
    std::uint32_t size = 0;
    const bool alike = names_->sounds.alike(Characters::unit_at(wrong, 0, size), Characters::unit_at(right, 0, size)) != Alike::none;
    const std::size_t length = printed.size() / 3;
    // At an edge a character may be a word of its own beside a shorter name.
    const bool edge = at == span.begin || at + 3 == span.end;
    if (tells_apart(wrong, right) || !astray(text, at) || (!alike && length < kAnyWrong) || of_another_place(text, span, name)) continue;
    if (edge &&
        !(alike && (set_off(text, span) || (strays(text, span, name) && between_words(cut_around(*common_, text, span), text, span)))))
      continue;
    // A known name that holds it, or stands within it with the wrong character.
    bool known = false;
    for (std::uint32_t k = span.begin; k <= at && !known; k += 3)
      names_->exact.each(text, k, [&](Trie::Hit exact) { known = known || k + exact.length > at; });
    if (known || common_->cost(printed) < Words::kUnknown || crosses(told(), span, at)) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(printed))},
                 .values = {{"printed", std::string(printed)}, {"name", name}},
                 .suggestion = name});
    end = span.end;
  }
}

// Whether what is printed can be nothing but the name with a slip.
bool NearNames::slipped(std::string_view text, const NameSlips::Hit& hit) const {
  const std::string& name = names_->names[hit.name];
  const auto joins = [&](std::string_view word) {
    return std::ranges::any_of(names_->joining, [&](const std::string& c) { return word.find(c) != word.npos; });
  };
  switch (hit.kind) {
    case NameSlips::Kind::missing:
      return !joins(name.substr(hit.wrong.begin - hit.span.begin + 3, 3)) &&
             (astray(text, hit.wrong.begin) || astray(text, hit.wrong.begin + 3));
    case NameSlips::Kind::added: {  // one that stands there twice is a doubled word
      const std::string_view added = slice(text, hit.wrong);
      return !joins(added) && astray(text, hit.wrong.begin) && text.substr(hit.wrong.begin - 3, 3) != added &&
             text.substr(hit.wrong.end, 3) != added;
    }
    case NameSlips::Kind::turned: return astray(text, hit.wrong.begin) && astray(text, hit.wrong.begin + 3);
    case NameSlips::Kind::blocks: return true;
  }
  return false;
}

// Names with a character missing, added or in another place.
template <class Told>
void NearNames::check_slips(const ArticleSubject& subject, std::size_t part, std::span<const NameSlips::Hit> hits, Told&& told,
                            Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const std::string_view text = folded.text;
  std::uint32_t end = 0;
  for (const NameSlips::Hit& hit : hits) {
    const std::string& name = names_->names[hit.name];
    const std::string_view printed = slice(text, hit.span);
    if (hit.span.begin < end || !slipped(text, hit) || of_another_place(text, hit.span, name) || crosses(told(), hit.span, hit.wrong.begin))
      continue;
    if (!set_off(text, hit.span) && !between_words(cut_around(*common_, text, hit.span), text, hit.span)) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(printed))},
                 .values = {{"printed", std::string(printed)}, {"name", name}},
                 .suggestion = name});
    end = hit.span.end;
  }
}

}  // namespace fengbiao
