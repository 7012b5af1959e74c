// Records as rows of typed cells: what CSV, workbooks and data packages have in common. One table a kind says the name, the type and
// the meaning of each column and how its cell is made; a writer of tables knows nothing of records.
//
//   const RecordTable* table = record_table("observations");
//   table->columns[0].name == "id";  table->rows(archive, write_row)
//
// Lists are one text, their items parted by a full-width semicolon. Tested by record_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

enum class CellType : std::uint8_t { text, day, number, integer, boolean };
std::string_view name_of(CellType type);

// Nothing is an unknown value; a day is a text.
using Cell = std::variant<std::monostate, std::string, double, std::int64_t, bool>;

struct TableColumn {
  std::string_view name;
  CellType type = CellType::text;
  bool needed = false;     // never unknown
  std::string_view about;  // one line
};

struct RecordTable {
  using RowSink = std::function<Result<void>(const std::vector<Cell>&)>;
  std::string_view kind;   // "observations"
  std::string_view title;  // of one row: "Observation"
  std::vector<TableColumn> columns;
  std::function<Result<void>(Archive&, const RowSink&)> rows;
};

std::vector<std::string_view> record_kinds();  // articles, observations, policies
const RecordTable* record_table(std::string_view kind);

// "true", "1.5", the text; empty for an unknown value.
std::string cell_text(const Cell& cell);
std::vector<std::string> cell_texts(const std::vector<Cell>& cells);
std::vector<std::string> column_names(const RecordTable& table);

}  // namespace fengbiao
