#include "desk/bulletin_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bulletin/profile.h"
#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "desk/form.yaml";
using Put = std::vector<std::pair<std::string_view, std::string_view>>;

std::string filled(std::string_view pattern, const Put& with) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : pattern.npos;
    const auto put =
        end == pattern.npos ? with.end() : std::ranges::find(with, pattern.substr(at + 1, end - at - 1), &Put::value_type::first);
    if (put == with.end()) {
      out += pattern[at++];
    } else {
      out += put->second;
      at = end + 1;
    }
  }
  return out;
}

// "03" -> "3"
std::string_view without_zero(std::string_view digits) { return digits.starts_with('0') ? digits.substr(1) : digits; }

// 《》 twice around a name would be read as a mark of the name.
bool is_marked(std::string_view name, std::string_view pattern) {
  const std::size_t hole = pattern.find("{name}");
  return hole != pattern.npos && hole > 0 && name.find(pattern.substr(0, hole)) != name.npos;
}

}  // namespace

Result<BulletinForm> BulletinForm::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"source_line", "author_note", "cover", "end", "words"}));
  BulletinForm out;
  FB_TRY(const auto groups, pack.entries());
  for (const auto& [group, node] : groups) {
    if (group == "author_note") {
      FB_TRY(out.words_[group], node.text());
      continue;
    }
    FB_TRY(const auto words, node.entries());
    for (const auto& [name, word] : words) {
      if (name == "papers") {
        FB_TRY(out.papers_, word.texts());
      } else {
        FB_TRY(out.words_[group + "." + name], word.text());
      }
    }
  }
  constexpr std::array kNeeded{
      "source_line.label",     "source_line.by",       "source_line.compiled", "source_line.desk",   "source_line.between",
      "source_line.titled",    "source_line.quoted",   "source_line.date",     "author_note",        "cover.numbered",
      "cover.number",          "cover.total",          "cover.total_alone",    "cover.date",         "cover.contents",
      "cover.contents_column", "cover.contents_entry", "cover.column",         "cover.publisher",    "end.correction",
      "end.editors",           "end.editors_between",  "words.skip",           "words.back",         "words.page",
      "words.book_cover",      "words.corrections",    "words.articles",       "words.mail_subject", "words.reads_back"};
  for (const std::string_view name : kNeeded)
    if (!out.words_.contains(name)) return pack.complain(fmt::format("{} is missing", name));
  for (const DataSet::File* profile : data.list("bulletin/", ".yaml")) {
    FB_TRY(const Profile read, load_profile(profile->bytes, profile->place));
    out.bulletins_.insert(out.bulletins_.end(), read.bulletin_names.begin(), read.bulletin_names.end());
  }
  return out;
}

std::string BulletinForm::say(std::string_view name, const Put& with) const {
  const auto found = words_.find(name);
  return found == words_.end() ? std::string() : filled(found->second, with);
}

std::string BulletinForm::day(std::string_view iso) const {
  if (iso.size() != 10) return std::string(iso);
  return say("source_line.date",
             {{"year", iso.substr(0, 4)}, {"month", without_zero(iso.substr(5, 2))}, {"day", without_zero(iso.substr(8, 2))}});
}

std::string BulletinForm::source_line(const SourceArticle& article, const std::vector<std::string>& own_names) const {
  const std::string desk = say("source_line.desk");
  // A desk: the bulletin's name in its marks and the word.
  const auto desk_name = [&](std::string_view name) -> std::string {
    for (const std::string& own : own_names)
      if (!own.empty() && name == own + desk) return say("source_line.titled", {{"name", own}}) + desk;
    return {};
  };
  const auto marked = [&](std::string_view name) {
    if (std::string own = desk_name(name); !own.empty()) return own;
    const std::string quoted = say("source_line.quoted"), titled = say("source_line.titled");
    const bool paper = std::ranges::any_of(papers_, [&](const std::string& end) { return name.ends_with(end); });
    const std::string& around = paper ? titled : quoted;
    return is_marked(name, around) ? std::string(name) : filled(around, {{"name", name}});
  };
  std::string names;
  for (const std::string& name : article.sources) {
    if (!names.empty()) names += say("source_line.between");
    std::string own = article.compiled ? desk_name(name) : std::string();
    if (article.compiled && own.empty() && name.ends_with(desk)) own = name;
    names += own.empty() ? marked(name) : own + say("source_line.compiled");
  }
  std::string out;
  const auto add = [&](std::string part) {
    if (part.empty()) return;
    if (!out.empty()) out += ' ';
    out += part;
  };
  if (!names.empty()) add(say("source_line.label") + names);
  if (!article.selected_by.empty()) {
    const std::string own = desk_name(article.selected_by);
    add(say("source_line.by") + (own.empty() ? article.selected_by : own));
  }
  if (!article.date.empty()) add(day(article.date));
  return out;
}

