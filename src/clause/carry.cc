#include "clause/carry.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::uint32_t kNear = 24;  // bytes: eight characters

bool is_period(const TimeInText& t) {
  return (t.time.kind == TimeKind::period || t.time.kind == TimeKind::range) && !t.resolved.value.empty() && t.use != TimeUse::named &&
         t.use != TimeUse::base && t.use != TimeUse::told;
}
bool is_told(const TimeInText& t) { return t.use == TimeUse::told && !t.resolved.value.empty(); }
bool is_firm(const Name& name) { return name.kind == NameKind::company || name.kind == NameKind::platform; }
bool looks_ahead(TimeUse use) { return use == TimeUse::forecast || use == TimeUse::target; }

class Carrier {
 public:
  Carrier(std::string_view folded, const ClauseWords& words, const Hits& hits, const std::vector<std::uint32_t>& paragraphs, ReadText& text)
      : folded_(folded), words_(words), hits_(hits), paragraphs_(paragraphs), text_(text), own_(text.clauses.size()) {}

  void run() {
    gather();
    for (std::uint32_t c = 0; c < text_.clauses.size(); ++c) {
      if (c == 0 || text_.clauses[c].sentence != text_.clauses[c - 1].sentence) begin_sentence(c);
      take(c);
    }
    hold();
  }

 private:
  // What a clause says itself; of periods the last, otherwise the first.
  struct Own {
    CarriedIndex subject, place, period, told;
    CarriedIndex in_brackets;   // a period said in its brackets
    CarriedIndex place_before;  // what was carried to it
    bool ahead = false;         // one of its periods lies ahead
  };
  struct Last {
    CarriedIndex what;
    std::uint32_t sentence = 0;
    bool said = false;  // also that it is open
  };
  static constexpr CarriedIndex kNow{kNoClause, Carried::date};

  void gather() {
    for (std::uint32_t i = 0; i < text_.times.size(); ++i) {
      const TimeInText& t = text_.times[i];
      if (t.clause == kNoClause) continue;
      Own& own = own_[t.clause];
      if (is_told(t)) own.told = {i, Carried::own};
      if (!is_period(t) || t.use == TimeUse::origin) continue;
      own.ahead |= looks_ahead(t.use);
      if (t.use != TimeUse::window) own.period = {i, Carried::own};
      else if (own.period.from == Carried::nothing) own.period = kNow;
      const std::uint32_t around = text_.clauses[t.clause].inside;
      if (around != kNoClause) own_[around].in_brackets = own.period;
      if (around != kNoClause && explains(t, around)) own_[around].period = own.period;
    }
    for (std::uint32_t i = 0; i < text_.places.size(); ++i) {
      const PlaceInText& place = text_.places[i];
      if (place.clause != kNoClause && !place.field && !own_[place.clause].place.has()) own_[place.clause].place = {i, Carried::own};
    }
    ClauseWalk walk(text_.clauses);
    for (std::uint32_t i = 0; i < text_.names.size(); ++i) {
      const std::uint32_t c = walk.at(text_.names[i].span.begin);
      name_clause_.push_back(c);
      subject_.push_back(c != kNoClause && is_subject(i, c));
      if (subject_.back() && !own_[c].subject.has()) own_[c].subject = {i, Carried::own};
    }
  }

  // 促销期间（5月31日至6月18日）: what stands in brackets before the first quantity says the period more exactly.
  [[nodiscard]] bool explains(const TimeInText& t, std::uint32_t around) const {
    const Clause& clause = text_.clauses[around];
    if (!own_[around].period.has() || (clause.quantities > 0 && text_.quantities[clause.first_quantity].span.begin < t.time.span.begin))
      return false;
    const ResolvedTime &outer = text_.times[own_[around].period.index].resolved, &inner = t.resolved;
    return outer.start && outer.end && inner.start && inner.end && *outer.start <= *inner.start && *inner.end <= *outer.end;
  }

  bool is_subject(std::uint32_t index, std::uint32_t c) const {
    const Name& name = text_.names[index];
    const std::uint32_t end = text_.clauses[c].span.end, near = std::min(name.span.end + kNear, end);
    if (is_firm(name)) {
      if (words_.ends_in(slice(folded_, name.span), WordUse::researcher)) return false;
      // 甲旗下乙: of two, the one that is owned.
      if (!hits_.behind(name.span.end, WordUse::owner)) return true;
      for (std::uint32_t i = index + 1; i < text_.names.size() && text_.names[i].span.begin < std::min(end, name.span.end + 3 * kNear); ++i)
        if (is_firm(text_.names[i])) return false;
      return true;
    }
    return name.kind == NameKind::body && !hits_.before(name.span.begin, WordUse::teller_before) &&
           !hits_.in({name.span.end, near}, WordUse::teller_after);
  }

  // 甲、乙和丙: one of several told together.
  [[nodiscard]] bool is_listed(const PlaceInText& place) const {
    return hits_.before(place.span.begin, WordUse::link) || hits_.behind(place.span.end, WordUse::link);
  }

