#include "comply/compliance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/nearest.h"
#include "base/utf8.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

constexpr double kDisguised = 0.9;  // of the confidence

std::uint32_t line_of(const Document& document, std::uint32_t at) {
  const auto behind = std::ranges::upper_bound(document.lines, at, {}, [](const Line& line) { return line.span.begin; });
  return static_cast<std::uint32_t>(behind - document.lines.begin());
}

bool graver(const ComplianceFinding& a, const ComplianceFinding& b) {
  if (a.rule->confidence != b.rule->confidence) return a.rule->confidence > b.rule->confidence;
  if (a.severity != b.severity) return a.severity < b.severity;
  return false;  // the one that stands first
}

// Of findings of one pack that share words one is told, the surer, then the graver; it names the others. A duty that is missing shares
// no words with anything.
std::vector<ComplianceFinding> one_a_stretch(std::vector<ComplianceFinding> all) {
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return graver(all[a], all[b]); });
  // By pack, the stretches that are taken: they do not overlap, so their order by begin is that by end too.
  std::map<const CompliancePack*, std::map<std::uint32_t, std::size_t>> taken;
  std::vector<bool> stays(all.size(), true);
  for (const std::size_t i : order) {
    if (all[i].missing) continue;
    auto& of_pack = taken[all[i].pack];
    auto at = of_pack.lower_bound(all[i].span.end);
    if (at != of_pack.begin() && all[std::prev(at)->second].span.end > all[i].span.begin) {
      stays[i] = false;
      auto& also = all[std::prev(at)->second].also;
      if (std::ranges::find(also, all[i].rule) == also.end()) also.push_back(all[i].rule);
    } else {
      of_pack.emplace(all[i].span.begin, i);
    }
  }
  std::vector<ComplianceFinding> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (stays[i]) out.push_back(std::move(all[i]));
  return out;
}

}  // namespace

struct Compliance::Parts {
  ComplyFolding folding;
  PackBook book;
  Words words;
  SpokenLines lines;
  ComplyMatcher matcher;
  Parts(ComplyFolding f, PackBook b, Words w, SpokenLines l)
      : folding(std::move(f)), book(std::move(b)), words(std::move(w)), lines(std::move(l)), matcher(book, folding, words) {}
};

Result<Compliance> Compliance::make(const DataSet& data, ComplyFolding folding, PackBook book) {
  FB_TRY(Words words, Words::load(data));
  FB_TRY(SpokenLines lines, SpokenLines::load(data));
  return Compliance(std::make_shared<const Parts>(std::move(folding), std::move(book), std::move(words), std::move(lines)));
}

Result<Compliance> Compliance::load(const DataSet& data) {
  FB_TRY(ComplyFolding folding, ComplyFolding::load(data));
  FB_TRY(PackBook book, PackBook::load(data, folding));
  return make(data, std::move(folding), std::move(book));
}

Result<Compliance> Compliance::of_pack(const DataSet& data, std::string_view bytes, std::string place) {
  FB_TRY(ComplyFolding folding, ComplyFolding::load(data));
  FB_TRY(PackBook book, PackBook::parse(bytes, std::move(place), folding));
  return make(data, std::move(folding), std::move(book));
}

const std::vector<CompliancePack>& Compliance::packs() const { return parts_->book.packs(); }
const ComplyMatcher& Compliance::matcher() const { return parts_->matcher; }
const PackBook& Compliance::book() const { return parts_->book; }
const ComplyFolding& Compliance::folding() const { return parts_->folding; }

