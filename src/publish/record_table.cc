#include "publish/record_table.h"

#include <fmt/format.h>

#include "publish/article_record.h"
#include "publish/finding_record.h"
#include "publish/observation_record.h"
#include "publish/policy_record.h"

namespace fengbiao {

namespace {

const std::vector<RecordTable>& tables() {
  static const std::vector<RecordTable> all{
      {"articles", "Article", article_columns(),
       [](Archive& archive, const RecordTable::RowSink& sink) {
         return archive.for_each_issue([&](const StoredIssue& issue, std::string_view) -> Result<void> {
           for (const Article& article : issue.issue.articles) FB_CHECK(sink(article_cells(article, issue)));
           return {};
         });
       }},
      {"observations", "Observation", observation_columns(),
       [](Archive& archive, const RecordTable::RowSink& sink) {
         return archive.for_each_observation({}, [&](const ReportedObservation& o) -> Result<bool> {
           FB_CHECK(sink(observation_cells(o)));
           return true;
         });
       }},
      {"policies", "Policy", policy_columns(),
       [](Archive& archive, const RecordTable::RowSink& sink) {
         return for_each_policy_record(archive, {}, [&](const PolicyRecord& record) { return sink(policy_cells(record)); });
       }},
      {"findings", "Finding", finding_columns(),
       [](Archive& archive, const RecordTable::RowSink& sink) {
         return for_each_finding(archive, [&](const Finding& f) { return sink(finding_cells(f)); });
       }},
      {"relations", "Checked relation", relation_columns(),
       [](Archive& archive, const RecordTable::RowSink& sink) {
         return for_each_relation(archive, [&](const Relation& r) { return sink(relation_cells(r)); });
       }},
  };
  return all;
}

}  // namespace

std::string_view name_of(CellType type) {
  switch (type) {
    case CellType::text: return "text";
    case CellType::day: return "day";
    case CellType::number: return "number";
    case CellType::integer: return "integer";
    case CellType::boolean: return "true or false";
  }
  return "";
}

std::vector<std::string_view> record_kinds() {
  std::vector<std::string_view> kinds;
  for (const RecordTable& table : tables()) kinds.push_back(table.kind);
  return kinds;
}

const RecordTable* record_table(std::string_view kind) {
  for (const RecordTable& table : tables())
    if (table.kind == kind) return &table;
  return nullptr;
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  return "";
}

std::vector<std::string> cell_texts(const std::vector<Cell>& cells) {
  std::vector<std::string> out;
  out.reserve(cells.size());
  for (const Cell& cell : cells) out.push_back(cell_text(cell));
  return out;
}

std::vector<std::string> column_names(const RecordTable& table) {
  std::vector<std::string> out;
  for (const TableColumn& column : table.columns) out.emplace_back(column.name);
  return out;
}

}  // namespace fengbiao
