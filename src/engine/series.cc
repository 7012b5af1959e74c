#include "engine/series.h"

#include "observation/indicators.h"

namespace fengbiao {

Result<GatheredSeries> gather_series(Archive& archive, const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(SeriesFinder finder, SeriesFinder::load(data));
  FB_TRY(Phrases phrases, Phrases::load(data));
  FB_TRY(const Indicators indicators, Indicators::load(data));
  GatheredSeries out{{}, std::move(finder), std::move(phrases), SeriesNames(SeriesRegister())};
  FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& reported) -> Result<bool> {
    out.all.add(reported);
    return true;
  }));
  for (const Indicator& i : indicators.all()) {
    std::vector<std::string> aliases = i.aliases;
    aliases.insert(aliases.end(), i.exact.begin(), i.exact.end());
    out.all.name_indicator(i.id, {i.name, i.english, std::move(aliases)});
  }
  out.all.close();
  out.names = SeriesNames(out.all);
  return out;
}

}  // namespace fengbiao
