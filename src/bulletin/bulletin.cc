#include "bulletin/bulletin.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/utf8.h"
#include "bulletin/articles.h"
#include "bulletin/outline.h"
#include "bulletin/setting.h"
#include "bulletin/source_line.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

// How much of a document looks like what the profile describes: columns found, source lines found.
int evidence_for(const Profile& profile, const std::vector<Ink>& inks, std::string_view text) {
  std::set<std::string_view> names;
  for (const Ink& ink : inks)
    if (const SectionName* s = section_named(ink, text, profile)) names.insert(s->name);
  return static_cast<int>(names.size());
}

const Profile* choose_profile(const Knowledge& knowledge, const std::vector<Ink>& inks, std::string_view text, int& evidence) {
  const Profile* best = nullptr;
  evidence = 0;
  for (const Profile& p : knowledge.profiles) {
    if (p.general()) continue;
    const int e = evidence_for(p, inks, text);
    if (e > evidence) {
      evidence = e;
      best = &p;
    }
  }
  if (best) return best;
  const auto general = std::find_if(knowledge.profiles.begin(), knowledge.profiles.end(), [](const Profile& p) { return p.general(); });
  return general != knowledge.profiles.end() ? &*general : &knowledge.profiles.front();
}

// Entries of the contents against headlines of the body: equal without blanks, or one is the beginning of the other.
void match_contents(Issue& issue, const std::vector<std::string>& keys) {
  std::map<std::string, std::uint32_t> titles;
  for (const Article& a : issue.articles) titles.emplace(squeezed(a.title), a.n);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string& key = keys[i];
    if (const auto it = titles.find(key); it != titles.end()) {
      issue.contents[i].article = it->second;
      continue;
    }
    const auto it = titles.lower_bound(key);
    if (key.size() >= 18 && it != titles.end() && it->first.starts_with(key)) issue.contents[i].article = it->second;
  }
}

void make_zones(Issue& issue, const std::vector<Ink>& inks, const std::vector<ZoneKind>& kinds, const std::vector<std::uint32_t>& articles,
                const std::vector<Ink>& furniture) {
  issue.zones.reserve(inks.size() + furniture.size());
  for (std::size_t i = 0; i < inks.size(); ++i) issue.zones.push_back({kinds[i], inks[i].span, inks[i].line, articles[i]});
  for (const Ink& ink : furniture) issue.zones.push_back({ZoneKind::page_furniture, ink.span, ink.line, 0});
  if (!furniture.empty())
    std::sort(issue.zones.begin(), issue.zones.end(), [](const Zone& a, const Zone& b) { return a.span.begin < b.span.begin; });
  std::uint32_t last = 0;
  for (const Zone& z : issue.zones)
    if (z.kind == ZoneKind::unclaimed && z.line != last) {
      ++issue.unclaimed_lines;
      last = z.line;
    }
}

}  // namespace

