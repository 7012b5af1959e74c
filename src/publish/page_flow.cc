#include "publish/page_flow.h"

namespace fengbiao {

std::vector<SetPage> fill_pages(const std::vector<FlowLine>& lines, float depth) {
  std::vector<SetPage> pages;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    float used = 0;
    for (; end < lines.size(); ++end) {
      if (end > begin && lines[end].new_page) break;
      const float more = lines[end].height + (end > begin ? lines[end].before : 0);
      if (used + more > depth + 0.01f && end > begin) break;
      used += more;
    }
    // Back to a line that may begin the next page; where none may, the page is cut where it is full.
    std::size_t next = end;
    while (next < lines.size() && next > begin && !lines[next].may_begin && !lines[next].new_page) --next;
    if (next == begin) next = end;
    SetPage page;
    float y = 0;
    for (std::size_t i = begin; i < next; ++i) {
      if (i > begin) y += lines[i].before;
      page.push_back({i, y});
      y += lines[i].height;
    }
    pages.push_back(std::move(page));
    begin = next;
  }
  return pages;
}

}  // namespace fengbiao
