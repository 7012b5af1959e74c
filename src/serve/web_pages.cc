#include "serve/web_pages.h"

#include <array>
#include <utility>

namespace fengbiao {

std::vector<EmbeddedFile> web_files();  // made by cmake/Embed.cmake

namespace {

constexpr std::string_view kIndex = "index.html", kAssets = "assets";

}  // namespace

std::string_view media_type_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".xml", "application/xml"},
      {".map", "application/json"},
  }};
  for (const auto& [ending, type] : kTypes)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

WebPages::WebPages(const std::vector<EmbeddedFile>& files) {
  for (const EmbeddedFile& file : files) {
    Answer answer = answer_of(std::string(file.bytes), media_type_of(file.name));
    // Names below assets/ hold a hash of what is in them.
    answer.headers.emplace_back("Cache-Control", file.name.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    files_.emplace(file.name, std::make_shared<const KeptAnswer>(std::move(answer)));
  }
}

WebPages WebPages::built_in() {
  std::vector<EmbeddedFile> files = web_files();
  bool has_index = false;
  for (const EmbeddedFile& file : files) has_index = has_index || file.name == kIndex;
  if (!has_index)
    for (const std::string_view name : {std::string_view("index.html"), std::string_view("plain.css")})
      if (const auto bytes = embedded_file("serve/" + std::string(name))) files.push_back({name, *bytes});
  return WebPages(files);
}

std::shared_ptr<const KeptAnswer> WebPages::find(const std::vector<std::string>& segments) const {
  std::string name;
  for (const std::string& segment : segments) name += (name.empty() ? "" : "/") + segment;
  if (const auto found = files_.find(name); found != files_.end()) return found->second;
  if (!segments.empty() && segments.front() == kAssets) return nullptr;
  const auto index = files_.find(kIndex);
  return index == files_.end() ? nullptr : index->second;
}

}  // namespace fengbiao
