#include "engine/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"
#include "base/utf8.h"
#include "engine/search_documents.h"
#include "engine/search_parts.h"
#include "register/period.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 3> kSorts{"relevance", "newest", "oldest"};
constexpr std::size_t kFewHits = 2;  // so few that another spelling is looked for
constexpr std::size_t kGenerationDigits = 8, kQueryDigits = 8;

// What a cursor holds: the state of the archive, the query with its filters and order, how far the page before went and its last article.
struct Cursor {
  std::string generation, query, id;
  std::size_t offset = 0;
  [[nodiscard]] std::string written() const { return fmt::format("{}.{}.{}.{}", generation, query, offset, id); }
};

std::optional<Cursor> read_cursor(std::string_view text) {
  Cursor out;
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    const std::size_t dot = text.find('.');
    if (dot == text.npos) return {};
    part = text.substr(0, dot);
    text.remove_prefix(dot + 1);
  }
  const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), out.offset);
  if (error != std::errc() || end != parts[2].data() + parts[2].size() || parts[0].size() != kGenerationDigits || text.empty()) return {};
  out.generation = parts[0];
  out.query = parts[1];
  out.id = text;
  return out;
}

std::string request_hash(const SearchRequest& r) {
  std::string all = fmt::format("{}\n{}{}{}", r.query, name_of(r.sort), r.synonyms, r.widen);
  for (const auto* list : {&r.issue, &r.section, &r.source, &r.area, &r.body, &r.year}) {
    all += '\n';
    for (const std::string& value : *list) all += value + '\t';
  }
  return hash128_hex(all).substr(0, kQueryDigits);
}

void filter(const SearchIndex& index, SearchColumn column, const std::vector<std::string>& values, Matches& matches) {
  if (values.empty()) return;
  std::vector<std::uint32_t> numbers;
  for (const std::string& value : values)
    if (const auto number = index.number_of(column, value)) numbers.push_back(*number);
  std::ranges::sort(numbers);
  const auto before = matches.hits;
  index.keep_values(column, numbers, matches.hits);
  std::size_t from = 0;
  for (std::size_t i = 0; i < matches.hits.size(); ++i) {
    while (before[from].row() != matches.hits[i].row()) ++from;
    matches.scores[i] = matches.scores[from++];
  }
  matches.scores.resize(matches.hits.size());
}

}  // namespace

std::string_view name_of(SearchColumn column) {
  constexpr std::array<std::string_view, kSearchColumns> kNames{"issue", "section", "source", "area", "body", "year"};
  return kNames[static_cast<std::size_t>(column)];
}
std::string_view name_of(SearchSort sort) { return kSorts[static_cast<std::size_t>(sort)]; }
std::optional<SearchSort> search_sort_named(std::string_view name) {
  const auto at = std::ranges::find(kSorts, name);
  return at == kSorts.end() ? std::nullopt : std::optional(static_cast<SearchSort>(at - kSorts.begin()));
}

SearchEngine::SearchEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SearchEngine::SearchEngine(SearchEngine&&) noexcept = default;
SearchEngine& SearchEngine::operator=(SearchEngine&&) noexcept = default;
SearchEngine::~SearchEngine() = default;

std::string_view SearchEngine::generation() const { return search_generation(parts_->opened.index); }
std::string_view SearchEngine::notice() const { return parts_->opened.notice; }
const SearchIndex& SearchEngine::index() const { return parts_->opened.index; }
const Phrases& SearchEngine::phrases() const { return parts_->phrases; }

Result<SearchEngine> SearchEngine::open(Archive& archive, const SearchEngineOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(QueryParser parser, QueryParser::load(data));
  FB_TRY(Words common, Words::load(data));
  FB_TRY(Phrases phrases, Phrases::load(data));
  FB_TRY(Widening widening, Widening::load(data));
  FB_TRY(Indicators indicators, Indicators::load(data));
  for (const Indicator& i : indicators.all()) {
    std::vector<Widening::Name> names{{i.name, true}};
    for (const std::string& alias : i.aliases) names.push_back({alias, count_code_points(alias) > 2});
    widening.add(names, Widening::Sort::indicator);
  }
  widening.seal();
  FB_TRY(FigureNames figures, FigureNames::gather(archive, indicators, data));
  ReadOptions read;
  read.data_folder = options.data_folder;
  FB_TRY(const SearchSource source, search_source(archive, read));
  FB_TRY(OpenedIndex opened, open_search_index(archive.file().path(), source));
  return SearchEngine(std::make_unique<Parts>(archive.file().path(), options, std::move(opened), std::move(parser), std::move(common),
                                              std::move(phrases), std::move(widening), std::move(indicators), std::move(figures)));
}

Result<void> SearchEngine::make_ready() const {
  FB_CHECK(parts_->spelling());
  return {};
}

Result<std::shared_ptr<const GatheredSeries>> SearchEngine::Parts::gathered_series() const {
  const std::scoped_lock lock(series_mutex_);
  if (!series_) {
    FB_TRY(Archive own, Archive::open(archive, OpenMode::read));
    ReadOptions read;
    read.data_folder = options.data_folder;
    FB_TRY(GatheredSeries made, gather_series(own, read));
    series_ = std::make_shared<const GatheredSeries>(std::move(made));
  }
  return series_;
}

Result<std::shared_ptr<const SearchObservations>> SearchEngine::Parts::observations() const {
  const std::scoped_lock lock(observations_mutex_);
  if (!observations_) {
    FB_TRY(Archive own, Archive::open(archive, OpenMode::read));
    FB_TRY(SearchObservations made, SearchObservations::gather(own, opened.index));
    observations_ = std::make_shared<const SearchObservations>(std::move(made));
  }
  return observations_;
}

