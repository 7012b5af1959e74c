#include "engine/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "base/json.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kFarthest = 600;  // bytes of a sentence that are looked at on either side
constexpr char32_t kWideBlank = 0x3000;

bool blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == kWideBlank || c == 0xA0; }

// The pieces of the part of the article (title, paragraph, source line) that holds the place; else nothing.
const std::vector<Span>* part_at(const Article& article, std::uint32_t at) {
  const auto holds = [at](const std::vector<Span>& pieces) {
    return !pieces.empty() && pieces.front().begin <= at && at < pieces.back().end;
  };
  const auto after = std::ranges::upper_bound(article.paragraphs, at, {},
                                              [](const Paragraph& p) { return p.pieces.empty() ? 0 : p.pieces.front().begin; });
  if (after != article.paragraphs.begin() && holds(std::prev(after)->pieces)) return &std::prev(after)->pieces;
  for (const auto* pieces : {&article.title_pieces, &article.source_pieces, &article.author_note_pieces})
    if (holds(*pieces)) return pieces;
  return nullptr;
}

// The line, as far as it is looked at.
Span line_at(std::string_view kept, Span span) {
  std::uint32_t begin = span.begin, end = span.end;
  while (begin > 0 && kept[begin - 1] != '\n' && span.begin - begin < kFarthest) --begin;
  while (end < kept.size() && kept[end] != '\n' && end - span.end < kFarthest) ++end;
  return {begin, end};
}

// The words of the pieces within reach of the span, without blanks, and where the span begins and ends in them.
struct Words {
  std::string text;
  std::size_t begin = 0, end = 0;
};

Words words_near(std::string_view kept, const std::vector<Span>& pieces, Span span) {
  const std::uint32_t low = span.begin > kFarthest ? span.begin - kFarthest : 0, high = span.end + kFarthest;
  Words out;
  auto piece = std::ranges::lower_bound(pieces, low, {}, &Span::end);
  for (; piece != pieces.end() && piece->begin < high; ++piece) {
    std::uint32_t at = std::max(piece->begin, low);
    while (at < piece->end && (static_cast<unsigned char>(kept[at]) & 0xC0) == 0x80) ++at;  // no half character at the window's edge
    while (at < std::min(piece->end, high)) {
      const Decoded c = decode(kept, at);
      if (!blank(c.code)) {
        if (at < span.begin) out.begin = out.text.size() + c.size;
        if (at < span.end) out.end = out.text.size() + c.size;
        out.text += kept.substr(at, c.size);
      }
      at += c.size;
    }
  }
  return out;
}

}  // namespace

std::string finding_fingerprint(const Finding& finding, const Issue& issue, std::string_view kept) {
  const std::uint32_t n = finding.at.origin.article;
  const Article* const article = n > 0 && n <= issue.articles.size() && issue.articles[n - 1].n == n ? &issue.articles[n - 1] : nullptr;
  const std::vector<Span>* pieces = article ? part_at(*article, finding.at.span.begin) : nullptr;
  const Words words = words_near(kept, pieces ? *pieces : std::vector<Span>{line_at(kept, finding.at.span)}, finding.at.span);
  // From behind the stop before the span up to the one behind it.
  std::size_t from = 0, to = words.text.size();
  for (std::size_t at = 0; at < words.text.size();) {
    const Decoded c = decode(words.text, at);
    if (is_stop(c.code)) {
      if (at + c.size <= words.begin) from = at + c.size;
      if (at >= words.end) {
        to = at;
        break;
      }
    }
    at += c.size;
  }
  std::string other;
  if (finding.other) {
    other = finding.other->quote;
    std::erase(other, ' ');
  }
  return fmt::format("{:016x}", hash64(fmt::format("{}\n{}\n{} {}\n{}", finding.rule, std::string_view(words.text).substr(from, to - from),
                                                   words.begin - from, words.end - from, other)));
}

