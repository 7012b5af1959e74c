#include "search/query_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/nearest.h"
#include "rules/pack.h"
#include "search/search_text.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, kQueryFields> kFieldNames{"any",  "title", "section", "source",    "body",
                                                                 "area", "date",  "issue",   "indicator", "value"};

}  // namespace

std::string_view name_of(QueryField field) { return kFieldNames[static_cast<std::size_t>(field)]; }

Result<QueryWords> QueryWords::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("search/query.yaml"));
  FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
  FB_CHECK(root.only_keys({"fields", "operators", "open", "ask", "idle"}));
  QueryWords out;
  out.shown_.resize(kQueryFields);
  FB_TRY(const auto fields, root["fields"].items());
  for (const PackNode& node : fields) {
    FB_CHECK(node.only_keys({"id", "names"}));
    FB_TRY(const std::string id, node["id"].text());
    const auto at = std::find(kFieldNames.begin() + 1, kFieldNames.end(), id);
    if (at == kFieldNames.end()) return node.complain(fmt::format("no field `{}`", id), "the fields are fixed; their names are not");
    const auto number = static_cast<std::size_t>(at - kFieldNames.begin());
    FB_TRY(const auto names, node["names"].texts());
    for (const std::string& name : names) {
      if (!out.fields_.emplace(search_text(name), static_cast<QueryField>(number)).second)
        return node.complain(fmt::format("`{}` names a field already", name));
      if (out.shown_[number].empty()) out.shown_[number] = name;
    }
  }
  for (std::size_t i = 1; i < kQueryFields; ++i)
    if (out.shown_[i].empty()) return root["fields"].complain(fmt::format("no name for the field `{}`", kFieldNames[i]));
  const PackNode operators = root["operators"];
  FB_CHECK(operators.only_keys({"or", "and", "not", "to"}));
  for (const auto& [key, joiner] :
       {std::pair{"or", QueryJoiner::either}, {"and", QueryJoiner::both}, {"not", QueryJoiner::without}, {"to", QueryJoiner::to}}) {
    FB_TRY(const auto words, operators[key].texts());
    if (words.empty()) return operators.complain(fmt::format("no word for `{}`", key));
    for (const std::string& word : words)
      // Latin operators are in capitals alone: `or` is a word.
      if (!out.joiners_.emplace(word, joiner).second) return operators[key].complain(fmt::format("`{}` joins in two ways", word));
    out.joins_.push_back(words.front());
  }
  FB_TRY(out.open_, root["open"].texts());
  FB_TRY(const auto ask, root["ask"].texts());
  for (const std::string& word : ask) out.ask_.push_back(folded(word));
  FB_TRY(out.idle_, root["idle"].texts());
  std::ranges::sort(out.idle_);
  std::ranges::stable_sort(out.ask_, std::greater<>(), &std::string::size);
  return out;
}

std::optional<QueryField> QueryWords::field(std::string_view name) const {
  const auto at = fields_.find(search_text(name));
  return at == fields_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<QueryJoiner> QueryWords::joiner(std::string_view word) const {
  const auto at = joiners_.find(word);
  return at == joiners_.end() ? std::nullopt : std::optional(at->second);
}

bool QueryWords::is_open(std::string_view word) const { return word.empty() || std::ranges::find(open_, word) != open_.end(); }

bool QueryWords::idle(std::string_view form) const { return std::ranges::binary_search(idle_, form); }

std::string_view QueryWords::asked(std::string_view words) const {
  for (bool more = true; more;) {
    more = false;
    for (const std::string& word : ask_) {
      if (!words.empty() && words.starts_with(word)) words.remove_prefix(word.size()), more = true;
      if (!words.empty() && words.ends_with(word)) words.remove_suffix(word.size()), more = true;
    }
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
  }
  return words;
}

std::string QueryWords::near_field(std::string_view name) const {
  std::vector<std::string_view> known;
  for (const auto& [field, id] : fields_) known.push_back(field);
  return std::string(nearest(search_text(name), known));
}

}  // namespace fengbiao
