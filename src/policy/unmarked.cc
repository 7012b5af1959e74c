// Documents that are named without 《》: by 关于…的通知 behind a verb of issuing, by a noun behind such a verb that ends as documents do,
// and notices without any name. What a verb issues without naming it is an announcement: names may follow.
//
//   国务院发布关于同意设立甲试验区的批复      notice, 关于同意设立甲试验区的批复
//   甲市出台数字经济促进条例                 regulation, 数字经济促进条例
//   甲部、乙部联合印发通知，明确             notice, 通知
//   甲部发布一批国家标准                     an announcement of standards
#include <algorithm>

#include "policy/mention.h"

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr std::size_t kMost = 400;       // names of documents in one article
constexpr std::uint32_t kLongest = 300;  // bytes of a name
constexpr std::uint32_t kShortest = 15;  // bytes of a name without 关于

class Finder {
 public:
  Finder(const Scene& scene, Mentions& out) : scene_(scene), text_(scene.folded()), hits_(scene.hits()), out_(out) {}

  void run() {
    const std::span<const WordHit> all = scene_.all_hits();
    for (const WordHit& hit : all)
      if ((hit.is(Use::issue) || hit.is(Use::pass)) && hit.span.begin >= done_) behind(hit);
  }

 private:
  struct End {
    std::uint32_t at = kNowhere;
    std::optional<PolicyKind> kind;
    std::size_t ending = 0;
  };

  // The last place in the clause at which a name that begins at `from` can end as documents do.
  [[nodiscard]] End end_of(std::uint32_t from) const {
    const std::uint32_t c = scene_.clause(from);
    if (c == kNowhere) return {};
    const Span clause = scene_.clause_span(c);
    if (from >= clause.end) return {};
    const std::uint32_t limit = std::min(clause.end, from + kLongest);
    std::vector<std::uint32_t> ends;
    for (const WordHit& hit : hits_.between(from, limit))
      if (hit.is(Use::content) || hit.is(Use::recent) || hit.is(Use::brief)) ends.push_back(hit.span.begin);
    for (std::uint32_t i = from; i < limit; ++i)
      if (text_[i] == '(' || text_[i] == ' ') ends.push_back(i);
    if (limit == clause.end) ends.push_back(limit);
    std::sort(ends.begin(), ends.end(), std::greater<>());
    for (const std::uint32_t end : ends) {
      const std::uint32_t at = scene_.left(end);
      if (at <= from) continue;
      const DocumentKinds::Ending ending = scene_.kinds().ending_of(scene_.at({from, at}));
      if (ending.length > 0) return {at, ending.kind, ending.length};
    }
    return {};
  }

  void behind(const WordHit& verb) {
    std::uint32_t at = scene_.right(verb.span.end);
    while (const WordHit* hit = hits_.beginning_at(at)) {
      if (hit->is(Use::about) || !(hit->is(Use::filler) && hit->span.size() <= 3)) break;
      at = scene_.right(hit->span.end);
    }
    if (at >= text_.size()) return;
    const WordHit* first = hits_.beginning_at(at);
    const bool about = first && first->is(Use::about);
    if (number_behind(verb, at, first)) return;
    const End end = end_of(at);
    if (end.at == kNowhere || !end.kind) return announce(verb, at);
    const Span name{at, end.at};
    // A title inside is either the document itself, told by a notice, or what the notice is about.
    const std::size_t title = scene_.first_title(at);
    const bool holds_title = title < scene_.titles().size() && scene_.titles()[title].begin < end.at;
    if (holds_title) {
      if (!about) return;
      const Span inside = scene_.titles()[title];
      const WordHit* before = hits_.ending_at(inside.begin);
      if (before && (before->is(Use::issue) || before->is(Use::consult_head))) return;
      if (before && before->span.begin == at && hits_.in({inside.end, end.at}, Use::consult)) return;  // 关于《甲》公开征求意见的通知
    }
    if (const Span number = number_before(name, end); !number.empty()) {
      add(verb, {scene_.right(number.end), name.end}, *end.kind, true, "a notice with its number");
      out_.list.back().number = number;
      return;
    }
    const std::size_t generic = scene_.words().head(scene_.at(name), Use::generic);
    const bool whole = end.ending == name.size() || scene_.words().head(scene_.at(name), Use::document) == name.size();
    if (about) return add(verb, name, *end.kind, false, "name behind a verb of issuing, without marks");
    if (whole) {
      if (scene_.words().head(scene_.at(name), Use::nameless) == name.size())
        return add(verb, name, *end.kind, true, "a notice without a name");
      return;
    }
    const bool formal = scene_.words().tail(scene_.at(name), Use::formal) > 0 || (verb.is(Use::pass) && *end.kind == PolicyKind::law);
    if (generic == 0 && name.size() >= kShortest && formal && !verb.is(Use::makes) && !has_verb(name))
      return add(verb, name, *end.kind, false, "noun behind a verb of issuing");
    if (out_.announcements.size() < kMost) out_.announcements.push_back({verb.span, name, end.kind});
  }

