#include "search/gram_lists.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/hash.h"
#include "search/character_code.h"
#include "search/postings.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kOther = CharacterCode::kOther;
constexpr std::size_t kPassEntries = std::size_t{1} << 24;  // of eight bytes

// Rows one after the other as a term comes along, put together by document.
class HitList {
 public:
  void add(std::uint32_t row, bool in_title) {
    if (hits_.empty() || hits_.back().row() != row) {
      hits_.emplace_back(row, in_title ? TermPlace::in_title : TermPlace::once);
    } else if (const TermPlace place = hits_.back().place(); place < TermPlace::often) {
      hits_.back() = SearchHit(row, static_cast<TermPlace>(static_cast<int>(place) + 1));
    }
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(hits_.size()); }
  // Appends the list and begins the next; gives where it begins.
  std::uint32_t pack(std::string& lists) {
    const auto at = static_cast<std::uint32_t>(lists.size());
    pack_hits(hits_, lists);
    hits_.clear();
    return at;
  }

 private:
  std::vector<SearchHit> hits_;
};

// Numbers for keys, in the order in which they are first seen.
class Numbers {
 public:
  explicit Numbers(std::size_t slots = 1 << 12) : slots_(slots) {}
  std::uint32_t operator()(std::uint64_t key) {
    if (std::size_t{2} * used_ >= slots_.size()) grow();
    auto& slot = slots_[place(key)];
    if (slot.second == 0) slot = {key, ++used_};
    return slot.second - 1;
  }
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const { return slots_[place(key)].second - 1; }  // kNone
  [[nodiscard]] std::uint32_t size() const { return used_; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    std::size_t i = static_cast<std::size_t>((key ^ key >> 31) * 0x9E3779B97F4A7C15ULL >> 20) & (slots_.size() - 1);
    while (slots_[i].second != 0 && slots_[i].first != key) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  void grow() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> old(slots_.size() * 2);
    old.swap(slots_);
    for (const auto& slot : old)
      if (slot.second != 0) slots_[place(slot.first)] = slot;
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
  std::uint32_t used_ = 0;
};

struct Start {
  std::uint32_t at = 0, row = 0;  // where a frequent row begins, and which
};

class Lister {
 public:
  Lister(const NumberedTexts& texts, std::uint32_t often) : texts_(texts), often_(often) {}

  Result<GramLists> run() {
    singles_and_pairs();
    if (out_.lists.size() >= kNone) return too_large();
    std::vector<Start> starts = frequent_pairs();
    for (std::size_t length = 3; length <= kLongestRow && !starts.empty(); ++length) {
      starts = longer(starts, length);
      if (out_.lists.size() >= kNone || out_.row_words.size() >= kNone) return too_large();
    }
    make_slots();
    return std::move(out_);
  }

 private:
  static std::unexpected<Error> too_large() { return fail(Cause::too_large, {}, "more text than one search index holds"); }
  // Numbers as places in arrays: kOther comes behind the others.
  [[nodiscard]] std::uint32_t place(std::uint32_t number) const { return number == kOther ? texts_.characters : number; }

  void singles_and_pairs() {
    const std::uint32_t places = texts_.characters + 1;
    std::vector<std::uint32_t> counts(places);
    for (const std::uint16_t number : texts_.numbers) ++counts[place(number)];
    counts[0] = 0;
    out_.singles.assign(places, kNone);
    single_often_.assign(places, false);
    for (std::uint32_t from = 0; from < places;) {
      std::uint32_t to = from;
      std::size_t sum = 0;
      while (to < places && (to == from || sum + counts[to] <= kPassEntries)) sum += counts[to++];
      pass(from, to, sum, counts);
      from = to;
    }
    out_.pair_begins.push_back(static_cast<std::uint32_t>(out_.pair_seconds.size()));
  }

  // The characters at places [from, to): each beside what follows it, brought together by character.
  void pass(std::uint32_t from, std::uint32_t to, std::size_t sum, const std::vector<std::uint32_t>& counts) {
    std::vector<std::size_t> ends(to - from);
    std::size_t at = 0;
    for (std::uint32_t c = from; c < to; ++c) {
      ends[c - from] = at;
      at += counts[c];
    }
    std::vector<std::uint64_t> entries(sum);  // row, whether in the title, what follows
    for (std::uint32_t row = 0; row < texts_.documents(); ++row) {
      const std::uint32_t end = texts_.begins[row + 1];
      for (std::uint32_t i = texts_.begins[row]; i < end; ++i) {
        const std::uint32_t c = place(texts_.numbers[i]);
        if (c == 0 || c < from || c >= to) continue;
        const std::uint32_t next = i + 1 < end ? texts_.numbers[i + 1] : 0;
        entries[ends[c - from]++] = std::uint64_t{row} << 17 | std::uint64_t{i < texts_.title_ends[row]} << 16 | next;
      }
    }
    std::size_t begin = 0;
    for (std::uint32_t c = from; c < to; ++c) {
      character(c, std::span(entries).subspan(begin, counts[c]));
      begin += counts[c];
    }
  }

