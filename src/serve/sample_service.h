// An archive of the samples with its service, for the tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "serve/service.h"

namespace fengbiao {

class SampleService {
 public:
  explicit SampleService(ServiceSettings settings = {}) {
    folder_ = std::filesystem::temp_directory_path() / ("fengbiao-serve-" + std::to_string(::getpid()) + "-" + std::to_string(next_++));
    std::filesystem::create_directories(folder_);
    add("2023-03-20.txt");
    settings.api.version = "test";
    service_ = Service::open(archive(), std::move(settings)).value();
  }
  SampleService(const SampleService&) = delete;
  SampleService& operator=(const SampleService&) = delete;
  ~SampleService() {
    service_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::filesystem::path archive() const { return folder_ / "ec.fb"; }
  // Reads a sample in, as another process would.
  void add(const std::string& sample) const {
    Archive writer = Archive::open(archive(), OpenMode::create).value();
    const auto report = writer.ingest({std::string(FENGBIAO_SOURCE_DIR) + "/samples/" + sample}, {}, {});
    ASSERT_TRUE(report && report->failed() == 0);
  }
  [[nodiscard]] Service& service() { return *service_; }
  [[nodiscard]] Answer get(const std::string& target) { return service_->answer(request("GET", target)); }
  static HttpRequest request(const std::string& method, const std::string& target) {
    HttpRequest out;
    out.method = method;
    out.target = target;
    out.host = "127.0.0.1:8080";
    return out;
  }

 private:
  static inline int next_ = 0;
  std::filesystem::path folder_;
  std::unique_ptr<Service> service_;
};

}  // namespace fengbiao
