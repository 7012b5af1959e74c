#include "entity/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entity/table.h"
#include "text/fold.h"

namespace fengbiao {

std::string_view name_of(PlaceLevel level) {
  constexpr std::string_view kNames[] = {"country", "area", "province", "city", "county", "town", "village"};
  return kNames[static_cast<std::size_t>(level)];
}

namespace {

// The level that a code tells: 310000, 320100, 320106, 320106001; below 710000, 810000 and 820000 ours: 710000.01, 810000.0103.
std::optional<PlaceLevel> level_of(std::string_view code) {
  const auto digits = [](std::string_view s) { return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }); };
  if (code.size() == 6 && digits(code))
    return code.ends_with("0000") ? PlaceLevel::province : code.ends_with("00") ? PlaceLevel::city : PlaceLevel::county;
  if (code.size() == 9 && digits(code)) return PlaceLevel::town;
  if (code.size() > 7 && code[6] == '.' && digits(code.substr(0, 6)) && digits(code.substr(7)))
    return code.size() > 9 ? PlaceLevel::county : PlaceLevel::city;
  return std::nullopt;
}

// Does the place `outer` hold what has the code `inner`, as the codes are made?
bool holds(const PlaceRecord& outer, std::string_view inner) {
  switch (outer.level) {
    case PlaceLevel::province: return inner.starts_with(outer.code.substr(0, 2));
    case PlaceLevel::city: return outer.code.size() == 6 ? inner.starts_with(outer.code.substr(0, 4)) : inner.starts_with(outer.code);
    default: return inner.starts_with(outer.code);
  }
}

}  // namespace

Result<Gazetteer> Gazetteer::load(const DataSet& data) {
  Gazetteer g;
  std::vector<Named> named;
  named.reserve(64000);
  FB_CHECK(g.load_divisions(data, named));
  FB_CHECK(g.load_countries(data, named));
  FB_CHECK(g.load_areas(data, named));
  FB_CHECK(g.load_aliases(data, named));
  g.index(std::move(named));
  return g;
}

Result<void> Gazetteer::load_divisions(const DataSet& data, std::vector<Named>& named) {
  FB_TRY(const DataSet::File* file, data.find("places/divisions.tsv"));
  const std::string_view bytes = keep(file->bytes);
  places_.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1024);
  std::vector<PlaceId> open;  // the places that hold the one read last
  FB_CHECK(each_row<3>(bytes, file->place, [&](const std::array<std::string_view, 3>& cells, std::size_t line) -> Result<void> {
    const auto level = level_of(cells[0]);
    if (!level || cells[1].empty()) return fail(Cause::malformed, {file->place, line}, "expected a division code and a name");
    if (!places_.empty() && places_.back().code >= cells[0])
      return fail(Cause::malformed, {file->place, line}, "codes must be sorted, each once");
    const auto id = static_cast<PlaceId>(places_.size());
    while (!open.empty() && !holds(places_[open.back()], cells[0])) {
      places_[open.back()].end = id;
      open.pop_back();
    }
    if (open.empty() != (*level == PlaceLevel::province)) return fail(Cause::malformed, {file->place, line}, "a division in no province");
    places_.push_back({cells[0], cells[1], cells[2], open.empty() ? kNoPlace : open.back(), 0, *level, false});
    named.push_back({cells[1], {id, Form::full}});
    if (!cells[2].empty()) named.push_back({cells[2], {id, Form::short_form}});
    open.push_back(id);
    return {};
  }));
  for (const PlaceId id : open) places_[id].end = static_cast<PlaceId>(places_.size());
  divisions_ = places_.size();

  const auto villages = data.find("places/villages.tsv");
  if (!villages) return {};
  villages_ = keep((*villages)->bytes);
  std::string_view last;
  return each_row<3>(villages_, (*villages)->place, [&](const std::array<std::string_view, 3>& cells, std::size_t line) -> Result<void> {
    if (cells[0].size() != 12 || cells[0] <= last)
      return fail(Cause::malformed, {(*villages)->place, line}, "expected codes of 12 digits, sorted");
    last = cells[0];
    village_lines_.push_back(static_cast<std::uint32_t>(cells[0].data() - villages_.data()));
    return {};
  });
}

