// What of an archive is searched: every current article with its words, and what it may be filtered and counted by.
//
//   FB_TRY(const SearchSource source, search_source(archive, options));
//   FB_TRY(OpenedIndex opened, open_search_index(archive.file().path(), source));
//
// Areas are the places an article names, as a text calls them, with the province of each; bodies are the bodies, companies and platforms
// it names, who issued the documents it tells of and who reports its figures.
//
// The stamp names the state of the whole archive in its first line (search_generation), then that of the knowledge by which names are read,
// then that of each issue. Articles of issues whose line is in the index before are taken from there, so that a change costs the reading of
// what changed. An issue that changed while it was read has a line that is equal to none. Tested by search_documents_test.cc.
#pragma once

#include <string_view>

#include "engine/archive.h"
#include "search/index_file.h"

namespace fengbiao {

// Refers to the archive.
Result<SearchSource> search_source(Archive& archive, const ReadOptions& options);
std::string_view search_generation(const SearchIndex& index);

}  // namespace fengbiao
