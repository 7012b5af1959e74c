#include "policy/policies.h"

#include <algorithm>

#include "policy/recorder.h"
#include "text/characters.h"

namespace fengbiao {

using namespace policy_room;

namespace {

constexpr std::string_view kTitleOpens = "\xE3\x80\x8A", kTitleCloses = "\xE3\x80\x8B";  // book title marks
constexpr std::size_t kLongestName = 400;  // bytes behind a verb in which a name without marks ends

}  // namespace

struct PolicyReader::Parts {
  PolicyWords words;
  DocumentKinds kinds;
};

PolicyReader::PolicyReader(PolicyReader&&) noexcept = default;
PolicyReader& PolicyReader::operator=(PolicyReader&&) noexcept = default;
PolicyReader::~PolicyReader() = default;
PolicyReader::PolicyReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<PolicyReader> PolicyReader::load(const DataSet& data) {
  FB_TRY(PolicyWords words, PolicyWords::load(data));
  FB_TRY(DocumentKinds kinds, DocumentKinds::load(data));
  return PolicyReader(std::make_unique<Parts>(Parts{std::move(words), std::move(kinds)}));
}

bool PolicyReader::may_report(std::string_view folded) const {
  const DocumentKinds& kinds = parts_->kinds;
  // Titles of reports and the like alone are none.
  for (std::size_t at = folded.find(kTitleOpens); at != folded.npos; at = folded.find(kTitleOpens, at + 1)) {
    const std::size_t end = folded.find(kTitleCloses, at);
    const DocumentKinds::Ending ending = kinds.ending_of(folded.substr(at, end == folded.npos ? 0 : end - at));
    if (ending.length == 0 || ending.kind || ending.may_be_standard) return true;
  }
  std::vector<WordHit> hits;
  parts_->words.scan(Characters(folded), {}, hits);
  for (const WordHit& hit : hits)
    if ((hit.is(PolicyUse::issue) || hit.is(PolicyUse::pass)) && kinds.names_one(folded.substr(hit.span.end, kLongestName))) return true;
  return false;
}

void PolicyReader::read(const ArticleText& text, std::vector<Policy>& out, std::vector<Candidate>* dropped) const {
  std::vector<WordHit> memory;
  const Scene scene(text, parts_->words, parts_->kinds, memory);
  Mentions mentions;
  find_mentions(scene, mentions, dropped);
  if (mentions.list.empty()) return;
  std::vector<Document> documents;
  find_documents(scene, mentions, documents);
  const Calendar calendar(scene);
  std::vector<Validity> validity;
  find_validity(scene, calendar, validity);
  Story story{scene, calendar, mentions, documents, validity, {}};
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  record_policies(story, out, dropped);
  // Marks around broken characters name nothing.
  out.erase(std::remove_if(out.begin() + first, out.end(), [](const Policy& p) { return p.name.empty(); }), out.end());
}

}  // namespace fengbiao
