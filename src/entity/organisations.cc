#include "entity/organisations.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "entity/token_rows.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::string_view kChina = "CN";
constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;
constexpr std::uint32_t kShort = 9;    // bytes: three characters
constexpr std::size_t kMaxReach = 24;  // tokens of one name

class Search {
 public:
  Search(const NameWords& words, std::string_view text, const std::vector<NameToken>& tokens, std::vector<OrganisationHit>& out,
         std::vector<Refused>* refused)
      : words_(words), gazetteer_(words.gazetteer()), text_(text), tokens_(tokens), out_(out), refused_(refused) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      i = std::max(i, skip_);  // over the inside of a paper's title
      const NameToken& token = tokens_[i];
      if (!token.places.empty()) note_place(i);
      if (token.is(kAuthority) && local_authority(i)) continue;
      if (token.is(kListed) && listed(i)) continue;
      if (token.is(kTail) && form(i)) continue;
      if (token.kind == NameToken::Kind::mark && code(i) == kLeftTitle) paper(i);
    }
    doubtful();
    std::stable_sort(out_.begin(), out_.end(), [](const OrganisationHit& a, const OrganisationHit& b) { return a.first < b.first; });
  }

 private:
  // ---- what tokens are
  [[nodiscard]] std::string_view text(std::size_t i) const { return slice(text_, tokens_[i].span); }
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].span.begin, tokens_[last].span.end - tokens_[first].span.begin);
  }
  [[nodiscard]] char32_t code(std::size_t i) const { return decode(text_, tokens_[i].span.begin).code; }
  [[nodiscard]] bool is_mark(std::size_t i) const { return is_mark_or_blank(tokens_[i]); }
  [[nodiscard]] bool between_lists(std::size_t i) const { return code(i) == kPauseMark || tokens_[i].is(kJoin); }
  // A name can end before token i, or begin behind it.
  [[nodiscard]] bool parts(std::size_t i) const { return tokens_[i].kind != NameToken::Kind::han; }

  // ---- places
  // The reading of a place that stands before an organisation: a country, province or city by any name, a county by one that is
  // understood alone.
  [[nodiscard]] const Gazetteer::Match* owner(std::size_t i, PlaceId inside = kNoPlace) const {
    const Gazetteer::Match* best = nullptr;
    for (const Gazetteer::Match& m : tokens_[i].places) {
      const PlaceRecord& p = gazetteer_.place(m.place);
      if (inside != kNoPlace && !gazetteer_.within(m.place, inside)) continue;
      if (p.level >= PlaceLevel::county && inside == kNoPlace && m.form == Gazetteer::Form::short_form) continue;
      if (!best || gazetteer_.place(best->place).level > p.level) best = &m;
    }
    return best;
  }
  [[nodiscard]] bool is_owner(std::size_t i) const { return !tokens_[i].places.empty() && owner(i) != nullptr; }
  // The first token of the chain of places that ends with token i: 杭州市|余杭区.
  [[nodiscard]] std::size_t chain(std::size_t i) const {
    while (i > 0 && is_owner(i - 1) && narrows(i - 1, i)) --i;
    return i;
  }
  [[nodiscard]] bool narrows(std::size_t outer, std::size_t inner) const {
    for (const Gazetteer::Match& o : tokens_[outer].places)
      for (const Gazetteer::Match& in : tokens_[inner].places)
        if (o.place != in.place && gazetteer_.within(in.place, o.place)) return true;
    return false;
  }
  // The place that tokens [first, last] name, and its printed form with short names written out.
  PlaceId place_of(std::size_t first, std::size_t last, std::string& full) const {
    PlaceId place = kNoPlace;
    full.clear();
    for (std::size_t i = first; i <= last; ++i) {
      const Gazetteer::Match* m = owner(i, place);
      if (!m) m = owner(i);
      if (!m) {
        full += text(i);
        continue;
      }
      // A chain may decide what its first name alone leaves open.
      if (i == first && first < last)
        for (const Gazetteer::Match& other : tokens_[i].places)
          if (const Gazetteer::Match* next = owner(i + 1, other.place); next && next->place != other.place) {
            m = &other;
            break;
          }
      place = m->place;
      full += m->form == Gazetteer::Form::full ? text(i) : gazetteer_.place(place).name;
    }
    return place;
  }
  void note_place(std::size_t i) {
    if (tokens_[i].places.size() != 1 && !owner(i)) return;
    const Gazetteer::Match* m = owner(i);
    if (!m) return;
    const PlaceRecord& p = gazetteer_.place(m->place);
    if (p.abroad || p.level == PlaceLevel::country || p.level == PlaceLevel::area || p.level > PlaceLevel::county) return;
    near_ = m->place;
  }
  // The place named last at the level that 省 市 区 县 says.
  [[nodiscard]] PlaceId place_at_level(std::string_view level) const {
    if (near_ == kNoPlace) return kNoPlace;
    for (PlaceId at = near_; at != kNoPlace && gazetteer_.place(at).level != PlaceLevel::country; at = gazetteer_.place(at).parent)
      if (gazetteer_.place(at).name.ends_with(level)) return at;
    return kNoPlace;
  }

  // 深圳市, 苏州市相城区, 上海市浦东新区: as its offices are called.
  [[nodiscard]] std::string usual_name(PlaceId id) const {
    const PlaceRecord& p = gazetteer_.place(id);
    if (p.level != PlaceLevel::county || p.parent == kNoPlace || gazetteer_.place(p.parent).level == PlaceLevel::country)
      return std::string(p.name);
    return std::string(gazetteer_.place(p.parent).name) + std::string(p.name);
  }

  // ---- writing down
  OrganisationHit& add(std::size_t first, std::size_t last, NameKind kind, std::string canonical, std::string rule, std::string why) {
    while (!out_.empty() && out_.back().last >= first) out_.pop_back();
    OrganisationHit m;
    m.first = first;
    m.last = last;
    m.name.span = {tokens_[first].span.begin, tokens_[last].span.end};
    m.name.kind = kind;
    m.name.canonical = std::move(canonical);
    m.name.by_form = true;
    m.name.rule = std::move(rule);
    m.name.why = std::move(why);
    return out_.emplace_back(std::move(m));
  }
  void refuse(std::size_t i, std::string why) {
    if (!refused_) return;
    refused_->push_back({tokens_[i].span, words_.entity(words_.listed(tokens_[i].word)->entities.front()).kind, std::move(why)});
  }
  static bool is_trade(NameKind kind) { return kind == NameKind::company || kind == NameKind::platform; }
  void name_entity(OrganisationHit& m, std::uint32_t entity) {
    const Entity& e = words_.entity(entity);
    m.entity = entity;
    m.name.kind = e.kind;
    m.name.id = e.id;
    m.name.canonical = e.name;
    m.name.by_form = false;
    m.name.candidates = {{e.id, e.name}};
  }
  [[nodiscard]] bool follows_mention(std::size_t i) const { return !out_.empty() && out_.back().last + 1 == i; }

  // ---- listed names
  bool listed(std::size_t i) {
    const NameToken& token = tokens_[i];
    const Listed& name = *words_.listed(token.word);
    if (token.span.size() <= kShort && text_[token.span.begin] < 0 && !words_.stands_alone(text_, token.span, name.strict)) {
      refuse(i, "made by the end of one word and the beginning of another");
      return false;
    }
    if (words_.entity(name.entities.front()).kind == NameKind::person && !with_person(i)) {
      refuse(i, "a person without a title or a verb of speech beside");
      return false;
    }
    if (name.doubtful && !with_firm(i)) {
      open_.push_back(i);
      return false;
    }
    accept(i, "list", "listed");
    return true;
  }
  void accept(std::size_t i, std::string rule, std::string why) {
    const Listed& name = *words_.listed(tokens_[i].word);
    OrganisationHit& m = add(i, i, NameKind::body, {}, std::move(rule), std::move(why));
    std::uint32_t chosen = name.entities.front();
    if (name.entities.size() > 1) {
      const bool firm = sign(i, kFirmSign, kMarketSign);
      for (const std::uint32_t e : name.entities)
        if (firm == (words_.entity(e).kind == NameKind::company)) {
          chosen = e;
          break;
        }
      m.name.why = firm ? "listed as a firm and a platform; the words around speak of a firm"
                        : "listed as a firm and a platform; nothing speaks of the firm";
    }
    name_entity(m, chosen);
    if (code(i) == kLeftTitle) m.name.span = {m.name.span.begin + 3, m.name.span.end - 3};  // the marks are not the name
    // The registered name of a firm is its full name, whatever it is usually called.
    if (name.registered) m.name.canonical = text(i);
  }

  // A word of `wanted` stands nearer than one of `other` in the same sentence.
  [[nodiscard]] bool sign(std::size_t i, std::uint32_t wanted, std::uint32_t other) const {
    for (std::size_t n = i + 1; n <= i + 10 && n < tokens_.size(); ++n) {
      if (is_mark(n) && is_stop(code(n))) break;
      if (tokens_[n].is(other)) return false;
      if (tokens_[n].is(wanted)) return true;
    }
    return i > 0 && tokens_[i - 1].is(wanted);
  }
  [[nodiscard]] bool with_firm(std::size_t i) const {
    if (i + 1 < tokens_.size() && tokens_[i + 1].is(kFirmWord)) return true;
    return i > 0 && tokens_[i - 1].is(kFirmSign);
  }
  [[nodiscard]] bool with_person(std::size_t i) const {
    if (i > 0 && (tokens_[i - 1].is(kTitle) || follows_mention(i))) return true;
    return i + 1 < tokens_.size() && tokens_[i + 1].is(kSpeech | kTitle | kAfterName);
  }
  // 三星以6000万部居首；苹果4870万部: firms get figures one after another.
  [[nodiscard]] bool told_beside_company(std::size_t i) const {
    if (!is_told_in_figures(tokens_, i)) return false;
    const Span around = sentence_around(text_, tokens_, i);
    return std::any_of(out_.begin(), out_.end(), [&](const OrganisationHit& m) {
      return m.name.kind == NameKind::company && around.begin <= m.name.span.begin && m.name.span.end <= around.end;
    });
  }
  // Names that are common words too: in a row with listed ones, or told in full elsewhere.
  void doubtful() {
    if (open_.empty()) return;
    std::vector<std::uint32_t> told;
    for (const OrganisationHit& m : out_)
      if (m.entity != kNoEntity) told.push_back(m.entity);
    std::sort(told.begin(), told.end());
    std::vector<OrganisationHit> more;
    // Rows are gone through from both ends: 甲（3%）、乙（2%）、丙, of which the last is known.
    std::vector<std::uint8_t> accepted(open_.size(), 0);
    const auto over = [&](std::size_t token) -> const OrganisationHit* {
      const auto hit =
          std::upper_bound(out_.begin(), out_.end(), token, [](std::size_t t, const OrganisationHit& m) { return t < m.first; });
      return hit != out_.begin() && (hit - 1)->last >= token ? &*(hit - 1) : nullptr;
    };
    const auto is_name = [&](std::size_t token, bool trade) {
      if (const OrganisationHit* hit = over(token)) return trade == is_trade(hit->name.kind);
      const auto o = std::lower_bound(open_.begin(), open_.end(), token);
      return o != open_.end() && *o == token && accepted[static_cast<std::size_t>(o - open_.begin())] != 0;
    };
    const auto go = [&](std::size_t o) {
      const bool trade = is_trade(words_.entity(words_.listed(tokens_[open_[o]].word)->entities.front()).kind);
      for (const std::size_t at : {next_in_row(text_, tokens_, open_[o]), before_in_row(text_, tokens_, open_[o])})
        accepted[o] |= static_cast<std::uint8_t>(is_name(at, trade) || told_beside_company(open_[o]));
    };
    for (std::size_t o = 0; o < open_.size(); ++o) go(o);
    for (std::size_t o = open_.size(); o-- > 0;) go(o);
    for (std::size_t o = 0; o < open_.size(); ++o) {
      const std::size_t i = open_[o];
      if (over(i)) continue;  // part of a longer name
      const std::vector<std::uint32_t>& entities = words_.listed(tokens_[i].word)->entities;
      const bool in_full =
          std::any_of(entities.begin(), entities.end(), [&](std::uint32_t e) { return std::binary_search(told.begin(), told.end(), e); });
      if (!accepted[o] && !in_full) {
        refuse(i, "also a common word, and nothing says that the firm is meant");
        continue;
      }
      OrganisationHit& m = more.emplace_back();
      m.first = m.last = i;
      m.name.span = tokens_[i].span;
      m.name.rule = in_full ? "list: told in full elsewhere" : "list: in a row of firms";
      m.name.why = "also a common word";
      name_entity(m, entities.front());
    }
    out_.insert(out_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  // ---- authorities of places
  bool local_authority(std::size_t i) {
    const std::string_view full = words_.authority(tokens_[i].word);
    if (i > 0 && is_owner(i - 1)) {
      std::size_t first = chain(i - 1);
      std::string owner_name;
      const PlaceId place = place_of(first, i - 1, owner_name);
      const PlaceRecord& p = gazetteer_.place(place);
      if (p.level == PlaceLevel::country) {
        if (!p.abroad && p.code == kChina) return false;
        add(first, i, NameKind::body, std::string(text(first, i)), "form: authority of a country", "a country and an office");
        return true;
      }
      if (p.level == PlaceLevel::area) return false;
      std::string canonical = owner_name + std::string(full);
      std::string why = "a place and an office of places";
      if (follows_mention(first) && words_.over_places(out_.back().name.canonical)) {
        first = out_.back().first;
        canonical = out_.back().name.canonical + canonical;
        why = "a body of the state, a place and its office there";
      }
      add(first, i, NameKind::body, std::move(canonical), "form: authority of a place", std::move(why)).place = place;
      return true;
    }
    // 市商务委: of the place named last
    if (i > 0 && tokens_[i - 1].is(kLevel) && (i < 2 || parts(i - 2))) {
      const PlaceId place = place_at_level(text(i - 1));
      if (place == kNoPlace) {
        if (words_.is_government(full)) return false;  // 市政府: any city's
        add(i - 1, i, NameKind::body, std::string(text(i - 1, i)), "form: authority of a level", "which place's it is stays open");
        return true;
      }
      add(i - 1, i, NameKind::body, usual_name(place) + std::string(full), "form: authority of the place named before", "").place = place;
      out_.back().name.why = "of " + std::string(gazetteer_.place(place).name) + ", named before";
      return true;
    }
    // 上海市商务委、经信委: one list of one place's offices
    if (i > 1 && between_lists(i - 1) && !out_.empty() && out_.back().last == i - 2 && out_.back().place != kNoPlace) {
      const OrganisationHit& before = out_.back();
      const PlaceId place = before.place;
      std::string canonical = before.name.canonical;
      const std::string owner_name(gazetteer_.place(place).name);
      const std::size_t at = canonical.find(owner_name);
      canonical = (at == canonical.npos ? std::string() : canonical.substr(0, at)) + owner_name + std::string(full);
      add(i, i, NameKind::body, std::move(canonical), "form: authority in a list", "in a list of offices of " + owner_name).place = place;
      return true;
    }
    return false;
  }

  // ---- names by their form
  struct Reach {
    std::size_t first = 0;
    std::size_t place_last = 0;  // the place ends here
    bool place = false, head = false, named = false;
    bool soft = false;  // over words that could be a border too
    std::uint32_t content = 0, unknown = 0, words = 0;
  };

  Reach reach(std::size_t tail_at, const Tail& tail) const {
    Reach r;
    r.first = tail_at;
    std::size_t i = tail_at;
    while (i > 0 && tail_at - i < kMaxReach) {
      const std::size_t before = i - 1;
      const NameToken& t = tokens_[before];
      if (follows_mention(i)) {
        const OrganisationHit& m = out_.back();
        const bool allowed = tail.front != Tail::Front::place && m.name.kind != NameKind::campaign && m.name.kind != NameKind::person;
        if (!allowed) break;
        r.named = true;
        r.first = m.first;
        // 江苏|苏宁|银行, 北京|字节跳动|网络技术有限公司: registered there under a listed brand
        if ((tail.registered || i == tail_at) && tail.kind == NameKind::company && is_trade(m.name.kind) && m.first > 0 &&
            is_owner(m.first - 1)) {
          r.place = true;
          r.place_last = m.first - 1;
          r.first = chain(r.place_last);
        }
        break;
      }
      if (!t.places.empty() && is_owner(before)) {
        r.place = true;
        r.place_last = before;
        r.first = chain(before);
        if (r.first > 0 && !out_.empty() && out_.back().last + 1 == r.first && words_.over_places(out_.back().name.canonical))
          r.first = out_.back().first;
        break;
      }
      if (code(before) == ')' && before >= 2 && code(before - 2) == '(' &&
          (!tokens_[before - 1].places.empty() || tokens_[before - 1].is(kHead))) {
        i = r.first = before - 2;
        continue;
      }
      if (t.is(kHead)) {
        r.head = true;
        r.first = i = before;
        ++r.content;
        if (i > 0 && is_owner(i - 1)) continue;
        break;
      }
      if (t.is(kInner)) {
        r.soft |= t.is(kBorder | kGeneric);
        ++r.content;
        ++r.words;
      } else if (t.is(kJoin)) {
        if (before == 0 || !tokens_[before - 1].is(kInner | kCover)) break;
        r.soft = true;
      } else if (stops_brand(tokens_[before])) {
        break;
      } else if (t.is(kCover)) {
        r.soft = true;
        ++r.content;
      } else if (t.kind == NameToken::Kind::latin) {
        ++r.content;
        r.unknown += 2;
      } else if (t.kind == NameToken::Kind::han || t.kind == NameToken::Kind::word) {
        const auto characters = static_cast<std::uint32_t>(count_code_points(text(before)));
        if (r.unknown + characters > tail.unknown) break;
        r.unknown += characters;
        r.soft |= t.is(kCount);
        ++r.content;
      } else {
        break;
      }
      r.first = i = before;
    }
    return r;
  }

  bool form(std::size_t i) {
    const Tail& tail = *words_.tail(tokens_[i].word);
    const Reach r = reach(i, tail);
    if (r.first == i || (tail.bare && r.content > 0)) return false;
    if (tail.county && !(r.place && gazetteer_.place(owner(r.place_last)->place).level == PlaceLevel::county)) return false;
    std::string why;
    if (r.named) {
      why = "goes on from a listed or recognised name";
    } else if (r.place || r.head) {
      if (r.content < tail.content + (r.head && !r.place ? 1 : 0)) return false;
      if (r.head && !r.place && ((r.words == 0 && r.unknown == 0 && tail.content > 0) || (r.first > 0 && !border_before(r.first))))
        return false;
      why = r.place ? "from a place to its tail" : "from a word that heads names to its tail";
    } else {
      if (tail.front != Tail::Front::any || r.soft || r.unknown < 2 || r.unknown > 4) return false;
      if (r.first > 0 && !border_before(r.first)) return false;
      if (!brand(r.first)) return false;
      why = "a brand with a border before it, and a tail";
    }
    std::string canonical(text(r.first, i));
    std::uint32_t entity = kNoEntity;
    if (r.named && r.first == out_.back().first && out_.back().last + 1 == i && tail.kind == NameKind::company) {
      // 腾讯|集团 is the firm itself; with the tail of the register the printed name is the full one.
      entity = out_.back().entity;
      if (entity != kNoEntity && words_.entity(entity).kind != NameKind::company) entity = firm_of(out_.back());
    }
    const std::string_view full = words_.full_tail(tokens_[i].word);
    PlaceId place = kNoPlace;
    if (!full.empty() && r.place) {
      std::string owner_name;
      std::size_t from = r.first;
      while (from < r.place_last && !is_owner(from)) ++from;
      place = place_of(from, r.place_last, owner_name);
      if (gazetteer_.place(place).level == PlaceLevel::area) return false;
      if (!gazetteer_.place(place).abroad && gazetteer_.place(place).level != PlaceLevel::country)
        canonical = std::string(text_.substr(tokens_[r.first].span.begin, tokens_[from].span.begin - tokens_[r.first].span.begin)) +
                    owner_name +
                    std::string(text_.substr(tokens_[r.place_last].span.end, tokens_[i].span.begin - tokens_[r.place_last].span.end)) +
                    std::string(full);
    }
    // A branch is of the kind of what it is a branch of.
    const bool branch = (r.named || r.first == (out_.empty() ? i : out_.back().first)) && tail.front == Tail::Front::named &&
                        r.first == out_.back().first && !is_trade(out_.back().name.kind);
    OrganisationHit& m = add(r.first, i, branch ? out_.back().name.kind : tail.kind, std::move(canonical), tail.rule, std::move(why));
    m.place = place;
    if (r.place) m.home = owner(r.place_last)->place;
    if (entity != kNoEntity) {
      const std::string printed = m.name.canonical;
      name_entity(m, entity);
      if (tail.registered) m.name.canonical = printed;
    }
    return true;
  }
  [[nodiscard]] std::uint32_t firm_of(const OrganisationHit& m) const {
    if (const Listed* name = words_.listed(tokens_[m.first].word))
      for (const std::uint32_t e : name->entities)
        if (words_.entity(e).kind == NameKind::company) return e;
    return kNoEntity;
  }
  // The token before `first` ends a sentence, a phrase or a word that cannot be in a name.
  [[nodiscard]] bool border_before(std::size_t first) const {
    return is_mark(first - 1) || (tokens_[first - 1].is(kBorder | kJoin | kSpeech) && !tokens_[first - 1].is(kGeneric));
  }
  // What stands at `first` may be a brand: unknown characters or Latin letters.
  [[nodiscard]] bool brand(std::size_t first) const {
    const NameToken& t = tokens_[first];
    return t.kind == NameToken::Kind::han || t.kind == NameToken::Kind::latin || (t.kind == NameToken::Kind::word && t.classes == 0);
  }

  // 《某某报》
  void paper(std::size_t open) {
    std::size_t close = open + 1;
    for (; close < tokens_.size() && close - open < 12; ++close) {
      if (code(close) == kRightTitle) break;
      if (is_mark(close)) return;
    }
    if (close >= tokens_.size() || code(close) != kRightTitle || close == open + 1) return;
    const std::string_view title = text(open + 1, close - 1);
    if (count_code_points(title) > 10 || count_code_points(title) < 2) return;
    const bool sign = words_.paper_sign(text_.substr(tokens_[close].span.end));
    if ((!sign && (count_code_points(title) < 3 || !words_.is_paper(title))) || (close == open + 2 && tokens_[open + 1].is(kListed)))
      return;
    add(open + 1, close - 1, NameKind::media, std::string(title), "form: paper in title marks",
        sign ? "a title that is called a magazine" : "a title that ends like a paper's");
    skip_ = close;
  }

  const NameWords& words_;
  const Gazetteer& gazetteer_;
  std::string_view text_;
  const std::vector<NameToken>& tokens_;
  std::vector<OrganisationHit>& out_;
  std::vector<Refused>* refused_;
  std::vector<std::size_t> open_;
  std::size_t skip_ = 0;
  PlaceId near_ = kNoPlace;
};

}  // namespace

void find_organisations(const NameWords& words, std::string_view folded, const std::vector<NameToken>& tokens,
                        std::vector<OrganisationHit>& out, std::vector<Refused>* refused) {
  out.clear();
  Search(words, folded, tokens, out, refused).run();
}

}  // namespace fengbiao
