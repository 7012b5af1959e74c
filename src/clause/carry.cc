#include "clause/carry.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "clause/acts.h"
#include "clause/compared.h"
#include "clause/hold.h"
#include "clause/outlook.h"
#include "clause/spoken_of.h"
#include "clause/title_firm.h"
#include "clause/turns.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLeads = 15;  // bytes: a time that begins so near to the sentence's beginning leads it

bool is_told(const TimeInText& t) { return t.use == TimeUse::told && !t.resolved.value.empty(); }

class Carrier {
 public:
  Carrier(std::string_view folded, const ClauseWords& words, const Hits& hits, const std::vector<std::uint32_t>& paragraphs, ReadText& text)
      : folded_(folded),
        words_(words),
        hits_(hits),
        paragraphs_(paragraphs),
        text_(text),
        spoken_(folded, words, hits, text),
        own_(text.clauses.size()),
        compared_(folded, hits, spoken_, own_, text) {}

  void run() {
    gather();
    for (std::uint32_t c = 0; c < text_.clauses.size(); ++c) {
      if (c == 0 || text_.clauses[c].sentence != text_.clauses[c - 1].sentence) begin_sentence(c);
      take(c);
    }
    hold(folded_, hits_, spoken_, own_, name_clause_, subject_, text_);
  }

 private:
  struct Last {
    CarriedIndex what;
    std::uint32_t sentence = 0;
    bool said = false;       // also that it is open
    bool narrow = false;     // goes no further than the sentence, and not over a semicolon
    std::uint32_t part = 0;  // of the sentence, between semicolons
    Outlook outlook = Outlook::actual;
  };
  static constexpr CarriedIndex kNow{kNoClause, Carried::date};

  void gather() {
    for (std::uint32_t i = 0; i < text_.times.size(); ++i) {
      const TimeInText& t = text_.times[i];
      if (t.clause == kNoClause) continue;
      OwnWords& own = own_[t.clause];
      if (is_told(t)) own.told = {i, Carried::own};
      if (!is_period(t) || t.use == TimeUse::origin) continue;
      own.ahead |= looks_ahead(t.use);
      if (t.use == TimeUse::window) own.window = true;
      else if (t.use != TimeUse::aside || own.period.from == Carried::nothing) own.period = {i, Carried::own};
      const std::uint32_t around = text_.clauses[t.clause].inside;
      if (around != kNoClause) own_[around].in_brackets = own.period;
      if (around != kNoClause && explains(text_, t, own_[around].period)) own_[around].period = own.period;
    }
    for (std::uint32_t i = 0; i < text_.places.size(); ++i) {
      const PlaceInText& place = text_.places[i];
      if (place.clause == kNoClause || (place.field && !place.ranking) || place.covers || place.object || spoken_.is_listed(i)) continue;
      CarriedIndex& own = own_[place.clause].place;
      if (!own.has() || (text_.places[own.index].body && !place.body)) own = {i, Carried::own};
    }
    ClauseWalk walk(text_.clauses);
    std::uint32_t in_title = 0;
    std::uint32_t titled = kNoClause, in_body = kNoClause, firm = kNoClause, group = kNoClause,
                  next = 0;  // the firm spoken of last, and the group; the first clause behind it
    const auto same_firm = [&](std::uint32_t to) {
      for (; firm != kNoClause && next < to; ++next) {
        const Clause& clause = text_.clauses[next];
        if (OwnWords& own = own_[next];
            !own.subject.has() && ((begins_with(hits_, clause, WordUse::same_firm) && !says(clause, WordUse::teller_after)) ||
                                   begins_with(hits_, clause, WordUse::own_data)))
          own.subject = {group != kNoClause && begins_with(hits_, clause, WordUse::group)                                     ? group
                         : in_body != kNoClause && text_.names[firm].span.begin < text_.sentences[clause.sentence].span.begin ? in_body
                                                                                                                              : firm,
                         Carried::own};
      }
    };
    for (std::uint32_t i = 0; i < text_.names.size(); ++i) {
      const std::uint32_t c = walk.at(text_.names[i].span.begin);
      name_clause_.push_back(c);
      subject_.push_back(c != kNoClause && spoken_.is_subject(i, c));
      if (!subject_.back() || own_[c].subject.has()) continue;
      same_firm(c);
      if (own_[c].subject.has()) continue;
      own_[c].subject = {i, Carried::own};
      const bool owned = hits_.in({text_.clauses[c].span.begin, text_.names[i].span.begin}, WordUse::owner) != nullptr;
      // The one that the title is about, unless it names another; where the body named it last.
      const bool same = titled != kNoClause && (text_.names[titled].canonical == text_.names[i].canonical ||
                                                slice(folded_, text_.names[titled].span) == slice(folded_, text_.names[i].span));
      if (is_firm(text_.names[i]) && paragraphs_[text_.clauses[c].sentence] == 0) titled = in_title++ == 0 ? i : kNoClause;
      else if (same) in_body = i;
      if (is_firm(text_.names[i]) && !owned && paragraphs_[text_.clauses[c].sentence] > 0) firm = i;
      if (firm == i && words_.ends_in(slice(folded_, text_.names[i].span), WordUse::group)) group = group == kNoClause ? i : group;
      next = c + 1;
    }
    same_firm(static_cast<std::uint32_t>(text_.clauses.size()));
    take_turns(folded_, hits_, spoken_, paragraphs_, text_, own_);
  }

