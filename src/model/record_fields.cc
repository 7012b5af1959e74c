#include "model/record_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "model/period.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLongest = 600;  // bytes of a text that a person sets

constexpr std::array<std::string_view, 5> kMeasures{"level", "growth", "share", "rank", "change"};
constexpr std::array<std::string_view, 3> kStatuses{"actual", "forecast", "target"};
constexpr std::array<std::string_view, 4> kBases{"yoy", "period", "cagr", "multi"};
constexpr std::array<std::string_view, 9> kKinds{"law",          "regulation", "plan",      "notice",    "opinion",
                                                 "announcement", "standard",   "guideline", "initiative"};
constexpr std::array<std::string_view, 3> kPolicyStatuses{"published", "draft", "in-force-later"};
constexpr std::array<std::string_view, 4> kChanges{"amends", "repeals", "extends", "implements"};

constexpr std::string_view kPeriodForm = "a period such as 2021, 2022-H1, 2022-Q3, 2022-08, 2022-11-25, 2022-01/2022-10 or @2022-11-30";
constexpr std::string_view kDayForm = "a day such as 2022-12-01, or a month such as 2022-12";
constexpr std::string_view kNumberForm = "a number in base units such as 1980000000000";
constexpr std::string_view kTextForm = "words on one line";

// What keeps a value from being set: nothing when it was set, else what was perhaps meant, ready to stand behind the form.
using Refusal = std::optional<std::string>;
const Refusal kTaken{};

std::string number_text(double number) { return fmt::format("{}", number); }

Refusal take_number(std::string_view text, double& out) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return "";
  out = value;
  return kTaken;
}

bool is_words(std::string_view text) {
  if (text.empty() || text.size() > kLongest || text.front() == ' ' || text.back() == ' ') return false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!c.valid || c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0)) return false;
    at += c.size;
  }
  return true;
}

Refusal take_words(std::string_view text, std::string& out) {
  if (!is_words(text)) return "";
  out = text;
  return kTaken;
}

Refusal take_period(std::string_view text, std::string& out) {
  if (!is_period(text)) {
    const std::string near = likely_period(text);
    return near.empty() ? "" : fmt::format("; did you mean `{}`?", near);
  }
  out = text;
  return kTaken;
}

Refusal take_day(std::string_view text, std::string& out) {
  if (!is_iso_day_or_month(text)) {
    const std::string near = likely_period(text);
    return is_iso_day_or_month(near) ? fmt::format("; did you mean `{}`?", near) : "";
  }
  out = text;
  return kTaken;
}

Refusal take_flag(std::string_view text, bool& out) {
  if (text != "true" && text != "false") return "";
  out = text == "true";
  return kTaken;
}

template <class Enum, std::size_t N>
Refusal take_word(std::string_view text, const std::array<std::string_view, N>& words, Enum& out) {
  const auto* const at = std::ranges::find(words, text);
  if (at == words.end()) return perhaps(text, words);
  out = static_cast<Enum>(at - words.begin());
  return kTaken;
}

Refusal take_basis(std::string_view text, std::string& out) {
  constexpr std::string_view kSince = "since:";
  if (text.starts_with(kSince)) {
    std::string since;
    if (take_period(text.substr(kSince.size()), since)) return "";
  } else if (std::ranges::find(kBases, text) == kBases.end()) {
    return perhaps(text, kBases);
  }
  out = text;
  return kTaken;
}

Refusal take_approx(std::string_view text, char& out) {
  if (text.size() != 1 || std::string_view("=<>~").find(text[0]) == std::string_view::npos) return "";
  out = text[0];
  return kTaken;
}

Refusal take_unit(std::string_view text, std::string& out) {
  if (!is_words(text) || text.find(' ') != text.npos) return "";
  if (text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) {  // a currency, as a rule
    std::string upper(text);
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    return fmt::format("; did you mean `{}`?", upper);
  }
  out = text;
  return kTaken;
}

// The items of a list: parted by ";", blanks around them do not count.
std::vector<std::string_view> items(std::string_view text) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view item = text.substr(0, end);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    out.push_back(item);
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

