#include "comply/pack_lint.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFewest = 2;  // examples, and counter-examples

// "……" behind the first characters of a long text.
std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out(text.substr(0, text.find('\n')));
  if (out.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  return out.size() < text.size() ? out + " ..." : out;
}

class PackLint {
 public:
  PackLint(const Compliance& compliance, std::vector<PackFlaw>& out) : c_(compliance), out_(out), active_(c_.matcher().rules().size()) {}

  void pack(const CompliancePack& pack, std::size_t first) {
    if (pack.policy.issuers.empty()) tell(pack.place, pack.id, "no issuers of its policy");
    for (std::size_t i = 0; i < pack.rules.size(); ++i) rule(pack, pack.rules[i], first, first + i);
  }

 private:
  void tell(const Place& place, const std::string& rule, std::string what) { out_.push_back({place, rule, std::move(what)}); }

  void rule(const CompliancePack& pack, const ComplyRule& rule, std::size_t first, std::size_t number) {
    if (rule.article.empty()) tell(rule.place, rule.id, "no article");
    if (rule.clause.empty()) tell(rule.place, rule.id, "no clause");
    if (rule.examples.size() < kFewest) tell(rule.place, rule.id, fmt::format("fewer than {} examples", kFewest));
    if (rule.counter_examples.size() < kFewest) tell(rule.place, rule.id, fmt::format("fewer than {} counter-examples", kFewest));
    std::fill(active_.begin(), active_.end(), 0);
    active_[number] = 1;
    for (const auto& [texts, should] : {std::pair(&rule.examples, true), {&rule.counter_examples, false}})
      for (const ComplyExample& example : *texts) {
        if ((rule.kinds >> static_cast<unsigned>(example.kind) & 1) == 0) {
          tell(example.place, rule.id,
               fmt::format("'{}' is a {}, which the rule is not about", shown(example.text), name_of(example.kind)));
        } else if (c_.told_by(example, active_).empty() == should) {
          tell(example.place, rule.id,
               should ? fmt::format("the example '{}' does not fire", shown(example.text))
                      : fmt::format("the counter-example '{}' fires", shown(example.text)));
        }
      }
    for (const ComplyFind& find : rule.finds) reachable(rule, find);
    for (const Exemption& exemption : rule.unless)
      if (too_narrow(exemption.words))
        tell(exemption.place, rule.id, fmt::format("exempts nothing: every word is longer than `within` of {}", exemption.words.within));
    shadowed(pack, rule, first, number);
  }

  [[nodiscard]] std::size_t shortest(std::uint32_t list) const {
    std::size_t out = kLongestWord;
    for (const std::uint32_t word : c_.book().list(list)) out = std::min(out, c_.book().words()[word].units.size());
    return out;
  }
  [[nodiscard]] bool too_narrow(const WordsAround& words) const {
    return words.phrases.empty() && !words.anywhere && words.within < shortest(words.list);
  }
  void reachable(const ComplyRule& rule, const ComplyFind& find) {
    for (const WordsAround& near : find.near)
      if (too_narrow(near))
        tell(find.place, rule.id, fmt::format("cannot match: every word of `near` is longer than its `within` of {}", near.within));
    for (const WordsAround& far : find.not_near)
      if (too_narrow(far)) tell(find.place, rule.id, fmt::format("every word of `not_near` is longer than its `within` of {}", far.within));
    for (const auto& [must, may_not, name] :
         {std::tuple(find.before, find.not_before, "before"), {find.behind, find.not_behind, "behind"}}) {
      if (must == kNoList || may_not == kNoList) continue;
      const auto& wanted = c_.book().list(must);
      const auto& refused = c_.book().list(may_not);
      if (std::ranges::includes(refused, wanted))
        tell(find.place, rule.id, fmt::format("cannot match: all words of `{0}` are in `not_{0}`", name));
    }
    for (const WordsAround& near : find.near)
      for (const WordsAround& far : find.not_near)
        if (near.phrases.empty() && far.list != kNoList && far.within >= near.within && far.reach >= near.reach &&
            std::ranges::includes(c_.book().list(far.list), c_.book().list(near.list)))
          tell(find.place, rule.id, "cannot match: all words of `near` are in `not_near`");
    if ((find.inside & ~find.not_inside) == 0 && find.inside != 0)
      tell(find.place, rule.id, "cannot match: `inside` and `not_inside` are the same");
    if ((find.speakers & 1U << static_cast<unsigned>(LineSpeaker::unknown)) == 0 &&
        (rule.kinds >> static_cast<unsigned>(ComplyKind::transcript) & 1) == 0)
      tell(find.place, rule.id, "cannot match: this `speaker` goes with transcripts, which the rule is not about");
  }

  // Whether another rule of the pack tells of each of its examples, and would be told in its place.
  void shadowed(const CompliancePack& pack, const ComplyRule& rule, std::size_t first, std::size_t number) {
    if (rule.examples.empty()) return;
    std::fill(active_.begin(), active_.end(), 0);
    for (std::size_t i = 0; i < pack.rules.size(); ++i) active_[first + i] = first + i != number;
    std::vector<const ComplyRule*> by;
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
      const auto told = c_.told_by(rule.examples[i], active_);
      if (i == 0) by = told;
      else std::erase_if(by, [&](const ComplyRule* r) { return std::ranges::find(told, r) == told.end(); });
    }
    std::erase_if(by, [&](const ComplyRule* r) {
      return r->confidence < rule.confidence || (r->confidence == rule.confidence && r->severity > rule.severity) ||
             (r->confidence == rule.confidence && r->severity == rule.severity && r > &rule) ||
             (rule.demand == Demand::remind) != (r->demand == Demand::remind) || (rule.kinds & ~r->kinds) != 0;
    });
    if (!by.empty()) tell(rule.place, rule.id, fmt::format("shadowed: {} tells of each of its examples", by.front()->id));
  }

  const Compliance& c_;
  std::vector<PackFlaw>& out_;
  std::vector<std::uint8_t> active_;
};

}  // namespace

std::vector<PackFlaw> lint_packs(const Compliance& compliance, const std::vector<std::string>& packs) {
  std::vector<PackFlaw> out;
  PackLint lint(compliance, out);
  std::size_t first = 0;
  for (const CompliancePack& pack : compliance.packs()) {
    if (packs.empty() || std::ranges::find(packs, pack.id) != packs.end()) lint.pack(pack, first);
    first += pack.rules.size();
  }
  return out;
}

}  // namespace fengbiao