  void begin_paragraph(std::uint32_t first) {
    const std::uint32_t sentence = text_.clauses[first].sentence, paragraph = paragraphs_[sentence];
    // A firm that was named behind what a sentence told first goes no further than its paragraph.
    if (subject_before_.narrow && paragraphs_[subject_before_.sentence] != paragraph) subject_before_ = {};
    // Who tells of his own tells nothing of the place.
    if (apart_place_.said && paragraphs_[apart_place_.sentence] != paragraph) {
      if (!place_before_.said) place_before_ = apart_place_;
      apart_place_ = {};
    }
    const Sentence& here = text_.sentences[sentence];
    for (std::uint32_t c = first; c < here.first_clause + here.clauses && place_before_.said && paragraph > 0; ++c) {
      if (!says(text_.clauses[c], WordUse::one_person) && !says(text_.clauses[c], WordUse::someone)) continue;
      apart_place_ = place_before_;
      apart_place_.sentence = sentence;
      place_before_ = {};
    }
  }

  // A sentence that begins with an area drops the subject before it, one that begins with a company the area; but the only firm of the
  // title stays. What stands further inside a sentence goes no further than it.
  void begin_sentence(std::uint32_t first) {
    period_here_ = since_here_ = subject_here_ = place_here_ = {};
    part_ = 0;
    led_ = led_here_ = wide_here_ = false;
    begin_paragraph(first);
    // What is expected for a year ends with the sentences that expect something.
    if (period_before_.said && period_before_.outlook == Outlook::forecast && actual_before_.said && !looks_ahead_in(text_, first) &&
        text_.value_of(period_before_.what) != text_.value_of(actual_before_.what))
      period_before_ = actual_before_;
    else if (period_before_.outlook == Outlook::forecast && own_[first].told.has() && !looks_ahead_in(text_, first))
      period_before_ = {};  // nor into a paragraph that begins with what came about on a day
    looks_at_parts_ =
        begins_aspect(hits_, text_.clauses[first]) && !(own_[first].place.has() && text_.places[own_[first].place.index].word);
    if (looks_at_parts_) {
      if (!topic_) topic_ = {subject_before_, place_before_};
      std::tie(subject_before_, place_before_) = *topic_;
    }
    const Sentence& sentence = text_.sentences[text_.clauses[first].sentence];
    const bool several_before = several_;
    several_ = spoken_.subjects_of(sentence, subject_) > 1;
    text_.sentences[text_.clauses[first].sentence].several_firms = several_;
    // 甲居首。第二位的乙收入4亿元: firms are ranked on, in the place that was told.
    const bool ranked = compared_.ranks(sentence);
    const bool others =
        several_before && first > 0 && paragraphs_[text_.clauses[first - 1].sentence] == paragraphs_[text_.clauses[first].sentence];
    const bool ranked_here = ranks_ == paragraphs_[text_.clauses[first].sentence];
    const bool goes_on =
        (ranked_here && (ranked || (several_ && compared_.compares(sentence)))) || (ranks_ != kNoClause && compared_.ranks_on(sentence));
    text_.sentences[text_.clauses[first].sentence].several_firms |= goes_on;
    several_ = several_ || spoken_.firms_of(sentence) > 2;
    if (ranked) ranks_ = paragraphs_[text_.clauses[first].sentence];
    const bool counts =
        std::any_of(text_.clauses.begin() + sentence.first_clause, text_.clauses.begin() + sentence.first_clause + sentence.clauses,
                    [](const Clause& clause) { return clause.quantities > 0; });
    beside_ = sole_.has() && counts;
    compares_places_ = compared_.compares_places(sentence) || (place_before_.said && compared_.ranks_place(sentence));
    if (!sole_.has() && paragraphs_[text_.clauses[first].sentence] == 1 && !looked_at_title_) find_sole();
    for (std::uint32_t c = first; c < sentence.first_clause + sentence.clauses; ++c) {
      const OwnWords& own = own_[c];
      if (text_.clauses[c].inside != kNoClause) continue;
      const bool area = own.place.has(), subject = own.subject.has();
      const bool told = (area && text_.places[own.place.index].body) || says(text_.clauses[c], WordUse::some_teller) ||
                        spoken_.names_paper(text_.clauses[c]) ||
                        (spoken_.names_researcher(text_.clauses[c]) && (!sole_.has() || tells_of_place_alone(sentence)));
      if (told && !subject && says(text_.clauses[c], WordUse::some_teller)) apart_ = paragraphs_[text_.clauses[first].sentence];
      if (subject) apart_ = kNoClause;
      // 甲、乙和丙分居前三。全国门店共5万家: the field again, and not the firm of the title.
      const bool field = others && area && !subject && text_.places[own.place.index].word;
      if ((area && !subject && !sole_.has()) || (told && !subject) || field) subject_before_ = {};
      else if (!subject && sole_.has() && !subject_before_.said && apart_ != paragraphs_[text_.clauses[first].sentence])
        subject_before_ = {sole_, text_.clauses[0].sentence, true};
      const bool tells = subject && tells_of_place(hits_, text_, text_.clauses[c], text_.names[own.subject.index], place_before_.what);
      if (subject && !area && !compared_.lists_firms(sentence) && !goes_on &&
          !(text_.place_leads && (compared_.compares(sentence) || (!sole_.has() && (!counts || tells)))) &&
          is_firm(text_.names[own.subject.index]))
        place_before_ = {};
      if (area || subject || told || text_.clauses[c].quantities > 0) return;
    }
  }