Refusal take_issuers(std::string_view text, std::vector<PolicyIssuer>& out) {
  std::vector<PolicyIssuer> found;
  for (const std::string_view item : items(text)) {
    if (!is_words(item)) return "";
    // Who has that name already keeps its id.
    const auto known = std::ranges::find(out, item, &PolicyIssuer::name);
    found.push_back(known == out.end() ? PolicyIssuer{std::string(item), ""} : *known);
  }
  out = std::move(found);
  return kTaken;
}

Refusal take_changes(std::string_view text, std::vector<PolicyChange>& out) {
  std::vector<PolicyChange> found;
  for (const std::string_view item : items(text)) {
    const std::size_t blank = item.find(' ');
    if (blank == item.npos || !is_words(item.substr(blank + 1))) return "";
    PolicyChange& change = found.emplace_back();
    change.name = item.substr(blank + 1);
    if (auto refused = take_word(item.substr(0, blank), kChanges, change.what)) return refused;
  }
  out = std::move(found);
  return kTaken;
}

// One field: its name and form, and how its value is read, set and emptied.
template <class Record>
struct Field {
  RecordField said;
  std::string (*get)(const Record&);
  Refusal (*set)(Record&, std::string_view);
  void (*clear)(Record&);  // none for a field that is needed
};

// A field that holds a text, with the check of its form.
template <class Record, std::string Record::*member, Refusal (*take)(std::string_view, std::string&)>
constexpr Field<Record> text_field(std::string_view name, std::string_view form, bool needed = false) {
  return {{name, form, needed},
          [](const Record& r) { return r.*member; },
          [](Record& r, std::string_view text) { return take(text, r.*member); },
          [](Record& r) { (r.*member).clear(); }};
}

using O = Observation;
constexpr std::array<Field<O>, 19> kObservation{{
    {{"value", kNumberForm, true},
     [](const O& o) { return number_text(o.value); },
     [](O& o, std::string_view text) { return take_number(text, o.value); },
     nullptr},
    {{"value_max", kNumberForm},
     [](const O& o) { return o.value_max ? number_text(*o.value_max) : std::string(); },
     [](O& o, std::string_view text) -> Refusal {
       double value = 0;
       if (auto refused = take_number(text, value)) return refused;
       o.value_max = value;
       return kTaken;
     },
     [](O& o) { o.value_max.reset(); }},
    text_field<O, &O::unit, take_unit>("unit", "a unit such as CNY, %, pp, x, rank or a counter, without a blank"),
    {{"approx", "=, >, < or ~", true},
     [](const O& o) { return std::string(1, o.approx); },
     [](O& o, std::string_view text) { return take_approx(text, o.approx); },
     nullptr},
    {{"measure", "level, growth, share, rank or change", true},
     [](const O& o) { return std::string(name_of(o.measure)); },
     [](O& o, std::string_view text) { return take_word(text, kMeasures, o.measure); },
     nullptr},
    text_field<O, &O::basis, take_basis>("basis", "yoy, period, cagr, multi or since: with a period, such as since:2020-03"),
    text_field<O, &O::indicator, take_words>("indicator", kTextForm, true),
    text_field<O, &O::indicator_code, take_words>("indicator_code", "a code of the lexicon of indicators"),
    text_field<O, &O::area, take_words>("area", kTextForm),
    text_field<O, &O::area_code, take_words>("area_code", "a division code such as 310000, or ISO 3166 such as CN"),
    text_field<O, &O::entity, take_words>("entity", kTextForm),
    text_field<O, &O::entity_id, take_words>("entity_id", "an id of the lexicons such as company:jd"),
    text_field<O, &O::period, take_period>("period", kPeriodForm),
    {{"status", "actual, forecast or target", true},
     [](const O& o) { return std::string(name_of(o.status)); },
     [](O& o, std::string_view text) { return take_word(text, kStatuses, o.status); },
     nullptr},
    text_field<O, &O::reporter, take_words>("reporter", kTextForm),
    text_field<O, &O::reporter_id, take_words>("reporter_id", "an id of the lexicons such as body:stats"),
    text_field<O, &O::part_of, take_words>("part_of", "the id of another observation"),
    text_field<O, &O::share_of, take_words>("share_of", kTextForm),
    {{"sure", "true or false", true},
     [](const O& o) { return std::string(o.sure ? "true" : "false"); },
     [](O& o, std::string_view text) { return take_flag(text, o.sure); },
     nullptr},
}};

