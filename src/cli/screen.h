// Where results and messages go. Results are gathered and written to standard output; a reader that has gone away (a closed
// pipe) ends the program quietly. Messages go to standard error. Nothing reaches a terminal without passing printable():
// the name of a hostile file cannot move the cursor. Tables know that a Chinese character takes two columns.
// Tested by screen_test.cc.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

// Columns on a terminal: 2 for wide and full-width characters, 0 for combining marks, 1 otherwise (ICU's tables).
std::size_t display_width(std::string_view text);
// As many whole characters as fit in `width` columns, the last one an ellipsis when something was cut.
std::string fit(std::string_view text, std::size_t width);
std::string pad(std::string_view text, std::size_t width);

// Columns of a listing. Numbers are set to the right; the last column that may be cut is, when a terminal is too narrow.
struct Column {
  std::string name;
  bool right = false;
  bool may_be_cut = false;
};
// `width` 0: as wide as needed. Cells pass printable().
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width);

class Screen {
 public:
  Screen(int out, int err);
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  bool json = false;  // errors as one JSON object a line

  // Results. `text` must be safe already: made by table(), a JSON writer, or passed through printable().
  void print(std::string_view text);
  // Results with bytes of a document in them: as they are into a file or pipe, harmless on a terminal. In JSON the control
  // characters become escapes, so that it stays JSON.
  enum class Kind { text, json };
  void print_text(std::string_view text, Kind kind = Kind::text);
  // One line of a message or an error, on standard error.
  void say(std::string_view message);
  void complain(const Error& error);
  // The moving line of a long task, only where standard error is a terminal, and no oftener than eyes can follow.
  void progress(std::string_view line);
  void clear_progress();

  // Writes what is gathered. Once the reader has gone away, nothing more is written.
  void flush();
  [[nodiscard]] bool closed() const { return closed_; }  // the reader has gone away
  [[nodiscard]] bool failed() const { return failed_; }  // another trouble while writing, already said
  [[nodiscard]] bool progress_shown() const { return err_is_terminal_; }
  // Columns of the terminal at standard output, 0 when it is none.
  [[nodiscard]] std::size_t width() const;

 private:
  void write_all(int fd, std::string_view bytes);
  int out_, err_;
  bool out_is_terminal_, err_is_terminal_;
  bool closed_ = false, failed_ = false, line_shown_ = false;
  std::chrono::steady_clock::time_point shown_at_;  // when the moving line last moved
  std::string gathered_;
};

// An error as the one object that --json promises: {"error":{"cause","file","line","what","advice"}}.
std::string error_json(const Error& error);

}  // namespace fengbiao
