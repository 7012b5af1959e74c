#include "entity/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "entity/place_characters.h"
#include "entity/place_forms.h"
#include "text/chars.h"

namespace fengbiao {

struct PlaceReader::Parts {
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const Words> words;
  PlaceForms forms;
};

namespace {

using Form = Gazetteer::Form;
using Match = Gazetteer::Match;

constexpr std::uint32_t kListCost = 115, kNoWordCost = 100;  // in the cut, beside data/text/words.tsv
constexpr std::uint32_t kCommon = 118;                       // a word that costs less is too common to be a town or county by itself
constexpr std::size_t kMostCandidates = 32;

std::uint32_t cost_of(const PlaceRecord& place, Form form) {
  if (place.abroad) return place.level == PlaceLevel::country ? 105 : 120;
  switch (form) {
    case Form::full:
      return place.level == PlaceLevel::town ? 130 : place.level == PlaceLevel::county ? 122 : place.level == PlaceLevel::city ? 112 : 100;
    case Form::short_form: return place.level == PlaceLevel::county ? 138 : place.level == PlaceLevel::province ? 75 : 105;
    default: return 122;
  }
}

class PlaceReading {
 public:
  PlaceReading(const Gazetteer& gazetteer, const Words& words, const PlaceForms& forms, const Characters& text, std::vector<Name>& out,
               std::vector<PlaceReader::Loser>* losers)
      : g_(gazetteer), words_(words), forms_(forms), characters_(text), text_(text.text()), out_(out), losers_(losers) {}

  void run() {
    begins_.assign(text_.size() + 1, 0);
    for (std::uint32_t i = 0; i < text_.size();) {
      if (!is_han(characters_.unit(i))) {
        begins_[i] = 1;
        if (forms_.longest(characters_, i, text_.size(), PlaceForms::sentence_end).length) sentence_ = anchors_.size();
        i += characters_.size(i);
        continue;
      }
      std::uint32_t end = i;
      while (end < text_.size() && is_han(characters_.unit(end))) end += characters_.size(end);
      stretch({i, end});
      i = std::max(end, cursor_);
    }
  }

 private:
  struct Found {
    std::uint32_t at = 0, length = 0;
    std::span<const Match> matches;  // empty: a list of characters
  };
  struct Link {  // of a chain: 江苏省, 南京市, 鼓楼区
    Span span;
    std::vector<PlaceId> places;
    Form form = Form::full;
  };

  // All names of a stretch of Chinese characters, then where its words begin, then what each name stands for.
  void stretch(Span part) {
    found_.clear();
    for (std::uint32_t i = part.begin; i < part.end; i += characters_.size(i)) {
      g_.each(characters_, i, part.end, [&](const Gazetteer::Hit& hit) { found_.push_back({i, hit.length, hit.matches}); });
      if (forms_.longest(characters_, i, part.end, PlaceForms::list).length) found_.push_back({i, 0, {}});
    }
    if (found_.empty()) return;
    auto next = found_.begin();
    words_.cut(
        characters_, part,
        [&](std::uint32_t at, auto&& word) {
          while (next != found_.end() && next->at < at) ++next;
          for (auto it = next; it != found_.end() && it->at == at; ++it)
            if (it->length) word(it->length, cost(it->matches));
          if (next != found_.end() && next->at == at) {
            const auto list = forms_.longest(characters_, at, part.end, PlaceForms::list);
            if (list.length > 3) word(list.length, kListCost);
          }
          if (const auto none = forms_.longest(characters_, at, part.end, PlaceForms::word); none.length) word(none.length, kNoWordCost);
        },
        begins_);
    for (std::size_t i = 0; i < found_.size();) {
      std::size_t end = i;
      while (end < found_.size() && found_[end].at == found_[i].at) ++end;
      if (found_[i].at >= cursor_ && begins_[found_[i].at]) names_at(i, end, part.end);
      i = end;
    }
  }

