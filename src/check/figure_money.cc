#include "check/figure_money.h"

#include <cmath>

#include "rules/pack.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kSameRate = 1.25;     // rates of one pair in one article lie no further apart
constexpr std::size_t kFarthest = 40;  // bytes between an amount and its conversion

using Variables = std::vector<Constraints::Variable>;

}  // namespace

Result<MoneyCheck> MoneyCheck::load(const DataSet& data, RuleBook& book) {
  MoneyCheck out;
  FB_TRY(out.rate_, book.rule("conversion-rate"));
  FB_TRY(const DataSet::File* file, data.find("check/currencies.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"per_dollar"}));
  FB_TRY(const auto rows, pack["per_dollar"].entries());
  for (const auto& [code, band] : rows) {
    FB_TRY(const auto ends, band.items());
    if (ends.size() != 2) return band.complain("expected the lowest and the highest rate");
    FB_TRY(const double low, ends[0].number_or(0));
    FB_TRY(const double high, ends[1].number_or(0));
    if (!(low > 0) || !(high >= low)) return band.complain("expected the lowest and the highest rate, both above 0");
    out.per_dollar_[code] = {low, high};
  }
  return out;
}

void MoneyCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  const auto size = static_cast<std::uint32_t>(scene.folded().size());
  std::map<std::string, std::pair<const Figure*, const Figure*>> told;  // by pair of currencies
  for (std::uint32_t i = 1; i < figures.size(); ++i) {
    const Figure &a = figures[i - 1], &b = figures[i];
    if (a.quantity->kind != UnitKind::money || b.quantity->kind != UnitKind::money || a.quantity->unit == b.quantity->unit) continue;
    if (a.value <= 0 || b.value <= 0 || a.quantity->value_max || b.quantity->value_max) continue;
    const Span between{a.quantity->span.end, b.quantity->span.begin};
    if (between.size() > kFarthest) continue;
    const std::string_view words = scene.words(between);
    const bool bracket = words.find('(') != words.npos && words.find(')') == words.npos;
    const Span rest = trim(scene.folded(), between);
    std::uint32_t at = rest.begin;
    if (bracket) at = rest.begin + static_cast<std::uint32_t>(scene.words(rest).find('(')) + 1;
    // Nothing but words of conversion stands between.
    Span left = trim(scene.folded(), {at, between.end});
    while (!left.empty()) {
      const WordHit* hit = scene.hits().beginning_at(left.begin);
      if (!hit || !(hit->is(FigureWord::converted))) break;
      left = trim(scene.folded(), {hit->span.end, left.end});
    }
    if (!left.empty() || (!bracket && scene.hits().in(between, FigureWord::converted) == nullptr) || (bracket && at != rest.begin + 1))
      continue;
    // 3亿美元（2亿元人民币为债务）: no conversion.
    const bool said = scene.hits().in(between, FigureWord::converted) || !b.quantity->hedge.empty();
    const Span behind = trim(scene.folded(), {b.quantity->span.end, std::min<std::uint32_t>(b.quantity->span.end + 4, size)});
    if (!said && (behind.empty() || (scene.folded()[behind.begin] != ')' && scene.folded()[behind.begin] != ','))) continue;
    const auto x = per_dollar_.find(a.quantity->unit), y = per_dollar_.find(b.quantity->unit);
    if (x == per_dollar_.end() || y == per_dollar_.end()) continue;
    const bool flip = a.value < b.value;
    const Figure &large = flip ? b : a, &small = flip ? a : b;
    const double rate = large.value / small.value;
    const std::string is = plain_number(rate, rate < 10 ? 2 : 1);
    const auto [before, fresh] = told.try_emplace(a.quantity->unit + "/" + b.quantity->unit, &a, &b);
    FigureRelation r{.rule = rate_, .figures = {&b, &a}};
    r.relation = scene.printed(large) + "/" + scene.printed(small) + " = " + is;
    r.values = {{"amount", scene.printed(a)}, {"converted", scene.printed(b)}, {"rate", is}};
    const Interval band = over(x->second, y->second);
    r.readings = {[band](Constraints& c, auto s, const Variables& v) {
      const auto value = c.value();
      c.within(s, value, band);
      c.product(s, v[1], v[0], value);
    }};
    const auto verdict = report.tell(r);
    if (fresh || verdict != Verdict::holds) continue;
    const auto [c_figure, d_figure] = before->second;
    const double other = c_figure->value / d_figure->value, here = a.value / b.value;
    if (here / other < kSameRate && other / here < kSameRate) continue;
    FigureRelation two{.rule = rate_, .figures = {&b, &a, d_figure, c_figure}};
    two.readings = {[](Constraints& c, auto s, const Variables& v) {
      const auto first = c.value(), second = c.value(), apart = c.value();
      c.product(s, v[1], v[0], first);
      c.product(s, v[3], v[2], second);
      c.within(s, apart, {1 / kSameRate, kSameRate});
      c.product(s, first, second, apart);
    }};
    two.variant = "two";
    two.relation = r.relation + "; " + scene.printed(*c_figure) + " ↔ " + scene.printed(*d_figure);
    two.values = r.values;
    two.values.emplace_back("other_amount", scene.printed(*c_figure));
    two.values.emplace_back("other_converted", scene.printed(*d_figure));
    report.tell(two);
  }
}

}  // namespace fengbiao
