#include "policy/story.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;

bool is_rule(PolicyKind kind) { return kind == PolicyKind::standard || kind == PolicyKind::guideline || kind == PolicyKind::regulation; }

// The document that words of validity speak of.
std::uint32_t document_of(const Story& story, const Validity& v) {
  const auto& list = story.mentions.list;
  if (!v.subject.empty())
    for (const Mention& m : list)
      if (m.title.begin == v.subject.begin && m.title.end == v.subject.end) return m.doc;
  std::string word;
  if (!v.subject.empty()) {  // the short name of one, or a word for documents
    word = name_key(story.scene.at(v.subject));
    for (std::uint32_t d = 0; d < story.documents.size(); ++d)
      for (const std::uint32_t m : story.documents[d].mentions)
        if (!list[m].brief.empty() && name_key(story.scene.at(list[m].brief)) == word) return d;
    if (!v.direct && story.scene.words().tail(word, Use::document) == 0) return kNowhere;
  }
  // The document told last before, those of the body first; of a word like 办法 the last whose name ends so.
  const Mention* last = nullptr;
  const Mention* fitting = nullptr;
  for (const Mention& m : list) {
    if (m.title.begin > v.place) break;
    if (m.doc == kNowhere || m.act == Act::cited || m.act == Act::repealed || m.planned || m.inside || m.plain) continue;
    if (m.past && story.scene.sentence(m.title.begin) != story.scene.sentence(v.place)) continue;
    if (m.headline && last) continue;
    last = &m;
    if (!word.empty() && story.documents[m.doc].key.ends_with(word)) fitting = &m;
  }
  if (!last) return kNowhere;
  if (v.which != Validity::Which::any) {
    const std::vector<std::uint32_t> told = story.list_of(*last);
    if (told.size() > 1) return story.mention(v.which == Validity::Which::former ? told.front() : told.back()).doc;
    if (v.which == Validity::Which::latter) return last->doc;
    const Mention* before = story.told_before(*last);
    return before ? before->doc : kNowhere;
  }
  return fitting ? fitting->doc : last->doc;
}

}  // namespace

bool Story::told_together(std::uint32_t a, std::uint32_t b) const {
  if (a >= documents.size() || b >= documents.size()) return false;
  for (const std::uint32_t m : documents[a].mentions)
    for (const std::uint32_t k : documents[b].mentions)
      if (mention(m).together != kNowhere && mention(m).together == mention(k).together) return true;
  return false;
}

std::vector<std::uint32_t> Story::list_of(const Mention& m) const {
  std::vector<std::uint32_t> out;
  if (m.together == kNowhere) return out;
  for (std::uint32_t i = 0; i < mentions.list.size(); ++i)
    if (mentions.list[i].together == m.together) out.push_back(i);
  return out;
}

const Announcement* Story::announcement_for(const Document& d) const {
  const Mention& m = mention(d.name);
  const Announcement* best = nullptr;
  for (const Announcement& a : mentions.announcements) {
    if (a.verb.begin > m.title.begin || !m.kind) continue;
    if (!a.kind) {
      if (scene.sentence(a.verb.begin) == scene.sentence(m.title.begin)) best = &a;
      continue;
    }
    if (*a.kind == *m.kind || (is_rule(*a.kind) && is_rule(*m.kind))) best = &a;
  }
  return best;
}

Mention Story::as_mention(const Announcement& a) const {
  Mention told;
  told.verb = a.verb;
  told.title = told.name = a.object;
  told.agent_to = a.verb.begin;
  told.act = Act::issued;
  return told;
}

std::vector<std::uint32_t> Story::by_strength(const Document& d) const {
  std::vector<std::uint32_t> order;
  for (const std::uint32_t m : d.mentions)
    if (mention(m).act >= Act::effective || mention(m).act == Act::extended) order.push_back(m);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(!mention(a).headline, mention(a).act) > std::pair(!mention(b).headline, mention(b).act);
  });
  return order;
}

const Mention* Story::told_before(const Mention& m) const {
  const Mention* before = nullptr;
  for (const Mention& other : mentions.list) {
    if (other.title.begin >= m.title.begin) break;
    if (other.doc == m.doc || other.doc == kNowhere || other.act < Act::consulted || other.inside || other.headline) continue;
    before = &other;
  }
  return before;
}

// 同日发布的, 会上还通过: the clause goes on from what was told before, without a body of its own.
bool Story::goes_on(const Mention& m) const {
  if (m.verb.empty()) return false;
  const std::uint32_t c = scene.clause(m.verb.begin);
  if (c == kNowhere) return false;
  const std::uint32_t from = scene.clause_span(c).begin;
  const std::uint32_t to = std::max(m.verb.end, from);
  if (scene.hits().in({from, to}, Use::along) != nullptr) return true;
  for (std::size_t t = scene.first_time(from); t < scene.read().times.size() && scene.read().times[t].time.span.begin < to; ++t)
    if (scene.read().times[t].time.from.base == TimePoint::Base::previous) return true;
  return false;
}

void give_days(Story& story) {
  story.document_of_validity.clear();
  for (const Validity& v : story.validity) story.document_of_validity.push_back(document_of(story, v));
  // Of those told together each has the day that is told for one, unless 前者 or 后者 sets them apart: see set_days.
}

}  // namespace fengbiao::policy_room