  [[nodiscard]] std::uint32_t cost(const Match& m) const { return cost_of(g_.place(m.place), m.form); }
  [[nodiscard]] std::uint32_t cost(std::span<const Match> matches) const {
    std::uint32_t least = Words::kUnknown;
    for (const Match& m : matches) least = std::min(least, cost(m));
    return least;
  }

  void names_at(std::size_t from, std::size_t to, std::uint32_t end) {
    const std::uint32_t at = found_[from].at;
    const std::string_view text = text_.substr(0, end);
    const std::uint32_t longest_name = found_[to - 1].length ? found_[to - 1].length : to - from > 1 ? found_[to - 2].length : 0;
    const auto list = forms_.longest(text, at, PlaceForms::list);
    if (list.length && list.length >= longest_name && characters(at, end)) return;
    if (bracketed_zone(at)) return;
    for (std::size_t i = to; i-- > from;)
      if (found_[i].length && name(found_[i])) return;
  }

  // ---- single characters ----

  bool characters(std::uint32_t at, std::uint32_t end) {
    const CharacterList list = read_characters(forms_, words_, g_, text_, begins_, at, end);
    if (!list.why_not.empty()) return drop({at, list.end}, list.why_not);
    for (const CharacterList::One& one : list.ones)
      emit({one.at, one.at + characters_.size(one.at)}, *one.places, list.rule, "one of several characters for places",
           one.places->size() > 1 ? "the character stands for several places" : "");
    if (!list.ones.empty()) cursor_ = list.end;
    return !list.ones.empty();
  }

  // ---- 中国（杭州）跨境电子商务综合试验区 ----

  bool bracketed_zone(std::uint32_t at) {
    for (const PlaceForms::Zone& zone : forms_.zones) {
      if (!text_.substr(at).starts_with(zone.bracket)) continue;
      const std::size_t inside = at + zone.bracket.size(), close = inside + text_.substr(inside, 48).find(')');
      if (close < inside || close + 1 > text_.size() || !text_.substr(close + 1).starts_with(zone.suffix)) continue;
      const auto matches = g_.find(text_.substr(inside, close - inside));
      if (matches.empty()) continue;
      const auto end = static_cast<std::uint32_t>(close + 1 + zone.suffix.size());
      zone_name({at, end}, zone.full_before, text_.substr(inside, close - inside), zone.full_behind);
      return true;
    }
    return false;
  }

  void zone_name(Span span, std::string_view before, std::string_view base, std::string_view behind) {
    Name name;
    name.span = span;
    name.canonical = fmt::format("{}{}{}", before, base, behind);
    name.by_form = true;
    name.rule = "form: zone of a place";
    name.why = "the kind of zone behind a place";
    out_.push_back(std::move(name));
    cursor_ = span.end;
  }

  // ---- names of several characters ----

  // Tries the name; true when it was taken, as a place or as something that is none.
  bool name(const Found& found) {
    std::vector<Link> chain;
    Link first;
    if (!link(found, nullptr, first)) return false;
    chain.push_back(std::move(first));
    while (true) {
      const PlaceLevel level = g_.place(chain.back().places.front()).level;
      if (level == PlaceLevel::area || level == PlaceLevel::town) break;
      Link more;
      if (!longest_link(chain.back(), more)) break;
      chain.push_back(std::move(more));
    }
    while (!chain.empty()) {
      const Link& last = chain.back();
      std::uint32_t tail = 0;
      if (!follows(last, tail)) break;
      const Span whole{chain.front().span.begin, tail};
      if (chain.size() == 1) {
        cursor_ = std::max(cursor_, last.span.end);
        return drop(whole, "begins the name of something else"), true;
      }
      drop({last.span.begin, tail}, "begins the name of something else");
      chain.pop_back();
      return take(chain), true;
    }
    if (chain.size() == 1 && !stands_alone(chain.front())) return false;
    take(chain);
    return true;
  }

