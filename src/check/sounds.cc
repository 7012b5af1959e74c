#include "check/sounds.h"

#include <map>
#include <numeric>

#include "entity/table.h"
#include "text/characters.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "text/sounds.tsv";

// The sound by which near ones are told: zhang, zang and chan become zan.
std::string near_form(std::string sound) {
  if (sound.size() > 1 && sound[1] == 'h') sound.erase(1, 1);
  constexpr std::string_view kFrom = "ptkqc", kTo = "bdgjz";
  if (const std::size_t i = kFrom.find(sound.front()); i != kFrom.npos) sound.front() = kTo[i];
  if (sound.ends_with("ng") && sound.size() > 3) {
    const char vowel = sound[sound.size() - 3];
    if (vowel == 'a' || vowel == 'e' || vowel == 'i') sound.pop_back();
  }
  return sound;
}

template <class Call>
void each_character(std::string_view text, Call&& call) {
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t size = 0;
    const std::uint32_t unit = Characters::unit_at(text, at, size);
    call(unit, text.substr(at, size));
    at += size;
  }
}

void append(std::string& out, std::uint32_t unit) {  // three bytes: those of the table are
  out += static_cast<char>(0xE0 | unit >> 12);
  out += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
  out += static_cast<char>(0x80 | (unit & 0x3F));
}

}  // namespace

Result<Sounds> Sounds::load(const DataSet& data, const std::vector<std::string>& lookalikes) {
  Sounds out;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  std::map<std::string, std::uint16_t, std::less<>> near;
  std::uint16_t sound = 0;
  FB_CHECK(each_row<2>(file->bytes, file->place, [&](const auto& cells, std::size_t line) -> Result<void> {
    if (cells[0].empty()) return fail(Cause::malformed, {file->place, line}, "expected a syllable");
    ++sound;
    const auto form = near.emplace(near_form(std::string(cells[0])), static_cast<std::uint16_t>(near.size() + 1)).first->second;
    each_character(cells[1], [&](std::uint32_t unit, std::string_view) {
      if (unit >= kFirst && unit <= kLast && !out.find(unit)) out.entries_[unit - kFirst] = {sound, form, 0, 0};
    });
    return {};
  }));
  out.count_ = sound;
  // Near sounds joined by characters that look alike.
  std::vector<std::uint16_t> joined(near.size() + 1);
  std::iota(joined.begin(), joined.end(), 0);
  const auto root = [&](std::uint16_t i) {
    while (joined[i] != i) i = joined[i];
    return i;
  };
  std::uint16_t group = 0;
  for (const std::string& alike : lookalikes) {
    ++group;
    std::uint16_t first = 0;
    each_character(alike, [&](std::uint32_t unit, std::string_view) {
      if (!out.find(unit)) return;
      Entry& known = out.entries_[unit - kFirst];
      known.group = group;
      const std::uint16_t r = root(known.near);
      if (first == 0) first = r;
      joined[r] = first;
    });
  }
  std::map<std::uint16_t, std::uint32_t> stands;  // the first character of those that may be near each other
  for (std::uint32_t i = 0; i < out.entries_.size(); ++i)
    if (Entry& entry = out.entries_[i]; entry.sound != 0) entry.coarse = stands.emplace(root(entry.near), kFirst + i).first->second;
  return out;
}

Alike Sounds::alike(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return Alike::same;
  const Entry *const first = find(a), *const second = find(b);
  if (!first || !second) return Alike::none;
  if (first->sound == second->sound) return Alike::same;
  if (first->near == second->near) return Alike::near;
  return first->group != 0 && first->group == second->group ? Alike::near : Alike::none;
}

std::string Sounds::coarse(std::string_view text) const {
  std::string out;
  out.reserve(text.size());
  each_character(text, [&](std::uint32_t unit, std::string_view bytes) {
    const Entry* const known = bytes.size() == 3 ? find(unit) : nullptr;
    if (!known) out += bytes;
    else append(out, known->coarse);
  });
  return out;
}

}  // namespace fengbiao
