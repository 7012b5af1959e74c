#include "collect/page_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/span.h"
#include "base/utf8.h"
#include "collect/html_text.h"
#include "collect/moment.h"
#include "collect/page_blocks.h"
#include "intake/html_tree.h"
#include "rules/pack.h"
#include "rules/pattern.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {

struct PageWords {
  std::vector<std::string> drop_classes, stops, separators, other_labels, parts;
  PatternList ends, drop_lines, source, author, cut_off, name, no_name;
};

namespace {

constexpr std::string_view kFile = "collect/page.yaml";
constexpr double kDecay = 0.6;       // what an element counts of the prose of the elements in it
constexpr std::size_t kAround = 15;  // blocks before the text and behind it in which its source may stand

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Told {
  std::string value, how;
};

class Reading {
 public:
  Reading(const PageWords& words, PageBlocks page) : words_(words), page_(std::move(page)) {}

  PageText read() {
    PageText out;
    anchor_ = title_line();
    mark_prose();
    const std::size_t article = best_element();
    const auto [first, last] = range_of(article);
    title_ = title_told(first);
    const auto body = body_of(article, first, last);
    for (const std::size_t i : body) out.paragraphs.push_back(page_.blocks[i].text);
    for (const PageBlock& b : page_.blocks) out.cut_off = out.cut_off || (b.characters < 60 && words_.cut_off.first(folded(b.text)));
    const std::size_t begin = body.empty() ? 0 : body.front(), end = body.empty() ? 0 : body.back() + 1;
    put(out, "title", out.title, title_);
    put(out, "date", out.date, date_told(begin, end));
    put(out, "author", out.author, author_told(begin, end));
    put(out, "source", out.source, source_told(begin, end, out.author));
    return out;
  }

 private:
  static void put(PageText& out, std::string_view field, std::string& to, const Told& told) {
    to = told.value;
    if (!told.value.empty()) out.because.push_back(std::string(field) + ": " + told.how);
  }

  // The line that the page's own title repeats, the longest; behind the last: none.
  [[nodiscard]] std::size_t title_line() const {
    constexpr std::size_t kShortest = 6;
    const std::string known = known_title();
    std::size_t best = page_.blocks.size(), longest = kShortest - 1;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const PageBlock& b = page_.blocks[i];
      if (b.characters > longest && b.characters < 120 && b.linked * 2 <= b.characters && !page_.elements[b.element].dropped &&
          known.find(squeezed(b.text)) != known.npos)
        best = i, longest = b.characters;
    }
    return best;
  }
  [[nodiscard]] std::string known_title() const {
    return squeezed(meta("title")) + "\n" + squeezed(meta("og:title")) + "\n" + squeezed(described("headline"));
  }
  [[nodiscard]] bool anchored() const { return anchor_ < page_.blocks.size(); }

  // What reads as sentences: long enough, with the marks of prose, and no list of links.
  void mark_prose() {
    prose_.resize(page_.blocks.size());
    for (std::size_t i = 0; i < prose_.size(); ++i) {
      const PageBlock& b = page_.blocks[i];
      if (i == anchor_ || page_.elements[b.element].dropped || b.heading > 0 || b.linked * 10 > b.characters * 3 || b.characters < 12)
        continue;
      std::size_t stops = 0;
      for (const std::string& stop : words_.stops)
        for (std::size_t at = b.text.find(stop); at != b.text.npos; at = b.text.find(stop, at + stop.size())) ++stops;
      if (stops == 0 && b.characters < 60) continue;
      if (words_.drop_lines.first(folded(b.text))) continue;
      prose_[i] =
          static_cast<double>(std::min<std::size_t>(b.characters, 400)) * (1 + 0.1 * static_cast<double>(std::min<std::size_t>(stops, 10)));
    }
  }

  // The innermost element around a block that holds other blocks too.
  [[nodiscard]] std::size_t owner_of(const PageBlock& b) const {
    std::size_t e = b.element;
    while (e != 0 && page_.elements[e].blocks <= 1) e = page_.elements[e].parent;
    return e;
  }

