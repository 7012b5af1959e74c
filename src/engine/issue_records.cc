#include "engine/issue_records.h"

#include <map>
#include <set>

#include "bulletin/bulletin.h"

namespace fengbiao {
namespace {

// A second record at one place of an article gets -2, as articles do; one id twice would keep the issue out of the archive.
template <class Record>
void tell_apart(std::vector<Record>& records) {
  std::set<std::string> taken;
  for (Record& r : records) {
    const std::string wanted = r.id;
    for (int n = 2; !taken.insert(r.id).second; ++n) r.id = wanted + "-" + std::to_string(n);
  }
}

}  // namespace

std::optional<Date> issue_date(const Issue& issue) {
  if (issue.masthead.date)
    if (const auto date = date_from_iso(*issue.masthead.date)) return date;
  return issue.key.size() >= 10 ? date_from_iso(issue.key.substr(0, 10)) : std::nullopt;
}

Result<RecordReader> RecordReader::load(const DataSet& data) {
  FB_TRY(TextReader text, TextReader::load(data));
  FB_TRY(ObservationReader observations, ObservationReader::load(data));
  FB_TRY(PolicyReader policies, PolicyReader::load(data));
  return RecordReader(std::move(text), std::move(observations), std::move(policies));
}

IssueRecords RecordReader::read(const Issue& issue, std::string_view kept) const {
  return read(issue, kept, [](const ArticleText&, std::span<const Observation>, std::span<const Policy>) {});
}

IssueRecords RecordReader::read(const Issue& issue, std::string_view kept, const OnArticle& on_article) const {
  IssueRecords out;
  ArticleText text;
  for (const Article& article : issue.articles) {
    const std::size_t observations = out.observations.size(), policies = out.policies.size();
    text.read(text_, article, kept, issue_date(issue));
    observations_.read(text, out.observations);
    policies_.read(text, out.policies);
    on_article(text, std::span(out.observations).subspan(observations), std::span(out.policies).subspan(policies));
  }
  tell_apart(out.observations);
  tell_apart(out.policies);
  return out;
}

void RecordReader::read_texts(const Issue& issue, std::string_view kept, const std::function<void(const ArticleText&)>& on_article) const {
  ArticleText text;
  for (const Article& article : issue.articles) {
    text.read(text_, article, kept, issue_date(issue));
    on_article(text);
  }
}

RecordReader::Explained RecordReader::explain(const Issue& issue, const Article& article, std::string_view kept) const {
  Explained out;
  ArticleText text;
  text.read(text_, article, kept, issue_date(issue));
  observations_.read(text, out.records.observations, &out.dropped);
  policies_.read(text, out.records.policies, &out.dropped);
  tell_apart(out.records.observations);
  tell_apart(out.records.policies);
  return out;
}

void assign_key(Issue& issue, IssueRecords& records, const std::string& key, std::string_view kept) {
  std::map<std::uint32_t, std::string> before;
  for (const Article& article : issue.articles) before.emplace(article.n, article.id);
  assign_key(issue, key, kept);
  std::map<std::uint32_t, std::string> after;
  for (const Article& article : issue.articles) after.emplace(article.n, article.id);
  const auto rename = [&](std::string& id, std::uint32_t article) {
    const auto old = before.find(article);
    if (old != before.end() && id.starts_with(old->second)) id.replace(0, old->second.size(), after[article]);
  };
  for (Observation& o : records.observations) {
    rename(o.id, o.article);
    rename(o.part_of, o.article);
  }
  for (Policy& p : records.policies) rename(p.id, p.article);
}

}  // namespace fengbiao
