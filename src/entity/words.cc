#include "entity/words.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "entity/table.h"

namespace fengbiao {

Result<void> Words::each_of(const DataSet& data, const std::function<void(std::string_view, std::uint32_t)>& call) {
  FB_TRY(const DataSet::File* file, data.find("text/words.tsv"));
  return each_row<2>(file->bytes, file->place, [&](const std::array<std::string_view, 2>& cells, std::size_t line) -> Result<void> {
    std::uint32_t cost = 0;
    const auto [end, ec] = std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), cost);
    if (ec != std::errc() || end != cells[1].data() + cells[1].size() || cost > 10000)
      return fail(Cause::malformed, {file->place, line}, "expected a word and its cost, a number");
    call(cells[0], cost);
    return {};
  });
}

Result<Words> Words::load(const DataSet& data) {
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  entries.reserve(48000);
  FB_CHECK(each_of(data, [&](std::string_view word, std::uint32_t cost) { entries.emplace_back(word, cost); }));
  Words words;
  words.trie_ = Trie::build(std::move(entries));
  return words;
}

}  // namespace fengbiao