  // Prose of an element, and of those in it, less with each step outward. Where prose is the smaller part (comments with names, times and
  // buttons), and out of an <article>, nothing goes outward. Where the prose that counts does not begin below the title, it counts little.
  std::size_t best_element() {
    constexpr double kElsewhere = 0.08;
    const std::size_t n = page_.elements.size();
    std::vector<double> score(n, 0);
    std::vector<std::size_t> good(n, 0), all(n, 0), first(n, page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const std::size_t owner = owner_of(page_.blocks[i]);
      score[owner] += prose_[i];
      if (prose_[i] > 0) first[owner] = std::min(first[owner], i);
      if (page_.elements[page_.blocks[i].element].dropped) continue;
      for (std::size_t e = page_.blocks[i].element;; e = page_.elements[e].parent) {
        good[e] += prose_[i] > 0;
        ++all[e];
        if (e == 0) break;
      }
    }
    std::size_t best = 0;
    double most = 0;
    for (std::size_t e = n; e-- > 0;) {  // children stand behind their parents
      const double here = score[e] * (below_title(first[e]) ? 1 : kElsewhere);
      if (here > most && !page_.elements[e].dropped) best = e, most = here;
      if (e == 0 || good[e] * 2 < all[e] || page_.elements[e].tag == GUMBO_TAG_ARTICLE) continue;
      const std::size_t parent = page_.elements[e].parent;
      score[parent] += kDecay * score[e];
      first[parent] = std::min(first[parent], first[e]);
    }
    return best;
  }

  // The first prose behind the title, or prose not far from it.
  [[nodiscard]] bool below_title(std::size_t first) const {
    if (!anchored() || first >= page_.blocks.size()) return true;
    if (first < anchor_) return false;
    if (first <= anchor_ + kAround)
      return std::none_of(prose_.begin() + static_cast<std::ptrdiff_t>(anchor_), prose_.begin() + static_cast<std::ptrdiff_t>(first),
                          [](double p) { return p > 0; });
    return false;
  }

