#include "policy/recorder.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr std::size_t kDay = 10;  // length of an ISO day

class Recorder {
 public:
  Recorder(const Story& story, std::uint32_t document, bool explain)
      : story_(story), scene_(story.scene), document_(document), d_(story.documents[document]), explain_(explain) {}

  Policy make() {
    begin();
    set_name();
    set_number();
    set_issuers();
    set_issued();
    set_validity();
    set_status();
    set_changes();
    set_doubts();
    p_.sure = sure_ && p_.doubts.empty();
    return std::move(p_);
  }

 private:
  const Mention& mention(std::uint32_t i) const { return story_.mention(i); }

  void because(std::string_view field, std::string_view rule, Span folded = {}, std::string_view note = {}) {
    if (explain_)
      p_.reasons.push_back(
          {std::string(field), std::string(rule), folded.empty() ? Span{} : scene_.text().printed(folded), std::string(note)});
  }

  void begin() {
    const Mention& best = mention(d_.act);
    const Mention& named = mention(d_.name);
    const ArticleText& text = scene_.text();
    p_.article = text.article().n;
    p_.id = text.article().id + "-p" + std::to_string(text.position(named.title.begin));
    p_.span = text.printed(named.name);
    const Span sentence = text.sentence_at(named.headline ? best.title.begin : named.title.begin);
    p_.quote_span = text.printed(sentence);
    p_.line_start = text.line_of(p_.quote_span.begin);
    p_.line_end = text.line_of(p_.quote_span.end);
    p_.text = text.words(named.name);
    p_.quote = text.words(sentence);
    because("record", d_.why, best.verb);
    sure_ = best.near && best.act >= Act::effective && (named.marked || named.bare);
    if (best.act == Act::issued_of) {  // an older document may be told so too
      const ActDay day = day_of_act(scene_, story_.calendar, best);
      sure_ = sure_ && (day.recent || !day.day.empty() || d_.brief || d_.headline);
    }
  }

  void set_name() {
    const Mention& named = mention(d_.name);
    p_.name = scene_.text().words(named.name);
    if (!named.tail.empty()) p_.name += scene_.text().words(named.tail);
    p_.kind = named.kind.value_or(PolicyKind::notice);
    because("name", named.marked ? std::string_view("title in its marks") : named.rule, named.name);
    because("kind", "ending of the name, or what stands beside it", named.name);
    for (const std::uint32_t m : d_.mentions)
      if (!mention(m).brief.empty()) {
        p_.short_name = scene_.text().words(mention(m).brief);
        return because("short_name", "declared behind the name", mention(m).brief);
      }
  }

  void set_number() {
    for (const std::uint32_t m : d_.mentions)
      if (!mention(m).number.empty()) {
        p_.number = scene_.text().words(mention(m).number);
        return because("number", "number of the document", mention(m).number);
      }
  }

  void set_issuers() {
    const Issued issued = issuers_of(story_, d_);
    bool firms = !issued.by.list.empty();
    for (const Span span : issued.by.list) {
      const Name* name = scene_.name_to(span.end);
      p_.issuers.push_back({scene_.text().words(span), name && name->span.end == span.end ? name->id : std::string()});
      firms = firms && name && (name->kind == NameKind::company || name->kind == NameKind::platform);
    }
    // What a platform calls a norm and no standard is a rule of its own.
    if (firms && p_.kind == PolicyKind::standard && !mention(d_.name).standard) p_.kind = PolicyKind::regulation;
    if (issued.by.list.empty()) because("issuers", "nobody is named who issues it");
    else because("issuers", issued.by.rule, {issued.by.list.front().begin, issued.by.list.back().end});
    const Mention& act = mention(d_.act);
    sure_ = sure_ && issued.by.clean && !(issued.carried && !issued.by.list.empty());
    if (issued.by.list.empty() && !(act.passive && act.agent_from == kNowhere) && act.act != Act::explained) sure_ = false;
  }

