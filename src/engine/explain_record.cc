// Why a record is as it is: its article is read once more with reasons, and what today's rules say is laid beside what is kept and
// what somebody corrected. Tested by archive_records_test.cc.
#include <algorithm>

#include "engine/archive.h"
#include "engine/issue_records.h"
#include "model/record_fields.h"

namespace fengbiao {

namespace {

const Observation* find(const IssueRecords& records, const ReportedObservation& wanted) {
  const auto found = std::ranges::find(records.observations, wanted.observation.id, &Observation::id);
  return found == records.observations.end() ? nullptr : &*found;
}

const Policy* find(const IssueRecords& records, const ReportedPolicy& wanted) {
  const auto found = std::ranges::find(records.policies, wanted.policy.id, &Policy::id);
  return found == records.policies.end() ? nullptr : &*found;
}

const Observation& kept_record(const ReportedObservation& reported) { return reported.observation; }
const Policy& kept_record(const ReportedPolicy& reported) { return reported.policy; }

std::span<const RecordField> fields_of(const Observation&) { return observation_fields(); }
std::span<const RecordField> fields_of(const Policy&) { return policy_fields(); }

bool within(Span inner, Span outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

class Explaining {
 public:
  Explaining(const Article& article, std::string_view text, RecordExplanation& out) : article_(article), text_(text), out_(out) {}

  template <class Reported>
  void run(const Reported& reported, const RecordReader::Explained& today) {
    const auto& record = kept_record(reported);
    const auto* const again = find(today.records, reported);
    out_.made_today = again != nullptr;
    const std::string until = words({record.quote_span.begin, record.span.end});
    out_.mark = {static_cast<std::uint32_t>(until.size() - std::min(until.size(), record.text.size())),
                 static_cast<std::uint32_t>(until.size())};
    for (const RecordField& field : fields_of(record)) {
      RecordExplanation::Field& f = out_.fields.emplace_back();
      f.name = field.name;
      f.value = field_text(record, field.name);
      const auto corrected = std::ranges::find(reported.corrections, f.name, &Correction::field);
      if (corrected != reported.corrections.end()) f.correction = *corrected;
      if (again == nullptr) continue;
      const std::string read_today = field_text(*again, field.name);
      f.differs = read_today != f.value;
      if (f.differs) f.read = read_today;
      for (const Reason& reason : again->reasons)
        if (reason.field == f.name) add(reason, f.rule, f.words, f.note);
    }
    std::string ignored;
    if (again != nullptr)
      for (const Reason& reason : again->reasons)
        if (reason.field == "record") add(reason, out_.rule, ignored, out_.note);
    for (const Candidate& c : today.dropped)
      if (within(c.span, record.quote_span)) out_.dropped.push_back({words(c.span), c.what, c.why});
  }

 private:
  [[nodiscard]] std::string words(Span span) const { return printed_words(article_, text_, span); }

  void add(const Reason& reason, std::string& rule, std::string& seen, std::string& note) const {
    const auto join = [](std::string& to, const std::string& more) {
      if (!more.empty()) to += (to.empty() ? "" : "; ") + more;
    };
    join(rule, reason.rule);
    if (!reason.span.empty()) join(seen, words(reason.span));
    join(note, reason.note);
  }

  const Article& article_;
  std::string_view text_;
  RecordExplanation& out_;
};

}  // namespace

Result<RecordExplanation> Archive::explain_record(std::string_view reference, const ReadOptions& options) {
  FB_CHECK(record(reference));
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const RecordReader reader, RecordReader::load(data));
  return explain_record(reference, reader);
}

Result<RecordExplanation> Archive::explain_record(std::string_view reference, const RecordReader& reader) {
  FB_TRY(AnyRecord found, record(reference));
  const Origin& origin = origin_of(found);
  FB_TRY(const StoredIssue stored, file_.issue(origin.issue));
  FB_TRY(const std::string kept, file_.text_of(origin.issue));
  const auto article = std::ranges::find(stored.issue.articles, origin.article, &Article::n);
  const RecordReader::Explained today = reader.explain(stored.issue, *article, kept);
  RecordExplanation out{.record = found};
  FB_TRY(out.corrections, file_.corrections(id_of(found), true));
  Explaining explaining(*article, kept, out);
  std::visit([&](const auto& reported) { explaining.run(reported, today); }, found);
  return out;
}

}  // namespace fengbiao
