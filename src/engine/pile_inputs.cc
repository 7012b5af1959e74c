#include "engine/pile_inputs.h"

#include <algorithm>
#include <map>

#include "base/disk.h"
#include "engine/reading.h"
#include "pile/each_row.h"
#include "pile/stories_told.h"
#include "rules/data_set.h"

namespace fengbiao {

struct PileSorter::Parts {
  struct Printed {
    std::string issue, id;
    std::uint32_t n = 0;
  };
  ColumnReader reader;
  FigureReader figures;
  std::shared_ptr<const Words> words;
  std::vector<PileText> articles{};
  std::vector<Printed> printed{};  // one an article
  ColumnModel columns{};
  FieldModel field{};
};

PileSorter::PileSorter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PileSorter::PileSorter(PileSorter&&) noexcept = default;
PileSorter& PileSorter::operator=(PileSorter&&) noexcept = default;
PileSorter::~PileSorter() = default;

Result<PileSorter> PileSorter::load(Archive& archive, const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(ColumnReader reader, ColumnReader::load(data));
  FB_TRY(FigureReader figures, FigureReader::load(data));
  FB_TRY(Words words, Words::load(data));
  auto parts = std::make_unique<Parts>(Parts{std::move(reader), std::move(figures), std::make_shared<Words>(std::move(words))});
  std::vector<std::string> columns;
  FB_CHECK(archive.for_each_issue([&](const StoredIssue& stored, std::string_view) -> Result<void> {
    for (const Article& article : stored.issue.articles) {
      parts->articles.push_back(pile_text(article));
      parts->printed.push_back({stored.key, article.id, article.n});
      columns.push_back(article.section);
    }
    return {};
  }));
  std::vector<ColumnModel::Example> examples(columns.size());
  each_row(columns.size(), options.threads, [&](std::size_t row) {
    examples[row] = {parts->reader.features(parts->articles[row]), columns[row]};
  });
  std::erase_if(examples, [](const ColumnModel::Example& e) { return e.column.empty(); });
  parts->columns = ColumnModel::train(examples);
  parts->field = FieldModel::learn(parts->words, parts->articles);
  return PileSorter(std::move(parts));
}

namespace {

// Whether the one was printed before the other; a text without a day may have been printed at any time.
bool earlier(const PileText& a, const PileText& b) { return !a.date.empty() && (b.date.empty() || a.date < b.date); }

void set_first(const std::vector<PileText>& texts, const std::vector<std::size_t>& rows, SortedPile& out) {
  const std::size_t first = *std::ranges::min_element(rows, [&](std::size_t a, std::size_t b) { return earlier(texts[a], texts[b]); });
  const bool sure = std::ranges::all_of(
      rows, [&](std::size_t row) { return row == first || (!texts[row].date.empty() && earlier(texts[first], texts[row])); });
  for (const std::size_t row : rows) {
    out[row].story = first;
    out[row].first_sure = sure;
  }
}

}  // namespace

SortedPile PileSorter::sort(const std::vector<PileText>& texts, const Asked& asked) const {
  const Parts& p = *parts_;
  SortedPile out(texts.size());
  std::vector<PileText> all = texts;
  all.insert(all.end(), p.articles.begin(), p.articles.end());
  const Prints prints(all, asked.threads);
  const auto pairs = find_pairs(prints, asked.threads);
  std::map<std::uint32_t, std::vector<std::size_t>> stories;
  const auto groups = group(texts.size(), pairs, prints);
  for (std::size_t row = 0; row < texts.size(); ++row) stories[groups[row]].push_back(row);
  for (const auto& [first, rows] : stories) set_first(texts, rows, out);
  std::vector<const StoryPair*> told(texts.size());
  for (const StoryPair& pair : pairs)
    if (pair.first < texts.size() && pair.second >= texts.size())
      if (const StoryPair*& best = told[pair.first]; !best || pair.score > best->score) best = &pair;
  each_row(texts.size(), asked.threads, [&](std::size_t row) {
    SortedText& t = out[row];
    if (t.story != row) {
      t.of_smaller = prints.compare(t.story, row).of_smaller;
      t.changes = p.figures.changes(texts[t.story], texts[row]);
    }
    if (told[row]) {
      const std::size_t at = told[row]->second - texts.size();
      t.told = ToldBefore{p.printed[at].issue,
                          p.printed[at].id,
                          p.articles[at].title,
                          p.articles[at].date,
                          p.printed[at].n,
                          prints.compare(row, told[row]->second).of_smaller,
                          p.figures.changes(p.articles[at], texts[row])};
    }
    t.column = p.columns.propose(p.reader.features(texts[row]));
    t.relevance = p.field.relevance(texts[row]);
    t.summary = summarize(texts[row], asked.characters);
  });
  return out;
}

Result<std::vector<PileText>> read_pile(const std::vector<std::string>& names, const ReadOptions& options,
                                        const std::function<void(const Error&)>& on_trouble) {
  FB_TRY(const Reader reader, Reader::make(options));
  std::vector<PileText> out;
  for (const std::string& name : names) {
    const std::filesystem::path path = name;
    const auto read = [&]() -> Result<Reading> {
      FB_TRY(const std::string bytes, name == "-" ? read_stdin(options.limits.file) : read_file(path, options.limits.file));
      return reader.read(bytes, name == "-" ? "-" : path.filename().string());
    }();
    if (!read) {
      Error error = read.error();
      if (error.place.file.empty()) error.place.file = name;
      on_trouble(error);
      continue;
    }
    for (const Article& article : read->issue.articles) {
      PileText& text = out.emplace_back(pile_text(article));
      text.id = read->issue.articles.size() == 1 ? name : name + "/" + std::to_string(article.n);
    }
  }
  return out;
}

}  // namespace fengbiao
