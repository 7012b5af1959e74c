// The benchmarks, a line a stage, each with its bar as a multiple of the yardstick. `bench/run` builds and starts it.
//
//   bench --samples DIR --addresses FILE --jieba DIR --work DIR --fengbiao PROGRAM [--bytes N] [--texts DIR]
//
// `--texts` gives bulletins of one's own (*.txt): what is read in memory is then these as they are, over and over, and the pile to
// ingest is made of their sentences. Without it both are made of the samples, which have a number in nearly every sentence.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/compress.h"
#include "base/disk.h"
#include "bulletin/bulletin.h"
#include "comply/compliance.h"
#include "decisions.h"
#include "engine/archive.h"
#include "engine/checks.h"
#include "engine/reading.h"
#include "intake/intake.h"
#include "measure.h"
#include "model/issue_json.h"
#include "pile.h"
#include "recognition.h"
#include "yardstick.h"

namespace fengbiao::bench {
namespace {

int run(const std::map<std::string, std::string>& options) {
  const auto option = [&](const char* name) { return options.at(name); };
  const bool own = options.contains("texts");
  const Pile pile = need(Pile::load(option(own ? "texts" : "samples")));
  Yardstick yardstick(option("jieba"), pile.text());
  const double yard = yardstick.alone();
  fmt::print("{:<52} {:>8.1f} MB/s\n", "yardstick: cppjieba MixSegment with HMM, one core", yard);

  std::vector<std::string> issues;
  std::size_t bytes = 0;
  for (std::uint32_t n = 0; bytes < 8u << 20; ++n) {
    issues.push_back(own ? pile.originals()[n % pile.originals().size()] : pile.issue(n));
    bytes += issues.back().size();
  }
  const double mb = static_cast<double>(bytes) / 1e6;
  const Knowledge knowledge = need(Knowledge::load(DataSet::built_in()));
  std::vector<Document> documents;
  for (const std::string& text : issues) documents.push_back(need(read_document(text, "issue.txt")));
  std::vector<Issue> read;
  for (const Document& d : documents) read.push_back(need(read_bulletin(d, knowledge, "")));
  std::size_t sink = 0;
  const auto stage = [&](const char* name, double bar, const std::function<void(std::size_t)>& part) {
    const Beside took = yardstick.beside(3, issues.size(), part);
    row(name, mb / took.seconds, took.yard, bar);
  };
  stage("intake of text", 0, [&](std::size_t i) { sink += need(read_document(issues[i], "issue.txt")).lines.size(); });
  stage("structure", 0, [&](std::size_t i) { sink += need(read_bulletin(documents[i], knowledge, "")).zones.size(); });
  stage("reading and structure, one core, text in memory", 2.0,
        [&](std::size_t i) { sink += need(read_bulletin(need(read_document(issues[i], "issue.txt")), knowledge, "")).zones.size(); });
  stage("structure to JSON", 0, [&](std::size_t i) { sink += to_json(read[i]).size(); });
  stage("compression of the text", 0, [&](std::size_t i) { sink += compress(issues[i]).size(); });
  {
    const Reader reader = need(Reader::make({}));
    const DocumentChecker checker = need(DocumentChecker::load({}, {}));
    const Beside checks = yardstick.beside_timed(3, issues.size(), [&](std::size_t i) {
      double took = 0;
      Checker::Session session(checker.checks(), read[i], documents[i].text);
      const IssueRecords records =
          reader.records->read(read[i], documents[i].text,
                               [&](const ArticleText& text, std::span<const Observation> observations, std::span<const Policy> policies) {
                                 took += seconds([&] { session.article(text, observations, policies); });
                               });
      took += seconds([&] { sink += session.finish(records.observations, records.policies).relations.size(); });
      return took;
    });
    row("all checks of articles that are read", mb / checks.seconds, checks.yard, 0.2);
    stage("records and all checks, one core", 0,
          [&](std::size_t i) { sink += checker.check_articles(read[i], documents[i].text).checks.relations.size(); });
  }
  {
    // Every rule of every pack, whatever kind of text it is about.
    const DataSet data = DataSet::built_in();
    const Compliance compliance = need(Compliance::load(data));
    const SpokenLines spoken = need(SpokenLines::load(data));
    const std::vector<std::uint8_t> all(compliance.matcher().rules().size(), 1);
    ComplyLetters letters;
    ComplyMatcher::Found found;
    stage("compliance, all packs and folding, one core", 3.0, [&](std::size_t i) {
      const auto lines = spoken.read(documents[i], ComplyKind::script);
      read_letters(documents[i].text, lines, compliance.folding(), letters);
      compliance.matcher().run(letters, lines, all, found);
      sink += letters.size() + found.matches.size();
    });
  }
  if (sink == 0) return 2;

  recognition(issues, option("addresses"), yard);
  decisions();
  const std::filesystem::path work = option("work");
  std::filesystem::remove_all(work);
  std::filesystem::create_directories(work);
  const std::uint64_t wanted = std::stoull(option("bytes"));
  double small_peak = 0;
  for (const std::uint64_t size : {wanted / 5, wanted}) {
    const std::filesystem::path folder = work / fmt::format("pile-{}", size), archive = work / fmt::format("{}.fb", size);
    const double pile_mb = static_cast<double>(need(pile.write(folder, size))) / 1e6;
    const auto [took, peak] = run_program({option("fengbiao"), "ingest", "--quiet", archive.string(), folder.string()});
    row(fmt::format("ingest of {:.0f} MB to a durable archive", pile_mb), pile_mb / took, yard, size == wanted ? 0.25 : 0);
    const double archive_mb = static_cast<double>(std::filesystem::file_size(archive)) / 1e6;
    fmt::print("{:<52} {:>8.1f} MB    archive {:.1f} MB{}\n", "  peak memory", peak, archive_mb,
               size == wanted
                   ? fmt::format("   bar 400 MB {}; at a fifth of the pile {:.1f} MB", peak <= 400 ? "holds" : "MISSED", small_peak)
                   : "");
    small_peak = peak;
    const auto [again, again_peak] = run_program({option("fengbiao"), "ingest", "--quiet", archive.string(), folder.string()});
    row("  the same pile again, nothing changes", pile_mb / again, yard, 0);
  }

  memory_of_recognition(pile, work, option("fengbiao"), wanted, yard);

  const std::string pdf = need(read_file(std::filesystem::path(option("samples")) / "2023-03-20.pdf"));
  std::uint32_t pages = 0;
  const double pdf_time = best_of(5, [&] { pages = need(read_document(pdf, "sample.pdf")).pages; });
  fmt::print("{:<52} {:>8.1f} ms a page ({} pages, {:.0f} ms)   bar 15 ms {}\n", "PDF to lines", pdf_time * 1000 / pages, pages,
             pdf_time * 1000, pdf_time * 1000 / pages <= 15 ? "holds" : "MISSED");
  std::filesystem::remove_all(work);
  return 0;
}

}  // namespace
}  // namespace fengbiao::bench

int main(int argc, char** argv) {
  if (argc > 2 && std::string_view(argv[1]) == "--measure") return fengbiao::bench::measure_command(argv + 2);
  std::map<std::string, std::string> options{{"bytes", "100000000"}};
  for (int i = 1; i + 1 < argc; i += 2) options[argv[i] + 2] = argv[i + 1];
  for (const char* name : {"samples", "addresses", "jieba", "work", "fengbiao"})
    if (!options.contains(name)) {
      fmt::print(stderr, "bench: --{} is missing; bench/run gives all of them\n", name);
      return 2;
    }
  return fengbiao::bench::run(options);
}
