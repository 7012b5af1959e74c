#include "intake/layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/json.h"

namespace fengbiao {

namespace {

constexpr float kMost = 10'000;  // em; no page is larger

int hundredths(float value) { return static_cast<int>(std::lround(value * 100)); }

// Reads the JSON that layout_json writes and nothing else; the order of keys is free.
class Reader {
 public:
  explicit Reader(std::string_view json) : rest_(json) {}
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<std::string> word() {  // a string without escapes: media types and encodings
    if (!take('"')) return std::nullopt;
    const auto end = rest_.find('"');
    if (end == std::string_view::npos || rest_.substr(0, end).find('\\') != std::string_view::npos) return std::nullopt;
    std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return out;
  }
  std::optional<std::int64_t> number() {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc{}) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }
  template <class Item>
  bool list(Item&& item) {
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      if (!item()) return false;
    } while (take(','));
    return take(']');
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool read_line(Reader& in, std::vector<Line>& lines) {
  std::array<std::int64_t, 7> row{};
  std::size_t n = 0;
  const bool read = in.list([&] {
    const auto value = in.number();
    if (!value || n == row.size()) return false;
    row[n++] = *value;
    return true;
  });
  if (!read || row[0] < 1 || row[0] > static_cast<std::int64_t>(lines.size())) return false;
  if (row[1] < 0 || row[1] > static_cast<int>(LineRole::page_furniture) || row[2] < 0 || row[2] > 6) return false;
  if (std::any_of(row.begin() + 3, row.end(), [](std::int64_t v) { return std::abs(v) > kMost * 100; })) return false;
  Line& line = lines[static_cast<std::size_t>(row[0] - 1)];
  line.role = static_cast<LineRole>(row[1]);
  line.level = static_cast<std::uint8_t>(row[2]);
  line.indent = static_cast<float>(row[3]) / 100;
  line.gap = static_cast<float>(row[4]) / 100;
  line.size = static_cast<float>(row[5]) / 100;
  line.right = static_cast<float>(row[6]) / 100;
  return true;
}

bool read_starts(Reader& in, std::vector<Line>& lines) {
  std::uint32_t page = 0;
  std::size_t next = 0;  // first line not yet given a page
  const bool read = in.list([&] {
    const auto start = in.number();
    if (!start || *start < 1 || *start > static_cast<std::int64_t>(lines.size()) + 1 || static_cast<std::size_t>(*start) < next + 1)
      return false;
    for (; next < static_cast<std::size_t>(*start) - 1; ++next) lines[next].page = page;
    ++page;
    return true;
  });
  for (; next < lines.size(); ++next) lines[next].page = page;
  return read;
}

bool read_layout(Reader& in, Document& out) {
  if (!in.take('{')) return false;
  do {
    const auto key = in.word();
    if (!key || !in.take(':')) return false;
    if (*key == "type" || *key == "encoding") {
      const auto value = in.word();
      if (!value) return false;
      (*key == "type" ? out.media_type : out.encoding) = *value;
    } else if (*key == "pages") {
      const auto value = in.number();
      if (!value || *value < 0 || *value > 0xFFFF'FFFF) return false;
      out.pages = static_cast<std::uint32_t>(*value);
    } else if (*key == "layout") {
      if (in.number() != 1) return false;
      out.has_layout = true;
    } else if (*key == "starts") {
      if (!read_starts(in, out.lines)) return false;
    } else if (*key == "lines") {
      if (!in.list([&] { return read_line(in, out.lines); })) return false;
    } else {
      return false;
    }
  } while (in.take(','));
  return in.take('}') && in.at_end();
}

}  // namespace

float in_hundredths(double value) {
  if (!std::isfinite(value)) return 0;
  return static_cast<float>(std::lround(std::clamp<double>(value, -kMost, kMost) * 100)) / 100;
}

std::string layout_json(const Document& document) {
  JsonWriter w;
  w.open('{');
  w.field("type", document.media_type);
  w.field("encoding", document.encoding);
  if (document.pages > 0) w.field("pages", document.pages);
  if (document.has_layout) w.field("layout", 1);
  if (document.pages > 0) {
    w.key("starts");
    w.open('[');
    std::size_t i = 0;
    for (std::uint32_t page = 1; page <= document.pages; ++page) {
      while (i < document.lines.size() && document.lines[i].page < page) ++i;
      w.value(static_cast<std::uint64_t>(i + 1));
    }
    w.close(']');
  }
  bool any = false;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const Line& line = document.lines[i];
    const std::array<int, 7> row{static_cast<int>(i + 1), static_cast<int>(line.role), line.level,
                                 hundredths(line.indent), hundredths(line.gap),        hundredths(line.size),
                                 hundredths(line.right)};
    std::size_t n = row.size();
    while (n > 1 && row[n - 1] == 0) --n;
    if (n == 1) continue;
    if (!std::exchange(any, true)) {
      w.key("lines");
      w.open('[');
    }
    w.open('[');
    for (std::size_t k = 0; k < n; ++k) w.value(row[k]);
    w.close(']');
  }
  if (any) w.close(']');
  w.close('}');
  return w.take();
}

Result<void> apply_layout(Document& document, std::string_view json) {
  Document changed = document;
  changed.pages = 0;  // a form feed that is no page break, as in HTML, must not become one
  changed.has_layout = false;
  for (Line& line : changed.lines) line = Line{.span = line.span};
  Reader in(json);
  if (!read_layout(in, changed)) return fail(Cause::damaged, {document.file}, "the kept layout does not fit the kept text");
  document = std::move(changed);
  return {};
}

}  // namespace fengbiao
