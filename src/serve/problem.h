// What went wrong with a request, as one object (RFC 9457), the same shape everywhere.
//
//   {"type":"urn:fengbiao:problem:invalid-parameter","title":"Bad Request","status":400,"detail":"...","parameter":"limit",
//    "expected":"a whole number from 1 to 200"}
//
// Tested by problem_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "serve/http.h"

namespace fengbiao {

struct Problem {
  unsigned status = 400;
  std::string_view kind;                      // "not-found": the end of its type
  std::string detail;                         // one sentence, for people
  std::string parameter = {}, expected = {};  // of a wrong parameter
  unsigned retry_after = 0;                   // seconds, 0: not said
};

Answer answer_of(const Problem& problem);

// What an error of the engine is to a client. Places of this machine stay here.
Problem problem_of(const Error& error);

}  // namespace fengbiao
