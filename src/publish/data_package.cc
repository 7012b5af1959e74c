#include "publish/data_package.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>

#include "base/csv.h"
#include "base/disk.h"
#include "base/json.h"
#include "publish/archive_summary.h"

namespace fengbiao {

namespace {

struct Package {
  std::string descriptor, table_name, table;
};

std::string_view schema_type(CellType type) {
  switch (type) {
    case CellType::text: return "string";
    case CellType::day: return "date";
    case CellType::number: return "number";
    case CellType::integer: return "integer";
    case CellType::boolean: return "boolean";
  }
  return "any";
}

std::string descriptor_of(const RecordTable& table, const ArchiveSummary& summary, std::string_view file, const std::string& csv) {
  JsonWriter w;
  w.open('{');
  w.field("profile", "tabular-data-package");
  w.field("name", fmt::format("fengbiao-{}", table.kind));
  w.field("title", fmt::format("Fengbiao: {}", table.kind));
  w.field("description",
          fmt::format("Drawn by fengbiao from an archive of bulletins ({}). Every record has the printed words it came from.",
                      summary.in_words()));
  if (!summary.last.empty()) w.field("created", summary.last + "T00:00:00Z");
  w.key("resources");
  w.open('[');
  w.open('{');
  w.field("profile", "tabular-data-resource");
  w.field("name", table.kind);
  w.field("title", fmt::format("{} records", table.title));
  w.field("path", file);
  w.field("format", "csv");
  w.field("mediatype", "text/csv");
  w.field("encoding", "utf-8");
  w.field("bytes", static_cast<std::uint64_t>(csv.size()));
  w.key("dialect");
  w.open('{');
  w.field("delimiter", ",");
  w.field("lineTerminator", "\r\n");
  w.field("quoteChar", "\"");
  w.field("doubleQuote", true);
  w.field("header", true);
  w.close('}');
  w.key("schema");
  w.open('{');
  w.key("fields");
  w.open('[');
  for (const TableColumn& column : table.columns) {
    w.open('{');
    w.field("name", column.name);
    w.field("type", schema_type(column.type));
    w.field("description", column.about);
    w.key("constraints");
    w.open('{');
    w.field("required", column.needed);
    if (column.name == "id") w.field("unique", true);
    w.close('}');
    w.close('}');
  }
  w.close(']');
  w.field("missingValues", std::vector<std::string>{""});
  w.field("primaryKey", "id");
  w.close('}');
  w.close('}');
  w.close(']');
  w.close('}');
  return w.take() + "\n";
}

Result<Package> make_package(Archive& archive, const RecordTable& table) {
  FB_TRY(const ArchiveSummary summary, ArchiveSummary::of(archive));
  Package out;
  out.table_name = fmt::format("{}.csv", table.kind);
  CsvWriter csv(CsvWriter::Texts::as_they_are);
  csv.row(column_names(table));
  FB_CHECK(table.rows(archive, [&](const std::vector<Cell>& cells) -> Result<void> {
    csv.row(cell_texts(cells));
    return {};
  }));
  out.table = csv.take();
  out.descriptor = descriptor_of(table, summary, out.table_name, out.table);
  return out;
}

struct FreeArchive {
  void operator()(archive* a) const { archive_write_free(a); }
};
struct FreeEntry {
  void operator()(archive_entry* e) const { archive_entry_free(e); }
};

la_ssize_t gather(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

Result<void> export_data_package(Archive& archive, const RecordTable& table, const std::filesystem::path& folder) {
  FB_TRY(const Package package, make_package(archive, table));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(Cause::not_writable, {folder.string()}, "the folder cannot be made: " + error.message(),
                "choose a folder you may write to");
  FB_CHECK(write_file(folder / package.table_name, package.table));
  return write_file(folder / "datapackage.json", package.descriptor);  // last: a package is there once it is described
}

Result<void> export_data_package_zip(Archive& archive, const RecordTable& table,
                                     const std::function<Result<void>(std::string_view)>& sink) {
  FB_TRY(const Package package, make_package(archive, table));
  std::string bytes;
  const std::unique_ptr<::archive, FreeArchive> zip(archive_write_new());
  const auto broken = [&] {
    return fail(Cause::unreadable, {}, fmt::format("the ZIP file cannot be made: {}", archive_error_string(zip.get())));
  };
  if (archive_write_set_format_zip(zip.get()) != ARCHIVE_OK || archive_write_set_bytes_in_last_block(zip.get(), 1) != ARCHIVE_OK ||
      archive_write_open(zip.get(), &bytes, nullptr, gather, nullptr) != ARCHIVE_OK)
    return broken();
  const auto add = [&](const std::string& name, const std::string& content) {
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);  // no time of change: ZIP keeps local times, and the zone must not show
    return archive_write_header(zip.get(), entry.get()) == ARCHIVE_OK &&
           archive_write_data(zip.get(), content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
  };
  if (!add("datapackage.json", package.descriptor) || !add(package.table_name, package.table) ||
      archive_write_close(zip.get()) != ARCHIVE_OK)
    return broken();
  return sink(bytes);
}

}  // namespace fengbiao
