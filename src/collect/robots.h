// robots.txt by RFC 9309: which paths of a host this program may ask for.
//
//   Robots robots = Robots::parse(bytes);   robots.allows("/news/1.html")
//
// The group of "fengbiao" counts, else that of "*"; groups of one name are taken together. The longest rule that matches decides, at equal
// length the one that allows; "*" stands for any characters, "$" at the end for the end. What is no rule is passed over. Crawl-delay, which
// the RFC does not know but hosts write, is read too. Tested by robots_test.cc and tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

inline constexpr std::string_view kRobotName = "fengbiao";
inline constexpr std::size_t kRobotsLimit = 512 * 1024;  // bytes that are read; the RFC asks for 500 KiB

class Robots {
 public:
  static Robots parse(std::string_view bytes);  // what is behind the limit is passed over
  static Robots allow_all() { return {}; }
  static Robots allow_none();

  [[nodiscard]] bool allows(std::string_view path) const;  // path with its query
  [[nodiscard]] int delay() const { return delay_; }       // seconds between two requests, 0 where nothing is said

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
  int delay_ = 0;
};

}  // namespace fengbiao
