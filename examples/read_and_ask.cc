// The C++ API from one end to the other: open an archive, read a bulletin into it, ask, have an answer explained, export.
//
//   read_and_ask new.fb bulletin.txt
//
// Every call that can fail returns a Result: either a value or an Error that says what is wrong, where, and what to do.
// Nothing in the library prints, throws or ends the program; that is left to you.
#include <cstdio>
#include <string>
#include <string_view>

#include "engine/archive.h"
#include "publish/export.h"

using namespace fengbiao;

namespace {

int failed(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message().c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: read_and_ask ARCHIVE BULLETIN\n");
    return 2;
  }

  // An archive is one file. OpenMode::create makes it when it is missing; OpenMode::read works in a read-only folder.
  Result<Archive> archive = Archive::open(argv[1], OpenMode::create);
  if (!archive) return failed(archive.error());

  // Files, folders and "-" are read the same way. A bad input does not end the whole: it is reported with its error. The
  // hook is called once an input is durable, so what it announces survives even a crash in the next instant.
  IngestHooks hooks;
  hooks.on_input = [](const InputReport& input) {
    if (input.error) std::printf("could not read: %s\n", input.error->message().c_str());
    else std::printf("read %s: %u articles, %u lines that no rule claimed\n", input.file.c_str(), input.articles, input.unclaimed_lines);
  };
  const Result<IngestReport> report = archive->ingest({argv[2]}, ReadOptions{}, hooks);
  if (!report) return failed(report.error());
  if (report->failed() > 0) return 1;

  // A listing costs little: rows hold what the table of articles holds, no texts. Every field of the filter may be left out.
  ArticleFilter filter;
  filter.limit = 3;
  const Result<std::vector<ArticleRow>> rows = archive->articles(filter);
  if (!rows) return failed(rows.error());
  if (rows->empty()) {
    std::printf("the bulletin holds no article\n");
    return 1;
  }
  for (const ArticleRow& row : *rows) std::printf("%s line %u: %s\n", row.file.c_str(), row.line_start, row.title.c_str());

  // One article whole: its paragraphs as printed, and the very lines it was read from.
  const Result<ArticleView> view = archive->article(rows->front().id);
  if (!view) return failed(view.error());
  std::printf("\n%s\n", view->article.title.c_str());
  for (const Paragraph& paragraph : view->article.paragraphs) std::printf("%s\n", paragraph.text.c_str());
  std::printf("printed on %zu lines from line %u\n", view->printed_lines.size(), view->article.line_start);

  // Why it is what it is: for each field the rule that decided, and the lines it looked at.
  for (const Because& because : view->article.because) {
    std::printf("%s: %s (lines %u-%u)\n", because.field.c_str(), because.rule.c_str(), because.line_start, because.line_end);
  }

  // The statistical statements of the articles: what was measured, where, for when, how much. Filters see corrections by hand, which
  // stand beside what was read and never replace it. The walk ends when you say so, or at the limit.
  ObservationFilter wanted;
  wanted.limit = 3;
  const Result<void> walked = archive->for_each_observation(wanted, [](const ReportedObservation& r) -> Result<bool> {
    const Observation& o = r.observation;
    std::printf("%s: %s %s %s\n", short_name(r.origin, o.id).c_str(), o.indicator.c_str(), o.period.c_str(), o.text.c_str());
    return true;
  });
  if (!walked) return failed(walked.error());

  // Records for other programs, handed over block by block, so that a large archive never stands in memory whole.
  std::size_t records = 0;
  const Result<ExportNote> exported = export_records(*archive, ExportOptions{}, [&](std::string_view block) -> Result<void> {
    for (const char c : block) records += c == '\n';
    return {};
  });
  if (!exported) return failed(exported.error());
  std::printf("exported %zu records\n", records);
}
