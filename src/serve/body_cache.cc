#include "serve/body_cache.h"

#include "base/hash.h"

namespace fengbiao {

namespace {

// Whether the tags a client names hold this one, by the weak comparison.
bool holds(std::string_view tags, std::string_view tag) {
  if (tags == "*") return true;
  const std::string_view opaque = tag.substr(2);  // without W/
  return tags.find(opaque) != tags.npos;
}

}  // namespace

KeptAnswer::KeptAnswer(Answer answer) : plain_(std::move(answer)), bytes_(0) {
  const std::string_view body = plain_.body ? std::string_view(*plain_.body) : std::string_view();
  tag_ = "W/\"" + hash128_hex(body) + "\"";
  worth_coding_ = is_worth_coding(plain_.type, body.size());
  bytes_ = body.size();
}

Answer KeptAnswer::for_client(const HttpRequest& request) const {
  Answer out = plain_;
  if (plain_.status == 200) out.headers.emplace_back("ETag", tag_);
  if (worth_coding_) out.headers.emplace_back("Vary", "Accept-Encoding");
  if (plain_.status == 200 && !request.if_none_match.empty() && holds(request.if_none_match, tag_)) {
    out.status = 304;
    out.body = nullptr;
    out.type.clear();
    return out;
  }
  const Coding coding = worth_coding_ ? best_coding(request.accept_encoding) : Coding::identity;
  if (coding == Coding::identity) return out;
  {
    const std::lock_guard lock(mutex_);
    auto& kept = coded_[static_cast<std::size_t>(coding)];
    if (!kept) {
      kept = std::make_shared<const std::string>(coded(*plain_.body, coding));
      bytes_ += kept->size();
    }
    out.body = kept;
  }
  out.headers.emplace_back("Content-Encoding", name_of(coding));
  return out;
}

std::shared_ptr<const KeptAnswer> BodyCache::get(const std::string& key) {
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.by_key.find(key);
  if (found == shard.by_key.end()) return nullptr;
  const auto entry = found->second;
  shard.entries.splice(shard.entries.begin(), shard.entries, entry);
  auto out = entry->answer;
  count_again(shard, *entry);  // it may have got a compressed form meanwhile
  make_room(shard);
  return out;
}

void BodyCache::put(const std::string& key, std::shared_ptr<const KeptAnswer> answer) {
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  if (shard.by_key.contains(key)) return;
  shard.entries.push_front({key, std::move(answer), 0});
  shard.by_key.emplace(shard.entries.front().key, shard.entries.begin());
  count_again(shard, shard.entries.front());
  make_room(shard);
}

void BodyCache::count_again(Shard& shard, Entry& entry) const {
  constexpr std::size_t kAround = 512;  // key, headers, lists
  const std::size_t bytes = entry.answer->bytes() + entry.key.size() + kAround;
  shard.bytes += bytes - entry.bytes;
  entry.bytes = bytes;
}

void BodyCache::make_room(Shard& shard) const {
  while (shard.bytes > most_bytes_ && !shard.entries.empty()) {
    const Entry& last = shard.entries.back();
    shard.bytes -= last.bytes;
    shard.by_key.erase(last.key);
    shard.entries.pop_back();
  }
}

std::size_t BodyCache::bytes() const {
  std::size_t out = 0;
  for (const Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    out += shard.bytes;
  }
  return out;
}

std::size_t BodyCache::count() const {
  std::size_t out = 0;
  for (const Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    out += shard.entries.size();
  }
  return out;
}

}  // namespace fengbiao
