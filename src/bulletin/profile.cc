#include "bulletin/profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

Result<std::vector<std::string>> squeezed_texts(const PackNode& node) {
  FB_TRY(auto texts, node.texts());
  for (std::string& text : texts) text = squeezed(text);
  return texts;
}

}  // namespace

const SectionName* Profile::section(std::string_view key) const {
  for (const SectionName& s : sections)
    if (s.squeezed == key || std::find(s.aliases.begin(), s.aliases.end(), key) != s.aliases.end()) return &s;
  return nullptr;
}

Result<Profile> load_profile(std::string_view bytes, std::string place) {
  FB_TRY(const PackNode pack, PackNode::parse(bytes, std::move(place)));
  FB_CHECK(pack.only_keys({"profile",     "about",      "names",    "sections",    "section_marks", "name_marks",   "bullets",
                           "book_intro",  "lead_words", "parts",    "source_line", "source_words",  "glued_source", "own_desk",
                           "author_note", "masthead",   "contents", "end_matter",  "page_number",   "enumerated"}));
  Profile p;
  FB_TRY(p.name, pack["profile"].text());
  FB_TRY(p.about, pack["about"].text_or(""));
  FB_TRY(p.bulletin_names, squeezed_texts(pack["names"]));
  FB_TRY(const auto sections, pack["sections"].items());
  for (const PackNode& node : sections) {
    FB_CHECK(node.only_keys({"name", "aliases", "books"}));
    SectionName s;
    FB_TRY(s.name, node["name"].text());
    s.squeezed = squeezed(s.name);
    FB_TRY(s.aliases, squeezed_texts(node["aliases"]));
    FB_TRY(s.books, node["books"].flag_or(false));
    if (p.section(s.squeezed)) return node.complain(fmt::format("section '{}' stands twice", s.name));
    p.sections.push_back(std::move(s));
  }
  FB_TRY(p.section_marks, pack["section_marks"].text_or(""));
  p.section_marks = folded(p.section_marks);
  FB_TRY(p.name_marks, pack["name_marks"].text_or(" "));
  FB_TRY(p.bullets, pack["bullets"].text_or("-* "));
  FB_TRY(p.book_intro, squeezed_texts(pack["book_intro"]));
  FB_TRY(p.lead_words, pack["lead_words"].texts());
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(p.source_line, PatternList::load(pack["source_line"], parts));
  FB_TRY(p.author_note, PatternList::load(pack["author_note"], parts));
  FB_TRY(p.masthead, PatternList::load(pack["masthead"], parts));
  FB_TRY(p.contents, PatternList::load(pack["contents"], parts));
  FB_TRY(p.end_matter, PatternList::load(pack["end_matter"], parts));
  FB_TRY(p.page_number, PatternList::load(pack["page_number"], parts));
  FB_TRY(p.enumerated, PatternList::load(pack["enumerated"], parts));
  FB_TRY(p.source_words, pack["source_words"].texts());
  FB_TRY(p.glued_source, PatternList::load(pack["glued_source"], parts));
  FB_CHECK(pack["own_desk"].only_keys({"suffix", "dropped"}));
  FB_TRY(p.desk_suffix, pack["own_desk"]["suffix"].text_or(""));
  FB_TRY(p.desk_dropped, pack["own_desk"]["dropped"].texts());
  return p;
}

Result<Knowledge> Knowledge::load(const DataSet& data) {
  Knowledge k;
  FB_TRY(k.dates, DateReader::load(data));
  for (const DataSet::File* file : data.list("bulletin/", ".yaml")) {
    FB_TRY(Profile profile, load_profile(file->bytes, file->place));
    if (k.profile(profile.name))
      return fail(Cause::malformed, {file->place}, fmt::format("profile '{}' stands twice", profile.name), "give it a name of its own");
    k.profiles.push_back(std::move(profile));
  }
  std::sort(k.profiles.begin(), k.profiles.end(), [](const Profile& a, const Profile& b) { return a.name < b.name; });
  return k;
}

const Profile* Knowledge::profile(std::string_view name) const {
  for (const Profile& p : profiles)
    if (p.name == name) return &p;
  return nullptr;
}

}  // namespace fengbiao
