// What is done with a document where it is named: by the words directly before it (印发《甲》, 根据《甲》, 就《甲》), directly behind it
// (《甲》近日发布, 《甲》由乙部印发, 《甲》自…起施行), or by a verb further to the left in its clause. Titles told in a row share the
// words.
//
//   甲部印发《乙》       issued, verb 印发
//   《乙》近日由甲部发布   issued, passive, who acts behind 由
#include <algorithm>

#include "policy/mention.h"

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr int kSteps = 12;             // words looked at on one side
constexpr std::uint32_t kFar = 120;    // bytes between a verb and a name that it does not touch
constexpr std::uint32_t kAgent = 600;  // bytes that a list of issuers may take
constexpr std::uint32_t kUnread = 24;  // bytes that may say what kind of standards they are
constexpr std::uint32_t kApart = 45;   // bytes between two titles of one list: 甲省的《乙》和丙省的《丁》

struct Found {
  Act act = Act::nothing;
  std::string_view rule;
  Span verb{};
  std::uint32_t agent_from = kNowhere;
  std::uint32_t agent_to = kNowhere;  // none: the verb
  bool planned = false, past = false, forwarded = false;
};

class Finder {
 public:
  explicit Finder(const Scene& scene) : scene_(scene), text_(scene.folded()), hits_(scene.hits()) {}

  void run(std::vector<Mention>& list) {
    for (std::size_t i = 0; i < list.size();) {
      const std::uint32_t together = list[i].title.begin;
      std::size_t last = i;  // of those told together: 《甲》《乙》, 《甲》和《乙》
      while (last + 1 < list.size() && follows(list[last].title.end, list[last + 1].title.begin)) ++last;
      const Found found = best(list[i].title.begin, list[last].title.end);
      const std::optional<PolicyKind> kind = last > i ? kind_behind(list[last].title.end) : std::nullopt;
      for (; i <= last; ++i) {
        set(list[i], found);
        list[i].together = together;
        if (kind && list[i].no_policy == kUnknownEnding) list[i].kind = kind, list[i].no_policy = {};
        else if (kind && list[i].no_policy.empty()) list[i].kind = kind;
      }
    }
  }

  [[nodiscard]] Found of_word(Span word) const { return from_right(word.end); }

  static void set(Mention& m, const Found& found) {
    m.act = found.act;
    m.rule = found.rule;
    m.verb = found.verb;
    m.agent_from = found.agent_from;
    m.agent_to = found.agent_to == kNowhere ? found.verb.begin : found.agent_to;
    m.passive = !found.verb.empty() && m.agent_to >= m.title.end;
    m.forwarded = found.forwarded;
    m.planned = found.planned;
    m.past = found.past;
    if (m.act == Act::consulted) m.draft = true;
  }

 private:
  // Between two titles stand only brackets, joining words, kinds of documents, and whose the second is: 和丙省的《丁》.
  [[nodiscard]] bool follows(std::uint32_t end, std::uint32_t begin) const {
    if (begin > end + kApart + 60) return false;
    bool joined = false;
    const std::uint32_t from = end;
    for (int step = 0; step < kSteps; ++step) {
      end = scene_.right(end);
      if (end >= begin) return end == begin;
      if (const Span brackets = scene_.brackets_from(end); !brackets.empty()) {
        end = brackets.end;
        continue;
      }
      const WordHit* hit = hits_.beginning_at(end);
      if (!hit) {
        const Name* name = scene_.name_from(end);
        if (!joined || !name || begin - from > kApart) return false;
        end = name->span.end;
        continue;
      }
      if (hit->span.end > begin) return false;
      if (hit->is(Use::joiner)) joined = true;
      else if (!hit->is(Use::named_kind) && !(joined && hit->is(Use::of))) return false;
      end = hit->span.end;
    }
    return false;
  }