  void character(std::uint32_t c, std::span<const std::uint64_t> entries) {
    out_.pair_begins.push_back(static_cast<std::uint32_t>(out_.pair_seconds.size()));
    if (entries.empty()) return;
    seconds_.clear();
    follows_.resize(0x10000);
    for (const std::uint64_t entry : entries) {
      hits_.add(static_cast<std::uint32_t>(entry >> 17), (entry >> 16 & 1) != 0);
      const auto second = static_cast<std::uint16_t>(entry);
      if (second != 0 && follows_[second]++ == 0) seconds_.push_back(second);
    }
    single_often_[c] = hits_.size() > often_;
    out_.singles[c] = hits_.pack(out_.lists);
    std::ranges::sort(seconds_);
    std::uint32_t sum = 0;
    for (const std::uint16_t second : seconds_) sum += std::exchange(follows_[second], sum);
    sorted_.resize(sum);
    for (const std::uint64_t entry : entries)
      if (const auto second = static_cast<std::uint16_t>(entry); second != 0)
        sorted_[follows_[second]++] = static_cast<std::uint32_t>(entry >> 16);
    std::uint32_t begin = 0;
    for (const std::uint16_t second : seconds_) {
      const std::uint32_t end = std::exchange(follows_[second], 0);
      for (std::uint32_t i = begin; i < end; ++i) hits_.add(sorted_[i] >> 1, (sorted_[i] & 1) != 0);
      if (hits_.size() > often_ && c != texts_.characters && second != kOther) {
        frequent_(std::uint64_t{c} << 16 | second);
        frequent_starts_ += end - begin;
      }
      begin = end;
      out_.pair_seconds.push_back(second);
      out_.pair_lists.push_back(hits_.pack(out_.lists));
    }
  }

  std::vector<Start> frequent_pairs() {
    std::vector<Start> starts;
    if (frequent_.size() == 0) return starts;
    starts.reserve(frequent_starts_);
    for (std::uint32_t i = 0; i + 1 < texts_.numbers.size(); ++i) {
      const std::uint32_t first = texts_.numbers[i], second = texts_.numbers[i + 1];
      if (!single_often_[place(first)] || !single_often_[place(second)]) continue;
      const std::uint32_t row = frequent_.find(std::uint64_t{first} << 16 | second);
      if (row != kNone) starts.push_back({i, row});
    }
    return starts;
  }

  // Lists the rows of `length` whose halves are among those that begin at `starts`; gives those that are frequent themselves.
  std::vector<Start> longer(const std::vector<Start>& starts, std::size_t length) {
    Numbers numbers;
    std::vector<Start> found;
    std::vector<std::uint32_t> counts, first;
    std::size_t most = 0;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) most += starts[i + 1].at == starts[i].at + 1;
    found.reserve(most);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      if (starts[i + 1].at != starts[i].at + 1) continue;
      const std::uint32_t row = numbers(std::uint64_t{starts[i].row} << 32 | starts[i + 1].row);
      if (row == counts.size()) {
        counts.push_back(0);
        first.push_back(starts[i].at);
      }
      ++counts[row];
      found.push_back({starts[i].at, row});
    }
    std::vector<std::uint32_t> ends(counts.size());
    std::uint32_t sum = 0;
    for (std::uint32_t row = 0; row < counts.size(); ++row) ends[row] = std::exchange(sum, sum + counts[row]);
    std::vector<std::uint32_t> sorted(sum);  // document and whether in its title
    std::uint32_t document = 0;
    for (const Start& start : found) {
      while (texts_.begins[document + 1] <= start.at) ++document;
      sorted[ends[start.row]++] = document << 1 | static_cast<std::uint32_t>(start.at < texts_.title_ends[document]);
    }
    std::vector<bool> often(counts.size());
    for (std::uint32_t row = 0; row < counts.size(); ++row) {
      for (std::uint32_t i = ends[row] - counts[row]; i < ends[row]; ++i) hits_.add(sorted[i] >> 1, (sorted[i] & 1) != 0);
      often[row] = hits_.size() > often_;
      const auto word = static_cast<std::uint32_t>(out_.row_words.size());
      for (std::size_t i = 0; i < length; ++i) words_(texts_.numbers[first[row] + i]);
      out_.rows.push_back({word, hits_.pack(out_.lists)});
    }
    std::erase_if(found, [&](const Start& start) { return !often[start.row]; });
    return found;
  }
  // Two bytes a character, whatever its code in the texts.
  void words_(std::uint32_t number) {
    out_.row_words += static_cast<char>(number & 0xFF);
    out_.row_words += static_cast<char>(number >> 8);
  }

  void make_slots() {
    const std::uint32_t rows = static_cast<std::uint32_t>(out_.rows.size());
    out_.rows.push_back({static_cast<std::uint32_t>(out_.row_words.size()), static_cast<std::uint32_t>(out_.lists.size())});
    std::size_t slots = 4;
    while (slots < rows + rows / 2) slots *= 2;
    out_.slots.assign(slots, kNone);
    for (std::uint32_t row = 0; row < rows; ++row) {
      const auto word = std::string_view(out_.row_words).substr(out_.rows[row].word, out_.rows[row + 1].word - out_.rows[row].word);
      std::size_t i = home_slot(hash64(word), slots);
      while (out_.slots[i] != kNone) i = (i + 1) & (slots - 1);
      out_.slots[i] = row;
    }
  }

  const NumberedTexts& texts_;
  std::uint32_t often_;
  GramLists out_;
  HitList hits_;
  Numbers frequent_;                 // pairs in many documents
  std::size_t frequent_starts_ = 0;  // where they begin
  std::vector<bool> single_often_;   // by place
  std::vector<std::uint32_t> follows_, sorted_;
  std::vector<std::uint16_t> seconds_;
};

}  // namespace

Result<GramLists> list_grams(const NumberedTexts& texts, std::uint32_t often) { return Lister(texts, often).run(); }

}  // namespace fengbiao
