// Failure is a value with a cause and a place. Every function below the cli room that can fail for reasons outside the
// program returns Result<T>; none of them prints, exits or throws. A flaw in a bulletin is data, not an Error.
//
//   Result<std::string> text = disk.read(path, limit);
//   if (!text) return std::unexpected(text.error());
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace fengbiao {

enum class Cause {
  invalid_argument,  // the call itself makes no sense: an unknown kind, a bad date in a filter
  not_found,         // a file, an issue, an article that is not there
  unreadable,        // the system will not let us read it
  empty,             // nothing but blanks in it
  not_text,          // binary bytes, or bytes of no known encoding
  malformed,         // a format we read, but broken: a truncated PDF, a ZIP without its directory
  locked,            // needs a password
  no_text_layer,     // a PDF of page images only
  not_a_bulletin,    // readable, but no bulletin and no Chinese text of any kind
  too_large,         // over a stated limit
  timed_out,         // a helper process took longer than its limit
  tool_missing,      // a helper program is not installed
  disk_full,         // no room left while writing
  not_writable,      // the archive or folder may only be read
  busy,              // another process holds the archive
  not_an_archive,    // a file, but none of ours
  newer_format,      // an archive written by a later program
  damaged,           // an archive that fails its own checks
  conflict,          // the name is taken or several things match
};

// Short stable word for a cause, as given in JSON: "not_found".
std::string_view name_of(Cause cause);

// Where it happened. `line` and `column` are 1-based; 0 where there is none.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

struct [[nodiscard]] Error {
  Cause cause = Cause::invalid_argument;
  Place place;
  std::string what;    // what is wrong, without the place: "not a PDF: the header is missing"
  std::string advice;  // what to do, may be empty: "save it again from the program that made it"

  // `file:line:column: what (advice)`, the parts that exist; control characters replaced.
  [[nodiscard]] std::string message() const;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Cause cause, Place place, std::string what, std::string advice = {}) {
  return std::unexpected(Error{cause, std::move(place), std::move(what), std::move(advice)});
}

}  // namespace fengbiao

// Passes a failure on: `FB_TRY(auto text, disk.read(path))` declares `text` or returns the error.
#define FB_CONCAT_(a, b) a##b
#define FB_CONCAT(a, b) FB_CONCAT_(a, b)
#define FB_TRY_(tmp, decl, ...)                             \
  auto tmp = (__VA_ARGS__);                                 \
  if (!tmp) return std::unexpected(std::move(tmp.error())); \
  decl = std::move(*tmp)
#define FB_TRY(decl, ...) FB_TRY_(FB_CONCAT(fb_try_, __LINE__), decl, __VA_ARGS__)
#define FB_CHECK(...)                                                                                  \
  do {                                                                                                 \
    if (auto fb_check = (__VA_ARGS__); !fb_check) return std::unexpected(std::move(fb_check.error())); \
  } while (false)
