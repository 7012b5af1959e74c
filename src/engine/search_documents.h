// What of an archive is searched: every current article with its words, and what it may be filtered and counted by.
//
//   FB_TRY(const std::string stamp, search_stamp(archive));           names the state of the archive
//   search_documents(archive, options, [&](const SearchDocument& d) { builder.add(d); });
//
// Areas are the places an article names, as a text calls them, with the province of each; bodies are the bodies, companies and platforms
// it names, who issued the documents it tells of and who reports its figures. Tested by search_test.cc.
#pragma once

#include <functional>
#include <string>

#include "engine/archive.h"
#include "search/index.h"

namespace fengbiao {

// Another one after every change of the archive.
Result<std::string> search_stamp(Archive& archive);
Result<void> search_documents(Archive& archive, const ReadOptions& options, const std::function<void(const SearchDocument&)>& put);

}  // namespace fengbiao
