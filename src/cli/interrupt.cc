#include "cli/interrupt.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <string_view>

namespace fengbiao {
namespace {

volatile std::sig_atomic_t seen = 0;

std::string_view words;

void see(int) {
  const int before = errno;
  seen = 1;
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words.data(), words.size());
  errno = before;
}

}  // namespace

void watch_interrupts(std::string_view said) {
  words = said;
  if (isatty(STDERR_FILENO) != 1) words.remove_prefix(1);  // a line end after ^C only where ^C is seen
  struct sigaction action = {};
  action.sa_handler = see;
  action.sa_flags = SA_RESETHAND | SA_RESTART;  // the second one acts as usual
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool interrupted() { return seen != 0; }

}  // namespace fengbiao
