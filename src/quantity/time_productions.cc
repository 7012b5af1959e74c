// What the rules of data/units/times.yaml make. A production merges what the tokens of a fit say into one Time; it declines what
// cannot be: a month 13, a year of three digits, a range that runs backwards.
//
//   part   one part of a time from a number or a word      join   several of them as one point      range  two points
//   edge   the end, the beginning, since, until of a point  span   so long up to now or from now on
//
// Tested by time_test.cc.
#include <cmath>

#include "quantity/productions.h"
#include "quantity/time_parts.h"

namespace fengbiao {
namespace {

class TimeGrammar final : public TimeProductions {
 public:
  static Result<std::unique_ptr<TimeProductions>> make_for(Classes& classes) {
    auto made = std::make_unique<TimeGrammar>();
    FB_TRY(made->number_, classes.intern("number"));
    FB_TRY(made->time_, classes.intern("time"));
    return made;
  }

  [[nodiscard]] std::optional<int> find(std::string_view makes) const override {
    for (std::size_t i = 0; i < std::size(kMakers); ++i)
      if (kMakers[i].name == makes) return static_cast<int>(i);
    return std::nullopt;
  }

  bool make(int production, const Fit& fit, void* memory, Token& out, std::string& why) const override {
    const Maker& maker = kMakers[static_cast<std::size_t>(production)];
    if (!maker.make) return true;  // what looked like a time is taken
    Work work{*this, fit, *static_cast<Scratch*>(memory), out, {}};
    if (!(work.*maker.make)()) {
      why = maker.declines;
      return false;
    }
    if (out.value != kNone) return finish(work, fit, out);
    Time& time = work.time;
    time.span = fit.span();
    time.rule = fit.rule().name;
    const auto ahead = [](const TimePoint& p) {
      return p.base == TimePoint::Base::reference &&
             (p.year_shift.value_or(0) > 0 || p.quarter_shift.value_or(0) > 0 || p.month_shift.value_or(0) > 0 ||
              p.week_shift.value_or(0) > 0 || p.day_shift.value_or(0) > 0);
    };
    time.future = time.future || ahead(time.from) || ahead(time.to);
    out.value = static_cast<std::uint32_t>(work.scratch.times.size());
    work.scratch.times.push_back(std::move(time));
    return finish(work, fit, out);
  }

 private:
  // One fit at work.
  struct Work {
    const TimeGrammar& owner;
    const Fit& fit;
    Scratch& scratch;
    Token& out;
    Time time;

    const Number* number(std::string_view label) const {
      const Token* t = fit.get(label);
      return t ? number(*t) : nullptr;
    }
    const Number* number(const Token& t) const {
      return t.classes.has(owner.number_) && t.value != kNone ? &scratch.numbers[t.value] : nullptr;
    }
    const Number* plain(std::string_view label) const {
      const Number* n = number(label);
      return n && n->plain() ? n : nullptr;
    }
    const Time* made(const Token& t) const { return !t.classes.has(owner.number_) && t.value != kNone ? &scratch.times[t.value] : nullptr; }
    const Time* made(std::string_view label) const {
      const Token* t = fit.get(label);
      return t ? made(*t) : nullptr;
    }
    const Word* word(const Token& t) const { return t.word != kNone ? &scratch.lexicon->word(t.word) : nullptr; }
    std::string_view attribute(std::string_view label, std::string_view key) const {
      const Token* t = fit.get(label);
      return t && word(*t) ? word(*t)->attribute(key) : std::string_view();
    }
    bool words_say(TimePoint& point) const {
      for (const auto& [key, value] : fit.rule().with)
        if (!say(point, key, value)) return false;
      for (const Token& t : fit.tokens())
        if (const Word* w = t.value == kNone ? word(t) : nullptr)
          for (const auto& [key, value] : w->attributes)
            if (!say(point, key, value)) return false;
      return true;
    }
    // A year as printed: four digits, or two where the rule says so.
    bool year(const Number& n, TimePoint& point) const {
      if (!n.plain()) return false;
      if (fit.with("digits") == "2") {
        constexpr int kTurn = 70;  // 70 to 99 are of the last century
        if (n.printed_digits != 2 || !n.arabic || (!fit.with("padded").empty() && !n.padded)) return false;
        return set_part(point, "year", n.value + (n.value < kTurn ? 2000 : 1900));
      }
      // Before a month any year is one; alone, 5000年 is an amount.
      const double most = fit.with("digits") == "4" ? 3000 : 10000;
      return n.printed_digits == 4 && n.value >= 1000 && n.value < most && set_part(point, "year", n.value);
    }

