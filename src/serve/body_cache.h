// Answers that were made before, kept for whoever asks next: by address and the parts of the snapshot they are made of, those not asked for
// longest going first where they grow beyond a bound. Compressed forms are made when somebody wants them and kept too.
//
//   cache.put(key, make_kept(answer));   cache.get(key)->for_client(request)
//
// Tested by body_cache_test.cc.
#pragma once

#include <array>
#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "serve/encoding.h"
#include "serve/http.h"

namespace fengbiao {

// An answer with its tag (RFC 9110, 8.8.3) and the forms in which it goes out.
class KeptAnswer {
 public:
  explicit KeptAnswer(Answer answer);
  // Shortened where the client takes that, without a body where it has the same one already.
  [[nodiscard]] Answer for_client(const HttpRequest& request) const;
  [[nodiscard]] std::size_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

 private:
  Answer plain_;
  std::string tag_;
  bool worth_coding_;
  mutable std::mutex mutex_;
  mutable std::array<std::shared_ptr<const std::string>, 3> coded_;  // by Coding
  mutable std::atomic<std::size_t> bytes_;
};

class BodyCache {
 public:
  explicit BodyCache(std::size_t most_bytes) : most_bytes_(most_bytes / kShards) {}
  std::shared_ptr<const KeptAnswer> get(const std::string& key);
  void put(const std::string& key, std::shared_ptr<const KeptAnswer> answer);
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] std::size_t count() const;

 private:
  static constexpr std::size_t kShards = 8;
  struct Entry {
    std::string key;
    std::shared_ptr<const KeptAnswer> answer;
    std::size_t bytes = 0;  // as counted so far
  };
  struct Shard {
    mutable std::mutex mutex;
    std::list<Entry> entries;  // asked for last first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key;
    std::size_t bytes = 0;
  };
  void count_again(Shard& shard, Entry& entry) const;
  void make_room(Shard& shard) const;
  Shard& shard_of(std::string_view key) { return shards_[std::hash<std::string_view>()(key) % kShards]; }

  const std::size_t most_bytes_;  // a shard
  std::array<Shard, kShards> shards_;
};

}  // namespace fengbiao
