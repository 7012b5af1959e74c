#include "cli/screen.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "base/json.h"
#include "base/printable.h"
#include "base/utf8.h"

namespace fengbiao {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::size_t kNarrowest = 8;  // columns that a cut cell keeps
constexpr auto kProgressEvery = std::chrono::milliseconds(100);
constexpr std::string_view kEllipsis = "\u2026";

std::size_t width_of(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// The writer of JSON escapes what JSON demands; DEL and the C1 controls (U+0080 to U+009F) are left.
std::string json_for_terminal(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size();) {
    const Decoded d = decode(json, i);
    if (d.code >= 0x7F && d.code <= 0x9F) out += fmt::format("\\u{:04x}", static_cast<unsigned>(d.code));
    else out += json.substr(i, d.size);
    i += d.size;
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    width += width_of(d.code);
    i += d.size;
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t used = 0, end = 0;
  while (end < text.size()) {
    const Decoded d = decode(text, end);
    if (used + width_of(d.code) + 1 > width) break;
    used += width_of(d.code);
    end += d.size;
  }
  return width == 0 ? std::string() : std::string(text.substr(0, end)) + std::string(kEllipsis);
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t have = display_width(text);
  return std::string(text) + std::string(width > have ? width - have : 0, ' ');
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  cells.reserve(rows.size() + 1);
  auto& head = cells.emplace_back();
  for (const Column& column : columns) {
    head.push_back(column.name);
    widths.push_back(display_width(column.name));
  }
  for (const auto& row : rows) {
    auto& line = cells.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c) {
      line.push_back(printable(row[c]));
      widths[c] = std::max(widths[c], display_width(line.back()));
    }
  }
  std::size_t all = 2 * (columns.size() - 1);
  for (const std::size_t w : widths) all += w;
  for (; width > 0 && all > width; --all) {  // the widest gives way, column by column of the screen
    std::size_t* widest = nullptr;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].may_be_cut && widths[c] > kNarrowest && (!widest || widths[c] > *widest)) widest = &widths[c];
    }
    if (!widest) break;
    --*widest;
  }
  std::string out;
  for (const auto& line : cells) {
    std::string text;
    for (std::size_t c = 0; c < line.size(); ++c) {
      const std::string cell = fit(line[c], widths[c]);
      if (c > 0) text += "  ";
      text += columns[c].right ? std::string(widths[c] - display_width(cell), ' ') + cell : pad(cell, widths[c]);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

Screen::Screen(int out, int err) : out_(out), err_(err), out_is_terminal_(isatty(out) == 1), err_is_terminal_(isatty(err) == 1) {}

void Screen::write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EINTR) {
      continue;
    } else {
      if (fd == out_) {
        if (errno == EPIPE) closed_ = true;
        else if (!failed_) {
          failed_ = true;
          complain({errno == ENOSPC ? Cause::disk_full : Cause::not_writable,
                    {"standard output", 0, 0},
                    fmt::format("cannot be written: {}", std::strerror(errno)),
                    ""});
        }
      }
      return;
    }
  }
}

void Screen::print(std::string_view text) {
  if (closed_ || failed_) return;
  gathered_ += text;
  if (gathered_.size() >= kBlock || (out_is_terminal_ && gathered_.ends_with('\n'))) flush();
}

void Screen::print_text(std::string_view text, Kind kind) {
  if (!out_is_terminal_) return print(text);
  print(kind == Kind::json ? json_for_terminal(text) : printable(text, true));
}

void Screen::flush() {
  if (!gathered_.empty() && out_is_terminal_) clear_progress();
  const std::string text = std::move(gathered_);
  gathered_.clear();
  if (!closed_ && !failed_) write_all(out_, text);
}

void Screen::say(std::string_view message) {
  clear_progress();
  write_all(err_, printable(message) + "\n");
}

void Screen::complain(const Error& error) {
  clear_progress();
  write_all(err_, (json ? error_json(error) : error.message()) + "\n");
}

void Screen::progress(std::string_view line) {
  const auto now = std::chrono::steady_clock::now();
  if (!err_is_terminal_ || (line_shown_ && now - shown_at_ < kProgressEvery)) return;
  shown_at_ = now;
  winsize size{};
  const std::size_t columns = ioctl(err_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  write_all(err_, "\r" + fit(printable(line), columns - 1) + "\x1b[K");
  line_shown_ = true;
}

void Screen::clear_progress() {
  if (!line_shown_) return;
  line_shown_ = false;
  write_all(err_, "\r\x1b[K");
}

std::size_t Screen::width() const {
  winsize size{};
  return out_is_terminal_ && ioctl(out_, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string error_json(const Error& error) {
  JsonWriter writer;
  writer.open('{');
  writer.key("error");
  writer.open('{');
  writer.field("cause", name_of(error.cause));
  writer.key("file");
  if (error.place.file.empty()) writer.null();
  else writer.value(error.place.file);
  writer.key("line");
  if (error.place.line == 0) writer.null();
  else writer.value(static_cast<std::uint64_t>(error.place.line));
  writer.field("what", error.what);
  writer.field("advice", error.advice);
  writer.close('}');
  writer.close('}');
  return writer.take();
}

}  // namespace fengbiao
