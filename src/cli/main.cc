#include <csignal>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen when writing
  std::signal(SIGXFSZ, SIG_IGN);  // so is a limit on the size of files, like a full disk
  return fengbiao::run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
