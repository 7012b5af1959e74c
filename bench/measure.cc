#include "measure.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "base/process.h"

namespace fengbiao::bench {

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double best_of(int rounds, const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) best = std::min(best, seconds(work));
  return best;
}

void row(std::string_view stage, double mb_per_second, double yard, double bar) {
  const double ratio = mb_per_second / yard;
  fmt::print("{:<52} {:>8.1f} MB/s  {:>6.2f} x yardstick{}\n", stage, mb_per_second, ratio,
             bar > 0 ? fmt::format("   bar {:.2f} {}", bar, ratio >= bar ? "holds" : "MISSED") : "");
  std::fflush(stdout);
}

void stop(const Error& error) {
  fmt::print(stderr, "bench: {}\n", error.message());
  std::exit(2);
}

int measure_command(char** command) {
  rusage usage{};
  int status = 0;
  const double took = seconds([&] {
    const pid_t child = fork();
    if (child == 0) {
      if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr)) _exit(126);
      execv(command[0], command);
      _exit(127);
    }
    wait4(child, &status, 0, &usage);
  });
  fmt::print("{} {}\n", took, usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

std::pair<double, double> run_program(const std::vector<std::string>& command) {
  std::vector<std::string> words{std::filesystem::read_symlink("/proc/self/exe").string(), "--measure"};
  words.insert(words.end(), command.begin(), command.end());
  const ProcessOutcome outcome = need(run_process(words, "", {.time = std::chrono::minutes(30), .memory = 0}));
  double took = 0, peak = 0;
  if (outcome.exit_code != 0 || std::sscanf(outcome.out.c_str(), "%lf %lf", &took, &peak) != 2)
    stop({Cause::malformed, {}, "the program failed: " + command[0], ""});
  return {took, peak / 1024};
}

}  // namespace fengbiao::bench