  void set_issued() {
    bool recent = false;
    for (const std::uint32_t m : story_.by_strength(d_)) {
      const Mention& here = mention(m);
      if (here.act < Act::consulted || here.act == Act::effective) continue;
      const ActDay day = day_of_act(scene_, story_.calendar, here);
      recent |= day.recent;
      if (day.day.empty()) continue;
      p_.issued = day.day;
      return because("issued", day.rule, day.span);
    }
    if (const Mention& act = mention(d_.act); act.act == Act::passed && story_.goes_on(act))  // at the same meeting
      if (const Mention* before = story_.told_before(act)) {
        const ActDay day = day_of_act(scene_, story_.calendar, *before);
        if (!day.day.empty()) {
          p_.issued = day.day;
          return because("issued", "day of the document told before", day.span);
        }
      }
    if (const Announcement* a = story_.announcement_for(d_); a && mention(d_.act).act < Act::consulted) {
      const ActDay day = day_of_act(scene_, story_.calendar, story_.as_mention(*a));
      if (!day.day.empty()) {
        p_.issued = day.day;
        return because("issued", "day of the announcement", day.span);
      }
    }
    because("issued", recent ? "only a word that tells no day" : "no day is told");
  }

  [[nodiscard]] bool speaks_of_it(std::size_t i) const {
    const std::uint32_t of = story_.document_of_validity[i];
    if (of == document_) return true;
    return story_.validity[i].which == Validity::Which::any && story_.told_together(of, document_);
  }

  void set_validity() {
    const Validity* counted = nullptr;
    for (std::size_t i = 0; i < story_.validity.size(); ++i) {
      if (!speaks_of_it(i)) continue;
      const Validity& v = story_.validity[i];
      switch (v.field) {
        case Validity::Field::effective: set_effective(v); break;
        case Validity::Field::until:
          if (v.day.empty()) counted = &v;
          else if (p_.until.empty()) set(p_.until, v.day, "until", v);
          break;
        case Validity::Field::comments:
          if (d_.draft && p_.comments_until.empty()) set(p_.comments_until, v.day, "comments_until", v);
          break;
      }
    }
    if (p_.until.empty() && counted)
      set(p_.until, day_after(p_.effective.empty() ? p_.issued : p_.effective, counted->months, counted->days, true), "until", *counted);
  }

  void set_effective(const Validity& v) {
    std::string day = v.day;
    const Act act = mention(d_.act).act;  // passing is not yet making known
    if (v.from_issue && !p_.issued.empty() && act != Act::passed && act != Act::revised)
      day = v.days || v.months ? day_after(p_.issued, v.months, v.days, false) : p_.issued;
    if (day.empty()) return;
    if (p_.effective.empty()) set(p_.effective, day, "effective", v);
    else if (p_.effective != day) sure_ = false;
  }

  void set(std::string& field, const std::string& day, std::string_view name, const Validity& v) {
    if (day.empty()) return;
    field = day;
    because(name, v.rule, v.span);
    sure_ = sure_ && v.direct;
  }

  void set_status() {
    const auto& written = scene_.text().written();
    // What a congress has passed is no draft any more, whatever it is called.
    const bool adopted = mention(d_.act).act == Act::passed &&
                         std::any_of(p_.issuers.begin(), p_.issuers.end(),
                                     [&](const PolicyIssuer& by) { return scene_.words().tail(by.name, Use::congress) > 0; });
    if (d_.draft && !adopted) {
      p_.status = PolicyStatus::draft;
      because("status", "a draft, or opinions are asked for");
    } else if (written && !p_.effective.empty() && p_.effective > written->iso().substr(0, std::min(p_.effective.size(), kDay))) {
      p_.status = PolicyStatus::in_force_later;
      because("status", "its day of effect lies behind the day of writing");
    } else {
      because("status", "neither a draft nor in force later");
    }
  }

  void change(PolicyChange::What what, const Mention& other, std::string_view rule) {
    PolicyChange change{what, scene_.text().words(other.name)};
    if (change.name.empty()) return;
    if (std::find(p_.changes.begin(), p_.changes.end(), change) != p_.changes.end()) return;
    p_.changes.push_back(std::move(change));
    because("changes", rule, other.name);
  }

