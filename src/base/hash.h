// Content hashes: XXH3 of 64 and 128 bits (xxhash). For identity and damage, not against an adversary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fengbiao {

std::uint64_t hash64(std::string_view bytes);
std::string hash128_hex(std::string_view bytes);  // 32 lower-case hex digits

}  // namespace fengbiao
