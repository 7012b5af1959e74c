#include "publish/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "base/disk.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "model/period.h"
#include "publish/archive_summary.h"

namespace fengbiao {

namespace {

constexpr std::size_t kCellCharacters = 32'000;  // a cell holds 32,767
constexpr lxw_row_t kLastRow = 1'048'575;
constexpr std::size_t kBlock = 256 << 10;

// A folder of its own, gone at the end.
class ScratchFolder {
 public:
  static Result<ScratchFolder> make() {
    std::error_code lost;
    const std::filesystem::path base = std::filesystem::temp_directory_path(lost);
    std::string name = (lost ? std::filesystem::path(".") : base) / "fengbiao-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
      return fail(Cause::not_writable, {name}, "no folder for a workbook in the making: " + std::generic_category().message(errno),
                  "set TMPDIR to a folder you may write to");
    return ScratchFolder(name);
  }
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

// A text as XML can hold it and a cell can show it: no control characters, no more than fits.
std::string cell_words(std::string_view text) {
  std::string out = printable(text, true);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < out.size();) {
    const Decoded c = decode(out, at);
    if (c.code == 0xFFFE || c.code == 0xFFFF) out.replace(at, c.size, "\xEF\xBF\xBD");
    characters += c.code > 0xFFFF ? 2 : 1;  // as Excel counts
    if (characters > kCellCharacters) return out.substr(0, at) + "\xE2\x80\xA6";
    at += c.size;
  }
  return out;
}

double width_of(const TableColumn& column) {
  const double head = static_cast<double>(column.name.size()) + 4;
  switch (column.type) {
    case CellType::day: return std::max(head, 12.0);
    case CellType::number: return std::max(head, 18.0);
    case CellType::integer:
    case CellType::boolean: return head;
    case CellType::text: break;
  }
  const bool long_words = column.name == "quote" || column.name == "paragraphs";
  return long_words ? 60 : std::max(head, 16.0);
}

struct Closer {
  void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

class Workbook {
 public:
  static Result<Workbook> open(const std::filesystem::path& path, const std::filesystem::path& scratch) {
    std::string folder = scratch.string();
    lxw_workbook_options options{.constant_memory = 1, .tmpdir = folder.data(), .use_zip64 = 0};
    lxw_workbook* const made = workbook_new_opt(path.c_str(), &options);
    if (made == nullptr) return fail(Cause::not_writable, {path.string()}, "a workbook cannot be begun", "make memory and room free");
    return Workbook(made);
  }

  void describe(const RecordTable& table, const ArchiveSummary& summary) {
    std::string title = fmt::format("Fengbiao: {}", table.kind), subject = summary.in_words();
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    const std::chrono::sys_days day = summary.last_day();
    properties.created = std::chrono::system_clock::to_time_t(day);
    workbook_set_properties(book_.get(), &properties);
  }

