// A name of a text: what it is called there, what it stands for, and what else it could stand for.
//
//   工信部       body, "工业和信息化部", id body:miit
//   浦东新区     place, code 310115
//   鼓楼区       place with four candidates and no decision, unless the text decides
//
// Tested by names_test.cc and tests/sets/names.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

enum class NameKind : std::uint8_t { place, body, company, platform, media, campaign, person };
std::string_view name_of(NameKind kind);

struct NameCandidate {
  std::string id;    // stable within the data: "310115", "body:miit", "CN"
  std::string name;  // full usual name: 浦东新区 of 上海市 is written "上海市浦东新区"
};

struct Name {
  Span span;  // in the folded text
  NameKind kind = NameKind::place;
  std::string id;                         // empty: unknown to the lists (found by form), or undecided
  std::string canonical;                  // full usual name of what was decided; the printed form when found by form; empty when undecided
  std::string code;                       // division code (6, 9 or 12 digits) or ISO 3166 alpha-2; empty where none
  std::string home;                       // of a body or firm: code of the place it belongs to, where that is known
  std::string short_name;                 // of a place, or of that home: 上海 of 上海市; from the county down the name itself
  std::vector<NameCandidate> candidates;  // what it could be; more than one: undecided, and `id` is empty
  bool by_form = false;                   // not in a list, recognised by its form
  std::string rule;                       // named rule that decided: "list", "short form in a list of places", "form: authority"
  std::string why;                        // for explain: what decided, or why it stays open
};

}  // namespace fengbiao
