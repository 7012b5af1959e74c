// sort: texts of the pile by what an archive has printed.
#include <fmt/format.h>

#include <cstdlib>

#include "cli/commands.h"
#include "engine/pile_inputs.h"
#include "publish/pile_record.h"

namespace fengbiao {
namespace {

std::string where_printed(const PileText& text) {
  std::string out = text.id;
  for (const std::string& source : text.sources) out += "  " + source;
  return text.date.empty() ? out : out + "  " + text.date;
}

std::string changes_text(const std::vector<FigureChange>& changes) {
  std::string out;
  for (const FigureChange& c : changes)
    out += fmt::format("      {}: {} -> {}\n        {}\n        {}\n", c.rounded ? "rounded" : "changed", c.first.text, c.other.text,
                       c.first.quote, c.other.quote);
  return out;
}

std::string story_text(const std::vector<PileText>& texts, const SortedPile& pile, std::size_t row) {
  const SortedText& t = pile[row];
  std::string out = fmt::format("{}\n  {}\n", texts[row].title, where_printed(texts[row]));
  std::string copies;
  for (std::size_t other = 0; other < pile.size(); ++other)
    if (other != row && pile[other].story == row)
      copies += fmt::format("    {}  {}\n{}", where_printed(texts[other]), texts[other].title, changes_text(pile[other].changes));
  if (!copies.empty()) out += fmt::format("  printed again{}:\n{}", t.first_sure ? "" : " (which was first cannot be told)", copies);
  if (t.told) out += fmt::format("  already told: {}/{}  {}\n{}", t.told->issue, t.told->n, t.told->title, changes_text(t.told->changes));
  if (!t.column.columns.empty()) {
    out += fmt::format("  column: {} {:.2f}, else {} {:.2f}\n", t.column.columns[0].label, t.column.columns[0].probability,
                       t.column.columns[1].label, t.column.columns[1].probability);
    for (const ColumnProposal::Reason& reason : t.column.reasons) out += fmt::format("      {:+.2f} {}\n", reason.weight, reason.what);
  }
  out += fmt::format("  nearer to the field than {:.0f} % of the archive's articles:", 100 * t.relevance.value);
  for (const Relevance::Word& word : t.relevance.reasons) out += fmt::format(" {} {:+.1f}", word.word, word.weight);
  out += fmt::format("\n  summary, {} characters{}:\n", t.summary.characters, t.summary.over ? ", longer than wanted" : "");
  for (const SummarySentence& s : t.summary.sentences) out += fmt::format("    {}\n", s.text);
  return out + "\n";
}

}  // namespace

Result<int> run_sort(const Session& session) {
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::read));
  bool failed = false;
  FB_TRY(const auto texts, read_pile(session.call.arguments.at("FILE"), read, [&](const Error& error) {
           failed = true;
           session.screen.complain(error);
         }));
  FB_TRY(const PileSorter sorter, PileSorter::load(archive, read));
  PileSorter::Asked asked{.threads = read.threads};
  if (const auto characters = session.call.text("summary")) asked.characters = std::strtoul(characters->c_str(), nullptr, 10);
  const SortedPile pile = sorter.sort(texts, asked);
  for (std::size_t row = 0; row < pile.size(); ++row) {
    if (session.call.has("json")) {
      JsonWriter w;
      write_sorted_text_json(w, texts, pile, row);
      session.print_json(w.take());
    } else if (pile[row].story == row) {
      session.screen.print_text(story_text(texts, pile, row));
    }
  }
  if (failed) return kError;
  return pile.empty() ? kNothing : kFound;
}

}  // namespace fengbiao
