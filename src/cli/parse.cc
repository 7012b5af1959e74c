#include "cli/parse.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

#include "base/nearest.h"
#include "cli/help.h"

namespace fengbiao {
namespace {

std::unexpected<Error> wrong(const Command& command, std::string what) {
  return fail(Cause::invalid_argument, {fmt::format("fengbiao {}", command.name), 0, 0}, std::move(what),
              fmt::format("see `fengbiao help {}`", command.name));
}

Result<const Command*> command_named(std::string_view name) {
  if (const Command* command = find_command(name)) return command;
  std::vector<std::string_view> known;
  for (const Command& command : commands()) {
    if (!command.hidden) known.push_back(command.name);
  }
  return fail(Cause::invalid_argument, {"fengbiao", 0, 0}, fmt::format("unknown command `{}`{}", name, perhaps(name, known)),
              "see `fengbiao help`");
}

constexpr int kLargest = std::numeric_limits<int>::max();

bool is_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view y = text.substr(0, 4), m = text.substr(5, 2), d = text.substr(8, 2);
  if (!is_number(y) || !is_number(m) || !is_number(d)) return false;
  const auto number = [](std::string_view s) { return std::stoi(std::string(s)); };
  return std::chrono::year_month_day(std::chrono::year(number(y)), std::chrono::month(static_cast<unsigned>(number(m))),
                                     std::chrono::day(static_cast<unsigned>(number(d))))
      .ok();
}

Result<void> check_value(const Command& command, const Flag& flag, const std::string& value) {
  switch (flag.type) {
    case ValueType::date:
      if (!is_date(value)) return wrong(command, fmt::format("--{}: expected a day such as 2022-01-31, got `{}`", flag.name, value));
      break;
    case ValueType::number:
      if (!is_number(value))
        return wrong(command, fmt::format("--{}: expected a number from 0 to {}, got `{}`", flag.name, kLargest, value));
      break;
    case ValueType::choice: {
      std::vector<std::string_view> known;
      for (std::string_view rest = flag.choices; !rest.empty();) {
        known.push_back(rest.substr(0, rest.find(' ')));
        rest.remove_prefix(std::min(rest.size(), known.back().size() + 1));
      }
      if (std::ranges::find(known, value) == known.end()) {
        return wrong(command,
                     fmt::format("--{}: expected {}, got `{}`{}", flag.name, fmt::join(known, " or "), value, perhaps(value, known)));
      }
      break;
    }
    default:
      if (value.empty()) return wrong(command, fmt::format("--{}: {} is missing", flag.name, flag.value));
  }
  return {};
}

std::unexpected<Error> unknown_flag(const Command& command, const std::string& word) {
  const std::string typed = word.substr(std::min(word.find_first_not_of('-'), word.size()));
  std::vector<std::string_view> known{"help"};
  for (const Flag& flag : command.flags) known.push_back(flag.name);
  return wrong(command, fmt::format("unknown flag `{}`{}", word, perhaps(typed.substr(0, typed.find('=')), known, "--")));
}

// CLI11 says "--from: 1 required TEXT missing"; a reader knows the value by the name that help gives it.
std::unexpected<Error> value_missing(const Command& command, std::string_view said) {
  const std::string_view typed = said.substr(0, said.find(':'));
  const Flag* flag = typed.starts_with("--") ? find_flag(command, typed.substr(2)) : nullptr;
  return wrong(command, flag ? fmt::format("--{}: {} is missing", flag->name, flag->value) : std::string(said));
}

}  // namespace

const std::string& Call::argument(std::string_view name) const {
  static const std::string none;
  const auto it = arguments.find(name);
  return it == arguments.end() || it->second.empty() ? none : it->second.front();
}

std::optional<std::string> Call::text(std::string_view flag) const {
  const auto it = values.find(flag);
  return it == values.end() ? std::nullopt : std::optional(it->second);
}

std::vector<std::string> Call::all(std::string_view flag) const {
  const auto it = lists.find(flag);
  return it == lists.end() ? std::vector<std::string>() : it->second;
}

int Call::number(std::string_view flag, int otherwise) const {
  const auto it = values.find(flag);
  return it == values.end() ? otherwise : std::stoi(it->second);
}

bool wants_json(const std::vector<std::string>& words) {
  return std::ranges::find(words, "--json") != std::find(words.begin(), words.end(), "--");
}

Result<Call> parse(const std::vector<std::string>& words) {
  std::string name = words.empty() ? "help" : words[0];
  if (name == "--help" || name == "-h") name = "help";
  if (name == "--version" || name == "-V") name = "version";
  FB_TRY(const Command* command, command_named(name));
  Call call{.command = command, .arguments = {}, .values = {}, .lists = {}, .switches = {}};

  CLI::App app;
  app.set_help_flag("-h,--help");
  app.allow_extras();
  // All words that are no flags; which argument takes which is told by the table below.
  std::vector<std::string> given;
  app.add_option("words", given)->expected(0, CLI::detail::expected_max_vector_size);
  std::map<std::string_view, std::vector<std::string>> values;
  std::map<std::string_view, bool> switches;
  for (const Flag& flag : command->flags) {
    const std::string names = (flag.letter ? fmt::format("-{},", flag.letter) : "") + fmt::format("--{}", flag.name);
    if (flag.type == ValueType::none) app.add_flag(names, switches[flag.name]);
    else
      app.add_option(names, values[flag.name])->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  try {
    std::vector<std::string> reversed(words.rbegin(), words.empty() ? words.rend() : words.rend() - 1);
    app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    call.help = true;
    return call;
  } catch (const CLI::ArgumentMismatch& error) { return value_missing(*command, error.what()); } catch (const CLI::ParseError& error) {
    return wrong(*command, error.what());
  }
  for (const std::string& extra : app.remaining()) {
    if (extra != "--") return unknown_flag(*command, extra);  // CLI11 hands the mark itself back
  }
  auto word = given.begin();
  for (const Argument& argument : command->arguments) {
    auto& taken = call.arguments[std::string(argument.name)];
    while (word != given.end() && (taken.empty() || argument.many)) taken.push_back(*word++);
    if (!argument.optional && (taken.empty() || taken.front().empty())) {
      return wrong(*command, fmt::format("{} is missing ({})", argument.name, argument.help));
    }
  }
  if (word != given.end()) return wrong(*command, fmt::format("one argument too many: `{}`", *word));
  for (const Flag& flag : command->flags) {
    if (switches.contains(flag.name) && switches[flag.name]) call.switches.emplace(flag.name);
    if (!values.contains(flag.name) || values[flag.name].empty()) {
      if (flag.required) return wrong(*command, fmt::format("--{} {} is missing ({})", flag.name, flag.value, flag.help));
      continue;
    }
    if (values[flag.name].size() > 1 && !flag.many) return wrong(*command, fmt::format("--{} was given more than once", flag.name));
    for (const std::string& value : values[flag.name]) FB_CHECK(check_value(*command, flag, value));
    if (flag.many) call.lists.emplace(flag.name, values[flag.name]);
    call.values.emplace(flag.name, values[flag.name].front());
  }
  return call;
}

}  // namespace fengbiao
