// Whether an article reports on a document it names. Each way in and out is a named rule.
#include <algorithm>

#include "policy/story.h"

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;

// A day of effect that lies ahead, or not far back, makes an old document news.
bool takes_effect_now(const Story& story, const Document& d) {
  const auto& written = story.scene.text().written();
  for (std::size_t i = 0; i < story.validity.size(); ++i) {
    const std::uint32_t of = story.document_of_validity[i];
    if (of == kNowhere) continue;
    const auto self = static_cast<std::uint32_t>(&d - story.documents.data());
    if (of != self && !story.told_together(of, self)) continue;
    const Validity& v = story.validity[i];
    if (v.field == Validity::Field::comments) continue;
    if (!written || v.day.empty()) return true;
    if (days_between(v.day, written->iso()) <= kLately) return true;
  }
  return false;
}

// 发布公告: only of authorities; firms publish notices of another kind.
bool by_authority(const Story& story, const Document& d) {
  const Issued who = issuers_of(story, d);
  return std::any_of(who.by.list.begin(), who.by.list.end(), [&](Span s) {
    const Name* name = story.scene.name_to(s.end);
    return name ? name->kind == NameKind::body : story.scene.words().tail(story.scene.at(s), Use::body) > 0;
  });
}

// 依据的是刚出台的《乙》
bool scene_has(const Scene& scene, Span span) {
  for (const WordHit& hit : scene.hits().between(span.begin, span.end))
    if ((hit.is(Use::cite) || hit.is(Use::purpose)) && hit.span.size() > 3 && !hit.is(Use::between)) return true;
  return false;
}

// 根据甲部发布的《乙》: only what something rests on.
bool cited_with_issuer(const Story& story, const Mention& m) {
  if (m.act != Act::issued_of || m.verb.empty()) return false;
  const std::uint32_t c = story.scene.clause(m.agent_to);
  if (c == kNowhere) return false;
  const Issuers by = issuers_before(story.scene, story.scene.clause_span(c).begin, m.agent_to);
  if (by.list.empty()) return scene_has(story.scene, {story.scene.clause_span(c).begin, m.verb.begin});
  const WordHit* before = by.begin == kNowhere ? nullptr : story.scene.hits().ending_at(by.begin);
  return before && (before->is(Use::cite) || before->is(Use::purpose)) && before->span.size() > 3;
}

}  // namespace

void decide(const Story& story, Document& d) {
  const Mention& named = story.mention(d.name);
  const Mention& best = story.mention(d.act);
  const auto is = [&](bool reported, std::string_view why) {
    d.reported = reported;
    d.why = why;
  };
  if (named.reference && !named.bare) return is(false, "a short name of no document told here");
  const auto all = [&](auto&& test) {
    return std::all_of(d.mentions.begin(), d.mentions.end(), [&](std::uint32_t m) { return test(story.mention(m)); });
  };
  if (all([](const Mention& m) { return m.inside; })) return is(false, "part of another document's name");
  if (!named.marked && all([](const Mention& m) { return m.headline; })) return is(false, "only the headline seems to name it");
  const bool fresh = takes_effect_now(story, d);
  if (best.planned && best.act != Act::effective && best.act != Act::extended && !(fresh && best.act >= Act::consulted))
    return is(false, "an act to come");
  const ActDay day = day_of_act(story.scene, story.calendar, best);
  if ((best.past || (day.past && best.act != Act::effective)) && !fresh && !d.headline) return is(false, "told as of an earlier time");
  const bool announced = story.announcement_for(d) != nullptr;
  const bool cited = !all([](const Mention& m) { return m.act != Act::cited; });
  switch (best.act) {
    case Act::issued:
    case Act::passed:
    case Act::consulted:
      if (named.bare && !by_authority(story, d)) return is(false, "a notice without a name by no authority");
      return is(true, best.rule);
    case Act::issued_of:
      if (cited_with_issuer(story, best) && !day.recent && day.day.empty() && !d.brief && !d.headline && !fresh)
        return is(false, "only cited, with who issued it");
      return is(true, best.rule);
    case Act::extended: return is(fresh || d.headline, best.rule);
    case Act::effective: {
      const bool explained = !all([](const Mention& m) { return m.act != Act::explained; });
      return fresh || d.headline || announced || explained ? is(true, best.rule) : is(false, "in effect, but not since lately");
    }
    case Act::explained: return is(true, best.rule);
    case Act::revised:
      if (d.headline || d.brief || d.draft || fresh || day.recent || !day.day.empty() || !issuers_of(story, d).by.list.empty())
        return is(true, best.rule);
      return is(false, "worked on, not issued");
    case Act::drawn_up: return d.headline || d.brief || d.draft || fresh ? is(true, best.rule) : is(false, "worked on, not issued");
    case Act::tells:
    case Act::nothing:
      if (d.headline && best.act == Act::tells) return is(true, "the headline names it and its content is told");
      if (!cited && announced) return is(true, "named after an announcement");
      if (!cited && fresh) return is(true, "the day on which it takes effect is told");
      if (d.brief && best.act == Act::tells) return is(true, "its content is told under a short name");
      return is(false, best.act == Act::tells ? "only its content is mentioned" : "no word says that it is reported");
    case Act::repealed: return is(false, "repealed");
    case Act::cited: return is(false, "only cited");
  }
}

}  // namespace fengbiao::policy_room
