#include "cli/check_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/printable.h"
#include "base/utf8.h"
#include "cli/screen.h"

namespace fengbiao {
namespace {

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kNarrowest = 40;
constexpr std::string_view kEllipsis = "\u2026";

std::string count(std::size_t n, std::string_view one, std::string_view many) {
  std::string digits = fmt::format("{}", n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return fmt::format("{} {}", digits, n == 1 ? one : many);
}

// As much text before `end` as fits into `width` columns, and as much from `begin` on.
std::size_t back(std::string_view text, std::size_t end, std::size_t width) {
  std::size_t used = 0;
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    used += display_width(text.substr(at, end - at));
    if (used > width) break;
    end = at;
  }
  return end;
}
std::size_t forth(std::string_view text, std::size_t begin, std::size_t width) {
  std::size_t used = 0;
  while (begin < text.size()) {
    const Decoded c = decode(text, begin);
    used += display_width(text.substr(begin, c.size));
    if (used > width) break;
    begin += c.size;
  }
  return begin;
}

// The line and the caret below it. A blank that no terminal shows is shown as one.
std::string excerpt(std::string_view line, std::size_t from, std::size_t to, std::size_t width, std::string_view gutter) {
  from = std::min(from, line.size());
  to = std::clamp(to, from, line.size());
  const std::size_t room = std::max(width, kNarrowest) - gutter.size() - 2 * kEllipsis.size();
  const std::size_t mark = std::min(display_width(line.substr(from, std::min<std::size_t>(to - from, 4 * room))), room);
  // Half of the room stands behind the words, less where the line ends before.
  const std::size_t behind = display_width(line.substr(to, forth(line, to, (room - mark) / 2) - to));
  const std::size_t begin = back(line, from, room - mark - behind);
  const std::size_t end = forth(line, begin, room);
  to = std::min(to, end);
  const auto plain = [](std::string_view text) {
    std::string out = printable(text);
    std::ranges::replace(out, '\t', ' ');
    return out;
  };
  const std::string before = plain(line.substr(begin, from - begin)), marked = plain(line.substr(from, to - from));
  std::string out = fmt::format("{}{}{}{}{}\n", begin > 0 ? kEllipsis : "", before, marked, plain(line.substr(to, end - to)),
                                end < line.size() ? kEllipsis : "");
  const std::size_t blank = display_width(before) + (begin > 0 ? 1 : 0), wide = std::max<std::size_t>(1, display_width(marked));
  return out + fmt::format("{}{}^{}\n", gutter, std::string(blank, ' '), std::string(wide - 1, '~'));
}

}  // namespace

std::string marked_line(const LineIndex& lines, Span span, std::size_t width) {
  const LinePlace at = lines.place(span.begin);
  const std::string number = fmt::format("{:>5} | ", at.line), gutter = fmt::format("{} | ", std::string(number.size() - 3, ' '));
  const std::size_t from = span.begin - lines.begin(at.line);
  return number + excerpt(lines.line(at.line), from, from + span.size(), width == 0 ? kUsualWidth : width, gutter);
}

namespace {

std::string place_in_words(const CheckedPlace& at) {
  std::string out = fmt::format("{}:{}", at.origin.file, at.line_start);
  if (!at.origin.title.empty()) out += fmt::format(" ({})", at.origin.title);
  return out;
}

}  // namespace

std::string finding_text(const Finding& f, const std::string& shown, const LineIndex& lines, std::size_t width) {
  const LinePlace at = lines.place(f.at.span.begin);
  const std::string head = fmt::format("{} = ", std::string(fmt::format("{:>5}", at.line).size(), ' '));
  std::string out = fmt::format("{}:{}:{}: {}: {} [{}]\n", shown, at.line, at.column, name_of(f.severity), f.explain.en, f.rule);
  out += marked_line(lines, f.at.span, width);
  if (!f.relation.empty()) out += head + f.relation + "\n";
  if (!f.suggestion.empty()) out += fmt::format("{}print instead: {}\n", head, f.suggestion);
  if (!f.question.en.empty()) out += head + f.question.en + "\n";
  if (f.other) out += fmt::format("{}other side: {}: {}\n", head, place_in_words(*f.other), f.other->quote);
  return out;
}

std::string relation_text(const Relation& r, const std::string& shown, const LineIndex& lines, const RuleBook& rules) {
  const LinePlace at = lines.place(r.at.span.begin);
  std::string out = fmt::format("{}:{}:{}: {}: {} [{}]\n", shown, at.line, at.column, name_of(r.verdict), r.relation, r.rule);
  if (const Wording* why = rules.reason(r.reason)) out += fmt::format("        = {}\n", why->en);
  return out;
}

std::size_t CheckTotals::findings() const {
  std::size_t n = 0;
  for (const auto& [kind, of] : kinds) n += of;
  return n;
}

std::string totals_text(const CheckTotals& t) {
  std::string out;
  if (t.findings() == 0) {
    out += "no findings";
  } else {
    out += count(t.findings(), "finding", "findings");
    std::string_view between = " (";
    for (const auto& [severity, n] : t.severities) {
      out += fmt::format("{}{}", between, count(n, name_of(severity), std::string(name_of(severity)) + "s"));
      between = ", ";
    }
    out += "): ";
    between = "";
    for (const auto& [kind, n] : t.kinds) {
      out += fmt::format("{}{} {}", between, name_of(kind), n);
      between = ", ";
    }
  }
  if (t.accepted > 0) out += fmt::format("; {} accepted by the baseline", t.accepted);
  const CheckCoverage& c = t.coverage;
  out += fmt::format("\nlooked at {}, {}, {}", count(t.inputs, "text", "texts"), count(c.articles, "article", "articles"),
                     count(c.characters, "character", "characters"));
  out += fmt::format("; {} seen", count(c.relations, "relation", "relations"));
  if (c.relations > 0)
    out += fmt::format(", {} checked: {}, {}; {} undecided", c.holds + c.contradicts, count(c.holds, "holds", "hold"),
                       count(c.contradicts, "contradicts", "contradict"), c.cannot_tell);
  return out + "\n";
}

}  // namespace fengbiao
