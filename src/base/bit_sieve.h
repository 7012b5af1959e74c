// A set of numbers that may say of one that it is in when it is not, and never the reverse: a bit for each place of a hash (Bloom 1970,
// with one hash). For a cheap look before a dear one.
//
//   BitSieve sieve(19);  sieve.add(key);  if (sieve.may_have(key)) ...
//
// Of n keys in 2^bits places, a stranger passes with a probability of about n / 2^bits. Tested by bit_sieve_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fengbiao {

class BitSieve {
 public:
  // `bits`: from 6 to 32; it takes 2^(bits - 3) bytes.
  explicit BitSieve(unsigned bits) : shift_(64 - bits), words_(std::size_t{1} << (bits - 6)) {}

  void add(std::uint64_t key) { words_[place(key) >> 6] |= std::uint64_t{1} << (place(key) & 63); }
  [[nodiscard]] bool may_have(std::uint64_t key) const { return (words_[place(key) >> 6] >> (place(key) & 63) & 1) != 0; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t key) const { return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> shift_); }
  unsigned shift_;
  std::vector<std::uint64_t> words_;
};

}  // namespace fengbiao
