// How often the proposed column is the printed one: trained on all but one of some bulletins and tested on that one, each in turn; beside
// it a naive Bayes over runs of one to three characters, trained and tested on the same.
//
//   measure_columns [--no-sources] [--misses] [--least SHARE] BULLETIN.txt BULLETIN.txt ...
//
// Prints both shares and the confusion table. Ends with 1 below a bar that was asked for or where the naive Bayes is not beaten.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/disk.h"
#include "engine/archive.h"
#include "pile/columns.h"
#include "text/characters.h"

namespace {

using namespace fengbiao;

struct Piece {
  PileText text;
  std::string column;
  ColumnFeatures features;
  std::set<std::string> runs;
};

std::set<std::string> runs_of(const PileText& text) {
  std::string all = text.title + "\n";
  for (const std::string& p : text.paragraphs) all += p;
  std::vector<std::uint32_t> begins;
  std::erase_if(all, [](char c) { return c == ' '; });  // of wrapped lines
  for (std::uint32_t at = 0, size = 0; at < all.size(); at += size) Characters::unit_at(all, at, size), begins.push_back(at);
  begins.push_back(static_cast<std::uint32_t>(all.size()));
  std::set<std::string> out;
  for (std::size_t n = 1; n <= 3; ++n)
    for (std::size_t i = 0; i + n < begins.size(); ++i) out.insert(all.substr(begins[i], begins[i + n] - begins[i]));
  return out;
}

// Each run of a text counts once, which is the stronger way with texts so few: counted as often as they stand, it gets fewer right.
class Bayes {
 public:
  void learn(const Piece& piece) {
    ++texts_[piece.column];
    for (const std::string& run : piece.runs) ++counts_[piece.column][run], ++totals_[piece.column], all_.insert(run);
  }
  [[nodiscard]] std::string tell(const Piece& piece) const {
    std::string best;
    double most = -1e300;
    for (const auto& [column, texts] : texts_) {
      double sum = std::log(texts);
      const auto& counts = counts_.at(column);
      for (const std::string& run : piece.runs) {
        const auto at = counts.find(run);
        sum += std::log((at == counts.end() ? 0 : at->second) + 1.0) - std::log(totals_.at(column) + double(all_.size()));
      }
      if (sum > most) most = sum, best = column;
    }
    return best;
  }

 private:
  std::map<std::string, double> texts_, totals_;
  std::map<std::string, std::map<std::string, double>> counts_;
  std::set<std::string> all_;
};

}  // namespace

int main(int argc, char** argv) {
  bool sources = true, misses = false;
  double least = 0;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--no-sources") sources = false;
    else if (word == "--misses") misses = true;
    else if (word == "--least" && i + 1 < argc) least = std::strtod(argv[++i], nullptr);
    else files.push_back(word);
  }
  const auto reader = ColumnReader::load(DataSet::built_in());
  if (!reader) return fmt::print(stderr, "{}\n", reader.error().message()), 2;
  std::vector<std::vector<Piece>> issues;
  for (const std::string& file : files) {
    const auto bytes = read_file(file, 64U << 20);
    if (!bytes) return fmt::print(stderr, "{}\n", bytes.error().message()), 2;
    const auto read = read_issue(*bytes, std::filesystem::path(file).filename().string());
    if (!read) return fmt::print(stderr, "{}\n", read.error().message()), 2;
    auto& pieces = issues.emplace_back();
    for (const Article& article : read->issue.articles) {
      Piece p{pile_text(article), article.section, {}, {}};
      if (!sources) p.text.sources.clear(), p.text.compiled = false;
      p.features = reader->features(p.text);
      p.runs = runs_of(p.text);
      pieces.push_back(std::move(p));
    }
  }
  std::map<std::string, std::map<std::string, int>> table;
  int all = 0, right = 0, bayes_right = 0;
  for (std::size_t tested = 0; tested < issues.size(); ++tested) {
    std::vector<ColumnModel::Example> examples;
    Bayes bayes;
    for (std::size_t i = 0; i < issues.size(); ++i)
      for (const Piece& p : issues[i])
        if (i != tested) examples.push_back({p.features, p.column}), bayes.learn(p);
    const ColumnModel model = ColumnModel::train(examples);
    int here = 0, here_bayes = 0;
    for (const Piece& p : issues[tested]) {
      const ColumnProposal proposal = model.propose(p.features);
      const std::string column = proposal.columns.empty() ? "" : proposal.columns.front().label;
      ++table[p.column][column];
      here += column == p.column;
      here_bayes += bayes.tell(p) == p.column;
      if (misses && column != p.column) {
        fmt::print("{} printed, {} proposed: {}\n", p.column, column, p.text.title);
        for (const auto& reason : proposal.reasons) fmt::print("    {:+.2f} {}\n", reason.weight, reason.what);
      }
    }
    fmt::print("{}: {} of {} right, naive Bayes {}\n", files[tested], here, issues[tested].size(), here_bayes);
    all += static_cast<int>(issues[tested].size()), right += here, bayes_right += here_bayes;
  }
  fmt::print("all: {} of {} right, {:.3f}; naive Bayes {}, {:.3f}\n", right, all, double(right) / std::max(1, all), bayes_right,
             double(bayes_right) / std::max(1, all));
  for (const auto& [column, row] : table) {
    fmt::print("{}:", column);
    for (const auto& [other, count] : row) fmt::print(" {} {}", other, count);
    fmt::print("\n");
  }
  return right < least * all || right <= bayes_right ? 1 : 0;
}
