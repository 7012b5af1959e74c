#include "publish/compliance_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/embedded.h"

namespace fengbiao {
namespace {

constexpr std::size_t kAround = 120;  // bytes of the line shown before and behind the words

std::size_t at_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

Result<CompliancePage> CompliancePage::make(std::string day) {
  FB_TRY(Phrases phrases, Phrases::built_in());
  return CompliancePage(std::move(phrases), std::move(day));
}

void CompliancePage::set(View& view, std::string_view name, const Phrase& phrase) const {
  view.set(fmt::format("{}_zh", name), phrase.zh);
  view.set(fmt::format("{}_en", name), phrase.en);
}

void CompliancePage::finding(View& view, const ComplianceFinding& f, const CompliedText& text, const LineIndex& lines) {
  const LinePlace at = lines.place(f.span.begin);
  const std::string_view line = lines.line(at.line);
  const std::size_t from = f.span.begin - lines.begin(at.line), to = std::min(line.size(), from + f.span.size());
  const std::size_t begin = at_character(line, from > kAround ? from - kAround : 0),
                    end = at_character(line, std::min(line.size(), to + kAround));
  view.set("before", std::string(begin > 0 ? "\u2026" : "") + std::string(line.substr(begin, from - begin)));
  view.set("words", line.substr(from, to - from));
  view.set("behind", std::string(line.substr(to, end - to)) + (end < line.size() ? "\u2026" : ""));
  view.set("number", fmt::format("{}", at.line));
  view.set("column", fmt::format("{}", at.column));
  view.set("rule", f.rule->id);
  view.set("severity", name_of(f.severity));
  set(view, "grave", phrases_.in("comply", name_of(f.severity)));
  set(view, "verdict", phrases_.in("comply", f.missing ? "missing" : name_of(f.rule->demand)));
  for (const auto& [name, words] :
       {std::pair("name", &f.rule->name), {"means", &f.rule->means}, {"instead", &f.rule->instead}, {"clause", &f.rule->clause}})
    set(view, name, {words->zh, words->en});
  view.set("document", f.pack->policy.title);
  view.set("article", f.rule->article);
  const std::string& days = f.rule->from.empty() ? f.pack->from : f.rule->from;
  set(view, "force", phrases_.in("comply", f.pack->draft ? "drafted" : "in_force").with("from", days));
  if (f.disguise != Disguise::none) set(view, "read", phrases_.in("comply", "read_as").with("words", f.read_as));
  if (f.at >= 0) view.set("time", time_text(f.at));
  if (!f.who.empty()) view.set("who", f.who);
  if (f.exemption) set(view, "exemption", {f.exemption->name.zh, f.exemption->name.en});
  (void)text;
}

void CompliancePage::add(const CompliedText& text) {
  const ComplianceReport& r = text.report;
  const LineIndex lines(text.document.text);
  View& view = page_->add("texts");
  ++texts_;
  characters_ += r.characters;
  findings_ += r.findings.size();
  exempt_ += r.exempt.size();
  view.set("name", text.shown);
  view.set("t", fmt::format("{}", texts_));
  set(view, "kind", phrases_.in("comply", name_of(r.kind)));
  if (text.guess) view.set("guess", *text.guess);
  if (r.findings.empty()) view.set("clean", "yes");
  for (const ComplianceFinding& f : r.findings) finding(view.add("findings"), f, text, lines);
  if (!r.exempt.empty()) view.set("has_exempt", "yes");
  for (const ComplianceFinding& f : r.exempt) finding(view.add("exempt"), f, text, lines);
  if (!r.not_in_force.empty()) view.set("has_idle", "yes");
  for (const CompliancePack* pack : r.not_in_force) {
    View& idle = view.add("idle");
    set(idle, "name", {pack->name.zh, pack->name.en});
    idle.set("from", pack->from);
    idle.set("until", pack->until);
  }
  bool person = false;
  for (const CompliancePack* pack : r.used)
    for (const ForPerson& act : pack->needs_person) {
      View& one = view.add("acts");
      one.set("document", pack->policy.title);
      one.set("article", act.article);
      set(one, "act", {act.act.zh, act.act.en});
      person = true;
    }
  if (person) view.set("has_acts", "yes");
}

std::string CompliancePage::finish() {
  for (const auto& [key, phrase] : phrases_.list("comply")) {
    page_->set(fmt::format("zh_{}", key), phrase.zh);
    page_->set(fmt::format("en_{}", key), phrase.en);
  }
  Phrase verdict = phrases_.in("comply", findings_ == 0 ? "clean" : "found");
  for (const auto& [name, value] : {std::pair("n", findings_), {"exempt", exempt_}, {"texts", texts_}, {"characters", characters_}})
    verdict = verdict.with(name, fmt::format("{}", value));
  set(*page_, "summary", verdict.with("day", day_));
  page_->set_markup("style", std::string(embedded_file("publish/comply.css").value_or("")));
  return fill(embedded_file("publish/comply.html").value_or(""), *page_);
}

}  // namespace fengbiao
