// A few articles of our own for the tests of search, and the slow twin of matching: what a query says of one document, by looking.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_builder.h"
#include "search/query.h"
#include "search/search_text.h"

namespace fengbiao {

std::vector<SearchDocument> sample_documents();  // sample_documents_test.cc

inline SearchIndex sample_index() {
  SearchIndexBuilder builder;
  for (const SearchDocument& document : sample_documents()) builder.add(document);
  return *SearchIndex::over(*builder.make("sample"));
}

inline bool query_holds(const SearchDocument& document, const QueryNode& node) {
  using Kind = QueryNode::Kind;
  switch (node.kind) {
    case Kind::all: return true;
    case Kind::both: return std::ranges::all_of(node.parts, [&](const QueryNode& part) { return query_holds(document, part); });
    case Kind::either: return std::ranges::any_of(node.parts, [&](const QueryNode& part) { return query_holds(document, part); });
    case Kind::without: return !query_holds(document, node.parts.front());
    default: break;
  }
  const auto in = [&](std::string_view text) { return search_text(text).find(node.form) != std::string::npos; };
  if (node.field == QueryField::title) return in(document.title);
  if (node.field == QueryField::section) return std::ranges::any_of(document.values[1], in);
  if (node.field == QueryField::source) return std::ranges::any_of(document.values[2], in);
  return in(document.title) || std::ranges::any_of(document.paragraphs, in);
}

}  // namespace fengbiao
