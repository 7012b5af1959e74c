#include "serve/target.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace fengbiao {
namespace {

std::unexpected<Problem> refuse(std::string detail) { return std::unexpected(Problem{400, "bad-request", std::move(detail)}); }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing where an escape is broken.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1, low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

bool has_controls(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

// Text that may come in: UTF-8 without control characters.
std::expected<std::string, Problem> incoming(std::string_view text, bool plus_is_blank, std::string_view what) {
  auto out = decoded(text, plus_is_blank);
  if (!out) return refuse(std::string(what) + ": expected two hexadecimal digits behind every %");
  if (first_malformed(*out)) return refuse(std::string(what) + ": expected UTF-8");
  if (has_controls(*out)) return refuse(std::string(what) + ": expected no control characters");
  return *std::move(out);
}

}  // namespace

std::string url_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) out += c;
    else {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

std::string Target::canonical() const {
  std::string out;
  for (const std::string& segment : segments) out += '/' + url_encoded(segment);
  if (segments.empty()) out = "/";
  char before = '?';
  for (const auto& [name, value] : parameters) {
    out += before;
    out += url_encoded(name) + '=' + url_encoded(value);
    before = '&';
  }
  return out;
}

std::expected<Target, Problem> parse_target(std::string_view target) {
  if (target.size() > kLongestTarget) return std::unexpected(Problem{414, "target-too-long", "expected at most 8192 bytes of address"});
  if (!target.starts_with('/')) return refuse("expected an address that begins with /");
  Target out;
  const std::size_t mark = target.find('?');
  const std::string_view path = target.substr(0, mark);
  std::string_view query = mark == target.npos ? std::string_view() : target.substr(mark + 1);
  if (path.find('#') != path.npos || query.find('#') != query.npos) return refuse("expected no # in an address");
  out.path = path;
  for (std::size_t at = 1; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    auto segment = incoming(path.substr(at, end - at), false, "the path");
    if (!segment) return std::unexpected(segment.error());
    if (segment->empty() || *segment == "." || *segment == "..") return refuse("the path: expected no empty and no dotted part");
    out.segments.push_back(*std::move(segment));
    if (end + 1 == path.size()) return std::unexpected(Problem{404, "not-found", "there is nothing at an address that ends with /"});
    at = end + 1;
  }
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equal = std::min(pair.find('='), pair.size());
    auto name = incoming(pair.substr(0, equal), true, "the name of a parameter");
    if (!name) return std::unexpected(name.error());
    auto value = incoming(equal == pair.size() ? std::string_view() : pair.substr(equal + 1), true, *name);
    if (!value) return std::unexpected(value.error());
    if (name->empty()) return refuse("expected a name before = in the parameters");
    if (!out.parameters.emplace(*name, *std::move(value)).second) {
      Problem problem{400, "invalid-parameter", "'" + *name + "' is given twice"};
      problem.parameter = *name;
      problem.expected = "one value";
      return std::unexpected(std::move(problem));
    }
  }
  return out;
}

}  // namespace fengbiao
