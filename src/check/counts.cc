#include "check/counts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::string_view kUnbroken[] = {"is", "bracket", "mark", "1.", "(1)", "1)"};  // kinds whose numbers have no gaps
constexpr std::string_view kOrdinal = "ordinal";
constexpr std::uint32_t kNounBytes = 6;  // by which counted things are known to be the same
constexpr std::uint32_t kNear = 600;     // bytes over which 这四种 looks back
constexpr std::uint32_t kLongestPiece = 300;
constexpr std::uint32_t kFewestPoints = 3;  // among which a slip is told

std::string relation_of(const CountAnswer& a, std::uint32_t n) {
  if (!a.parts.empty()) return fmt::format("{} = {}", fmt::join(a.parts, "+"), n);
  if (a.open) return fmt::format("{} named < {}", a.named, n);
  return fmt::format("{} named {} {}", a.named, a.verdict == Verdict::contradicts ? "≠" : "=", n);
}

}  // namespace

Result<CountCheck> CountCheck::load(const DataSet& data, RuleBook& book) {
  FB_TRY(CountWords words, CountWords::load(data));
  FB_TRY(RankCheck ranks, RankCheck::load(data, book));
  CountCheck out(std::move(words), std::move(ranks));
  FB_TRY(out.list_, book.rule("list-against-count"));
  FB_TRY(out.points_, book.rule("points-against-count"));
  FB_TRY(out.numbered_, book.rule("numbered-points"));
  FB_TRY(out.twice_, book.rule("count-said-twice"));
  return out;
}

void CountCheck::check(const ArticleSubject& subject, Report& report) const {
  const std::string_view text = subject.text.folded();
  const ReadText& read = subject.text.read_text();
  if (text.empty() || read.sentences.empty()) return;
  std::vector<WordHit> hits;
  words_.scan(read.characters, {}, hits);
  const ListCutter cutter(text, read, hits);
  TextLists cut;
  cutter.cut(cut);
  const std::vector<Count> counts = find_counts(text, read, words_, hits, cut, cutter);
  const std::vector<PointSequence> sequences = find_points(text, read, words_, hits, subject.text.paragraphs());
  const CountScene scene{text, read, words_, hits, cutter, cut, counts, sequences, subject.text.title_end()};
  lists(subject, scene, report);
  points(subject, scene, report);
  ranks_.check(subject, scene, report);
}

void CountCheck::lists(const ArticleSubject& subject, const CountScene& scene, Report& report) const {
  const CountReader reader(scene);
  std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> said;
  std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> bare_counts;  // by counter
  std::map<std::string_view, std::size_t> latest;                                 // count of a thing, whatever its number
  for (std::size_t i = 0; i < scene.counts.size(); ++i) {
    const Count& c = scene.counts[i];
    const CheckRule* rule = list_;
    std::optional<CountAnswer> answer, against;
    const auto take = [&](std::optional<CountAnswer> some, const CheckRule* by) {
      if (!some || answer) return;
      if (some->verdict == Verdict::holds && !some->open) answer = std::move(some), rule = by;
      else if (!against) against = std::move(some), rule = by;
    };
    take(reader.list_before(i), list_);
    // A list that stands beside its count decides, whatever follows further off.
    const bool beside = against && against->verdict == Verdict::contradicts;
    if (!answer && !beside) take(reader.list_behind(i), list_);
    const bool decided = answer || c.first || (against && against->verdict == Verdict::contradicts);
    if (!decided) take(reader.points_behind(i), points_);
    if (!decided && !answer) take(reader.bodies_of_title(i), list_);
    if (!decided && !answer) take(reader.sides_behind(i), points_);
    if (!decided && !answer) take(reader.list_around(i), list_);
    if (!answer) answer = std::move(against);
    if (answer) {
      const std::uint32_t missing = answer->named < c.n ? c.n - answer->named : answer->named - c.n;
      report.state(
          {.rule = rule,
           .at = {.article = subject.article.n, .span = subject.text.printed(c.span), .quote = subject.text.printed(answer->quote)},
           .relation = relation_of(*answer, c.n),
           .verdict = answer->verdict,
           .values = {{"count", subject.text.words(c.span)},
                      {"n", std::to_string(c.n)},
                      {"named", std::to_string(answer->named)},
                      {"missing", std::to_string(missing)}},
           .variant = answer->named < c.n ? "default" : "more",
           .question = answer->named < c.n ? "ask_missing" : "ask_more"});
    }
    // The same count of the same things said before.
    if (c.first) continue;
    const std::string_view counted = slice(scene.text, c.span).substr(c.numeral.size());
    if (c.n >= kFewestPoints && c.quoted.empty()) {  // 有4项…，四项标准: what the first counts is not told
      const auto [bare, first] = bare_counts.try_emplace({c.n, counted}, i);
      const Count& other = scene.counts[bare->second];
      if (!first && other.noun.empty() && !c.noun.empty()) {
        said_again(subject, scene, other, c, report);
        bare_counts[{c.n, counted}] = i;
      }
    }
    if (c.noun.size() < kNounBytes) continue;
    const std::string_view noun = scene.text.substr(c.noun.begin, kNounBytes);
    const auto [same, fresh] = said.try_emplace({c.n, noun}, i);
    const auto [last, new_thing] = latest.try_emplace(noun, i);
    const std::size_t before = std::exchange(last->second, i);
    if (answer || new_thing) continue;
    // 三种方式…，这四种方式: of what was just told, another number.
    const Count& earlier = scene.counts[fresh ? before : same->second];
    if (fresh && !(c.back && !c.inside && earlier.sums_up && c.span.begin - earlier.span.end < kNear)) continue;
    said_again(subject, scene, c, earlier, report);
  }
}