  // 《甲》《乙》等四项国家标准
  [[nodiscard]] std::optional<PolicyKind> kind_behind(std::uint32_t at) const {
    for (int step = 0; step < kSteps; ++step) {
      at = over_number(at);
      const WordHit* hit = hits_.beginning_at(at);
      if (!hit) {  // 4项|邮政行业|标准
        const auto near = hits_.between(at, at + kUnread);
        const bool stands = !near.empty() && near.front().is(Use::named_kind) &&
                            text_.substr(at, near.front().span.begin - at).find(',') == std::string_view::npos;
        if (!stands || step == 0) break;
        hit = &near.front();
      }
      if (hit->is(Use::named_kind)) return policy_kind_named(scene_.words().attribute(*hit, "value"));
      if (!hit->is(Use::behind)) break;
      at = hit->span.end;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint32_t over_number(std::uint32_t at) const {
    at = scene_.right(at);
    while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at;
    return at;
  }

  [[nodiscard]] Found best(std::uint32_t begin, std::uint32_t end) const {
    Found before = from_left(begin, end);
    if (before.act == Act::drawn_up || before.act == Act::issued)
      if (const WordHit* asks = consultation_behind(end)) {
        if (before.act == Act::drawn_up) before.agent_to = before.verb.begin, before.verb = asks->span;
        before.act = Act::consulted;
        before.rule = "opinions are asked for on it";
      }
    if (before.act == Act::cited || before.act >= Act::consulted || before.planned) return before;
    const Found behind = from_right(end);
    if (behind.act > before.act) return behind;
    if (before.act != Act::nothing) return before;
    return from_afar(begin);
  }

  // 起草了《甲》，现向社会公开征求意见: in the same sentence, before another title or a semicolon.
  [[nodiscard]] const WordHit* consultation_behind(std::uint32_t end) const {
    const std::uint32_t s = scene_.sentence(end - 1);
    std::uint32_t to = std::min(end + kFar, s == kNowhere ? end : scene_.read().sentences[s].span.end);
    if (const std::size_t next = scene_.first_title(past_brackets(end)); next < scene_.titles().size())
      to = std::min(to, scene_.titles()[next].begin);
    if (const std::size_t mark = text_.substr(0, to).find(';', end); mark != std::string_view::npos) to = static_cast<std::uint32_t>(mark);
    for (const WordHit& hit : hits_.between(end, to))
      if (hit.is(Use::consult)) return &hit;
    return nullptr;
  }

  [[nodiscard]] bool has(std::uint32_t from, std::uint32_t to, Use use) const { return from < to && hits_.in({from, to}, use) != nullptr; }
  // Where the clause begins, but not far away.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t place) const {
    const std::uint32_t c = scene_.clause(place);
    const std::uint32_t near = place > kAgent ? place - kAgent : 0;
    return c == kNowhere ? near : std::max(near, scene_.clause_span(c).begin);
  }

  // 将, 拟, 推动 before a verb, over what may stand between.
  [[nodiscard]] bool is_planned(std::uint32_t at) const {
    for (int step = 0; step < kSteps; ++step) {
      if (const TimeInText* time = scene_.time_to(at)) {
        at = time->time.span.begin;
        continue;
      }
      const WordHit* hit = hits_.ending_at(at);
      if (!hit) return false;
      if (hit->is(Use::planned)) return true;
      if (!hit->is(Use::between) && !hit->is(Use::recent) && !hit->is(Use::from)) return false;
      at = hit->span.begin;
    }
    return false;
  }

  void judge(Found& found, const WordHit& verb) const {
    found.verb = verb.span;
    found.planned = is_planned(verb.span.begin);
    const std::uint32_t from = clause_begin(verb.span.begin);
    found.past = has(from, verb.span.begin, Use::background) || opened_by_background(verb.span.begin);
  }

  // 近年来，甲部先后出台《乙》: a short clause before says so.
  [[nodiscard]] bool opened_by_background(std::uint32_t place) const {
    const std::uint32_t c = scene_.clause(place);
    const std::uint32_t before = c == kNowhere ? kNowhere : scene_.clause_before(c);
    if (before == kNowhere) return false;
    const Span clause = scene_.clause_span(before);
    return clause.size() <= kUnread && has(clause.begin, clause.end, Use::background);
  }

  [[nodiscard]] Found by_verb(const WordHit& verb, bool attributive) const {
    Found out{Act::issued, "verb of issuing before the name"};
    if (verb.is(Use::pass)) out = {Act::passed, "verb of passing before the name"};
    else if (attributive) out = {Act::issued_of, "name behind who issued it"};
    judge(out, verb);
    return out;
  }

  [[nodiscard]] Found from_left(std::uint32_t at, std::uint32_t end) const {
    bool attributive = false;
    const WordHit* notice_of = nullptr;  // 关于印发, 关于征求: a notice around it may have been issued further left
    const std::uint32_t title = at;
    Found inner;
    for (int step = 0; step < kSteps; ++step) {
      const WordHit* hit = hits_.ending_at(at);
      if (!hit) {  // 就|乙市|地方标准《甲》
        const Name* place = scene_.name_to(at);
        if (step == 0 || !place || place->kind != NameKind::place) break;
        at = place->span.begin;
        continue;
      }
      at = hit->span.begin;
      if (hit->is(Use::consult_head)) {
        inner = {Act::consulted, "opinions are asked for on it"};
        judge(inner, *hit);
        notice_of = hit;
        if (hits_.before(at, Use::about)) {
          at = hits_.ending_at(at)->span.begin;
          inner.agent_to = at;
          continue;
        }
        return inner;
      }
      if (hit->is(Use::issue) && !notice_of && hits_.before(at, Use::about)) {  // 关于印发《甲》的通知
        notice_of = hit;
        at = hits_.ending_at(at)->span.begin;
        inner = {Act::issued, "a notice that brings the document", hit->span, kNowhere, at};
        continue;
      }
      if (hit->is(Use::issue) || hit->is(Use::pass)) {
        Found found = by_verb(*hit, attributive);
        if (inner.act == Act::consulted && found.act >= Act::consulted) found.act = Act::consulted, found.rule = inner.rule;
        return found;
      }
      if (notice_of) {
        if (hit->is(Use::between) || hit->is(Use::filler) || hit->is(Use::of)) continue;
        return inner;
      }
      if (hit->is(Use::of) && !hit->is(Use::filler)) {
        attributive = true;
        if (const WordHit* effect = hits_.ending_at(at); effect && effect->is(Use::effect) && has_time_before(effect->span.begin))
          return {Act::effective, "it takes effect", effect->span};  // 甲局5月1日起施行的《乙》
        continue;
      }
      Found found;
      if (hit->is(Use::explain)) found = {Act::explained, "the document is explained"};
      else if (hit->is(Use::draw_up)) found = {Act::drawn_up, "verb of drawing up"};
      else if (hit->is(Use::repeal)) found = {Act::repealed, "verb of repealing"};
      else if (hit->is(Use::extend)) found = {Act::extended, "verb of extending before the name"};
      else if (hit->is(Use::revise)) found = {Act::revised, "verb of revising before the name"};
      else if (hit->is(Use::approve)) found = {Act::issued, "verb of approving before the name"};
      if (found.act != Act::nothing) {
        judge(found, *hit);
        return found;
      }
      if (hit->is(Use::topic)) {
        if (const WordHit* asks = hits_.ending_at(at); asks && asks->is(Use::consult_head)) {  // 征求对《甲》的意见
          found = {Act::consulted, "opinions are asked for on it"};
          judge(found, *asks);
          return found;
        }
        found = on(end);
        found.agent_to = hit->span.begin;
        if (found.act != Act::nothing) return found;
      }
      if (hit->is(Use::purpose) || hit->is(Use::cite)) {
        if (attributive) break;  // 与甲配套的《乙》
        return {Act::cited, "a basis or something to follow", hit->span};
      }
      if (hit->is(Use::filler) || hit->is(Use::between) || hit->is(Use::named_kind) || hit->is(Use::called)) {
        // …由甲部发布，名为《乙》
        const bool named = hit->is(Use::called) && at > 0 && at < title && text_[scene_.left(at) - (scene_.left(at) > 0)] == ',';
        if (named) at = scene_.left(at) - 1;
        continue;
      }
      break;
    }
    return inner;
  }

  // 自3月1日起施行的《甲》
  [[nodiscard]] bool has_time_before(std::uint32_t at) const {
    for (int step = 0; step < kSteps; ++step) {
      if (scene_.time_to(at)) return true;
      const WordHit* hit = hits_.ending_at(at);
      if (!hit || !(hit->is(Use::between) || hit->is(Use::from))) return false;
      at = hit->span.begin;
    }
    return false;
  }

  // 就《甲》…征求意见, 对《甲》进行解读
  [[nodiscard]] Found on(std::uint32_t end) const {
    const std::uint32_t at = past_brackets(end);
    const std::uint32_t stop = std::min<std::uint32_t>(static_cast<std::uint32_t>(text_.size()), at + kFar);
    const std::uint32_t s = scene_.sentence(end > 0 ? end - 1 : 0);
    const std::uint32_t limit = s == kNowhere ? stop : std::min(stop, scene_.read().sentences[s].span.end);
    for (const WordHit& hit : hits_.between(at, limit)) {
      if (hit.is(Use::consult)) return {Act::consulted, "opinions are asked for on it", hit.span};
      if (hit.is(Use::explain)) return {Act::explained, "the document is explained", hit.span};
      if (hit.is(Use::revise)) return {Act::revised, "the document is revised", hit.span};
    }
    return {};
  }

  [[nodiscard]] std::uint32_t past_brackets(std::uint32_t at) const {
    const Span brackets = scene_.brackets_from(at);
    return brackets.empty() ? at : brackets.end;
  }

  [[nodiscard]] Found from_right(std::uint32_t at) const {
    for (int step = 0; step < kSteps; ++step) {
      at = scene_.right(past_brackets(at));
      if (const TimeInText* time = scene_.time_from(at)) {
        at = time->time.span.end;
        continue;
      }
      const WordHit* hit = hits_.beginning_at(at);
      if (!hit) {
        if (const std::uint32_t next = over_number(at); next != at) {
          at = next;
          continue;
        }
        const Name* name = scene_.name_from(at);  // 《甲》乙市地方标准
        if (!name) break;
        if (name->kind == NameKind::place && hits_.behind(name->span.end, Use::named_kind)) {
          at = name->span.end;
          continue;
        }
        return by_agent(name->span.begin);  // 《甲》经: 乙部审议通过
      }
      if (hit->is(Use::since_issue)) {
        at = hit->span.end;
        continue;
      }
      if (hit->is(Use::by)) return by_agent(hit->span.end);
      Found found;
      if (hit->is(Use::consult)) found = {Act::consulted, "opinions are asked for on it"};
      else if (hit->is(Use::effect) && !hits_.behind(hit->span.end, Use::hence)) return {Act::effective, "it takes effect", hit->span};
      else if (hit->is(Use::issue)) return behind_issue(*hit);
      else if (hit->is(Use::pass)) found = {Act::passed, "it is passed"};
      else if (hit->is(Use::approve)) found = {Act::issued, "it is approved"};
      else if (hit->is(Use::repeal)) found = {Act::repealed, "it is repealed"};
      else if (hit->is(Use::explain)) found = {Act::explained, "the document is explained"};
      else if (hit->is(Use::revise)) found = {Act::revised, "the document is revised"};
      else if (hit->is(Use::article_no)) found = {Act::cited, "one of its articles is cited"};
      else if (hit->is(Use::draw_up)) found = {Act::drawn_up, "verb of drawing up"};
      else if (hit->is(Use::extend) || hit->is(Use::valid)) found = {Act::extended, "how long it holds is told"};
      if (found.act != Act::nothing) {
        judge(found, *hit);
        return found;
      }
      if (hit->is(Use::of)) break;
      if (hit->is(Use::between) || hit->is(Use::recent) || hit->is(Use::behind) || hit->is(Use::from) || hit->is(Use::named_kind) ||
          hit->is(Use::background) || hit->is(Use::session) || hit->is(Use::separately)) {
        at = hit->span.end;
        continue;
      }
      if (hit->is(Use::content)) return {Act::tells, "its content is told", hit->span};
      break;
    }
    return {};
  }

  // 《甲》近日发布; not 《甲》发布以来.
  [[nodiscard]] Found behind_issue(const WordHit& verb) const {
    Found out{Act::issued, "verb of issuing behind the name"};
    judge(out, verb);
    out.past |= by_and_by(verb.span.begin);
    if (hits_.behind(verb.span.end, Use::hence)) out.act = Act::nothing;
    return out;
  }

  // 《甲》相继出台, with no day between.
  [[nodiscard]] bool by_and_by(std::uint32_t at) const {
    for (int step = 0; step < kSteps; ++step) {
      const WordHit* hit = hits_.ending_at(at);
      if (!hit || hit->is(Use::recent)) return false;
      if (hit->is(Use::by_and_by)) return true;
      if (!hit->is(Use::between)) return false;
      at = hit->span.begin;
    }
    return false;
  }

  // 《甲》由乙部发布, 《甲》经乙会议通过
  [[nodiscard]] Found by_agent(std::uint32_t from) const {
    const std::uint32_t c = scene_.clause(from);
    const std::uint32_t end = c == kNowhere ? from : std::min(scene_.clause_span(c).end, from + kAgent);
    for (const WordHit& hit : hits_.between(from, end)) {
      if (hit.is(Use::speaks)) return {};
      Found out;
      if (hit.is(Use::issue)) out = {Act::issued, "who issues it stands behind it"};
      else if (hit.is(Use::pass)) out = {Act::passed, "who passes it stands behind it"};
      else if (hit.is(Use::revise)) out = {Act::revised, "who revises it stands behind it"};
      else if (hit.is(Use::approve)) out = {Act::issued, "it is approved"};
      if (out.act != Act::nothing) {
        judge(out, hit);
        if (!hit.is(Use::approve) || hit.is(Use::issue)) out.agent_from = from;
        return out;
      }
      if (hit.is(Use::draw_up)) {
        const Found rest = from_right(hit.span.end);
        if (rest.act != Act::nothing && rest.act != Act::tells) return rest;
        return {Act::drawn_up, "who draws it up stands behind it", hit.span};
      }
    }
    return {};
  }

  // A verb of the clause that does not touch the name: 发布直播领域首个合规文件《甲》.
  [[nodiscard]] Found from_afar(std::uint32_t begin) const {
    const std::uint32_t from = std::max(clause_begin(begin), begin > kFar ? begin - kFar : 0);
    const std::size_t next = scene_.first_title(begin);
    const std::uint32_t open = next > 0 ? std::max(from, scene_.titles()[next - 1].end) : from;
    if (open >= begin) return {};
    const auto words = hits_.between(open, begin);
    for (auto it = words.rbegin(); it != words.rend(); ++it) {
      if (it->is(Use::cite) && it->span.size() > 3) return {Act::cited, "a basis or something to follow", it->span};
      if (it->is(Use::purpose)) return {Act::cited, "a basis or something to follow", it->span};
      Found found;
      if (it->is(Use::issue) || it->is(Use::pass)) {
        found = by_verb(*it, false);
        found.rule = "verb of issuing further left";
        found.forwarded = it->is(Use::forward);
        return found;
      }
      if (it->is(Use::explain)) found = {Act::explained, "the document is explained"};
      else if (it->is(Use::draw_up)) found = {Act::drawn_up, "verb of drawing up"};
      if (found.act != Act::nothing) {
        judge(found, *it);
        return found;
      }
    }
    return {};
  }

  const Scene& scene_;
  std::string_view text_;
  const Hits& hits_;
};

}  // namespace

