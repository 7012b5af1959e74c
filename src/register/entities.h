// One entry for what is told under many names: the mentions of many articles gathered by entity, with every name it was called by
// and every mention on a time line.
//
//   EntityRegister r; r.add({kind body, id "body:miit", …, printed "工信部", issue "2022-12-05", article 12, date 2022-11-30});
//   r.find("工信部")->mentions
//
// Mentions with an id of the lists are one entry by that id; names found by form are one entry by kind and canonical name; undecided
// places stay apart, by their printed form. Same mentions in, same order out. Tested by entities_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/mention.h"

namespace fengbiao {

struct EntityEntry {
  std::string kind;       // "body"
  std::string id;         // "body:miit", "310115"; empty: found by form, or undecided
  std::string canonical;  // full usual name, or the printed one
  std::string code;
  std::map<std::string, std::uint32_t> called;  // printed form -> how often
  std::vector<std::uint32_t> mentions;          // indexes into EntityRegister::mentions, by date, then place
  std::uint32_t articles = 0, issues = 0;       // in how many it is named
  std::string first, last;                      // dates of the first and last mention; empty when none has a date
};

class EntityRegister {
 public:
  void add(Mention mention);
  void close();  // sorts; call once after the last add

  [[nodiscard]] const std::vector<EntityEntry>& entries() const { return entries_; }  // most articles first, then by name
  [[nodiscard]] const std::vector<Mention>& mentions() const { return mentions_; }
  // By id, code, canonical name or any name it was called by; several when the name is shared.
  [[nodiscard]] std::vector<const EntityEntry*> find(std::string_view name) const;
  // Names near to one that is not there, for "did you mean".
  [[nodiscard]] std::vector<std::string> near(std::string_view name, std::size_t most = 3) const;

 private:
  std::vector<Mention> mentions_;
  std::vector<EntityEntry> entries_;
};

}  // namespace fengbiao