Result<Issue> read_bulletin(const Document& document, const Knowledge& knowledge, std::string_view profile_name) {
  const std::string_view text = document.text;
  Issue issue;
  issue.file = document.file;
  issue.lines = static_cast<std::uint32_t>(document.lines.size());

  std::vector<Ink> inks = ink_of(document);
  const Profile* profile = nullptr;
  if (profile_name.empty()) {
    int evidence = 0;
    profile = choose_profile(knowledge, inks, text, evidence);
    issue.because.push_back({"profile", evidence > 0 ? "columns of the profile found" : "no columns of any profile found", 0, 0,
                             fmt::format("{}: {} columns", profile->name, evidence)});
  } else {
    profile = knowledge.profile(profile_name);
    if (!profile) {
      std::string known;
      for (const Profile& p : knowledge.profiles) known += (known.empty() ? "" : ", ") + p.name;
      return fail(Cause::invalid_argument, {}, fmt::format("no bulletin profile '{}'", profile_name), fmt::format("known: {}", known));
    }
    issue.because.push_back({"profile", std::string(kNamedByUser), 0, 0, profile->name});
  }
  issue.profile = profile->name;

  const std::vector<Ink> furniture = take_furniture(inks, text, *profile);
  split_section_lines(inks, text, *profile);
  std::vector<SourceLine> sources = find_source_lines(inks, text, *profile, knowledge.dates);
  Outline outline = outline_of(inks, text, sources, *profile, knowledge.dates);
  std::vector<bool> is_text(inks.size(), false);
  for (std::size_t i = 0; i < inks.size(); ++i) is_text[i] = outline.kinds[i] == ZoneKind::unclaimed;
  for (const SourceLine& line : sources) std::fill_n(is_text.begin() + static_cast<std::ptrdiff_t>(line.ink), line.inks, false);
  const Setting setting = setting_of(inks, is_text, document.has_layout);
  restore_lost_indents(inks, is_text, setting);
  mark_compiled(sources, *profile, outline.masthead.name);
  std::vector<std::uint32_t> zone_article(inks.size(), 0);
  issue.articles = articles_of(inks, text, sources, setting, *profile, outline, zone_article);
  for (Article& a : issue.articles) fill_texts(a, text);
  issue.masthead = std::move(outline.masthead);
  issue.contents = std::move(outline.contents);
  issue.sections = std::move(outline.sections);
  for (Because& b : outline.because) issue.because.push_back(std::move(b));
  issue.because.push_back({"paragraphs", std::string(rule_name(setting.sign)), 0, 0,
                           setting.wrapped ? fmt::format("lines wrapped at {:g} em", setting.measure) : "lines not wrapped"});
  match_contents(issue, outline.contents_keys);
  make_zones(issue, inks, outline.kinds, zone_article, furniture);
  assign_key(issue, issue_key(issue, document.file), text);
  return issue;
}

bool reads_as_news(const Issue& issue) {
  if (!issue.sections.empty()) return true;
  return std::any_of(issue.articles.begin(), issue.articles.end(), [](const Article& a) {
    if (!a.source_pieces.empty()) return true;
    return std::any_of(a.paragraphs.begin(), a.paragraphs.end(), [](const Paragraph& p) {
      std::size_t han = 0, letters = 0;
      char32_t last = 0;
      for (std::size_t i = 0; i < p.text.size();) {
        const Decoded d = decode(p.text, i);
        i += d.size;
        if (is_blank(d.code)) continue;
        ++letters;
        han += is_han(d.code);
        if (!closes(d.code)) last = d.code;
      }
      return is_stop(last) && han * 2 >= letters;
    });
  });
}

std::string issue_key(const Issue& issue, std::string_view file) {
  if (issue.masthead.date) return *issue.masthead.date;
  for (std::size_t i = 0; i + 10 <= file.size(); ++i)
    if (const auto date = date_from_iso(file.substr(i, 10))) return date->iso();
  std::string_view stem = file.substr(0, file.rfind('.') == 0 ? file.size() : std::min(file.rfind('.'), file.size()));
  if (stem.empty() || stem == "-") stem = "stdin";
  std::string key;
  for (std::size_t i = 0; i < stem.size();) {  // a key is typed on a command line and stands in addresses
    const Decoded d = decode(stem, i);
    if (d.valid && d.code > 0x20 && d.code != '/' && d.code != 0x7F && !(d.code >= 0x80 && d.code < 0xA0) && !is_blank(d.code))
      key.append(stem, i, d.size);
    else if (!key.ends_with('_')) key += '_';
    i += d.size;
  }
  return key;
}

void assign_key(Issue& issue, std::string key, std::string_view text) {
  issue.key = std::move(key);
  std::map<std::string, int> seen;
  std::string printed;
  for (Article& a : issue.articles) {
    printed.clear();
    const Span span = a.span();
    for (std::size_t i = span.begin, run = i; i <= span.end;) {  // whole runs between blanks
      const unsigned char byte = i < span.end ? static_cast<unsigned char>(text[i]) : ' ';
      if (byte > ' ' && byte != 0xC2 && (byte < 0xE1 || byte > 0xE3) && byte != 0xEF) {  // begins no blank
        ++i;
        continue;
      }
      const Decoded d = i < span.end ? decode(text, i) : Decoded{' ', 1, true};
      if (is_blank(d.code)) {
        printed.append(text, run, i - run);
        run = i + d.size;
      }
      i += d.size;
    }
    a.id = fmt::format("{}-{:08x}", issue.key, static_cast<std::uint32_t>(hash64(printed)));
    if (const int n = ++seen[a.id]; n > 1) a.id += fmt::format("-{}", n);
  }
}

}  // namespace fengbiao