Result<void> Gazetteer::load_countries(const DataSet& data, std::vector<Named>& named) {
  FB_TRY(const DataSet::File* countries, data.find("places/countries.tsv"));
  const auto name = [&](std::string_view names, PlaceId id, Form form) {
    each_part(names, ' ', [&](std::string_view one) { named.push_back({keep(folded(one)), {id, form}}); });
  };
  FB_CHECK(each_row<3>(keep(countries->bytes), countries->place,
                       [&](const std::array<std::string_view, 3>& cells, std::size_t line) -> Result<void> {
                         if (cells[0].size() != 2)
                           return fail(Cause::malformed, {countries->place, line}, "expected a country code of two letters");
                         const auto id = static_cast<PlaceId>(places_.size());
                         places_.push_back({cells[0], cells[1], {}, kNoPlace, id + 1, PlaceLevel::country, true});
                         others_.emplace_back(cells[0], id);
                         name(cells[1], id, Form::full);
                         name(cells[2], id, Form::alias);
                         return {};
                       }));
  std::sort(others_.begin(), others_.end());
  // The country that the divisions are of.
  if (const auto home = by_code("CN")) {
    places_[*home].abroad = false;
    for (std::size_t i = 0; i < divisions_; ++i)
      if (places_[i].level == PlaceLevel::province) places_[i].parent = *home;
  }
  FB_TRY(const DataSet::File* cities, data.find("places/cities_abroad.tsv"));
  return each_row<3>(
      keep(cities->bytes), cities->place, [&](const std::array<std::string_view, 3>& cells, std::size_t line) -> Result<void> {
        const auto country = by_code(cells[1]);
        if (!country) return fail(Cause::malformed, {cities->place, line}, fmt::format("no country '{}'", cells[1]), "see countries.tsv");
        const auto id = static_cast<PlaceId>(places_.size());
        places_.push_back({keep(fmt::format("{}:{}", cells[1], cells[0])), cells[0], {}, *country, id + 1, PlaceLevel::city, true});
        name(cells[0], id, Form::full);
        name(cells[2], id, Form::alias);
        return {};
      });
}

Result<void> Gazetteer::load_areas(const DataSet& data, std::vector<Named>& named) {
  FB_TRY(const DataSet::File* file, data.find("places/areas.tsv"));
  FB_CHECK(each_row<6>(keep(file->bytes), file->place, [&](const std::array<std::string_view, 6>& cells, std::size_t line) -> Result<void> {
    const auto id = static_cast<PlaceId>(places_.size());
    PlaceRecord area{keep(fmt::format("area:{}", cells[0])), cells[1], {}, kNoPlace, id + 1, PlaceLevel::area, false};
    std::string_view unknown;
    const auto known = [&](std::string_view code) {
      const auto found = by_code(code);
      if (!found) unknown = code;
      return found.value_or(kNoPlace);
    };
    if (!cells[3].empty()) area.parent = known(cells[3]);
    std::vector<PlaceId> inside;
    each_part(cells[4], ',', [&](std::string_view code) { inside.push_back(known(code)); });
    if (!unknown.empty()) return fail(Cause::malformed, {file->place, line}, fmt::format("no place has the code '{}'", unknown));
    places_.push_back(area);
    if (!inside.empty()) members_.emplace_back(id, std::move(inside));
    named.push_back({keep(folded(cells[1])), {id, Form::full}});
    each_part(cells[2], ' ', [&](std::string_view one) { named.push_back({keep(folded(one)), {id, Form::alias}}); });
    return {};
  }));
  for (std::size_t i = divisions_; i < places_.size(); ++i) others_.emplace_back(places_[i].code, static_cast<PlaceId>(i));
  std::sort(others_.begin(), others_.end());
  others_.erase(std::unique(others_.begin(), others_.end()), others_.end());
  return {};
}

Result<void> Gazetteer::load_aliases(const DataSet& data, std::vector<Named>& named) {
  FB_TRY(const DataSet::File* file, data.find("places/aliases.tsv"));
  return each_row<4>(keep(file->bytes), file->place, [&](const std::array<std::string_view, 4>& cells, std::size_t line) -> Result<void> {
    const auto place = by_code(cells[2]);
    if (!place) return fail(Cause::malformed, {file->place, line}, fmt::format("no place has the code '{}'", cells[2]));
    const Form form = cells[1] == "usual" ? Form::usual : cells[1] == "alias" ? Form::alias : Form::former;
    if (form == Form::former && cells[1] != "former")
      return fail(Cause::malformed, {file->place, line}, fmt::format("form '{}' is none of usual, alias, former", cells[1]));
    named.push_back({cells[0], {*place, form}});
    return {};
  });
}