  [[nodiscard]] std::pair<std::size_t, std::size_t> range_of(std::size_t element) const {
    std::size_t first = page_.blocks.size(), last = 0;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i)
      if (prose_[i] > 0 && (!anchored() || i > anchor_ || !page_.inside(page_.blocks[anchor_].element, element)) &&
          page_.inside(page_.blocks[i].element, element))
        first = std::min(first, i), last = i + 1;
    return {first, std::max(first, last)};
  }

  [[nodiscard]] std::vector<std::size_t> body_of(std::size_t article, std::size_t first, std::size_t last) const {
    std::vector<std::size_t> out;
    if (first >= last) return out;
    // What stands before the first prose in the same element belongs to it once the title is behind: a short lead, a heading.
    std::size_t begin = first;
    while (begin > 0 && page_.inside(page_.blocks[begin - 1].element, article) && !is_title(page_.blocks[begin - 1].text) &&
           !is_head(begin - 1))
      --begin;
    std::size_t end = last;
    while (end < page_.blocks.size() && page_.inside(page_.blocks[end].element, article)) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const PageBlock& b = page_.blocks[i];
      if (page_.elements[b.element].dropped || is_title(b.text)) continue;
      const std::string line = folded(b.text);
      if (b.characters < 40 && words_.ends.first(line)) {
        if (i >= last || !prose_behind(i, last)) break;
        continue;
      }
      if (words_.drop_lines.first(line)) continue;
      if (b.characters < 60 && words_.cut_off.first(line)) {
        if (!prose_behind(i, last)) break;  // only its offers follow
        continue;
      }
      if (b.linked * 2 > b.characters) continue;
      if (i >= last && b.characters < 30 && prose_[i] == 0 && (words_.source.first(line) || words_.author.first(line) || day_told(b.text)))
        continue;
      out.push_back(i);
    }
    return out;
  }
  [[nodiscard]] bool prose_behind(std::size_t i, std::size_t last) const {
    double sum = 0;
    for (std::size_t k = i + 1; k < last; ++k) sum += prose_[k];
    return sum > 100;
  }
  [[nodiscard]] bool is_head(std::size_t i) const {
    const PageBlock& b = page_.blocks[i];
    const std::string line = folded(b.text);
    return b.heading == 1 || words_.source.first(line) || words_.author.first(line) || (b.characters < 40 && day_told(b.text));
  }
  [[nodiscard]] bool is_title(std::string_view text) const { return !title_.value.empty() && squeezed(text) == squeezed(title_.value); }

  [[nodiscard]] std::string meta(std::string_view name) const {
    for (const PageMeta& m : page_.meta)
      if (m.name == name) return plain_text(m.content);
    return {};
  }
  // A field of the page's description as JSON-LD; of a thing its name.
  [[nodiscard]] std::string described(const char* key) const {
    for (const PageMeta& m : page_.meta) {
      if (m.name != "ld+json") continue;
      const auto json = nlohmann::json::parse(m.content, nullptr, false);
      const auto of = [&](const nlohmann::json& object) -> std::string {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || found == object.end()) return {};
        const nlohmann::json& value = found->is_array() && !found->empty() ? (*found)[0] : *found;
        if (value.is_string()) return value.get<std::string>();
        const auto name = value.is_object() ? value.find("name") : value.end();
        return value.is_object() && name != value.end() && name->is_string() ? name->get<std::string>() : std::string();
      };
      if (std::string told = of(json); !told.empty()) return told;
      const auto graph = json.is_object() ? json.find("@graph") : json.end();
      const nlohmann::json& list = json.is_object() && graph != json.end() ? *graph : json;
      if (!list.is_array()) continue;
      for (const auto& object : list)
        if (std::string told = of(object); !told.empty()) return told;
    }
    return {};
  }

  // The heading that the page's own title begins with; else what the metadata say; else the page's title without the site's name.
  [[nodiscard]] Told title_told(std::size_t first) const {
    const std::string page = meta("title"), open = meta("og:title"), headline = described("headline"), known = known_title();
    if (anchored() && anchor_ < first) return {page_.blocks[anchor_].text, "the line above the text that the page's title repeats"};
    for (std::size_t i = std::min(first, page_.blocks.size()); i-- > 0;) {
      const PageBlock& b = page_.blocks[i];
      if (b.characters >= 4 && known.find(squeezed(b.text)) != known.npos && (b.heading > 0 || b.characters >= 8) &&
          b.linked * 2 <= b.characters)
        return {b.text, "the line above the text that the page's title repeats"};
    }
    for (std::size_t i = std::min(first, page_.blocks.size()); i-- > 0;)
      if (page_.blocks[i].heading == 1 && page_.blocks[i].characters >= 6) return {page_.blocks[i].text, "the heading above the text"};
    if (!headline.empty()) return {headline, "JSON-LD headline"};
    if (!open.empty()) return {open, "meta og:title"};
    // The page's title names the site alone: the line right above that of the date.
    for (std::size_t i = std::min(first, page_.blocks.size()); i-- > 1;) {
      const PageBlock& b = page_.blocks[i - 1];
      if (has_time(page_.blocks[i]) && !has_time(b) && b.characters >= 8 && b.characters < 60 && b.linked == 0 &&
          !page_.elements[b.element].dropped)
        return {b.text, "the line above that of the date"};
    }
    std::size_t cut = page.size();
    for (const std::string& s : words_.separators)
      if (const std::size_t at = page.find(s); at != page.npos && at >= 12) cut = std::min(cut, at);
    return {plain_text(escaped_html(page.substr(0, cut))), "title of the page"};
  }

  [[nodiscard]] Told date_told(std::size_t begin, std::size_t end) const {
    const std::size_t from = begin > kAround ? begin - kAround : 0;
    for (std::size_t i = begin; i-- > from;)
      if (page_.blocks[i].characters < 100 && !page_.elements[page_.blocks[i].element].dropped)
        if (const auto day = day_told(page_.blocks[i].text)) return {*day, "a line above the text"};
    for (const char* name : {"article:published_time", "datePublished", "pubdate", "publishdate", "PubDate", "publish_time",
                             "og:release_date", "weibo:article:create_at", "time"})
      if (const auto day = day_told(meta(name))) return {*day, std::string("meta ") + name};
    if (const auto day = day_told(described("datePublished"))) return {*day, "JSON-LD datePublished"};
    // Newspapers close with it. Further below stand the days of other texts.
    constexpr std::size_t kClose = 3;
    for (std::size_t i = end > begin ? end - 1 : end; i < std::min(end + kClose, page_.blocks.size()); ++i)
      if (page_.blocks[i].characters < 40 && page_.blocks[i].linked == 0 && !page_.elements[page_.blocks[i].element].dropped)
        if (const auto day = day_told(page_.blocks[i].text)) return {*day, "a line behind the text"};
    return {};
  }

  // What a label beside the text names; what follows on without a blank under another label is none of it.
  [[nodiscard]] std::optional<Told> labelled(const PatternList& labels, std::size_t i) const {
    Folded line;
    fold(page_.blocks[i].text, line);
    const auto hit = page_.blocks[i].characters < 120 ? labels.first(line.text) : std::nullopt;
    if (!hit) return std::nullopt;
    std::string name(slice(page_.blocks[i].text, line.original(hit->match.group("name"))));
    for (const std::string& word : words_.other_labels)
      if (const std::size_t at = name.find(word); at != name.npos && at > 0) name.resize(at);
    const std::string bare = folded(name);
    if (bare.size() > 2 && (bare.front() == '"')) {
      name.erase(0, decode(name, 0).size);
      while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0) == 0x80) name.pop_back();
      if (!name.empty()) name.pop_back();
    }
    return Told{std::move(name), "a label beside the text"};
  }
  [[nodiscard]] std::optional<Told> label_told(const PatternList& labels, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i-- > (begin > kAround ? begin - kAround : 0);)
      if (auto told = labelled(labels, i)) return told;
    for (std::size_t i = end > begin ? end - 1 : end; i < std::min(end + kAround, page_.blocks.size()); ++i)
      if (auto told = labelled(labels, i)) return told;
    return std::nullopt;
  }
  [[nodiscard]] Told meta_told(std::initializer_list<const char*> names, const char* key) const {
    for (const char* name : names)
      if (std::string told = meta(name); !told.empty()) return {told, std::string("meta ") + name};
    if (std::string told = described(key); !told.empty()) return {told, std::string("JSON-LD ") + key};
    return {};
  }

  [[nodiscard]] Told author_told(std::size_t begin, std::size_t end) const {
    if (auto told = label_told(words_.author, begin, end)) return *told;
    return meta_told({"author", "article:author", "og:article:author", "rel:author"}, "author");
  }

  // Under a label; else the name beside the date in the lines below the title; else what the metadata say; else the site's name.
  [[nodiscard]] Told source_told(std::size_t begin, std::size_t end, const std::string& author) const {
    if (auto told = label_told(words_.source, begin, end)) return *told;
    if (std::string name = name_below_title(begin, author); !name.empty()) return {name, "a name in the lines below the title"};
    if (Told told = meta_told({"source", "og:article:publisher", "mediaid", "ContentSource"}, "publisher"); !told.value.empty())
      return told;
    if (std::string site = meta("og:site_name"); !site.empty()) return {site, "meta og:site_name"};
    if (std::string site = site_of_title(); !site.empty()) return {site, "the page's title behind the headline"};
    return {};
  }
  // "2023年3月5日 08:00 海州日报": parted by blanks and bars, what is no time, no label and no person.
  [[nodiscard]] std::string name_below_title(std::size_t begin, const std::string& author) const {
    if (!anchored()) return {};
    for (std::size_t i = anchor_ + 1; i < std::min(begin, anchor_ + 1 + kAround); ++i) {
      const PageBlock& b = page_.blocks[i];
      if (b.characters > 60 || prose_[i] > 0 || page_.elements[b.element].dropped) continue;
      const bool dated =
          has_time(b) || (i + 1 < begin && has_time(page_.blocks[i + 1])) || (i > anchor_ + 1 && has_time(page_.blocks[i - 1]));
      if (!dated) continue;
      std::string line = folded(b.text);
      for (const std::string& mark : words_.parts)
        for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + 1)) line.replace(at, mark.size(), " ");
      // A time may follow on a name without a blank.
      for (std::size_t at = 1; at < line.size(); ++at)
        if (is_digit(line[at]) && (static_cast<unsigned char>(line[at - 1]) & 0x80) != 0) line.insert(at++, 1, ' ');
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t to = std::min(line.find(' ', at), line.size());
        std::string token = line.substr(at, to - at);
        at = to + 1;
        if (!author.empty() && token.starts_with(author)) token.erase(0, author.size());  // two names that run together
        if (words_.name.first(token) && !words_.no_name.first(token)) return token;
      }
    }
    return {};
  }
  // A short line with a day or a time.
  [[nodiscard]] bool has_time(const PageBlock& b) const {
    if (b.characters > 60) return false;
    if (day_told(b.text)) return true;
    for (std::size_t at = b.text.find(':'); at != b.text.npos; at = b.text.find(':', at + 1))
      if (at >= 2 && at + 2 < b.text.size() && is_digit(b.text[at - 2]) && is_digit(b.text[at - 1]) && is_digit(b.text[at + 1]) &&
          is_digit(b.text[at + 2]))
        return true;
    return false;
  }
  [[nodiscard]] std::string site_of_title() const {
    const std::string page = plain_text(escaped_html(meta("title")));
    std::size_t cut = page.npos, size = 0;
    for (const std::string& s : words_.separators)
      if (const std::size_t at = page.rfind(s); at != page.npos && (cut == page.npos || at > cut)) cut = at, size = s.size();
    if (cut == page.npos || cut == 0) return {};
    const std::string site = squeezed(page.substr(cut + size));
    const std::string token = folded(site);
    return words_.name.first(token) && !words_.no_name.first(token) ? site : std::string();
  }

  const PageWords& words_;
  PageBlocks page_;
  std::vector<double> prose_;
  std::size_t anchor_ = 0;  // the line of the title
  Told title_;
};

}  // namespace

