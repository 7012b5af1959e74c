#include <csignal>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen when writing
  return fengbiao::run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