  // The name as a link: words must begin where it begins and ends; what it can stand for, behind `outer` if given.
  bool link(const Found& found, const Link* outer, Link& out) {
    const Span span{found.at, found.at + found.length};
    const std::string_view word = slice(text_, span);
    if (!begins_[span.begin]) return false;
    std::vector<Match> fit;
    for (const Match& m : found.matches) {
      if (outer && std::ranges::none_of(outer->places, [&](PlaceId p) { return p != m.place && g_.within(m.place, p); })) continue;
      if (outer && g_.place(outer->places.front()).level == PlaceLevel::country && m.form == Form::short_form &&
          g_.place(m.place).level >= PlaceLevel::county)
        continue;
      if (m.form == Form::short_form && g_.place(m.place).level == PlaceLevel::county && forms_.is(word, PlaceForms::never_short)) continue;
      fit.push_back(m);
    }
    if (fit.empty()) return false;
    const bool full = std::ranges::any_of(fit, [](const Match& m) { return m.form == Form::full || m.form == Form::former; });
    const PlaceRecord& sample = g_.place(fit.front().place);
    const bool of_divisions = !sample.abroad && sample.level != PlaceLevel::country && sample.level != PlaceLevel::area;
    if (full && of_divisions) {
      const std::uint32_t kind = span.end - 3;
      const auto begun = forms_.longest(text_, kind, PlaceForms::kind_begin);
      // 上海|市场, but 西安市|长安区
      if (begun.length > 3 && span.end + g_.longest(text_, span.end).length <= kind + begun.length) {
        begins_[kind] = true;  // so that the name without its kind may end here
        return false;
      }
      if (!begins_[span.end] && (sample.level == PlaceLevel::town || word.size() <= 6)) return false;
    } else if (!begins_[span.end]) {
      return outer ? false : drop(span, "its characters belong to other words");
    }
    prefer(fit, outer != nullptr);
    out.span = span;
    out.form = fit.front().form;
    out.places.clear();
    for (const Match& m : fit) out.places.push_back(m.place);
    return true;
  }

  // Full names before short ones, of short ones the higher level: 吉林 is the province, 长沙 the city.
  void prefer(std::vector<Match>& fit, bool inside) const {
    const auto rank = [&](const Match& m) {
      const PlaceLevel level = g_.place(m.place).level;
      if (m.form == Form::full) return 0;
      if (inside) return 1 + static_cast<int>(level);
      if (level == PlaceLevel::province) return 1;
      if (m.form == Form::short_form && level == PlaceLevel::city) return 2;
      return m.form == Form::short_form ? 4 : 3;
    };
    const int best = rank(*std::ranges::min_element(fit, {}, rank));
    std::erase_if(fit, [&](const Match& m) { return rank(m) != best; });
  }

  bool longest_link(const Link& outer, Link& out) {
    const auto [from, to] = std::ranges::equal_range(found_, outer.span.end, {}, &Found::at);
    for (auto it = to; it != from;) {
      --it;
      if (it->length && link(*it, &outer, out)) return true;
    }
    return false;
  }

  // Is the name followed by what makes it part of another? `end` is where that ends.
  bool follows(const Link& link, std::uint32_t& end) {
    const PlaceRecord& place = g_.place(link.places.front());
    for (const auto& [name, before] : forms_.heads)
      if (name == slice(text_, link.span))
        for (const std::string& head : before)
          if (text_.substr(0, link.span.begin).ends_with(head)) return end = link.span.end, true;
    const bool division = !place.abroad && place.level != PlaceLevel::country && place.level != PlaceLevel::area;
    std::uint32_t uses = place.level == PlaceLevel::area ? 0u : PlaceForms::tail_any;
    if (division) uses |= PlaceForms::tail_division;
    const bool printed_kind = link.form == Form::full && place.level == PlaceLevel::county;  // 盐源县|苹果 is no product's name
    if (division && !printed_kind && (place.level != PlaceLevel::province || g_.place(link.places.front() + 1).level == PlaceLevel::county))
      uses |= PlaceForms::tail_product;
    if (division) uses |= PlaceForms::tail_province_product;
    const auto tail = forms_.longest(text_, link.span.end, uses);
    if (!tail.length) return false;
    // A longer word or name begins there: 北京|大学生, 浙江|湖州, 上海|港口.
    if (words_.longest(text_, link.span.end) > tail.length || g_.longest(text_, link.span.end).length > tail.length) return false;
    if (tail.length == 3 && !begins_[link.span.end + 3]) return false;
    end = link.span.end + tail.length;
    return true;
  }

