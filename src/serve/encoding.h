// Bodies made smaller for the way (RFC 9110, 12.5.3): zstd where the client takes it, else gzip, else as they are.
//
//   best_coding("gzip, deflate, br, zstd")  ->  Coding::zstd        best_coding("gzip;q=0")  ->  Coding::identity
//
// Tested by encoding_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fengbiao {

enum class Coding : std::uint8_t { identity, gzip, zstd };
std::string_view name_of(Coding coding);

Coding best_coding(std::string_view accept_encoding);
std::string coded(std::string_view body, Coding coding);
bool is_worth_coding(std::string_view type, std::size_t bytes);

}  // namespace fengbiao
