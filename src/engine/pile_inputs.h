// A pile of texts sorted by what an archive has printed: which tell one story and who printed it first, which figures changed, what an
// earlier issue told already, which column is proposed, how near a text is to the field, a summary. All of it is a proposal with reasons.
//
//   const auto sorter = PileSorter::load(archive, {});                     // learns columns and field from the archive
//   const SortedPile pile = sorter->sort(texts, {.characters = 120});      // rows in the order given
//   const auto texts = read_pile({"a.txt", "page.html"}, {}, on_trouble);  // files as texts, a bulletin as its articles
//
// Nothing is written into the archive. Tested by pile_inputs_test.cc and tests/cases/cli/sort.test.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/archive.h"
#include "pile/columns.h"
#include "pile/figure_changes.h"
#include "pile/pile_text.h"
#include "pile/relevance.h"
#include "pile/summary.h"

namespace fengbiao {

// An article of the archive that tells what a text tells.
struct ToldBefore {
  std::string issue, id, title, date;
  std::uint32_t n = 0;
  double of_smaller = 0;              // share of the rarer words of the shorter text that both have
  std::vector<FigureChange> changes;  // from the article to the text
};

struct SortedText {
  std::size_t story = 0;              // row of the first printing of its story, its own where nobody else tells it
  bool first_sure = true;             // of a story: that no other row may have been printed earlier
  double of_smaller = 0;              // likeness to the first printing
  std::vector<FigureChange> changes;  // from the first printing to this one
  std::optional<ToldBefore> told;     // the most like
  ColumnProposal column;
  Relevance relevance;
  Summary summary;
};
using SortedPile = std::vector<SortedText>;

class PileSorter {
 public:
  static Result<PileSorter> load(Archive& archive, const ReadOptions& options);
  PileSorter(PileSorter&&) noexcept;
  PileSorter& operator=(PileSorter&&) noexcept;
  ~PileSorter();

  struct Asked {
    std::size_t characters = 120;  // of a summary
    unsigned threads = 0;
  };
  [[nodiscard]] SortedPile sort(const std::vector<PileText>& texts, const Asked& asked) const;

 private:
  struct Parts;
  explicit PileSorter(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Every article of the documents named; ids are the names, with the article's number behind a document that holds several. A bad input is
// told of and the others go on.
Result<std::vector<PileText>> read_pile(const std::vector<std::string>& names, const ReadOptions& options,
                                        const std::function<void(const Error&)>& on_trouble);

}  // namespace fengbiao
