// What was fetched, sorted by what an archive has printed.
//
//   const CandidatePile pile = *sort_candidates(archive, *book.candidates(), {}, {});
//   pile.sorted[0].column.columns[0].label        数据观察
//
// Rows of all three lists are the same candidate. Nothing is written. Tested by tests/cases/cli/candidates.test.
#pragma once

#include <vector>

#include "collect/candidate.h"
#include "engine/pile_inputs.h"

namespace fengbiao {

struct CandidatePile {
  std::vector<NewsCandidate> candidates;
  std::vector<PileText> texts;
  SortedPile sorted;
};

PileText pile_text(const NewsCandidate& candidate);
Result<CandidatePile> sort_candidates(Archive& archive, std::vector<NewsCandidate> candidates, const ReadOptions& options,
                                      const PileSorter::Asked& asked);

}  // namespace fengbiao