void find_acts(const Scene& scene, std::vector<Mention>& titles) { Finder(scene).run(titles); }

void find_references(const Scene& scene, std::vector<Mention>& out) {
  const Finder finder(scene);
  const auto& clauses = scene.read().clauses;
  for (std::uint32_t c = 0; c < clauses.size(); ++c) {
    if (clauses[c].inside != kNoClause) continue;
    // 该办法由…, 规则由…, 它由…: a word for a document at the beginning of a clause, and what is done with it behind.
    std::uint32_t at = clauses[c].span.begin;
    const WordHit* word = scene.hits().beginning_at(at);
    if (word && word->is(Use::same_doc) && !word->is(Use::document)) word = scene.hits().beginning_at(word->span.end);
    if (!word || !(word->is(Use::document) || word->is(Use::pronoun)) || word->span.end > clauses[c].span.end) continue;
    const Found found = finder.of_word(word->span);
    if (found.act < Act::consulted || found.act == Act::effective || found.agent_from == kNowhere) continue;
    Mention& m = out.emplace_back();
    m.title = m.name = word->span;
    m.reference = true;
    m.plain = true;
    m.key = word->is(Use::document) ? name_key(scene.at(word->span)) : std::string();
    Finder::set(m, found);
  }
}

}  // namespace fengbiao::policy_room
