#include "check/policy_agreement.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/code_points.h"
#include "check/shared_words.h"
#include "register/wording.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kDay = 10;           // characters of an ISO day
constexpr std::size_t kShortest = 8;       // characters of a name that can be told to be another one's slip
constexpr std::size_t kAllButEqual = 2;    // characters
constexpr double kMostApart = 0.3;         // of the longer name
constexpr double kFewestShared = 0.7;      // pairs of characters, of the smaller name
constexpr std::size_t kMostOfADay = 40;    // documents of one day that are held against each other
constexpr std::size_t kMostRepeats = 200;  // reports of one document

std::string digits_of(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

using Numbers = std::vector<std::pair<int, std::string>>;

}  // namespace

class PolicyAgreement::Comparer {
 public:
  Comparer(const PolicyAgreement& rules, const PolicyRegister& all, const ToldFigures& numbers)
      : rules_(rules), all_(all), numbers_(numbers) {}

  std::vector<ToldBetween> run() {
    for (const PolicyEntry& entry : all_.entries()) one_document(entry);
    two_names();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Policy& policy(std::uint32_t report) const { return all_.report(report).policy; }
  [[nodiscard]] const Origin& origin(std::uint32_t report) const { return all_.report(report).origin; }
  [[nodiscard]] bool one_article(std::uint32_t a, std::uint32_t b) const {
    return origin(a).issue == origin(b).issue && origin(a).file == origin(b).file && origin(a).article == origin(b).article;
  }
  Numbers numbers_of(std::uint32_t report) const { return numbers_.numbers_in(folded(policy(report).quote)); }

  void put(std::uint32_t a, std::uint32_t b, ToldBetween told) {
    const auto place = [&](std::uint32_t r) {
      return std::tuple(origin(r).date, origin(r).issue, origin(r).file, origin(r).article, policy(r).span.begin);
    };
    if (place(b) < place(a)) std::swap(a, b);
    told.first = side_of(origin(a), policy(a));
    told.second = side_of(origin(b), policy(b));
    out_.push_back(std::move(told));
  }
  void contradict(std::uint32_t a, std::uint32_t b, const CheckRule* rule, std::string_view what, const std::string& first,
                  const std::string& second) {
    put(a, b,
        {.rule = rule,
         .verdict = Verdict::contradicts,
         .first = {},
         .second = {},
         .relation = first + " ≠ " + second,
         .values = {{"first", first}, {"second", second}},
         .variant = what});
  }
  void undecided(std::uint32_t a, std::uint32_t b, std::string_view reason, const std::string& first, const std::string& second) {
    put(a, b,
        {.rule = rules_.same_,
         .verdict = Verdict::cannot_tell,
         .first = {},
         .second = {},
         .relation = first + " ? " + second,
         .reason = reason});
  }

  void one_document(const PolicyEntry& entry) {
    if (entry.reports.size() < 2 || rules_.names_.key(entry.name).bare) return;
    const std::uint32_t first = entry.reports.front();
    const std::size_t known = out_.size();
    for (const auto& [field, what] : {std::pair{&entry.effective, "effective"},
                                      {&entry.until, "until"},
                                      {&entry.comments_until, "comments"},
                                      {&entry.issued, "issued"},
                                      {&entry.number, "number"}})
      differing(*field, what);
    bodies(entry);
    if (out_.size() > known) return;
    for (std::size_t i = 1; i < std::min(entry.reports.size(), kMostRepeats); ++i)
      if (!one_article(first, entry.reports[i]))
        put(first, entry.reports[i],
            {.rule = rules_.same_,
             .verdict = Verdict::holds,
             .first = {},
             .second = {},
             .relation = policy(first).name + " = " + policy(entry.reports[i]).name});
  }

  void differing(const PolicyValues& field, std::string_view what) {
    for (std::size_t k = 1; k < field.values.size(); ++k) {
      const PolicyValue &a = field.values.front(), &b = field.values[k];
      const std::uint32_t x = a.reports.front(), y = b.reports.front();
      if (one_article(x, y)) continue;
      const bool whole = what == "number" || (a.value.size() == kDay && b.value.size() == kDay);
      // One act told with another month or year; other days of issue may be those of adoption and of publication.
      const bool slip = a.value.substr(0, 4) == b.value.substr(0, 4) ? a.value.ends_with(b.value.substr(b.value.size() - 3))
                                                                     : a.value.substr(4) == b.value.substr(4);
      if (what == "issued" && !(whole && slip)) undecided(x, y, "other_act", a.value, b.value);
      else if (!whole || !a.sure || !b.sure) undecided(x, y, "not_read_surely", a.value, b.value);
      else contradict(x, y, rules_.same_, what, a.value, b.value);
    }
  }

  // 五部门, 六部门
  void bodies(const PolicyEntry& entry) {
    std::optional<std::pair<int, std::uint32_t>> told;
    for (const std::uint32_t report : entry.reports)
      for (const auto& [number, counter] : numbers_of(report)) {
        if (!numbers_.counts_bodies(counter)) continue;
        if (!told) told = {number, report};
        else if (told->first != number && !one_article(told->second, report))
          return contradict(told->second, report, rules_.same_, "bodies", std::to_string(told->first), std::to_string(number));
      }
  }

  void two_names() {
    // Documents by the day of one act, and by number.
    std::map<std::string, std::vector<std::uint32_t>> acts;
    std::map<std::tuple<std::string, std::string, std::uint32_t>, std::set<std::string>> named;  // by article
    for (const PolicyEntry& entry : all_.entries())
      for (const std::uint32_t report : entry.reports) {
        const Policy& p = policy(report);
        const PolicyKey key = rules_.names_.key(p.name);
        named[{origin(report).issue, origin(report).file, origin(report).article}].insert(key.core);
        if (key.bare || key.draft || p.status == PolicyStatus::draft || code_points(key.core).size() < kShortest) continue;
        if (p.issued.size() == kDay) acts["i" + p.issued].push_back(report);
        if (p.effective.size() == kDay) acts["e" + p.effective].push_back(report);
        if (!p.number.empty()) acts["n" + bare_words(p.number)].push_back(report);
      }
    std::set<std::pair<std::string, std::string>> done;
    for (const auto& [act, reports] : acts)
      for (std::size_t i = 0; i < reports.size(); ++i)
        for (std::size_t k = i > kMostOfADay ? i - kMostOfADay : 0; k < i; ++k) {
          const std::uint32_t a = reports[k], b = reports[i];
          if (one_article(a, b)) continue;
          const std::string x = rules_.names_.key(policy(a).name).core, y = rules_.names_.key(policy(b).name).core;
          if (x == y || done.contains(std::minmax(x, y))) continue;
          const auto has = [&](std::uint32_t r, const std::string& core) {
            return named[{origin(r).issue, origin(r).file, origin(r).article}].contains(core);
          };
          if (has(a, y) || has(b, x) || !one_document_by(act.front(), a, b, x, y)) continue;
          done.insert(std::minmax(x, y));
          contradict(a, b, rules_.name_, "default", policy(a).name, policy(b).name);
        }
  }

  [[nodiscard]] bool one_document_by(char act, std::uint32_t a, std::uint32_t b, const std::string& x, const std::string& y) const {
    if (digits_of(x) != digits_of(y)) return false;
    const auto issuers_meet = [&] {
      const auto &p = policy(a).issuers, &q = policy(b).issuers;
      return std::ranges::any_of(p, [&](const PolicyIssuer& i) {
        return std::ranges::any_of(
            q, [&](const PolicyIssuer& k) { return i.id.empty() ? bare_words(i.name) == bare_words(k.name) : i.id == k.id; });
      });
    };
    if (!issuers_meet()) return false;
    const std::u32string p = code_points(x), q = code_points(y);
    const auto most = static_cast<std::size_t>(kMostApart * static_cast<double>(std::max(p.size(), q.size())));
    const std::size_t apart = edit_distance(p, q, most);
    if (apart > most) return false;
    const WordPairs left(x, {0, static_cast<std::uint32_t>(x.size())}, {}), right(y, {0, static_cast<std::uint32_t>(y.size())}, {});
    if (left.overlap(right) < kFewestShared) return false;
    // 关于印发甲办法的通知, 甲办法, 甲办法实施细则
    if (x.find(y) != x.npos || y.find(x) != y.npos) return false;
    if (act == 'n' || (act == 'i' && all_but_equal(p, q, apart))) return true;
    // 第14部: a number of its own.
    const Numbers n = numbers_of(a), m = numbers_of(b);
    return act == 'i' && std::ranges::any_of(n, [&](const auto& number) {
             return numbers_.is_own(number.second) && std::ranges::find(m, number) != m.end();
           });
  }
  // One character wrong, or a word too many in one of them; two that differ are of two documents (发药机, 取药柜).
  static bool all_but_equal(const std::u32string& a, const std::u32string& b, std::size_t apart) {
    const std::size_t longer = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
    return apart <= kAllButEqual && (apart == 1 || longer == apart);
  }

  const PolicyAgreement& rules_;
  const PolicyRegister& all_;
  const ToldFigures& numbers_;
  std::vector<ToldBetween> out_;
};

Result<PolicyAgreement> PolicyAgreement::load(const DataSet& data, RuleBook& book) {
  FB_TRY(PolicyNames names, PolicyNames::load(data));
  PolicyAgreement out(std::move(names));
  FB_TRY(out.same_, book.rule("policy-told-again"));
  FB_TRY(out.name_, book.rule("policy-two-names"));
  return out;
}

std::vector<ToldBetween> PolicyAgreement::compare(const PolicyRegister& all, const ToldFigures& numbers) const {
  return Comparer(*this, all, numbers).run();
}

}  // namespace fengbiao
