// A pile of bulletins of any size, made of the given issues' own articles and sentences, shuffled by a seed: same seed, same
// bytes. Issues come in two settings in turn, clean paragraphs and hard-wrapped lines.
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
  // `folder`: with issues as text, *.txt; texts without articles are left out.
  static Result<Pile> load(const std::filesystem::path& folder);

  // Issue number `n`, about `bytes` long.
  [[nodiscard]] std::string issue(std::uint32_t n, std::size_t bytes = 65'000) const;
  // Writes issues of together at least `bytes` into `folder`; returns how many bytes.
  Result<std::uint64_t> write(const std::filesystem::path& folder, std::uint64_t bytes) const;
  // The issues it is made of, as they are; and all of them in one, for the yardstick.
  [[nodiscard]] const std::vector<std::string>& originals() const { return originals_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Story {
    std::string title, source;
    std::vector<std::string> sentences;
  };
  std::vector<std::string> sections_;
  std::vector<Story> stories_;
  std::vector<std::string> originals_;
  std::string text_;
};

}  // namespace fengbiao::bench
