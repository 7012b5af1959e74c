#include "pile.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/utf8.h"
#include "text/punctuation.h"

namespace fengbiao::bench {
namespace {

// Wrapped at 40 characters, a white line between printed lines, a blank behind a paragraph's last line.
void wrap(std::string& out, std::string_view paragraph) {
  std::size_t count = 2, start = 0;
  for (std::size_t i = 0; i < paragraph.size();) {
    i += decode(paragraph, i).size;
    if (++count < 40 || i >= paragraph.size()) continue;
    out.append(paragraph, start, i - start).append("\n\n");
    start = i;
    count = 0;
  }
  out.append(paragraph, start).append(" \n\n");
}

}  // namespace

Result<Pile> Pile::load(const std::filesystem::path& folder) {
  Pile pile;
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    FB_TRY(std::string bytes, read_file(file));
    FB_TRY(const Reading reading, read_issue(bytes, file.filename().string()));
    if (std::ranges::none_of(reading.issue.articles, [](const Article& a) { return !a.source_pieces.empty(); })) continue;
    pile.text_ += bytes;
    pile.originals_.push_back(std::move(bytes));
    if (pile.sections_.empty()) pile.sections_ = reading.issue.sections;
    for (const Article& a : reading.issue.articles) {
      if (a.source_pieces.empty()) continue;
      Story story{a.title, join_pieces(reading.document.text, a.source_pieces), {}};
      for (const Paragraph& p : a.paragraphs) {
        std::size_t start = 0;
        for (std::size_t i = 0; i < p.text.size();) {
          const Decoded d = decode(p.text, i);
          i += d.size;
          if (is_stop(d.code) && i - start > 30) {
            story.sentences.push_back(p.text.substr(start, i - start));
            start = i;
          }
        }
      }
      if (!story.sentences.empty()) pile.stories_.push_back(std::move(story));
    }
  }
  if (pile.stories_.empty() || pile.sections_.empty())
    return fail(Cause::empty, {folder.string()}, "there are no issues as text (*.txt) with articles");
  return pile;
}

std::string Pile::issue(std::uint32_t n, std::size_t bytes) const {
  std::mt19937 random(n * 2654435761u + 1);
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
  const bool wrapped = n % 2 == 1;
  std::string out;
  out.reserve(bytes + 8192);
  for (std::size_t s = 0; s < sections_.size(); ++s) {
    out += fmt::format("\xE3\x80\x90{}\xE3\x80\x91\n\n", sections_[s]);
    while (out.size() < bytes * (s + 1) / sections_.size()) {
      const Story& story = stories_[pick(stories_.size())];
      out += wrapped ? "\n\n" + story.title + " \n\n\n\n" : story.title + "\n\n";
      for (std::size_t p = 0, paragraphs = 1 + pick(5); p < paragraphs; ++p) {
        std::string paragraph;
        for (std::size_t k = 0, sentences = 1 + pick(5); k < sentences; ++k) {
          const Story& from = stories_[pick(stories_.size())];
          paragraph += from.sentences[pick(from.sentences.size())];
        }
        if (wrapped) wrap(out, paragraph);
        else out.append(paragraph).append("\n\n");
      }
      out += story.source + (wrapped ? " \n\n" : "\n\n");
    }
  }
  return out;
}

Result<std::uint64_t> Pile::write(const std::filesystem::path& folder, std::uint64_t bytes) const {
  std::filesystem::create_directories(folder);
  std::uint64_t written = 0;
  for (std::uint32_t n = 0; written < bytes; ++n) {
    const std::string text = issue(n);
    FB_CHECK(write_file(folder / fmt::format("issue-{:05}.txt", n), text));
    written += text.size();
  }
  return written;
}

}  // namespace fengbiao::bench
