// Decisions and their answers as text for people: Chinese as the rules are told, English beside it. Tested by tests/cases/cli/decide.test.
#pragma once

#include <string>

#include "publish/decision_record.h"

namespace fengbiao {

std::string decision_text(const Decision& d);                             // --explain
std::string answer_text(const DecisionAnswer& answer);                    // one case
std::string answer_line(const DecisionAnswer& answer, std::size_t line);  // one of many

}  // namespace fengbiao
