#include "publish/marked_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "publish/template.h"

namespace fengbiao {
namespace {

bool latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// What is open at a place of the text, and what has been opened before.
class Writing {
 public:
  explicit Writing(const std::vector<TextMark>& marks) : marks_(marks), begun_(marks.size(), false) {}

  void words(std::string_view text, const std::vector<std::size_t>& open) {
    if (text.empty()) return;
    if (open.empty()) {
      out += escape_html(text);
      return;
    }
    std::string classes, ids;
    std::size_t shut = 0;
    for (const std::size_t i : open) {
      const TextMark& mark = marks_[i];
      classes += mark.other ? std::string(" o") : fmt::format(" w w{} {}", mark.number, mark.classes);
      if (begun_[i]) continue;
      begun_[i] = true;
      // The first words of each mark have its address; a second one that begins here gets a span around.
      ids += fmt::format("<span id=\"{}{}\">", mark.other ? 'o' : 'w', mark.number);
      ++shut;
    }
    out += fmt::format("{}<span class=\"{}\">{}</span>", ids, classes.substr(1), escape_html(text));
    for (; shut > 0; --shut) out += "</span>";
  }
  void number(const TextMark& mark) {
    if (!mark.other) out += fmt::format("<a class=\"ref {}\" href=\"#n{}\">{}</a>", mark.classes, mark.number, mark.number);
  }

  std::string out;

 private:
  const std::vector<TextMark>& marks_;
  std::vector<bool> begun_;
};

}  // namespace

std::string marked_html(std::string_view kept, const std::vector<Span>& pieces, const std::vector<TextMark>& marks) {
  Writing writing(marks);
  std::vector<std::size_t> open;
  std::size_t next = 0;
  char last = 0;
  for (const Span piece : pieces) {
    const std::string_view words = slice(kept, piece);
    if (words.empty()) continue;
    if (latin(last) && latin(words.front())) writing.words(" ", open);
    last = words.back();
    std::uint32_t at = piece.begin;
    while (at < piece.end) {
      for (; next < marks.size() && marks[next].span.begin <= at; ++next)
        if (marks[next].span.end > at) open.push_back(next);
      std::uint32_t to = piece.end;
      if (next < marks.size()) to = std::min(to, std::max(marks[next].span.begin, at + 1));
      for (const std::size_t i : open) to = std::min(to, marks[i].span.end);
      writing.words(kept.substr(at, to - at), open);
      at = to;
      std::erase_if(open, [&](std::size_t i) {
        if (marks[i].span.end > at) return false;
        writing.number(marks[i]);
        return true;
      });
    }
  }
  for (const std::size_t i : open) writing.number(marks[i]);  // it ends in another part
  return std::move(writing.out);
}

}  // namespace fengbiao
