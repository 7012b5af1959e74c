// Who issues a document: the bodies beside the verb of a mention; else those that the article names elsewhere for it, nearest first.
#include <algorithm>

#include "policy/story.h"

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr std::uint32_t kCharacter = 3;  // bytes of a Chinese character
constexpr int kClauses = 12;             // of a sentence, looked back over for its subject
constexpr std::uint32_t kLater = 240;    // bytes behind a name in which who issued it may still be told

class Teller {
 public:
  explicit Teller(const Story& story) : story_(story), scene_(story.scene) {}

  Issued of(const Document& d) const {
    Issued out;
    const std::vector<std::uint32_t> order = story_.by_strength(d);
    bool body = false;
    for (const std::uint32_t i : order) {
      const Mention& m = story_.mention(i);
      if (m.headline && body) continue;  // the body's own words come first, whatever they say
      body |= !m.headline;
      Issuers found = beside(m);
      if (found.list.empty()) continue;
      const bool fuller = out.by.group && found.list.size() > out.by.list.size();
      if (out.by.list.empty() || fuller || (only_places(out.by) && !only_places(found))) out.by = std::move(found);
    }
    if (!out.by.list.empty()) return out;
    out.carried = true;
    for (const std::uint32_t i : d.mentions) {
      if (story_.mention(i).headline) continue;
      if (Issuers found = later(story_.mention(i)); !found.list.empty()) {
        out.by = std::move(found);
        out.carried = false;
        return out;
      }
    }
    if (Issuers found = in_the_name(d); !found.list.empty()) {
      out.by = std::move(found);
      return out;
    }
    if (const Announcement* a = story_.announcement_for(d)) {
      out.by = beside(story_.as_mention(*a));
      if (!out.by.list.empty()) return named(std::move(out), "announced before by");
    }
    if (order.empty()) return out;
    const Mention& act = story_.mention(d.act);
    if (story_.goes_on(act) && !drawn_up(act))
      if (const Mention* before = story_.told_before(act)) {
        out.by = beside(*before);
        if (out.by.list.empty()) out.by = later(*before);
        if (!out.by.list.empty()) return named(std::move(out), "those of the document told before");
      }
    for (const std::uint32_t i : d.mentions)
      if (story_.mention(i).headline) {
        out.by = beside(story_.mention(i));
        if (!out.by.list.empty()) return named(std::move(out), "named in the headline");
      }
    if (!act.passive && act.act >= Act::consulted) out.by = before_colon();
    return out;
  }

 private:
  // 杭州发布…; 由杭州市司法局制定 tells more.
  [[nodiscard]] bool only_places(const Issuers& by) const {
    return std::all_of(by.list.begin(), by.list.end(), [&](Span s) {
      const Name* name = scene_.name_to(s.end);
      return name && name->kind == NameKind::place;
    });
  }

  static Issued named(Issued out, std::string_view rule) {
    out.by.rule = rule;
    return out;
  }

  [[nodiscard]] Issuers beside(const Mention& m) const {
    const bool acts = m.act >= Act::consulted || m.act == Act::extended || (m.act == Act::effective && !m.passive);
    if (m.verb.empty() || !acts) return {};
    if (m.agent_from != kNowhere) return one_each(m, issuers_before(scene_, m.agent_from, m.verb.begin));
    const std::uint32_t c = scene_.clause(m.agent_to);
    if (c == kNowhere) return {};
    const Span clause = scene_.clause_span(c);
    if (m.passive) {
      // 《甲》日前乙部发布
      if (m.title.end <= m.verb.begin && m.title.end >= clause.begin) return issuers_before(scene_, m.title.end, m.verb.begin);
      return {};
    }
    std::uint32_t from = clause.begin;
    if (const std::size_t t = scene_.first_title(m.agent_to); t > 0 && scene_.titles()[t - 1].end <= m.agent_to)
      from = std::max(from, scene_.titles()[t - 1].end);
    Issuers out = issuers_before(scene_, from, m.agent_to);
    if (!out.list.empty()) {
      if (m.forwarded) add_forwarded(m, out);
      // 甲协会牵头，联合乙、丙发起: the list began in the clause before.
      if (const WordHit* joiner = scene_.hits().ending_at(out.list.front().begin);
          joiner && joiner->is(Use::joiner) && scene_.left(joiner->span.begin) <= from) {
        Issuers first = subject_before(c);
        first.list.insert(first.list.end(), out.list.begin(), out.list.end());
        out.list = std::move(first.list);
        out.clean = false;
      }
      return out;
    }
    return subject_before(c);
  }