Result<Baseline> Baseline::parse(std::string_view bytes, const std::string& place) {
  static constexpr std::array<std::string_view, 7> kKeys{"rule", "file", "quote", "fingerprint", "by", "at", "why"};
  Baseline out;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view words = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (words.ends_with('\r')) words.remove_suffix(1);
    if (words.find_first_not_of(" \t") == words.npos || words.starts_with('#')) continue;
    const auto complain = [&](std::string what) {
      return fail(Cause::malformed, {place, line, 0}, std::move(what), "each line is an accepted finding; `check --accept` writes them");
    };
    const auto json = nlohmann::json::parse(words, nullptr, false);
    if (!json.is_object()) return complain("expected a JSON object with rule, file, quote, fingerprint, by, at and why");
    for (const auto& [key, value] : json.items()) {
      if (std::ranges::find(kKeys, key) == kKeys.end())
        return complain(fmt::format("unknown key \"{}\"{}", key, perhaps(key, {kKeys.begin(), kKeys.end()})));
      if (!value.is_string()) return complain(fmt::format("\"{}\": expected a text", key));
    }
    Acceptance entry;
    entry.line = line;
    const auto text = [&](const char* key) { return json.contains(key) ? json.at(key).get<std::string>() : std::string(); };
    entry.rule = text("rule"), entry.file = text("file"), entry.quote = text("quote"), entry.fingerprint = text("fingerprint");
    entry.by = text("by"), entry.at = text("at"), entry.why = text("why");
    if (entry.fingerprint.size() != 16 || entry.fingerprint.find_first_not_of("0123456789abcdef") != std::string::npos)
      return complain("\"fingerprint\": expected 16 hex digits");
    for (const auto& [key, value] : {std::pair("rule", &entry.rule), std::pair("by", &entry.by), std::pair("why", &entry.why)})
      if (value->empty()) return complain(fmt::format("\"{}\": expected a text; who accepted what and why is kept for everyone", key));
    if (!out.by_fingerprint_.emplace(entry.fingerprint, out.entries_.size()).second)
      return complain(fmt::format("accepted already in line {}", out.entries_[out.by_fingerprint_[entry.fingerprint]].line));
    out.entries_.push_back(std::move(entry));
  }
  return out;
}

std::string Baseline::text() const {
  std::string out;
  for (const Acceptance& a : entries_) {
    JsonWriter w;
    w.open('{');
    w.field("rule", a.rule);
    w.field("file", a.file);
    w.field("quote", a.quote);
    w.field("fingerprint", a.fingerprint);
    w.field("by", a.by);
    w.field("at", a.at);
    w.field("why", a.why);
    w.close('}');
    out += w.take() + "\n";
  }
  return out;
}

const Acceptance* Baseline::find(std::string_view fingerprint) const {
  const auto found = by_fingerprint_.find(fingerprint);
  return found == by_fingerprint_.end() ? nullptr : &entries_[found->second];
}

std::size_t Baseline::add(std::vector<Acceptance> more, const Seen& seen) {
  std::map<std::string_view, std::size_t> order;
  for (std::size_t i = 0; i < seen.fingerprints.size(); ++i) order.emplace(seen.fingerprints[i], i);
  const auto place_of = [&](const Acceptance& a) {
    const auto found = order.find(a.fingerprint);
    return found == order.end() ? order.size() : found->second;
  };
  std::erase_if(more, [&, taken = std::set<std::string>()](const Acceptance& a) mutable {
    return find(a.fingerprint) != nullptr || !taken.insert(a.fingerprint).second;
  });
  std::ranges::stable_sort(more, {}, place_of);
  // Entries that this run did not see go with the one before them.
  std::vector<Acceptance> merged;
  merged.reserve(entries_.size() + more.size());
  auto next = more.begin();
  for (Acceptance& entry : entries_) {
    if (order.contains(entry.fingerprint))
      while (next != more.end() && place_of(*next) < place_of(entry)) merged.push_back(std::move(*next++));
    merged.push_back(std::move(entry));
  }
  std::move(next, more.end(), std::back_inserter(merged));
  entries_ = std::move(merged);
  by_fingerprint_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) by_fingerprint_.emplace(entries_[i].fingerprint, i);
  return more.size();
}

std::vector<const Acceptance*> Baseline::stale(const Seen& seen) const {
  const std::set<std::string_view> found(seen.fingerprints.begin(), seen.fingerprints.end()), files(seen.files.begin(), seen.files.end());
  std::vector<const Acceptance*> out;
  for (const Acceptance& a : entries_)
    if (files.contains(a.file) && !found.contains(a.fingerprint)) out.push_back(&a);
  return out;
}

}  // namespace fengbiao
