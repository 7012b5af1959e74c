// Any bytes as a text of any kind, against the packs of the program and one that folds and asks for everything: places lie in the text, in
// order, and the words under them are those that are told. Bytes that begin with `pack:` are read as a pack: refused with a place, or used.
#include <cstddef>
#include <cstdint>

#include "check_document.h"
#include "comply/compliance.h"
#include "comply/pack_lint.h"
#include "intake/build.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

constexpr std::string_view kPack = R"(pack: f
name: {zh: f, en: f}
addressee: {zh: f, en: f}
policy: {title: f}
from: 2022-01-01
as: [listing, script, transcript, app, page]
words: {drink: [白酒, 啤酒]}
rules:
  - id: f.all
    name: {zh: f, en: f}
    verdict: forbidden
    severity: error
    confidence: 0.5
    means: {zh: f, en: f}
    instead: {zh: f, en: f}
    fold: [gaps, sounds, split]
    find:
      - {words: [微信, "$drink…6便宜…9买", 第一, 最, 赌博], not_behind: [次], near: {words: [加, 的, 全网], scope: line, within: 40}}
      - {words: [a1, vx, 1.5, "的…60的"], not_near: [{words: [不…4卖], scope: text, within: 9}, {words: [禁止]}], not_inside: [quotes, title]}
    unless: [{id: x, zh: x, en: x, words: [本店], scope: text}]
  - id: f.miss
    name: {zh: f, en: f}
    verdict: remind
    severity: note
    confidence: 0.5
    means: {zh: f, en: f}
    instead: {zh: f, en: f}
    find: [{missing: [提示], when: [酒]}, {missing: [电话]}]
)";

void judge(const Compliance& compliance, const std::string& text, ComplyKind kind) {
  const Document document = document_from_text(text, "f");
  const auto report = compliance.check(document, {kind, "2023-10-01", {}});
  demand(report.has_value(), "a text is checked whatever it holds");
  for (const auto* list : {&report->findings, &report->exempt}) {
    std::uint32_t last = 0;
    for (const ComplianceFinding& f : *list) {
      demand(f.span.begin < f.span.end && f.span.end <= document.text.size(), "a place lies in the text");
      demand(f.span.begin >= last, "places come in order");
      demand(f.quote == slice(document.text, f.span), "the words are those of the place");
      demand(f.line_start >= 1 && f.line_start <= f.line_end && f.line_end <= document.lines.size(), "lines are lines");
      demand((f.disguise != Disguise::none) == !f.read_as.empty(), "what was disguised is read");
      last = f.span.begin;
    }
  }
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace fengbiao;
  static const DataSet data = DataSet::built_in();
  static const Compliance own = *Compliance::of_pack(data, kPack, "f.yaml");
  static const Compliance all = *Compliance::load(data);
  static const ComplyFolding folding = *ComplyFolding::load(data);
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  if (input.starts_with("pack:")) {
    const auto book = PackBook::parse(input, "f.yaml", folding);
    if (!book) demand(!book.error().what.empty() && !book.error().place.file.empty(), "a pack is refused with a place and a reason");
    return 0;
  }
  if (input.empty()) return 0;
  const auto kind = static_cast<ComplyKind>(bytes[0] % kComplyKinds);
  const std::string text = mend_utf8(input.substr(1));
  judge(own, text, kind);
  judge(all, text, kind);
  (void)guess_kind(document_from_text(text, "f"));
  return 0;
}