  // A sentence that begins with an area drops the subject before it, one that begins with a company the area.
  void begin_sentence(std::uint32_t first) {
    period_here_ = {};
    if (begins_aspect(text_.clauses[first])) {
      if (!topic_) topic_ = {subject_before_, place_before_};
      std::tie(subject_before_, place_before_) = *topic_;
    }
    const Sentence& sentence = text_.sentences[text_.clauses[first].sentence];
    for (std::uint32_t c = first; c < sentence.first_clause + sentence.clauses; ++c) {
      const Own& own = own_[c];
      if (text_.clauses[c].inside != kNoClause) continue;
      const bool area = own.place.has(), subject = own.subject.has();
      if (area && !subject) subject_before_ = {};
      if (subject && !area && is_firm(text_.names[own.subject.index])) place_before_ = {};
      if (area || subject || text_.clauses[c].quantities > 0) return;
    }
  }

  // 从注册资本来看: what was spoken of before the first such sentence is spoken of again.
  [[nodiscard]] bool begins_aspect(const Clause& clause) const {
    if (!hits_.behind(clause.span.begin, WordUse::range_from)) return false;
    const auto words = hits_.between(clause.span.begin, clause.span.end);
    return words.back().is(WordUse::aspect) && words.back().span.end == clause.span.end;
  }

  CarriedIndex carried(const Last& last, std::uint32_t sentence) const {
    if (last.what.from == Carried::nothing) return {};
    if (last.what.from == Carried::date) return last.what;
    return {last.what.index, last.sentence == sentence                             ? Carried::sentence
                             : paragraphs_[last.sentence] == paragraphs_[sentence] ? Carried::paragraph
                                                                                   : Carried::article};
  }

  void take(std::uint32_t c) {
    Clause& clause = text_.clauses[c];
    Own& own = own_[c];
    const auto choose = [&](const CarriedIndex& said, CarriedIndex& of, const CarriedIndex Clause::*same, Last& last) {
      of = said.from != Carried::nothing ? said : from_whole(clause, same, carried(last, clause.sentence));
      if (said.from != Carried::nothing && clause.inside == kNoClause) last = {said, clause.sentence, true};
    };
    own.place_before = from_whole(clause, &Clause::place, carried(place_before_, clause.sentence));
    choose(own.subject, clause.subject, &Clause::subject, subject_before_);
    choose(own.place, clause.place, &Clause::place, place_before_);
    take_period(c);
    take_told(c);
    if (clause.outlook == Outlook::actual) clause.outlook = outlook_of(clause.period);
  }

  // What the whole says too is taken from there; in brackets nothing else counts.
  CarriedIndex from_whole(const Clause& clause, const CarriedIndex Clause::*of, CarriedIndex carried) const {
    const std::uint32_t whole = clause.inside != kNoClause ? clause.inside : clause.part_of;
    if (whole == kNoClause) return carried;
    const CarriedIndex& there = text_.clauses[whole].*of;
    if (there.from == Carried::nothing || (clause.inside == kNoClause && there.index != carried.index)) return carried;
    return there.from == Carried::date ? there : CarriedIndex{there.index, Carried::clause};
  }

  void take_period(std::uint32_t c) {
    Clause& clause = text_.clauses[c];
    CarriedIndex said = own_[c].period;
    if (said.from == Carried::nothing) said = own_[c].in_brackets;
    if (said.from == Carried::nothing && hits_.in(clause.span, WordUse::now)) said = kNow;
    const bool open =
        said.from == Carried::nothing && clause.times == 0 && hits_.in({clause.span.begin, clause.span.begin + 1}, WordUse::ahead);
    if (said.from == Carried::nothing && !open) {
      clause.period = from_whole(clause, &Clause::period, carried(period_here_.said ? period_here_ : period_before_, clause.sentence));
      return;
    }
    clause.period = said;
    if (clause.inside != kNoClause) return;
    period_here_ = {said, clause.sentence, true};
    // A part's period, and one without an end, go no further than the sentence where the paragraph has another.
    const bool known = period_before_.said && paragraphs_[period_before_.sentence] == paragraphs_[clause.sentence];
    const bool narrow = open || clause.part_of != kNoClause || (said.has() && text_.times[said.index].time.role == TimeRole::since);
    if (!open && !(narrow && known)) period_before_ = period_here_;
  }

  // A day of telling stands in where no period is known in the paragraph.
  void take_told(std::uint32_t c) {
    Clause& clause = text_.clauses[c];
    if (own_[c].told.has()) told_before_ = {own_[c].told, clause.sentence, true};
    if (clause.period.from != Carried::nothing && clause.period.from != Carried::article) return;
    CarriedIndex told = carried(told_before_, clause.sentence);
    if (told.from == Carried::nothing) return;
    if (told == CarriedIndex{own_[c].told.index, Carried::sentence}) told.from = Carried::own;
    if (clause.period.from == Carried::nothing || told.from != Carried::article) clause.period = told;
  }

