// A name in an article of an archive: what it stands for and where it is printed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace fengbiao {

struct Mention {
  std::string kind, id, canonical, code;  // as in entity/name.h; id empty: found by form or undecided
  std::vector<std::string> candidates;    // ids it could be, when undecided
  std::string printed;                    // as printed
  std::string rule;
  std::string issue;          // key of the issue
  std::uint32_t article = 0;  // number in the issue
  std::string article_title;
  std::string date;        // of the article, else of the issue; ISO; may be empty
  Span span;               // in the kept text of the issue
  std::uint32_t line = 0;  // 1-based
  std::string quote;       // the sentence it stands in
};

}  // namespace fengbiao
