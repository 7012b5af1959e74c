// Decisions a second on one core: verdict with path and missing facts, and with what would lead elsewhere.
#pragma once

namespace fengbiao::bench {

void decisions();

}  // namespace fengbiao::bench
