#include "recognition.h"

#include <cstdio>

#include "base/disk.h"
#include "bulletin/bulletin.h"
#include "clause/text_reader.h"
#include "engine/passages.h"
#include "entity/address.h"
#include "intake/intake.h"
#include "measure.h"
#include "observation/observations.h"
#include "policy/policies.h"
#include "text/fold.h"

namespace fengbiao::bench {
namespace {

constexpr int kRounds = 5;
constexpr double kPeakBar = 250;  // MB
constexpr double kAddressBar = 200'000;

std::vector<std::string> passages_of(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    Passages passages = Passages::of(text, "issue.txt");
    Passage passage;
    while (need(passages.next(passage))) out.emplace_back(passage.text);
  }
  return out;
}

// Observations and policies of whole issues: every article read (numbers, times, names, clauses) and its records drawn.
void records(const std::vector<std::string>& issues, const TextReader& reader, const DataSet& data, double yard) {
  const Knowledge knowledge = need(Knowledge::load(data));
  const ObservationReader observations = need(ObservationReader::load(data));
  const PolicyReader policies = need(PolicyReader::load(data));
  std::vector<Document> documents;
  std::vector<Issue> read;
  double mb = 0;
  for (const std::string& text : issues) {
    documents.push_back(need(read_document(text, "issue.txt")));
    read.push_back(need(read_bulletin(documents.back(), knowledge, "")));
    mb += static_cast<double>(text.size()) / 1e6;
  }
  const auto over = [&](auto&& draw) {
    return best_of(kRounds, [&] {
      ArticleText text;
      for (std::size_t i = 0; i < read.size(); ++i)
        for (const Article& article : read[i].articles) draw(text, article, documents[i].text);
    });
  };
  std::size_t found = 0;
  std::vector<Observation> drawn;
  std::vector<Policy> reported;
  row("observations, articles read for them", mb / over([&](ArticleText& text, const Article& article, std::string_view kept) {
                                                text.read(reader, article, kept, Date{2023, 3, 20});
                                                drawn.clear();
                                                observations.read(text, drawn);
                                                found += drawn.size();
                                              }),
      yard, 0.4);
  row("policies, articles that may name one read for them",
      mb / over([&](ArticleText& text, const Article& article, std::string_view kept) {
        text.fold(article, kept, Date{2023, 3, 20});
        if (!policies.may_report(text.folded())) return;
        text.read(reader);
        reported.clear();
        policies.read(text, reported);
        found += reported.size();
      }),
      yard, 0.8);
  row("observations and policies, articles read once", mb / over([&](ArticleText& text, const Article& article, std::string_view kept) {
                                                         text.read(reader, article, kept, Date{2023, 3, 20});
                                                         drawn.clear();
                                                         reported.clear();
                                                         observations.read(text, drawn);
                                                         policies.read(text, reported);
                                                         found += drawn.size() + reported.size();
                                                       }),
      yard, 0);
  if (found == 0) stop({Cause::empty, {}, "no record was found in the issues", ""});
}

}  // namespace

void recognition(const std::vector<std::string>& issues, const std::filesystem::path& addresses, double yard) {
  const DataSet data = DataSet::built_in();
  const std::vector<std::string> passages = passages_of(issues);
  double mb = 0;
  for (const std::string& p : passages) mb += static_cast<double>(p.size()) / 1e6;
  Folded folded;
  std::size_t found = 0;
  const auto over = [&](const std::vector<std::string>& texts, auto&& read) {
    return best_of(kRounds, [&] {
      for (const std::string& text : texts) {
        fold_lines(text, folded);
        read();
      }
    });
  };
  const TextReader reader = need(TextReader::load(data));
  QuantityReader::Reading reading;
  row("quantities and times",
      mb / over(passages,
                [&] {
                  reader.quantities().read(folded.text, reading);
                  found += reading.quantities.size();
                }),
      yard, 1.2);
  std::vector<Name> names;
  row("names",
      mb / over(passages,
                [&] {
                  reader.names()->read(folded.text, names);
                  found += names.size();
                }),
      yard, 0.8);
  ReadText text;
  row("clauses with quantities, times completed, names",
      mb / over(passages,
                [&] {
                  reader.read(folded.text, {.article_date = Date{2023, 3, 20}, .issue_date = {}}, text);
                  found += text.clauses.size();
                }),
      yard, 0);

  records(issues, reader, data, yard);

  std::vector<std::string> lines;
  const std::string bytes = need(read_file(addresses));
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line(bytes.data() + at, end - at);
    if (!line.empty() && line[0] != '#') lines.emplace_back(line.substr(0, line.find('|')));
    at = end + 1;
  }
  const AddressReader address_reader = need(AddressReader::load(data));
  std::vector<Address> cut;
  const double took = over(lines, [&] {
    address_reader.find(folded.text, cut);
    found += cut.size();
  });
  const double a_second = static_cast<double>(lines.size()) / took;
  fmt::print("{:<52} {:>8.0f} a second   bar {:.0f} {}\n", "addresses", a_second, kAddressBar,
             a_second >= kAddressBar ? "holds" : "MISSED");
  if (found == 0) stop({Cause::empty, {}, "nothing was found in the texts", ""});
}

void memory_of_recognition(const Pile& pile, const std::filesystem::path& work, const std::string& program, std::uint64_t bytes,
                           double yard) {
  for (const char* command : {"quantities", "names"}) {
    double small_peak = 0;
    for (const std::uint64_t size : {bytes / 10, bytes}) {
      const std::filesystem::path file = work / "text.txt";
      std::string text;
      for (std::uint32_t n = 0; text.size() < size; ++n) text += pile.issue(n);
      if (const auto written = write_file(file, text); !written) stop(written.error());
      const auto [took, peak] = run_program({program, command, file.string()});
      const double mb = static_cast<double>(text.size()) / 1e6;
      row(fmt::format("fengbiao {} of {:.0f} MB", command, mb), mb / took, yard, 0);
      fmt::print("{:<52} {:>8.1f} MB{}\n", "  peak memory", peak,
                 size == bytes ? fmt::format("   bar {:.0f} MB {}; at a tenth of the text {:.1f} MB", kPeakBar,
                                             peak <= kPeakBar ? "holds" : "MISSED", small_peak)
                               : "");
      small_peak = peak;
    }
  }
}

}  // namespace fengbiao::bench
