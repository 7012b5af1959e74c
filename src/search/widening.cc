#include "search/widening.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "entity/table.h"
#include "rules/pack.h"
#include "search/search_text.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 6> kLists{"lexicon/bodies",    "lexicon/companies", "lexicon/platforms",
                                                 "lexicon/campaigns", "lexicon/media",     "lexicon/people"};
constexpr std::size_t kShortest = 2;  // characters of a form that is looked for

double weight_of(Widening::Sort sort) { return sort == Widening::Sort::alias || sort == Widening::Sort::area ? 0.9 : 0.7; }
std::string_view why_of(Widening::Sort sort) {
  constexpr std::array<std::string_view, 4> kWhys{"alias", "synonym", "indicator", "area"};
  return kWhys[static_cast<std::size_t>(sort)];
}

// `?` and `!` before a listed name say that it is a common word, or easily made by others: it is understood, not looked for.
Widening::Name listed(std::string_view cell) {
  const bool doubtful = cell.starts_with('?') || cell.starts_with('!');
  return {std::string(doubtful ? cell.substr(1) : cell), !doubtful};
}

}  // namespace

Result<Widening> Widening::load(const DataSet& data) {
  Widening out;
  FB_TRY(Gazetteer gazetteer, Gazetteer::load(data));
  out.gazetteer_ = std::make_shared<const Gazetteer>(std::move(gazetteer));
  FB_TRY(const DataSet::File* synonyms, data.find("search/synonyms.yaml"));
  FB_TRY(const PackNode root, PackNode::parse(synonyms->bytes, synonyms->place));
  FB_CHECK(root.only_keys({"same"}));
  FB_TRY(const auto same, root["same"].items());
  for (const PackNode& node : same) {
    FB_TRY(const auto words, node.texts());
    if (words.size() < 2) return node.complain("expected two words of one meaning or more");
    std::vector<Name> names;
    for (const std::string& word : words) names.push_back({word, true});
    out.add(names, Sort::synonym);
  }
  // Words that are read as one word, under that word.
  FB_TRY(const DataSet::File* indicator_words, data.find("lexicon/indicator_words.yaml"));
  FB_TRY(const PackNode lists, PackNode::parse(indicator_words->bytes, indicator_words->place));
  FB_TRY(const auto pairs, lists["same"].entries());
  std::map<std::string, std::vector<Name>> under;
  for (const auto& [left, node] : pairs) {
    FB_TRY(const std::string right, node.text_or(""));
    if (right.empty() || left == right || count_code_points(left) < kShortest || count_code_points(right) < kShortest) continue;
    auto& names = under[right];
    if (names.empty()) names.push_back({right, true});
    names.push_back({left, true});
  }
  for (const auto& [right, names] : under) out.add(names, Sort::synonym);
  for (const std::string_view list : kLists)
    for (const DataSet::File* file : data.list(list, ".tsv"))
      FB_CHECK((each_row<6>(file->bytes, file->place, [&](const std::array<std::string_view, 6>& cells, std::size_t) -> Result<void> {
        std::vector<Name> names{listed(cells[1])};
        each_part(cells[2], '|', [&](std::string_view alias) { names.push_back(listed(alias)); });
        out.add(names, Sort::alias);
        return {};
      })));
  FB_TRY(const DataSet::File* areas, data.find("places/areas.tsv"));
  FB_CHECK((each_row<6>(areas->bytes, areas->place, [&](const std::array<std::string_view, 6>& cells, std::size_t) -> Result<void> {
    std::vector<Name> names{{std::string(cells[1]), true}};
    each_part(cells[2], ' ', [&](std::string_view alias) { names.push_back({std::string(alias), true}); });
    out.add(names, Sort::area);
    return {};
  })));
  FB_TRY(const DataSet::File* aliases, data.find("places/aliases.tsv"));
  FB_CHECK((each_row<4>(aliases->bytes, aliases->place, [&](const std::array<std::string_view, 4>& cells, std::size_t) -> Result<void> {
    out.place_names_[std::string(cells[2])].emplace_back(cells[0]);
    return {};
  })));
  return out;
}

void Widening::add(const std::vector<Name>& names, Sort sort) {
  if (names.size() < 2 && sort != Sort::alias) return;
  Group group{sort, {}};
  const auto number = static_cast<std::uint32_t>(groups_.size());
  for (const Name& name : names) {
    std::string form = search_text(name.words);
    if (form.empty()) continue;
    by_form_[form].push_back(number);
    if (name.shown && count_code_points(form) >= kShortest) group.names.emplace_back(name.words, std::move(form));
  }
  groups_.push_back(std::move(group));
}

