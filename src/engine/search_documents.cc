#include "engine/search_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "base/hash.h"
#include "entity/names.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

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

}  // namespace

Result<std::string> search_stamp(Archive& archive) {
  // SQLite counts changes in the header of its file.
  std::array<char, 28> header{};
  std::ifstream file(archive.file().path(), std::ios::binary);
  file.read(header.data(), header.size());
  std::string all(header.data() + 24, 4);
  FB_TRY(const auto rows, archive.issues());
  for (const IssueRow& row : rows) all += fmt::format("\n{}\t{}\t{}\t{}", row.key, row.version, row.document_hash, row.articles);
  return hash128_hex(all);
}

Result<void> search_documents(Archive& archive, const ReadOptions& options, const std::function<void(const SearchDocument&)>& put) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const NameReader reader, NameReader::load(data));
  Names names(reader);
  std::map<ArticleAt, Told> told;
  FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& reported) -> Result<bool> {
    Told& of = told[{reported.origin.issue, reported.origin.article}];
    const Observation& o = reported.observation;
    if (!o.area_code.empty()) names.area(o.area, o.area_code, of);  // without a code it is a list of places, which are read from the text
    if (!o.entity.empty()) of.bodies.insert(o.entity);
    if (!o.reporter.empty()) of.bodies.insert(o.reporter);
    return true;
  }));
  FB_CHECK(archive.for_each_policy({}, [&](const ReportedPolicy& reported) -> Result<bool> {
    for (const PolicyIssuer& issuer : reported.policy.issuers)
      if (!issuer.name.empty()) told[{reported.origin.issue, reported.origin.article}].bodies.insert(issuer.name);
    return true;
  }));
  return archive.for_each_issue([&](const StoredIssue& stored, std::string_view) -> Result<void> {
    for (const Article& article : stored.issue.articles) {
      SearchDocument document;
      document.id = article.id;
      document.title = article.title;
      document.date = article.date.value_or(stored.issue.masthead.date.value_or(""));
      Told& of = told[{stored.key, article.n}];
      names.read(article.title, of);
      for (const Paragraph& paragraph : article.paragraphs) {
        document.paragraphs.push_back(paragraph.text);
        names.read(paragraph.text, of);
      }
      if (article.author_note) document.paragraphs.push_back(*article.author_note);
      put_values(document, SearchColumn::issue, {stored.key});
      if (!article.section.empty()) put_values(document, SearchColumn::section, {article.section});
      put_values(document, SearchColumn::source, {article.sources.begin(), article.sources.end()});
      put_values(document, SearchColumn::area, of.areas);
      put_values(document, SearchColumn::body, of.bodies);
      if (document.date.size() >= 4) put_values(document, SearchColumn::year, {document.date.substr(0, 4)});
      put(document);
    }
    return {};
  });
}

}  // namespace fengbiao
