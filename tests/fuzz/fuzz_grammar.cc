// Any bytes as a pack with words and levels: it is refused with words that say why, or its grammar runs over a text.
#include <cstddef>
#include <cstdint>

#include "check_spans.h"
#include "rules/cascade.h"

namespace fengbiao {
namespace {

struct Takes : Productions {
  [[nodiscard]] std::optional<int> find(std::string_view makes) const override { return makes == "nothing" ? 1 : 0; }
  bool make(int production, const Fit& fit, void*, Token&, std::string& why) const override {
    why = "it declines";
    return production == 0 && fit.span().size() > 0;
  }
};

Result<void> run(std::string_view bytes) {
  FB_TRY(const PackNode pack, PackNode::parse(bytes, "f.yaml"));
  Classes classes;
  Lexicon lexicon;
  Cascade cascade;
  const Takes takes;
  Cascade::Memory memory;
  FB_CHECK(lexicon.add(pack["words"], classes));
  FB_CHECK(cascade.add(pack["levels"], classes, lexicon, takes));
  lexicon.seal();
  for (const std::string_view text : {"abcabcaabbcc", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""}) {
    std::vector<Token> tokens;
    for (std::uint32_t i = 0; i < text.size();) {
      const Lexicon::Hit hit = lexicon.longest(text, i);
      Token token;
      token.span = {i, i + std::max<std::uint32_t>(1, hit.length)};
      if (hit.length > 0) {
        token.word = hit.word;
        token.classes = lexicon.word(hit.word).classes;
      }
      i = token.span.end;
      tokens.push_back(token);
    }
    std::vector<Token> traced = tokens;
    Trace trace;
    cascade.run(text, tokens, takes, nullptr, memory);
    cascade.run(text, traced, takes, nullptr, memory, &trace);
    check_spans(tokens, text.size());
    demand(tokens.size() == traced.size(), "a trace changes nothing");
  }
  return {};
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  const Result<void> result = run({reinterpret_cast<const char*>(data), size});
  demand(result || !result.error().message().empty(), "a refusal has words");
  return 0;
}
