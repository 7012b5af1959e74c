// /hosts and /allowance: the ledgers of the archive, read only. They tell of persons: whoever may be another machine needs a token.
#include "ledger/allowance.h"
#include "ledger/hosts.h"
#include "publish/ledger_record.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

Result<LedgerBook> book_of(const Ask& ask) { return LedgerBook::open(ask.context.keeper().path(), OpenMode::read); }

Reply answer_hosts(const Ask& ask) {
  FB_ASK(LedgerBook book, book_of(ask));
  FB_ASK(const std::vector<HostState> states, HostLedger(book).states(ask.parameters.text("name")));
  return list_answer(ask.parameters, states.size(), [&](JsonWriter& w, std::size_t i) { write_host_json(w, states[i], nullptr); });
}

Reply answer_host(const Ask& ask) {
  FB_ASK(LedgerBook book, book_of(ask));
  HostLedger hosts(book);
  const std::string &id = ask.parameters.text("id"), &field = ask.parameters.text("field");
  FB_ASK(const std::optional<HostState> state, hosts.state(id));
  if (!state)
    return std::unexpected(Problem{404, "not-found", "the ledger holds no such host; /api/v1/hosts?name= finds one by a name or account"});
  FB_ASK(const auto entries, book.view(HostLedger::kLedger).of_subject(id));
  FB_ASK(const HostLedger::Answer may, hosts.may(id, field));
  JsonWriter w;
  write_host_json(w, *state, &entries, [&](JsonWriter& more) {
    more.key("on_air");
    more.open('{');
    more.text_or_null("field", field);
    more.field("may", may.may);
    more.field("reasons", may.reasons);
    more.close('}');
  });
  return json_answer(w);
}

Reply answer_allowance(const Ask& ask) {
  FB_ASK(LedgerBook book, book_of(ask));
  AllowanceLedger ledger(book, ask.context.allowance_limits());
  const std::string& person = ask.parameters.text("id");
  FB_ASK(const auto entries, book.view(AllowanceLedger::kLedger).of_subject(person));
  if (entries.empty()) return std::unexpected(Problem{404, "not-found", "the ledger has nothing of such a person"});
  FB_ASK(const auto orders, ledger.orders(person));
  FB_ASK(const auto years, ledger.balances(person));
  JsonWriter w;
  write_allowance_json(w, person, years, orders, entries);
  return json_answer(w);
}

}  // namespace

std::vector<Route> ledger_routes() {
  constexpr auto kPersons = Route::Access::persons;
  return {
      {"GET",
       "/api/v1/hosts",
       "hosts",
       "Live-stream hosts of the ledger: names, qualifications, training, score, cards, bans",
       {{"name", ParameterType::text, "only those with this id, name or account"}, limit_parameter(), cursor_parameter()},
       "HostList",
       answer_hosts,
       Route::nothing,
       kJsonType,
       kPersons,
       false},
      {"GET",
       "/api/v1/hosts/{id}",
       "host",
       "One host with every entry, and whether the host may go on air, with reasons",
       {{"id", ParameterType::text, "id of the host"},
        {"field", ParameterType::choice, "a field that needs a qualification: may the host go on air on it?",
         "medicine finance law education"}},
       "Host",
       answer_host,
       Route::nothing,
       kJsonType,
       kPersons,
       false},
      {"GET",
       "/api/v1/allowance/{id}",
       "allowance",
       "What a person has bought of each year's allowance for retail import, and what returns gave back",
       {{"id", ParameterType::text, "the person, as entered"}},
       "Allowance",
       answer_allowance,
       Route::nothing,
       kJsonType,
       kPersons,
       false},
  };
}

}  // namespace fengbiao
