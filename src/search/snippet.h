// The part of a document that shows best why it was found, as printed, with what was found marked.
//
//   snippet(index.text(row), query.root).body  ->  {"…", false} {"全国", false} {"跨境电商", true} {"综试区增至…", false}
//
// The window is where most different words stand close together; it begins and ends with sentences or clauses where these are near.
// Tested by snippet_test.cc.
#pragma once

#include <string>
#include <vector>

#include "search/index.h"
#include "search/query.h"

namespace fengbiao {

struct SnippetPiece {
  std::string text;
  bool mark = false;
  friend bool operator==(const SnippetPiece&, const SnippetPiece&) = default;
};

struct Snippet {
  std::vector<SnippetPiece> title;  // whole
  std::vector<SnippetPiece> body;   // the window; begins or ends with an ellipsis where something is left out
};

inline constexpr std::size_t kSnippetCharacters = 90;

Snippet snippet(const SearchedText& text, const QueryNode& root);

}  // namespace fengbiao
