#include "entity/names.h"

#include <algorithm>

#include "base/utf8.h"
#include "entity/gazetteer.h"
#include "entity/lexicon_words.h"
#include "entity/organisations.h"
#include "entity/people.h"
#include "entity/places.h"
#include "text/punctuation.h"

namespace fengbiao {

std::string_view name_of(NameKind kind) {
  constexpr std::string_view kNames[] = {"place", "body", "company", "platform", "media", "campaign", "person"};
  return kNames[static_cast<std::size_t>(kind)];
}

namespace {

// Organisations and people are looked for in blocks, so that memory stays flat: they end behind a stop or a blank, or, where there is
// none in reach, anywhere between characters.
constexpr std::size_t kBlock = 16384;

std::size_t block_end(std::string_view text, std::size_t from) {
  if (text.size() - from <= kBlock) return text.size();
  for (std::size_t end = from + kBlock; end > from + kBlock / 2; --end) {
    if (text[end - 1] == ' ') return end;
    if (const Decoded d = decode(text, end - 3); d.size == 3 && is_stop(d.code)) return end;
  }
  std::size_t end = from + kBlock;
  while (end > from + kBlock - 4 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

// The place a body or firm belongs to: whose office it is, else as the list says, else the one its name begins with.
void set_home(OrganisationHit& m, const NameWords& words, const Gazetteer& gazetteer) {
  PlaceId home = m.place;
  if (home == kNoPlace && m.entity != 0xFFFFFFFF) home = gazetteer.by_code(words.entity(m.entity).code).value_or(kNoPlace);
  if (home == kNoPlace) home = m.home;
  if (home == kNoPlace) return;
  m.name.home = gazetteer.place(home).code;
  m.name.short_name = gazetteer.usual_name(home);
}

}  // namespace

struct NameReader::Parts {
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const Words> common;
  NameWords words;
  PlaceReader places;
};

NameReader::NameReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
NameReader::NameReader(NameReader&&) noexcept = default;
NameReader& NameReader::operator=(NameReader&&) noexcept = default;
NameReader::~NameReader() = default;

Result<NameReader> NameReader::load(const DataSet& data) {
  FB_TRY(Gazetteer gazetteer, Gazetteer::load(data));
  auto shared = std::make_shared<const Gazetteer>(std::move(gazetteer));
  FB_TRY(Words words_loaded, Words::load(data));
  auto common = std::make_shared<const Words>(std::move(words_loaded));
  FB_TRY(NameWords words, NameWords::load(data, *shared, *common));
  FB_TRY(PlaceReader places, PlaceReader::load(data, shared, common));
  return NameReader(std::make_unique<Parts>(Parts{std::move(shared), std::move(common), std::move(words), std::move(places)}));
}

void NameReader::read(std::string_view folded, std::vector<Name>& out, std::vector<Loser>* losers) const {
  read(Characters(folded), out, losers);
}

void NameReader::read(const Characters& characters, std::vector<Name>& out, std::vector<Loser>* losers) const {
  const std::string_view folded = characters.text();
  out.clear();
  if (losers) losers->clear();
  thread_local std::vector<NameToken> tokens;
  thread_local std::vector<OrganisationHit> mentions;
  std::vector<Refused> refused;
  std::vector<PlaceReader::Loser> no_places;

  std::vector<Name> all;
  for (std::size_t from = 0; from < folded.size();) {
    const std::size_t to = block_end(folded, from);
    const std::string_view block = folded.substr(from, to - from);
    const std::size_t before = all.size(), refused_before = refused.size();
    parts_->words.cut(characters, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, tokens);
    find_organisations(parts_->words, block, tokens, mentions, losers ? &refused : nullptr);
    for (OrganisationHit& m : mentions) {
      set_home(m, parts_->words, *parts_->gazetteer);
      all.push_back(std::move(m.name));
    }
    find_people(parts_->words, block, tokens, all);
    const auto shift = static_cast<std::uint32_t>(from);
    for (std::size_t i = before; i < all.size(); ++i) all[i].span = {all[i].span.begin + shift, all[i].span.end + shift};
    for (std::size_t i = refused_before; i < refused.size(); ++i)
      refused[i].span = {refused[i].span.begin + shift, refused[i].span.end + shift};
    from = to;
  }
  parts_->places.find(characters, all, losers ? &no_places : nullptr);

  // The longer of two that overlap; of equally long ones the place gives way.
  std::stable_sort(all.begin(), all.end(), [](const Name& a, const Name& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  const auto lose = [&](Name&& name, const Name& winner) {
    if (losers) losers->push_back({std::move(name), "inside or across " + std::string(slice(folded, winner.span))});
  };
  for (Name& name : all) {
    if (out.empty() || out.back().span.end <= name.span.begin) {
      out.push_back(std::move(name));
      continue;
    }
    Name& last = out.back();
    const bool longer = name.span.size() > last.span.size() || (name.span.size() == last.span.size() && last.kind == NameKind::place);
    if (longer) {
      lose(std::move(last), name);
      out.back() = std::move(name);
    } else {
      lose(std::move(name), last);
    }
  }
  if (!losers) return;
  for (Refused& r : refused) {
    Name name;
    name.span = r.span;
    name.kind = r.kind;
    name.canonical = slice(folded, r.span);
    losers->push_back({std::move(name), std::move(r.why)});
  }
  for (PlaceReader::Loser& l : no_places) {
    Name name;
    name.span = l.span;
    name.canonical = slice(folded, l.span);
    losers->push_back({std::move(name), std::move(l.why)});
  }
  std::stable_sort(losers->begin(), losers->end(), [](const Loser& a, const Loser& b) { return a.name.span.begin < b.name.span.begin; });
}

const Words& NameReader::common() const { return *parts_->common; }

std::uint32_t NameReader::word_at(std::string_view folded, std::size_t at) const { return parts_->common->longest(folded, at); }

std::optional<std::string> NameReader::place(std::string_view code) const {
  const auto place = parts_->gazetteer->by_code(code);
  if (!place) return std::nullopt;
  return std::string(parts_->gazetteer->usual_name(*place));
}

}  // namespace fengbiao
