#include "observation/indicators.h"

#include <fmt/format.h>

#include <algorithm>

#include "observation/indicators_file.h"
#include "text/fold.h"

namespace fengbiao {

std::string_view name_of(IndicatorKind kind) {
  constexpr std::string_view kNames[] = {"flow", "stock", "index", "ratio"};
  return kNames[static_cast<std::size_t>(kind)];
}

namespace {

bool is_relative(std::string_view unit) { return unit == "%" || unit == "pp" || unit == "x" || unit == "bp" || unit == "rank"; }

std::string named(const Indicator* indicator) { return indicator ? fmt::format("'{}'", indicator->id) : std::string("nothing"); }

}  // namespace

Result<Indicators> Indicators::load(const DataSet& data) {
  Indicators out;
  FB_TRY(out.forms_, IndicatorForms::load(data));
  std::vector<Indicator> added;
  auto files = data.list("lexicon/indicators/", ".yaml");
  // One's own files come last, so that it is they who are complained about.
  std::stable_partition(files.begin(), files.end(), [](const DataSet::File* file) { return file->place == "data/" + file->name; });
  for (const DataSet::File* file : files) {
    FB_TRY(IndicatorFile read, read_indicator_file(*file));
    for (Indicator& entry : read.indicators) {
      if (entry.name.empty()) {
        added.push_back(std::move(entry));
        continue;
      }
      const auto [it, fresh] = out.by_id_.emplace(entry.id, static_cast<std::uint32_t>(out.all_.size()));
      if (!fresh) {
        const Place& first = out.all_[it->second].place;
        return fail(Cause::malformed, entry.place, fmt::format("'{}' stands at {}:{} already", entry.id, first.file, first.line),
                    "an entry with adds_to adds names to it");
      }
      out.all_.push_back(std::move(entry));
    }
  }
  for (Indicator& more : added) {
    const auto it = out.by_id_.find(more.id);
    if (it == out.by_id_.end())
      return fail(Cause::malformed, more.place, fmt::format("adds_to: there is no '{}'", more.id), out.ids_near(more.id));
    Indicator& entry = out.all_[it->second];
    const auto move_all = [](auto& from, auto& to) {
      to.insert(to.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
    };
    move_all(more.aliases, entry.aliases);
    move_all(more.exact, entry.exact);
    move_all(more.examples, entry.examples);
    move_all(more.not_this, entry.not_this);
  }
  for (const Indicator& entry : out.all_) {
    std::uint64_t groups = 0;
    for (const std::string& unit : entry.units) groups |= out.forms_.groups_of(unit);
    out.unit_groups_.push_back(groups);
    out.families_.push_back(out.forms_.family_of(entry.units));
  }
  FB_CHECK(out.add_names());
  FB_CHECK(out.check_links());
  FB_CHECK(out.check_examples());
  return out;
}

Result<void> Indicators::add_names() {
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const Indicator& entry = all_[i];
    const std::size_t count = 1 + entry.aliases.size() + entry.exact.size();
    for (std::uint32_t n = 0; n < count; ++n) {
      Named fresh{{}, i, n, n > entry.aliases.size()};
      if (n == 0) fresh.exact = std::find(entry.exact.begin(), entry.exact.end(), entry.name) != entry.exact.end();
      forms_.normal(folded(words_of(fresh)), fresh.form);
      if (fresh.form.empty())
        return fail(Cause::malformed, entry.place, fmt::format("{}: nothing is left of '{}'", entry.id, words_of(fresh)));
      auto& same_core = by_core_[std::string(forms_.core(fresh.form).text)];
      for (const std::uint32_t other : same_core) {
        const Named& before = names_[other];
        if (before.form != fresh.form) continue;
        const Indicator& rival = all_[before.indicator];
        if (before.indicator == i) {
          fresh.form.clear();  // the same name written otherwise
          break;
        }
        for (const std::string& unit : rival.units)
          if (fits(i, unit, Measure::level))
            return fail(Cause::malformed, entry.place,
                        fmt::format("{}: '{}' names '{}' too ({}:{}), in {}", entry.id, words_of(fresh), rival.id, rival.place.file,
                                    rival.place.line, unit));
      }
      if (fresh.form.empty()) continue;
      same_core.push_back(static_cast<std::uint32_t>(names_.size()));
      names_.push_back(std::move(fresh));
    }
  }
  return {};
}

Result<void> Indicators::check_links() const {
  for (const Indicator& entry : all_)
    for (const auto& [key, id] :
         {std::pair<std::string_view, const std::string&>{"of", entry.of}, {"over", entry.over}, {"part_of", entry.part_of}}) {
      if (id.empty()) continue;
      if (!by_id(id)) return fail(Cause::malformed, entry.place, fmt::format("{}: {}: there is no '{}'", entry.id, key, id), ids_near(id));
      if (id == entry.id) return fail(Cause::malformed, entry.place, fmt::format("{}: {} is itself", entry.id, key));
      if (key != "part_of" && entry.kind != IndicatorKind::ratio)
        return fail(Cause::malformed, entry.place, fmt::format("{}: {} is for ratios", entry.id, key));
    }
  return {};
}

// The name, the aliases and the examples are found, by the usual unit where none is told; what stands under `not` is not.
Result<void> Indicators::check_examples() const {
  const auto unit_of = [](const Indicator& entry, const Indicator::Example& e) -> std::string_view {
    return e.unit.empty() ? std::string_view(entry.units.front()) : std::string_view(e.unit);
  };
  for (const Named& name : names_) {
    const Indicator& entry = all_[name.indicator];
    const Indicator* const found = find(name.form, entry.units.front(), Measure::level);
    if (found != &entry)
      return fail(Cause::malformed, entry.place, fmt::format("{}: '{}' gives {}", entry.id, words_of(name), named(found)));
  }
  for (const Indicator& entry : all_) {
    for (const Indicator::Example& e : entry.examples) {
      const Indicator* const found = find(e.phrase, unit_of(entry, e), e.measure);
      if (found != &entry)
        return fail(Cause::malformed, e.place, fmt::format("{}: example '{}' gives {}", entry.id, e.phrase, named(found)));
    }
    for (const Indicator::Example& e : entry.not_this) {
      const bool told = !e.unit.empty();
      if (find(e.phrase, unit_of(entry, e), e.measure) == &entry || (!told && find(e.phrase, "%", Measure::growth) == &entry))
        return fail(Cause::malformed, e.place, fmt::format("{}: '{}' gives it all the same", entry.id, e.phrase));
    }
  }
  return {};
}

std::string_view Indicators::words_of(const Named& name) const {
  const Indicator& entry = all_[name.indicator];
  if (name.alias == 0) return entry.name;
  return name.alias <= entry.aliases.size() ? entry.aliases[name.alias - 1] : entry.exact[name.alias - 1 - entry.aliases.size()];
}

bool Indicators::fits(std::uint32_t indicator, std::string_view unit, Measure measure) const {
  if (measure == Measure::rank) return true;
  if (measure != Measure::level && (unit.empty() || is_relative(unit))) return true;
  if (unit.empty()) return families_[indicator] == kCountFamily || all_[indicator].kind == IndicatorKind::index;
  const auto& units = all_[indicator].units;
  return (unit_groups_[indicator] & forms_.groups_of(unit)) != 0 || std::find(units.begin(), units.end(), unit) != units.end();
}

Indicators::Verdict Indicators::resolve(std::string_view form, std::string_view unit, Measure measure, Match& out) const {
  const IndicatorForms::Core core = forms_.core(form);
  const auto same_core = by_core_.find(core.text);
  if (same_core == by_core_.end()) return Verdict::none;
  // 快递业务 +10%: of parcels or of money? Where neither the unit nor the words tell, all that it may be must be one.
  const bool open = measure != Measure::level && (unit.empty() || is_relative(unit)) && core.text.size() == form.size();
  for (const bool whole : {true, false}) {
    const Named* found = nullptr;
    for (const std::uint32_t n : same_core->second) {
      const Named& name = names_[n];
      const bool same = name.form == form, alike = !name.exact && (families_[name.indicator] & core.family) != 0;
      if (!(whole ? same || (open && alike) : alike) || !fits(name.indicator, unit, measure)) continue;
      if (found && found->indicator != name.indicator) {
        // X beside the ratio of X to something: a share is the ratio, a growth or rank that of X.
        const Indicator &one = all_[found->indicator], &other = all_[name.indicator];
        if (measure == Measure::level || (one.of != other.id && other.of != one.id)) return Verdict::several;
        const bool ratio_wanted = measure == Measure::share || (measure == Measure::change && unit == "pp");
        if ((other.of == one.id) == ratio_wanted) found = &name;
        continue;
      }
      if (!found || (same && found->form != form)) found = &name;
    }
    if (!found) continue;
    // Third 直播电商: of what? A bare word with a rank names the field, not the figure.
    const auto is_its_name = [&](std::uint32_t n) { return names_[n].indicator == found->indicator && names_[n].alias == 0; };
    if (measure == Measure::rank && open && families_[found->indicator] == kMoneyFamily && found->alias != 0 &&
        std::any_of(same_core->second.begin(), same_core->second.end(), is_its_name))
      return Verdict::none;
    out = {&all_[found->indicator], words_of(*found), found->form == form};
    return Verdict::one;
  }
  return Verdict::none;
}

Indicators::Match Indicators::match(std::string_view phrase, std::string_view unit, Measure measure) const {
  std::string normal;
  forms_.normal(phrase, normal);
  Match out;
  const auto try_heads = [&](std::string_view form) {
    for (;;) {
      const Verdict verdict = resolve(form, unit, measure, out);
      if (verdict == Verdict::one) out.whole = out.whole && form.size() == normal.size();
      if (verdict != Verdict::none) return true;
      const std::size_t head = forms_.head(form, measure);
      if (head == 0) return false;
      form.remove_prefix(head);
    }
  };
  if (try_heads(normal)) return out;
  const std::string_view shorter = forms_.without_measure(normal, unit, measure);
  if (shorter.size() < normal.size()) try_heads(shorter);
  return out;
}

const Indicator* Indicators::by_id(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &all_[it->second];
}

}  // namespace fengbiao
