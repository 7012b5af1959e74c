// Every non-blank character of an input lies in exactly one zone, whatever the input: samples, real issues where there are
// some, all short sequences of telling lines, and 10,000 generated documents. The check is the slow obvious one: a counter
// for every byte. What is wrong is shown with the document's seed and its text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>

#include "base/disk.h"
#include "base/utf8.h"
#include "bulletin/bulletin.h"
#include "intake/intake.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

const std::filesystem::path kRoot = FENGBIAO_SOURCE_DIR;

const Knowledge& knowledge() {
  static const Knowledge known = Knowledge::load(DataSet::built_in()).value();
  return known;
}

// The first thing that is wrong with the zones of `issue`, or nothing.
std::string flaw_of(const Issue& issue, const Document& document) {
  const std::string_view text = document.text;
  std::vector<int> counters(text.size(), 0);
  std::set<std::uint32_t> unclaimed;
  std::uint32_t before = 0;
  for (const Zone& zone : issue.zones) {
    const std::string where = std::string(name_of(zone.kind)) + " of line " + std::to_string(zone.line);
    if (zone.span.empty() || zone.span.end > text.size()) return where + ": no span of the text";
    if (zone.span.begin < before) return where + ": zones overlap or are out of order";
    before = zone.span.end;
    if (zone.line < 1 || zone.line > document.lines.size()) return where + ": no such line";
    const Span line = document.lines[zone.line - 1].span;
    if (zone.span.begin < line.begin || zone.span.end > line.end) return where + ": beyond its line";
    if (trim(text, zone.span) != zone.span) return where + ": blanks at its ends";
    for (std::uint32_t i = zone.span.begin; i < zone.span.end; ++i) ++counters[i];
    if (zone.kind == ZoneKind::unclaimed) unclaimed.insert(zone.line);
    const bool of_article = zone.kind == ZoneKind::title || zone.kind == ZoneKind::paragraph || zone.kind == ZoneKind::author_note;
    if (of_article != (zone.article > 0) && zone.kind != ZoneKind::source_line) return where + ": article " + std::to_string(zone.article);
    if (zone.article > issue.articles.size()) return where + ": of an article that is not there";
  }
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    for (std::size_t k = i; k < i + d.size; ++k)
      if (counters[k] > 1 || (counters[k] == 0 && !is_blank(d.code)))
        return "byte " + std::to_string(k) + " lies in " + std::to_string(counters[k]) + " zones";
    i += d.size;
  }
  if (unclaimed.size() != issue.unclaimed_lines) return "unclaimed lines: " + std::to_string(issue.unclaimed_lines) + " counted";
  return {};
}

// Pieces of articles lie in zones of their kind and article; lines of articles are in order.
std::string flaw_of_articles(const Issue& issue, const Document& document) {
  const auto in_zone = [&](Span piece, ZoneKind kind, std::uint32_t n) {
    return std::any_of(issue.zones.begin(), issue.zones.end(), [&](const Zone& z) {
      return z.kind == kind && z.article == n && z.span.begin <= piece.begin && piece.end <= z.span.end;
    });
  };
  std::uint32_t n = 0;
  for (const Article& a : issue.articles) {
    const std::string where = "article " + std::to_string(a.n);
    if (a.n != ++n) return where + ": numbers are not 1, 2, 3 ...";
    if (a.line_start < 1 || a.line_end < a.line_start || a.line_end > document.lines.size()) return where + ": its lines";
    const auto all_in = [&](const std::vector<Span>& pieces, ZoneKind kind) {
      return std::all_of(pieces.begin(), pieces.end(), [&](Span p) { return p.empty() || in_zone(p, kind, a.n); });
    };
    if (!all_in(a.title_pieces, ZoneKind::title)) return where + ": a title piece outside its zone";
    if (!all_in(a.author_note_pieces, ZoneKind::author_note)) return where + ": a note piece outside its zone";
    if (!all_in(a.source_pieces, ZoneKind::source_line)) return where + ": a source piece outside its zone";
    for (const Paragraph& p : a.paragraphs) {
      if (p.pieces.empty()) return where + ": a paragraph of nothing";
      if (!all_in(p.pieces, ZoneKind::paragraph)) return where + ": a paragraph piece outside its zone";
    }
  }
  for (const Zone& z : issue.zones)
    if (z.article > 0 && (z.line < issue.articles[z.article - 1].line_start || z.line > issue.articles[z.article - 1].line_end))
      return "line " + std::to_string(z.line) + " belongs to article " + std::to_string(z.article) + " but lies outside its lines";
  return {};
}

