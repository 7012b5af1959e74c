#include "base/process.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace fengbiao {
namespace {

using namespace std::chrono_literals;

Result<ProcessOutcome> shell(const std::string& script, std::string_view input = "", const ProcessLimits& limits = {}) {
  return run_process({"sh", "-c", script}, input, limits);
}

TEST(Process, OutputErrorAndExitCode) {
  const auto r = shell("cat; echo trouble >&2; exit 3", "你好");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->out, "你好");
  EXPECT_EQ(r->err, "trouble\n");
  EXPECT_EQ(r->exit_code, 3);
}

TEST(Process, SignalIsAnExitCode) { EXPECT_EQ(shell("kill -TERM $$")->exit_code, 128 + SIGTERM); }

TEST(Process, NothingPassesThroughAShell) { EXPECT_EQ(run_process({"printf", "%s", "$HOME; `id` 'x'"}, "", {})->out, "$HOME; `id` 'x'"); }

TEST(Process, MissingTool) {
  const auto r = run_process({"fengbiao-no-such-tool"}, "", {});
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::tool_missing);
  EXPECT_EQ(r.error().message(), "the program fengbiao-no-such-tool is not installed (install it, or add its folder to PATH)");
  EXPECT_EQ(run_process({"/no/such/tool"}, "", {}).error().cause, Cause::tool_missing);
  EXPECT_EQ(run_process({}, "", {}).error().cause, Cause::invalid_argument);
}

TEST(Process, WhatIsNoProgramCannotStart) {
  const auto path = std::filesystem::temp_directory_path() / ("fengbiao-process-" + std::to_string(::getpid()));
  std::ofstream(path) << "#!/no/such/interpreter\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  EXPECT_EQ(run_process({path.string()}, "", {}).error().cause, Cause::tool_missing);
  std::ofstream(path) << std::string(
      "\x7f"
      "ELF broken",
      11);
  EXPECT_EQ(run_process({path.string()}, "", {}).error().cause, Cause::unreadable);
  std::filesystem::remove(path);
}

TEST(Process, KilledOnTimeOut) {
  ProcessLimits limits;
  limits.time = 200ms;
  const auto begin = std::chrono::steady_clock::now();
  const auto r = shell("sleep 30", "", limits);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::timed_out);
  EXPECT_EQ(r.error().what, "sh was ended after 0.2 seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

TEST(Process, TimeOutAlsoWhenItClosesItsOutput) {
  ProcessLimits limits;
  limits.time = 200ms;
  EXPECT_EQ(shell("exec >&- 2>&- <&-; sleep 30", "", limits).error().cause, Cause::timed_out);
}

TEST(Process, GrandchildrenEndWithIt) {
  ProcessLimits limits;
  limits.time = 300ms;
  const auto r = shell("(sleep 30 & echo $! >&2; wait) & wait", "", limits);
  ASSERT_FALSE(r);
  const auto left = shell("sleep 30 >/dev/null 2>&1 & echo $!");  // leaves one behind
  ASSERT_TRUE(left);
  const pid_t pid = std::stoi(left->out);
  bool gone = false;
  for (int i = 0; i < 200 && !gone; ++i) {
    std::ifstream state("/proc/" + std::to_string(pid) + "/stat");
    std::string all((std::istreambuf_iterator<char>(state)), {});
    gone = all.empty() || all.find(") Z") != std::string::npos;
    if (!gone) ::usleep(10'000);
  }
  EXPECT_TRUE(gone);
}

TEST(Process, OutputLimit) {
  ProcessLimits limits;
  limits.output = 1000;
  EXPECT_EQ(shell("yes", "", limits).error().cause, Cause::too_large);
  EXPECT_EQ(shell("head -c 1000 /dev/zero", "", limits)->out.size(), 1000u);
  EXPECT_EQ(shell("head -c 1001 /dev/zero", "", limits).error().cause, Cause::too_large);
}

TEST(Process, ErrorOutputIsCutNotFailed) {
  ProcessLimits limits;
  limits.error_output = 10;
  const auto r = shell("head -c 1000000 /dev/zero >&2; echo done", "", limits);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->err.size(), 10u);
  EXPECT_EQ(r->out, "done\n");
}

TEST(Process, MemoryLimit) {
  ProcessLimits limits;
  limits.memory = 256ull << 20;
  const auto r = shell("head -c 600000000 /dev/zero | tail -c 599999999 >/dev/null", "", limits);
  ASSERT_TRUE(r);
  EXPECT_NE(r->exit_code, 0);
  EXPECT_NE(shell("ulimit -v", "", limits)->out, "unlimited\n");
}

TEST(Process, HelperThatDoesNotRead) {
  const std::string input(8 << 20, 'x');
  const auto r = shell("exec <&-; echo fine", input);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->out, "fine\n");
  EXPECT_EQ(shell("exit 0", input)->exit_code, 0);
  EXPECT_EQ(shell("head -c 10", input)->out, "xxxxxxxxxx");
}

TEST(Process, BothWaysAtOnceWithoutDeadlock) {
  const std::string input(8 << 20, 'y');
  EXPECT_EQ(shell("cat", input)->out, input);
  EXPECT_EQ(shell("cat | tee /dev/stderr", input)->out, input);
}

TEST(Process, BareEnvironment) {
  ::setenv("FENGBIAO_TEST_SECRET", "1", 1);
  const auto r = run_process({"env"}, "", {}, {"FENGBIAO_TEST_GIVEN=2"});
  ::unsetenv("FENGBIAO_TEST_SECRET");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->out.find("SECRET"), std::string::npos);
  EXPECT_NE(r->out.find("FENGBIAO_TEST_GIVEN=2\n"), std::string::npos);
  EXPECT_NE(r->out.find("LANG=C.UTF-8\n"), std::string::npos);
  EXPECT_NE(r->out.find("PATH="), std::string::npos);
}

TEST(Process, NoFileOfOursIsOpenInTheHelper) {
  const int fd = ::dup(0);                                    // without close-on-exec
  EXPECT_EQ(shell("ls /proc/self/fd")->out, "0\n1\n2\n3\n");  // 3 is the folder ls reads
  ::close(fd);
}

}  // namespace
}  // namespace fengbiao
