#include "engine/reading.h"

#include "bulletin/bulletin.h"

namespace fengbiao {

Result<Reader> Reader::make(const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(Knowledge knowledge, Knowledge::load(data));
  if (!options.profile.empty() && !knowledge.profile(options.profile)) {
    std::string known;
    for (const Profile& p : knowledge.profiles) known += (known.empty() ? "" : ", ") + p.name;
    return fail(Cause::invalid_argument, {}, "no bulletin profile '" + options.profile + "'", "known: " + known);
  }
  FB_TRY(RecordReader records, RecordReader::load(data));
  return Reader{std::make_shared<const Knowledge>(std::move(knowledge)), std::make_shared<const RecordReader>(std::move(records)),
                options.profile, options.limits};
}

Result<Reading> Reader::read(std::string_view bytes, std::string_view file) const {
  FB_TRY(Document document, read_document(bytes, file, limits));
  return read(std::move(document));
}

Result<Reading> Reader::read(Document document) const {
  FB_TRY(Issue issue, read_bulletin(document, *knowledge, profile));
  if (profile.empty() && !reads_as_news(issue))
    return fail(Cause::not_a_bulletin, {document.file}, "not a bulletin: no columns, no source line, no Chinese sentence",
                "--profile general reads it all the same");
  IssueRecords found = records->read(issue, document.text);
  return Reading{std::move(document), std::move(issue), std::move(found)};
}

DocumentInfo info_of(const Document& d) { return {d.file, d.media_type, d.encoding, d.bytes, d.hash, d.pages}; }

Result<Reading> read_issue(std::string_view bytes, std::string_view file, const ReadOptions& options) {
  FB_TRY(const Reader reader, Reader::make(options));
  return reader.read(bytes, file);
}

}  // namespace fengbiao
