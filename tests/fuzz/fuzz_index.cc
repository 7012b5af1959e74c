// A search index whose bytes have been changed where no hash tells: whatever is asked of it, nothing is read beyond it and no row comes out
// that is none. The input is a row of changes to an index of a few documents, or the bytes of a file.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "search/index.h"
#include "search/index_builder.h"
#include "search/index_parts.h"

namespace {

using namespace fengbiao;

const std::array<std::string, kIndexParts>& sample() {
  static const std::array<std::string, kIndexParts> parts = [] {
    SearchIndexBuilder builder;
    for (int n = 0; n < 40; ++n) {
      SearchDocument document{.id = "id" + std::to_string(n),
                              .title = n % 3 == 0 ? "電商平台新规定" : "平台规则",
                              .paragraphs = {},
                              .date = "2022-01-05",
                              .values = {}};
      document.paragraphs = {"平台应当公示规则，“直播”带货 APP 增长 5%",
                             std::string(static_cast<std::size_t>(n), 'a') + "电商平台应当公示"};
      document.values[0] = {"2022"};
      document.values[2] = {"甲", std::to_string(n % 5)};
      builder.add(document);
    }
    const auto bytes = builder.make("stamp", 5);
    std::array<std::string, kIndexParts> made;
    for (std::size_t i = 0; i < kIndexParts; ++i) made[i] = bytes->parts[i];
    return made;
  }();
  return parts;
}

void ask_all(const SearchIndex& index) {
  std::vector<SearchHit> hits, others;
  std::vector<TermPlace> also;
  const auto check = [&] {
    for (const SearchHit hit : hits)
      if (hit.row() >= index.documents()) std::abort();
  };
  for (const char* term : {"电", "电商", "平台应当公示规则", "应当公示", "aaaa", "a", "\"", "直播带", "5%", "\n", "", "没有"}) {
    index.find(term, hits);
    check();
    others = hits;
    index.keep("平台", hits, &also);
    check();
    index.drop("规则,\"直播", others);
    (void)index.at_most(term);
  }
  index.all(hits);
  if (hits.size() > 1000) hits.resize(1000);
  for (std::size_t c = 0; c < kSearchColumns; ++c) {
    const auto column = static_cast<SearchColumn>(c);
    (void)index.tally(column, hits);
    for (std::uint32_t n = 0; n < index.value_count(column) && n < 100; ++n) (void)index.number_of(column, index.value(column, n));
    const std::uint32_t some[] = {0, 3, 900};
    others = hits;
    index.keep_values(column, some, others);
  }
  for (const SearchHit hit : hits) {
    const SearchedText text = index.text(hit.row());
    if (text.normal != index.normal(hit.row()) || text.origin.size() != text.normal.size() + 1) std::abort();
    for (std::size_t i = 0; i < text.origin.size(); ++i)
      if (text.origin[i] > text.printed.size()) std::abort();
    (void)index.document(hit.row());
    (void)index.row_of(index.id(hit.row()));
    (void)index.day(hit.row());
    if (const auto story = index.story(hit.row()); story && *story >= index.documents()) std::abort();
  }
  index.keep_days(0, 20'000, hits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0 && data[0] == 'F') {
    // Parts of a file are read as numbers where they lie: at multiples of eight, as in a mapped file.
    const auto file = std::make_shared<std::vector<std::uint64_t>>((size + 7) / 8);
    std::memcpy(file->data(), data, size);
    const auto bytes = split_index({reinterpret_cast<const char*>(file->data()), size}, file, true);
    if (!bytes) return 0;
    if (const auto index = SearchIndex::over(*bytes)) ask_all(*index);
    return 0;
  }
  std::array<std::string, kIndexParts> parts = sample();
  for (std::size_t at = 0; at + 8 <= size && at < 800; at += 8) {
    std::string& part = parts[data[at] % kIndexParts];
    const std::size_t offset = part.empty() ? 0 : static_cast<std::size_t>(data[at + 2] | data[at + 3] << 8) % part.size();
    switch (data[at + 1] % 5) {
      case 0: part.resize(offset); break;
      case 1: part.append(data[at + 2], static_cast<char>(data[at + 4])); break;
      case 2:
        if (!part.empty()) part[offset] = static_cast<char>(data[at + 4]);
        break;
      case 3:
        if (part.size() >= 4) std::memcpy(part.data() + offset / 4 * 4 % (part.size() - 3), data + at + 4, 4);
        break;
      default:
        if (!part.empty()) part[offset] = static_cast<char>(part[offset] + data[at + 4]);
        break;
    }
  }
  if (const auto index = SearchIndex::over(keep_parts(std::move(parts)))) ask_all(*index);
  return 0;
}