  // 转发乙厅《甲》: also who stands between the verb and the name.
  void add_forwarded(const Mention& m, Issuers& out) const {
    std::uint32_t from = m.verb.end;  // 转发了
    while (const WordHit* hit = scene_.hits().beginning_at(from)) {
      if (!hit->is(Use::filler) || hit->span.end >= m.title.begin) break;
      from = hit->span.end;
    }
    const Issuers more = issuers_before(scene_, from, m.title.begin);
    out.list.insert(out.list.end(), more.list.begin(), more.list.end());
    out.clean = false;
  }

  // 《甲》和《乙》分别由丙部、丁厅发布
  [[nodiscard]] Issuers one_each(const Mention& m, Issuers found) const {
    if (!scene_.hits().in({m.title.end, m.verb.begin}, Use::separately)) return found;
    const std::vector<std::uint32_t> told = story_.list_of(m);
    if (told.size() != found.list.size()) return found;
    for (std::size_t i = 0; i < told.size(); ++i)
      if (story_.mention(told[i]).title.begin == m.title.begin) {
        found.list = {found.list[i]};
        break;
      }
    return found;
  }

  // Who is spoken of in an earlier clause of the sentence.
  [[nodiscard]] Issuers subject_before(std::uint32_t c) const {
    int steps = 0;
    for (std::uint32_t before = scene_.clause_before(c); before != kNowhere && steps < kClauses;
         before = scene_.clause_before(before), ++steps) {
      const Span clause = scene_.clause_span(before);
      if (const WordHit* order = scene_.hits().in(clause, Use::order)) {  // 签署国务院令: all but its last character
        Issuers out;
        out.list.push_back({order->span.begin, order->span.end - kCharacter});
        out.rule = "whose order it is";
        return out;
      }
      if (const Issuers meeting = whose_meeting(clause); !meeting.list.empty()) return meeting;
      Issuers subject = issuers_at(scene_, clause.begin, clause.end);
      std::erase_if(subject.list, [&](Span s) {
        const Name* name = scene_.name_to(s.end);
        return name ? name->kind == NameKind::media : scene_.words().tail(scene_.at(s), Use::body) == 0;
      });
      if (!subject.list.empty()) {
        subject.rule = "subject of a clause before";
        return subject;
      }
      if (scene_.read().clauses[before].closed_by == ClosedBy::semicolon) break;
    }
    return {};
  }

  // 召开国务院常务会议
  [[nodiscard]] Issuers whose_meeting(Span clause) const {
    for (const WordHit& hit : scene_.hits().between(clause.begin, clause.end)) {
      if (!hit.is(Use::session)) continue;
      Issuers out = issuers_before(scene_, clause.begin, hit.span.end);
      std::erase_if(out.list, [&](Span s) {
        const Name* name = scene_.name_to(s.end);
        return !name || name->kind != NameKind::body;
      });
      if (!out.list.empty()) return out.rule = "whose meeting it is", out;
    }
    return {};
  }