  Result<std::size_t> records(Archive& archive, const RecordTable& table) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book_.get(), std::string(table.kind).c_str());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, at, at, width_of(table.columns[i]), nullptr);
      worksheet_write_string(sheet, 0, at, std::string(table.columns[i].name).c_str(), head_);
    }
    worksheet_freeze_panes(sheet, 1, 1);
    lxw_row_t row = 0;
    const auto write = [&](const std::vector<Cell>& cells) -> Result<void> {
      if (++row > kLastRow)
        return fail(Cause::too_large, {}, fmt::format("more records than a sheet has rows ({})", kLastRow), "export CSV or a data package");
      for (std::size_t i = 0; i < cells.size(); ++i) put(sheet, row, static_cast<lxw_col_t>(i), cells[i], table.columns[i].type);
      return {};
    };
    FB_CHECK(table.rows(archive, write));
    worksheet_autofilter(sheet, 0, 0, std::max<lxw_row_t>(row, 1), static_cast<lxw_col_t>(table.columns.size() - 1));
    return row;
  }

  void notes(const RecordTable& table, const ArchiveSummary& summary, std::size_t records) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book_.get(), "notes");
    worksheet_set_column(sheet, 0, 0, 18, nullptr);
    worksheet_set_column(sheet, 1, 1, 12, nullptr);
    worksheet_set_column(sheet, 2, 2, 100, nullptr);
    lxw_row_t row = 0;
    const auto line = [&](const std::string& words, lxw_format* format) { worksheet_write_string(sheet, row++, 0, words.c_str(), format); };
    line(fmt::format("{} {}", records, table.kind), head_);
    line(summary.in_words(), nullptr);
    line(
        "Made by fengbiao from an archive of bulletins. Every record has the printed sentence it came from; id names it for `fengbiao "
        "explain`.",
        nullptr);
    line("Fields are given after correction by hand; the column corrections says what the program had read.", nullptr);
    ++row;
    const std::array<const char*, 3> head{"column", "type", "meaning"};
    for (lxw_col_t i = 0; i < 3; ++i) worksheet_write_string(sheet, row, i, head[i], head_);
    for (const TableColumn& column : table.columns) {
      ++row;
      worksheet_write_string(sheet, row, 0, std::string(column.name).c_str(), nullptr);
      worksheet_write_string(sheet, row, 1, std::string(name_of(column.type)).c_str(), nullptr);
      worksheet_write_string(sheet, row, 2, std::string(column.about).c_str(), nullptr);
    }
  }

  Result<void> close(const std::filesystem::path& path) {
    errno = 0;
    const lxw_error done = workbook_close(book_.release());
    if (done == LXW_NO_ERROR) return {};
    const int number = errno;
    return fail(number == ENOSPC ? Cause::disk_full : Cause::not_writable, {path.string()},
                fmt::format("the workbook cannot be written: {}", lxw_strerror(done)), "make room and try again");
  }

 private:
  explicit Workbook(lxw_workbook* made) : book_(made) {
    head_ = workbook_add_format(made);
    format_set_bold(head_);
    day_ = workbook_add_format(made);
    format_set_num_format(day_, "yyyy-mm-dd");
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, CellType type) {
    if (const auto* flag = std::get_if<bool>(&cell)) {
      worksheet_write_boolean(sheet, row, column, *flag ? 1 : 0, nullptr);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      worksheet_write_number(sheet, row, column, static_cast<double>(*whole), nullptr);
    } else if (const auto* number = std::get_if<double>(&cell)) {
      worksheet_write_number(sheet, row, column, *number, nullptr);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
      if (type == CellType::day && is_iso_day(*text) && *text >= "1900-03-01") {  // Excel's calendar before that day is wrong
        lxw_datetime day{};
        std::from_chars(text->data(), text->data() + 4, day.year);
        std::from_chars(text->data() + 5, text->data() + 7, day.month);
        std::from_chars(text->data() + 8, text->data() + 10, day.day);
        worksheet_write_datetime(sheet, row, column, &day, day_);
      } else {
        worksheet_write_string(sheet, row, column, cell_words(*text).c_str(), nullptr);
      }
    }
  }

  std::unique_ptr<lxw_workbook, Closer> book_;
  lxw_format* head_ = nullptr;
  lxw_format* day_ = nullptr;
};

}  // namespace

Result<void> export_workbook(Archive& archive, const RecordTable& table, const std::function<Result<void>(std::string_view)>& sink) {
  FB_TRY(const ArchiveSummary summary, ArchiveSummary::of(archive));
  FB_TRY(const ScratchFolder scratch, ScratchFolder::make());
  const std::filesystem::path path = scratch.path() / "records.xlsx";
  {
    FB_TRY(Workbook book, Workbook::open(path, scratch.path()));
    book.describe(table, summary);
    FB_TRY(const std::size_t records, book.records(archive, table));
    book.notes(table, summary, records);
    FB_CHECK(book.close(path));
  }
  FB_TRY(ByteStream file, ByteStream::open(path));
  std::string block;
  for (;;) {
    block.clear();
    FB_TRY(const bool more, file.read(block, kBlock));
    if (!more) return {};
    FB_CHECK(sink(block));
  }
}

}  // namespace fengbiao
