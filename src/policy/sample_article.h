// For tests of this room: an article made of a title and paragraphs, read whole.
//
//   SampleArticle a("2022-12-05", "甲", {"第一段。", "第二段。"});
//   a.policies() ...
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "policy/policies.h"

namespace fengbiao::policy_room {

struct SampleArticle {
  std::string kept;
  Article article;
  ArticleText text;

  SampleArticle(const std::string& date, const std::string& title, const std::vector<std::string>& paragraphs) {
    static const TextReader reader = TextReader::load(DataSet::built_in()).value();
    const auto add = [&](const std::string& line) {
      const Span span{static_cast<std::uint32_t>(kept.size()), static_cast<std::uint32_t>(kept.size() + line.size())};
      kept += line + "\n";
      return std::vector<Span>{span};
    };
    article.id = "sample";
    article.n = 1;
    article.line_start = 1;
    article.title_pieces = add(title);
    for (const std::string& paragraph : paragraphs) article.paragraphs.push_back({add(paragraph), {}, false});
    article.line_end = static_cast<std::uint32_t>(paragraphs.size()) + 1;
    article.date = date;
    fill_texts(article, kept);
    text.read(reader, article, kept, std::nullopt);
  }
  // Of one paragraph below a headline that says nothing.
  explicit SampleArticle(const std::string& paragraph, const std::string& date = "2022-12-05") : SampleArticle(date, "-", {paragraph}) {}

  [[nodiscard]] std::vector<Policy> policies(std::vector<Candidate>* dropped = nullptr) const {
    static const PolicyReader reader = [] {
      Result<PolicyReader> loaded = PolicyReader::load(DataSet::built_in());
      if (!loaded) throw std::runtime_error(loaded.error().message());
      return std::move(*loaded);
    }();
    std::vector<Policy> out;
    reader.read(text, out, dropped);
    if (!out.empty() && !reader.may_report(text.folded())) throw std::logic_error("a document is read where none may be");
    return out;
  }
};

// name|kind|issuers with + between|issued|effective|until|status, what is not told left empty.
inline std::string in_short(const Policy& p) {
  std::string out = p.name + "|" + std::string(name_of(p.kind)) + "|";
  for (const PolicyIssuer& issuer : p.issuers) out += (out.back() == '|' ? "" : "+") + issuer.name;
  return out + "|" + p.issued + "|" + p.effective + "|" + p.until + "|" + std::string(name_of(p.status));
}

}  // namespace fengbiao::policy_room
