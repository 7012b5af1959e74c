#include "check/same_sense.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "check/repeats.h"
#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/same_sense.yaml";
constexpr std::uint32_t kWidest = 30;  // characters that may stand between two words

bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_plain(std::uint32_t c) {
  return is_han(c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '.' || c == ' ';
}

}  // namespace

Result<SameSense> SameSense::load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common) {
  SameSense out;
  FB_TRY(out.rule_, book.rule("same-sense-twice"));
  out.common_ = std::move(common);
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"pairs"}));
  auto pairs = std::make_shared<Pairs>();
  std::map<std::string, std::uint32_t, std::less<>> known;
  const auto word = [&](const std::string& text) -> Word& {
    const auto [it, fresh] = known.emplace(text, static_cast<std::uint32_t>(pairs->words.size()));
    if (fresh) pairs->words.emplace_back();
    return pairs->words[it->second];
  };
  FB_TRY(const auto rows, pack["pairs"].items());
  for (const PackNode& row : rows) {
    FB_CHECK(row.only_keys({"among", "first", "then", "within", "unless"}));
    Group group;
    const auto id = static_cast<std::uint32_t>(pairs->groups.size());
    FB_TRY(const std::string within, row["within"].text_or("0"));
    const auto [end, error] = std::from_chars(within.data(), within.data() + within.size(), group.within);
    if (error != std::errc() || end != within.data() + within.size() || group.within > kWidest)
      return fail(Cause::malformed, row.place(), "within: expected a number of characters up to 30");
    FB_TRY(group.unless, row["unless"].texts());
    FB_TRY(const auto among, row["among"].texts());
    FB_TRY(const auto first, row["first"].texts());
    FB_TRY(const auto then, row["then"].texts());
    group.among = !among.empty();
    if (group.among != (first.empty() && then.empty()) || first.empty() != then.empty())
      return fail(Cause::malformed, row.place(), "expected words under among, or under both first and then");
    for (const std::string& text : group.among ? among : first) {
      Word& w = word(text);
      w.first.push_back(id);
      w.within = std::max(w.within, group.within);
    }
    for (const std::string& text : group.among ? among : then) word(text).then.push_back(id);
    pairs->groups.push_back(std::move(group));
  }
  std::vector<std::pair<std::string, std::uint32_t>> entries(known.begin(), known.end());
  pairs->trie = Trie::build(std::move(entries));
  out.pairs_ = std::move(pairs);
  return out;
}

bool SameSense::clash(std::string_view text, Span first, std::uint32_t one, Span second, std::uint32_t other) const {
  const auto &firsts = pairs_->words[one].first, &thens = pairs_->words[other].then;
  std::uint32_t between = 0;
  for (std::uint32_t at = first.end, size = 0; at < second.begin; at += size, ++between) Characters::unit_at(text, at, size);
  return std::ranges::any_of(firsts, [&](std::uint32_t id) {
    const Group& group = pairs_->groups[id];
    if (between > group.within || (group.among && one == other) || std::ranges::find(thens, id) == thens.end()) return false;
    return std::ranges::none_of(group.unless, [&](const std::string& word) {
      return text.substr(second.end).starts_with(word) || text.substr(first.end, second.begin - first.end).find(word) != text.npos;
    });
  });
}

bool SameSense::falls_apart(std::string_view text, Span first, Span second) const {
  const WordCut cut = cut_around(*common_, text, {first.begin, second.end});
  return cut.begins_at(first.begin) && cut.begins_at(second.end) &&
         (first.end == second.begin || (cut.begins_at(first.end) && cut.begins_at(second.begin)));
}

void SameSense::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].part == ArticlePart::title || parts[i].part == ArticlePart::body) check(subject, i, report);
}

void SameSense::check(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const Characters& characters = subject.printed.folded_characters(part);
  const std::string_view text = folded.text;
  std::uint32_t told = 0;  // end of the last finding
  for (std::uint32_t at = 0; at < text.size(); at += characters.size(at)) {
    if (at < told) continue;
    Span first{}, second{};
    pairs_->trie.each(characters, at, text.size(), [&](Trie::Hit hit) {
      const Word& one = pairs_->words[hit.value];
      if (one.first.empty() || second.end > 0) return;
      const Span here{at, at + hit.length};
      std::uint32_t far = 0;
      for (std::uint32_t next = here.end; next < text.size() && far <= one.within && second.end == 0;
           next += characters.size(next), ++far) {
        pairs_->trie.each(characters, next, text.size(), [&](Trie::Hit other) {
          const Span there{next, next + other.length};
          if (clash(text, here, hit.value, there, other.value) && falls_apart(text, here, there)) first = here, second = there;
        });
        if (!is_plain(characters.unit(next))) break;
      }
    });
    if (second.end == 0) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = subject.printed.kept(folded.original(first.begin, second.end))},
                 .values = {{"first", std::string(slice(text, first))}, {"second", std::string(slice(text, second))}}});
    told = second.end;
  }
}

}  // namespace fengbiao
