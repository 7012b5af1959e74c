// What the reports of one cell say of each other: repetitions, revisions, conflict. Tested by cells_test.cc.
//
//   甲局 1.92 (June), 甲局 1.98 (November)            1.92 is revised, no conflict
//   甲局 1.92 (June), 乙院 1.98 (November)            conflict
//   甲局 1.92, 1.98 and 1.92 again                    conflict: neither replaces the other
#pragma once

#include <vector>

#include "register/series.h"

namespace fengbiao {

// `reports` must stand in the order of their telling. Not `comparable`: only repetitions are marked.
void judge(SeriesCell& cell, const std::vector<ReportedObservation>& observations, bool comparable);

}  // namespace fengbiao