Result<PageReader> PageReader::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
  FB_CHECK(root.only_keys({"drop_classes", "stops", "separators", "ends", "drop_lines", "source", "author", "cut_off", "other_labels",
                           "parts", "name", "no_name"}));
  auto words = std::make_shared<PageWords>();
  FB_TRY(words->drop_classes, root["drop_classes"].texts());
  FB_TRY(words->stops, root["stops"].texts());
  FB_TRY(words->separators, root["separators"].texts());
  FB_TRY(words->other_labels, root["other_labels"].texts());
  FB_TRY(words->parts, root["parts"].texts());
  for (const auto& [key, list] : {std::pair{"ends", &words->ends},
                                  {"drop_lines", &words->drop_lines},
                                  {"source", &words->source},
                                  {"author", &words->author},
                                  {"cut_off", &words->cut_off},
                                  {"name", &words->name},
                                  {"no_name", &words->no_name}}) {
    FB_TRY(*list, PatternList::load(root[key], {}));
  }
  PageReader out;
  out.words_ = std::move(words);
  return out;
}

Result<PageText> PageReader::read(std::string_view html, std::string_view address) const {
  FB_TRY(const HtmlTree tree, HtmlTree::parse(html, address));
  return Reading(*words_, page_blocks(tree.root(), words_->drop_classes)).read();
}

}  // namespace fengbiao
