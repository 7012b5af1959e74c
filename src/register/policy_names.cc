#include "register/policy_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "register/wording.h"
#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLongestIssuer = 90;  // bytes before 关于 that may name who issued it

constexpr bool opens(char32_t c) { return c == '(' || c == '[' || c == 0x3014 || c == 0x3010 || c == 0xFF3B || c == 0xFF08; }
constexpr bool closes(char32_t c) { return c == ')' || c == ']' || c == 0x3015 || c == 0x3011 || c == 0xFF3D || c == 0xFF09; }
// Title marks and quotes of all kinds.
constexpr bool is_mark(char32_t c) {
  return (c >= 0x3008 && c <= 0x300F) || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == '"' || c == '\'';
}

Result<std::vector<std::string>> bare_list(const PackNode& node) {
  FB_TRY(std::vector<std::string> out, node.texts());
  if (out.empty()) return node.complain("expected a list of words");
  for (std::string& word : out) word = bare_words(word);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  return out;
}

}  // namespace

Result<PolicyNames> PolicyNames::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("register/policies.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"bare", "prefixes", "about", "drafts"}));
  PolicyNames out;
  FB_TRY(out.bare_, bare_list(pack["bare"]));
  FB_TRY(out.prefixes_, bare_list(pack["prefixes"]));
  FB_TRY(out.about_, bare_list(pack["about"]));
  FB_TRY(out.drafts_, bare_list(pack["drafts"]));
  return out;
}

PolicyKey PolicyNames::key(std::string_view name) const {
  PolicyKey out;
  std::string inside;  // of the brackets being read
  int depth = 0;
  const auto is_draft = [&](std::string_view text) {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const std::string& word) { return text.ends_with(word); });
  };
  for (std::size_t i = 0; i < name.size();) {
    const Decoded d = decode(name, i);
    const std::string_view character = name.substr(i, d.size);
    i += d.size;
    if (opens(d.code)) {
      ++depth;
    } else if (closes(d.code)) {
      if (depth > 0 && --depth == 0) {
        out.draft |= is_draft(inside);
        std::string digits;
        for (const char c : inside) {
          if (c >= '0' && c <= '9') digits += c;
          else if (!digits.empty() && digits.back() != '-') digits += '-';
        }
        while (digits.ends_with('-')) digits.pop_back();
        if (!digits.empty()) out.parts += (out.parts.empty() ? "" : "+") + digits;
        inside.clear();
      }
    } else if (!is_mark(d.code)) {
      (depth > 0 ? inside : out.core) += bare_words(character);
    }
  }
  if (out.core.empty()) out.core = inside.empty() ? bare_words(name) : inside;
  for (const std::string& word : drafts_)
    if (out.core.size() > word.size() && out.core.ends_with(word)) {
      out.core.resize(out.core.size() - word.size());
      out.draft = true;
      break;
    }
  for (const std::string& prefix : prefixes_)
    if (out.core.size() > prefix.size() && out.core.starts_with(prefix)) {
      out.core.erase(0, prefix.size());
      break;
    }
  for (const std::string& about : about_)
    if (const std::size_t at = out.core.find(about); at != std::string::npos && at > 0 && at <= kLongestIssuer) {
      out.core.erase(0, at);
      break;
    }
  out.bare = std::find(bare_.begin(), bare_.end(), out.core) != bare_.end();
  return out;
}

}  // namespace fengbiao
