#include "check/figure_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLongestLead = 240;  // bytes looked back over rates
constexpr int kDeepest = 8;                  // brackets in brackets

Observation as_observation(const Quantity& q) {
  Observation o;
  o.value = q.value;
  o.value_max = q.value_max;
  o.approx = mark_of(q.approx);
  o.step = q.step;
  return o;
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return out;
}

// So many digits behind the point that three digits tell something.
int telling(double value, int places) {
  for (double v = std::abs(value) * std::pow(10.0, places); v > 0 && v < 100 && places < 6; v *= 10) ++places;
  return places;
}

int decimals(std::string_view digits) {
  const std::size_t point = digits.find('.');
  return point == digits.npos ? 0 : static_cast<int>(digits.size() - point - 1);
}

}  // namespace

void FigureScene::read(const ArticleSubject& subject, const FigureWords& words) {
  subject_ = &subject;
  words_ = &words;
  figures_.clear();
  first_of_sentence_.clear();
  const ReadText& text = subject.text.read_text();
  hits_.reset();
  found_.clear();
  if (text.quantities.size() < 2) return;
  words.scan(text.characters, text.cuts.titles, found_);
  hits_.emplace(folded(), found_);
  said_in_.assign(text.sentences.size(), {});
  for (std::size_t s = 0, h = 0; h < found_.size() && s < text.sentences.size();) {
    if (found_[h].span.begin >= text.sentences[s].span.end) ++s;
    else said_in_[s].add(found_[h++].uses);
  }
  const auto& paragraphs = subject.text.paragraphs();
  std::size_t paragraph = 0;
  auto o = subject.observations.begin();
  for (std::size_t i = 0; i < text.quantities.size(); ++i) {
    const Quantity& q = text.quantities[i];
    Figure f;
    f.index = static_cast<std::uint32_t>(figures_.size());
    f.quantity = &q;
    f.kept = subject.text.printed(q.span);
    while (o != subject.observations.end() && o->span.end <= f.kept.begin) ++o;
    if (o != subject.observations.end() && o->span.begin < f.kept.end && o->span.begin >= f.kept.begin) f.observation = &*o;
    const Observation plain = f.observation ? *f.observation : as_observation(q);
    f.value = plain.value;
    f.approx = plain.approx;
    f.step = plain.step;
    f.interval = stands_for(plain);
    f.clause = text.holdings[i].clause;
    if (f.clause != kNoClause) f.sentence = text.clauses[f.clause].sentence;
    while (paragraph < paragraphs.size() && paragraphs[paragraph] <= q.span.begin) ++paragraph;
    f.paragraph = q.span.begin < subject.text.title_end() ? 0 : static_cast<std::uint32_t>(paragraph) + 1;
    std::uint32_t from = f.clause == kNoClause ? q.span.begin : text.clauses[f.clause].span.begin;
    if (!figures_.empty()) from = std::max(from, figures_.back().quantity->span.end);
    f.label = {std::min(from, hedge_begin(f)), hedge_begin(f)};
    f.lead = f.label;
    for (std::size_t back = figures_.size(); back-- > 0 && figures_[back].clause == f.clause && f.clause != kNoClause;) {
      const Figure& rate = figures_[back];
      if (rate.quantity->kind != UnitKind::percent && rate.quantity->kind != UnitKind::multiple) break;
      if (f.quantity->span.begin - rate.lead.begin <= kLongestLead) f.lead.begin = rate.lead.begin;
      break;
    }
    // Things that were counted, not a mean of them.
    if (f.approx == '=' && !plain.value_max && q.kind == UnitKind::counter && q.number.plain() && q.number.step == 1 &&
        !says(f.label, FigureWord::average))
      f.interval = exactly(f.value);
    figures_.push_back(f);
  }
  first_of_sentence_.assign(text.sentences.size() + 1, static_cast<std::uint32_t>(figures_.size()));
  for (std::size_t i = figures_.size(); i-- > 0;)
    if (figures_[i].sentence != kNoClause) first_of_sentence_[figures_[i].sentence] = static_cast<std::uint32_t>(i);
  for (std::size_t s = text.sentences.size(); s-- > 0;) first_of_sentence_[s] = std::min(first_of_sentence_[s], first_of_sentence_[s + 1]);
}