Result<ComplianceReport> Compliance::check(const Document& document, const ComplianceQuery& query) const {
  if (!is_day(query.day))
    return fail(Cause::invalid_argument, {}, fmt::format("on: expected a day such as 2023-03-01, got '{}'", query.day));
  for (const std::string& id : query.packs)
    if (!parts_->book.find(id)) {
      std::vector<std::string_view> known;
      for (const CompliancePack& pack : packs()) known.push_back(pack.id);
      return fail(Cause::invalid_argument, {}, fmt::format("pack: no pack '{}'{}", id, perhaps(id, known)), "`fengbiao packs` lists them");
    }
  ComplianceReport out;
  out.file = document.file;
  out.kind = query.kind;
  out.day = query.day;
  out.lines = document.lines.size();
  const auto kind = static_cast<unsigned>(query.kind);
  std::vector<std::uint8_t> active;
  for (const CompliancePack& pack : packs()) {
    const bool wanted = query.packs.empty() || std::ranges::find(query.packs, pack.id) != query.packs.end();
    const bool forced = pack.in_force(query.day), about = (pack.kinds >> kind & 1) != 0;
    if (wanted) (forced ? about ? out.used : out.other_kinds : out.not_in_force).push_back(&pack);
    for (const ComplyRule& rule : pack.rules)
      active.push_back(wanted && forced && about && (rule.kinds >> kind & 1) != 0 && (rule.from.empty() || rule.from <= query.day) &&
                       (rule.until.empty() || query.day < rule.until));
  }
  const std::vector<SpokenLine> lines = parts_->lines.read(document, query.kind);
  ComplyLetters letters;
  read_letters(document.text, lines, parts_->folding, letters);
  out.characters = static_cast<std::size_t>(
      letters.size() - std::count(letters.units.begin(), letters.units.begin() + letters.size(), ComplyLetters::kLineEnd));
  ComplyMatcher::Found found;
  parts_->matcher.run(letters, lines, active, found);
  for (const ComplyMatch& match : found.matches) {
    const ComplyMatcher::RuleAt at = parts_->matcher.rules()[match.rule];
    ComplianceFinding f;
    f.pack = at.pack;
    f.rule = at.rule;
    f.severity = at.pack->draft ? std::max(at.rule->severity, Severity::warning) : at.rule->severity;
    f.confidence = match.disguise == Disguise::none ? at.rule->confidence : std::round(at.rule->confidence * kDisguised * 100) / 100;
    f.span = letters.span(match.begin, match.end);
    f.line_start = line_of(document, f.span.begin);
    f.line_end = line_of(document, f.span.end - 1);
    f.quote = slice(document.text, f.span);
    f.disguise = match.disguise;
    if (match.disguise != Disguise::none) f.read_as = as_utf8(parts_->book.words()[match.word].units);
    f.missing = match.missing;
    if (match.exemption >= 0) f.exemption = &at.rule->unless[static_cast<std::size_t>(match.exemption)];
    const SpokenLine& line = lines[f.line_start - 1];
    f.speaker = line.speaker;
    f.who = slice(document.text, line.name);
    f.at = line.at;
    (f.exemption ? out.exempt : out.findings).push_back(std::move(f));
  }
  out.findings = one_a_stretch(std::move(out.findings));
  out.exempt = one_a_stretch(std::move(out.exempt));
  for (std::size_t i = 0; i < found.not_listed.size(); ++i)
    if (found.not_listed[i] > 0) out.not_listed.push_back({parts_->matcher.rules()[i].rule, found.not_listed[i]});
  return out;
}

std::vector<const ComplyRule*> Compliance::told_by(const ComplyExample& example, const std::vector<std::uint8_t>& active) const {
  const Document document = document_from_text(example.text, "example");
  const std::vector<SpokenLine> lines = parts_->lines.read(document, example.kind);
  ComplyLetters letters;
  read_letters(document.text, lines, parts_->folding, letters);
  std::vector<std::uint8_t> suited = active;
  for (std::size_t i = 0; i < suited.size(); ++i)
    if ((parts_->matcher.rules()[i].rule->kinds >> static_cast<unsigned>(example.kind) & 1) == 0) suited[i] = 0;
  ComplyMatcher::Found found;
  parts_->matcher.run(letters, lines, suited, found);
  std::vector<const ComplyRule*> out;
  for (const ComplyMatch& match : found.matches)
    if (const ComplyRule* rule = parts_->matcher.rules()[match.rule].rule; match.exemption < 0 && std::ranges::find(out, rule) == out.end())
      out.push_back(rule);
  return out;
}

}  // namespace fengbiao