  // May a name that no other holds stand for a place?
  bool stands_alone(Link& link) {
    const std::string_view word = slice(text_, link.span);
    const PlaceRecord& place = g_.place(link.places.front());
    const bool context = forms_.is(word, PlaceForms::needs_context);
    if (forms_.is(word, PlaceForms::never_alone)) return anchored(link, "a common word");
    if (link.form == Form::full && place.level == PlaceLevel::town) {
      const std::uint32_t kind = town_kind(word);
      if (!kind || word.size() < kind + 6 || words_.cost(word.substr(0, word.size() - kind)) < kCommon)
        return anchored(link, "a common word with the kind of a town");
      return true;
    }
    if (link.form == Form::short_form && place.level == PlaceLevel::county)
      return beside_place(link) || anchored(link, "the short name of a county");
    if (context && link.form != Form::full) return joined(link) || located(link) || anchored(link, "a name that is also a word");
    if (context && place.abroad) return joined(link) || located(link) || drop(link.span, "a name that is also a word");
    return true;
  }

  [[nodiscard]] std::uint32_t town_kind(std::string_view word) const {
    for (std::uint32_t length = 6; length >= 3; length -= 3)
      if (word.size() > length && forms_.is(word.substr(word.size() - length), PlaceForms::town_kind)) return length;
    return 0;
  }

  // Exactly one of the places lies in a place that the sentence named before, and the name is no common word.
  bool anchored(Link& link, const char* otherwise) {
    const std::string_view word = slice(text_, link.span);
    std::vector<PlaceId> fit;
    if (link.form == Form::full || (words_.cost(word) >= 130 && !forms_.is(word, PlaceForms::needs_context)))
      for (const PlaceId p : link.places)
        if (std::any_of(anchors_.begin() + static_cast<std::ptrdiff_t>(recent(anchors_.size(), sentence_)), anchors_.end(),
                        [&](PlaceId a) { return a != p && narrow(a) && g_.within(p, a); }))
          fit.push_back(p);
    if (fit.size() != 1 || forms_.is(word, PlaceForms::never_alone)) return drop(link.span, otherwise);
    link.places = fit;
    return true;
  }
  [[nodiscard]] bool narrow(PlaceId p) const {
    const PlaceLevel level = g_.place(p).level;
    return level == PlaceLevel::province || level == PlaceLevel::city || level == PlaceLevel::county;
  }