void Gazetteer::index(std::vector<Named> named) {
  // Of one place under one name the form that says most: the aliases come last and 义乌 is usual there, a short form before.
  std::stable_sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
    if (a.name != b.name) return a.name < b.name;
    return a.match.place != b.match.place ? a.match.place < b.match.place : a.match.form > b.match.form;
  });
  std::vector<std::pair<std::string, std::uint32_t>> keys;
  keys.reserve(named.size());
  for (std::size_t i = 0; i < named.size(); ++i) {
    const bool new_name = i == 0 || named[i].name != named[i - 1].name;
    if (new_name) {
      keys.emplace_back(named[i].name, static_cast<std::uint32_t>(groups_.size()));
      groups_.push_back(static_cast<std::uint32_t>(matches_.size()));
    }
    if (new_name || named[i].match.place != named[i - 1].match.place) matches_.push_back(named[i].match);
  }
  groups_.push_back(static_cast<std::uint32_t>(matches_.size()));
  names_ = Trie::build(std::move(keys));
}

std::span<const Gazetteer::Match> Gazetteer::find(std::string_view name) const {
  std::uint32_t value = 0;
  return names_.contains(name, &value) ? group(value) : std::span<const Match>();
}

std::optional<PlaceId> Gazetteer::by_code(std::string_view code) const {
  const auto end = places_.begin() + static_cast<std::ptrdiff_t>(divisions_);
  const auto at = std::lower_bound(places_.begin(), end, code, [](const PlaceRecord& p, std::string_view c) { return p.code < c; });
  if (at != end && at->code == code) return static_cast<PlaceId>(at - places_.begin());
  const auto other = std::lower_bound(others_.begin(), others_.end(), code, [](const auto& p, std::string_view c) { return p.first < c; });
  if (other != others_.end() && other->first == code) return other->second;
  return std::nullopt;
}

std::span<const PlaceId> Gazetteer::members(PlaceId area) const {
  for (const auto& [id, inside] : members_)
    if (id == area) return inside;
  return {};
}

bool Gazetteer::within(PlaceId inner, PlaceId outer) const {
  if (inner == outer) return true;
  const PlaceRecord& o = places_[outer];
  if (o.level == PlaceLevel::area) return std::ranges::any_of(members(outer), [&](PlaceId member) { return within(inner, member); });
  if (outer < divisions_ && inner < divisions_) return inner > outer && inner < o.end;
  const PlaceId parent = places_[inner].parent;
  return parent != kNoPlace && within(parent, outer);
}

PlaceId Gazetteer::ancestor(PlaceId id, PlaceLevel level) const {
  while (id != kNoPlace && places_[id].level != level) id = places_[id].parent;
  return id;
}

std::string Gazetteer::full_name(PlaceId id) const {
  std::string out;
  for (PlaceId at = id; at != kNoPlace; at = places_[at].parent) {
    if (at != id && (places_[id].level == PlaceLevel::area || places_[at].level == PlaceLevel::country)) break;
    out.insert(0, places_[at].name);
  }
  return out;
}

std::optional<std::string_view> Gazetteer::village(PlaceId town, std::string_view name) const {
  const std::string_view code = places_[town].code;
  if (villages_.empty() || code.size() != 9 || name.empty()) return std::nullopt;
  auto at = std::lower_bound(village_lines_.begin(), village_lines_.end(), code,
                             [&](std::uint32_t line, std::string_view c) { return villages_.substr(line, 9) < c; });
  std::optional<std::string_view> found;
  for (; at != village_lines_.end() && villages_.substr(*at, 9) == code; ++at) {
    if (!villages_.substr(*at + 13).starts_with(name)) continue;
    const std::string_view rest = villages_.substr(*at + 13 + name.size());
    if (found && !rest.starts_with('\t')) return std::nullopt;  // two that begin so, none of them just this
    found = villages_.substr(*at, 12);
    if (rest.starts_with('\t')) break;
  }
  return found;
}

std::size_t Gazetteer::bytes() const {
  std::size_t n = names_.bytes() + places_.capacity() * sizeof(PlaceRecord) + matches_.capacity() * sizeof(Match) +
                  groups_.capacity() * sizeof(groups_[0]) + village_lines_.capacity() * sizeof(village_lines_[0]);
  for (const std::string& text : kept_) n += text.capacity() + sizeof text;
  return n;
}

}  // namespace fengbiao
