#include "collect/robots.h"

#include <algorithm>
#include <charconv>

namespace fengbiao {
namespace {

constexpr std::size_t kMostRules = 10'000, kLongestPattern = 2'048;
constexpr int kLongestDelay = 3'600;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool same_word(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
  return s;
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// One way to write a path: escapes of plain letters and digits undone, other escapes in capitals, what is not ASCII escaped.
std::string normal(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](unsigned char byte) {
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    const int high = path[i] == '%' && i + 2 < path.size() ? hex(path[i + 1]) : -1, low = high < 0 ? -1 : hex(path[i + 2]);
    if (low >= 0) {
      const char c = static_cast<char>(high * 16 + low);
      const bool plain = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
      if (plain) out += c;
      else escape(static_cast<unsigned char>(high * 16 + low));
      i += 2;
    } else if (byte >= 0x80) {
      escape(byte);
    } else {
      out += path[i];
    }
  }
  return out;
}

// Wildcards by going back to the last star: no more than pattern times path steps.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0, star = pattern.npos, from = 0;
  for (;;) {
    if (p == pattern.size() && (!to_end || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p, ++at;
    } else if (star != pattern.npos && from < path.size()) {
      p = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
}

}  // namespace

Robots Robots::allow_none() {
  Robots out;
  out.rules_.push_back({"/", false});
  return out;
}

Robots Robots::parse(std::string_view bytes) {
  bytes = bytes.substr(0, kRobotsLimit);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Robots ours, others;
  bool found_ours = false, for_us = false, for_all = false, in_rules = true;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    const std::string_view key = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    if (same_word(key, "user-agent")) {
      if (in_rules) for_us = for_all = in_rules = false;
      // "Fengbiao/1.0" names the product too.
      const std::string_view product = value.substr(0, value.find_first_of("/ "));
      for_us = for_us || same_word(product, kRobotName);
      for_all = for_all || value == "*";
      found_ours = found_ours || for_us;
      continue;
    }
    const bool allow = same_word(key, "allow");
    if (allow || same_word(key, "disallow")) {
      in_rules = true;
      if (value.empty() || value.size() > kLongestPattern) continue;
      for (Robots* group : {for_us ? &ours : nullptr, for_all ? &others : nullptr})
        if (group && group->rules_.size() < kMostRules) group->rules_.push_back({normal(value), allow});
    } else if (same_word(key, "crawl-delay")) {
      in_rules = true;
      int seconds = 0;
      std::from_chars(value.data(), value.data() + value.size(), seconds);
      for (Robots* group : {for_us ? &ours : nullptr, for_all ? &others : nullptr})
        if (group) group->delay_ = std::clamp(seconds, 0, kLongestDelay);
    }
  }
  return found_ours ? ours : others;
}

bool Robots::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const std::string asked = normal(path);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool better = !best || rule.pattern.size() > best->pattern.size() || (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (better && matches(rule.pattern, asked)) best = &rule;
  }
  return !best || best->allow;
}

}  // namespace fengbiao
