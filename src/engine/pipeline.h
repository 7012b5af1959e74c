// Readings in a fixed order from several threads: workers read inputs ahead, the caller takes the results one by one in
// the order of the inputs. What is read ahead is bounded in bytes, so memory does not grow with the pile.
// Tested by pipeline_test.cc.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

class Pipeline {
 public:
  // `read` is called for 0 .. count-1 by several threads; `size` tells how many bytes an input will take, 0 if unknown.
  Pipeline(std::size_t count, std::function<Result<Reading>(std::size_t)> read, std::function<std::uint64_t(std::size_t)> size,
           unsigned threads, std::uint64_t ahead);
  ~Pipeline();                         // stops and joins
  Pipeline(const Pipeline&) = delete;  // its threads hold `this`
  Pipeline& operator=(const Pipeline&) = delete;

  // The next result; call it exactly `count` times.
  Result<Reading> next();

 private:
  void work();

  const std::size_t count_;
  const std::function<Result<Reading>(std::size_t)> read_;
  const std::function<std::uint64_t(std::size_t)> size_;
  const std::uint64_t ahead_;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::size_t, Result<Reading>> done_;
  std::map<std::size_t, std::uint64_t> held_;  // bytes of inputs begun and not yet handed over
  std::uint64_t held_bytes_ = 0;
  std::size_t begun_ = 0, handed_ = 0;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace fengbiao