  // Another place stands before or behind, with nothing but a joiner between.
  bool joined(const Link& link) const { return last_joined(link) != nullptr || next_joined(link); }
  [[nodiscard]] const Name* last_joined(const Link& link) const {
    if (out_.size() <= first_out_ || out_.back().kind != NameKind::place) return nullptr;
    const std::uint32_t from = out_.back().span.end;
    if (from > link.span.begin) return nullptr;
    const std::string_view between = text_.substr(from, link.span.begin - from);
    return between.empty() || forms_.is(between, PlaceForms::joiner) ? &out_.back() : nullptr;
  }
  [[nodiscard]] bool next_joined(const Link& link) const {
    std::uint32_t at = link.span.end;
    if (text_.substr(at, 1) == "(") {  // 日照(63.2%)、威海(41.7%)
      constexpr std::size_t kMostInBrackets = 40;
      const std::size_t close = text_.substr(at, kMostInBrackets).find(')');
      if (close == std::string_view::npos) return false;
      at += static_cast<std::uint32_t>(close) + 1;
    }
    const auto joiner = forms_.longest(text_, at, PlaceForms::joiner);
    if (!joiner.length) return false;
    at += joiner.length;
    const auto hit = g_.longest(text_, at);
    if (!hit.length || forms_.is(text_.substr(at, hit.length), PlaceForms::needs_context)) return false;
    return std::ranges::any_of(hit.matches, [&](const Match& m) {
      const PlaceLevel level = g_.place(m.place).level;
      return m.form != Form::short_form || level == PlaceLevel::province || level == PlaceLevel::city;
    });
  }
  [[nodiscard]] bool located(const Link& link) const {
    for (std::uint32_t length = 3; length <= 6 && length <= link.span.begin; length += 3)
      if (begins_[link.span.begin - length] && forms_.is(text_.substr(link.span.begin - length, length), PlaceForms::locative)) return true;
    return false;
  }
  // The short name of a county beside a place of the same city or province: 义乌、浦江.
  bool beside_place(Link& link) {
    const Name* before = last_joined(link);
    if (!before || before->id.empty() || before->span.end == link.span.begin) return false;
    const auto id = g_.by_code(before->id);
    if (!id) return false;
    for (const PlaceLevel level : {PlaceLevel::city, PlaceLevel::province}) {
      const PlaceId outer = g_.ancestor(*id, level);
      if (outer == kNoPlace) continue;
      std::vector<PlaceId> fit;
      for (const PlaceId p : link.places)
        if (g_.within(p, outer) && p != outer) fit.push_back(p);
      if (fit.size() == 1) return link.places = fit, true;
    }
    return false;
  }

  // ---- decisions ----

  void take(const std::vector<Link>& chain) {
    const Link& last = chain.back();
    const Span span{chain.front().span.begin, last.span.end};
    cursor_ = span.end;
    if (last.places.size() == 1)
      for (const PlaceForms::Zone& zone : forms_.zones)
        if (narrow(last.places.front()) && text_.substr(span.end).starts_with(zone.suffix)) {
          const PlaceRecord& place = g_.place(last.places.front());
          return zone_name({span.begin, span.end + static_cast<std::uint32_t>(zone.suffix.size())}, zone.before,
                           place.short_name.empty() ? place.name : place.short_name, zone.behind);
        }
    const char* rule = chain.size() > 1            ? "chain of divisions"
                       : last.form == Form::full   ? "full name"
                       : last.form == Form::alias  ? "other name"
                       : last.form == Form::former ? "former name"
                                                   : "short form";
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      if (chain[i].places.size() == 1) anchors_.push_back(chain[i].places.front());
    // The place before, with nothing between, does not hold it: what is printed is not what is known.
    if (chain.size() == 1 && out_.size() > first_out_ && out_.back().span.end == span.begin && !out_.back().id.empty()) {
      const auto outer = g_.by_code(out_.back().id);
      const PlaceRecord& place = g_.place(last.places.front());
      if (outer && narrow(*outer) && (place.level == PlaceLevel::county || place.level == PlaceLevel::town) && last.form == Form::full &&
          std::ranges::none_of(last.places, [&](PlaceId p) { return g_.within(p, *outer); }))
        return emit(span, last.places, rule, {}, fmt::format("not in {}, which is printed before it", g_.place(*outer).name), true);
    }
    emit(span, last.places, rule, chain.size() > 1 ? "each lies in the one before it" : "the only place of that name", {});
  }

