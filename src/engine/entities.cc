#include "engine/entities.h"

#include <algorithm>

#include "clause/sentences.h"
#include "entity/names.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

// What is printed under `span` of the text, the lines of the paragraph joined.
std::string printed(std::string_view text, const std::vector<Span>& pieces, Span span) {
  std::vector<Span> parts;
  for (const Span piece : pieces) {
    const Span part{std::max(piece.begin, span.begin), std::min(piece.end, span.end)};
    if (!part.empty()) parts.push_back(part);
  }
  return join_pieces(text, parts);
}

}  // namespace

Result<EntityRegister> gather_entities(Archive& archive, const ReadOptions& options,
                                       const std::function<void(std::size_t, std::size_t)>& on_progress) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const NameReader reader, NameReader::load(data));
  FB_TRY(const auto rows, archive.issues());
  EntityRegister entities;
  Folded folded;
  std::vector<Name> names;
  std::size_t done = 0;
  const auto visit = [&](const StoredIssue& stored, std::string_view text) -> Result<void> {
    if (on_progress) on_progress(done++, rows.size());
    for (const Article& article : stored.issue.articles) {
      const auto read = [&](const std::vector<Span>& pieces) {
        fold_pieces(text, pieces, folded);
        reader.read(folded.text, names);
        if (names.empty()) return;
        const std::vector<Span> sentences = sentence_spans(folded.text);
        std::size_t at = 0;
        for (const Name& name : names) {
          while (at + 1 < sentences.size() && sentences[at].end <= name.span.begin) ++at;
          Mention m;
          m.kind = name_of(name.kind);
          m.id = name.id;
          m.canonical = name.canonical;
          m.code = name.code;
          if (name.candidates.size() > 1)
            for (const NameCandidate& c : name.candidates) m.candidates.push_back(c.id);
          m.span = trim(text, folded.original(name.span.begin, name.span.end));
          m.printed = printed(text, pieces, m.span);
          m.rule = name.rule;
          m.issue = stored.key;
          m.article = article.n;
          m.article_title = article.title;
          m.date = article.date.value_or(stored.issue.masthead.date.value_or(""));
          if (at < sentences.size()) m.quote = printed(text, pieces, folded.original(sentences[at].begin, sentences[at].end));
          entities.add(std::move(m));
        }
      };
      read(article.title_pieces);
      for (const Paragraph& paragraph : article.paragraphs) read(paragraph.pieces);
    }
    return {};
  };
  FB_CHECK(archive.for_each_issue(visit));
  entities.close();
  return entities;
}

}  // namespace fengbiao
