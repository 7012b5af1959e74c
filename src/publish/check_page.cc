#include "publish/check_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "base/embedded.h"
#include "publish/marked_text.h"

namespace fengbiao {
namespace {

constexpr double kSure = 0.9, kFairly = 0.75;
constexpr std::size_t kListedWords = 60;   // bytes of a finding's words in the list of all
constexpr std::size_t kLongestMarks = 64;  // marks that one place may carry; more would be unreadable

std::string_view built_in(std::string_view name) {
  const auto bytes = embedded_file(name);
  assert(bytes);
  return bytes.value_or("");
}

// "48/70" as people write it. Only between figures, their units and brackets.
std::string written_out(std::string_view relation) {
  std::string out;
  for (std::size_t i = 0; i < relation.size(); ++i) {
    const bool inside = i > 0 && i + 1 < relation.size() && relation[i - 1] != ' ' && relation[i + 1] != ' ';
    const bool figure = inside && (std::string_view("0123456789(").find(relation[i + 1]) != std::string_view::npos);
    if (relation[i] == '/' && figure) out += " \u00F7 ";
    else if (relation[i] == '*' && figure) out += " \u00D7 ";
    else out += relation[i];
  }
  return out;
}

std::string shortened(std::string_view words, std::size_t most) {
  if (words.size() <= most) return std::string(words);
  while (most > 0 && (static_cast<unsigned char>(words[most]) & 0xC0) == 0x80) --most;
  return std::string(words.substr(0, most)) + "\u2026";
}

std::string with_commas(std::size_t n) {
  std::string digits = fmt::format("{}", n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

// .note is what every note is called.
std::string_view class_of(Severity severity) { return severity == Severity::note ? "of-note" : name_of(severity); }
std::string classes_of(const ReportedFinding& f) {
  return fmt::format("{} {}", name_of(f.finding->kind), f.accepted ? "accepted" : class_of(f.finding->severity));
}

bool holds(const std::vector<Span>& pieces, std::uint32_t at) {
  return !pieces.empty() && pieces.front().begin <= at && at < pieces.back().end;
}

// A part of an article that is set as one: headline, paragraph, note of the author, source line; or what stands outside of articles.
struct Block {
  std::vector<Span> pieces;
  std::string open, close;
  std::vector<std::size_t> notes;  // findings that begin here
  std::vector<TextMark> marks;
};

struct Part {
  const Article* article = nullptr;  // nullptr: the issue as a whole
  std::vector<Block> blocks;
  std::vector<std::size_t> outside;  // findings at no block of it
};

std::vector<Block> blocks_of(const Article& a) {
  std::vector<Block> out;
  const auto add = [&](const std::vector<Span>& pieces, std::string_view tag, std::string_view classes) {
    if (!pieces.empty()) out.push_back({pieces, fmt::format("<{} class=\"words {}\">", tag, classes), fmt::format("</{}>", tag), {}, {}});
  };
  add(a.title_pieces, "h3", "headline");
  for (const Paragraph& p : a.paragraphs) add(p.pieces, "p", p.heading ? "heading" : "");
  add(a.author_note_pieces, "p", "author");
  add(a.source_pieces, "p", "source");
  return out;
}

Block* block_at(Part& part, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(part.blocks, at, {}, [](const Block& b) { return b.pieces.front().begin; });
  if (after != part.blocks.begin() && holds(std::prev(after)->pieces, at)) return &*std::prev(after);
  return nullptr;
}

}  // namespace

Result<CheckPage> CheckPage::make(const DocumentChecker& checker) {
  FB_TRY(Phrases phrases, Phrases::built_in());
  return CheckPage(checker.rules(), std::move(phrases));
}

void CheckPage::set(View& view, std::string_view name, const Phrase& phrase) const {
  view.set(fmt::format("{}_zh", name), phrase.zh);
  view.set(fmt::format("{}_en", name), phrase.en);
}

void CheckPage::note(View& view, const ReportedFinding& r, std::size_t number, const CheckedText& text, const std::string& other_link) {
  const Finding& f = *r.finding;
  view.set("number", fmt::format("{}", number));
  view.set("classes", classes_of(r));
  set(view, "kind", phrases_.in("checks", name_of(f.kind)));
  set(view, "severity", phrases_.in("checks", name_of(f.severity)));
  view.set("what_zh", f.explain.zh);
  view.set("what_en", f.explain.en);
  view.set("relation", written_out(f.relation));
  std::string words(slice(text.checked.text, f.at.span));
  std::erase(words, '\n');
  view.set("words", shortened(words, 3 * kListedWords));
  view.set("suggestion", f.suggestion);
  view.set("question_zh", f.question.zh);
  view.set("question_en", f.question.en);
  if (f.other) {
    view.set("other_quote", f.other->quote);
    view.set("other_link", other_link);
    const Phrase line = phrases_.in("checks", "line").with("n", fmt::format("{}", f.other->line_start));
    const bool same = f.other->origin.file == f.at.origin.file;
    std::string place = f.other->origin.title.empty() || f.other->origin.article == f.at.origin.article ? "" : f.other->origin.title + " ";
    if (!same) place += f.other->origin.file + " ";
    view.set("other_place", place + line.zh);
  }
  if (r.accepted) {
    view.set("why", r.accepted->why);
    view.set("by", r.accepted->by + (r.accepted->at.empty() ? "" : " " + r.accepted->at));
  }
  set(view, "sure", phrases_.in("checks", f.confidence >= kSure ? "sure" : f.confidence >= kFairly ? "fairly" : "unsure"));
  view.set("rule", f.rule);
  if (const CheckRule* rule = rules_.find(f.rule)) {
    view.set("rule_zh", rule->name.zh);
    view.set("rule_about", rule->about.zh + "\n" + rule->about.en);
  }
  view.set("id", f.at.origin.article > 0 ? short_name(f.at.origin, f.id) : f.id);
  view.set("line", phrases_.in("checks", "line").with("n", fmt::format("{}", f.at.line_start)).zh);
}

void CheckPage::relations(View& part, const CheckedText& text, std::uint32_t article) {
  const auto& all = text.checked.checks.relations;  // in order of articles
  const auto of = std::ranges::equal_range(all, article, {}, [](const Relation& r) { return r.at.origin.article; });
  if (of.empty()) return;
  part.set("related", "yes");
  set(part, "relations", phrases_.in("checks", "relations").with("n", fmt::format("{}", of.size())));
  for (const Relation& r : of) {
    View& item = part.add("relations");
    set(item, "verdict", phrases_.in("checks", r.verdict == Verdict::cannot_tell ? "cannot_tell" : name_of(r.verdict)));
    item.set("relation", written_out(r.relation));
    item.set("quote", r.at.quote);
    if (const Wording* reason = rules_.reason(r.reason)) item.set("reason", reason->zh);
  }
}

void CheckPage::add(const CheckedText& text) {
  const Issue& issue = text.checked.issue;
  const std::string& kept = text.checked.text;
  ++texts_;
  coverage_ += text.checked.checks.coverage;
  const Masthead& m = issue.masthead;
  only_ = issue.file;
  if (m.name) only_ += fmt::format(" \u00B7 {}{}", *m.name, m.date ? " " + *m.date : "");

  // Parts in printed order, the issue as a whole in front where something was found in it.
  std::vector<Part> parts(1);
  for (const Article& a : issue.articles) parts.push_back({&a, blocks_of(a), {}});
  std::map<std::uint32_t, std::size_t> by_n;
  for (std::size_t i = 1; i < parts.size(); ++i) by_n.emplace(parts[i].article->n, i);
  const auto part_of = [&](const CheckedPlace& at) -> Part& {
    const auto found = by_n.find(at.origin.article);
    return parts[found == by_n.end() ? 0 : found->second];
  };
  // What stands on no article's lines is shown by its words.
  for (std::size_t i = 0; i < text.findings.size(); ++i) {
    const Finding& f = *text.findings[i].finding;
    Part& part = part_of(f.at);
    if (Block* block = block_at(part, f.at.span.begin)) block->notes.push_back(i);
    else part.outside.push_back(i);
  }
  for (Part& part : parts)
    for (const std::size_t i : part.outside)
      part.blocks.push_back({{text.findings[i].finding->at.quote_span}, "<p class=\"words aside\">", "</p>", {i}, {}});

  // Numbers in the order of the page, and with them the marks.
  std::vector<std::size_t> numbers(text.findings.size(), 0);
  for (const Part& part : parts)
    for (const Block& block : part.blocks)
      for (const std::size_t i : block.notes) numbers[i] = ++numbered_;
  std::vector<std::string> links(text.findings.size());
  for (Part& part : parts)
    for (Block& block : part.blocks)
      for (const std::size_t i : block.notes)
        block.marks.push_back({text.findings[i].finding->at.span, numbers[i], classes_of(text.findings[i])});
  for (std::size_t i = 0; i < text.findings.size(); ++i) {
    const auto& other = text.findings[i].finding->other;
    if (!other || other->origin.issue != text.findings[i].finding->at.origin.issue) continue;
    Block* const block = block_at(part_of(*other), other->span.begin);
    if (!block) continue;
    block->marks.push_back({other->span, numbers[i], "", true});
    links[i] = fmt::format("o{}", numbers[i]);
  }

  View& view = page_->add("texts");
  view.set("t", fmt::format("{}", texts_));
  view.set("name", only_);
  std::size_t counted = 0;
  const std::string* column = nullptr;
  for (Part& part : parts) {
    if (part.blocks.empty()) continue;
    View& out = view.add("parts");
    bool found = false;
    if (part.article) {
      out.set("anchor", fmt::format("t{}a{}", texts_, part.article->n));
      if (!part.article->section.empty() && (!column || *column != part.article->section)) out.set("column", part.article->section);
      column = &part.article->section;
    } else {
      out.set("column", phrases_.in("checks", "whole").zh);
    }
    for (Block& block : part.blocks) {
      View& b = out.add("blocks");
      b.set_markup("open", block.open);
      b.set_markup("close", block.close);
      std::ranges::stable_sort(block.marks, {}, [](const TextMark& mark) { return std::pair(mark.span.begin, mark.span.end); });
      if (block.marks.size() > kLongestMarks * 64) block.marks.resize(kLongestMarks * 64);
      b.set_markup("text", marked_html(kept, block.pieces, block.marks));
      if (block.notes.empty()) continue;
      found = true;
      b.set("marginal", "yes");
      for (const std::size_t i : block.notes) {
        const ReportedFinding& r = text.findings[i];
        note(b.add("notes"), r, numbers[i], text, links[i]);
        View& listed = page_->add("listed");
        listed.set("number", fmt::format("{}", numbers[i]));
        listed.set("classes", classes_of(r));
        listed.set("words", shortened(r.finding->at.quote, kListedWords));
        listed.set("kind_zh", phrases_.in("checks", name_of(r.finding->kind)).zh);
        listed.set("title", shortened(r.finding->at.origin.title, 2 * kListedWords));
        if (r.accepted) {
          ++accepted_;
          continue;
        }
        const std::size_t n = 1 + r.finding->not_listed;
        counted += n;
        kinds_[r.finding->kind] += n, severities_[r.finding->severity] += n;
        firsts_.emplace(r.finding->kind, numbers[i]);
      }
    }
    if (found) out.set("found", "found");
    if (text.with_relations && part.article) relations(out, text, part.article->n);
  }
  view.set("n", fmt::format("{}", counted));
}

void CheckPage::summary(const std::optional<ErrorRate>& rate) {
  std::size_t n = 0;
  for (const auto& [kind, of] : kinds_) n += of;
  Phrase verdict = phrases_.in("checks", n == 0 ? "clean" : "found").with("n", fmt::format("{}", n));
  std::string zh = escape_html(verdict.zh), en = escape_html(verdict.en), between;
  for (const auto& [kind, of] : kinds_) {
    const Phrase name = phrases_.in("checks", name_of(kind));
    const Phrase words = phrases_.in("checks", "found_of").with("n", fmt::format("{}", of));
    const std::string href = fmt::format("<a href=\"#n{}\">", firsts_[kind]);
    zh += fmt::format("{}{}{}</a>", between.empty() ? "" : " \u00B7 ", href, escape_html(words.with("kind", name.zh).zh));
    en += fmt::format("{}{}", between, escape_html(words.with("kind", name.en).en));
    between = ", ";
  }
  if (accepted_ > 0) {
    const Phrase more = phrases_.in("checks", "accepted_n").with("n", fmt::format("{}", accepted_));
    zh += " " + escape_html(more.zh), en += (n == 0 ? " " : "; ") + escape_html(more.en);
  }
  page_->set_markup("verdict_zh", zh);
  page_->set_markup("verdict_en", en);
  Phrase coverage = phrases_.in("checks", "coverage");
  const CheckCoverage& c = coverage_;
  for (const auto& [name, value] : {std::pair("texts", texts_),
                                    {"articles", c.articles},
                                    {"characters", c.characters},
                                    {"relations", c.relations},
                                    {"checked", c.holds + c.contradicts},
                                    {"holds", c.holds},
                                    {"contradicts", c.contradicts},
                                    {"undecided", c.cannot_tell}})
    coverage = coverage.with(name, with_commas(value));
  set(*page_, "coverage", coverage);
  if (rate) {
    const Phrase pass = phrases_.in("checks", rate->passes() ? "passes" : "fails");
    Phrase words = phrases_.in("checks", "rate");
    for (const auto& [name, value] : {std::pair("rate", fmt::format("{:.2f}", rate->per_ten_thousand())),
                                      {"errors", fmt::format("{:g}", rate->errors)},
                                      {"standard", rate->standard},
                                      {"mark", fmt::format("{:g}", rate->pass_mark)}})
      words = words.with(name, value);
    set(*page_, "rate", {words.with("verdict", pass.zh).zh, words.with("verdict", pass.en).en});
  }
}

std::string CheckPage::finish(const std::optional<ErrorRate>& rate) {
  for (const auto& [key, phrase] : phrases_.list("checks")) {
    page_->set(fmt::format("zh_{}", key), phrase.zh);
    page_->set(fmt::format("en_{}", key), phrase.en);
  }
  page_->set_markup("style", std::string(built_in("publish/check.css")));
  page_->set_markup("script", std::string(built_in("publish/check.js")));
  page_->set("start", numbered_ > 0 ? "n1" : "text");
  if (texts_ == 1) page_->set("only", only_);
  if (texts_ > 1) page_->set("many", "yes");
  summary(rate);
  if (numbered_ > 0) page_->set("filters", "yes");
  if (accepted_ > 0) page_->set("accepted_n", fmt::format("{}", accepted_));
  const auto filter = [&](std::string_view list, std::string_view name, std::size_t n) {
    View& item = page_->add(list);
    const Phrase words = phrases_.in("checks", name);
    item.set("name", name);
    item.set("zh", words.zh);
    item.set("en", words.en);
    item.set("n", fmt::format("{}", n));
  };
  for (const auto& [kind, n] : kinds_) filter("kinds", name_of(kind), n);
  for (const auto& [severity, n] : severities_) filter("severities", name_of(severity), n);
  return fill(built_in("publish/check.html"), *page_);
}

}  // namespace fengbiao
