// What a title in 《》 names: the document, its kind, whether it is a draft, and the short name declared behind it.
//
//   《甲市乙管理办法（试行）》（以下简称《办法》）    regulation, short name 办法
//   《甲部关于印发〈乙规划〉的通知》                the plan 乙规划
//   《乙报告》                                    no policy
#include <algorithm>

#include "base/utf8.h"
#include "policy/mention.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao::policy_room {
namespace {

constexpr char32_t kLeftSmallTitle = 0x3008, kRightSmallTitle = 0x3009;

bool is_title_mark(char32_t c) { return c == kLeftTitle || c == kRightTitle || c == kLeftSmallTitle || c == kRightSmallTitle; }
bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == kLeftQuote || c == kRightQuote || c == kLeftSingleQuote || c == kRightSingleQuote;
}

bool is_version(char c) { return (c >= '0' && c <= '9') || c == '.' || c == 'V' || c == 'v' || c == ' '; }

// A name without the bracketed parts at its end, and what they say.
struct Core {
  Span name;
  bool draft = false;
};
Core core_of(const Scene& scene, Span name) {
  Core out{trim(scene.folded(), name), false};
  for (;;) {
    const Span brackets = scene.brackets_to(out.name.end);
    if (!brackets.empty() && brackets.begin > out.name.begin && brackets.end == out.name.end) {
      out.draft |= scene.kinds().is_draft(scene.at({brackets.begin + 1, brackets.end - 1}));
      out.name.end = scene.left(brackets.begin);
      continue;
    }
    std::uint32_t version = out.name.end;  // 甲指南2.0
    while (version > out.name.begin && is_version(scene.folded()[version - 1])) --version;
    if (version < out.name.end && version > out.name.begin) {
      out.name.end = version;
      continue;
    }
    const std::size_t draft = scene.kinds().draft_tail(scene.at(out.name));
    if (draft == 0 || draft >= out.name.size()) break;
    out.draft = true;
    out.name.end -= static_cast<std::uint32_t>(draft);
  }
  while (!out.name.empty() && scene.folded()[out.name.end - 1] == '"') --out.name.end;
  return out;
}

// 关于印发〈乙〉的通知, 关于公开征求〈乙〉意见的公告: a notice that only brings the document.
enum class Brings { no, issues, consults };
Brings brings(const Scene& scene, Span name, Span inside) {
  const std::string_view before = scene.at({name.begin, inside.begin});
  std::string_view behind = scene.at({inside.end, name.end});
  if (!behind.empty() && behind.front() == '(') {
    const std::size_t closing = behind.find(')');
    if (closing != std::string_view::npos) behind.remove_prefix(closing + 1);
  }
  const PolicyWords& words = scene.words();
  const auto whole_ending = [&](std::string_view rest) { return !rest.empty() && scene.kinds().ending_of(rest).length == rest.size(); };
  if (words.tail(before, PolicyUse::issue) > 0) {
    const std::size_t of = words.head(behind, PolicyUse::of);
    return of > 0 && whole_ending(behind.substr(of)) ? Brings::issues : Brings::no;
  }
  if (words.tail(before, PolicyUse::consult_head) > 0) return Brings::consults;
  if (words.tail(before, PolicyUse::about) > 0 || words.tail(before, PolicyUse::topic) > 0)
    return words.head(behind, PolicyUse::consult) > 0 ? Brings::consults : Brings::no;
  return Brings::no;
}

// （以下简称《办法》）
Span brief_in(const Scene& scene, Span brackets) {
  const std::string_view text = scene.folded();
  std::uint32_t at = scene.right(brackets.begin + 1);
  const std::size_t word = scene.words().head(text.substr(at, brackets.end - 1 - at), PolicyUse::brief);
  if (word == 0) return {};
  at += static_cast<std::uint32_t>(word);
  while (at < brackets.end) {
    const Decoded d = decode(text, at);
    if (d.code != ':' && d.code != ' ' && !is_quote(d.code) && !is_title_mark(d.code)) break;
    at += static_cast<std::uint32_t>(d.size);
  }
  Span out{at, at};
  while (out.end < brackets.end - 1) {
    const Decoded d = decode(text, out.end);
    if (is_quote(d.code) || is_title_mark(d.code) || d.code == ',' || d.code == ')' || d.code == ';') break;
    out.end += static_cast<std::uint32_t>(d.size);
  }
  return trim(text, out);
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string out;
  int depth = 0;
  for (std::size_t i = 0; i < name.size();) {
    const Decoded d = decode(name, i);
    if (d.code == '(') ++depth;
    else if (d.code == ')') depth = std::max(0, depth - 1);
    else if (depth == 0 && !is_blank(d.code) && !is_title_mark(d.code) && !is_quote(d.code)) out.append(name.substr(i, d.size));
    i += d.size;
  }
  return out;
}

