// Our index, ranked as simply as the others' answers are: by where the terms stand, then later documents first.
#include <algorithm>

#include "base/disk.h"
#include "engine.h"
#include "measure.h"
#include "search/index.h"
#include "search/index_file.h"

namespace fengbiao::bench {
namespace {

class Ours final : public Engine {
 public:
  [[nodiscard]] std::string name() const override { return "fengbiao"; }

  void build(const Corpus& corpus, const std::filesystem::path& folder) override {
    const SearchSource source{.stamp = "bench", .documents = [&](const SearchIndex*, const auto& put) -> Result<std::string> {
                                SearchDocument document;
                                document.paragraphs.resize(1);
                                for (std::size_t n = 0; n < corpus.documents(); ++n) {
                                  const std::string_view text = corpus.document(n);
                                  const std::size_t end = text.find('\n');
                                  document.id = fmt::format("{:08x}", n);
                                  document.title = text.substr(0, end);
                                  document.paragraphs[0] = text.substr(end + 1, text.size() - end - 2);
                                  put(document);
                                }
                                return "bench";
                              }};
    index_ = std::make_unique<SearchIndex>(need(open_search_index(folder / "archive", source)).index);
  }

  Answer ask(const Query& query) override {
    find(query);
    Answer answer{hits_.size(), {}};
    constexpr std::size_t kBest = 10;
    std::uint64_t least = 0;
    best_.clear();
    for (std::size_t i = hits_.size(); i-- > 0;) {  // the latest first, so that few are put in
      const std::uint64_t score =
          static_cast<std::uint64_t>(hits_[i].place()) + (also_.empty() ? 0U : static_cast<std::uint64_t>(also_[i]));
      const std::uint64_t key = score << 32 | hits_[i].row();
      if (best_.size() == kBest && key < least) continue;
      best_.insert(std::ranges::lower_bound(best_, key, std::greater<>()), key);
      if (best_.size() > kBest) best_.pop_back();
      least = best_.back();
    }
    for (const std::uint64_t key : best_) answer.best.push_back(static_cast<std::uint32_t>(key));
    return answer;
  }

  std::vector<std::uint32_t> all(const Query& query) override {
    find(query);
    std::vector<std::uint32_t> rows;
    for (const SearchHit hit : hits_) rows.push_back(hit.row());
    return rows;
  }

 private:
  void find(const Query& query) {
    also_.clear();
    if (query.terms.size() == 1) return index_->find(query.terms[0], hits_);
    const bool swap = index_->at_most(query.terms[1]) < index_->at_most(query.terms[0]);
    index_->find(query.terms[swap ? 1 : 0], hits_);
    index_->keep(query.terms[swap ? 0 : 1], hits_, &also_);
  }
  std::unique_ptr<SearchIndex> index_;
  std::vector<SearchHit> hits_;
  std::vector<TermPlace> also_;
  std::vector<std::uint64_t> best_;
};

}  // namespace

std::unique_ptr<Engine> make_ours() { return std::make_unique<Ours>(); }

}  // namespace fengbiao::bench
