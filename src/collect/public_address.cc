#include "collect/public_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace fengbiao {
namespace {

struct Range4 {
  std::uint32_t begin;
  int bits;
};
constexpr std::uint32_t ip4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { return a << 24 | b << 16 | c << 8 | d; }
constexpr std::array kInner4{
    Range4{ip4(0, 0, 0, 0), 8},      Range4{ip4(10, 0, 0, 0), 8},     Range4{ip4(100, 64, 0, 0), 10}, Range4{ip4(127, 0, 0, 0), 8},
    Range4{ip4(169, 254, 0, 0), 16}, Range4{ip4(172, 16, 0, 0), 12},  Range4{ip4(192, 0, 0, 0), 24},  Range4{ip4(192, 0, 2, 0), 24},
    Range4{ip4(192, 88, 99, 0), 24}, Range4{ip4(192, 168, 0, 0), 16}, Range4{ip4(198, 18, 0, 0), 15}, Range4{ip4(198, 51, 100, 0), 24},
    Range4{ip4(203, 0, 113, 0), 24}, Range4{ip4(224, 0, 0, 0), 4},    Range4{ip4(240, 0, 0, 0), 4},
};

bool is_public4(std::uint32_t address) {
  return std::ranges::none_of(kInner4, [&](const Range4& r) { return (address ^ r.begin) >> (32 - r.bits) == 0; });
}

using Bytes6 = std::span<const std::uint8_t, 16>;
std::uint32_t ip4_at(Bytes6 b, std::size_t at) { return ip4(b[at], b[at + 1], b[at + 2], b[at + 3]); }
bool begins(Bytes6 b, std::initializer_list<std::uint8_t> prefix) { return std::equal(prefix.begin(), prefix.end(), b.begin()); }

bool is_public6(Bytes6 b) {
  if (begins(b, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public4(ip4_at(b, 12));     // mapped
  if (begins(b, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public4(ip4_at(b, 12));  // NAT64
  if ((b[0] & 0xE0) != 0x20) return false;  // only 2000::/3 is given out: not ::, ::1, fc00::/7, fe80::/10, ff00::/8 …
  if (begins(b, {0x20, 0x02})) return is_public4(ip4_at(b, 2));  // 6to4
  if (begins(b, {0x20, 0x01, 0, 0})) {                           // Teredo: the client's address, its bits turned over
    return is_public4(ip4_at(b, 4)) && is_public4(~ip4_at(b, 12));
  }
  if (begins(b, {0x20, 0x01}) && b[2] < 2) return false;  // 2001::/23, protocols
  if (begins(b, {0x20, 0x01, 0x0D, 0xB8})) return false;  // documentation
  return !begins(b, {0x3F, 0xFF}) || (b[2] & 0xF0) != 0;  // 3fff::/20, documentation
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 in{};
  std::memcpy(&in, &address, sizeof in);
  return is_public6(std::span<const std::uint8_t, 16>(in.sin6_addr.s6_addr, 16));
}

}  // namespace fengbiao
