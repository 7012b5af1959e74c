#include "search/spelling.h"

#include <algorithm>
#include <tuple>

#include "base/code_points.h"
#include "base/utf8.h"
#include "entity/table.h"
#include "search/search_text.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kTitlesRead = 20'000;  // the newest
constexpr std::size_t kLongestRow = 4;         // words of a headline together
constexpr std::size_t kMostCharacters = 8;
constexpr std::uint32_t kFrequent = 2;  // headlines that must have a row of words

// One insertion, deletion, substitution or swap of neighbours apart.
bool one_apart(const std::u32string& a, const std::u32string& b) {
  if (a.size() > b.size()) return one_apart(b, a);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  const std::size_t left = a.size() - front - back;
  if (a.size() < b.size()) return left == 0;
  return left == 1 || (left == 2 && a[front] == b[front + 1] && a[front + 1] == b[front]);
}

}  // namespace

std::uint16_t Spelling::sound(char32_t character) const {
  const auto at = sound_of_.find(character);
  return at == sound_of_.end() ? std::uint16_t{0} : at->second;
}

void Spelling::add(std::string_view form, std::uint32_t documents) {
  Word word{std::string(form), code_points(form), {}, documents};
  if (word.characters.size() < 2 || word.characters.size() > 2 * kMostCharacters) return;
  bool any = false;
  for (const char32_t c : word.characters) {
    word.sounds.push_back(sound(c));
    any = any || word.sounds.back() != 0;
  }
  if (!any) word.sounds.clear();
  words_.push_back(std::move(word));
}

void Spelling::add_titles(const SearchIndex& index, const Words& common, std::map<std::string, std::uint32_t, std::less<>>& counts) const {
  Characters run;
  std::vector<std::uint8_t> begins;
  const std::uint32_t documents = index.documents();
  for (std::uint32_t row = documents > kTitlesRead ? documents - kTitlesRead : 0; row < documents; ++row) {
    const std::string text = index.normal(row);
    const std::string_view title = std::string_view(text).substr(0, text.find('\n'));
    for (std::size_t at = 0; at < title.size();) {
      std::size_t end = at;
      while (end < title.size() && is_han(decode(title, end).code)) end += decode(title, end).size;
      if (end == at) {
        // A word of a narrow script.
        while (end < title.size() && static_cast<unsigned char>(title[end]) < 0x80 && title[end] >= 'a' && title[end] <= 'z') ++end;
        if (end - at > 2) ++counts[std::string(title.substr(at, end - at))];
        at = end == at ? at + decode(title, at).size : end;
        continue;
      }
      run.assign(title.substr(at, end - at));
      const auto size = static_cast<std::uint32_t>(end - at);
      begins.assign(size + 1, 0);
      common.cut(
          run, {0, size}, [](std::size_t, auto&&) {}, begins);
      std::vector<std::uint32_t> borders;
      for (std::uint32_t i = 0; i <= size; ++i)
        if (i == size || begins[i] != 0) borders.push_back(i);
      for (std::size_t i = 0; i + 1 < borders.size(); ++i)
        for (std::size_t j = i + 1; j < borders.size() && j <= i + kLongestRow; ++j) {
          const std::string_view words = run.text().substr(borders[i], borders[j] - borders[i]);
          const std::size_t characters = words.size() / 3;
          if (characters >= 2 && characters <= kMostCharacters) ++counts[std::string(words)];
        }
      at = end;
    }
  }
}

Result<Spelling> Spelling::gather(const DataSet& data, const SearchIndex& index, const Words& common,
                                  const std::function<void(const std::function<void(const std::string&)>&)>& known) {
  Spelling out;
  FB_TRY(const DataSet::File* file, data.find("text/sounds.tsv"));
  FB_CHECK((each_row<2>(file->bytes, file->place, [&](const std::array<std::string_view, 2>& cells, std::size_t) -> Result<void> {
    out.syllables_.emplace_back(cells[0]);
    for (const char32_t c : code_points(cells[1])) out.sound_of_.emplace(c, static_cast<std::uint16_t>(out.syllables_.size() - 1));
    return {};
  })));
  std::map<std::string, std::uint32_t, std::less<>> counts;
  out.add_titles(index, common, counts);
  std::erase_if(counts, [&](const auto& c) {
    return c.second < kFrequent && common.cost(c.first) >= Words::kUnknown && static_cast<unsigned char>(c.first.front()) >= 0x80;
  });
  const auto take = [&](std::string_view words) {
    const std::string form = search_text(words);
    if (count_code_points(form) < 2 || counts.contains(form)) return;
    if (const std::uint32_t documents = index.at_most(form); documents > 0) counts.emplace(form, documents);
  };
  known([&](const std::string& words) { take(words); });
  FB_CHECK(Words::each_of(data, [&](std::string_view word, std::uint32_t) { take(word); }));
  for (const auto& [form, count] : counts) out.add(form, std::max(count, index.at_most(form)));
  return out;
}

std::vector<Spelling::Suggestion> Spelling::near(std::string_view form, std::size_t most) const {
  const std::u32string asked = code_points(form);
  std::vector<std::uint16_t> sounds;
  for (const char32_t c : asked) sounds.push_back(sound(c));
  const bool sounding = std::ranges::any_of(sounds, [](std::uint16_t s) { return s != 0; });
  // Of two characters one changed is half a word: only what sounds the same is meant.
  const bool looking = asked.size() >= 3;
  std::vector<std::tuple<int, std::uint32_t, const Word*>> found;
  for (const Word& word : words_) {
    if (word.form == form) continue;
    const bool same_sound = sounding && word.sounds.size() == sounds.size() && [&] {
      for (std::size_t i = 0; i < sounds.size(); ++i)
        if (sounds[i] == 0 ? asked[i] != word.characters[i] : sounds[i] != word.sounds[i]) return false;
      return true;
    }();
    if (same_sound) found.emplace_back(0, word.documents, &word);
    else if (looking && one_apart(asked, word.characters)) found.emplace_back(1, word.documents, &word);
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) < std::get<0>(b);
    if (std::get<1>(a) != std::get<1>(b)) return std::get<1>(a) > std::get<1>(b);
    return std::get<2>(a)->form < std::get<2>(b)->form;
  });
  std::vector<Suggestion> out;
  for (const auto& [distance, documents, word] : found)
    if (out.size() < most) out.push_back({word->form, documents, distance == 0});
  return out;
}

std::vector<Spelling::Suggestion> Spelling::spelt(std::string_view letters, std::size_t most) const {
  std::vector<std::tuple<bool, std::uint32_t, const Word*>> found;
  for (const Word& word : words_) {
    if (word.sounds.empty()) continue;
    std::size_t at = 0;
    bool initials = word.sounds.size() == letters.size(), whole = true;
    for (std::size_t i = 0; i < word.sounds.size(); ++i) {
      const std::string& syllable = syllables_[word.sounds[i]];
      if (syllable.empty()) {
        initials = whole = false;
        break;
      }
      initials = initials && letters[i] == syllable.front();
      whole = whole && letters.substr(std::min(at, letters.size())).starts_with(syllable);
      at += syllable.size();
    }
    whole = whole && at == letters.size();
    if (initials || whole) found.emplace_back(whole, word.documents, &word);
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a);
    if (std::get<1>(a) != std::get<1>(b)) return std::get<1>(a) > std::get<1>(b);
    return std::get<2>(a)->form < std::get<2>(b)->form;
  });
  std::vector<Suggestion> out;
  for (const auto& [whole, documents, word] : found)
    if (out.size() < most) out.push_back({word->form, documents, true});
  return out;
}

}  // namespace fengbiao
