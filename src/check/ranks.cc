#include "check/ranks.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/characters.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr int kMostPlaces = 30;
constexpr std::size_t kMostPieces = 4;  // of a sentence, before the place
constexpr std::uint32_t kMostNames = 40;
constexpr std::uint32_t kLongestName = 120;  // bytes, with what describes it
constexpr std::uint32_t kAlike = 3;          // characters by which names of one make differ
constexpr std::uint32_t kShortName = 8;      // characters

constexpr std::uint32_t kShortestWord = 6;  // bytes: two characters

std::uint32_t characters(std::string_view words) {
  return static_cast<std::uint32_t>(std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_latin(std::string_view words) {
  return std::ranges::any_of(words, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

Result<RankCheck> RankCheck::load(const DataSet& data, RuleBook& book) {
  FB_TRY(DateReader numbers, DateReader::load(data));
  RankCheck out(std::move(numbers));
  FB_TRY(const DataSet::File* file, data.find("check/ranks.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"parts", "places", "movement"}));
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(out.places_, PatternList::load(pack["places"], parts));
  FB_TRY(out.movement_, PatternList::load(pack["movement"], parts));
  FB_TRY(out.rule_, book.rule("ranks-against-names"));
  FB_TRY(out.figures_, book.rule("figures-against-names"));
  return out;
}

// 北美家电 before 电子零售商百思买: ordinary words and places alone, then words that end in what the name behind them is.
bool RankCheck::describes_next(const CountScene& s, Span item, Span next) const {
  if (!s.read.common || has_latin(slice(s.text, item)) || !s.cutter.atom_at(item.begin).empty()) return false;
  const auto name_at = [&](std::uint32_t at) {
    const auto name = std::ranges::lower_bound(s.read.names, at, {}, [](const Name& n) { return n.span.begin; });
    return name != s.read.names.end() && name->span.begin == at ? &*name : nullptr;
  };
  // Ordinary from end to end, and not a place by itself.
  bool ordinary = false;
  for (std::uint32_t at = item.begin; at < item.end;) {
    if (const Name* const name = name_at(at)) {
      if (name->kind != NameKind::place) return false;
      at = name->span.end;
      continue;
    }
    const std::uint32_t word = s.read.common->longest(s.text.substr(0, item.end), at);
    if (word < kShortestWord) return false;
    ordinary = true;
    at += word;
  }
  if (!ordinary) return false;
  // Words, 零售商, name.
  for (const WordHit& hit : Hits(s.text, s.hits).between(next.begin, next.end)) {
    if (!hit.is(CountUse::appositive_kind) || hit.span.begin == next.begin || hit.span.end >= next.end) continue;
    const Name* const name = name_at(hit.span.end);
    return (name && name->kind != NameKind::place) || has_latin(s.text.substr(hit.span.end, 1));
  }
  return false;
}

RankCheck::Names RankCheck::names_before(const CountScene& s, std::uint32_t verb, std::uint32_t places) const {
  Names out;
  const std::size_t own = s.lists.piece_at(verb > 0 ? verb - 1 : 0);
  if (own == s.lists.pieces.size()) return out;
  const std::vector<ListPiece>& pieces = s.lists.pieces;
  // From the piece of the place backward over pieces that are lists.
  std::size_t first = own;
  while (first > 0 && own - first < kMostPieces && pieces[first - 1].sentence == pieces[own].sentence &&
         pieces[first - 1].closed_by == ',' && pieces[first - 1].items > 1)
    --first;
  Named all;
  bool described = false, clean = true, moved = false;
  for (std::size_t p = own + 1; p-- > first;) {
    Named some;
    std::uint32_t end = p == own ? verb : pieces[p].span.end, last = pieces[p].first_item + pieces[p].items;
    const auto items = s.lists.items.begin();
    last = static_cast<std::uint32_t>(std::ranges::lower_bound(items + pieces[p].first_item, items + last, end, {}, &Span::begin) - items);
    if (last - pieces[p].first_item > kMostNames) return out;
    for (std::uint32_t i = pieces[p].first_item; i < last; ++i) {
      const Span item{s.lists.items[i].begin, std::min(s.lists.items[i].end, end)};
      if (movement_.first(slice(s.text, item))) {
        moved = true;
        continue;
      }
      if (i + 1 < last && describes_next(s, item, s.lists.items[i + 1])) {
        described = true;
        continue;
      }
      ++some.low;
      clean = clean && item.size() <= kLongestName;
    }
    some.high = some.low + s.lists.links_in({pieces[p].span.begin, end});
    all.low += some.low;
    all.high += some.high;
    out.quote = {pieces[p].span.begin, s.lists.pieces[own].span.end};
    if (places >= all.low && places <= all.high) break;
  }
  out.named = all;
  const bool several = first != own;
  // With pieces before it only where all of them are names for certain.
  out.sure = clean && all.low >= 2 && (!several || described || moved);
  if (all.low > places) {  // a list may begin in the midst of its first item
    const ListPiece& piece = pieces[own];
    std::uint32_t shortest = kLongestName;
    for (std::uint32_t i = piece.first_item + 1; i < piece.first_item + std::min(piece.items, kMostNames); ++i)
      shortest = std::min(shortest, characters(slice(s.text, {s.lists.items[i].begin, std::min(s.lists.items[i].end, verb)})));
    const std::uint32_t second = piece.items > 1 ? characters(slice(s.text, s.lists.items[piece.first_item + 1])) : kLongestName;
    const std::uint32_t start = characters(slice(s.text, s.lists.items[piece.first_item]));
    out.sure = out.sure && !several && all.low == places + 1 && second <= shortest + 1 && start <= 2 * shortest;
  }
  return out;
}

void RankCheck::check(const ArticleSubject& subject, const CountScene& s, Report& report) const {
  figures(subject, s, report);
  if (std::ranges::none_of(s.hits, [](const WordHit& hit) { return hit.is(CountUse::rank_verb); })) return;
  for (const Pattern& pattern : places_.patterns()) {
    for (std::size_t from = 0; from < s.text.size();) {
      const auto match = pattern.find(s.text, from);
      if (!match) break;
      const auto begin = static_cast<std::uint32_t>(match->whole().data() - s.text.data());
      const auto end = begin + static_cast<std::uint32_t>(match->whole().size());
      from = end;
      std::uint32_t places = 0;
      std::string relation;
      bool twice = false;
      if (match->has("from")) {
        const auto a = numbers_.small_number(match->group("from")), b = numbers_.small_number(match->group("to"));
        if (!a || !b || *b <= *a || *b - *a >= kMostPlaces) continue;
        places = static_cast<std::uint32_t>(*b - *a + 1);
        relation = fmt::format("{}..{} = {} places", *a, *b, places);
      } else {
        // Every numeral of 第二、第三位 is a place.
        std::vector<int> ranks;
        const std::string_view words = match->group("ranks");
        for (std::size_t i = 0; i < words.size();) {
          std::size_t length = 0;
          std::optional<int> number;
          for (std::size_t to = i + 1; to <= words.size() && to - i <= 9; ++to) {
            if (to < words.size() && (static_cast<unsigned char>(words[to]) & 0xC0) == 0x80) continue;
            const auto n = numbers_.small_number(words.substr(i, to - i));
            if (!n && number) break;
            if (n) number = n, length = to - i;
          }
          if (number) {
            twice = twice || (!ranks.empty() && ranks.back() == *number);
            ranks.push_back(*number);
          }
          i += std::max<std::size_t>(length, 1);
          while (i < words.size() && (static_cast<unsigned char>(words[i]) & 0xC0) == 0x80) ++i;
        }
        if (ranks.size() < 2) continue;
        places = static_cast<std::uint32_t>(ranks.size());
        relation = fmt::format("{} places", places);
      }
      const Names names = names_before(s, begin, places);
      if (names.named.high < 2) continue;
      const bool fits = places >= names.named.low && places <= names.named.high;
      if (!fits && !names.sure) continue;
      const std::uint32_t named = fits ? places : names.named.low;
      const Span mark{begin, end};
      const bool against = !fits || twice;
      report.state({.rule = rule_,
                    .at = {.article = subject.article.n, .span = subject.text.printed(mark), .quote = subject.text.printed(names.quote)},
                    .relation = fmt::format("{}, {} named", relation, named),
                    .verdict = against ? Verdict::contradicts : Verdict::holds,
                    .values = {{"places", subject.text.words(mark)}, {"n", std::to_string(places)}, {"named", std::to_string(named)}},
                    .variant = fits             ? "double"
                               : named < places ? "default"
                                                : "more",
                    .question = "ask"});
    }
  }
}

// 甲、乙、丙分别增长7%、8%和9%: as many figures as names.
void RankCheck::figures(const ArticleSubject& subject, const CountScene& s, Report& report) const {
  const std::vector<Quantity>& quantities = s.read.quantities;
  for (const WordHit& hit : s.hits) {
    if (!hit.is(CountUse::each_its)) continue;
    const std::size_t at = s.lists.piece_at(hit.span.begin);
    if (at == s.lists.pieces.size()) continue;
    const ListPiece& piece = s.lists.pieces[at];
    // Figures one behind the other: nothing but 、 or 和 between them.
    auto q = std::ranges::lower_bound(quantities, hit.span.end, {}, [](const Quantity& x) { return x.span.begin; });
    if (q == quantities.end() || q->span.begin >= piece.span.end || q->span.begin - hit.span.end > kLongestName) continue;
    std::uint32_t told = 1;
    const auto first = q;
    Span last = q->span;
    for (++q; q != quantities.end() && q->span.end <= piece.span.end && told < kMostNames; ++q, ++told) {
      std::string_view between = slice(s.text, {last.end, std::max(last.end, q->span.begin)});
      while (between.starts_with(' ')) between.remove_prefix(1);
      while (between.ends_with(' ')) between.remove_suffix(1);
      std::uint32_t mark = 0;
      const bool pause = !between.empty() && Characters::unit_at(between, 0, mark) == kPauseMark && mark == between.size();
      if (!pause && s.words.head(between, CountUse::link) != between.size()) break;
      if (between.empty() || q->kind != first->kind) break;
      last = q->span;
    }
    if (told < 2) continue;
    Names names = names_before(s, hit.span.begin, told);
    if (names.named.high < 2) continue;
    const bool fits = names.named.may_be(told);
    if (!fits && !(names.sure && clean_names(s, at, hit.span.begin))) continue;
    report.state({.rule = figures_,
                  .at = {.article = subject.article.n,
                         .span = subject.text.printed({first->span.begin, last.end}),
                         .quote = subject.text.printed({names.quote.begin, last.end})},
                  .relation = fmt::format("{} named {} {} figures", fits ? told : names.named.low, fits ? "=" : "≠", told),
                  .verdict = fits ? Verdict::holds : Verdict::contradicts,
                  .values = {{"named", std::to_string(names.named.low)}, {"told", std::to_string(told)}},
                  .question = "ask"});
  }
}

// Short names of one make, with at most one link, in the last of them.
bool RankCheck::clean_names(const CountScene& s, std::size_t at, std::uint32_t verb) {
  const ListPiece& piece = s.lists.pieces[at];
  std::uint32_t shortest = kLongestName, longest = 0, names = 0;
  Span last;
  for (std::uint32_t i = piece.first_item; i < piece.first_item + piece.items && s.lists.items[i].begin < verb; ++i, ++names) {
    last = {s.lists.items[i].begin, std::min(s.lists.items[i].end, verb)};
    const std::uint32_t length = characters(slice(s.text, last));
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
  }
  const std::uint32_t links = s.lists.links_in({piece.span.begin, verb});
  return names >= 3 && links == 0 && longest <= shortest + kAlike && longest <= kShortName;
}

}  // namespace fengbiao