FigureScene::Range FigureScene::of_sentence(const Figure& figure) const {
  if (figure.sentence == kNoClause) return {figure.index, figure.index + 1};
  return {first_of_sentence_[figure.sentence], first_of_sentence_[figure.sentence + 1]};
}

Span FigureScene::outer_clause(const Figure& figure) const {
  const auto& clauses = text().clauses;
  if (figure.clause == kNoClause) return figure.quantity->span;
  std::uint32_t c = figure.clause;
  for (int depth = 0; clauses[c].inside != kNoClause && depth < kDeepest; ++depth) c = clauses[c].inside;
  return clauses[c].span;
}

bool FigureScene::sentence_says(const Figure& figure, FigureWord use) const {
  return figure.sentence != kNoClause && said_in_[figure.sentence].has(static_cast<ClassId>(use));
}

std::string FigureScene::printed(const Figure& figure) const { return without_blanks(subject_->text.words(figure.quantity->span)); }

std::string FigureScene::written(double value, const Figure& like, int more_digits) const {
  const Quantity& q = *like.quantity;
  if (q.kind == UnitKind::percent) return plain_number(value, decimals(words(q.number.digits)) + more_digits) + "%";
  const std::string_view digits = words(q.number.digits);
  if (!q.number.arabic || q.number.digits.empty() || q.number.digits.end > q.span.end)
    return plain_number(value, more_digits) + q.printed_unit;
  const int places = decimals(digits);
  const double one = like.step * std::pow(10.0, places);  // what 1 with this tail is worth
  const std::string tail = without_blanks(words({q.number.digits.end, q.span.end}));
  const double shown = one > 0 ? value / one : value;
  return plain_number(shown, more_digits > 0 ? telling(shown, places + more_digits) : places) + tail;
}

std::string FigureScene::written(const Interval& value, const Figure& like, int more_digits) const {
  if (std::isinf(value.low)) return "≤" + written(value.high, like, more_digits);
  if (std::isinf(value.high)) return "≥" + written(value.low, like, more_digits);
  return written((value.low + value.high) / 2, like, more_digits);
}

Report::Spot FigureScene::spot(const Figure& at, std::initializer_list<const Figure*> others) const {
  return spot(at, std::vector<const Figure*>(others));
}

Report::Spot FigureScene::spot(const Figure& at, const std::vector<const Figure*>& others) const {
  Span folded_quote{std::min(outer_clause(at).begin, at.quantity->span.begin), at.quantity->span.end};
  for (const Figure* f : others) {
    if (f->sentence != at.sentence || f->sentence == kNoClause) continue;
    folded_quote.begin = std::min(folded_quote.begin, std::min(outer_clause(*f).begin, f->quantity->span.begin));
    folded_quote.end = std::max(folded_quote.end, f->quantity->span.end);
  }
  return {subject_->article.n, at.kept, subject_->text.printed(folded_quote)};
}

bool same_unit(const Figure& a, const Figure& b) {
  const auto counts = [](const Figure& f) { return f.quantity->kind == UnitKind::none || f.quantity->kind == UnitKind::counter; };
  const auto unit = [](const Figure& f) {
    return std::string_view(f.observation && !f.observation->unit.empty() ? f.observation->unit : f.quantity->unit);
  };
  if (counts(a) && counts(b)) return unit(a).empty() || unit(b).empty() || unit(a) == unit(b);
  return a.quantity->kind == b.quantity->kind && unit(a) == unit(b);
}

std::string plain_number(double value, int digits) {
  std::string out = fmt::format("{:.{}f}", value, std::clamp(digits, 0, 9));
  if (out.find('.') != out.npos) {
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
  }
  return out == "-0" ? "0" : out;
}

}  // namespace fengbiao