Span title_inside(std::string_view text, Span name) {
  for (std::uint32_t i = name.begin; i < name.end;) {
    const Decoded d = decode(text, i);
    if (d.code == kLeftTitle || d.code == kLeftSmallTitle) {
      const char32_t closing = d.code == kLeftTitle ? kRightTitle : kRightSmallTitle;
      for (std::uint32_t k = i + kTitleMark; k < name.end;) {
        const Decoded e = decode(text, k);
        if (e.code == closing) return {i, k + kTitleMark};
        k += static_cast<std::uint32_t>(e.size);
      }
      return {};
    }
    i += static_cast<std::uint32_t>(d.size);
  }
  return {};
}

void read_brackets(const Scene& scene, Span brackets, Mention& out) {
  if (const Span brief = brief_in(scene, brackets); !brief.empty()) {
    out.brief = brief;
    return;
  }
  const std::string_view inside = scene.at({brackets.begin + 1, brackets.end - 1});
  if (scene.words().tail(inside, PolicyUse::number) > 0) {
    out.number = trim(scene.folded(), {brackets.begin + 1, brackets.end - 1});
    return;
  }
  if (!scene.kinds().is_part(inside)) return;
  out.draft |= scene.kinds().is_draft(inside);
  if (brackets.begin == scene.right(out.title.end)) out.tail = brackets;
}

void read_title(const Scene& scene, Span title, Mention& out) {
  out.title = title;
  out.marked = true;
  out.headline = scene.in_title(title.begin);
  out.name = trim(scene.folded(), {title.begin + kTitleMark, title.end - kTitleMark});
  if (const Span inside = title_inside(scene.folded(), out.name); !inside.empty()) {
    const Brings how = brings(scene, out.name, inside);
    if (how != Brings::no) {
      out.outer = out.name;
      out.name = {inside.begin + kTitleMark, inside.end - kTitleMark};
      out.draft = how == Brings::consults;
    }
  }
  const Core core = core_of(scene, out.name);
  out.draft |= core.draft;
  const std::string_view words = scene.at(core.name);
  const DocumentKinds::Ending ending = scene.kinds().ending_of(words);
  out.kind = ending.kind;
  out.key = name_key(words);
  out.reference = !words.empty() &&
                  (ending.length == words.size() || scene.words().head(words, PolicyUse::document) == words.size() || core.name.empty());

  // What stands behind the marks: parts of the name, a short name, 国家标准.
  std::uint32_t at = title.end;
  for (int step = 0; step < 4; ++step) {
    const Span brackets = scene.brackets_from(at);
    if (!brackets.empty()) {
      read_brackets(scene, brackets, out);
      at = brackets.end;
      continue;
    }
    if (const std::size_t draft = scene.kinds().draft_head(scene.folded().substr(scene.right(at))); draft > 0) {
      out.draft = true;
      break;
    }
    const WordHit* hit = scene.hits().beginning_at(at);
    if (!hit || !hit->is(PolicyUse::named_kind)) break;
    out.standard = true;
    if (ending.length == 0 || ending.kind || ending.may_be_standard)
      out.kind = policy_kind_named(scene.words().attribute(*hit, "value")).value_or(PolicyKind::standard);
    at = hit->span.end;
  }
  if (ending.length == 0 || ending.kind || ending.may_be_standard)
    if (const WordHit* before = scene.hits().ending_at(title.begin); before && before->is(PolicyUse::named_kind))
      out.kind = PolicyKind::standard;
  if (!out.kind && !out.reference)
    out.no_policy = ending.length > 0 && !ending.may_be_standard ? "what is so called is no policy" : kUnknownEnding;
}

}  // namespace fengbiao::policy_room