  Outlook outlook_of(const CarriedIndex& period) const {
    if (!period.has()) return Outlook::actual;
    const TimeUse use = text_.times[period.index].use;
    return use == TimeUse::forecast ? Outlook::forecast : use == TimeUse::target ? Outlook::target : Outlook::actual;
  }

  // Goes once through the text, keeping what each clause has said so far.
  struct Said {
    CarriedIndex subject, place, period;
    CarriedIndex period_before;  // of an origin, which holds for one quantity
    bool origin = false;
    bool listed = false;  // places that are told together
  };
  void hold() {
    std::vector<Said> said(text_.clauses.size());
    text_.holdings.assign(text_.quantities.size(), {});
    std::uint32_t t = 0, p = 0, n = 0;
    ClauseWalk walk(text_.clauses);
    for (std::uint32_t q = 0; q < text_.quantities.size(); ++q) {
      const std::uint32_t at = text_.quantities[q].span.begin;
      for (; t < text_.times.size() && text_.times[t].time.span.begin < at; ++t)
        if (const std::uint32_t c = text_.times[t].clause; c != kNoClause && is_period(text_.times[t])) {
          const std::uint32_t around = text_.clauses[c].inside;
          say_period(said[c], t);
          if (around != kNoClause && own_[around].period.index == t) say_period(said[around], t);
        }
      for (; p < text_.places.size() && text_.places[p].span.begin < at; ++p) say_place(said, p);
      for (; n < text_.names.size() && text_.names[n].span.begin < at; ++n)
        if (subject_[n]) said[name_clause_[n]].subject = {n, Carried::own};
      Holding& h = text_.holdings[q];
      h.clause = walk.at(at);
      if (h.clause != kNoClause) fill(h, said[h.clause], p);
    }
    find_edges();
  }

  void say_period(Said& said, std::uint32_t t) const {
    const TimeUse use = text_.times[t].use;
    if (use == TimeUse::origin && !said.origin) said.period_before = said.period;
    said.origin = use == TimeUse::origin;
    said.period = use == TimeUse::window ? kNow : CarriedIndex{t, Carried::own};
  }

  void say_place(std::vector<Said>& said, std::uint32_t p) const {
    const PlaceInText& place = text_.places[p];
    if (place.clause == kNoClause || place.field) return;
    if (is_listed(place)) said[place.clause].listed = true;
    else said[place.clause].place = {p, Carried::own};
  }

  void fill(Holding& h, Said& said, std::uint32_t next_place) const {
    const Clause& clause = text_.clauses[h.clause];
    h.subject = said.subject.has() ? said.subject : clause.subject;
    h.place = said.place.has() ? said.place : said.listed ? own_[h.clause].place_before : clause.place;
    // The field of a rank is the area of a firm's, and where there is no other.
    if (next_place > 0 && text_.places[next_place - 1].field && text_.places[next_place - 1].clause == h.clause)
      if (h.place.from == Carried::nothing || (h.subject.has() && is_firm(text_.names[h.subject.index])))
        h.place = {next_place - 1, Carried::own};
    h.period = said.period.from != Carried::nothing ? said.period : clause.period;
    h.outlook = clause.outlook;
    const bool looked_back = said.period.has() && own_[h.clause].ahead && !looks_ahead(text_.times[said.period.index].use);
    if (looked_back) h.outlook = Outlook::actual;
    if (said.origin) said.period = said.period_before;
    said.origin = false;
  }

  // 从5亿元增至9亿元.
  void find_edges() {
    const auto begin = [&](std::uint32_t q) {
      const Quantity& quantity = text_.quantities[q];
      return quantity.hedge.empty() ? quantity.span.begin : std::min(quantity.hedge.begin, quantity.span.begin);
    };
    for (std::uint32_t q = 0; q + 1 < text_.quantities.size(); ++q) {
      Holding &from = text_.holdings[q], &to = text_.holdings[q + 1];
      if (from.clause != to.clause || !hits_.before(begin(q), WordUse::range_from) || !hits_.before(begin(q + 1), WordUse::until)) continue;
      from.edge = Holding::Edge::start;
      to.edge = Holding::Edge::end;
    }
  }

  std::string_view folded_;
  const ClauseWords& words_;
  const Hits& hits_;
  const std::vector<std::uint32_t>& paragraphs_;
  ReadText& text_;
  std::vector<Own> own_;                    // by clause
  std::vector<std::uint32_t> name_clause_;  // by name
  std::vector<bool> subject_;               // by name
  Last subject_before_, place_before_, told_before_;
  std::optional<std::pair<Last, Last>> topic_;  // subject and place before sentences that begin an aspect
  Last period_before_, period_here_;            // of the paragraph, of the sentence
};

}  // namespace

void carry(std::string_view folded, const ClauseWords& words, const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence,
           ReadText& text) {
  Carrier(folded, words, hits, paragraph_of_sentence, text).run();
}

}  // namespace fengbiao
