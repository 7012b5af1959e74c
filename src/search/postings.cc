#include "search/postings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace fengbiao {
namespace {

constexpr std::size_t kBlock = 128;

// The first byte of a block: width of the gaps + kWidths * (kind of gaps + 3 * kind of places).
constexpr unsigned kWidths = 28;  // 0 .. 27 bits
enum Gaps : unsigned { plain, mended, unary };
enum Places : unsigned { once, named, marked };
constexpr unsigned kNamedBits = 9;  // which of the block, and its place

std::size_t bytes_of(std::size_t count, unsigned width) { return (count * width + 7) / 8; }

void pack(std::span<const std::uint32_t> values, unsigned width, std::string& out) {
  std::uint64_t held = 0;
  unsigned bits = 0;
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  for (const std::uint32_t value : values) {
    held |= (value & mask) << bits;
    bits += width;
    for (; bits >= 8; bits -= 8, held >>= 8) out += static_cast<char>(held & 0xFF);
  }
  if (bits > 0) out += static_cast<char>(held & 0xFF);
}

// Values of `width` bits out of `bytes`, which hold them all.
void unpack(std::string_view bytes, std::size_t count, unsigned width, std::uint32_t* to) {
  if (width == 0) {
    std::fill_n(to, count, 0U);
    return;
  }
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  std::size_t i = 0, bit = 0;
  for (; i < count && bit / 8 + 8 <= bytes.size(); ++i, bit += width) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + bit / 8, sizeof(word));
    to[i] = static_cast<std::uint32_t>(word >> (bit % 8) & mask);
  }
  for (; i < count; ++i, bit += width) {  // near the end
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + bit / 8, std::min<std::size_t>(8, bytes.size() - bit / 8));
    to[i] = static_cast<std::uint32_t>(word >> (bit % 8) & mask);
  }
}

struct Form {
  unsigned width = 0;
  Gaps gaps = plain;
};

// What takes the least room.
Form best_form(std::span<const std::uint32_t> gaps) {
  std::array<std::uint32_t, 33> of_width{};
  std::uint64_t sum = 0;
  for (const std::uint32_t gap : gaps) {
    ++of_width[static_cast<std::size_t>(std::bit_width(gap))];
    sum += gap;
  }
  Form best;
  std::uint64_t least = ~std::uint64_t{0};
  const auto offer = [&](Form form, std::uint64_t bytes) {
    if (bytes >= least) return;
    least = bytes;
    best = form;
  };
  for (unsigned width = 0; width < kWidths; ++width) {
    const std::size_t low = bytes_of(gaps.size(), width);
    std::size_t large = 0, mending = 0;
    for (unsigned w = width + 1; w <= 32; ++w) {
      large += of_width[w];
      mending += of_width[w] * std::size_t{1 + (w - width + 6) / 7};
    }
    offer({width, large > 0 ? mended : plain}, low + mending + (large > 0 ? 1 : 0));
    if (large == 0) break;
    if (sum >> width > 8 * gaps.size()) continue;
    std::uint64_t ones = gaps.size();
    for (const std::uint32_t gap : gaps) ones += gap >> width;
    offer({width, unary}, low + (ones + 7) / 8);
  }
  return best;
}

void pack_gaps(std::span<const std::uint32_t> gaps, Form form, std::string& out) {
  pack(gaps, form.width, out);
  if (form.gaps == unary) {
    std::size_t bit = 0;
    const std::size_t begin = out.size();
    for (const std::uint32_t gap : gaps) {
      bit += gap >> form.width;
      out.resize(begin + bit / 8 + 1);
      out[begin + bit / 8] = static_cast<char>(out[begin + bit / 8] | 1 << bit % 8);
      ++bit;
    }
  } else if (form.gaps == mended) {
    out += static_cast<char>(std::ranges::count_if(gaps, [&](std::uint32_t gap) { return gap >> form.width != 0; }));
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      if (gaps[i] >> form.width == 0) continue;
      out += static_cast<char>(i);
      append_varint(out, gaps[i] >> form.width);
    }
  }
}

void pack_block(std::span<const std::uint32_t> gaps, std::span<const SearchHit> hits, std::string& out) {
  const Form form = best_form(gaps);
  std::array<std::uint32_t, kBlock> values{}, marks{};
  std::size_t others = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    marks[i] = hits[i].place() != TermPlace::once;
    if (marks[i]) values[others++] = static_cast<std::uint32_t>(i) << 2 | static_cast<std::uint32_t>(hits[i].place());
  }
  const bool few = 1 + bytes_of(others, kNamedBits) <= bytes_of(gaps.size(), 1) + bytes_of(others, 2);
  const Places places = others == 0 ? once : few ? named : marked;
  out += static_cast<char>(form.width + kWidths * (form.gaps + 3 * places));
  pack_gaps(gaps, form, out);
  if (places == named) {
    out += static_cast<char>(others);
    pack({values.data(), others}, kNamedBits, out);
  } else if (places == marked) {
    pack({marks.data(), gaps.size()}, 1, out);
    pack({values.data(), others}, 2, out);
  }
}

// What is left to read of a list; a step that finds no more bytes is false.
struct Reader {
  std::string_view bytes;
  std::array<std::uint32_t, kBlock> values;