void Widening::seal() {
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (const Group& group : groups_)
    for (const auto& [words, form] : group.names) entries.emplace_back(form, 0);
  names_ = Trie::build(std::move(entries));
}

void Widening::each(const std::function<void(const std::string&)>& call) const {
  for (const Group& group : groups_)
    for (const auto& [words, form] : group.names) call(words);
}

void Widening::put(QueryNode& leaf, const std::string& words, const std::string& form, double weight, std::string_view why,
                   const std::function<bool(std::string_view)>& has) const {
  if (leaf.also.size() >= kMostAlternatives || form.find(leaf.form) != form.npos) return;
  // A form that another one holds finds what that one finds.
  for (const QueryAlternative& a : leaf.also)
    if (form.find(a.form) != form.npos) return;
  if (has(form)) leaf.also.push_back({words, form, weight, std::string(why)});
}

// A word of one meaning at the beginning or the end of a longer one: 网络零售|额, 跨境|电商.
void Widening::inside(QueryNode& leaf, const std::function<bool(std::string_view)>& has) const {
  const std::string_view form = leaf.form;
  const auto replaced = [&](std::size_t from, std::size_t to) {
    const auto at = by_form_.find(form.substr(from, to - from));
    if (at == by_form_.end()) return false;
    bool any = false;
    for (const std::uint32_t number : at->second) {
      const Group& group = groups_[number];
      if (group.sort != Sort::synonym) continue;
      for (const auto& [words, other] : group.names) {
        std::string whole = std::string(form.substr(0, from)) + other + std::string(form.substr(to));
        if (other.find(form.substr(from, to - from)) != other.npos || form.substr(from, to - from).find(other) != form.npos) continue;
        put(leaf, whole, whole, weight_of(Sort::synonym), why_of(Sort::synonym), has);
        any = true;
      }
    }
    return any;
  };
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < form.size(); i += decode(form, i).size) ends.push_back(i);
  for (std::size_t i = ends.size(); i-- > kShortest;)  // longest beginning first
    if (replaced(0, ends[i])) break;
  for (std::size_t i = 1; i + kShortest <= ends.size(); ++i)  // longest end first
    if (replaced(ends[i], form.size())) break;
}

void Widening::places(QueryNode& leaf, const std::function<bool(std::string_view)>& has) const {
  const auto matches = gazetteer_->find(leaf.form);
  if (matches.size() != 1) return;
  const PlaceRecord& place = gazetteer_->place(matches.front().place);
  if (place.level != PlaceLevel::province && place.level != PlaceLevel::city && matches.front().form != Gazetteer::Form::alias) return;
  const auto name = [&](std::string_view words) {
    const std::string form = search_text(words);
    if (count_code_points(form) < kShortest || form == leaf.form) return;
    // 上海 holds for 上海市: the short name finds the long one too.
    if (form.find(leaf.form) == form.npos) put(leaf, std::string(words), form, weight_of(Sort::area), why_of(Sort::area), has);
  };
  name(gazetteer_->usual_name(matches.front().place));
  name(place.name);
  if (const auto at = place_names_.find(place.code); at != place_names_.end())
    for (const std::string& other : at->second) name(other);
}

void Widening::widen(QueryNode& root, const std::function<bool(std::string_view form)>& has) const {
  each_leaf(root, [&](QueryNode& leaf, bool excluded) {
    if (excluded || leaf.kind != QueryNode::Kind::words || leaf.quoted) return;
    if (leaf.field == QueryField::section || leaf.field == QueryField::issue) return;
    // Values of fields are compared as wholes.
    const auto always = [](std::string_view) { return true; };
    const bool in_text = leaf.field == QueryField::any || leaf.field == QueryField::title || leaf.field == QueryField::indicator;
    const std::function<bool(std::string_view)> may = in_text ? has : always;
    if (const auto at = by_form_.find(leaf.form); at != by_form_.end()) {
      for (const std::uint32_t number : at->second) {
        const Group& group = groups_[number];
        for (const auto& [words, form] : group.names) {
          // A word of one meaning that is a part of this one says less.
          if (group.sort == Sort::synonym && leaf.form.find(form) != leaf.form.npos) continue;
          if (form != leaf.form) put(leaf, words, form, weight_of(group.sort), why_of(group.sort), may);
        }
      }
    }
    places(leaf, may);
    if (in_text) inside(leaf, may);
  });
}

}  // namespace fengbiao
