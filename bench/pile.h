// A pile of bulletins of any size, made of the samples' own articles and sentences, shuffled by a seed: same seed, same
// bytes. Issues come in the samples' two settings in turn, clean paragraphs and hard-wrapped lines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "engine/archive.h"

namespace fengbiao::bench {

class Pile {
 public:
  // `samples`: folder with the two sample issues as text.
  static Result<Pile> load(const std::filesystem::path& samples);

  // Issue number `n`, about `bytes` long.
  [[nodiscard]] std::string issue(std::uint32_t n, std::size_t bytes = 65'000) const;
  // Writes issues of together at least `bytes` into `folder`; returns how many bytes.
  Result<std::uint64_t> write(const std::filesystem::path& folder, std::uint64_t bytes) const;
  // The samples' texts, for the yardstick.
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Story {
    std::string title, source;
    std::vector<std::string> sentences;
  };
  std::vector<std::string> sections_;
  std::vector<Story> stories_;
  std::string text_;
};

}  // namespace fengbiao::bench
