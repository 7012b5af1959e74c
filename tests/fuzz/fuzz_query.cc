// Any bytes as a query: it has a reading of bounded size, its notes point into what was typed, what it is written as is read again without
// growing, and it is true of the documents that a slow twin says.
#include <cstddef>
#include <cstdint>

#include "check_document.h"
#include "search/matching.h"
#include "search/ranking.h"
#include "search/sample_documents.h"
#include "search/snippet.h"

namespace fengbiao {
namespace {

bool twin_can_tell(const QueryNode& node) {
  if (!node.leaf()) return std::ranges::all_of(node.parts, twin_can_tell);
  return node.kind == QueryNode::Kind::words && (node.field == QueryField::any || node.field == QueryField::title);
}

void check_query(std::string_view typed) {
  static const QueryParser parser = QueryParser::load(DataSet::built_in()).value();
  static const Words common = Words::load(DataSet::built_in()).value();
  static const std::vector<SearchDocument> documents = sample_documents();
  static const SearchIndex index = sample_index();
  const Query query = parser.parse(typed);
  demand(query.typed.size() <= kMostQueryBytes && typed.starts_with(query.typed), "a query is what was typed, or its beginning");
  demand(query.leaves <= kMostQueryWords, "a query has not more words than it may");
  std::uint32_t leaves = 0;
  each_leaf(query.root, [&](const QueryNode& leaf, bool) {
    demand(leaf.number < query.leaves, "leaves are numbered");
    demand(leaf.at.begin <= leaf.at.end && leaf.at.end <= query.typed.size(), "a leaf stands in what was typed");
    demand(leaf.kind != QueryNode::Kind::words || !leaf.form.empty(), "words have a form");
    ++leaves;
  });
  demand(leaves == query.leaves, "every leaf is in the tree");
  for (const QueryNote& note : query.notes)
    demand(note.at.begin <= note.at.end && note.at.end <= typed.size() && !name_of(note.kind).empty(), "a note points into what was typed");
  demand(parser.parse(parser.written(query.root)).leaves <= query.leaves, "what is written has no more words");

  const Matches found = matching(index, query.root, nullptr);
  demand(found.hits.size() == found.scores.size(), "every hit has a score");
  const Ranking ranking(index, common);
  for (const SearchHit hit : found.hits) {
    demand(ranking.look(query.root, hit.row()).score >= 0, "no hit counts against itself");
    std::string title;
    for (const SnippetPiece& piece : snippet(index.text(hit.row()), query.root).title) title += piece.text;
    demand(title == documents[hit.row()].title, "a marked title is the title");
  }
  if (!twin_can_tell(query.root)) return;
  std::size_t expected = 0;
  for (const SearchDocument& document : documents) expected += query_holds(document, query.root);
  demand(expected == found.hits.size(), "as many hits as a plain scan has");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fengbiao::check_query({reinterpret_cast<const char*>(data), size});
  return 0;
}
