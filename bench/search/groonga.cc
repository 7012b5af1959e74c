// Groonga: a table of texts, and an index of pairs of characters with their positions, built after the texts are in.
#include <groonga.h>

#include <algorithm>

#include "engine.h"
#include "measure.h"

namespace fengbiao::bench {
namespace {

class Groonga final : public Engine {
 public:
  explicit Groonga(const char* tokenizer) : tokenizer_(tokenizer) {}
  ~Groonga() override {
    if (db_) grn_obj_close(&context_, db_);
    grn_ctx_fin(&context_);
    grn_fin();
  }
  [[nodiscard]] std::string name() const override { return std::string("Groonga, ") + tokenizer_; }

  void build(const Corpus& corpus, const std::filesystem::path& folder) override {
    grn_init();
    grn_ctx_init(&context_, 0);
    GRN_CTX_SET_ENCODING(&context_, GRN_ENC_UTF8);
    db_ = grn_db_create(&context_, (folder / "groonga").c_str(), nullptr);
    command("table_create Texts TABLE_NO_KEY");
    command("column_create Texts text COLUMN_SCALAR Text");
    texts_ = grn_ctx_get(&context_, "Texts", -1);
    grn_obj* const column = grn_ctx_get(&context_, "Texts.text", -1);
    grn_obj value;
    GRN_TEXT_INIT(&value, 0);
    for (std::size_t n = 0; n < corpus.documents(); ++n) {
      const grn_id id = grn_table_add(&context_, texts_, nullptr, 0, nullptr);
      const std::string_view text = corpus.document(n);
      GRN_TEXT_SET(&context_, &value, text.data(), text.size());
      grn_obj_set_value(&context_, column, id, &value, GRN_OBJ_SET);
    }
    GRN_OBJ_FIN(&context_, &value);
    command("table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer " + std::string(tokenizer_));
    command("column_create Terms at COLUMN_INDEX|WITH_POSITION Texts text");
    index_ = grn_ctx_get(&context_, "Terms.at", -1);
    if (!index_) stop({Cause::unreadable, {}, "Groonga makes no index", {}});
  }
  Answer ask(const Query& query) override {
    grn_obj* const found = search(query);
    Answer answer{grn_table_size(&context_, found), {}};
    grn_obj* const sorted = grn_table_create(&context_, nullptr, 0, nullptr, GRN_OBJ_TABLE_NO_KEY, nullptr, found);
    grn_table_sort_key key{};
    key.key = grn_obj_column(&context_, found, "_score", 6);
    key.flags = GRN_TABLE_SORT_DESC;
    grn_table_sort(&context_, found, 0, 10, sorted, &key, 1);
    GRN_TABLE_EACH_BEGIN(&context_, sorted, cursor, id) {
      void* at = nullptr;
      grn_table_cursor_get_value(&context_, cursor, &at);
      grn_id row = 0;
      grn_table_get_key(&context_, found, *static_cast<grn_id*>(at), &row, sizeof(row));
      answer.best.push_back(row - 1);
    }
    GRN_TABLE_EACH_END(&context_, cursor);
    grn_obj_unlink(&context_, key.key);
    grn_obj_close(&context_, sorted);
    grn_obj_close(&context_, found);
    return answer;
  }
  std::vector<std::uint32_t> all(const Query& query) override {
    grn_obj* const found = search(query);
    std::vector<std::uint32_t> rows;
    GRN_TABLE_EACH_BEGIN(&context_, found, cursor, id) {
      void* key = nullptr;
      grn_table_cursor_get_key(&context_, cursor, &key);
      rows.push_back(*static_cast<grn_id*>(key) - 1);
    }
    GRN_TABLE_EACH_END(&context_, cursor);
    grn_obj_close(&context_, found);
    std::ranges::sort(rows);
    return rows;
  }

 private:
  grn_obj* search(const Query& query) {
    grn_obj* const found = grn_table_create(&context_, nullptr, 0, nullptr, GRN_OBJ_TABLE_HASH_KEY | GRN_OBJ_WITH_SUBREC, texts_, nullptr);
    grn_operator with = GRN_OP_OR;
    for (const std::string& term : query.terms) {
      grn_obj text;
      GRN_TEXT_INIT(&text, GRN_OBJ_DO_SHALLOW_COPY);
      GRN_TEXT_SET_REF(&text, term.data(), term.size());
      grn_obj_search(&context_, index_, &text, found, with, nullptr);
      GRN_OBJ_FIN(&context_, &text);
      with = GRN_OP_AND;
    }
    return found;
  }
  void command(const std::string& words) {
    grn_ctx_send(&context_, words.data(), static_cast<unsigned>(words.size()), 0);
    char* answer = nullptr;
    unsigned size = 0;
    int flags = 0;
    grn_ctx_recv(&context_, &answer, &size, &flags);
    if (context_.rc != GRN_SUCCESS) stop({Cause::unreadable, {}, context_.errbuf, {}});
  }
  const char* tokenizer_;
  grn_ctx context_{};
  grn_obj *db_ = nullptr, *texts_ = nullptr, *index_ = nullptr;
};

}  // namespace

std::unique_ptr<Engine> make_groonga(const char* tokenizer) { return std::make_unique<Groonga>(tokenizer); }

}  // namespace fengbiao::bench
