// For tests of this room: a text in which quantities, times and names are marked, read without the readers below.
//
//   <2021年|2021>,{上海|place 310000}交易额达[5亿元|CNY]。
//
// A time's value is taken as it stands; one that begins with `+` lies ahead, with `~` is counted back from the day of writing; one
// that ends in `/` is open.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "clause/assemble.h"
#include "text/fold.h"

namespace fengbiao {

struct MarkedText {
  std::string text;
  ReadText read;

  [[nodiscard]] std::string at(Span span) const { return std::string(slice(text, span)); }
  [[nodiscard]] std::uint32_t quantity(std::string_view printed) const {
    for (std::uint32_t q = 0; q < read.quantities.size(); ++q)
      if (slice(text, read.quantities[q].span) == printed) return q;
    throw std::invalid_argument("no quantity " + std::string(printed));
  }
  // "2021 sentence"
  [[nodiscard]] std::string period(std::string_view printed) const {
    const Holding& h = read.holdings[quantity(printed)];
    return read.value_of(h) + " " + std::string(name_of(h.period.from));
  }
  [[nodiscard]] std::string place(std::string_view printed) const {
    const CarriedIndex& p = read.holdings[quantity(printed)].place;
    return (p.has() ? read.places[p.index].code : "") + " " + std::string(name_of(p.from));
  }
  [[nodiscard]] std::string subject(std::string_view printed) const {
    const CarriedIndex& p = read.holdings[quantity(printed)].subject;
    return (p.has() ? at(read.names[p.index].span) : "") + " " + std::string(name_of(p.from));
  }
  [[nodiscard]] std::string outlook(std::string_view printed) const {
    return std::string(name_of(read.holdings[quantity(printed)].outlook));
  }
  [[nodiscard]] std::string use(std::size_t time) const { return std::string(name_of(read.times.at(time).use)); }
};

inline MarkedText read_marked(std::string_view marked, const std::vector<std::string>& paragraphs_begin_with = {}) {
  static const ClauseWords words = ClauseWords::load(DataSet::built_in()).value();
  MarkedText out;
  std::vector<std::string> values;
  const std::string f = folded(marked);
  for (std::size_t i = 0; i < f.size();) {
    const std::string_view closing = f[i] == '[' ? "]" : f[i] == '<' ? ">" : f[i] == '{' ? "}" : "";
    if (closing.empty()) {
      out.text += f[i++];
      continue;
    }
    const std::size_t bar = f.find('|', i), end = f.find(closing, i);
    const std::string said = f.substr(bar + 1, end - bar - 1);
    const Span span{static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(out.text.size() + bar - i - 1)};
    out.text += f.substr(i + 1, bar - i - 1);
    if (closing == "]") {
      Quantity& q = out.read.quantities.emplace_back();
      q.span = span;
      q.unit = said;
      q.kind = said == "%" ? UnitKind::percent : said == "CNY" ? UnitKind::money : said == "rank" ? UnitKind::rank : UnitKind::counter;
    } else if (closing == ">") {
      TimeInText& t = out.read.times.emplace_back();
      t.time.span = span;
      t.time.future = said[0] == '+';
      t.time.up_to_now = said[0] == '~';
      if (t.time.up_to_now) t.time.duration = "P1Y";
      const std::string value = said.substr(said[0] == '+' || said[0] == '~');
      if (value.ends_with('/')) t.time.role = TimeRole::since;
      if (value.size() == 10 && value[0] != '@') t.time.from.day = 1;
      if (value[0] == 'P') t.time.kind = TimeKind::duration;
      if (value[0] == '@') t.time.role = TimeRole::at;
      values.push_back(value);
    } else {
      Name& n = out.read.names.emplace_back();
      n.span = span;
      const std::string kind = said.substr(0, said.find(' '));
      for (const NameKind k : {NameKind::place, NameKind::body, NameKind::company, NameKind::platform, NameKind::media, NameKind::campaign})
        if (name_of(k) == kind) n.kind = k;
      if (kind.size() < said.size()) n.code = said.substr(kind.size() + 1);
      n.canonical = slice(out.text, span);
    }
    i = end + 1;
  }
  std::vector<std::uint32_t> starts;
  for (const std::string& begin : paragraphs_begin_with) starts.push_back(static_cast<std::uint32_t>(out.text.find(begin)));
  std::size_t next = 0;
  const auto resolve = [&](const Time&, const TimeAnchor&) {
    ResolvedTime r;
    r.value = values.at(next++);
    const std::string year = r.value.substr(0, 4);
    r.start = date_from_iso(r.value.size() == 4 ? year + "-01-01" : r.value.substr(0, 10));
    r.end = date_from_iso(r.value.size() == 4 ? year + "-12-31" : r.value.substr(r.value.find('/') + 1));
    return r;
  };
  assemble(Characters(out.text), words, {Date{2022, 12, 5}, "article"}, starts, resolve, {}, out.read);
  return out;
}

}  // namespace fengbiao
