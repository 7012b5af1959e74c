#include "search/matching.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "search/search_text.h"

namespace fengbiao {
namespace {

using Kind = QueryNode::Kind;

double worth(TermPlace place) {
  switch (place) {
    case TermPlace::once: return 1;
    case TermPlace::twice: return 1.35;
    case TermPlace::often: return 1.7;
    default: return 2.6;
  }
}

std::optional<SearchColumn> column_of(QueryField field) {
  switch (field) {
    case QueryField::section: return SearchColumn::section;
    case QueryField::source: return SearchColumn::source;
    case QueryField::body: return SearchColumn::body;
    case QueryField::area: return SearchColumn::area;
    case QueryField::issue: return SearchColumn::issue;
    default: return {};
  }
}

bool of_records(const QueryNode& node) {
  return node.kind == Kind::amount || (node.kind == Kind::words && node.field == QueryField::indicator);
}

class Matcher {
 public:
  Matcher(const SearchIndex& index, const RecordRows* records) : index_(index), records_(records) {}

  Matches all_of(const QueryNode& node) {
    if (node.kind == Kind::words && node.field == QueryField::any) return words(node);
    if (node.kind == Kind::both) return both(node, nullptr);
    if (node.kind == Kind::either) {
      Matches out;
      for (const QueryNode& part : node.parts) out = joined(out, all_of(part), true);
      return out;
    }
    Matches out;
    index_.all(out.hits);
    out.scores.assign(out.hits.size(), 0);
    narrow(node, out);
    return out;
  }

 private:
  // A form of a word and how often it is there, with what it is worth.
  struct Form {
    std::string_view form;
    double worth;
  };
  std::vector<Form> forms(const QueryNode& leaf) const {
    const auto value = [&](std::string_view form, double weight) {
      return Form{form, weight * rarity(index_.documents(), index_.at_most(form))};
    };
    std::vector<Form> out{value(leaf.form, 1)};
    for (const QueryAlternative& a : leaf.also) out.push_back(value(a.form, a.weight));
    return out;
  }
  [[nodiscard]] std::uint64_t cost(const QueryNode& node) const {
    const std::uint64_t documents = index_.documents();
    std::uint64_t out = 0;
    switch (node.kind) {
      case Kind::words:
        if (node.field != QueryField::any && node.field != QueryField::title) return documents;
        out = index_.at_most(node.form);
        for (const QueryAlternative& a : node.also) out += index_.at_most(a.form);
        return out;
      case Kind::both:
        out = documents;
        for (const QueryNode& part : node.parts) out = std::min(out, cost(part));
        return out;
      case Kind::either:
        for (const QueryNode& part : node.parts) out += cost(part);
        return out;
      default: return documents + (node.kind == Kind::without ? 1 : 0);
    }
  }

  Matches words(const QueryNode& leaf) {
    Matches out;
    for (const Form& form : forms(leaf)) {
      Matches found;
      index_.find(form.form, found.hits);
      found.scores.reserve(found.hits.size());
      for (const SearchHit hit : found.hits) found.scores.push_back(static_cast<float>(form.worth * worth(hit.place())));
      out = out.hits.empty() ? std::move(found) : joined(out, found, false);
    }
    return out;
  }

