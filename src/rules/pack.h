// A pack: one YAML file of data/, read with its places, so that every complaint names file and line and what was expected.
// A pack is read whole or not at all. Unknown keys are errors with a "did you mean". Tested by pack_test.cc.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace YAML {
class Node;
}

namespace fengbiao {

class PackNode {
 public:
  static Result<PackNode> parse(std::string_view bytes, std::string place);

  [[nodiscard]] bool missing() const;  // no such key, or null
  [[nodiscard]] Place place() const;
  [[nodiscard]] PackNode operator[](std::string_view key) const;  // missing() when there is none
  // A map may hold no other keys than these.
  Result<void> only_keys(std::initializer_list<std::string_view> known) const;

  [[nodiscard]] Result<std::string> text() const;  // a scalar
  [[nodiscard]] Result<std::string> text_or(std::string_view otherwise) const;
  [[nodiscard]] Result<double> number_or(double otherwise) const;
  [[nodiscard]] Result<bool> flag_or(bool otherwise) const;
  [[nodiscard]] Result<std::vector<std::string>> texts() const;                         // a list of scalars, or one; missing: none
  [[nodiscard]] Result<std::vector<PackNode>> items() const;                            // of a list; missing: none
  [[nodiscard]] Result<std::vector<std::pair<std::string, PackNode>>> entries() const;  // of a map, in file order

  [[nodiscard]] std::unexpected<Error> complain(std::string what, std::string advice = {}) const;

 private:
  PackNode(std::shared_ptr<YAML::Node> node, std::shared_ptr<const std::string> file, std::string path);
  std::shared_ptr<YAML::Node> node_;
  std::shared_ptr<const std::string> file_;
  std::string path_;  // "patterns[3].examples": for complaints about what is missing
};

// The nearest of `known` by edit distance, or empty when none is near.
std::string nearest(std::string_view word, std::initializer_list<std::string_view> known);

}  // namespace fengbiao
