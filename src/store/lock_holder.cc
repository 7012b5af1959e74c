// A line of Linux's /proc/locks: `1: POSIX  ADVISORY  WRITE 4711 fe:01:131 1073741825 1073741825`, with the process,
// the device and inode of the file, and the first and last byte. Asking with F_GETLK instead would need another
// descriptor of the file, and closing that would drop this process's own locks.
#include "store/lock_holder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace fengbiao {

namespace {
constexpr std::uint64_t kPendingByte = 0x40000000;  // SQLite's file format: pending, then reserved
constexpr std::uint64_t kReservedByte = kPendingByte + 1;
}  // namespace

std::string holder_in_words(const std::filesystem::path& archive) {
  struct stat status {};
  if (::stat(archive.c_str(), &status) != 0) return "another program";
  const std::string inode = fmt::format(":{}", status.st_ino);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream fields(line);
    std::string number, kind, advisory, mode, file;
    long process = 0;
    std::uint64_t first = 0, last = 0;
    if (!(fields >> number >> kind >> advisory >> mode >> process >> file >> first >> last)) continue;
    if (mode != "WRITE" || !file.ends_with(inode) || first > kReservedByte || last < kPendingByte || process <= 0) continue;
    if (process == ::getpid()) return "this program itself";
    std::string name;
    std::ifstream comm(fmt::format("/proc/{}/comm", process));
    std::getline(comm, name);
    return name.empty() ? fmt::format("process {}", process) : fmt::format("process {} ({})", process, name);
  }
  return "another program";
}

}  // namespace fengbiao
