// The life of an index: a file beside the archive, made for one state of it and made anew when it is lost, stale, of another format or
// damaged, with words about it. Where it cannot be written it is held in memory.
//
//   auto opened = open_search_index("ec.fb", {.stamp = "...", .documents = give_all});
//   if (!opened->notice.empty()) tell(opened->notice);
//   opened->index.find(...)
//
// The file is ARCHIVE.index. It comes into place whole: a reader finds an old or a new one, and what it has open stays as it is. Of several
// programs that want to make it one does, and the others wait for it and take what it made. Tested by index_file_test.cc.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "search/index.h"

namespace fengbiao {

// What an index is made of. `documents` is called when one must be made, and calls `put` for each document in order. `before` is a sound
// index of another state, where there is one: what has not changed since can be taken from there with before->document(row), which is much
// faster than to read it again. It gives the stamp of what it put, another one than was asked for when the archive changed meanwhile.
using PutDocument = std::function<void(const SearchDocument&)>;
struct SearchSource {
  std::string stamp;  // names the state of the archive; equal stamps mean equal documents
  std::function<Result<std::string>(const SearchIndex* before, const PutDocument& put)> documents;
  std::chrono::milliseconds wait_for_maker{120'000};  // then one is made in memory
};

enum class IndexState : std::uint8_t {
  found,      // the file was right
  made,       // the file was made anew
  in_memory,  // made, but not kept
};
std::string_view name_of(IndexState state);  // "found"

struct OpenedIndex {
  SearchIndex index;
  IndexState state = IndexState::found;
  std::string notice;  // why it was made anew or is not kept; empty where there is nothing to say
};

// The file behind a link has one index, whatever name it goes by.
std::filesystem::path search_index_path(const std::filesystem::path& archive);
// Fails as source.documents does, and with too_large.
Result<OpenedIndex> open_search_index(const std::filesystem::path& archive, const SearchSource& source);

// A file as it is. Fails with not_found, unreadable, damaged, newer_format.
Result<SearchIndex> read_search_index(const std::filesystem::path& path);

}  // namespace fengbiao
