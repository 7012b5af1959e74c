#include "engine/candidate_pile.h"

namespace fengbiao {

PileText pile_text(const NewsCandidate& candidate) {
  PileText out{.id = candidate.id, .title = candidate.title, .date = candidate.date, .paragraphs = candidate.paragraphs};
  if (!candidate.source.empty()) out.sources.push_back(candidate.source);
  return out;
}

Result<CandidatePile> sort_candidates(Archive& archive, std::vector<NewsCandidate> candidates, const ReadOptions& options,
                                      const PileSorter::Asked& asked) {
  FB_TRY(const PileSorter sorter, PileSorter::load(archive, options));
  CandidatePile out{.candidates = std::move(candidates), .texts = {}, .sorted = {}};
  for (const NewsCandidate& candidate : out.candidates) out.texts.push_back(pile_text(candidate));
  out.sorted = sorter.sort(out.texts, asked);
  return out;
}

}  // namespace fengbiao
