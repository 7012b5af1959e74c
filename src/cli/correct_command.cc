// correct: sets fields of a record by hand, undoes that, lists it.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>

#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "publish/review_record.h"

namespace fengbiao {
namespace {

std::unexpected<Error> wrong(std::string what) {
  return fail(Cause::invalid_argument, {"fengbiao correct", 0, 0}, std::move(what), "see `fengbiao help correct`");
}

// --at, else now.
std::string moment(const Call& call) {
  if (const auto at = call.text("at")) return *at;
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string said(const std::string& value) { return value.empty() ? "unknown" : value; }

// "period: read 2021, corrected to 2022 by B on 2026-11-27T08:00:00Z: why"
std::string in_words(const Correction& c) {
  std::string out =
      fmt::format("{}: read {}, corrected to {} by {} on {}: {}", c.field, said(c.read), c.value.value_or("unknown"), c.by, c.at, c.why);
  if (!c.holds()) out += fmt::format("; undone by {} on {}{}{}", c.undone_by, c.undone_at, c.undone_why.empty() ? "" : ": ", c.undone_why);
  return out;
}

void print_lines(const Session& session, const std::string& name, const std::vector<Correction>& corrections, std::string_view before) {
  for (const Correction& c : corrections)
    session.screen.print(
        printable(fmt::format("{}{}: {}{}", before, name, in_words(c), c.number > 0 ? fmt::format(" (correction {})", c.number) : "")) +
        "\n");
}

Result<int> list(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto listed, archive.corrections(true));
  if (session.call.has("json")) session.print_json(listed_corrections_json(listed));
  else
    for (const ListedCorrection& l : listed)
      print_lines(session, l.record.empty() ? l.correction.record + " (gone)" : l.record, {l.correction}, "");
  if (listed.empty() && !session.call.has("json")) session.screen.say("nothing was corrected");
  return listed.empty() ? kNothing : kFound;
}

Result<int> undo(const Session& session, const std::string& number) {
  const Call& call = session.call;
  if (!call.text("by")) return wrong("--undo needs --by");
  const bool dry = call.has("dry-run");
  FB_TRY(Archive archive, session.open(dry ? OpenMode::read : OpenMode::write));
  const auto undone = archive.undo_correction(std::stoi(number), *call.text("by"), moment(call), call.text("why").value_or(""), dry);
  if (!undone) return session.missing(undone.error());
  const auto record = archive.record(undone->record);
  const std::string name = record ? short_name(origin_of(*record), undone->record) : "";
  if (call.has("json")) session.print_json(listed_corrections_json({{*undone, name}}));
  else print_lines(session, name.empty() ? undone->record + " (gone)" : name, {*undone}, dry ? "would be undone: " : "undone: ");
  return kFound;
}

// "period=2022" or "period=": unknown.
Result<std::pair<std::string, std::optional<std::string>>> setting(const std::string& word) {
  const std::size_t sign = word.find('=');
  if (sign == word.npos || sign == 0) return wrong(fmt::format("--set: expected FIELD=VALUE, got `{}`", word));
  const std::string value = word.substr(sign + 1);
  return std::pair(word.substr(0, sign), value.empty() ? std::nullopt : std::optional(value));
}

}  // namespace

Result<int> run_correct(const Session& session) {
  const Call& call = session.call;
  const std::string& record = call.argument("RECORD");
  const auto sets = call.all("set");
  const auto number = call.text("undo");
  if (static_cast<int>(!sets.empty()) + static_cast<int>(number.has_value()) + static_cast<int>(call.has("list")) != 1)
    return wrong("expected one of --set, --undo, --list");
  if (sets.empty() != record.empty()) return wrong(record.empty() ? "--set needs a RECORD" : "a RECORD goes with --set");
  if (call.has("list")) return list(session);
  if (number) return undo(session, *number);
  CorrectionRequest request;
  request.record = record;
  for (const std::string& word : sets) {
    FB_TRY(auto pair, setting(word));
    request.set.push_back(std::move(pair));
  }
  for (const char* flag : {"why", "by"})
    if (!call.text(flag)) return wrong(fmt::format("--set needs --{}", flag));
  request.why = *call.text("why");
  request.by = *call.text("by");
  request.at = moment(call);
  request.dry_run = call.has("dry-run");
  FB_TRY(Archive archive, session.open(request.dry_run ? OpenMode::read : OpenMode::write));
  const auto outcome = archive.correct(request);
  if (!outcome) return session.missing(outcome.error());
  const std::string name = short_name(origin_of(outcome->record), id_of(outcome->record));
  if (call.has("json")) {
    std::vector<ListedCorrection> listed;
    for (const Correction& c : outcome->corrections) listed.push_back({c, name});
    session.print_json(listed_corrections_json(listed));
  } else {
    print_lines(session, name, outcome->corrections, request.dry_run ? "would be: " : "");
  }
  return kFound;
}

}  // namespace fengbiao
