#include "publish/build_issue.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "base/disk.h"
#include "base/hash.h"
#include "base/nearest.h"
#include "publish/issue_forms.h"
#include "publish/pdf_writer.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 7> kFormats{"pdf", "epub", "html", "txt", "atom", "json", "eml"};
constexpr std::string_view kRecord = "made";  // ending of the file that tells what was made

// What an earlier build wrote: a line a file, its hash and its name.
bool made_before(std::string_view record, std::string_view name, std::string_view bytes) {
  const std::string line = fmt::format("{}  {}\n", hash128_hex(bytes), name);
  return record.find(line) != record.npos;
}

}  // namespace

std::span<const std::string_view> issue_formats() { return kFormats; }

Result<Pictures> read_pictures(const IssueSource& source, const std::filesystem::path& beside) {
  Pictures out;
  for (const SourceSection& section : source.sections)
    for (const SourceArticle& article : section.articles) {
      if (article.cover.empty() || out.contains(article.cover)) continue;
      const std::filesystem::path cover = std::filesystem::path(article.cover).lexically_normal();
      if (cover.is_absolute() || *cover.begin() == "..")
        return fail(Cause::invalid_argument, {}, fmt::format("\"{}\": a cover lies beside the source or below", article.cover));
      const std::filesystem::path path = beside / cover;
      FB_TRY(std::string bytes, read_file(path));
      FB_TRY(out[article.cover], picture_of(std::move(bytes), path.string()));
    }
  return out;
}

Result<std::string> issue_bytes(const IssueSource& source, const Pictures& pictures, const DataSet& data, const std::string& key,
                                std::string_view format) {
  FB_TRY(const BulletinForm form, BulletinForm::load(data));
  const std::vector<std::string> names = form.own_names(source);
  const IssueForms forms(source, form, names, pictures, data, key);
  if (format == "epub") return forms.epub();
  if (format == "html") return forms.html();
  if (format == "txt") return forms.text();
  if (format == "atom") return forms.atom();
  if (format == "json") return forms.json_feed();
  if (format == "eml") return forms.mail();
  if (format != "pdf")
    return fail(Cause::invalid_argument, {}, fmt::format("there is no format \"{}\"{}", format, perhaps(format, kFormats)),
                fmt::format("the formats are: {}", fmt::join(kFormats, ", ")));
  FB_TRY(const PressStyle style, PressStyle::load(data));
  FB_TRY(const TypeFaces faces, TypeFaces::find(style.faces));
  const IssuePages pages = set_pages(source, form, names, style, faces, pictures);
  return pdf_bytes(pages, style, faces, pictures);
}

Result<std::vector<std::filesystem::path>> build_issue(const IssueSource& source, const Pictures& pictures, const DataSet& data,
                                                       const BuildOptions& options) {
  std::vector<std::string> formats = options.formats;
  if (formats.empty()) formats.assign(kFormats.begin(), kFormats.end());
  std::vector<std::pair<std::filesystem::path, std::string>> files;
  for (const std::string& format : formats) {
    FB_TRY(std::string bytes, issue_bytes(source, pictures, data, options.key, format));
    files.emplace_back(options.folder / fmt::format("{}.{}", options.key, format), std::move(bytes));
  }
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  if (error) return fail(Cause::not_writable, {options.folder.string()}, fmt::format("the folder cannot be made: {}", error.message()));
  const std::filesystem::path record_path = options.folder / fmt::format("{}.{}", options.key, kRecord);
  std::string record;
  if (std::filesystem::exists(record_path, error)) { FB_TRY(record, read_file(record_path)); }
  for (const auto& [path, bytes] : files) {
    if (!std::filesystem::exists(path, error)) continue;
    FB_TRY(const std::string there, read_file(path));
    if (there != bytes && !made_before(record, path.filename().string(), there))
      return fail(Cause::conflict, {path.string()}, "there is a file of this name that `issue build` did not make",
                  "choose another folder");
  }
  std::vector<std::filesystem::path> out;
  for (const auto& [path, bytes] : files) {
    FB_CHECK(write_file(path, bytes));
    // The line of this file anew, the others as they were.
    const std::string name = path.filename().string(), tail = fmt::format("  {}\n", name);
    for (std::size_t at = record.find(tail); at != record.npos; at = record.find(tail)) {
      const std::size_t begin = at == 0 ? 0 : record.rfind('\n', at - 1) + 1;
      record.erase(begin, at + tail.size() - begin);
    }
    record += fmt::format("{}{}", hash128_hex(bytes), tail);
    out.push_back(path);
  }
  FB_CHECK(write_file(record_path, record));
  return out;
}

}  // namespace fengbiao