Result<SearchPage> SearchEngine::search(const SearchRequest& request) const {
  const SearchIndex& index = parts_->opened.index;
  if (request.limit > kMostSearchItems)
    return fail(Cause::invalid_argument, {}, fmt::format("a page has at most {} hits, not {}", kMostSearchItems, request.limit));
  SearchPage out;
  out.index = parts_->opened.state;
  out.documents = index.documents();
  out.query = parts_->parser.parse(request.query);

  if (request.synonyms && request.widen) parts_->widen(out.query);

  std::shared_ptr<const SearchObservations> records;
  bool of_records = false;
  each_leaf(out.query.root, [&](const QueryNode& leaf, bool) {
    of_records = of_records || leaf.kind == QueryNode::Kind::amount || leaf.field == QueryField::indicator;
  });
  if (of_records) { FB_TRY(records, parts_->observations()); }
  const auto question = request.answer ? figure_question(out.query, parts_->parser) : std::nullopt;
  if (question && parts_->figures.may_name(*question)) {
    std::shared_ptr<const GatheredSeries> gathered = request.series;
    if (!gathered) { FB_TRY(gathered, parts_->gathered_series()); }
    out.answer = answer_of(*question, std::move(gathered), parts_->indicators);
  }
  Matches matches = matching(index, out.query.root, records.get());
  if (matches.hits.empty() && request.widen && out.query.leaves > 0) {
    Query wider = out.query;
    FB_TRY(const bool changed, parts_->read_apart(wider, request.synonyms));
    Matches more = changed ? matching(index, wider.root, records.get()) : Matches{};
    if (more.hits.empty() && out.answer && question->days) {
      wider = parts_->without_period(out.query, *question, request.synonyms);
      more = matching(index, wider.root, records.get());
      if (more.hits.empty()) {
        FB_TRY(const bool apart, parts_->read_apart(wider, request.synonyms));
        if (apart) more = matching(index, wider.root, records.get());
      }
    }
    if (!more.hits.empty()) {
      out.query = std::move(wider);
      matches = std::move(more);
    }
  }
  const bool split = std::ranges::any_of(out.query.notes, [](const QueryNote& n) { return n.kind == QueryNoteKind::split; });
  if ((matches.hits.size() <= kFewHits || split) && request.widen) { FB_TRY(out.did_you_mean, parts_->perhaps(out.query)); }
  filter(index, SearchColumn::issue, request.issue, matches);
  filter(index, SearchColumn::section, request.section, matches);
  filter(index, SearchColumn::source, request.source, matches);
  filter(index, SearchColumn::area, request.area, matches);
  filter(index, SearchColumn::body, request.body, matches);
  filter(index, SearchColumn::year, request.year, matches);
  out.total = matches.hits.size();
  out.read = parts_->parser.written(out.query.root);

  const Ranking ranking(index, parts_->common);
  const SearchOrder all(index, matches, request.sort, ranking, out.query.root);
  const auto once = request.stories ? told_once(index, matches, request.sort) : std::nullopt;
  const Matches& shown = once ? once->matches : matches;
  const SearchOrder order(index, shown, request.sort, ranking, out.query.root);
  const std::string generation = hash128_hex(index.stamp()).substr(0, kGenerationDigits), hash = request_hash(request);
  std::size_t offset = 0;
  if (!request.cursor.empty()) {
    const auto cursor = read_cursor(request.cursor);
    if (!cursor) return fail(Cause::invalid_argument, {}, "not a cursor", "give `next` of the page before, or none for the first page");
    if (cursor->query != hash)
      return fail(Cause::invalid_argument, {}, "the cursor is of another query", "leave it out for the first page of this one");
    offset = cursor->offset;
    if (cursor->generation != generation) {
      out.moved = true;
      const auto row = index.row_of(cursor->id);
      const auto place = row ? order.place_of(*row) : std::nullopt;
      if (place) offset = *place + 1;
    }
  }
  auto rows = order.page(offset, request.limit);
  const std::size_t end = offset + rows.size();
  const std::string last = rows.empty() ? std::string() : std::string(index.id(rows.back().row));
  for (auto& [row, seen] : rows) {
    SearchItem item;
    const SearchedText text = index.text(row);
    item.id = index.id(row);
    item.title = text.printed.substr(0, text.printed.find('\n'));
    const auto values = [&](SearchColumn column) {
      std::vector<std::string> list;
      index.each_value(column, row, [&](std::uint32_t n) { list.emplace_back(index.value(column, n)); });
      return list;
    };
    const auto first = [&](SearchColumn column) {
      auto list = values(column);
      return list.empty() ? std::string() : std::move(list.front());
    };
    item.issue = first(SearchColumn::issue);
    item.section = first(SearchColumn::section);
    item.sources = values(SearchColumn::source);
    if (const std::int32_t day = index.day(row); day != SearchIndex::kNoDay) item.date = iso_day(day);
    item.snippet = snippet(text, out.query.root);
    item.score = seen.score;
    item.reasons = std::move(seen.reasons);
    if (once)
      for (const std::uint32_t other : told_again(index, matches, all, *once, row)) item.same_story.push_back(neighbour_at(index, other));
    out.items.push_back(std::move(item));
  }
  if (end < shown.hits.size() && !rows.empty()) out.next = Cursor{generation, hash, last, end}.written();
  if (request.facets) {
    out.facets = facets_of(index, matches);
    out.over_time = months_of(index, matches);
  }
  return out;
}

}  // namespace fengbiao
