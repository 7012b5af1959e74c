// Whether an address that a connection is about to be made to belongs to the public internet. Asked of the address itself, after names were
// looked up, so that a name that points inward, now or at the second look, leads nowhere.
//
//   is_public(sockaddr of 192.168.1.1) == false      is_public(sockaddr of ::ffff:127.0.0.1) == false
//
// After the registries of special-purpose addresses (RFC 6890 and its updates), with the IPv4 address inside mapped, 6to4, NAT64 and Teredo
// ones looked at too. Tested by public_address_test.cc and tests/e2e/collect.py.
#pragma once

struct sockaddr;

namespace fengbiao {

bool is_public(const sockaddr& address);  // false for what is neither IPv4 nor IPv6

}  // namespace fengbiao
