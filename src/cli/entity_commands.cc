// entities and entity: who and what an archive tells of.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json.h"
#include "cli/commands.h"
#include "engine/entities.h"
#include "publish/entity_record.h"

namespace fengbiao {
namespace {

constexpr std::size_t kNamesShown = 4;

Result<EntityRegister> gather(const Session& session) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const auto progress = [&](std::size_t done, std::size_t all) {
    session.screen.progress(fmt::format("{}/{} issues read for names", done, all));
  };
  auto out = gather_entities(archive, options, progress);
  session.screen.clear_progress();
  return out;
}

std::string count(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

// The names it goes by, the commonest first, without the canonical one.
std::vector<std::string> other_names(const EntityEntry& entry) {
  std::vector<std::pair<std::uint32_t, std::string>> counted;
  for (const auto& [name, count] : entry.called)
    if (name != entry.canonical) counted.emplace_back(count, name);
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> out;
  for (auto& [count, name] : counted) out.push_back(std::move(name));
  return out;
}

std::string entry_text(const EntityEntry& entry, const EntityRegister& all) {
  std::string out = entry.canonical + "\n\n";
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("  {:<8}  {}\n", name, value);
  };
  line("kind", entry.kind);
  line("id", entry.id);
  line("code", entry.code == entry.id ? "" : entry.code);
  line("called", fmt::format("{}", fmt::join(other_names(entry), ", ")));
  line("named",
       fmt::format("{} in {} of {}", count(entry.mentions.size(), "time"), count(entry.articles, "article"), count(entry.issues, "issue")));
  out += "\n";
  for (const std::uint32_t index : entry.mentions) {
    const Mention& m = all.mentions()[index];
    out += fmt::format("{:<10}  {}/{}  {}\n            {}\n", m.date, m.issue, m.article, m.article_title, m.quote);
  }
  return out;
}

}  // namespace

Result<int> run_entities(const Session& session) {
  FB_TRY(const EntityRegister all, gather(session));
  const std::string kind = session.call.text("kind").value_or("");
  const auto limit = static_cast<std::size_t>(session.call.number("limit", 0));
  std::vector<const EntityEntry*> shown;
  for (const EntityEntry& entry : all.entries())
    if ((kind.empty() || entry.kind == kind) && (limit == 0 || shown.size() < limit)) shown.push_back(&entry);
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("entities");
    w.open('[');
    for (const EntityEntry* entry : shown) {
      w.open('{');
      write_entity_fields(w, *entry);
      w.close('}');
    }
    w.close(']');
    w.close('}');
    session.print_json(w.take());
  } else if (!shown.empty()) {
    std::vector<std::vector<std::string>> rows;
    for (const EntityEntry* e : shown) {
      std::vector<std::string> names = other_names(*e);
      if (names.size() > kNamesShown) {
        names.resize(kNamesShown);
        names.emplace_back("...");
      }
      rows.push_back({e->canonical, e->kind, e->id, fmt::format("{}", e->articles), fmt::format("{}", e->issues), e->first, e->last,
                      fmt::format("{}", fmt::join(names, ", "))});
    }
    session.screen.print(table(
        {{"name", false, true}, {"kind"}, {"id"}, {"articles", true}, {"issues", true}, {"first"}, {"last"}, {"also called", false, true}},
        rows, session.screen.width()));
  }
  if (shown.empty()) session.screen.say(all.entries().empty() ? "no name was found" : fmt::format("no {} is named", kind));
  return shown.empty() ? kNothing : kFound;
}

Result<int> run_entity(const Session& session) {
  FB_TRY(const EntityRegister all, gather(session));
  const std::string& name = session.call.argument("NAME");
  const auto found = all.find(name);
  if (found.empty()) {
    const auto near = all.near(name);
    session.screen.say(fmt::format("'{}' is not named in the archive{}", name,
                                   near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, " or "))));
    return kNothing;
  }
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("entities");
    w.open('[');
    for (const EntityEntry* entry : found) {
      w.open('{');
      write_entity_fields(w, *entry);
      w.key("timeline");
      w.open('[');
      for (const std::uint32_t index : entry->mentions) write_mention_json(w, all.mentions()[index]);
      w.close(']');
      w.close('}');
    }
    w.close(']');
    w.close('}');
    session.print_json(w.take());
    return kFound;
  }
  std::string out;
  for (const EntityEntry* entry : found) out += (out.empty() ? "" : "\n") + entry_text(*entry, all);
  session.screen.print_text(out);
  return kFound;
}

}  // namespace fengbiao