std::string flaw_in(const Document& document) {
  const Result<Issue> issue = read_bulletin(document, knowledge(), "");
  if (!issue) return "not read: " + issue.error().message();
  if (std::string flaw = flaw_of(*issue, document); !flaw.empty()) return flaw;
  if (std::string flaw = flaw_of_articles(*issue, document); !flaw.empty()) return flaw;
  return *issue == read_bulletin(document, knowledge(), "").value() ? "" : "read twice, it is not the same";
}

Result<Document> try_file(const std::filesystem::path& path) {
  FB_TRY(const std::string bytes, read_file(path));
  return read_document(bytes, path.filename().string());
}
Document read_file_as_document(const std::filesystem::path& path) { return try_file(path).value(); }

std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.lines.size(); ++i)
    if (!trim(document.text, document.lines[i].span).empty()) out.emplace_back(document.line(i));
  return out;
}

// Documents that nobody would print, out of pieces of those that somebody did.
class Jumble {
 public:
  explicit Jumble(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  Document document(std::uint32_t seed) {
    random_.seed(seed);
    const int kind = below(8);
    std::string text;
    const int lines = kind == 7 ? below(4) : 1 + below(60);
    for (int i = 0; i < lines; ++i) {
      text += line(kind);
      for (int n = below(4) == 0 ? 1 + below(4) : 1; n > 0; --n) text += (below(6) == 0 ? blanks() : "") + "\n";
    }
    Document document = document_from_text(std::move(text), "jumble.txt");
    if (below(3) == 0) lay_out(document);
    return document;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
  const std::string& piece() { return pieces_[static_cast<std::size_t>(below(static_cast<int>(pieces_.size())))]; }
  static const std::string& any(const std::vector<std::string>& list, int n) { return list[static_cast<std::size_t>(n)]; }

  std::string blanks() {
    static const std::vector<std::string> kBlanks = {" ", "  ", "      ", "　　", "\t", "\f", "\u00A0", "\u200B", "\uFEFF", "\u2028"};
    return any(kBlanks, below(static_cast<int>(kBlanks.size())));
  }
  std::string mark() {
    static const std::vector<std::string> kMarks = {"**",     "## ", "- ", "● ", "【",           "】", "（",    "）",
                                                    "“",      "”",   "\"", "《", "》",           "1.", "一、",  "……",
                                                    ".....3", "：",  "。", "|",  "\xEF\xBF\xBD", "·",  "- 3 -", "（一）"};
    return any(kMarks, below(static_cast<int>(kMarks.size())));
  }
  std::string special() {
    static const std::vector<std::string> kLines = {"【行业资讯】",
                                                    "【政策法规】",
                                                    "【数据观察】",
                                                    "【专家视点】",
                                                    "【悦读电商】",
                                                    "行业资讯",
                                                    "●政策法规",
                                                    "【行业资讯】【行业资讯】",
                                                    "【行业资讯】某地开了一家新店",
                                                    "来源：“某网” 编选：《某动态》编辑部 2023 年 3 月 4 日",
                                                    "来源：《某动态》编辑部整理 2023 年 3 月 5 日",
                                                    "来源：“某报”2023年3月6日",
                                                    "来源：",
                                                    "来源：“某网",
                                                    "编选：《某动态》编辑部",
                                                    "内容简介",
                                                    "（作者单位：某大学）",
                                                    "目录",
                                                    "- 某地开了一家新店.....3",
                                                    "某地开了一家新店\t4",
                                                    "风标电商观察",
                                                    "2023年第6期（总第126期）",
                                                    "主办单位",
                                                    "编辑部地址：某路 1 号",
                                                    "邮政编码：000000",
                                                    "- 7 -",
                                                    "第 3 页",
                                                    "2023 年 3 月",
                                                    "4 日"};
    return any(kLines, below(static_cast<int>(kLines.size())));
  }
  std::string unicode() {
    std::string out;
    for (int n = 1 + below(30); n > 0; --n) {
      static constexpr std::uint32_t kTop[] = {0x80, 0x800, 0x3100, 0xA000, 0x10000, 0x110000};
      const auto code = static_cast<char32_t>(random_() % kTop[below(6)]);
      if (code >= 0x20 || code == '\t') append_utf8(out, code);
    }
    return out;
  }
  // A piece of a line, cut between characters.
  std::string cut(const std::string& line) {
    std::vector<std::size_t> at{0};
    for (std::size_t i = 0; i < line.size(); i += decode(line, i).size) at.push_back(i);
    at.push_back(line.size());
    std::size_t a = at[static_cast<std::size_t>(below(static_cast<int>(at.size())))],
                b = at[static_cast<std::size_t>(below(static_cast<int>(at.size())))];
    if (a > b) std::swap(a, b);
    return line.substr(a, b - a);
  }
  std::string line(int kind) {
    if (kind == 0) return special();  // only columns, source lines, covers
    switch (below(kind == 1 ? 6 : 12)) {
      case 0: return special();
      case 1: return cut(piece());
      case 2: return piece() + (below(2) == 0 ? blanks() : "") + special();
      case 3: return mark() + piece() + mark();
      case 4: return unicode();
      case 5: return blanks() + piece() + blanks();
      case 6: {
        std::string out;
        for (int n = below(20) == 0 ? 200 : 2 + below(4); n > 0; --n) out += piece();
        return out;
      }
      case 7: return special() + special();
      default: return piece();
    }
  }
  // As if from a page, a Word file or a web page: any role, indent, size.
  void lay_out(Document& document) {
    document.has_layout = below(2) == 0;
    std::uint32_t page = 1;
    for (Line& line : document.lines) {
      if (below(12) == 0) ++page;
      line.page = page;
      line.role = static_cast<LineRole>(below(3) == 0 ? below(6) : 0);
      line.level = line.role == LineRole::heading ? static_cast<std::uint8_t>(1 + below(6)) : 0;
      line.indent = static_cast<float>(below(8)) / 2;
      line.gap = static_cast<float>(below(8)) / 4;
      line.size = below(4) == 0 ? 1.3f : 1.0f;
      line.right = static_cast<float>(below(60)) / 2;
    }
    document.pages = page;
  }

  std::vector<std::string> pieces_;
  std::mt19937 random_;
};

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<std::filesystem::path> out;
  for (const auto& path : walk(folder).files)
    if (path.extension() == ending) out.push_back(path);
  return out;
}

TEST(Tiling, Samples) {
  int read = 0;
  for (const char* ending : {".txt", ".html", ".docx", ".pdf"})
    for (const auto& path : files_in(kRoot / "samples", ending)) {
      const Result<Document> document = try_file(path);
      if (!document && document.error().cause == Cause::tool_missing) continue;  // pdftotext is not installed
      ASSERT_TRUE(document) << document.error().message();
      EXPECT_EQ(flaw_in(*document), "") << path;
      ++read;
    }
  EXPECT_GE(read, 4);
}

TEST(TilingCorpus, RealIssues) {
  const std::filesystem::path folder = kRoot / ".." / "shared" / "issues";
  if (!std::filesystem::is_directory(folder))
    GTEST_SKIP() << "SKIPPED: no " << folder << "; samples and generated documents are tested all the same";
  for (const auto& path : files_in(folder, ".txt")) {
    const Document document = read_file_as_document(path);
    EXPECT_EQ(flaw_in(document), "") << path;
    EXPECT_EQ(read_bulletin(document, knowledge(), "")->unclaimed_lines, 0u) << path;
  }
}

TEST(Tiling, EveryShortSequenceOfTellingLines) {
  const std::vector<std::string> kLines = {"【行业资讯】",
                                           "某地开了一家新店",
                                           "近日，某地开了一家新店，顾客很多。店主说，生意不错。",
                                           "来源：“某网” 编选：《某动态》编辑部 2023 年 3 月 4 日",
                                           "",
                                           "（作者单位：某大学）",
                                           "内容简介",
                                           "- 某地开了一家新店.....3",
                                           "邮政编码：000000"};
  const std::size_t n = kLines.size();
  for (std::size_t code = 0; code < n * n * n * n; ++code) {
    std::string text;
    for (std::size_t rest = code, k = 0; k < 4; ++k, rest /= n) text += kLines[rest % n] + "\n";
    const Document document = document_from_text(text, "short.txt");
    ASSERT_EQ(flaw_in(document), "") << text;
  }
}

TEST(Tiling, TenThousandGeneratedDocuments) {
  std::vector<std::string> pieces;
  for (const auto& path : files_in(kRoot / "samples", ".txt"))
    for (std::string& line : lines_of(read_file_as_document(path))) pieces.push_back(std::move(line));
  ASSERT_GT(pieces.size(), 100u);
  Jumble jumble(std::move(pieces));
  std::size_t articles = 0, unclaimed = 0;
  for (std::uint32_t seed = 1; seed <= 10'000; ++seed) {
    const Document document = jumble.document(seed);
    ASSERT_EQ(flaw_in(document), "") << "seed " << seed << "\n" << document.text.substr(0, 4000);
    if (seed % 10 == 0) {
      const Issue issue = read_bulletin(document, knowledge(), "").value();
      articles += issue.articles.size();
      unclaimed += issue.unclaimed_lines;
    }
  }
  EXPECT_GT(articles, 1000u) << "the generator makes too little that looks like a bulletin";
  RecordProperty("unclaimed_lines_in_a_tenth", static_cast<int>(unclaimed));
}

// The check itself must see a broken tiling.
TEST(Tiling, TheCheckSeesWhatIsWrong) {
  const Document document = document_from_text("【行业资讯】\n某地开了一家新店\n近日，某地开店。\n", "x.txt");
  const Issue good = read_bulletin(document, knowledge(), "").value();
  ASSERT_EQ(flaw_of(good, document), "");
  ASSERT_GE(good.zones.size(), 3u);
  const auto broken = [&](auto&& change) {
    Issue issue = good;
    change(issue);
    return flaw_of(issue, document);
  };
  using testing::HasSubstr;
  EXPECT_THAT(broken([](Issue& i) { i.zones.pop_back(); }), HasSubstr("lies in 0 zones"));
  EXPECT_THAT(broken([](Issue& i) { i.zones.insert(i.zones.begin(), i.zones.front()); }), HasSubstr("overlap"));
  EXPECT_THAT(broken([](Issue& i) { std::swap(i.zones[0], i.zones[1]); }), HasSubstr("out of order"));
  EXPECT_THAT(broken([](Issue& i) { i.zones[1].line = 1; }), HasSubstr("beyond its line"));
  EXPECT_THAT(broken([](Issue& i) { i.zones[1].span.end -= 3; }), HasSubstr("lies in 0 zones"));
  EXPECT_THAT(broken([](Issue& i) { ++i.unclaimed_lines; }), HasSubstr("unclaimed"));
}

}  // namespace
}  // namespace fengbiao
