#include "intake/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {

namespace {

constexpr float kMargin = 0.15f;       // of the page's height
constexpr std::size_t kDeep = 3;       // rows from the edge that are looked at
constexpr float kApart = 1.25f;        // pitches between it and the text
constexpr float kSameHeight = 4;       // points
constexpr float kShareOfPages = 0.4f;  // left and right pages may have heads of their own
constexpr float kEnoughPages = 50;     // of a long book
constexpr std::size_t kMostCompared = 5'000;

// The words without blanks and digits: equal for "page 3" and "page 4".
std::string without_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.size;
    if (is_blank(d.code) || (d.code >= '0' && d.code <= '9') || (d.code >= 0xFF10 && d.code <= 0xFF19)) continue;
    append_utf8(out, d.code);
  }
  return out;
}

// "7", "- 7 -", "3/12": digits and marks, no letters.
bool is_number_alone(std::string_view text) {
  std::size_t digits = 0, marks = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.size;
    if ((d.code >= '0' && d.code <= '9') || (d.code >= 0xFF10 && d.code <= 0xFF19)) ++digits;
    else if (d.code == '-' || d.code == '/' || d.code == '.' || d.code == '|' || d.code == 0xB7 || (d.code >= 0x2010 && d.code <= 0x2015) ||
             d.code == 0x2022)
      ++marks;
    else if (!is_blank(d.code)) return false;
  }
  return digits >= 1 && digits <= 8 && marks <= 4;
}

struct Candidate {
  std::size_t page = 0;
  PrintedLine* line = nullptr;
  bool bottom = false;
  bool outermost = false;
  std::string words;
};

// The outer rows of a page, from the edge inwards, as long as white space parts them from the text.
void add_candidates(LaidPage& page, std::size_t number, bool bottom, float pitch, std::vector<Candidate>& out) {
  std::vector<PrintedLine*> rows;
  for (PrintedLine& line : page.lines) rows.push_back(&line);
  std::ranges::stable_sort(rows, {}, [&](const PrintedLine* line) { return bottom ? -line->box.bottom : line->box.top; });
  const float edge = page.height * kMargin;
  std::size_t apart = 0;  // how many rows are outside the last white space
  for (std::size_t i = 0; i < std::min(kDeep, rows.size()); ++i) {
    const Box& box = rows[i]->box;
    if (bottom ? box.middle() < page.height - edge : box.middle() > edge) break;
    if (i + 1 == rows.size() || std::abs(rows[i + 1]->box.middle() - box.middle()) >= kApart * pitch) apart = i + 1;
  }
  for (std::size_t i = 0; i < apart; ++i) out.push_back({number, rows[i], bottom, i == 0, without_digits(rows[i]->text)});
}

}  // namespace

void mark_furniture(std::vector<LaidPage>& pages, float pitch) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    add_candidates(pages[i], i, false, pitch, candidates);
    add_candidates(pages[i], i, true, pitch, candidates);
  }
  std::map<std::tuple<bool, std::string>, std::vector<const Candidate*>> alike;
  for (const Candidate& c : candidates) alike[{c.bottom, c.words}].push_back(&c);
  const auto enough = static_cast<std::size_t>(std::clamp(std::ceil(static_cast<float>(pages.size()) * kShareOfPages), 2.0f, kEnoughPages));
  for (const Candidate& c : candidates) {
    const bool number = is_number_alone(c.line->text);
    if (number && c.bottom && c.outermost) c.line->furniture = true;
    if (pages.size() == 1) continue;
    // The same words at the same height in the same size; of a very long book a part is enough.
    std::set<std::size_t> on;
    std::size_t compared = 0;
    for (const Candidate* other : alike[{c.bottom, c.words}]) {
      const float distance = c.bottom ? other->line->box.bottom - c.line->box.bottom : other->line->box.top - c.line->box.top;
      if (std::abs(distance) <= kSameHeight && std::abs(other->line->em - c.line->em) <= 0.1f * c.line->em) on.insert(other->page);
      if (on.size() >= enough || ++compared > kMostCompared) break;
    }
    if (on.size() >= enough || (number && on.size() >= 2)) c.line->furniture = true;
  }
}

}  // namespace fengbiao
