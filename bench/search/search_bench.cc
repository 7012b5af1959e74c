// Finding stretches of text, side by side: the same documents and the same queries for each engine. `bench/search/run` builds and starts
// it.
//
//   search_bench --work DIR [--documents N] [--characters N] [--engines ours,groonga,...] FOLDER...     folders with texts
//
// Queries: 1,000 of one term of 1 to 8 characters, 200 of two terms of one document, drawn from the documents. Each engine answers all of
// them once; then each is timed three times and the best counts: the number of all hits and the ten best. Recall and wrong rows are against
// the plain scan, which is itself held against std::string::find on every 50th query.
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>

#include "engine.h"
#include "measure.h"

namespace fengbiao::bench {
namespace {

constexpr std::size_t kSingles = 1000, kPairs = 200;

// As it lies on the disk: files with holes count what they take.
double folder_size(const std::filesystem::path& folder) {
  double sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    struct stat status {};
    if (entry.is_regular_file() && stat(entry.path().c_str(), &status) == 0) sum += 512.0 * static_cast<double>(status.st_blocks);
  }
  return sum;
}

std::vector<std::vector<std::uint32_t>> truth(const Corpus& corpus, const std::vector<Query>& queries) {
  const auto scan = make_scan();
  scan->build(corpus, {});
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    rows.push_back(scan->all(queries[i]));
    if (i % 50 != 0) continue;
    std::vector<std::uint32_t> slow;
    for (std::uint32_t n = 0; n < corpus.documents(); ++n)
      if (std::ranges::all_of(queries[i].terms,
                              [&](const std::string& term) { return corpus.document(n).find(term) != std::string::npos; }))
        slow.push_back(n);
    if (slow != rows.back()) stop({Cause::damaged, {}, "the plain scan is wrong", {}});
  }
  return rows;
}

void measure(Engine& engine, const Corpus& corpus, const std::vector<Query>& queries, const std::vector<std::vector<std::uint32_t>>& right,
             const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const double built = seconds([&] { engine.build(corpus, folder); });
  const double size = folder_size(folder) / static_cast<double>(corpus.text.size());
  std::uint64_t sought = 0, found = 0, wrong = 0, inexact = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const std::vector<std::uint32_t> rows = engine.all(queries[i]);
    std::vector<std::uint32_t> common;
    std::ranges::set_intersection(rows, right[i], std::back_inserter(common));
    sought += right[i].size();
    found += common.size();
    wrong += rows.size() - common.size();
    inexact += rows != right[i];
  }
  std::vector<double> times(queries.size(), 1e9);
  for (int round = 0; round < 3; ++round)
    for (std::size_t i = 0; i < queries.size(); ++i) times[i] = std::min(times[i], 1e3 * seconds([&] { (void)engine.ask(queries[i]); }));
  const auto part = [&](std::size_t from, std::size_t to, double share) {
    std::vector<double> sorted(times.begin() + static_cast<std::ptrdiff_t>(from), times.begin() + static_cast<std::ptrdiff_t>(to));
    std::ranges::sort(sorted);
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
  };
  fmt::print("| {} | {:.1f} | {} | {:.3f} | {:.2f} | {:.3f} | {:.2f} | {:.2f}% | {} | {} |\n", engine.name(), built,
             size > 0 ? fmt::format("{:.2f}", size) : "none", part(0, queries.size(), 0.5), part(0, queries.size(), 0.99),
             part(kSingles, queries.size(), 0.5), part(kSingles, queries.size(), 0.99),
             100.0 * static_cast<double>(found) / static_cast<double>(std::max<std::uint64_t>(1, sought)), wrong, inexact);
  std::fflush(stdout);
}

int run(std::map<std::string, std::string> options, const std::vector<std::filesystem::path>& folders) {
  const auto number = [&](const char* name, std::size_t otherwise) {
    return options.contains(name) ? std::stoul(options[name]) : otherwise;
  };
  const std::vector<std::string> clauses = need(read_clauses(folders));
  const Corpus corpus = make_corpus(clauses, number("documents", 20'000), number("characters", 430));
  const std::vector<Query> queries = draw_queries(corpus, kSingles, kPairs);
  const auto right = truth(corpus, queries);
  std::uint64_t hits = 0;
  for (const auto& rows : right) hits += rows.size();
  fmt::print("{} documents, {:.1f} MB of text, {} different clauses; {} queries with {} hits on average\n\n", corpus.documents(),
             static_cast<double>(corpus.text.size()) / 1e6, clauses.size(), queries.size(), hits / queries.size());
  fmt::print("| engine | build s | index / text | p50 ms | p99 ms | two terms p50 | p99 | recall | wrong rows | queries not exact |\n");
  fmt::print("|---|---|---|---|---|---|---|---|---|---|\n");
  const std::string wanted = "," + (options.contains("engines") ? options["engines"] : "ours,groonga,xapian,fts5,scan") + ",";
  const auto one = [&](const char* name, auto&& make) {
    if (wanted.find(std::string(",") + name + ",") == wanted.npos) return;
    const std::filesystem::path folder = std::filesystem::path(options["work"]) / name;
    measure(*make(), corpus, queries, right, folder);
    if (!options.contains("keep")) std::filesystem::remove_all(folder);
  };
  one("ours", make_ours);
  one("groonga", [] { return make_groonga("TokenBigram"); });
  one("xapian", make_xapian);
  one("fts5", make_fts5);
  one("scan", make_scan);
  return 0;
}

}  // namespace
}  // namespace fengbiao::bench

int main(int argc, char** argv) {
  std::map<std::string, std::string> options;
  std::vector<std::filesystem::path> folders;
  for (int i = 1; i < argc; ++i) {
    if (std::strncmp(argv[i], "--", 2) == 0 && i + 1 < argc) {
      options[argv[i] + 2] = argv[i + 1];
      ++i;
    } else {
      folders.emplace_back(argv[i]);
    }
  }
  if (folders.empty() || !options.contains("work")) {
    fmt::print(stderr, "search_bench --work DIR [--documents N] [--characters N] [--engines LIST] FOLDER...\n");
    return 2;
  }
  return fengbiao::bench::run(std::move(options), folders);
}
