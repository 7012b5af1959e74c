#include "cli/vocabulary_rows.h"

#include <string>

namespace fengbiao {

Command hosts_command(const Argument& archive, const Flag& json) {
  return {
      "hosts",
      "keep a ledger of hosts: qualifications, score, cards, bans",
      "Entries are added and never changed; a wrong one is undone by a counter-entry. Each has a day, a name and a reason. A ban holds "
      "for "
      "every name and account of the host: nobody is entered under one of them while it stands.\n\n"
      "ACTION is one of: add (with --name, which may be given several times: names and accounts), name (more of them), file (a "
      "qualification: "
      "--field and --document), review (--field and --result), train (--course), score (--points), card (--color), ban, undo (--entry), "
      "show "
      "(one host by id, name or account, or all), may (whether the host may go on air, with --field on that subject).",
      {archive,
       {"ACTION", ValueType::text, "add, name, file, review, train, score, card, ban, undo, show or may"},
       {"HOST", ValueType::text, "the host's id; of show a name or account too", false, true}},
      {{"name", 0, ValueType::text, "NAME", "a name or account of the host", "", false, true},
       {"field", 0, ValueType::choice, "FIELD", "what a qualification is for", "medicine finance law education"},
       {"document", 0, ValueType::text, "WORDS", "the qualification that is filed"},
       {"result", 0, ValueType::choice, "RESULT", "of a review", "approved refused"},
       {"course", 0, ValueType::text, "WORDS", "what was taught"},
       {"points", 0, ValueType::text, "N", "added to the score; below 0 taken off"},
       {"color", 0, ValueType::choice, "COLOR", "of a card", "yellow red"},
       {"entry", 0, ValueType::number, "N", "the entry that is undone"},
       {"day", 0, ValueType::date, "DATE", "of what happened; today when left out"},
       {"why", 0, ValueType::text, "WORDS", "the reason"},
       {"by", 0, ValueType::text, "NAME", "who enters it"},
       {"at", 0, ValueType::text, "MOMENT", "when, in UTC, such as 2026-11-27T08:00:00Z; now when left out"},
       json},
      "0  entered, shown, or yes\n1  refused by the ledger with the reason, nothing to show, or no"};
}

Command allowance_command(const Argument& archive, const Flag& data, const Flag& json, std::string_view about_data) {
  return {
      "allowance",
      "keep a ledger of personal allowances for retail import",

      std::string(
          "What each person has bought of the year's allowance, and what returns give back. An order above the limit of one, or above "
          "what "
          "is left of the year, is refused; an order's number is used once. A return goes through its steps in order (received, sorted, "
          "declared, relisted, restored), and the last one gives the amount back to the year of the order, once. Entries are added "
          "and never changed; a wrong one is undone by a counter-entry.\n\n"
          "ACTION is one of: order (--order and --amount in yuan), return (--order and --step), undo (--entry), show.") +
          std::string(about_data),
      {archive,
       {"ACTION", ValueType::text, "order, return, undo or show"},
       {"PERSON", ValueType::text, "the buyer, by whatever name you use for him", false, true}},
      {{"order", 0, ValueType::text, "NUMBER", "the order's number"},
       {"amount", 0, ValueType::text, "YUAN", "what the order comes to"},
       {"step", 0, ValueType::choice, "STEP", "the step of the return that was taken", "received sorted declared relisted restored"},
       {"entry", 0, ValueType::number, "N", "the entry that is undone"},
       {"day", 0, ValueType::date, "DATE", "of what happened; today when left out"},
       {"why", 0, ValueType::text, "WORDS", "the reason"},
       {"by", 0, ValueType::text, "NAME", "who enters it"},
       {"at", 0, ValueType::text, "MOMENT", "when, in UTC, such as 2026-11-27T08:00:00Z; now when left out"},
       data,
       json},
      "0  entered or shown\n1  refused by the ledger with the reason, or nothing to show"};
}

}  // namespace fengbiao