void CountCheck::said_again(const ArticleSubject& subject, const CountScene& scene, const Count& c, const Count& other,
                            Report& report) const {
  const ListPiece& piece = scene.lists.pieces[c.piece];
  const Span quote = piece.span.size() > kLongestPiece ? Span{c.span.begin, std::max(c.span.end, c.noun.end)} : piece.span;
  const bool same = c.n == other.n;
  report.state({.rule = twice_,
                .at = {.article = subject.article.n, .span = subject.text.printed(c.span), .quote = subject.text.printed(quote)},
                .relation = fmt::format("{} {} {}", c.n, same ? "=" : "≠", other.n),
                .verdict = same ? Verdict::holds : Verdict::contradicts,
                .values = {{"count", subject.text.words(c.span)}, {"earlier", subject.text.words(other.span)}},
                .other = Report::Spot{subject.article.n, subject.text.printed(other.span)}});
}

void CountCheck::points(const ArticleSubject& subject, const CountScene& scene, Report& report) const {
  for (const PointSequence& p : scene.points) {
    const std::size_t at = scene.lists.piece_at(p.marks.front().begin);
    if (at == scene.lists.pieces.size()) continue;
    const auto spot = [&](Span mark, std::size_t piece) {
      Span quote = scene.lists.pieces[piece].span;
      if (quote.size() > kLongestPiece) quote = mark;
      return Report::Spot{subject.article.n, subject.text.printed(mark), subject.text.printed(quote)};
    };
    // 第一，…第二，…: where a comma follows each they are points, not places in an order.
    const bool unbroken = std::ranges::find(kUnbroken, p.kind) != std::end(kUnbroken) ||
                          (p.kind == kOrdinal && std::ranges::all_of(p.marks, [&](Span mark) {
                             return mark.end < scene.text.size() && scene.text[mark.end] == ',';
                           }));
    if (!p.slip) {
      // Points with what introduces them: 主要内容包括：一是….
      const bool led =
          at > 0 && scene.lists.pieces[at - 1].closed_by == ':' && scene.lists.pieces[at - 1].sentence == scene.lists.pieces[at].sentence;
      Report::Spot place = spot(p.marks.front(), at);
      if (led) {
        const Span both{scene.lists.pieces[at - 1].span.begin, scene.lists.pieces[at].span.end};
        if (both.size() <= kLongestPiece) place.quote = subject.text.printed(both);
      }
      if (p.marks.size() >= kFewestPoints || unbroken)
        report.state({.rule = numbered_, .at = place, .relation = fmt::format("1..{}", p.last), .verdict = Verdict::holds});
      continue;
    }
    if (!unbroken || p.marks.size() < kFewestPoints) continue;
    const std::size_t piece = scene.lists.piece_at(p.slip->mark.begin);
    if (piece == scene.lists.pieces.size()) continue;
    const bool gap = p.slip->found > p.slip->expected;
    report.state({.rule = numbered_,
                  .at = {subject.article.n, subject.text.printed(p.slip->mark), {}},
                  .relation = fmt::format("{}, {} ≠ {}", p.slip->expected - 1, p.slip->found, p.slip->expected),
                  .verdict = Verdict::contradicts,
                  .values = {{"mark", subject.text.words(p.slip->mark)},
                             {"expected", std::to_string(p.slip->expected)},
                             {"found", std::to_string(p.slip->found)}},
                  .variant = gap ? "default" : "doubled"});
  }
}

}  // namespace fengbiao
