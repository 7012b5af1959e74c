// What any text says, as records with spans: quantities, times, names, addresses. The door for texts that are in no archive.
//
//   auto tools = TextTools::load(TextTools::Need::quantities, {});
//   tools->quantities(passage, {.date = "2022-12-05"}, [&](std::string_view json) { use(json); });
//
// Each record is given as one JSON object (docs/formats.md describes its keys), so that the command line, the API and programs
// share one form. One TextTools serves one thread; loading takes a moment, so keep it. Tested by text_records_test.cc.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"
#include "engine/passages.h"

namespace fengbiao {

class TextTools {
 public:
  enum class Need { quantities, names, addresses, all };
  static Result<TextTools> load(Need need, const ReadOptions& options);
  TextTools(TextTools&&) noexcept;
  TextTools& operator=(TextTools&&) noexcept;
  ~TextTools();

  struct Context {
    std::string file = "-";             // base name, for the records
    std::optional<std::string> date{};  // ISO day on which the text was written: completes its times
    bool numerals = false;              // quantities: also every numeral, whatever it is part of
  };
  // One JSON object a record, in order of the text.
  using Sink = std::function<void(std::string_view json)>;
  void quantities(const Passage& passage, const Context& context, const Sink& sink);
  void names(const Passage& passage, const Context& context, const Sink& sink);
  void addresses(const Passage& passage, const Context& context, const Sink& sink);

  // How the records of a passage came about: rules, words and candidates that lost, as lines for people or as one JSON object.
  std::string explain(const Passage& passage, const Context& context, bool json);

 private:
  struct Parts;
  explicit TextTools(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