  // 关于修改〈甲〉的决定: what the name itself says.
  void set_changes_of_name() {
    const Mention& named = mention(d_.name);
    if (!named.marked) return;
    const Span inside = title_inside(scene_.folded(), named.name);
    if (inside.empty()) return;
    const std::string_view before = scene_.at({named.name.begin, inside.begin});
    const auto ends_in = [&](Use use) { return scene_.words().tail(before, use) > 0; };
    Mention other;
    other.name = {inside.begin + kTitleMark, inside.end - kTitleMark};
    constexpr std::string_view kRule = "the name says what is changed";
    if (ends_in(Use::revise)) change(PolicyChange::What::amends, other, kRule);
    else if (ends_in(Use::repeal)) change(PolicyChange::What::repeals, other, kRule);
    else if (ends_in(Use::extend)) change(PolicyChange::What::extends, other, kRule);
    else if (ends_in(Use::cite)) change(PolicyChange::What::implements, other, kRule);
  }

  void set_changes() {
    set_changes_of_name();
    std::size_t reported = 0;
    for (const Document& other : story_.documents) reported += other.reported ? 1 : 0;
    for (const Mention& m : story_.mentions.list) {
      if (!m.marked) continue;
      if (m.inside && (m.act == Act::revised || m.act == Act::repealed || m.act == Act::extended) && inside_own_name(m)) {
        change(m.act == Act::revised    ? PolicyChange::What::amends
               : m.act == Act::repealed ? PolicyChange::What::repeals
                                        : PolicyChange::What::extends,
               m, "the name says what is changed");
        continue;
      }
      if (m.doc == document_ || m.reference || m.inside) continue;
      const bool together = told_in_sentence(scene_.sentence(m.title.begin));
      if (m.act == Act::repealed && (together || reported == 1)) change(PolicyChange::What::repeals, m, "another document is repealed");
      if (m.act == Act::cited && together && m.title.end < mention(d_.act).verb.begin && !m.verb.empty() &&
          scene_.words().head(scene_.at(m.verb), Use::purpose) == m.verb.size())
        change(PolicyChange::What::implements, m, "made to carry out another document");
    }
  }
  [[nodiscard]] bool inside_own_name(const Mention& m) const {
    return std::any_of(d_.mentions.begin(), d_.mentions.end(),
                       [&](std::uint32_t k) { return mention(k).name.begin < m.title.begin && m.title.end <= mention(k).name.end; });
  }
  [[nodiscard]] bool told_in_sentence(std::uint32_t sentence) const {
    return std::any_of(d_.mentions.begin(), d_.mentions.end(), [&](std::uint32_t k) {
      return mention(k).act >= Act::consulted && scene_.sentence(mention(k).title.begin) == sentence;
    });
  }

  void set_doubts() {
    const auto before = [](const std::string& a, const std::string& b) {
      const std::size_t n = std::min(a.size(), b.size());
      return !a.empty() && !b.empty() && a.substr(0, n) < b.substr(0, n);
    };
    if (before(p_.until, p_.effective)) p_.doubts.emplace_back("until before effective");
    if (before(p_.effective, p_.issued)) p_.doubts.emplace_back("effective before issued");
    if (before(p_.until, p_.issued)) p_.doubts.emplace_back("until before issued");
    if (before(p_.comments_until, p_.issued)) p_.doubts.emplace_back("consultation ends before it begins");
  }

  const Story& story_;
  const Scene& scene_;
  const std::uint32_t document_;
  const Document& d_;
  const bool explain_;
  bool sure_ = true;
  Policy p_;
};

// A firm's plan for its own business is none.
bool is_programme(const Story& story, const Policy& p, const Document& d) {
  if (p.kind != PolicyKind::plan || p.issuers.empty()) return false;
  const Issued issued = issuers_of(story, d);
  return std::all_of(issued.by.list.begin(), issued.by.list.end(), [&](Span s) {
    const Name* name = story.scene.name_to(s.end);
    return name && (name->kind == NameKind::company || name->kind == NameKind::platform);
  });
}

}  // namespace

void record_policies(Story& story, std::vector<Policy>& out, std::vector<Candidate>* dropped) {
  give_days(story);
  for (Document& d : story.documents) decide(story, d);
  for (std::uint32_t i = 0; i < story.documents.size(); ++i) {
    Document& d = story.documents[i];
    if (d.reported) {
      Policy p = Recorder(story, i, dropped != nullptr).make();
      if (!is_programme(story, p, d)) {
        out.push_back(std::move(p));
        continue;
      }
      d.why = "a firm's programme for its own business";
    }
    if (dropped) dropped->push_back({story.scene.text().printed(story.mention(d.name).title), "policy", std::string(d.why)});
  }
}

}  // namespace fengbiao::policy_room
