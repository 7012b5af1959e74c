#include "store/sample_issue.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "base/hash.h"
#include "model/issue_json.h"
#include "model/record_fields.h"

namespace fengbiao {

namespace {

// Lays lines down one by one and keeps the zones in step.
class Press {
 public:
  explicit Press(Sample& sample) : sample_(sample) {}

  Span line(ZoneKind kind, std::uint32_t article, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(sample_.text.size());
    sample_.text += words;
    const Span span{begin, static_cast<std::uint32_t>(sample_.text.size())};
    sample_.text += '\n';
    ++sample_.issue.lines;
    sample_.issue.zones.push_back({kind, span, sample_.issue.lines, article});
    return span;
  }
  void blank() {
    sample_.text += '\n';
    ++sample_.issue.lines;
  }
  [[nodiscard]] std::uint32_t lines() const { return sample_.issue.lines; }

 private:
  Sample& sample_;
};

Article print_article(Press& press, std::string_view key, int edition, std::uint32_t n, std::string_view section) {
  Article a;
  a.n = n;
  a.id = fmt::format("{}/{}-{}", key, edition, n);
  a.section = section;
  a.title_pieces = {press.line(ZoneKind::title, n, fmt::format("样例标题之{}：某地网上零售", n)),
                    press.line(ZoneKind::title, n, "再上 一个台阶")};
  a.line_start = press.lines() - 1;
  a.paragraphs.push_back(
      {{press.line(ZoneKind::paragraph, n, fmt::format("本期{}所记为虚构的一件小事，第{}版，", key, edition)),
        press.line(ZoneKind::paragraph, n, fmt::format("只为试验存取而写，数目是{}万元。", n * 7 + static_cast<std::uint32_t>(edition)))},
       "",
       false});
  a.paragraphs.push_back({{press.line(ZoneKind::paragraph, n, "一、小标题")}, "", true});
  a.paragraphs.push_back({{press.line(ZoneKind::paragraph, n, "第二段的话也不长。")}, "", false});
  if (n % 2 == 0) {
    a.sources = {"甲报", "乙网"};
    a.selected_by = "样例编辑部";
    a.date = fmt::format("2031-0{}-0{}", n % 9 + 1, edition % 9 + 1);
    a.source_pieces = {press.line(ZoneKind::source_line, n, "来源：“甲报”、“乙网” 编选：样例编辑部")};
  } else {
    a.compiled = true;
    a.sources = {"样例编辑部"};
    const Span whole = press.line(ZoneKind::author_note, n, "（作者：某校）");
    a.author_note_pieces = {{whole.begin + 3, whole.end - 3}};
  }
  a.line_end = press.lines();
  a.because = {{"title", "line after a blank", a.line_start, a.line_start + 1, ""}};
  return a;
}

// The span of `words` at or behind `from`.
Span span_of(const std::string& text, std::string_view words, std::uint32_t from) {
  const std::size_t at = text.find(words, from);
  if (at == std::string::npos) std::abort();
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

void draw_records(Sample& s, const Article& a, int edition) {
  const std::string number = fmt::format("{}万元", a.n * 7 + static_cast<std::uint32_t>(edition));
  const Span first = a.paragraphs[0].pieces[0], second = a.paragraphs[0].pieces[1];
  Observation& o = s.records.observations.emplace_back();
  o.id = a.id + "-o40";
  o.article = a.n;
  o.span = span_of(s.text, number, second.begin);
  o.quote_span = {first.begin, second.end};
  o.line_start = a.line_start + 2;
  o.line_end = a.line_start + 3;
  o.value = (a.n * 7 + static_cast<std::uint32_t>(edition)) * 1e4;
  o.unit = "CNY";
  o.digits = fmt::format("{}", a.n * 7 + static_cast<std::uint32_t>(edition));
  o.step = 1e4;
  o.indicator = "数目";
  o.period = a.n % 3 == 0 ? "" : "2031-H1";
  if (a.n % 2 == 0) {
    o.value_max = o.value * 1.5;
    o.approx = '~';
    o.measure = Measure::growth;
    o.basis = "yoy";
    o.indicator_code = "count";
    o.area = "某地";
    o.area_code = "990000";
    o.entity = "某校";
    o.entity_id = "body:school";
    o.status = Status::forecast;
    o.reporter = "甲报";
    o.reporter_id = "media:a";
    o.part_of = "elsewhere-o1";
    o.share_of = "全部";
    o.sure = true;
    Policy& p = s.records.policies.emplace_back();
    p.id = a.id + "-p5";
    p.article = a.n;
    p.span = span_of(s.text, "网上零售", a.title_pieces[0].begin);
    p.quote_span = a.title_pieces[0];
    p.line_start = p.line_end = a.line_start;
    p.name = "网上零售";
    p.short_name = "零售";
    p.kind = PolicyKind::plan;
    p.issuers = {{"甲部", "body:a"}, {"乙局", ""}};
    p.number = "2031年第2号";
    p.issued = "2031-01";
    p.effective = "2031-03-01";
    p.until = "2035-12-31";
    p.comments_until = "2031-02-01";
    p.status = PolicyStatus::draft;
    p.changes = {{PolicyChange::What::repeals, "旧办法"}};
    p.sure = edition == 0;
    p.doubts = {"effective before issued"};
  } else {
    o.doubts = {"no place", "says \"two\""};
  }
}

}  // namespace

Sample sample_issue(std::string_view key, int edition, int articles) {
  Sample s;
  Press press(s);
  Issue& issue = s.issue;
  issue.key = key;
  issue.file = fmt::format("{}.txt", key);
  issue.profile = "general";
  issue.masthead = {"样例动态", 2031, 5, std::nullopt, "2031-03-05", std::nullopt};
  issue.sections = {"行业资讯", "数据观察"};
  press.line(ZoneKind::masthead, 0, "样例动态 2031年第5期");
  press.blank();
  for (int n = 1; n <= articles; ++n) {
    issue.articles.push_back(print_article(press, key, edition, static_cast<std::uint32_t>(n), issue.sections[n % 2 == 0 ? 1 : 0]));
    press.blank();
    draw_records(s, issue.articles.back(), edition);
  }
  press.line(ZoneKind::unclaimed, 0, "不知何物");
  issue.unclaimed_lines = 1;
  s.layout = fmt::format("[[1,{}]]", issue.lines);
  s.document = {issue.file, "text/plain", "UTF-8", s.text.size(), hash128_hex(s.text), 0};
  return s;
}

Result<PutOutcome> put(ArchiveFile& archive, const Sample& s) { return archive.put(s.document, s.text, s.layout, s.issue, s.records); }

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "fengbiao-store-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}
TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void make_archive(const std::filesystem::path& path, const std::vector<Sample>& samples) {
  auto archive = ArchiveFile::open(path, OpenMode::create);
  if (!archive) std::abort();
  for (const Sample& s : samples)
    if (!put(*archive, s)) std::abort();
  if (!archive->commit()) std::abort();
}

std::string troubles_of(ArchiveFile& archive) {
  const auto troubles = archive.verify();
  if (!troubles) return "cannot verify: " + troubles.error().message();
  std::string out;
  for (const auto& [issue, what] : *troubles) out += fmt::format("{}: {}\n", issue, what);
  return out;
}

std::string dump(ArchiveFile& archive) {
  std::string out;
  const auto fail_with = [](const Error& e) { return "error: " + e.message() + "\n"; };
  const auto issues = archive.issues(true);
  if (!issues) return fail_with(issues.error());
  for (const IssueRow& r : *issues) {
    out += fmt::format("{} v{}/{}{} {} {} {} {} {} {} {} {} {} {} {} {} {}\n", r.key, r.version, r.versions, r.current ? "*" : "", r.file,
                       r.profile, r.name, r.publisher, r.date, r.document_hash, r.media_type, r.year, r.number, r.total, r.articles,
                       r.lines, r.pages);
    const auto stored = archive.issue(r.key, r.version);
    const auto text = archive.text_of(r.key, r.version);
    const auto layout = archive.layout_of(r.key, r.version);
    if (!stored) return fail_with(stored.error());
    if (!text) return fail_with(text.error());
    if (!layout) return fail_with(layout.error());
    out += to_json(stored->issue) + "\n" + *text + *layout + "\n";
  }
  const auto articles = archive.articles({});
  if (!articles) return fail_with(articles.error());
  for (const ArticleRow& a : *articles)
    out += fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} [{}]\n", a.issue, a.n, a.id, a.file, a.section, a.title, a.selected_by, a.date,
                       a.compiled, a.paragraphs, a.line_start, a.line_end, fmt::join(a.sources, "|"));
  for (const IssueRow& r : *issues) {
    if (!r.current) continue;
    IssueRecords records;
    auto observations = archive.observations(r.key);
    auto policies = archive.policies(r.key);
    if (!observations) return fail_with(observations.error());
    if (!policies) return fail_with(policies.error());
    records.observations = std::move(*observations);
    records.policies = std::move(*policies);
    fill_texts(records, archive.issue(r.key)->issue, *archive.text_of(r.key));
    for (const Observation& o : records.observations) {
      out += fmt::format("{} {} {}-{} {}-{} {}-{} {} | {} |", o.id, o.article, o.span.begin, o.span.end, o.quote_span.begin,
                         o.quote_span.end, o.line_start, o.line_end, o.text, o.quote);
      for (const RecordField& field : observation_fields()) out += fmt::format(" {}={}", field.name, field_text(o, field.name));
      out += fmt::format(" digits={} step={} doubts={}\n", o.digits, o.step, fmt::join(o.doubts, "|"));
    }
    for (const Policy& p : records.policies) {
      out += fmt::format("{} {} {}-{} {}-{} {}-{} {} | {} |", p.id, p.article, p.span.begin, p.span.end, p.quote_span.begin,
                         p.quote_span.end, p.line_start, p.line_end, p.text, p.quote);
      for (const RecordField& field : policy_fields()) out += fmt::format(" {}={}", field.name, field_text(p, field.name));
      for (const PolicyIssuer& issuer : p.issuers) out += fmt::format(" [{}]", issuer.id);
      out += fmt::format(" doubts={}\n", fmt::join(p.doubts, "|"));
    }
  }
  const auto corrections = archive.corrections({}, true);
  if (!corrections) return fail_with(corrections.error());
  for (const Correction& c : *corrections)
    out += fmt::format("correction {} {} {}={} read {} why {} by {} at {} undone {} {} {}\n", c.number, c.record, c.field,
                       c.value.value_or("unknown"), c.read, c.why, c.by, c.at, c.undone_by, c.undone_at, c.undone_why);
  return out;
}

TEST(SampleIssue, SpansGiveTheWordsBack) {
  Sample s = sample_issue("2031-05");
  Article& a = s.issue.articles[0];
  fill_texts(a, s.text);
  EXPECT_EQ(a.title, "样例标题之1：某地网上零售再上 一个台阶");
  EXPECT_EQ(a.author_note, "作者：某校");
  EXPECT_EQ(a.paragraphs.size(), 3U);
}

}  // namespace fengbiao
