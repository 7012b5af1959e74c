// Groups the texts of a file (tests/pile/stories.py) and holds the groups against the stories they tell.
//
//   measure_groups FILE.jsonl [--misses N] [--threads N] [--least-f1 0.97] [--most-seconds 30]
//
// Prints pairs found, missed and wrong, F1 of pairs, seconds of grouping with the texts at hand, and beside it what the finder of the
// search index (search/stories.h) makes of the same texts. Ends with 1 below a bar that was asked for.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "pile/stories_told.h"
#include "search/stories.h"
#include "text/characters.h"

namespace {

using namespace fengbiao;

struct Counted {
  std::uint64_t found = 0, wrong = 0, missed = 0;
  [[nodiscard]] double f1() const { return 2.0 * double(found) / double(std::max<std::uint64_t>(1, 2 * found + wrong + missed)); }
};

Counted counted(const std::vector<int>& stories, const std::vector<std::uint32_t>& groups) {
  std::map<int, std::uint64_t> by_story;
  std::map<std::uint32_t, std::uint64_t> by_group;
  std::map<std::pair<int, std::uint32_t>, std::uint64_t> by_both;
  for (std::size_t i = 0; i < stories.size(); ++i) ++by_story[stories[i]], ++by_group[groups[i]], ++by_both[{stories[i], groups[i]}];
  const auto pairs = [](const auto& counts) {
    std::uint64_t all = 0;
    for (const auto& [name, n] : counts) all += n * (n - 1) / 2;
    return all;
  };
  const std::uint64_t found = pairs(by_both);
  return {found, pairs(by_group) - found, pairs(by_story) - found};
}

// As the search index sees texts: numbers of characters, without marks and blanks.
std::vector<std::uint32_t> by_search(const std::vector<PileText>& texts) {
  std::map<char32_t, std::uint16_t> known{{0, 0}};
  std::vector<char32_t> characters{0};
  std::vector<std::uint16_t> numbers;
  std::vector<std::uint32_t> begins, title_ends;
  const auto add = [&](std::string_view text) {
    for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
      const std::uint32_t c = Characters::unit_at(text, at, size);
      const auto [place, fresh] = known.try_emplace(c, static_cast<std::uint16_t>(characters.size()));
      if (fresh) characters.push_back(c);
      numbers.push_back(place->second);
    }
  };
  for (const PileText& text : texts) {
    begins.push_back(static_cast<std::uint32_t>(numbers.size()));
    add(text.title);
    title_ends.push_back(static_cast<std::uint32_t>(numbers.size()));
    numbers.push_back(0);
    for (const std::string& p : text.paragraphs) add(p);
  }
  begins.push_back(static_cast<std::uint32_t>(numbers.size()));
  std::vector<std::uint32_t> out = find_stories({numbers, begins, title_ends, characters});
  out.resize(texts.size());
  for (std::uint32_t row = 0; row < out.size(); ++row) out[row] = out[row] == 0 ? row : out[row] - 1;
  return out;
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void print(const char* name, const Counted& c, double seconds) {
  fmt::print("{:<8} found {} wrong {} missed {}  precision {:.4f} recall {:.4f} F1 {:.4f}  {:.2f} s\n", name, c.found, c.wrong, c.missed,
             double(c.found) / double(std::max<std::uint64_t>(1, c.found + c.wrong)),
             double(c.found) / double(std::max<std::uint64_t>(1, c.found + c.missed)), c.f1(), seconds);
}

}  // namespace

int main(int argc, char** argv) {
  std::string file;
  std::size_t misses = 0;
  unsigned threads = 0;
  double least = 0, most = 1e9;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (!word.starts_with("--")) file = word;
    else if (++i == argc) return fmt::print(stderr, "{} wants a value\n", word), 2;
    else if (word == "--misses") misses = std::strtoul(argv[i], nullptr, 10);
    else if (word == "--threads") threads = static_cast<unsigned>(std::strtoul(argv[i], nullptr, 10));
    else if (word == "--least-f1") least = std::strtod(argv[i], nullptr);
    else if (word == "--most-seconds") most = std::strtod(argv[i], nullptr);
    else return fmt::print(stderr, "no flag {}\n", word), 2;
  }
  std::ifstream in(file);
  std::vector<PileText> texts;
  std::vector<int> stories;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    texts.push_back({.id = json["id"], .title = json["title"], .date = json["date"], .paragraphs = json["paragraphs"]});
    stories.push_back(json["story"]);
  }
  if (texts.empty()) return fmt::print(stderr, "{}: no texts\n", file), 2;
  const auto begin = std::chrono::steady_clock::now();
  const Prints prints(texts, threads);
  const double printed = seconds_since(begin);
  const auto pairs = find_pairs(prints, threads);
  const double paired = seconds_since(begin);
  const auto groups = group(texts.size(), pairs, prints);
  const double seconds = seconds_since(begin);
  const Counted ours = counted(stories, groups);
  fmt::print("{} texts, {} pairs; prints {:.2f} s, pairs {:.2f} s, groups {:.2f} s\n", texts.size(), pairs.size(), printed,
             paired - printed, seconds - paired);
  print("pile", ours, seconds);
  const auto again = std::chrono::steady_clock::now();
  const auto others = by_search(texts);
  print("search", counted(stories, others), seconds_since(again));
  std::map<int, std::uint32_t> first;
  for (std::uint32_t i = 0; i < texts.size() && misses > 0; ++i) {
    const auto [at, fresh] = first.try_emplace(stories[i], i);
    const bool missed = !fresh && groups[at->second] != groups[i], wrong = groups[i] != i && stories[groups[i]] != stories[i];
    if (!missed && !wrong) continue;
    --misses;
    const std::uint32_t other = missed ? at->second : groups[i];
    const Likeness l = prints.compare(other, i);
    fmt::print("{} {} {} of smaller {:.2f} of larger {:.2f} runs {} figures {}/{}\n  {}\n  {}\n", missed ? "missed" : "wrong",
               texts[other].id, texts[i].id, l.of_smaller, l.of_larger, l.runs, l.shared, l.figures, texts[other].title, texts[i].title);
  }
  return ours.f1() < least || seconds > most ? 1 : 0;
}
