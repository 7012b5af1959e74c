#include "engine/pipeline.h"

#include <algorithm>

namespace fengbiao {

Pipeline::Pipeline(std::size_t count, std::function<Result<Reading>(std::size_t)> read, std::function<std::uint64_t(std::size_t)> size,
                   unsigned threads, std::uint64_t ahead)
    : count_(count), read_(std::move(read)), size_(std::move(size)), ahead_(ahead) {
  for (unsigned i = 0; i < std::max(1u, threads); ++i) threads_.emplace_back([this] { work(); });
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  room_.notify_all();
  for (std::thread& t : threads_) t.join();
}

void Pipeline::work() {
  for (;;) {
    std::size_t mine = 0;
    {
      std::unique_lock lock(mutex_);
      // The input that the caller waits for may always begin, however large it is.
      room_.wait(lock, [&] { return stop_ || begun_ == count_ || begun_ == handed_ || held_bytes_ < ahead_; });
      if (stop_ || begun_ == count_) return;
      mine = begun_++;
      const std::uint64_t bytes = size_(mine);
      held_[mine] = bytes;
      held_bytes_ += bytes;
    }
    Result<Reading> result = read_(mine);
    {
      const std::lock_guard lock(mutex_);
      done_.emplace(mine, std::move(result));
    }
    ready_.notify_one();
  }
}

Result<Reading> Pipeline::next() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [&] { return done_.contains(handed_); });
  auto node = done_.extract(handed_);
  held_bytes_ -= held_[handed_];
  held_.erase(handed_);
  ++handed_;
  lock.unlock();
  room_.notify_all();
  return std::move(node.mapped());
}

}  // namespace fengbiao
