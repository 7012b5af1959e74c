#include "cli/app.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "cli/commands.h"
#include "cli/help.h"
#include "publish/rule_record.h"
#include "serve/openapi.h"

namespace fengbiao {
namespace {

using Run = Result<int> (*)(const Session&);

Result<int> run_help(const Session& session) {
  const std::string& name = session.call.argument("COMMAND");
  if (name.empty()) {
    session.screen.print(help_overview());
    return kFound;
  }
  FB_TRY(const Call call, parse({name, "--help"}));
  session.screen.print(help_page(*call.command));
  return kFound;
}

Result<int> run_version(const Session& session) {
  session.screen.print(fmt::format("fengbiao {}\narchive format {}\n", FENGBIAO_VERSION, kArchiveFormat));
  return kFound;
}

Result<int> run_docs(const Session& session) {
  const auto shell = session.call.text("completion");
  if (session.call.switches.size() + (shell ? 1 : 0) != 1) {
    return fail(Cause::invalid_argument, {"fengbiao docs", 0, 0}, "expected one of --manual, --rules, --api, --man, --completion SHELL");
  }
  if (session.call.has("rules")) {
    FB_TRY(const DocumentChecker checker, DocumentChecker::load({}, {}));
    session.screen.print(rules_page(checker.rules()));
    return kFound;
  }
  if (session.call.has("api")) {
    session.screen.print(api_page(api_routes()));
    return kFound;
  }
  session.screen.print(shell ? completion_script(*shell) : session.call.has("manual") ? manual_reference() : man_page(FENGBIAO_VERSION));
  return kFound;
}

constexpr std::array<std::pair<std::string_view, Run>, 42> kRuns{{
    {"ingest", run_ingest},
    {"issues", run_issues},
    {"articles", run_articles},
    {"search", run_search},
    {"show", run_show},
    {"observations", run_observations},
    {"policies", run_policies},
    {"policy", run_policy},
    {"review", run_review},
    {"correct", run_correct},
    {"explain", run_explain},
    {"quantities", run_quantities},
    {"names", run_names},
    {"addresses", run_addresses},
    {"entities", run_entities},
    {"entity", run_entity},
    {"series", run_series},
    {"check", run_check},
    {"export", run_export},
    {"print", run_print},
    {"verify", run_verify},
    {"reread", run_reread},
    {"remove", run_remove},
    {"backup", run_backup},
    {"diff", run_diff},
    {"profiles", run_profiles},
    {"serve", run_serve},
    {"mcp", run_mcp},
    {"help", run_help},
    {"version", run_version},
    {"docs", run_docs},
    {"hosts", run_hosts},
    {"allowance", run_allowance},
    {"decide", run_decide},
    {"comply", run_comply},
    {"packs", run_packs},
    {"sort", run_sort},
    {"issue", run_issue},
    {"feeds", run_feeds},
    {"fetch", run_fetch},
    {"candidates", run_candidates},
    {"fetches", run_fetches},
}};

Result<int> run_words(const std::vector<std::string>& words, Screen& screen) {
  FB_TRY(const Call call, parse(words));
  if (call.help) {
    screen.print(help_page(*call.command));
    return kFound;
  }
  for (const auto& [name, run] : kRuns) {
    if (name == call.command->name) return run({call, screen});
  }
  return fail(Cause::invalid_argument, {"fengbiao", 0, 0},
              fmt::format("`{}` is in the table of commands but does nothing", call.command->name));
}

// The folder in which programs keep what belongs to a user, or empty.
std::filesystem::path config_folder() {
  const auto variable = [](const char* name) { return std::getenv(name) ? std::string(std::getenv(name)) : std::string(); };
  if (const std::string config = variable("XDG_CONFIG_HOME"); !config.empty()) return config;
  const std::string home = variable("HOME");
  return home.empty() ? std::filesystem::path() : std::filesystem::path(home) / ".config";
}

}  // namespace

Result<Archive> Session::open(OpenMode mode) const { return Archive::open(call.argument("ARCHIVE"), mode); }

Result<ReadOptions> Session::read_options() const {
  ReadOptions options;
  options.profile = call.text("profile").value_or("");
  std::error_code ignored;
  const char* variable = std::getenv("FENGBIAO_DATA");
  if (const auto folder = call.text("data")) options.data_folder = *folder;
  else if (variable && *variable) options.data_folder = variable;
  else if (const auto usual = config_folder() / "fengbiao"; usual.is_absolute() && std::filesystem::is_directory(usual, ignored)) {
    options.data_folder = usual;
  }
  if (!options.data_folder.empty() && !std::filesystem::is_directory(options.data_folder, ignored)) {
    return fail(Cause::not_found, {options.data_folder.string(), 0, 0}, "no such folder",
                "--data and FENGBIAO_DATA name a folder of profiles and lexicons");
  }
  return options;
}

Result<int> Session::missing(Error error) const {
  if (error.place.file.empty() && error.cause == Cause::invalid_argument) {
    error.place.file = fmt::format("fengbiao {}", call.command->name);
    const std::string first = error.what.substr(0, error.what.find_first_of(": "));  // "from: expected a period": the flag's name
    if (const Flag* flag = find_flag(*call.command, first); flag && flag->type != ValueType::none) error.what.insert(0, "--");
  }
  if (error.place.file.empty()) error.place.file = call.argument("ARCHIVE");
  if (error.cause != Cause::not_found) return std::unexpected(error);
  screen.complain(error);
  return kNothing;
}

Result<void> Session::tell_issues_without_records(Archive& archive) const {
  FB_TRY(const auto issues, archive.issues_without_records());
  if (!issues.empty())
    screen.say(fmt::format("{} {} read before fengbiao drew records from articles and {} none; `fengbiao reread {}` makes them",
                           issues.size() == 1 ? "issue " + issues[0] : fmt::format("{} issues", issues.size()),
                           issues.size() == 1 ? "was" : "were", issues.size() == 1 ? "has" : "have", call.argument("ARCHIVE")));
  return {};
}

void Session::print_json(const std::string& json) const { screen.print_text(json + "\n", Screen::Kind::json); }

int run_program(const std::vector<std::string>& words) {
  Screen screen(STDOUT_FILENO, STDERR_FILENO);
  screen.json = wants_json(words);
  const Result<int> code = run_words(words, screen);
  screen.flush();
  if (screen.closed()) return kFound;
  if (!code) screen.complain(code.error());
  return code && !screen.failed() ? *code : kError;
}

}  // namespace fengbiao
