#include "cli/vocabulary_rows.h"

namespace fengbiao {
namespace {

const Flag kAt{"at", 0, ValueType::text, "MOMENT", "when, in UTC, such as 2026-11-27T08:00:00Z; now when left out"};

}  // namespace

Command feeds_command(const Argument& archive, const Flag& json) {
  return {
      "feeds",
      "keep the list of feeds and folders that are watched",
      "What `fetch` asks: RSS, Atom and JSON feeds, plain pages whose links are taken, folders of PDF, text, HTML and DOCX. Which of these "
      "an "
      "address is shows when it is fetched.\n\n"
      "ACTION is one of: add (addresses of the web, or folders), remove (what was fetched stays), list, import (an OPML file from another "
      "reader; only addresses of the web are taken), export (OPML to standard output).",
      {{"ACTION", ValueType::text, "add, remove, list, import or export"},
       archive,
       {"FEED", ValueType::text, "an address, a folder, or of import an OPML file", true, true}},
      {kAt, json},
      "0  done, or something is listed\n1  it was there already, is not there, or the list is empty"};
}

Command fetch_command(const Argument& archive, const Flag& data, const Flag& json, const Flag& quiet, std::string_view about_data) {
  return {
      "fetch",
      "fetch what the watched feeds have new",
      std::string(
          "Asks every feed (what has not changed is not sent again), fetches the pages of new articles, takes their main text, and keeps "
          "each "
          "as a candidate; a line a feed says what came of it. A feed that cannot be read leaves a record that says why (`fetches`), the "
          "others go on, and it is asked again later and later. robots.txt is obeyed, and one host is asked once in --delay seconds.\n\n"
          "No connection is made to private, loopback or link-local addresses unless --allow-private is given. Ctrl-C ends after the "
          "article "
          "at hand; what was reported is in the archive.") +
          std::string(about_data),
      {archive},
      {{"feed", 0, ValueType::text, "URL", "only this feed, even where its time has not come; may be given several times", "", false, true},
       {"limit", 0, ValueType::number, "N", "at most this many new articles of one feed; 50 when left out"},
       {"delay", 0, ValueType::text, "SECONDS", "between two requests to one host; 1 when left out, robots.txt may ask for more"},
       {"timeout", 0, ValueType::number, "SECONDS", "for one request; 60 when left out"},
       {"now", 0, ValueType::none, "", "also feeds that are to be asked later"},
       {"allow-private", 0, ValueType::none, "", "permit private, loopback and link-local addresses"},
       {"dry-run", 'n', ValueType::none, "", "ask the feeds, tell what is new, fetch no page and keep nothing"},
       kAt,
       data,
       json,
       quiet},
      "0  every feed that was asked could be read\n1  some could not, or there is none to ask"};
}

Command candidates_command(const Argument& archive, const Flag& data, const Flag& limit, const Flag& json, std::string_view about_data) {
  return {"candidates",
          "list what was fetched, sorted",
          std::string(
              "One line a story, the newest first: the column that the archive's own issues make likely, how near it is to the field (a "
              "share of the "
              "archive's articles that are no nearer), how many other houses printed it, where an issue told it already. --json has every "
              "printing with its text, the figures that changed, the reasons and a summary. Nothing is decided.") +
              std::string(about_data),
          {archive},
          {{"new", 0, ValueType::none, "", "only what the last fetch that found any has brought"},
           {"feed", 0, ValueType::text, "URL", "only from this feed"},
           {"section", 0, ValueType::text, "NAME", "only what this column is proposed for"},
           data,
           limit,
           json},
          "0  there are candidates\n1  none"};
}

Command fetches_command(const Argument& archive, const Flag& limit, const Flag& json) {
  return {"fetches",
          "list the record of fetches",
          "One line a fetch, the newest first: when, which address, the answer's status and size, and what went wrong or is worth saying.",
          {archive},
          {{"feed", 0, ValueType::text, "URL", "only of this feed"},
           {"failed", 0, ValueType::none, "", "only what failed or was not permitted"},
           limit,
           json},
          "0  there are records\n1  none"};
}

}  // namespace fengbiao