  void emit(Span span, std::vector<PlaceId> places, const char* rule, std::string why, std::string why_open, bool open = false) {
    Name name;
    name.span = span;
    name.rule = rule;
    PlaceId decided = places.size() == 1 && !open ? places.front() : kNoPlace;
    if (places.size() > 1 && !open) {
      if (const auto [one, by] = choose(places); one != kNoPlace) {
        decided = one;
        why = fmt::format("{} of {} places so called lies in {}, named before", 1, places.size(), g_.place(by).name);
      } else if (why_open.empty()) {
        why_open = fmt::format("{} places are so called and nothing before decides", places.size());
      }
    }
    if (decided != kNoPlace) {
      const PlaceRecord& place = g_.place(decided);
      name.id = place.code;
      name.canonical = place.name;
      name.code = place.official_code();
      name.short_name = g_.usual_name(decided);
      name.why = std::move(why);
      anchors_.push_back(decided);
    } else {
      for (std::size_t i = 0; i < places.size() && i < kMostCandidates; ++i)
        name.candidates.push_back({std::string(g_.place(places[i]).code), g_.full_name(places[i])});
      name.why = std::move(why_open);
    }
    out_.push_back(std::move(name));
  }

  // The only candidate that lies in a place named before, in this sentence or else in the text.
  [[nodiscard]] std::pair<PlaceId, PlaceId> choose(const std::vector<PlaceId>& places) const {
    const std::size_t bounds[][2] = {{recent(anchors_.size(), sentence_), anchors_.size()}, {recent(sentence_, 0), sentence_}};
    for (const auto& [from, to] : bounds) {
      PlaceId one = kNoPlace, by = kNoPlace;
      std::size_t fit = 0;
      for (const PlaceId p : places)
        for (std::size_t a = from; a < to; ++a)
          if ((narrow(anchors_[a]) || anchors_[a] == p) && g_.within(p, anchors_[a])) {
            one = p, by = anchors_[a], ++fit;
            break;
          }
      if (fit == 1) return {one, by};
      if (fit > 1) break;
    }
    return {kNoPlace, kNoPlace};
  }

  bool drop(Span span, std::string_view why) {
    if (losers_) losers_->push_back({span, std::string(why)});
    return false;
  }

  static constexpr std::size_t kRecent = 64;  // places named before that are looked at
  static std::size_t recent(std::size_t end, std::size_t first) { return std::max(first, end > kRecent ? end - kRecent : 0); }

  const Gazetteer& g_;
  const Words& words_;
  const PlaceForms& forms_;
  const Characters& characters_;
  std::string_view text_;
  std::vector<Name>& out_;
  std::vector<PlaceReader::Loser>* losers_;
  std::size_t first_out_ = out_.size();
  std::vector<std::uint8_t> begins_;
  std::vector<Found> found_;
  std::vector<PlaceId> anchors_;  // decided places, in order
  std::size_t sentence_ = 0;      // the first anchor of this sentence
  std::uint32_t cursor_ = 0;      // names begin here or later
};

}  // namespace

Result<PlaceReader> PlaceReader::load(const DataSet& data, std::shared_ptr<const Gazetteer> gazetteer, std::shared_ptr<const Words> words) {
  PlaceReader reader;
  reader.parts_ = std::make_unique<Parts>();
  FB_TRY(reader.parts_->forms, PlaceForms::load(data, *gazetteer));
  reader.parts_->gazetteer = std::move(gazetteer);
  reader.parts_->words = std::move(words);
  return reader;
}

PlaceReader::PlaceReader() = default;
PlaceReader::PlaceReader(PlaceReader&&) noexcept = default;
PlaceReader& PlaceReader::operator=(PlaceReader&&) noexcept = default;
PlaceReader::~PlaceReader() = default;

const Gazetteer& PlaceReader::gazetteer() const { return *parts_->gazetteer; }

void PlaceReader::find(const Characters& folded, std::vector<Name>& out, std::vector<Loser>* losers) const {
  PlaceReading(*parts_->gazetteer, *parts_->words, parts_->forms, folded, out, losers).run();
}

}  // namespace fengbiao
