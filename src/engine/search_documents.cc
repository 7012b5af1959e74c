#include "engine/search_documents.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/hash.h"
#include "entity/names.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kOneByOne = 8;  // of so many issues one that changed: then records are asked for by issue
constexpr std::string_view kChanging = "changing";

using ArticleAt = std::pair<std::string, std::uint32_t>;  // issue and number of the article

struct Told {
  std::set<std::string> areas, bodies;
};

// Of a division the code of its province: "310115" lies in "310000".
std::string province_of(std::string_view code) {
  const bool division = code.size() >= 6 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
  return division ? std::string(code.substr(0, 2)) + "0000" : std::string();
}

void put_values(SearchDocument& document, SearchColumn column, const std::set<std::string>& values) {
  document.values[static_cast<std::size_t>(column)].assign(values.begin(), values.end());
}

class Names {
 public:
  explicit Names(const NameReader& reader) : reader_(reader) {}
  void read(std::string_view text, Told& told) {
    fold(text, folded_);
    reader_.read(folded_.text, names_);
    for (const Name& name : names_) {
      switch (name.kind) {
        case NameKind::place:
          if (!name.id.empty()) area(name.short_name.empty() ? name.canonical : name.short_name, name.code, told);
          break;
        case NameKind::body:
        case NameKind::company:
        case NameKind::platform:
          if (!name.canonical.empty()) told.bodies.insert(name.canonical);
          break;
        default: break;
      }
    }
  }
  void area(const std::string& name, std::string_view code, Told& told) {
    if (!name.empty()) told.areas.insert(name);
    const std::string province = province_of(code);
    if (province.empty()) return;
    auto at = provinces_.find(province);
    if (at == provinces_.end()) at = provinces_.emplace(province, reader_.place(province).value_or("")).first;
    if (!at->second.empty()) told.areas.insert(at->second);
  }

 private:
  const NameReader& reader_;
  Folded folded_;
  std::vector<Name> names_;
  std::map<std::string, std::string> provinces_;
};

// Areas and bodies of the records of one issue, or of all.
Result<void> gather_told(Archive& archive, const std::optional<std::string>& issue, Names& names, std::map<ArticleAt, Told>& told) {
  FB_CHECK(archive.for_each_observation({.issue = issue}, [&](const ReportedObservation& reported) -> Result<bool> {
    Told& of = told[{reported.origin.issue, reported.origin.article}];
    const Observation& o = reported.observation;
    if (!o.area_code.empty()) names.area(o.area, o.area_code, of);  // without a code it is a list of places, which are read from the text
    if (!o.entity.empty()) of.bodies.insert(o.entity);
    if (!o.reporter.empty()) of.bodies.insert(o.reporter);
    return true;
  }));
  return archive.for_each_policy({.issue = issue}, [&](const ReportedPolicy& reported) -> Result<bool> {
    for (const PolicyIssuer& issuer : reported.policy.issuers)
      if (!issuer.name.empty()) told[{reported.origin.issue, reported.origin.article}].bodies.insert(issuer.name);
    return true;
  });
}

SearchDocument document_of(const StoredIssue& stored, const Article& article, Names& names, Told& told) {
  SearchDocument document;
  document.id = article.id;
  document.title = article.title;
  document.date = article.date.value_or(stored.issue.masthead.date.value_or(""));
  names.read(article.title, told);
  for (const Paragraph& paragraph : article.paragraphs) {
    document.paragraphs.push_back(paragraph.text);
    names.read(paragraph.text, told);
  }
  if (article.author_note) document.paragraphs.push_back(*article.author_note);
  put_values(document, SearchColumn::issue, {stored.key});
  if (!article.section.empty()) put_values(document, SearchColumn::section, {article.section});
  put_values(document, SearchColumn::source, {article.sources.begin(), article.sources.end()});
  put_values(document, SearchColumn::area, told.areas);
  put_values(document, SearchColumn::body, told.bodies);
  if (document.date.size() >= 4) put_values(document, SearchColumn::year, {document.date.substr(0, 4)});
  return document;
}

Result<StoredIssue> read_whole(Archive& archive, const std::string& key) {
  FB_TRY(StoredIssue stored, archive.file().issue(key));
  FB_TRY(const std::string text, archive.file().text_of(key));
  for (Article& article : stored.issue.articles) fill_texts(article, text);
  return stored;
}

// The state of an archive as lines.
struct States {
  std::string knowledge;
  std::vector<std::string> keys, issues;

