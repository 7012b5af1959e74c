// The observations of all articles of an archive lined up as series, the finder that knows them by what a user types, and the words to
// show them with.
//
//   auto gathered = gather_series(archive, {});
//   for (const Series* s : gathered->find({.words = "直播电商"}).matches) use(s->cells);
//
// Corrections by hand are in. Tested by series_test.cc and tests/cases/cli/series.test.
#pragma once

#include "engine/archive.h"
#include "engine/phrases.h"
#include "register/figure.h"
#include "register/series.h"
#include "register/series_query.h"

namespace fengbiao {

struct GatheredSeries {
  SeriesRegister all;
  SeriesFinder finder;
  Phrases phrases;
  SeriesNames names;
  [[nodiscard]] SeriesMatches find(const SeriesQuery& query) const { return finder.find(all, names, query); }
};

Result<GatheredSeries> gather_series(Archive& archive, const ReadOptions& options = {});

}  // namespace fengbiao