    bool part() {
      constexpr int kSunday = 7;  // the weekday that has no number
      if (!words_say(time.from)) return false;
      time.from.leap = fit.has("leap");
      const std::string_view set = fit.with("set");
      const Number* n = number("number");
      if (!n) return fit.with("otherwise").empty() || set_part(time.from, set, kSunday);  // 上周日
      if (set == "year") return year(*n, time.from);
      return n->plain() && (set != "weekday" || n->value < kSunday) && set_part(time.from, set, n->value);
    }
    bool weekend() {
      time.kind = TimeKind::range;
      if (!words_say(time.from)) return false;
      time.to = time.from;
      time.from.weekday = 6;
      time.to.weekday = 7;
      return true;
    }
    bool reign() {
      const auto before = whole_number(attribute("reign", "before"));
      const Number* n = number("number");
      if (!before || (n && (!n->plain() || n->value > 99))) return false;
      return set_part(time.from, "year", *before + (n ? n->value : 1));
    }
    bool part_code() {
      const std::string_view text = slice(fit.text(), fit.span());
      const bool with_year = text.size() == 6;
      if ((text.size() != 2 && !with_year) || (text[text.size() - 2] != 'Q' && text[text.size() - 2] != 'H')) return false;
      const auto which = whole_number(text.substr(text.size() - 1));
      const auto said = with_year ? whole_number(text.substr(0, 4)) : std::nullopt;
      if (!which || (with_year && (!said || *said < 1000))) return false;
      return set_part(time.from, text[text.size() - 2] == 'Q' ? "quarter" : "half", *which) &&
             (!said || set_part(time.from, "year", *said));
    }
    bool figures() {
      std::vector<const Number*> numbers;
      for (const Token& t : fit.tokens())
        if (const Number* n = number(t)) numbers.push_back(n);
      if (numbers.size() != 3) return false;
      for (const Number* n : numbers)
        if (!n->plain() || !n->arabic) return false;
      // Nothing stands between the figures but their mark.
      for (std::size_t i = 1; i < fit.tokens().size(); ++i)
        if (fit.tokens()[i].span.begin != fit.tokens()[i - 1].span.end) return false;
      if (numbers[1]->printed_digits > 2 || numbers[2]->printed_digits > 2 || !year(*numbers[0], time.from)) return false;
      return set_part(time.from, "month", numbers[1]->value) && set_part(time.from, "day", numbers[2]->value) && is_possible(time.from);
    }
    bool clock() {
      const Number *h = plain("hour"), *m = number("minute"), *s = number("second");
      if (!h || (m && !m->plain()) || (s && !s->plain())) return false;
      if (!fit.with("only").empty() && (h->value != 0 || h->arabic)) return false;
      const std::string_view half_day = attribute("daypart", "half_day");
      const bool am = fit.has("am") || half_day == "am", pm = fit.has("pm") || half_day == "pm", noon = half_day == "noon";
      if (fit.has("colon")) {
        if (!h->arabic || !m || !m->arabic || m->printed_digits != 2 || h->printed_digits > 2 || (s && s->printed_digits != 2))
          return false;
        // 9:16 is as likely a ratio.
        constexpr int kRound = 5;
        if (!am && !pm && !noon && !s && h->printed_digits == 1 && (static_cast<int>(m->value) % kRound != 0 || h->value < 2)) return false;
      }
      double hour = h->value;
      if ((pm || (noon && hour < 6)) && hour < 12) hour += 12;
      if (am && fit.has("am") && hour == 12) hour = 0;
      time.kind = TimeKind::clock;
      if (am || pm || noon) time.from.afternoon = !am;
      if (!set_part(time.from, "hour", hour)) return false;
      if (hour == 24 && ((m && m->value > 0) || s)) return false;
      if (m && !set_part(time.from, "minute", m->value)) return false;
      if (s && !set_part(time.from, "second", s->value)) return false;
      if (fit.has("half")) time.from.minute = 30;
      if (const auto minute = whole_number(attribute("quarter_hour", "minute"))) time.from.minute = minute;
      return true;
    }
    bool duration() {
      time.kind = TimeKind::duration;
      const auto unit_of = [&](const Token& t) {
        const Word* w = word(t);
        const std::string_view said = w ? w->attribute("period") : std::string_view();
        return said.empty() ? fit.with("period") : said;
      };
      std::vector<std::pair<double, std::string>> amounts;
      const std::vector<const Token*> numbers = fit.all("number"), units = fit.all("unit");
      if (!fit.with("half").empty()) {
        amounts = half_amount(0, unit_of(*units.front()));
      } else {
        const Token* minutes = fit.get("minutes");
        for (std::size_t i = 0, u = 0; i < numbers.size(); ++i) {
          const Number* n = number(*numbers[i]);
          if (!n || n->negative || n->fraction || (n->value_max && numbers.size() > 1) || n->value > 1e9) return false;
          // The token behind the number is its unit, but for 多 and 余.
          const bool is_minutes = minutes && (u == units.size() || minutes < units[u]) && numbers[i] < minutes;
          if (!is_minutes && u == units.size()) return false;
          const std::string unit(is_minutes ? "TM" : unit_of(*units[u]));
          // 29.1个小时 is measured: a quantity.
          if (n->decimal && unit.front() == 'T' && numbers.size() == 1) return false;
          const bool last = !is_minutes && u + 1 == units.size() && (fit.has("half") || broken(*units[u]));
          // A year of four digits is one of the calendar.
          if (unit == "Y" && n->printed_digits == 4 && n->plain() && !n->grouped && i == 0 && n->value < 3000) return false;
          if (last)
            for (auto& a : half_amount(n->value, unit)) amounts.push_back(std::move(a));
          else amounts.push_back(written_amount(n->value, unit));
          if (!is_minutes) ++u;
          else minutes = nullptr;
        }
      }
      time.duration = duration_form(amounts);
      if (const Number* n = numbers.empty() ? nullptr : number(*numbers.front()); n && n->value_max) {  // 两三年
        amounts.front().first *= *n->value_max / n->value;
        time.duration += "/" + duration_form(amounts);
        return n->value > 0 && amounts.size() == 1;
      }
      return true;
    }
    bool broken(const Token& t) const { return word(t) && !word(t)->attribute("broken").empty(); }
    bool set() {
      time.kind = TimeKind::set;
      if (const Time* whole = made("set")) {
        time.duration = whole->duration;
        const Time *point = made("point"), *edge = made("edge");
        if (edge && (edge->kind != TimeKind::period || edge->role == TimeRole::since || says_year_of(edge->from))) return false;
        return !point || !says_year_of(point->from);
      }
      if (const Time* d = made("duration")) {
        time.duration = d->duration;
        return d->duration.find('/') == d->duration.npos;
      }
      std::string_view unit = fit.with("period");
      if (unit.empty()) unit = attribute("every", "period");
      time.duration = duration_form({written_amount(1, unit)});
      return !unit.empty();
    }
    bool named() {
      time.from.named = std::string(fit.with("named"));
      if (const Token* t = fit.has("name") ? fit.get("name") : fit.get("plan"); t && word(*t))
        time.from.named = word(*t)->attribute("value");
      if (const std::string_view digits = fit.with("digits"); !digits.empty()) {
        const Number* n = plain("number");
        if (!n || slice(fit.text(), n->digits) != digits) return false;
      }
      time.from.whole_feast = !fit.with("whole").empty();
      if (fit.has("first_part") && !say_first_days(time.from, attribute("first_part", "days"), made("duration"))) return false;
      if (fit.has("plan")) time.from.base = TimePoint::Base::absolute;
      return !time.from.named.empty() && (!made("year") || merge(time.from, made("year")->from));
    }
    bool decade() {
      const Number *n = plain("number"), *c = number("century");
      std::optional<int> century = whole_number(attribute("century_word", "century"));
      if (c) {
        if (!c->plain() || c->value < 1 || c->value > 30) return false;
        century = static_cast<int>(c->value) - 1;
      }
      time.kind = TimeKind::range;
      return n && set_decade(time.from, time.to, n->value, n->printed_digits, n->padded, century);
    }
    bool join() {
      for (const Token& t : fit.tokens()) {
        if (const Time* said = made(t)) {
          if (said->kind == TimeKind::range) return fit.tokens().size() == 2 && adopt(t);  // with 期间 behind
          if (!merge(time.from, said->from)) return false;
        } else if (const Number* n = number(t)) {
          // 正月十五: no unit behind the day
          if (!n->plain() || n->arabic || !set_part(time.from, "day", n->value)) return false;
        }
      }
      if (!fit.with("lunar").empty()) time.from.lunar = true;
      if (only_clock(time.from)) time.kind = TimeKind::clock;
      if (time.from.day) time.from.weekday.reset();  // says nothing more
      return is_possible(time.from);
    }
    bool adopt(const Token& t) {
      out.value = t.value;
      return true;
    }
    bool impossible() {
      TimePoint p;
      for (const Token& t : fit.tokens()) {
        const Time* said = made(t);
        if (!said) return true;  // no day of any month
        if (!merge(p, said->from)) return false;
      }
      return !is_possible(p);
    }
    bool range() {
      time.kind = TimeKind::range;
      const Time* last = made("last");
      if (!last || last->role != TimeRole::over) return false;
      time.to = last->from;
      TimePoint before;
      for (const std::string_view label : {"year", "month"})
        if (const Time* said = made(label); said && !merge(before, said->from)) return false;
      if (const Number* n = number("first")) {
        if (!merge(time.to, before)) return false;
        time.from = time.to;
        const std::string_view set = fit.with("set");
        if (set == "year" ? !year(*n, time.from) : !n->plain() || !set_part(time.from, set, n->value)) return false;
        if (set == "year" && !time.to.year) return false;
        const PartOfPoint* of = find_part(set);
        if (!of) return false;
        const auto part = of->part;
        return time.to.*part && *(time.from.*part) < *(time.to.*part) && is_possible(time.from) && is_possible(time.to);
      }
      const Time* first = made("first");
      if ((!first || first->role != TimeRole::over || first->kind != last->kind) && !(first && from_hour_on(*first, *last))) return false;
      if (last->from.hour && !first->from.hour && first->kind == TimeKind::period) return false;  // 周一至周五9时
      time.from = first->from;
      const bool year_printed = says_year_of(time.to);
      share(time.from, time.to);
      if (on_a_day(time.from) != on_a_day(time.to) && (only_year(time.from) || only_year(time.to))) return false;
      if (time.to.day && !time.from.day && !time.from.named.size() && !time.from.day_shift && !time.from.weekday && !time.to.month)
        return false;
      if (only_year(time.to) && !only_year(time.from) && !year_printed) return false;
      if (time.from.year && time.to.year) {
        if (!year_printed && order_in_year(time.to) < order_in_year(time.from)) ++*time.to.year;
        if (*time.to.year < *time.from.year || (*time.to.year == *time.from.year && order_in_year(time.to) < order_in_year(time.from)))
          return false;
      }
      return is_possible(time.from) && is_possible(time.to) && time.to.year.value_or(1) <= 9999;
    }
    bool bare_years() {
      time.kind = TimeKind::range;
      const Number *a = number("first"), *b = number("last");
      return a && b && year(*a, time.from) && year(*b, time.to) && a->value < b->value;
    }
    bool first() {
      if (fit.with("set") == "day") return first_days(time, made("year"), made("month"), made("duration"));
      double months = 0;
      const Time *quarter = made("quarter"), *month = made("month");
      if (const Time* last = quarter ? quarter : month) {
        if (last->from.base != TimePoint::Base::none || !(quarter ? last->from.quarter : last->from.month)) return false;
        months = quarter ? *last->from.quarter * 3 : *last->from.month;
      } else if (const Time* d = made("duration")) {
        const auto amount = one_amount(d->duration);
        months = amount && amount->second == "M" ? amount->first : 0;
      }
      time.kind = TimeKind::range;
      if (const Time* y = made("year"); y && !merge(time.from, y->from)) return false;
      time.to = time.from;
      time.from.month = 1;
      return months >= 1 && set_part(time.to, "month", months);
    }
    bool same() {
      time.same_period = true;
      if (const Time* y = made("year")) time.from = y->from;
      return fit.has("year");
    }
    bool ago() {
      const Time* d = made("duration");
      const auto amount = d ? one_amount(d->duration) : std::nullopt;
      if (!amount) return false;
      time.from.base = TimePoint::Base::reference;
      const auto& [value, unit] = *amount;
      time.ago = unit == "Y";
      if (unit == "W") return set_part(time.from, "day_shift", -value * 7);
      const std::string_view part = unit == "Y" ? "year_shift" : unit == "M" ? "month_shift" : unit == "D" ? "day_shift" : "";
      return !part.empty() && set_part(time.from, part, -value);
    }
    bool span() {
      const Time* d = made("duration");
      const auto amount = d ? one_amount(d->duration) : std::optional(half_amount(0, attribute("unit", "period")).front());  // 近半年
      if (!amount || amount->first < 1 || amount->first > 9999 || amount->first != std::floor(amount->first) || amount->second.size() != 1)
        return false;
      time.kind = TimeKind::range;
      time.duration = duration_form({*amount});
      time.up_to_now = fit.with("way") == "back";
      time.future = !time.up_to_now;
      return true;
    }
    bool amounts() {
      const Time* last = made("last");
      const auto high = last ? one_amount(last->duration) : std::nullopt;
      if (!high) return false;
      time.kind = TimeKind::duration;
      std::pair<double, std::string> low = *high;
      if (const Number* n = number("first")) {
        if (n->negative || n->fraction || n->scaled || n->value_max) return false;
        low.first = n->value;
      } else {
        const Time* first = made("first");
        const auto said = first ? one_amount(first->duration) : std::nullopt;
        if (!said) return false;
        low = *said;
      }
      if (low.second == high->second && low.first >= high->first) return false;
      time.duration = duration_form({low}) + "/" + last->duration;
      return true;
    }
    bool edge() {
      const Time* inner = made("point");
      if (!inner) inner = made("plan");
      if (inner) time = *inner;
      if (time.kind != TimeKind::period || time.role != TimeRole::over || time.same_period) return false;
      if (fit.has("this_month")) {
        time.from.base = TimePoint::Base::reference;
        time.from.month_shift = 0;
      }
      const bool plan = !time.from.named.empty() && time.from.base == TimePoint::Base::absolute && !time.from.year;
      if (fit.with("only") == "year") return plan || (only_year(time.from) && time.from.year);
      const std::string_view role = fit.with("role"), end = fit.with("edge");
      time.role = role == "since" ? TimeRole::since : role == "until" ? TimeRole::until : TimeRole::at;
      const bool start_said = end == "start" || fit.has("start");
      if (end.empty() && !start_said && !fit.has("end_word")) return true;
      if (on_a_day(time.from) || time.from.third || (!time.from.named.empty() && !plan)) return false;
      time.from.edge = start_said ? TimePoint::Edge::start : TimePoint::Edge::end;
      return true;
    }
    // 去年底至今年3月: one end at least is the edge of a time.
    bool edge_range() {
      const Time *first = made("first"), *last = made("last");
      const auto fits = [](const Time* t) {
        return t && t->kind == TimeKind::period && !t->same_period && !t->up_to_now &&
               (t->role == TimeRole::over || (t->role == TimeRole::at && t->from.edge != TimePoint::Edge::whole));
      };
      if (!fits(first) || !fits(last) || (first->role == TimeRole::over && last->role == TimeRole::over)) return false;
      time.kind = TimeKind::range;
      time.from = first->from;
      time.to = last->from;
      if (!says_year_of(time.to)) share(time.from, time.to);
      return true;
    }
    // 季末: of the quarter that was named.
    bool end_of_said() {
      if (!words_say(time.from)) return false;
      if (fit.has("quarter")) time.from.quarter_shift = 0;
      time.from.edge = TimePoint::Edge::end;
      time.from.base = TimePoint::Base::previous;
      time.role = TimeRole::at;
      return true;
    }
    bool now() {
      time.role = TimeRole::at;
      time.up_to_now = true;
      time.from.base = TimePoint::Base::reference;
      time.from.month_shift = 0;
      return true;
    }
    bool whole() {
      for (const Token& t : fit.tokens())
        if (made(t)) return adopt(t);
      return false;
    }
  };