using P = Policy;
constexpr std::array<Field<P>, 12> kPolicy{{
    text_field<P, &P::name, take_words>("name", kTextForm, true),
    text_field<P, &P::short_name, take_words>("short_name", kTextForm),
    {{"kind", "law, regulation, plan, notice, opinion, announcement, standard, guideline or initiative", true},
     [](const P& p) { return std::string(name_of(p.kind)); },
     [](P& p, std::string_view text) { return take_word(text, kKinds, p.kind); },
     nullptr},
    {{"issuers", "names, parted by ;"},
     [](const P& p) {
       std::string out;
       for (const PolicyIssuer& issuer : p.issuers) out += (out.empty() ? "" : std::string(kListSeparator)) + issuer.name;
       return out;
     },
     [](P& p, std::string_view text) { return take_issuers(text, p.issuers); },
     [](P& p) { p.issuers.clear(); }},
    text_field<P, &P::number, take_words>("number", kTextForm),
    text_field<P, &P::issued, take_day>("issued", kDayForm),
    text_field<P, &P::effective, take_day>("effective", kDayForm),
    text_field<P, &P::until, take_day>("until", kDayForm),
    text_field<P, &P::comments_until, take_day>("comments_until", kDayForm),
    {{"status", "published, draft or in-force-later", true},
     [](const P& p) { return std::string(name_of(p.status)); },
     [](P& p, std::string_view text) { return take_word(text, kPolicyStatuses, p.status); },
     nullptr},
    {{"changes", "amends, repeals, extends or implements and the name of the other document, parted by ;"},
     [](const P& p) {
       std::string out;
       for (const PolicyChange& change : p.changes)
         out += fmt::format("{}{} {}", out.empty() ? "" : kListSeparator, name_of(change.what), change.name);
       return out;
     },
     [](P& p, std::string_view text) { return take_changes(text, p.changes); },
     [](P& p) { p.changes.clear(); }},
    {{"sure", "true or false", true},
     [](const P& p) { return std::string(p.sure ? "true" : "false"); },
     [](P& p, std::string_view text) { return take_flag(text, p.sure); },
     nullptr},
}};

template <class Record, std::size_t N>
std::array<RecordField, N> said(const std::array<Field<Record>, N>& fields) {
  std::array<RecordField, N> out;
  for (std::size_t i = 0; i < N; ++i) out[i] = fields[i].said;
  return out;
}

template <class Record, std::size_t N>
const Field<Record>* find(const std::array<Field<Record>, N>& fields, std::string_view name) {
  for (const Field<Record>& field : fields)
    if (field.said.name == name) return &field;
  return nullptr;
}

template <class Record, std::size_t N>
Result<void> set(const std::array<Field<Record>, N>& fields, Record& record, std::string_view name,
                 const std::optional<std::string>& value) {
  const Field<Record>* const field = find(fields, name);
  if (field == nullptr) {
    std::vector<std::string_view> known;
    for (const Field<Record>& f : fields) known.push_back(f.said.name);
    return fail(Cause::invalid_argument, {}, fmt::format("there is no field `{}`{}", name, perhaps(name, known)),
                fmt::format("the fields are: {}", fmt::join(known, ", ")));
  }
  if (!value) {
    if (field->said.needed) return fail(Cause::invalid_argument, {}, fmt::format("{}: cannot be unknown", name));
    field->clear(record);
    return {};
  }
  if (const Refusal near = field->set(record, *value))
    return fail(Cause::invalid_argument, {}, fmt::format("{}: expected {}, got `{}`{}", name, field->said.form, *value, *near));
  return {};
}

}  // namespace

std::span<const RecordField> observation_fields() {
  static const auto fields = said(kObservation);
  return fields;
}

std::span<const RecordField> policy_fields() {
  static const auto fields = said(kPolicy);
  return fields;
}

std::string field_text(const Observation& record, std::string_view name) {
  const auto* const field = find(kObservation, name);
  return field ? field->get(record) : std::string();
}

std::string field_text(const Policy& record, std::string_view name) {
  const auto* const field = find(kPolicy, name);
  return field ? field->get(record) : std::string();
}

Result<void> set_field(Observation& record, std::string_view field, const std::optional<std::string>& value) {
  return set(kObservation, record, field, value);
}

Result<void> set_field(Policy& record, std::string_view field, const std::optional<std::string>& value) {
  return set(kPolicy, record, field, value);
}

}  // namespace fengbiao
