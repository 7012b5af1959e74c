// quantities, names, addresses: the records of any text, one JSON object a line. explain --text: how they came about.
#include <fmt/format.h>

#include "cli/commands.h"
#include "engine/text_records.h"

namespace fengbiao {
namespace {

using Read = void (TextTools::*)(const Passage&, const TextTools::Context&, const TextTools::Sink&);

Result<TextTools::Context> context_of(const Session& session, std::string_view file) {
  TextTools::Context context{.file = std::string(file), .date = {}, .numerals = session.call.has("numerals")};
  if (const auto date = session.call.text("date")) context.date = *date;
  return context;
}

Result<int> read_records(const Session& session, TextTools::Need need, Read read, Passages::Lines lines = Passages::Lines::joined) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Passages passages, Passages::open(session.call.argument("FILE"), options.limits, lines));
  FB_TRY(TextTools tools, TextTools::load(need, options));
  FB_TRY(const TextTools::Context context, context_of(session, passages.file()));
  bool found = false;
  const TextTools::Sink sink = [&](std::string_view json) {
    found = true;
    session.screen.print_text(std::string(json) + "\n", Screen::Kind::json);
  };
  Passage passage;
  for (;;) {
    FB_TRY(const bool more, passages.next(passage));
    if (!more || session.screen.closed()) break;
    (tools.*read)(passage, context, sink);
  }
  return found ? kFound : kNothing;
}

}  // namespace

Result<int> run_quantities(const Session& session) { return read_records(session, TextTools::Need::quantities, &TextTools::quantities); }
Result<int> run_names(const Session& session) { return read_records(session, TextTools::Need::names, &TextTools::names); }
Result<int> run_addresses(const Session& session) {
  return read_records(session, TextTools::Need::addresses, &TextTools::addresses, Passages::Lines::apart);
}

Result<int> explain_text(const Session& session, const std::string& text) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(TextTools tools, TextTools::load(TextTools::Need::all, options));
  FB_TRY(const TextTools::Context context, context_of(session, "-"));
  Passages passages = Passages::of(text, "-");
  Passage passage;
  bool found = false;
  for (;;) {
    FB_TRY(const bool more, passages.next(passage));
    if (!more) break;
    const bool json = session.call.has("json");
    const std::string out = tools.explain(passage, context, json);
    found = found || !out.empty();
    if (json) session.print_json(out);
    else session.screen.print_text(out);
  }
  if (!found) session.screen.say("nothing was found in the text");
  return found ? kFound : kNothing;
}

}  // namespace fengbiao
