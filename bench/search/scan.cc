// A plain scan: 32 places at a time are tried by two bytes of the term, those that are rarest in the texts.
#include <immintrin.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "engine.h"

namespace fengbiao::bench {
namespace {

class Scan final : public Engine {
 public:
  [[nodiscard]] std::string name() const override { return "plain scan, AVX2"; }

  void build(const Corpus& corpus, const std::filesystem::path&) override {
    corpus_ = &corpus;
    for (std::size_t i = 0; i < corpus.text.size(); i += 97) ++counts_[static_cast<unsigned char>(corpus.text[i])];
  }
  Answer ask(const Query& query) override {
    const std::vector<std::uint32_t> rows = all(query);
    return {rows.size(), {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, rows.size()))}};
  }
  std::vector<std::uint32_t> all(const Query& query) override {
    std::vector<std::uint32_t> rows;
    scan(query.terms[0], rows);
    for (std::size_t t = 1; t < query.terms.size(); ++t)
      std::erase_if(rows, [&](std::uint32_t row) { return corpus_->document(row).find(query.terms[t]) == std::string_view::npos; });
    return rows;
  }

 private:
  __attribute__((target("avx2"))) void scan(std::string_view term, std::vector<std::uint32_t>& rows) const {
    std::array<std::size_t, 2> probe{0, term.size() - 1};
    std::vector<std::size_t> order(term.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return counts_[static_cast<unsigned char>(term[i])]; });
    probe = {order[0], order[std::min<std::size_t>(1, order.size() - 1)]};
    const std::string& text = corpus_->text;
    const __m256i one = _mm256_set1_epi8(term[probe[0]]), two = _mm256_set1_epi8(term[probe[1]]);
    std::uint64_t skip = 0;
    std::size_t at = 0;
    for (; at + term.size() + 31 <= text.size(); at += 32) {
      const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at + probe[0]));
      const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at + probe[1]));
      auto both = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(a, one), _mm256_cmpeq_epi8(b, two))));
      for (; both != 0; both &= both - 1) {
        const std::size_t hit = at + static_cast<std::size_t>(std::countr_zero(both));
        if (hit < skip || std::memcmp(text.data() + hit, term.data(), term.size()) != 0) continue;
        add(hit, rows, skip);
      }
    }
    for (; (at = text.find(term, at)) != text.npos; ++at)
      if (at >= skip) add(at, rows, skip);
  }
  void add(std::size_t hit, std::vector<std::uint32_t>& rows, std::uint64_t& skip) const {
    rows.push_back(corpus_->document_at(hit));
    skip = corpus_->begins[rows.back() + 1];
  }
  const Corpus* corpus_ = nullptr;
  std::array<std::size_t, 256> counts_{};
};

}  // namespace

std::unique_ptr<Engine> make_scan() { return std::make_unique<Scan>(); }

}  // namespace fengbiao::bench