  // 据某机构统计，美国零售额达5亿元: the place is spoken of, and no firm.
  [[nodiscard]] bool tells_of_place_alone(const Sentence& sentence) const {
    bool place = false;
    for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses; ++c) {
      if (own_[c].subject.has() || says(text_.clauses[c], WordUse::its)) return false;
      place |= own_[c].place.has() ? !text_.places[own_[c].place.index].body : spoken_.shares_in_place(text_.clauses[c]);
    }
    return place;
  }

  void find_sole() {
    looked_at_title_ = true;
    const TitleFirm title = firm_of_title(folded_, spoken_, compared_, own_, subject_, paragraphs_, text_);
    sole_ = title.sole;
    text_.place_leads = title.place_leads;
    if (title.only_compared || title.untold) subject_before_ = {};
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
    OwnWords& own = own_[c];
    if (own.subject.has() && only_tells(c)) subject_[std::exchange(own.subject, {}).index] = false;
    const auto choose = [&](const CarriedIndex& said, CarriedIndex& of, const CarriedIndex Clause::*same, Last& here, Last& before,
                            bool goes_on) {
      const bool over = &here == &subject_here_ && !several_;  // the subject goes on over a semicolon
      const Last& last = here.said && (over || here.part == part_) ? here : before;
      of = said.from != Carried::nothing ? said : from_whole(clause, same, carried(last, clause.sentence));
      if (said.from == Carried::nothing || clause.inside != kNoClause) return;
      here = {said, clause.sentence, true, false, part_};
      if (goes_on) before = here;
    };
    if (!own.place.has() && clause.inside == kNoClause && says(clause, WordUse::those_places)) own.place.from = Carried::own;
    if (!own.subject.has() && clause.inside == kNoClause && begins_with(hits_, clause, WordUse::those_firms))
      own.subject.from = Carried::own;
    // 甲占5%, 乙占4%, 其余合计3%: none of those named.
    if ((several_ || (subject_here_.said && !sole_.has())) && !own.subject.has() && clause.inside == kNoClause &&
        begins_with(hits_, clause, WordUse::rest)) {
      own.subject.from = Carried::own;
      own.turn = true;
    }
    if (own.place.has() && text_.places[own.place.index].body && place_before_.said && spoken_.is_within(own.place, place_before_.what))
      own.place = {};
    const bool leads = !led_ && clause.part_of == kNoClause;
    const Last& place = place_here_.said && place_here_.part == part_ ? place_here_ : place_before_;
    own.place_before = from_whole(clause, &Clause::place, carried(place, clause.sentence));
    const std::uint32_t subject_was = subject_before_.what.index;
    choose(own.subject, clause.subject, &Clause::subject, subject_here_, subject_before_,
           !several_ && !own.turn && (leads || (!subject_before_.said && apart_ != paragraphs_[clause.sentence])) &&
               !(beside_ && is_other_firm(own.subject)) && !(text_.place_leads && !sole_.has()));
    if (!leads && subject_before_.what.index != subject_was) subject_before_.narrow = true;
    const bool first = stands_before_last(text_, own.place, clause);
    choose(own.place, clause.place, &Clause::place, place_here_, place_before_,
           first && !compares_places_ && (!looks_at_parts_ || text_.places[own.place.index].body) &&
               (text_.places[own.place.index].word || !hits_.behind(text_.places[own.place.index].span.end, WordUse::kind_of_firm)) &&
               (place_before_.said ? leads && !is_part_of(own.place) : leads || !counted_));
    if (own.place.has() && !first) place_here_ = {};  // 服务3亿东南亚消费者
    led_ = led_ || (clause.inside == kNoClause && (tells_number(text_, clause) || own.place.has()));
    counted_ = counted_ || (tells_number(text_, clause) && paragraphs_[clause.sentence] > 0);
    take_period(c);
    if (is_over(text_, clause)) clause.outlook = Outlook::actual;
    take_told(c);
    clause.counted_anew = counts_anew(clause) ||
                          (told_before_.said && clause.period.index == told_before_.what.index && is_published(text_, told_before_.what));
    clause.so_far = says(clause, WordUse::so_far);
    if (clause.outlook == Outlook::actual) clause.outlook = outlook_of(text_, clause.period);
    counted_in_ = counted_in_ || (clause.quantities > 0 && clause.period.index == period_before_.what.index);
    led_here_ = led_here_ || (clause.inside == kNoClause && clause.quantities > 0);
    if (clause.inside == kNoClause && clause.closed_by == ClosedBy::semicolon) ++part_;
  }

  // The firm of the clause is a channel of another, or only tells.
  [[nodiscard]] bool only_tells(std::uint32_t c) const {
    const Clause& clause = text_.clauses[c];
    const CarriedIndex& firm = own_[c].subject;
    const std::uint32_t end = text_.names[firm.index].span.end;
    const bool bare = clause.quantities == 0 && clause.inside == kNoClause;
    if (sole_.has())  // 抖音账号; 华为…热销。京东页面显示，预约量达5万
      return is_other_firm(firm) && (hits_.behind(end, WordUse::channel) || (bare && hits_.in({end, clause.span.end}, WordUse::shows)));
    return bare && c + 1 < text_.clauses.size() && !own_[c + 1].subject.has() &&
           tells_of_facility(hits_, text_, c, text_.names[firm.index], own_[c + 1].place);
  }

  // Another firm than the one the article is about.
  [[nodiscard]] bool is_other_firm(const CarriedIndex& subject) const {
    if (!subject.has() || !subject_before_.said) return false;
    const Name &name = text_.names[subject.index], &sole = text_.names[sole_.index];
    return is_firm(name) && (name.id.empty() ? slice(folded_, name.span) != slice(folded_, sole.span) : name.id != sole.id);
  }
  // 揭阳 where 广东 is spoken of, an airport where its city is: what follows is not told of it.
  [[nodiscard]] bool is_part_of(const CarriedIndex& said) const {
    const PlaceInText& place = text_.places[said.index];
    if (place.region || place.origin) return true;
    const PlaceInText& before = text_.places[place_before_.what.index];
    return spoken_.is_within(said, place_before_.what) ||
           (place.facility && !before.facility && (place.code.empty() || place.code == before.code));
  }

  // What the whole says too is taken from there; in brackets nothing else counts.
  CarriedIndex from_whole(const Clause& clause, const CarriedIndex Clause::*of, CarriedIndex carried) const {
    const std::uint32_t whole = clause.inside != kNoClause ? clause.inside : clause.part_of;
    if (whole == kNoClause) return carried;
    const CarriedIndex& there = text_.clauses[whole].*of;
    if (there.from == Carried::nothing || (clause.inside == kNoClause && there.index != carried.index)) return carried;
    return there.from == Carried::date ? there : CarriedIndex{there.index, Carried::clause};
  }

  [[nodiscard]] const TimeInText* time_of(const CarriedIndex& period) const { return period.has() ? &text_.times[period.index] : nullptr; }

  [[nodiscard]] bool in_paragraph(const Last& last, const Clause& clause) const {
    return last.said && paragraphs_[last.sentence] == paragraphs_[clause.sentence];
  }

  // What holds for a clause that says no period: that of the sentence so far, else that of the paragraph.
  [[nodiscard]] const Last& period_so_far() const {
    const bool over = !wide_here_ && period_here_.what.from != Carried::date;  // over a semicolon
    return period_here_.said && (!period_here_.narrow || period_here_.part == part_ || over) ? period_here_ : period_before_;
  }

  void take_period(std::uint32_t c) {
    Clause& clause = text_.clauses[c];
    CarriedIndex said = own_[c].period;
    if (said.from == Carried::nothing) said = own_[c].in_brackets;
    if (said.from == Carried::nothing && says_now(hits_, clause)) said = kNow;
    // 到2026年…，届时达5亿元
    if (said.from == Carried::nothing && says(clause, WordUse::by_then) && ahead_before_.said &&
        paragraphs_[ahead_before_.sentence] == paragraphs_[clause.sentence])
      said = carried(ahead_before_, clause.sentence);
    const Last& before = period_so_far();
    if (said.from == Carried::nothing && clause.times == 0 && says(clause, WordUse::since_event)) {
      clause.period = kNow;
      return;
    }
    if (says(clause, WordUse::survey)) surveyed_ = paragraphs_[clause.sentence];
    if (said.from == Carried::nothing && own_[c].window && !before.said && surveyed_ != paragraphs_[clause.sentence]) said = kNow;
    const bool open =
        said.from == Carried::nothing && clause.times == 0 && hits_.in({clause.span.begin, clause.span.begin + 1}, WordUse::ahead);
    if (own_[c].period.from == Carried::nothing && own_[c].in_brackets.from == Carried::nothing && !open && is_act(hits_, text_, clause)) {
      period_here_ = period_before_ = asked_;
      if (asked_.said && says(clause, WordUse::survey)) clause.period = carried(asked_, clause.sentence);
      return;
    }
    // 目前日均5万单；累计破获9起: what adds up did so over the time that was told before.
    if (said.from == Carried::nothing && before.what.from == Carried::date && flow_before_.said && says(clause, WordUse::so_far) &&
        clause.inside == kNoClause) {
      clause.period = carried(flow_before_, clause.sentence);
      return;
    }
    // 报告期内, 同期 behind a day: the time over which things were told before.
    if (said.from == Carried::nothing && clause.inside == kNoClause && clause.times == 0 && flow_before_.said &&
        (begins_with(hits_, clause, WordUse::same_report) ||
         (begins_with(hits_, clause, WordUse::same_time) && !in_paragraph(before, clause))) &&
        text_.value_of(flow_before_.what).size() != 10) {
      clause.period = carried(flow_before_, clause.sentence);
      period_here_ = period_before_ = flow_before_;
      return;
    }
    if (said.from == Carried::nothing && !open) {
      clause.period = from_whole(clause, &Clause::period, carried(before, clause.sentence));
      // 甲计划年内再开5家；乙由6家增至9家: for when something is aimed at is not when something else is.
      const bool of_part = before.outlook == Outlook::target && before.sentence == clause.sentence && before.part != part_;
      if (of_part && clause.outlook == Outlook::actual) clause.period = {};
      if (clause.outlook == Outlook::actual && clause.period.has()) clause.outlook = before.outlook;
      if (clause.outlook != Outlook::actual && clause.period.from == Carried::date && before.outlook == Outlook::actual) clause.period = {};
      if (clause.period.has() && since_here_.said) clause.since = since_here_.what;
      return;
    }
    clause.period = said;
    const TimeInText* time = time_of(said);
    if (time && time->use == TimeUse::flow && clause.quantities == 0 && says(clause, WordUse::poll) && says(clause, WordUse::conduct))
      asked_ = {said, clause.sentence, true};  // 调查于7月至8月开展: for when people answer
    if (time && clause.outlook == Outlook::actual &&
        (is_expected(*time, clause) || (before.outlook == Outlook::actual && is_running_year(hits_, text_, *time, clause))))
      clause.outlook = Outlook::forecast;
    if (time && looks_ahead(time->use)) ahead_before_ = {said, clause.sentence, true};
    if (time && clause.outlook == Outlook::forecast) expected_ = {said, clause.sentence, true};
    // 预计全年: to the end of this part of the sentence.
    if (time && time->use == TimeUse::aside && time->time.from.of_said && time->time.from.year_shift == 0 && clause.inside == kNoClause) {
      if (clause.outlook == Outlook::actual) clause.outlook = before.outlook;
      if (clause.outlook != Outlook::actual) period_here_ = {said, clause.sentence, true, true, part_, clause.outlook};
    }
    // 上年同期，销量为5亿件: told beside, but for what follows.
    if (time && time->use == TimeUse::aside && clause.inside == kNoClause && clause.quantities == 0 && time->time.span == clause.span)
      period_here_ = {said, clause.sentence, true, true, part_, Outlook::actual};
    if (clause.inside != kNoClause || (time && time->use == TimeUse::aside) ||
        (is_act(hits_, text_, clause) && says(clause, WordUse::survey)))
      return;
    const bool since = time && time->time.role == TimeRole::since;
    if (since && before.said && tells_rates(text_, clause)) return;  // 自2016年以来扩大了1.6倍，其中
    if (since) since_here_ = {said, clause.sentence, true};
    else if (time && time->use == TimeUse::stock && since_here_.said) clause.since = since_here_.what;
    else since_here_ = {};
    // A part's period, and one without an end, go no further than the sentence where the paragraph has another; likewise a day of the
    // period that is spoken of, its end, and what lies ahead where it does not.
    // 今年不一样。1月1日至15日，…: a year of which no number was told.
    const bool idle =
        !counted_in_ && !led_here_ && time && time->time.kind == TimeKind::range && period_before_.sentence != clause.sentence;
    const bool known = period_before_.said && paragraphs_[period_before_.sentence] == paragraphs_[clause.sentence] && !idle;
    const bool ahead = clause.outlook != Outlook::actual || (time && looks_ahead(time->use));
    const bool modifies = time && said.from == Carried::own && stands_last(hits_, text_, *time, clause);  // 认定12个2022年度基地
    if ((modifies && !known) || (time && hits_.before(time->time.span.begin, WordUse::only))) {           // 十年间…，仅2023年就
      period_here_ = {said, clause.sentence, true, true, part_, Outlook::actual};
      return;
    }
    const bool inner = time && time->use == TimeUse::stock &&  // 从3月末的9个减到6月末的7个
                       time->time.span.begin > text_.sentences[clause.sentence].span.begin + kLeads;
    if (inner && period_before_.said && is_inside(text_, said, period_before_.what) && is_of_one(hits_, text_, *time)) return;
    const bool day =
        time && (time->resolved.value.size() == 10 || inner) && period_before_.said && is_inside(text_, said, period_before_.what);
    const bool later = ahead && led_here_;  // behind what was told of now
    const bool narrow = day || later ||
                        (known && (open || modifies || clause.part_of != kNoClause || since ||
                                   (ahead && period_before_.outlook == Outlook::actual) || is_inside(text_, said, period_before_.what)));
    counted_in_ &= narrow;
    const Outlook outlook = time && looks_ahead(time->use) ? outlook_of(text_, said) : outlook_behind(text_, c);
    period_here_ = {said, clause.sentence, true, narrow, part_, outlook};
    // What a title expects is not what its article tells.
    const bool of_title = outlook != Outlook::actual && paragraphs_[clause.sentence] == 0;
    if (!open && !narrow && !of_title) {
      period_before_ = period_here_;
      if (outlook == Outlook::actual) actual_before_ = period_here_;
    }
    wide_here_ = wide_here_ || !narrow;
    if (time && time->use == TimeUse::flow && !narrow) flow_before_ = period_here_;
  }

  // 预计今年达7亿部。今年在甲地约为5%: a year that is not over, where the paragraph told what is expected for it.
  [[nodiscard]] bool is_expected(const TimeInText& t, const Clause& clause) const {
    const TimeInText* other = expected_.said ? time_of(expected_.what) : nullptr;
    return other && t.use == TimeUse::flow && t.resolved.value == other->resolved.value && t.resolved.value.size() == 4 &&
           paragraphs_[expected_.sentence] == paragraphs_[clause.sentence] && text_.now.size() > 6 &&
           text_.now.substr(1, 4) <= t.resolved.value && text_.now.substr(6) != "12" && !says(clause, WordUse::now) &&
           !says(clause, WordUse::so_far) && !says(clause, WordUse::done) && !says(clause, WordUse::survey);
  }

  // A day of telling stands in where no period is known in the paragraph.
  void take_told(std::uint32_t c) {
    Clause& clause = text_.clauses[c];
    if (own_[c].told.has() && text_.times[own_[c].told.index].time.role == TimeRole::over)
      told_before_ = {own_[c].told, clause.sentence, true};
    for (std::uint32_t t = clause.first_time; t < clause.first_time + clause.times; ++t)
      if (names_ranking(hits_, text_, text_.times[t], clause)) ranked_before_ = {{t, Carried::own}, clause.sentence, true};
    if (clause.period.from != Carried::nothing && clause.period.from != Carried::article) return;
    if (clause.period.from == Carried::nothing && ranked_before_.said) {
      clause.period = carried(ranked_before_, clause.sentence);
      return;
    }
    CarriedIndex told = carried(told_before_, clause.sentence);
    if (told.from == Carried::nothing || is_poll(text_, told) ||
        (clause.outlook != Outlook::actual && !own_[c].told.has() && !says(clause, WordUse::so_far)))
      return;
    if (told == CarriedIndex{own_[c].told.index, Carried::sentence}) told.from = Carried::own;
    if (clause.period.from == Carried::nothing || told.from != Carried::article) clause.period = told;
  }

  std::string_view folded_;
  const ClauseWords& words_;
  const Hits& hits_;
  const std::vector<std::uint32_t>& paragraphs_;
  ReadText& text_;
  const SpokenOf spoken_;
  std::vector<OwnWords> own_;  // by clause
  const Compared compared_;
  std::vector<std::uint32_t> name_clause_;  // by name
  std::vector<bool> subject_;               // by name
  Last subject_before_, place_before_, told_before_;
  Last subject_here_, place_here_;  // of the sentence
  CarriedIndex sole_;               // the only firm of the title
  bool looked_at_title_ = false;
  std::uint32_t apart_ = kNoClause;             // the paragraph in which others tell of the field
  bool beside_ = false;                         // the article is about one firm, and the sentence counts something
  bool led_ = false, several_ = false;          // of the sentence: it has begun to tell; it speaks of several firms
  bool compares_places_ = false;                // likewise
  bool looks_at_parts_ = false;                 // likewise: 从地域看
  std::uint32_t ranks_ = kNoClause;             // the paragraph that ranked a firm
  bool counted_ = false;                        // the body has told a number
  std::optional<std::pair<Last, Last>> topic_;  // subject and place before sentences that begin an aspect
  Last period_before_, period_here_;            // of the paragraph, of the sentence
  std::uint32_t surveyed_ = kNoClause;          // the paragraph that told of a survey
  Last expected_;                               // of the paragraph: for which something is expected
  Last ahead_before_, asked_;                   // that lies ahead; when those who answer were asked
  Last ranked_before_;                          // the year in the name of a ranking
  Last actual_before_;                          // the last one that is no forecast
  bool counted_in_ = false;                     // a number was told of the period of the paragraph
  bool led_here_ = false;                       // the sentence has told a number of now
  bool wide_here_ = false;                      // and a period that goes further
  Last apart_place_;                            // the place that was spoken of before a person told of his own
  Last flow_before_;                            // of the article
  Last since_here_;                             // of the sentence
  std::uint32_t part_ = 0;                      // of the sentence, between semicolons
};

}  // namespace

void carry(std::string_view folded, const ClauseWords& words, const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence,
           ReadText& text) {
  Carrier(folded, words, hits, paragraph_of_sentence, text).run();
}

}  // namespace fengbiao
