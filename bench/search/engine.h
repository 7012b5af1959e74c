// One of the things compared: it is given all documents, and then queries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.h"

namespace fengbiao::bench {

class Engine {
 public:
  virtual ~Engine() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  // Into the empty `folder`. Its size afterwards is the size of the index; nothing where an engine has none.
  virtual void build(const Corpus& corpus, const std::filesystem::path& folder) = 0;
  struct Answer {
    std::uint64_t total = 0;
    std::vector<std::uint32_t> best;  // at most ten
  };
  // What is timed: how many there are, and the ten best.
  virtual Answer ask(const Query& query) = 0;
  // All documents of the answer, rising.
  virtual std::vector<std::uint32_t> all(const Query& query) = 0;
};

std::unique_ptr<Engine> make_ours();
std::unique_ptr<Engine> make_groonga(const char* tokenizer);
std::unique_ptr<Engine> make_xapian();
std::unique_ptr<Engine> make_fts5();
std::unique_ptr<Engine> make_scan();

}  // namespace fengbiao::bench
