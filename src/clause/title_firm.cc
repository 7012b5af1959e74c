#include "clause/title_firm.h"

#include <algorithm>

namespace fengbiao {
namespace {

std::uint32_t paragraph_at(const ReadText& text, const std::vector<std::uint32_t>& paragraphs, std::uint32_t at) {
  const auto next = std::upper_bound(text.sentences.begin(), text.sentences.end(), at,
                                     [](std::uint32_t place, const Sentence& s) { return place < s.span.begin; });
  return next == text.sentences.begin() ? 0 : paragraphs[static_cast<std::size_t>(next - text.sentences.begin()) - 1];
}

// 某平台会员日 in the title: the firm that its name begins with, where the body speaks of it.
CarriedIndex firm_of_campaign(std::string_view folded, const std::vector<std::uint32_t>& paragraphs, const ReadText& text) {
  std::string_view campaign;
  for (const Name& name : text.names) {
    if (paragraph_at(text, paragraphs, name.span.begin) != 0) break;
    if (name.kind != NameKind::campaign) continue;
    if (!campaign.empty()) return {};
    campaign = slice(folded, name.span);
  }
  if (campaign.empty()) return {};
  for (std::uint32_t n = 0; n < text.names.size(); ++n)
    if (is_firm(text.names[n]) && campaign.starts_with(slice(folded, text.names[n].span))) return {n, Carried::own};
  return {};
}

// 票房预售开门红 甲成购票新入口: where the body never speaks of the firm, it tells of the field.
bool body_tells_of(std::string_view folded, const std::vector<std::uint32_t>& paragraphs, const Name& firm, const ReadText& text) {
  const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), [](std::uint32_t p) { return p > 0; });
  if (first == paragraphs.end()) return true;
  const Sentence& body = text.sentences[static_cast<std::size_t>(first - paragraphs.begin())];
  if (folded.find(slice(folded, firm.span), body.span.begin) != folded.npos) return true;
  if (std::any_of(text.names.begin(), text.names.end(), [&](const Name& name) {
        return name.span.begin >= body.span.begin && is_firm(name) && ((!firm.id.empty() && name.id == firm.id) || name.by_form);
      }))
    return true;
  return std::any_of(text.clauses.begin() + body.first_clause, text.clauses.end(),
                     [](const Clause& clause) { return says(clause, WordUse::same_firm); });
}

}  // namespace

TitleFirm firm_of_title(std::string_view folded, const SpokenOf& spoken, const Compared& compared, const std::vector<OwnWords>& own,
                        const std::vector<bool>& subject, const std::vector<std::uint32_t>& paragraphs, const ReadText& text) {
  TitleFirm out;
  std::size_t firms = 0;
  for (std::uint32_t s = 0; s < text.sentences.size() && paragraphs[s] == 0; ++s) {
    const Sentence& sentence = text.sentences[s];
    firms += spoken.subjects_of(sentence, subject);
    for (std::uint32_t c = sentence.first_clause; c < sentence.first_clause + sentence.clauses && !out.sole.has(); ++c)
      if (own[c].subject.has() && is_firm(text.names[own[c].subject.index])) out.sole = own[c].subject;
  }
  if (firms == 1 && out.sole.has() && !body_tells_of(folded, paragraphs, text.names[out.sole.index], text)) {
    out.untold = true;
    out.sole = {};
  }
  if (firms != 1) out.sole = {};
  if (firms == 0) out.sole = firm_of_campaign(folded, paragraphs, text);
  // 东南亚平台座次: the title begins with it.
  out.place_leads = !text.names.empty() && text.names[0].kind == NameKind::place && text.names[0].span.begin == 0 && firms != 1;
  if (text.places.empty() || text.places.front().clause == kNoClause || text.places.front().body) return out;
  const std::uint32_t sentence = text.clauses[text.places.front().clause].sentence;
  if (paragraphs[sentence] != 0) return out;
  const Span place = text.places.front().span;
  const auto firm = std::find_if(text.names.begin(), text.names.end(), [](const Name& n) { return is_firm(n); });
  out.place_leads =
      out.place_leads || firm == text.names.end() || firm->span.begin > place.begin || firm->span.end == place.begin;  // 某平台美国站
  out.only_compared = out.place_leads && out.sole.has() && compared.compares(text.sentences[sentence]);  // 甲国平台：某平台居首
  if (out.only_compared) out.sole = {};
  return out;
}

}  // namespace fengbiao