  // What either has; scores added, or the better one.
  static Matches joined(const Matches& a, const Matches& b, bool add) {
    if (a.hits.empty()) return b;
    Matches out;
    out.hits.reserve(a.hits.size() + b.hits.size());
    out.scores.reserve(a.hits.size() + b.hits.size());
    std::size_t i = 0, j = 0;
    while (i < a.hits.size() || j < b.hits.size()) {
      const bool left = j == b.hits.size() || (i < a.hits.size() && a.hits[i].row() <= b.hits[j].row());
      const bool right = i == a.hits.size() || (j < b.hits.size() && b.hits[j].row() <= a.hits[i].row());
      if (left && right) {
        out.hits.push_back(std::max(a.hits[i], b.hits[j]));
        out.scores.push_back(add ? a.scores[i] + b.scores[j] : std::max(a.scores[i], b.scores[j]));
      } else {
        out.hits.push_back(left ? a.hits[i] : b.hits[j]);
        out.scores.push_back(left ? a.scores[i] : b.scores[j]);
      }
      i += left;
      j += right;
    }
    return out;
  }
  // Scores of the hits that are left of `before`.
  static void follow(const std::vector<SearchHit>& before, Matches& now) {
    if (before.size() == now.hits.size()) return;
    std::size_t from = 0;
    for (std::size_t i = 0; i < now.hits.size(); ++i) {
      while (before[from].row() != now.hits[i].row()) ++from;
      now.scores[i] = now.scores[from++];
    }
    now.scores.resize(now.hits.size());
  }
  // Leaves the rows given, rising.
  static void keep_rows(const std::vector<std::uint32_t>& rows, Matches& now) {
    std::size_t kept = 0, at = 0;
    for (std::size_t i = 0; i < now.hits.size(); ++i) {
      while (at < rows.size() && rows[at] < now.hits[i].row()) ++at;
      if (at == rows.size()) break;
      if (rows[at] != now.hits[i].row()) continue;
      now.hits[kept] = now.hits[i];
      now.scores[kept++] = now.scores[i];
    }
    now.hits.resize(kept);
    now.scores.resize(kept);
  }

  Matches both(const QueryNode& node, Matches* within) {
    std::vector<std::pair<std::uint64_t, const QueryNode*>> order;
    std::vector<const QueryNode*> conditions;
    for (const QueryNode& part : node.parts) {
      if (of_records(part)) conditions.push_back(&part);
      else order.emplace_back(cost(part), &part);
    }
    std::ranges::stable_sort(order, {}, [](const auto& o) { return o.first; });
    Matches out;
    std::size_t first = 0;
    if (within) {
      out = std::move(*within);
    } else if (!order.empty() && order[0].second->kind != Kind::without) {
      out = all_of(*order[first++].second);
    } else {
      index_.all(out.hits);
      out.scores.assign(out.hits.size(), 0);
    }
    for (std::size_t i = first; i < order.size() && !out.hits.empty(); ++i) narrow(*order[i].second, out);
    if (!conditions.empty()) keep_rows(rows_of(conditions), out);
    return out;
  }
  [[nodiscard]] std::vector<std::uint32_t> rows_of(std::span<const QueryNode* const> conditions) const {
    return records_ ? records_->rows(conditions) : std::vector<std::uint32_t>{};
  }