  // Told behind the name: …由甲部印发, 发布单位为甲部.
  [[nodiscard]] Issuers later(const Mention& m) const {
    const std::uint32_t s = scene_.sentence(m.title.begin);
    if (s == kNowhere || m.inside) return {};
    std::uint32_t end = std::min(scene_.read().sentences[s].span.end, m.title.end + kLater);
    if (const std::size_t next = scene_.first_title(m.title.end); next < scene_.titles().size()) end = std::min(end, next_own(next));
    for (const WordHit& hit : scene_.hits().between(m.title.end, end)) {
      if (hit.is(Use::issued_by)) {
        std::uint32_t at = hit.span.end;
        if (const WordHit* is = scene_.hits().beginning_at(at); is && is->is(Use::from)) at = is->span.end;
        if (at < end && scene_.folded()[scene_.right(at)] == ':') at = scene_.right(at) + 1;
        Issuers out = issuers_at(scene_, at, end);
        if (!out.list.empty()) return out.rule = "told as the issuing body", out;
      }
      if (!hit.is(Use::by)) continue;
      const std::uint32_t c = scene_.clause(hit.span.begin);
      const std::uint32_t to = c == kNowhere ? end : std::min(end, scene_.clause_span(c).end);
      for (const WordHit& verb : scene_.hits().between(hit.span.end, to)) {
        if (verb.is(Use::draw_up) && !verb.is(Use::issue)) break;
        if (!verb.is(Use::issue) && !verb.is(Use::pass)) continue;
        Issuers out = issuers_before(scene_, hit.span.end, verb.span.begin);
        if (!out.list.empty()) return out.rule = "told behind the name", out;
        break;
      }
    }
    return {};
  }
  [[nodiscard]] std::uint32_t next_own(std::size_t title) const { return scene_.titles()[title].begin; }

  // 一同公布的还有《甲》，由乙协会起草: whoever draws it up stands there, not who issues it.
  [[nodiscard]] bool drawn_up(const Mention& m) const {
    const std::uint32_t s = scene_.sentence(m.title.begin);
    return s != kNowhere &&
           scene_.hits().in({m.title.end, std::max(m.title.end, scene_.read().sentences[s].span.end)}, Use::draw_up) != nullptr;
  }

  // 《甲部、乙部关于…的意见》
  [[nodiscard]] Issuers in_the_name(const Document& d) const {
    const Mention& m = story_.mention(d.name);
    const Span name = m.outer.empty() ? m.name : m.outer;
    Issuers out;
    std::uint32_t at = name.begin;
    const auto& names = scene_.read().names;
    for (std::size_t n = scene_.first_name(at); n < names.size() && names[n].span.end <= name.end; ++n) {
      const std::string_view between = scene_.folded().substr(at, names[n].span.begin - at);
      const bool joined = between.empty() || between == " " || scene_.words().head(between, Use::joiner) == between.size();
      if (!joined || names[n].kind != NameKind::body) break;
      out.list.push_back(names[n].span);
      at = names[n].span.end;
    }
    if (out.list.empty() || scene_.words().head(scene_.folded().substr(at, name.end - at), Use::about) == 0) return {};
    out.rule = "named in the document's own name";
    return out;
  }

  // 甲部：… of the headline
  [[nodiscard]] Issuers before_colon() const {
    if (scene_.text().title_end() == 0) return {};
    const std::uint32_t c = scene_.clause(0);
    if (c == kNowhere || scene_.read().clauses[c].closed_by != ClosedBy::colon) return {};
    const Span clause = scene_.clause_span(c);
    Issuers out = issuers_at(scene_, clause.begin, clause.end);
    std::erase_if(out.list, [&](Span s) {
      const Name* name = scene_.name_to(s.end);
      return !name || (name->kind != NameKind::body && name->kind != NameKind::place);
    });
    if (out.list.empty() || scene_.right(out.list.back().end) < clause.end) return {};
    out.rule = "before the colon of the headline";
    return out;
  }

  const Story& story_;
  const Scene& scene_;
};

}  // namespace

Issued issuers_of(const Story& story, const Document& d) { return Teller(story).of(d); }

}  // namespace fengbiao::policy_room
