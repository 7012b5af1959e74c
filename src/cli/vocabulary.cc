#include "cli/vocabulary.h"

#include <algorithm>
#include <cstddef>

#include "base/embedded.h"
#include "cli/vocabulary_rows.h"

namespace fengbiao {
namespace {

const Argument kArchive{"ARCHIVE", ValueType::file, "the archive, one file"};
const Argument kIssue{"ISSUE", ValueType::text, "an issue's key, a beginning of it, or its file name"};
const Argument kArticle{"ARTICLE", ValueType::text, "an article's id or a beginning of it, ISSUE/N, or a part of its title"};
const Flag kJson{"json", 0, ValueType::none, "", "one JSON object instead of text; errors become JSON too"};
const Flag kQuiet{"quiet", 'q', ValueType::none, "", "print nothing but what went wrong"};
const Flag kProfile{"profile", 0, ValueType::text, "NAME", "read with this bulletin profile instead of choosing by evidence"};
const Flag kData{"data", 0, ValueType::folder, "DIR", "your own profiles and lexicons, over the built-in ones"};
const Argument kText{"FILE", ValueType::file, "a text, PDF, HTML or DOCX file, or - for standard input"};
const Argument kRecordOrArticle{"NAME", ValueType::text, "an article as for `show`, or a record or finding: its id or ISSUE/N-o153", false,
                                true};
const Flag kIssueFlag{"issue", 0, ValueType::text, "ISSUE", "only of this issue: its key, a beginning of it, or its file name"};
const Flag kLimit{"limit", 0, ValueType::number, "N", "at most this many; 0 for all"};
const Flag kCsv{"csv", 0, ValueType::none, "", "a table as CSV, with all columns of an export"};
const Flag kDate{"date", 0, ValueType::date, "DATE", "the day on which the text was written: completes its times"};

constexpr std::string_view kDataAbout =
    "\n\nYour own data folder is the one given by --data, else by the environment variable FENGBIAO_DATA, else "
    "$XDG_CONFIG_HOME/fengbiao or ~/.config/fengbiao where that exists.";

std::vector<Command> make() {
  const auto with_data = [](std::string_view text) { return std::string(text) + std::string(kDataAbout); };
  return {
      {"ingest",
       "read bulletins into an archive",
       with_data("Reads files, folders and standard input (-) into ARCHIVE, which is made when missing. A folder is walked in a fixed "
                 "order. Text (UTF-8, UTF-16, GB18030), PDF, HTML and DOCX are told by their bytes, not by their names.\n\n"
                 "Each issue is put away whole or not at all; what has been reported as done survives a crash. Reading the same file "
                 "again changes nothing, also where it is an earlier version by now; a corrected file replaces its issue, and the earlier "
                 "version stays in the history. A bad "
                 "input is reported on standard error and the others are still read. Ctrl-C ends after the issue at hand.\n\n"
                 "One summary line a file says what became of it, how many articles it holds and which lines no rule could read."),
       {kArchive, {"INPUT", ValueType::file, "a file, a folder, or - for standard input", true}},
       {kProfile, kData, kJson, kQuiet},
       "0  every input was read\n1  some inputs could not be read; the others are in the archive"},
      {"issues",
       "list the issues of an archive",
       "One line an issue, in the order of their keys.",
       {kArchive},
       {{"history", 0, ValueType::none, "", "earlier versions too"}, kJson},
       "0  issues were found\n1  the archive holds none"},
      {"articles",
       "list articles, filtered",
       "One line an article, in printed order. Filters are joined by \"and\". An article without a date matches no date filter.",
       {kArchive},
       {{"section", 0, ValueType::text, "NAME", "only of this section"},
        {"source", 0, ValueType::text, "NAME", "only from this source"},
        {"from", 0, ValueType::date, "DATE", "dated on this day or later"},
        {"to", 0, ValueType::date, "DATE", "dated on this day or earlier"},
        kIssueFlag,
        {"title", 0, ValueType::text, "WORDS", "only with these words in the title"},
        {"selected-by", 0, ValueType::text, "NAME", "only selected by this person or desk"},
        {"compiled", 0, ValueType::none, "", "only those the bulletin's own desk compiled"},
        {"not-compiled", 0, ValueType::none, "", "only those taken from other sources"},
        kLimit,
        kJson},
       "0  articles were found\n1  none matches"},
      {"search",
       "find articles by words, names, dates and figures",
       with_data(
           "QUERY is made of words that must all be there, each found wherever it stands. OR joins its two neighbours, - before a word "
           "leaves out, quotes keep words together, brackets group. FIELD:WORD asks one field: title, section, source, body, area, "
           "issue, indicator, date and value, which have Chinese names too. date and value take ranges: [A TO B], A..B, >A, <=B; an open "
           "end is *. What cannot be read so is read as plain words, and a line says what. A query that begins with - stands behind --.\n\n"
           "The best come first: rare words before common ones, whole words before stretches that only run over words, titles before "
           "texts, words close together before words apart; docs/search.md states the whole principle, --explain says for each hit why "
           "it stands where it does. Aliases, words of one meaning, traditional characters and initials (kjds) count too; the line \"read "
           "as\" shows what was added. An indicator with a period is answered with the table of all reported values.\n\n"
           "The index stands beside the archive in ARCHIVE.index and is made when it is missing or old."),
       {kArchive, {"QUERY", ValueType::text, "what is looked for; several words are one query", true}},
       {{"limit", 0, ValueType::number, "N", "hits on a page, 10 unless given, at most 200"},
        {"cursor", 0, ValueType::text, "CURSOR", "the next page: the cursor that the page before ended with"},
        {"sort", 0, ValueType::choice, "ORDER", "relevance (the default), newest or oldest", "relevance newest oldest"},
        {"section", 0, ValueType::text, "NAME", "only of this section; may be given several times, like the filters below", "", false,
         true},
        {"source", 0, ValueType::text, "NAME", "only from this source", "", false, true},
        {"area", 0, ValueType::text, "NAME", "only of articles that name this place", "", false, true},
        {"body", 0, ValueType::text, "NAME", "only of articles that name this body, company or platform", "", false, true},
        {"year", 0, ValueType::text, "YEAR", "only of this year", "", false, true},
        {"facets", 0, ValueType::none, "", "how many hits each section, source, year, area and body has, and each month"},
        {"no-synonyms", 0, ValueType::none, "", "without aliases and words of one meaning"},
        {"exact", 0, ValueType::none, "", "only what is typed: no synonyms, no initials, nothing read apart"},
        {"explain", 0, ValueType::none, "", "below each hit why it stands where it does"},
        kData,
        kJson},
       "0  articles were found, or figures that answer\n1  nothing was found"},
      {"show",
       "show one article whole, with where it came from",
       "Prints the article's text, its sources and the file, lines and pages it was read from. With --lines the printed lines stand "
       "below each other, each with its file and line number and the part of the article it was read as.",
       {kArchive, kArticle},
       {{"lines", 0, ValueType::none, "", "the printed lines with their numbers"}, kJson},
       "0  shown\n1  no such article"},
      {"explain",
       "tell which rules made an article or a record, or read a text",
       with_data(
           "For every field of the article: its value, the name of the rule that decided it, and the printed lines it looked at.\n\n"
           "For a record, an observation or a policy: its sentence with the number or name marked, and for every field its value, the "
           "rule, the words it looked at and what was seen there, also where nothing is known; what else of the sentence was looked at "
           "and dropped; and what somebody corrected. The article is read again for that, by the rules of today.\n\n"
           "For a finding of `check` (its id or ISSUE/N-f153): the words, the rule with its meaning and examples, the computation, the "
           "other "
           "side, how sure it is, and how to accept it.\n\n"
           "With --text, for every number, time and name of the text given: the named rules and words that made it, and the "
           "candidates that lost and why."),
       {{kArchive.name, kArchive.type, kArchive.help, false, true}, kRecordOrArticle},
       {{"text", 0, ValueType::text, "TEXT", "explain this text instead of an article"}, kDate, kData, kJson},
       "0  explained\n1  no such article or record, or nothing found in the text"},
      {"observations",
       "list the statistical statements of the articles, filtered",
       "One line a number that measures something: what is measured, where, for whom, for which period, how much. Filters are joined by "
       "\"and\" and see what was corrected. The first column names the record for `explain` and `correct`.\n\n"
       "A period is written 2021, 2022-H1, 2022-Q3, 2022-08 or 2022-11-25. --from and --to take what lies wholly between them, stocks at a "
       "date too; an observation without a period matches neither. docs/formats.md describes the fields.",
       {kArchive},
       {{"indicator", 0, ValueType::text, "WORDS", "with these words in what is measured, or with this code"},
        {"area", 0, ValueType::text, "NAME", "of this place: its name or code"},
        {"entity", 0, ValueType::text, "NAME", "of this company, platform or product: its name or id"},
        {"from", 0, ValueType::text, "PERIOD", "for this period or later"},
        {"to", 0, ValueType::text, "PERIOD", "for this period or earlier"},
        {"measure", 0, ValueType::choice, "MEASURE", "only level, growth, share, rank or change", "level growth share rank change"},
        {"status", 0, ValueType::choice, "STATUS", "only actual, forecast or target", "actual forecast target"},
        kIssueFlag,
        {"sure", 0, ValueType::none, "", "only those that the program is sure of"},
        kLimit,
        kJson,
        kCsv},
       "0  observations were found\n1  none matches"},
      {"policies",
       "list the policy documents that the articles report on",
       with_data(
           "One line a document, however many articles tell of it: what they say of its kind, issuers and days, and its standing. Where "
           "reports differ, all values stand side by side. The standing is asked on --on, else on the day of the archive's last "
           "issue; it is what the reports say, and \"cannot tell\" where it hangs on something they do not say or differ on.\n\n"
           "--upcoming-after lists the days to come instead: what takes effect, expires or closes for comments, in order."),
       {kArchive},
       {{"in-force-on", 0, ValueType::date, "DAY", "only what is in force on this day"},
        {"upcoming-after", 0, ValueType::date, "DAY", "the days behind this one on which something changes"},
        {"on", 0, ValueType::date, "DAY", "the day on which the standing is asked"},
        {"topic", 0, ValueType::text, "WORDS", "with these words in the name, or in a headline that tells of it"},
        {"issuer", 0, ValueType::text, "NAME", "issued by this body: any of its names, or its id"},
        {"status", 0, ValueType::choice, "STATUS", "only not-yet-published, draft, published, in-force, expired or cannot-tell",
         "not-yet-published draft published in-force expired cannot-tell"},
        {"kind", 0, ValueType::choice, "KIND",
         "only this kind: law, regulation, plan, notice, opinion, announcement, standard, guideline or initiative",
         "law regulation plan notice opinion announcement standard guideline initiative"},
        kData,
        kJson,
        kCsv},
       "0  documents or days were found\n1  none"},
      {"policy",
       "show one policy document with all that is told of it",
       with_data(
           "NAME is any printed name of it, with or without its brackets, or its id. Every value has the reports that give it; below, "
           "every report with its sentence, in order of time."),
       {kArchive, {"NAME", ValueType::text, "a name, however it is printed, or an id"}},
       {{"on", 0, ValueType::date, "DAY", "the day on which its standing is asked; that of the last issue when left out"}, kData, kJson},
       "0  shown\n1  no article tells of it"},
      {"review",
       "list what a person should look at",
       "First corrections whose record is gone, then corrected fields that are read otherwise now, then records that contradict "
       "themselves, then those that the program is not sure of; each with the reason. A record that somebody corrected is seen "
       "already: `correct --set sure=true` settles one that is right as it is.",
       {kArchive},
       {kLimit, kJson},
       "0  something waits\n1  nothing does"},
      {"correct",
       "correct fields of a record by hand, undo that, list it",
       "What the program read stays; the correction is kept beside it, with reason, name and time, survives `reread`, and is used "
       "wherever records are listed, exported or lined up. Values are checked by their field. An empty value says that the field is "
       "unknown. A name that is set without its code (area, entity, indicator, reporter) has none.\n\n"
       "Fields of an observation: value, value_max, unit, approx, measure, basis, indicator, indicator_code, area, area_code, entity, "
       "entity_id, period, status, reporter, reporter_id, part_of, share_of, sure. Of a policy: name, short_name, kind, issuers, number, "
       "issued, effective, until, comments_until, status, changes, sure.",
       {kArchive, {"RECORD", ValueType::text, "a record: its id or ISSUE/N-o153", false, true}},
       {{"set", 0, ValueType::text, "FIELD=VALUE", "a field and its right value; may be given several times", "", false, true},
        {"why", 0, ValueType::text, "WORDS", "the reason"},
        {"by", 0, ValueType::text, "NAME", "who corrects"},
        {"at", 0, ValueType::text, "MOMENT", "when, in UTC, such as 2026-11-27T08:00:00Z; now when left out"},
        {"undo", 0, ValueType::number, "N", "take this correction back; its row stays in the list"},
        {"list", 0, ValueType::none, "", "list all corrections, also those that were undone"},
        {"dry-run", 'n', ValueType::none, "", "only tell what would be"},
        kJson},
       "0  corrected, undone or listed\n1  no such record or correction, or nothing to list"},
      feeds_command(kArchive, kJson),
      fetch_command(kArchive, kData, kJson, kQuiet, kDataAbout),
      candidates_command(kArchive, kData, kLimit, kJson, kDataAbout),
      fetches_command(kArchive, kLimit, kJson),
      issue_command(kData, kDataAbout),
      hosts_command(kArchive, kJson),
      allowance_command(kArchive, kData, kJson, kDataAbout),
      {"quantities",
       "find the numbers and times of a text",
       with_data(
           "Writes every quantity (numbers with what they count, money, percentages, ranks, ranges, with their bounds and their digits "
           "as printed) and every time (dates, periods, durations) as one JSON object a line, with its place in the text. What only "
           "looks like a number (5G, 618, document numbers) is left out; `explain --text` shows why. docs/formats.md describes the "
           "keys.\n\nA time that lacks its year is completed on --date, the day on which the text was written; without it such a time "
           "stays "
           "open, with the reason."),
       {kText},
       {kDate, {"numerals", 0, ValueType::none, "", "also every numeral, whatever it is part of"}, kData},
       "0  something was found\n1  nothing"},
      {"names",
       "find the names of a text",
       with_data(
           "Writes every name of a place, body, company, platform, medium, campaign or person as one JSON object a line: what it stands "
           "for, its code, and where it could stand for several, all of them instead of a guess. docs/formats.md describes the keys."),
       {kText},
       {kData},
       "0  something was found\n1  nothing"},
      {"addresses",
       "find the addresses of a text and cut them into parts",
       with_data("Writes every address as one JSON object a line: province, city, county, town, village, road and house, with the code of "
                 "the finest division that is certain. An address that fits several places has all of them as candidates and no code."),
       {kText},
       {kData},
       "0  something was found\n1  nothing"},
      {"entities",
       "list who and what the articles name",
       with_data(
           "One line an entity: places, bodies, companies, platforms, media, campaigns and people, each under one entry however it is "
           "called, those named in most articles first."),
       {kArchive},
       {{"kind", 0, ValueType::choice, "KIND", "only this kind: place, body, company, platform, media, campaign or person",
         "place body company platform media campaign person"},
        kLimit,
        kData,
        kJson},
       "0  entities were found\n1  none"},
      {"entity",
       "show one entity with all its mentions in order of time",
       with_data("NAME is any name it goes by, its id or its code. Every mention has its date, article and sentence."),
       {kArchive, {"NAME", ValueType::text, "a name, alias, id or code"}},
       {kData, kJson},
       "0  shown\n1  the archive does not name it"},
      {"series",
       "line up what many articles say of one thing, by period",
       with_data(
           "Without QUERY, one line a series, the longest first: an indicator of one area and entity, measured one way in one unit. With "
           "QUERY (words of its name, an alias, a code or a series' id), every cell of the series that match, with every report: who "
           "reports it, in which article, and whether it is a forecast or a target. Related series follow.\n\n"
           "Nothing is chosen: a cell in which two reports cannot both hold is marked as a conflict and shows both, allowing for rounding "
           "and for words such as more than and about; `conflict?` stands where one of them was not read surely or both stand in one "
           "article. A figure that its own reporter later replaced is marked as revised, the same figure told again as repeated."),
       {kArchive, {"QUERY", ValueType::text, "words of a name, an alias, a code or an id", false, true}},
       {{"area", 0, ValueType::text, "NAME", "only of this place: its name or code"},
        {"entity", 0, ValueType::text, "NAME", "only of this company, platform or product"},
        {"measure", 0, ValueType::choice, "MEASURE", "only this measure: level, growth, share, rank or change",
         "level growth share rank change"},
        {"limit", 0, ValueType::number, "N", "at most this many series; 0 for all (drawings: 4 unless given)"},
        {"quotes", 0, ValueType::none, "", "below each report the sentence it stands in"},
        {"chart", 0, ValueType::none, "", "draw the series in the terminal"},
        {"svg", 0, ValueType::file, "FILE", "write a picture of the series; - for standard output"},
        {"csv", 0, ValueType::none, "", "CSV: with QUERY a row a report, else a row a series"},
        kData,
        kJson},
       "0  series were found\n1  none matches"},
      {"check",
       "find what is wrong in texts or archives",
       with_data(
           "Checks figures against each other, articles against each other, marks, words, names and source lines. INPUT is a text, DOCX, "
           "PDF or HTML file, a bulletin or not, a folder of them, - for standard input, or an archive, told by its bytes.\n\n"
           "Every finding has its place, the printed line, the computation and what might be printed instead; the last lines tell how much "
           "was looked at. --format html writes one page for editors, sarif a log for other programs.\n\n"
           "Findings that somebody looked at and accepts stand in a baseline file: one JSON object a line, known again by rule and "
           "sentence, "
           "so that they stay accepted when lines move. --accept puts findings into it (their ids, as --format jsonl shows them, "
           "ISSUE/N-f153, or `all`). Entries that no finding has any more are told of.\n\n"
           "Rules are data: --list-rules lists them, --list-rules RULE tells all of one. A rule file with an error ends the run unless "
           "--skip-broken-rules is given."),
       {{"INPUT", ValueType::file, "a file, a folder, an archive, or - for standard input; with --list-rules the id of a rule", true,
         true}},
       {kIssueFlag,
        {"kind", 0, ValueType::text, "KINDS",
         "only these kinds, parted by commas: arithmetic, conflict, typo, punctuation, duplicate, format, style, extraction"},
        {"min-confidence", 0, ValueType::text, "P", "only findings at least this sure, from 0 to 1"},
        {"severity", 0, ValueType::choice, "LEAST", "only findings at least this grave: error, warning or note", "error warning note"},
        {"format", 0, ValueType::choice, "FORMAT", "text (the default), jsonl, sarif or html", "text jsonl sarif html"},
        {"output", 'o', ValueType::file, "FILE", "write the report to FILE, which takes its name once it is whole"},
        {"score", 0, ValueType::none, "", "the error rate of the trade: weighed errors in 10,000 characters, and the pass mark"},
        {"relations", 0, ValueType::none, "", "tell also what holds and what cannot be told"},
        {"baseline", 0, ValueType::file, "FILE", "findings accepted in FILE are not counted"},
        {"accept", 0, ValueType::text, "FINDING", "put this finding into the baseline; may be given several times", "", false, true},
        {"why", 0, ValueType::text, "WORDS", "the reason for accepting"},
        {"by", 0, ValueType::text, "NAME", "who accepts"},
        {"at", 0, ValueType::date, "DAY", "when; today when left out"},
        {"dry-run", 'n', ValueType::none, "", "with --accept: only tell what would be accepted"},
        {"rules", 0, ValueType::folder, "DIR", "rules of your own, over the built-in ones"},
        {"skip-broken-rules", 0, ValueType::none, "", "leave out rules with errors instead of ending; each is told of"},
        {"list-rules", 0, ValueType::none, "", "list the rules, or tell all of those named"},
        kProfile,
        kData,
        kJson},
       "0  nothing was found, or the rules were listed\n1  findings"},
      comply_command(kData, kJson, kDataAbout),
      packs_command(kData, kJson, kDataAbout),
      sort_command(kArchive, kData, kJson, kDataAbout),
      decide_command(kData, kJson, kDataAbout),
      {"export",
       "write records for other programs",
       "Writes one record a line as JSON Lines, or a table: CSV, a workbook (xlsx) or a data package (datapackage), which is a folder, or "
       "a "
       "ZIP file where FILE ends so. Observations also as SDMX-CSV 2.0 for statistical offices (sdmx-csv), with the definition of its "
       "columns (sdmx-structure); dates of policies as a calendar "
       "(ics); findings as a SARIF log (sarif). FILE takes its name once it is whole. docs/formats.md describes the records and formats; "
       "their keys are kept from version "
       "to "
       "version.",
       {kArchive},
       {{"kind", 0, ValueType::text, "KIND", "which records: articles (the default), observations, policies, findings or relations"},
        {"format", 0, ValueType::choice, "FORMAT", "jsonl (the default), csv, xlsx, datapackage, sdmx-csv, sdmx-structure, ics or sarif",
         "jsonl csv xlsx datapackage sdmx-csv sdmx-structure ics sarif"},
        {"output", 'o', ValueType::file, "FILE", "write to FILE instead of standard output"},
        {"bom", 0, ValueType::none, "", "begin CSV with a byte order mark, so that Excel takes it for UTF-8"},
        {"campaigns", 0, ValueType::none, "", "a calendar with the shopping campaigns of the archive's years and the next"}},
       "0  written\n1  the archive holds no issue; an empty file was written"},
      {"print",
       "set an issue again as one HTML page and a PDF",
       with_data("Writes the issue into the folder DIR: masthead, contents with page numbers, columns, articles and source lines. "
                 "`issue build` makes more forms. A file of the same name that neither made is not replaced."),
       {kArchive, kIssue},
       {{"out", 0, ValueType::folder, "DIR", "the folder to write into, made when missing", "", true},
        {"html-only", 0, ValueType::none, "", "leave the PDF out"},
        kData},
       "0  written\n1  no such issue"},
      {"verify",
       "check an archive's integrity",
       "Checks the database, the checksums of texts and records, and that every span still points at its text. Changes nothing.",
       {kArchive},
       {kJson, kQuiet},
       "0  whole\n1  troubles were found, each named"},
      {"reread",
       "read the kept originals again with today's rules",
       with_data("Every issue's kept text is read again by the rules of this program. Issues that come out the same are left alone. "
                 "Identifiers stay the same while the printed lines do."),
       {kArchive},
       {kProfile, kData, kJson, kQuiet},
       "0  done\n1  some issues could not be read again and stay as they were"},
      {"remove",
       "take an issue out of an archive",
       "Removes an issue with all its versions and kept texts. --dry-run tells what would go. Without it, fengbiao asks on a "
       "terminal (unless --yes); a script is not asked. `backup` first if in doubt.",
       {kArchive, kIssue},
       {{"dry-run", 'n', ValueType::none, "", "only tell what would go"}, {"yes", 'y', ValueType::none, "", "do not ask"}, kJson},
       "0  removed, or told what would go\n1  no such issue, or the answer was no"},
      {"backup",
       "write a consistent copy of an archive",
       "Copies the archive while others may read or write it. FILE must not exist yet.",
       {kArchive, {"FILE", ValueType::file, "the copy to make"}},
       {},
       "0  copied"},
      {"diff",
       "compare two versions of an issue",
       "Prints the differences of the kept texts, line by line, as a unified diff: by default of the current version and the one "
       "before it.",
       {kArchive, kIssue},
       {{"from", 0, ValueType::number, "VERSION", "the earlier version"}, {"to", 0, ValueType::number, "VERSION", "the later version"}},
       "0  they differ\n1  they are the same, or there is only one version"},
      {"profiles",
       "list the bulletin profiles",
       with_data("What a bulletin looks like is data: names of sections, patterns of source lines and mastheads. This lists the "
                 "profiles at hand, built in and your own."),
       {},
       {kData, kJson},
       "0  listed"},
      {"serve",
       "answer over HTTP: the web application and the API of an archive",
       with_data(
           "One program, nothing else to install: a browser shows the application at the address given, programs find the same at "
           "/api/v1, described by /api/v1/openapi.json and docs/api.md. Other processes may ingest meanwhile; what they add shows within "
           "a second. Ctrl-C or SIGTERM finishes what is being answered and ends.\n\n"
           "It listens to this machine alone unless --listen says otherwise. Whoever reaches it may read everything, unless "
           "--read-token-file names a file with a token that all must send as `Authorization: Bearer TOKEN`. Nothing can be written "
           "unless --token-file names one for that. A browser is answered only under names of this machine, or those that --host allows."),
       {kArchive},
       {{"listen", 0, ValueType::text, "ADDRESS", "address and port, 127.0.0.1:8080 when left out; port 0 takes a free one"},
        {"host", 0, ValueType::text, "NAME", "answer under this host name too", "", false, true},
        {"token-file", 0, ValueType::file, "FILE", "allow corrections to who has the token in this file"},
        {"desk", 0, ValueType::none, "", "show and change drafts of issues, for who has the token of --token-file"},
        {"read-token-file", 0, ValueType::file, "FILE", "answer only who has the token in this file"},
        {"threads", 0, ValueType::number, "N", "threads that read and write; as many as there are cores when left out"},
        {"connections", 0, ValueType::number, "N", "at most this many at once; 4096 when left out"},
        {"cache", 0, ValueType::number, "MB", "answers kept in memory; 256 when left out"},
        {"stop-after", 0, ValueType::number, "SECONDS", "end by itself, for scripts"},
        kData,
        kQuiet},
       "0  stopped when it was asked to"},
      {"mcp",
       "answer language-model agents: the Model Context Protocol",
       with_data(
           "Speaks JSON-RPC, a message a line, over standard input and output, as agents start their tools. It offers search, article, "
           "observations, series, policies_in_force, check_text and decide; each answer carries the citations of the articles it rests on. "
           "Nothing can be written. It ends when its input ends.\n\n"
           "An agent's configuration names the program with the arguments `mcp ARCHIVE`."),
       {kArchive},
       {kData},
       "0  the input ended"},
      {"help",
       "explain a command",
       "Without COMMAND, lists the commands.",
       {{"COMMAND", ValueType::text, "a command's name", false, true}},
       {},
       "0  explained"},
      {"version",
       "print the version",
       "Prints the program's version and the number of the archive format it writes.",
       {},
       {},
       "0  printed"},
      {"docs",
       "print generated documentation",
       "The manual's command reference, the page of the rules, the man page and the completions.",
       {},
       {{"manual", 0, ValueType::none, "", "the command reference as Markdown"},
        {"rules", 0, ValueType::none, "", "the rules of the checks as Markdown"},
        {"api", 0, ValueType::none, "", "the routes of the API as Markdown"},
        {"man", 0, ValueType::none, "", "the man page"},
        {"completion", 0, ValueType::choice, "SHELL", "the completion script for this shell", "bash zsh fish"}},
       "0  printed",
       true},
  };
}

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> all = make();
  return all;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto it = std::ranges::find(all, name, &Command::name);
  return it == all.end() ? nullptr : &*it;
}

const Flag* find_flag(const Command& command, std::string_view name) {
  const auto it = std::ranges::find(command.flags, name, &Flag::name);
  return it == command.flags.end() ? nullptr : &*it;
}

std::vector<Example> examples_of(const Command& command) {
  // Blocks "# what" / "fengbiao ..."; a command's examples are those whose first word after the program is its name.
  std::vector<Example> out;
  std::string_view text = embedded_file("cli/examples.txt").value_or("");
  std::string what;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with("# ")) what = line.substr(2);
    if (!line.starts_with("fengbiao ")) continue;
    const std::string_view rest = line.substr(9);
    if (rest.substr(0, rest.find(' ')) == command.name) out.push_back({what, std::string(line)});
  }
  return out;
}

std::string usage_line(const Command& command) {
  std::string out = "fengbiao " + std::string(command.name);
  for (const Argument& argument : command.arguments) {
    std::string name = std::string(argument.name) + (argument.many ? "..." : "");
    out += argument.optional ? " [" + name + "]" : " " + name;
  }
  for (const Flag& flag : command.flags) {
    std::string name = "--" + std::string(flag.name);
    if (!flag.value.empty()) name += " " + std::string(flag.value);
    if (flag.many) name += "...";
    out += flag.required ? " " + name : " [" + name + "]";
  }
  return out;
}

}  // namespace fengbiao
