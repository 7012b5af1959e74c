// What the rules of data/units/{numbers,traps,quantities}.yaml make: the table of names that `makes` may give.
#include <array>

#include "quantity/making_quantities.h"
#include "quantity/productions.h"

namespace fengbiao {
namespace {

struct Production {
  std::string_view name;
  bool (MakingQuantities::*make)();
};
constexpr std::array kProductions = {
    Production{"tailed", &MakingQuantities::tailed},
    Production{"some_more", &MakingQuantities::some_more},
    Production{"a_few", &MakingQuantities::a_few},
    Production{"over_scale", &MakingQuantities::over_scale},
    Production{"scaled", &MakingQuantities::scaled},
    Production{"scaled_in_latin", &MakingQuantities::scaled_in_latin},
    Production{"scale_alone", &MakingQuantities::scale_alone},
    Production{"signed", &MakingQuantities::signed_number},
    Production{"number_range", &MakingQuantities::number_range},
    Production{"amount", &MakingQuantities::amount},
    Production{"amount_range", &MakingQuantities::amount_range},
    Production{"of_row", &MakingQuantities::of_row},
    Production{"half_amount", &MakingQuantities::half_amount},
    Production{"money_parts", &MakingQuantities::money_parts},
    Production{"percent_words", &MakingQuantities::percent_words},
    Production{"tenths", &MakingQuantities::tenths},
    Production{"discount", &MakingQuantities::discount},
    Production{"doubling", &MakingQuantities::doubling},
    Production{"share", &MakingQuantities::share},
    Production{"index_points", &MakingQuantities::index_points},
    Production{"scaled_by_counter", &MakingQuantities::scaled_by_counter},
    Production{"rank", &MakingQuantities::rank},
    Production{"bare_rank", &MakingQuantities::bare_rank},
    Production{"first_rank", &MakingQuantities::first_rank},
    Production{"quantity_range", &MakingQuantities::quantity_range},
    Production{"bare", &MakingQuantities::bare},
    Production{"bounded", &MakingQuantities::bounded},
    Production{"bounded_far", &MakingQuantities::bounded_far},
    Production{"bounded_scaled", &MakingQuantities::bounded_scaled},
    Production{"nothing", &MakingQuantities::nothing},
    Production{"ordinal", &MakingQuantities::ordinal},
    Production{"no_number", &MakingQuantities::no_number},
    Production{"number_as_code", &MakingQuantities::number_as_code},
    Production{"number_of_code", &MakingQuantities::number_of_code},
    Production{"bracketed", &MakingQuantities::bracketed},
    Production{"generation", &MakingQuantities::generation},
    Production{"lettered", &MakingQuantities::lettered},
};

struct QuantityRules : QuantityProductions {
  Kinds kinds;

  [[nodiscard]] std::optional<int> find(std::string_view makes) const override {
    for (std::size_t i = 0; i < kProductions.size(); ++i)
      if (kProductions[i].name == makes) return static_cast<int>(i);
    return std::nullopt;
  }
  bool make(int production, const Fit& fit, void* scratch, Token& out, std::string& why) const override {
    MakingQuantities making(fit, *static_cast<Scratch*>(scratch), kinds, out, why);
    return (making.*kProductions[static_cast<std::size_t>(production)].make)();
  }
};

}  // namespace

Result<std::unique_ptr<QuantityProductions>> QuantityProductions::load(const DataSet&, Classes& classes) {
  auto rules = std::make_unique<QuantityRules>();
  Kinds& k = rules->kinds;
  FB_TRY(k.counter, classes.intern("counter"));
  FB_TRY(k.money, classes.intern("money"));
  FB_TRY(k.rank_unit, classes.intern("rank_unit"));
  FB_TRY(k.money_tenth, classes.intern("money_tenth"));
  FB_TRY(k.percent, classes.intern("percent"));
  FB_TRY(k.percent_point, classes.intern("percent_point"));
  FB_TRY(k.basis_point, classes.intern("basis_point"));
  FB_TRY(k.multiple, classes.intern("multiple"));
  FB_TRY(k.physical, classes.intern("physical"));
  FB_TRY(k.data, classes.intern("data"));
  FB_TRY(k.number, classes.intern("number"));
  FB_TRY(k.unit, classes.intern("unit"));
  return rules;
}

}  // namespace fengbiao