std::string BulletinForm::author_note(const SourceArticle& article) const {
  return article.author_note.empty() ? std::string() : say("author_note", {{"note", article.author_note}});
}

std::string BulletinForm::column(std::string_view name) const { return say("cover.column", {{"column", name}}); }

std::string BulletinForm::issue_number(const IssueSource& source) const {
  const auto text = [](const std::optional<int>& n) { return n ? std::to_string(*n) : std::string(); };
  const std::string year = text(source.year), number = text(source.number), total = text(source.total);
  if (!source.number) return source.total ? say("cover.total_alone", {{"total", total}}) : std::string();
  return say(source.year ? "cover.numbered" : "cover.number", {{"year", year}, {"number", number}}) +
         (source.total ? say("cover.total", {{"total", total}}) : std::string());
}

std::string BulletinForm::issue_date(const IssueSource& source) const {
  const std::string& iso = source.date;
  if (iso.size() != 10) return iso;
  const std::string_view day = iso;
  return say("cover.date",
             {{"year", day.substr(0, 4)}, {"month", without_zero(day.substr(5, 2))}, {"day", without_zero(day.substr(8, 2))}});
}

std::string BulletinForm::publisher(const IssueSource& source) const {
  return source.publisher.empty() ? std::string() : say("cover.publisher", {{"publisher", source.publisher}});
}

std::vector<std::string> BulletinForm::end_lines(const IssueSource& source) const {
  std::vector<std::string> out;
  for (const std::string& correction : source.corrections) out.push_back(say("end.correction", {{"correction", correction}}));
  std::string names;
  for (const std::string& editor : source.editors) names += (names.empty() ? "" : say("end.editors_between")) + editor;
  if (!names.empty()) out.push_back(say("end.editors", {{"editors", names}}));
  out.insert(out.end(), source.imprint.begin(), source.imprint.end());
  return out;
}

std::vector<std::string> BulletinForm::own_names(const IssueSource& source) const {
  std::vector<std::string> out = bulletins_;
  if (!source.name.empty()) out.push_back(source.name);
  return out;
}

std::string issue_text(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& own_names) {
  std::string out;
  // A printed paragraph: a line, and a blank one below it.
  const auto line = [&](const std::string& words) {
    if (!words.empty()) out += words + "\n\n";
  };
  line(source.name);
  const std::string number = form.issue_number(source), date = form.issue_date(source);
  line(number.empty() || date.empty() ? number + date : number + "  " + date);
  line(form.publisher(source));
  line(form.say("cover.contents"));
  for (const SourceSection& section : source.sections) {
    if (!section.name.empty()) line(form.say("cover.contents_column", {{"column", section.name}}));
    for (const SourceArticle& article : section.articles) out += form.say("cover.contents_entry", {{"title", article.title}}) + "\n";
    out += "\n";
  }
  out += "\n";
  for (const SourceSection& section : source.sections) {
    if (!section.name.empty()) line(form.column(section.name));
    for (const SourceArticle& article : section.articles) {
      line(article.title);
      for (const SourceParagraph& paragraph : article.paragraphs) line(paragraph.text);
      line(form.author_note(article));
      line(form.source_line(article, own_names));
      out += "\n";
    }
  }
  for (const std::string& words : form.end_lines(source)) line(words);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace fengbiao