  static Result<States> read(Archive& archive, std::string knowledge) {
    States out{std::move(knowledge), {}, {}};
    FB_TRY(const auto states, archive.file().issue_states());
    for (const auto& [key, state] : states) {
      out.keys.push_back(key);
      out.issues.push_back(hash128_hex(key + '\n' + state));
    }
    return out;
  }
  [[nodiscard]] std::string stamp() const {
    const std::string lines = fmt::format("{}\n{}", knowledge, fmt::join(issues, "\n"));
    return hash128_hex(lines) + '\n' + lines;
  }
};

// Where the articles of each unchanged issue stand in an index of another state.
class Kept {
 public:
  Kept(const SearchIndex* before, std::string_view knowledge) : before_(before) {
    if (!before) return;
    std::string_view stamp = before->stamp();
    const auto line = [&] {
      const std::string_view out = stamp.substr(0, stamp.find('\n'));
      stamp.remove_prefix(std::min(stamp.size(), out.size() + 1));
      return out;
    };
    line();
    if (line() != knowledge) return;
    while (!stamp.empty()) states_.insert(line());
    for (std::uint32_t row = 0; row < before->documents(); ++row)
      before->each_value(SearchColumn::issue, row, [&](std::uint32_t issue) {
        auto& [first, end] = rows_.try_emplace(before->value(SearchColumn::issue, issue), row, row).first->second;
        end = row + 1;
      });
  }
  [[nodiscard]] bool has(std::string_view state) const { return states_.contains(state); }
  void put(std::string_view issue, const PutDocument& put) const {
    const auto rows = rows_.find(issue);  // none: an issue without articles
    if (rows == rows_.end()) return;
    for (std::uint32_t row = rows->second.first; row < rows->second.second; ++row) put(before_->document(row));
  }

 private:
  const SearchIndex* before_;
  std::set<std::string_view> states_;
  std::map<std::string_view, std::pair<std::uint32_t, std::uint32_t>> rows_;  // by issue
};

Result<std::string> put_documents(Archive& archive, const DataSet& data, const std::string& knowledge, const SearchIndex* before,
                                  const PutDocument& put) {
  FB_TRY(States states, States::read(archive, knowledge));
  const Kept kept(before, knowledge);
  const auto is_kept = [&](std::size_t i) { return kept.has(states.issues[i]); };
  std::size_t changed = 0;
  for (std::size_t i = 0; i < states.keys.size(); ++i) changed += !is_kept(i);
  std::optional<NameReader> reader;
  std::optional<Names> names;
  if (changed > 0) {
    FB_TRY(reader, NameReader::load(data));
    names.emplace(*reader);
  }
  std::map<ArticleAt, Told> told;
  const bool at_once = changed > states.keys.size() / kOneByOne;
  if (at_once) FB_CHECK(gather_told(archive, std::nullopt, *names, told));
  for (std::size_t i = 0; i < states.keys.size(); ++i) {
    const std::string& key = states.keys[i];
    if (is_kept(i)) {
      kept.put(key, put);
      continue;
    }
    const auto read = [&]() -> Result<void> {
      FB_TRY(const StoredIssue stored, read_whole(archive, key));
      if (!at_once) FB_CHECK(gather_told(archive, key, *names, told));
      for (const Article& article : stored.issue.articles) put(document_of(stored, article, *names, told[{key, article.n}]));
      return {};
    };
    // What went away meanwhile is left out.
    if (auto done = read(); !done && done.error().cause != Cause::not_found) return std::unexpected(done.error());
  }
  FB_TRY(const States now, States::read(archive, knowledge));
  const std::set<std::string_view> still(now.issues.begin(), now.issues.end());
  for (std::string& state : states.issues)
    if (!still.contains(state)) state = kChanging;
  return states.stamp();
}

}  // namespace

Result<SearchSource> search_source(Archive& archive, const ReadOptions& options) {
  FB_TRY(DataSet data, DataSet::with_folder(options.data_folder));
  std::string all;
  for (const DataSet::File* file : data.list("", "")) all += fmt::format("{}\t{:016x}\n", file->name, hash64(file->bytes));
  const std::string knowledge = hash128_hex(all);
  FB_TRY(const States states, States::read(archive, knowledge));
  return SearchSource{.stamp = states.stamp(),
                      .documents = [&archive, knowledge, data = std::move(data)](const SearchIndex* before, const PutDocument& put) {
                        return put_documents(archive, data, knowledge, before, put);
                      }};
}

std::string_view search_generation(const SearchIndex& index) { return index.stamp().substr(0, index.stamp().find('\n')); }

}  // namespace fengbiao
