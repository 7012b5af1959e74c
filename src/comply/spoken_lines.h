// What of each line is text, and what only says who speaks, when, or which attribute of the goods it is.
//
//   [00:12:31] 主播：家人们看这里      transcript: text 家人们看这里, speaker host, at 00:12:31
//   品牌：云上                         listing: attribute 品牌; the line is read whole, as claims hide in names too
//   00:00:01,000 --> 00:00:04,000      a time line of SRT or WebVTT: no text
//
// Names of speakers stand in data/comply/speakers.yaml. A name that is none of them is a speaker whom no rule knows; it stays so.
// Tested by spoken_lines_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "comply/text_kind.h"
#include "rules/data_set.h"

namespace fengbiao {

enum class LineSpeaker : std::uint8_t { unknown, host, guest, viewer };
std::string_view name_of(LineSpeaker speaker);
std::optional<LineSpeaker> line_speaker_named(std::string_view name);

struct SpokenLine {
  Span text;                                   // empty: nothing to read
  Span name;                                   // of the speaker, or of the attribute of a listing
  LineSpeaker speaker = LineSpeaker::unknown;  // of a transcript
  std::int64_t at = -1;                        // milliseconds from the start; -1: no time code
  bool heading = false;
  bool flows_on = false;  // the sentence goes on in the next line: a line of a page's paragraph, a caption of the same speaker
};

class SpokenLines {
 public:
  static Result<SpokenLines> load(const DataSet& data);
  // A line for each of the document.
  [[nodiscard]] std::vector<SpokenLine> read(const Document& document, ComplyKind kind) const;

 private:
  void read_captions(const Document& document, std::vector<SpokenLine>& out) const;
  [[nodiscard]] LineSpeaker speaker_of(std::string_view name) const;
  void read_speaker(std::string_view text, SpokenLine& line) const;
  std::map<std::string, LineSpeaker, std::less<>> speakers_;
};

// A time code at the start of `text`: 1:02, 00:12:31, 00:12:31.500; its length, 0 for none.
std::size_t time_code(std::string_view text, std::int64_t& milliseconds);
// "00:12:31"
std::string time_text(std::int64_t milliseconds);

}  // namespace fengbiao