  // 发布电商新规：《甲》: the clause ends in a word for documents.
  void announce(const WordHit& verb, std::uint32_t at) {
    const std::uint32_t c = scene_.clause(at);
    if (c == kNowhere) return;
    const Clause& clause = scene_.read().clauses[c];
    if (clause.closed_by != ClosedBy::colon || clause.span.end <= at || clause.span.end - at > kLongest) return;
    const Span object{at, clause.span.end};
    if (scene_.words().tail(scene_.at(object), Use::document) > 0 && out_.announcements.size() < kMost)
      out_.announcements.push_back({verb.span, object, std::nullopt});
  }

  // 公告|2023年第12号
  bool number_behind(const WordHit& verb, std::uint32_t at, const WordHit* word) {
    if (!word || !word->is(Use::document) || word->span.begin != at) return false;
    const DocumentKinds::Ending ending = scene_.kinds().ending_of(scene_.at(word->span));
    if (ending.length != word->span.size() || !ending.kind || !word->is(Use::nameless)) return false;
    const std::uint32_t c = scene_.clause(at);
    if (c == kNowhere) return false;
    const std::uint32_t to = std::min(scene_.clause_span(c).end, at + kLongest);
    if (scene_.words().tail(scene_.at({word->span.end, to}), Use::number) == 0) return false;
    add(verb, word->span, *ending.kind, true, "a notice with its number");
    out_.list.back().number = {word->span.end, to};
    return true;
  }

  // 2023年第12号|公告
  [[nodiscard]] Span number_before(Span name, const End& end) const {
    const std::uint32_t at = scene_.left(end.at - static_cast<std::uint32_t>(end.ending));
    return at > name.begin && scene_.words().tail(scene_.at({name.begin, at}), Use::number) > 0 ? Span{name.begin, at} : Span{};
  }

  [[nodiscard]] bool has_verb(Span name) const {
    for (const WordHit& hit : hits_.between(name.begin, name.end))
      if (hit.is(Use::issue) || hit.is(Use::pass) || hit.is(Use::about) || hit.is(Use::consult) || hit.is(Use::of)) return true;
    return false;
  }

  void add(const WordHit& verb, Span name, PolicyKind kind, bool bare, std::string_view rule) {
    Mention m;
    m.title = m.name = name;
    m.kind = kind;
    m.bare = bare;
    m.headline = scene_.in_title(name.begin);
    m.key = name_key(scene_.at(name));
    m.act = Act::issued;
    m.rule = rule;
    m.verb = verb.span;
    m.agent_to = verb.span.begin;
    m.near = bare;
    if (const Span brackets = scene_.brackets_from(name.end); !brackets.empty()) read_brackets(scene_, brackets, m);
    done_ = name.end;
    out_.list.push_back(std::move(m));
  }

  const Scene& scene_;
  std::string_view text_;
  const Hits& hits_;
  Mentions& out_;
  std::uint32_t done_ = 0;  // what is named reaches to here
};

}  // namespace

void find_unmarked(const Scene& scene, Mentions& out) { Finder(scene, out).run(); }

void find_mentions(const Scene& scene, Mentions& out, std::vector<Candidate>* dropped) {
  out.clear();
  for (const Span title : scene.titles()) read_title(scene, title, out.list.emplace_back());
  find_acts(scene, out.list);
  const std::size_t marked = out.list.size();
  find_unmarked(scene, out);
  if (!out.list.empty()) find_references(scene, out.list);
  std::stable_sort(out.list.begin() + static_cast<std::ptrdiff_t>(marked), out.list.end(),
                   [](const Mention& a, const Mention& b) { return a.title.begin < b.title.begin; });
  std::inplace_merge(out.list.begin(), out.list.begin() + static_cast<std::ptrdiff_t>(marked), out.list.end(),
                     [](const Mention& a, const Mention& b) { return a.title.begin < b.title.begin; });
  // An article names a few dozen; what names hundreds is no article.
  if (out.list.size() > kMost) {
    if (dropped)
      for (std::size_t i = kMost; i < out.list.size(); ++i)
        dropped->push_back({scene.text().printed(out.list[i].title), "policy", "too many names in one article"});
    out.list.resize(kMost);
  }
  // A title that names no kind is a standard where standards were announced in its sentence or the one before.
  for (Mention& m : out.list) {
    if (m.no_policy != kUnknownEnding || m.act < Act::effective) continue;
    const std::uint32_t s = scene.sentence(m.title.begin);
    for (const Announcement& a : out.announcements)
      if (a.kind == PolicyKind::standard && a.object.end <= m.title.begin &&
          scene.paragraph(a.verb.begin) == scene.paragraph(m.title.begin) && s - scene.sentence(a.verb.begin) <= 1)
        m.no_policy = {}, m.kind = PolicyKind::standard;
  }
  const Mention* around = nullptr;
  for (Mention& m : out.list) {
    if (around && m.title.begin < around->title.end) m.inside = true;
    else if (!m.marked && !m.plain) around = &m;
  }
  std::erase_if(out.list, [&](const Mention& m) {
    if (m.no_policy.empty()) return false;
    if (dropped) dropped->push_back({scene.text().printed(m.title), "policy", std::string(m.no_policy)});
    return true;
  });
}

}  // namespace fengbiao::policy_room