  bool byte(std::size_t& value) {
    if (bytes.empty()) return false;
    value = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    return true;
  }
  bool packed(std::size_t count, unsigned width) {
    const std::size_t size = bytes_of(count, width);
    if (bytes.size() < size) return false;
    unpack(bytes, count, width, values.data());
    bytes.remove_prefix(size);
    return true;
  }
  // Rows from `next` on, from gaps whose low bits are in `values`; their highs in unary.
  bool unary_rows(std::size_t count, unsigned width, std::uint64_t next, SearchHit* to, std::uint64_t& end) {
    std::uint64_t low = next;
    std::size_t i = 0, base = 0;
    for (std::size_t at = 0; i < count; at += 8, base += 64) {
      if (at >= bytes.size()) return false;
      std::uint64_t word = 0;
      if (bytes.size() - at >= 8) std::memcpy(&word, bytes.data() + at, 8);
      else std::memcpy(&word, bytes.data() + at, bytes.size() - at);
      for (; word != 0 && i < count; word &= word - 1) {
        const std::uint64_t bit = base + static_cast<std::size_t>(std::countr_zero(word));
        low += values[i];
        to[i] = SearchHit(static_cast<std::uint32_t>(((bit - i) << width) + low), TermPlace::once);
        end = bit;
        ++low;
        ++i;
      }
    }
    const std::uint64_t last = ((end + 1 - count) << width) + low;
    bytes.remove_prefix(static_cast<std::size_t>(end / 8 + 1));
    end = last;
    return true;
  }
  bool mend(std::size_t count, unsigned width) {
    std::size_t large = 0, i = 0;
    if (!byte(large)) return false;
    for (; large > 0; --large) {
      std::uint32_t high = 0;
      if (!byte(i) || i >= count || !take_varint(bytes, high) || std::uint64_t{high} >> (32 - width) != 0) return false;
      values[i] |= high << width;
    }
    return true;
  }
  // One block; `next` is the least its first row can be.
  bool block(std::size_t count, std::uint32_t documents, std::uint64_t& next, SearchHit* to) {
    std::size_t head = 0;
    if (!byte(head) || head >= std::size_t{kWidths} * 9) return false;
    const unsigned width = head % kWidths, gaps = head / kWidths % 3, places = static_cast<unsigned>(head) / kWidths / 3;
    if (!packed(count, width)) return false;
    if (gaps == unary) {
      std::uint64_t end = 0;
      if (!unary_rows(count, width, next, to, end) || end > documents) return false;
      next = end;
    } else {
      if (gaps == mended && !mend(count, width)) return false;
      for (std::size_t i = 0; i < count; ++i) {
        next += values[i];
        to[i] = SearchHit(static_cast<std::uint32_t>(next), TermPlace::once);
        ++next;
      }
      if (next > documents) return false;
    }
    if (places == named) {
      std::size_t others = 0;
      if (!byte(others) || others > count || !packed(others, kNamedBits)) return false;
      for (std::size_t k = 0; k < others; ++k) {
        const std::size_t i = values[k] >> 2;
        if (i >= count) return false;
        to[i] = SearchHit(to[i].row(), static_cast<TermPlace>(values[k] & 3));
      }
    } else if (places == marked) {
      if (bytes.size() < bytes_of(count, 1)) return false;
      std::uint64_t marks[2] = {};
      std::memcpy(marks, bytes.data(), bytes_of(count, 1));
      bytes.remove_prefix(bytes_of(count, 1));
      const auto others = static_cast<std::size_t>(std::popcount(marks[0])) + static_cast<std::size_t>(std::popcount(marks[1]));
      if (others > kBlock || !packed(others, 2)) return false;
      std::size_t k = 0;
      for (std::size_t half = 0; half < 2; ++half)
        for (std::uint64_t left = marks[half]; left != 0; left &= left - 1, ++k) {
          const std::size_t i = half * 64 + static_cast<std::size_t>(std::countr_zero(left));
          if (i >= count) return false;
          to[i] = SearchHit(to[i].row(), static_cast<TermPlace>(values[k]));
        }
    }
    return true;
  }
};

}  // namespace

void append_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

bool take_varint(std::string_view& bytes, std::uint32_t& value) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 5; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    sum |= static_cast<std::uint64_t>(byte & 0x7F) << (7 * i);
    if (byte >= 0x80) continue;
    if (sum > 0xFFFFFFFFU) return false;
    value = static_cast<std::uint32_t>(sum);
    bytes.remove_prefix(i + 1);
    return true;
  }
  return false;
}

void pack_hits(std::span<const SearchHit> hits, std::string& out) {
  append_varint(out, static_cast<std::uint32_t>(hits.size()));
  std::uint32_t next = 0;
  std::array<std::uint32_t, kBlock> gaps{};
  for (std::size_t from = 0; from < hits.size(); from += kBlock) {
    const std::size_t n = std::min(kBlock, hits.size() - from);
    for (std::size_t i = 0; i < n; ++i) {
      gaps[i] = hits[from + i].row() - next;
      next = hits[from + i].row() + 1;
    }
    pack_block({gaps.data(), n}, hits.subspan(from, n), out);
  }
}

std::uint32_t hit_count(std::string_view bytes) {
  std::uint32_t count = 0;
  return take_varint(bytes, count) ? count : 0;
}

bool unpack_hits(std::string_view bytes, std::uint32_t documents, std::vector<SearchHit>& out) {
  out.clear();
  std::uint32_t count = 0;
  Reader reader{bytes, {}};
  if (!take_varint(reader.bytes, count) || count > documents) return false;
  out.resize(count);
  std::uint64_t next = 0;
  for (std::size_t done = 0; done < count; done += kBlock) {
    if (reader.block(std::min<std::size_t>(kBlock, count - done), documents, next, out.data() + done)) continue;
    out.clear();
    return false;
  }
  return true;
}

}  // namespace fengbiao
