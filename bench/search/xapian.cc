// Xapian with its n-grams of Chinese characters, a term as a phrase.
#include <xapian.h>

#include <algorithm>

#include "engine.h"

namespace fengbiao::bench {
namespace {

class XapianEngine final : public Engine {
 public:
  [[nodiscard]] std::string name() const override { return "Xapian, CJK n-grams"; }

  void build(const Corpus& corpus, const std::filesystem::path& folder) override {
    const std::string place = (folder / "xapian").string();
    {
      Xapian::WritableDatabase db(place, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
      Xapian::TermGenerator generator;
      generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
      for (std::size_t n = 0; n < corpus.documents(); ++n) {
        Xapian::Document document;
        generator.set_document(document);
        generator.set_termpos(0);
        const std::string_view text = corpus.document(n);
        generator.index_text(Xapian::Utf8Iterator(text.data(), text.size()));
        db.add_document(document);
      }
      db.commit();
      db.compact(place + ".whole", Xapian::DBCOMPACT_NO_RENUMBER);
    }
    std::filesystem::remove_all(place);
    db_ = Xapian::Database(place + ".whole");
  }
  Answer ask(const Query& query) override {
    Xapian::Enquire enquire(db_);
    enquire.set_query(parse(query));
    const Xapian::MSet found = enquire.get_mset(0, 10, db_.get_doccount());  // looks at all, so that the count is exact
    Answer answer{found.get_matches_estimated(), {}};
    for (auto at = found.begin(); at != found.end(); ++at) answer.best.push_back(*at - 1);
    return answer;
  }
  std::vector<std::uint32_t> all(const Query& query) override {
    Xapian::Enquire enquire(db_);
    enquire.set_query(parse(query));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet found = enquire.get_mset(0, db_.get_doccount());
    std::vector<std::uint32_t> rows;
    for (auto at = found.begin(); at != found.end(); ++at) rows.push_back(*at - 1);
    std::ranges::sort(rows);
    return rows;
  }

 private:
  Xapian::Query parse(const Query& query) {
    Xapian::QueryParser parser;
    parser.set_database(db_);
    parser.set_default_op(Xapian::Query::OP_AND);
    Xapian::Query all;
    for (const std::string& term : query.terms) {
      std::string words = "\"";
      for (const char c : term) words += c == '"' ? ' ' : c;
      const Xapian::Query part = parser.parse_query(words + "\"", Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_CJK_NGRAM);
      all = &term == &query.terms.front() ? part : Xapian::Query(Xapian::Query::OP_AND, all, part);
    }
    return all;
  }
  Xapian::Database db_;
};

}  // namespace

std::unique_ptr<Engine> make_xapian() { return std::make_unique<XapianEngine>(); }

}  // namespace fengbiao::bench