  // Leaves in `now` what the node is true of, and adds what it is worth.
  void narrow(const QueryNode& node, Matches& now) {
    switch (node.kind) {
      case Kind::all: return;
      case Kind::both: now = both(node, &now); return;
      case Kind::either: {
        Matches out;
        for (const QueryNode& part : node.parts) {
          Matches some = now;
          narrow(part, some);
          // What stood before must not count twice.
          if (!out.hits.empty()) subtract(now, some);
          out = joined_over(now, out, some);
        }
        now = std::move(out);
        return;
      }
      case Kind::without: return leave_out(node.parts.front(), now);
      case Kind::days: {
        const auto before = now.hits;
        index_.keep_days(node.days.first, node.days.last, now.hits);
        return follow(before, now);
      }
      case Kind::amount: {
        const QueryNode* const one = &node;
        return keep_rows(rows_of({&one, 1}), now);
      }
      case Kind::words: break;
    }
    if (node.field == QueryField::indicator) {
      const QueryNode* const one = &node;
      return keep_rows(rows_of({&one, 1}), now);
    }
    if (const auto column = column_of(node.field)) {
      const auto before = now.hits;
      index_.keep_values(*column, values_named(index_, node), now.hits);
      return follow(before, now);
    }
    narrow_words(node, now);
  }
  void narrow_words(const QueryNode& leaf, Matches& now) {
    const bool title = leaf.field == QueryField::title;
    Matches out;
    std::vector<TermPlace> places;
    for (const Form& form : forms(leaf)) {
      Matches some = now;
      places.clear();
      index_.keep(form.form, some.hits, &places);
      follow(now.hits, some);
      std::size_t kept = 0;
      for (std::size_t i = 0; i < some.hits.size(); ++i) {
        if (title && places[i] != TermPlace::in_title) continue;
        some.hits[kept] = some.hits[i];
        some.scores[kept++] = some.scores[i] + static_cast<float>(form.worth * worth(places[i]));
      }
      some.hits.resize(kept);
      some.scores.resize(kept);
      out = out.hits.empty() ? std::move(some) : joined(out, some, false);
    }
    now = std::move(out);
  }
  // Scores of `some`, which is a part of `base`, less those of `base`.
  static void subtract(const Matches& base, Matches& some) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < some.hits.size(); ++i) {
      while (base.hits[at].row() != some.hits[i].row()) ++at;
      some.scores[i] -= base.scores[at];
    }
  }
  // `out` holds base scores, `some` holds them less; rows of `some` alone get them back.
  static Matches joined_over(const Matches& base, const Matches& out, const Matches& some) {
    if (out.hits.empty()) return some;
    Matches sum = joined(out, some, true);
    std::size_t in_out = 0, in_base = 0;
    for (std::size_t i = 0; i < sum.hits.size(); ++i) {
      while (in_out < out.hits.size() && out.hits[in_out].row() < sum.hits[i].row()) ++in_out;
      if (in_out < out.hits.size() && out.hits[in_out].row() == sum.hits[i].row()) continue;
      while (base.hits[in_base].row() != sum.hits[i].row()) ++in_base;
      sum.scores[i] += base.scores[in_base];
    }
    return sum;
  }
  void leave_out(const QueryNode& part, Matches& now) {
    if (part.kind == Kind::either) {  // none of them
      for (const QueryNode& one : part.parts) leave_out(one, now);
      return;
    }
    const auto before = now.hits;
    if (part.kind == Kind::words && part.field == QueryField::any) {
      index_.drop(part.form, now.hits);
      for (const QueryAlternative& a : part.also) index_.drop(a.form, now.hits);
      return follow(before, now);
    }
    Matches gone = now;
    narrow(part, gone);
    std::size_t at = 0;
    std::erase_if(now.hits, [&](const SearchHit hit) {
      while (at < gone.hits.size() && gone.hits[at].row() < hit.row()) ++at;
      return at < gone.hits.size() && gone.hits[at].row() == hit.row();
    });
    follow(before, now);
  }

  const SearchIndex& index_;
  const RecordRows* records_;
};

}  // namespace

double rarity(std::uint32_t documents, std::uint32_t having) {
  const double n = documents, df = std::min(having, documents);
  return std::max(0.01, std::log1p((n - df + 0.5) / (df + 0.5)));
}

std::vector<std::uint32_t> values_named(const SearchIndex& index, const QueryNode& leaf) {
  std::vector<std::uint32_t> out;
  const auto column = column_of(leaf.field);
  if (!column) return out;
  const bool begins = leaf.field == QueryField::issue;
  for (std::uint32_t i = 0; i < index.value_count(*column); ++i) {
    const std::string value = search_text(index.value(*column, i));
    const auto named = [&](const std::string& form) {
      if (form.empty()) return false;
      return begins ? value.starts_with(form) : leaf.quoted ? value == form : value.find(form) != value.npos;
    };
    if (named(leaf.form) || std::ranges::any_of(leaf.also, [&](const QueryAlternative& a) { return value == a.form; })) out.push_back(i);
  }
  return out;
}

Matches matching(const SearchIndex& index, const QueryNode& root, const RecordRows* records) {
  return Matcher(index, records).all_of(root);
}

}  // namespace fengbiao