  bool finish(Work& work, const Fit& fit, Token& out) const {
    if (fit.rule().gives == time_) {
      Time& time = work.scratch.times[out.value];
      time.span = fit.span();
      time.partial = written_form(time);
    }
    return true;
  }

  struct Maker {
    std::string_view name;
    bool (Work::*make)();
    std::string_view declines;  // what a fit that it does not take says wrong
  };
  static constexpr Maker kMakers[] = {
      {"nothing", nullptr, ""},
      {"part", &Work::part, "no such year, month, day or quarter"},
      {"weekend", &Work::weekend, "no weekend"},
      {"reign", &Work::reign, "no such year of the reign"},
      {"part_code", &Work::part_code, "neither a quarter nor a half"},
      {"figures", &Work::figures, "no such date"},
      {"clock", &Work::clock, "no time of day"},
      {"duration", &Work::duration, "a year of the calendar, or no amount of time"},
      {"set", &Work::set, "nothing that comes back"},
      {"named", &Work::named, "no name of days"},
      {"decade", &Work::decade, "no decade"},
      {"join", &Work::join, "the parts make no time together"},
      {"impossible", &Work::impossible, "a day that there is"},
      {"range", &Work::range, "the two make no range"},
      {"bare_years", &Work::bare_years, "no two years"},
      {"first", &Work::first, "no first months of a year"},
      {"same", &Work::same, "no year"},
      {"ago", &Work::ago, "not counted in years, months or days"},
      {"span", &Work::span, "not counted in whole years, months, weeks or days"},
      {"amounts", &Work::amounts, "the two make no amount"},
      {"edge", &Work::edge, "nothing that has such an end"},
      {"edge_range", &Work::edge_range, "no edges of times"},
      {"end_of_said", &Work::end_of_said, "nothing that has an end"},
      {"now", &Work::now, ""},
      {"whole", &Work::whole, ""},
  };

  ClassId number_ = 0, time_ = 0;
};

}  // namespace

Result<std::unique_ptr<TimeProductions>> TimeProductions::load(const DataSet&, Classes& classes) { return TimeGrammar::make_for(classes); }

}  // namespace fengbiao
