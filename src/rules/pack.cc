#include "rules/pack.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "base/utf8.h"

namespace fengbiao {

PackNode::PackNode(std::shared_ptr<YAML::Node> node, std::shared_ptr<const std::string> file, std::string path)
    : node_(std::move(node)), file_(std::move(file)), path_(std::move(path)) {}

Result<PackNode> PackNode::parse(std::string_view bytes, std::string place) {
  auto file = std::make_shared<const std::string>(std::move(place));
  if (const auto wrong = first_malformed(bytes)) {
    const std::string_view before = bytes.substr(0, *wrong);
    const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where there is none
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    return fail(Cause::malformed, {*file, line, count_code_points(before.substr(line_begin)) + 1}, "not UTF-8", "save it as UTF-8");
  }
  try {
    auto node = std::make_shared<YAML::Node>(YAML::Load(std::string(bytes)));
    if (!node->IsMap()) return fail(Cause::malformed, {*file, 1, 1}, "expected a map of keys at the top");
    return PackNode(std::move(node), std::move(file), "");
  } catch (const YAML::Exception& e) {
    return fail(Cause::malformed, {*file, static_cast<std::size_t>(e.mark.line + 1), static_cast<std::size_t>(e.mark.column + 1)},
                fmt::format("not valid YAML: {}", e.msg));
  }
}

bool PackNode::missing() const { return !node_ || !node_->IsDefined() || node_->IsNull(); }

Place PackNode::place() const {
  if (!node_ || !node_->IsDefined()) return {*file_};
  const YAML::Mark mark = node_->Mark();
  return {*file_, static_cast<std::size_t>(mark.line + 1), static_cast<std::size_t>(mark.column + 1)};
}

PackNode PackNode::operator[](std::string_view key) const {
  const std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  if (missing() || !node_->IsMap()) return {nullptr, file_, path};
  const YAML::Node& self = *node_;
  YAML::Node child = self[std::string(key)];
  if (!child.IsDefined()) return {nullptr, file_, path};
  return {std::make_shared<YAML::Node>(child), file_, path};
}

std::unexpected<Error> PackNode::complain(std::string what, std::string advice) const {
  if (!path_.empty()) what = path_ + ": " + what;
  return fail(Cause::malformed, place(), std::move(what), std::move(advice));
}

Result<void> PackNode::only_keys(std::initializer_list<std::string_view> known) const {
  if (missing()) return {};
  if (!node_->IsMap()) return complain("expected a map of keys");
  for (const auto& entry : *node_) {
    const std::string key = entry.first.Scalar();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string near = nearest(key, known);
    const YAML::Mark mark = entry.first.Mark();
    return fail(Cause::malformed, {*file_, static_cast<std::size_t>(mark.line + 1), static_cast<std::size_t>(mark.column + 1)},
                fmt::format("unknown key '{}'", key), near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  }
  return {};
}

Result<std::string> PackNode::text() const {
  if (missing()) return complain("missing");
  if (!node_->IsScalar()) return complain("expected one value");
  return node_->Scalar();
}
Result<std::string> PackNode::text_or(std::string_view otherwise) const {
  if (missing()) return std::string(otherwise);
  return text();
}
Result<double> PackNode::number_or(double otherwise) const {
  if (missing()) return otherwise;
  double value = 0;
  if (!node_->IsScalar() || !YAML::convert<double>::decode(*node_, value)) return complain("expected a number");
  return value;
}
Result<bool> PackNode::flag_or(bool otherwise) const {
  if (missing()) return otherwise;
  bool value = false;
  if (!node_->IsScalar() || !YAML::convert<bool>::decode(*node_, value)) return complain("expected true or false");
  return value;
}
Result<std::vector<std::string>> PackNode::texts() const {
  std::vector<std::string> out;
  if (missing()) return out;
  if (node_->IsScalar()) return std::vector{node_->Scalar()};
  FB_TRY(const auto list, items());
  for (const PackNode& item : list) {
    FB_TRY(std::string value, item.text());
    out.push_back(std::move(value));
  }
  return out;
}
Result<std::vector<PackNode>> PackNode::items() const {
  std::vector<PackNode> out;
  if (missing()) return out;
  if (!node_->IsSequence()) return complain("expected a list");
  for (std::size_t i = 0; i < node_->size(); ++i)
    out.push_back(PackNode(std::make_shared<YAML::Node>((*node_)[i]), file_, fmt::format("{}[{}]", path_, i)));
  return out;
}
Result<std::vector<std::pair<std::string, PackNode>>> PackNode::entries() const {
  std::vector<std::pair<std::string, PackNode>> out;
  if (missing()) return out;
  if (!node_->IsMap()) return complain("expected a map of keys");
  for (const auto& entry : *node_)
    out.emplace_back(entry.first.Scalar(), PackNode(std::make_shared<YAML::Node>(entry.second), file_,
                                                    path_.empty() ? entry.first.Scalar() : path_ + "." + entry.first.Scalar()));
  return out;
}

std::string nearest(std::string_view word, std::initializer_list<std::string_view> known) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    std::vector<std::size_t> row(candidate.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j < row.size(); ++j) {
        const std::size_t up = row[j];
        row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1)});
        diagonal = up;
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace fengbiao
