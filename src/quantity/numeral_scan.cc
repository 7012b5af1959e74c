#include "quantity/numeral_scan.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostDigits = 40;
double power_of_ten(int n) { return n < 0 ? 1 / std::pow(10.0, -n) : std::pow(10.0, n); }

}  // namespace

NumeralScan::Char NumeralScan::at(std::size_t i) const {
  if (i >= text_.size()) return {&reader_.meanings_.front(), i, i};
  const Decoded d = decode(text_, i);
  return {&reader_.meaning(d.valid && d.code >= 0x80 ? d.code : 0), i, i + d.size};
}

std::size_t NumeralScan::blanks(std::size_t i) const {
  std::size_t end = i;
  while (end < text_.size() && text_[end] == ' ' && end < i + 2) ++end;
  return end;
}

bool NumeralScan::is_pair(double a, double b) const {
  if (a >= 1 && b == a + 1 && b <= 9) return true;
  return std::any_of(reader_.pairs_.begin(), reader_.pairs_.end(), [&](const auto& p) { return p.first == a && p.second == b; });
}

bool NumeralScan::multiplies(std::size_t i) const {
  const auto kind = at(blanks(i)).meaning->kind;
  return kind == NumberReader::multiplier || kind == NumberReader::scale || kind == NumberReader::inner_scale;
}

std::optional<NumeralScan::Atom> NumeralScan::arabic(std::size_t i) const {
  Atom atom;
  atom.begin = i;
  atom.arabic = true;
  std::size_t p = skip_digits(i);
  std::string digits(text_.substr(i, std::min<std::size_t>(p - i, kMostDigits + 1)));
  atom.padded = p > i + 1 && text_[i] == '0';
  // Thousands separators: groups of three, the last not followed by another digit.
  while (p > i && p - i <= 3 + 4 * 8 && (atom.grouped || p - i <= 3) && p < text_.size() && text_[p] == ',' &&
         skip_digits(p + 1) == p + 4) {
    atom.grouped = true;
    digits += text_.substr(p + 1, 3);
    p += 4;
  }
  std::uint32_t whole = static_cast<std::uint32_t>(p - i), decimals = 0;
  if (atom.grouped) whole = static_cast<std::uint32_t>(digits.size());
  // The point: at once, or with the blank that a PDF leaves on one side of it, where the digits stand within a sentence.
  std::size_t dot = p;
  std::size_t before = i;
  while (before > 0 && i - before < 2 && text_[before - 1] == ' ') --before;
  const bool inside = before >= 3 && static_cast<unsigned char>(text_[before - 1]) >= 0x80 && is_han(decode(text_, before - 3).code);
  if (inside && p > i && dot + 1 < text_.size() && text_[dot] == ' ' && text_[dot + 1] == '.') ++dot;
  if (dot < text_.size() && text_[dot] == '.') {
    std::size_t after = dot + 1;
    if (inside && dot == p && p > i && after < text_.size() && text_[after] == ' ' && digit_at(after + 1)) ++after;
    const std::size_t end = skip_digits(after);
    const bool dated = i >= 2 && text_[i - 1] == '.' && digit_at(i - 2);             // the 12.01 of 2022.12.01
    const bool more = end < text_.size() && text_[end] == '.' && digit_at(end + 1);  // the 2022.12 of it
    const bool torn = (dot != p || after != dot + 1) &&
                      (end - after > 2 || letter_at(end) || (before != i && (end >= text_.size() || text_[end] != '%')));
    if (end > after && !dated && !more && !torn) {
      decimals = static_cast<std::uint32_t>(end - after);
      digits += '.';
      digits += text_.substr(after, std::min<std::size_t>(end - after, kMostDigits));
      atom.decimal = true;
      p = end;
    }
  }
  if (p == i) return std::nullopt;
  // 2.5e3
  std::size_t exponent = p;
  int e = 0;
  if (exponent < text_.size() && (text_[exponent] == 'e' || text_[exponent] == 'E')) {
    std::size_t begin = exponent + 1;
    const bool minus = begin < text_.size() && text_[begin] == '-';
    if (begin < text_.size() && (text_[begin] == '-' || text_[begin] == '+')) ++begin;
    const std::size_t end = skip_digits(begin);
    if (end > begin && end - begin <= 2 && !letter_at(end)) {
      std::from_chars(text_.data() + begin, text_.data() + end, e);
      if (minus) e = -e;
      p = end;
    }
  }
  atom.digits = whole + decimals;
  if (atom.digits > kMostDigits) digits.clear();
  if (!digits.empty()) std::from_chars(digits.data(), digits.data() + digits.size(), atom.low);
  if (e != 0) atom.low *= power_of_ten(e);
  // 1.1^+23
  if (p < text_.size() && text_[p] == '^') {
    std::size_t begin = p + 1;
    bool minus = false;
    for (; begin < text_.size() && begin < p + 4 && (text_[begin] == '-' || text_[begin] == '+'); ++begin)
      minus = minus != (text_[begin] == '-');
    const std::size_t end = skip_digits(begin);
    int power = 0;
    if (end > begin && end - begin <= 3) {
      std::from_chars(text_.data() + begin, text_.data() + end, power);
      atom.low = std::pow(atom.low, minus ? -power : power);
      atom.raised = true;
      p = end;
    }
  }
  atom.high = atom.low;
  atom.step = power_of_ten(e - static_cast<int>(std::min(decimals, kMostDigits)));
  atom.end = p;
  return atom;
}

std::optional<NumeralScan::Atom> NumeralScan::chinese(std::size_t i, bool first) const {
  Atom atom;
  atom.begin = i;
  double previous = -1;
  for (std::size_t p = i;;) {
    const Char c = at(p);
    const bool is_two = c.meaning->kind == NumberReader::two;
    if (c.meaning->kind != NumberReader::digit && !is_two) break;
    if (is_two) {
      const bool front = atom.digits == 0 && (first || multiplies(c.end));
      const bool one_or_two = atom.digits == 1 && previous == 1;
      if (!front && !one_or_two) break;
    }
    // 两五: the second belongs to something else.
    if (atom.two && atom.digits == 1 && !is_pair(previous, c.meaning->value)) break;
    atom.two = atom.two || is_two;
    if (atom.digits == 0) atom.padded = c.meaning->value == 0;
    ++atom.digits;
    if (atom.digits <= kMostDigits) atom.low = atom.low * 10 + c.meaning->value;
    if (atom.digits == 2 && is_pair(previous, c.meaning->value)) atom.high = c.meaning->value;
    else atom.high = 0;
    if (atom.high > 0) atom.step = previous;  // kept for the pair
    previous = c.meaning->value;
    p = atom.end = c.end;
  }
  if (atom.digits == 0) return std::nullopt;
  if (atom.digits == 2 && atom.high > 0) {
    atom.low = atom.step;
  } else {
    atom.high = atom.low;
    atom.side_by_side = atom.digits > 1;
  }
  atom.padded = atom.padded && atom.digits > 1;
  atom.step = 1;
  return atom;
}

bool NumeralScan::shy_start() const {
  const Char first = at(from_);
  if (!first.meaning->shy) return false;
  const std::size_t next = blanks(first.end);
  const auto kind = at(next).meaning->kind;
  return kind > NumberReader::scale && kind != NumberReader::point && end_of_parts(next) == next;
}

void NumeralScan::take(const Atom& atom) {
  Number& n = hit_.number;
  n.printed_digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, n.printed_digits + atom.digits));
  n.arabic = n.arabic || atom.arabic;
  n.decimal = n.decimal || atom.decimal;
  n.grouped = n.grouped || atom.grouped;
  raised_ = raised_ || atom.raised;
  if (atom.digits > kMostDigits) hit_.code = true;
  any_digit_ = true;
  pending_ = atom;
  end_ = digits_end_ = atom.end;
}

// What one of the pending atom is worth: more than 1 where it leaves its unit out (百五, 一万三).
double NumeralScan::omitted_unit() const {
  const bool omitted = !pending_->arabic && pending_->digits == 1 && !zero_ && last_multiplier_ >= 100 && (inside_section() || any_scale_);
  return omitted ? place_ : 1;
}

void NumeralScan::add_pending() {
  if (!pending_) return;
  const double unit = omitted_unit();
  section_ += pending_->low * unit;
  section_high_ += pending_->high * unit;
  step_ = pending_->step * unit;
}

bool NumeralScan::take_arabic(std::size_t i) {
  if (pending_) return false;
  const auto a = arabic(i);
  if (!a) return false;
  if (!started()) {
    hit_.number.padded = a->padded;
  } else {
    // 2亿3000万, 7万5千, 3万4000: behind a scale or 千, and worth less than it.
    const double unit = inside_section() ? last_multiplier_ : last_scale_;
    const Meaning& next = *at(blanks(a->end)).meaning;
    const bool multiplied = next.kind == NumberReader::multiplier && next.value < last_multiplier_;
    const bool scaled = next.kind == NumberReader::scale && !inside_section() && a->low * next.value < last_scale_;
    const bool fills = i == end_ && !a->decimal && a->low < unit && (zero_ || power_of_ten(static_cast<int>(a->digits)) == unit);
    if (unit == 0 || !(multiplied || scaled || fills)) return false;
  }
  take(*a);
  return a->digits <= kMostDigits;
}

bool NumeralScan::take_chinese(std::size_t i) {
  if (pending_) return false;
  const bool first = !started();
  auto a = chinese(i, first);
  if (!a || (!first && !any_scale_ && !inside_section() && !zero_)) return false;
  if (a->digits == 1 && a->low == 0 && (!first || multiplies(a->end))) {  // 零 between parts
    const Char next = at(blanks(a->end));
    if (next.meaning->kind > NumberReader::multiplier && !digit_at(next.begin)) return false;
    zero_ = true;
    end_ = a->end;
    ++hit_.number.printed_digits;
    return true;
  }
  bool goes_on = true;
  if (first) {
    hit_.number.padded = a->padded;
    hit_.number.digit_by_digit = a->side_by_side;
    goes_on = !a->side_by_side || at(blanks(a->end)).meaning->kind != NumberReader::multiplier;
  } else if (a->padded && a->digits == 2 && i == end_) {  // 零五: the zero stands between parts
    zero_ = true;
    a->digits = 1;
  } else if (a->side_by_side) {
    return false;
  }
  take(*a);
  return goes_on;
}

// 廿, 卅
bool NumeralScan::take_ten(const Char& c) {
  if (pending_ || last_multiplier_ <= 10 || c.begin != end_) return false;
  section_ += c.meaning->value;
  section_high_ += c.meaning->value;
  last_multiplier_ = 10;
  step_ = place_ = 1;
  any_digit_ = true;
  zero_ = false;
  end_ = digits_end_ = c.end;
  return true;
}

// 十, 百, 千
bool NumeralScan::take_multiplier(const Char& c) {
  const double m = c.meaning->value;
  const bool bare = !pending_;
  if (m >= last_multiplier_) return false;
  if (m == 1000 && at(c.end).meaning->measures) return false;                                             // 12千米
  if (pending_ && pending_->arabic && pending_->low >= 10 && (c.begin != end_ || m == 10)) return false;  // 2022 十大
  if (pending_ && pending_->decimal && section_ > 0) return false;
  if (bare && started() && !zero_ && (m != 10 || (!inside_section() && !any_scale_))) return false;
  section_ += (bare ? 1 : pending_->low) * m;
  section_high_ += (bare ? 1 : pending_->high) * m;
  step_ = (bare ? 1 : pending_->step) * m;
  hit_.ten = hit_.ten || (bare && m == 10);
  pending_.reset();
  zero_ = false;
  last_multiplier_ = m;
  place_ = m / 10;
  end_ = digits_end_ = c.end;
  return true;
}

// 万, 亿
bool NumeralScan::take_scale(const Char& c) {
  const double s = c.meaning->value;
  const bool adjoining = !pending_ && !inside_section();  // 万亿: of the whole
  if (c.meaning->kind == NumberReader::inner_scale &&
      (!started() || at(blanks(c.end)).meaning->kind > NumberReader::scale || multiplies(c.end)))
    return false;
  if (zero_ && !pending_ && section_ == 0) return false;
  if (last_scale_ > 0 && s == last_scale_ && !adjoining) return false;
  if (!pending_ && section_ == 0 && total_ == 0) section_ = section_high_ = step_ = 1;
  if (!inside_section()) zero_ = true;  // the 四 of 四万 leaves no unit out
  add_pending();
  if (last_scale_ > 0 && s >= last_scale_) {
    total_ = (total_ + section_) * s;
    total_high_ = (total_high_ + section_high_) * s;
  } else {
    total_ += section_ * s;
    total_high_ += section_high_ * s;
  }
  hit_.number.scale = adjoining && last_scale_ > 0 ? hit_.number.scale * s : s;
  step_ *= s;
  section_ = section_high_ = 0;
  pending_.reset();
  zero_ = false;
  last_multiplier_ = kNoMultiplier;
  last_scale_ = s;
  place_ = s / 10;
  any_scale_ = true;
  end_ = c.end;
  return true;
}

// 点 and the digits behind it; of what may follow only a scale goes on: 五点六亿.
bool NumeralScan::take_point(const Char& c) {
  if (!started() || (pending_ && pending_->arabic) || hit_.number.digit_by_digit) return false;
  const std::size_t first = blanks(c.end);
  const auto digits = chinese(first, false);
  if (!digits || digits->two || at(digits->end).meaning->closes_hour) return false;
  const auto next = at(blanks(digits->end)).meaning->kind;
  if (next == NumberReader::multiplier) return false;
  double fraction = 0;
  int count = 0;
  for (std::size_t i = first; i < digits->end && count < static_cast<int>(kMostDigits); ++count) {
    const Char d = at(i);
    fraction = fraction * 10 + d.meaning->value;
    i = d.end;
  }
  Atom a = *digits;
  a.step = power_of_ten(-count);
  a.low = a.high = fraction * a.step;
  if (pending_) {
    const double unit = omitted_unit();
    a.low += pending_->low * unit;
    a.high += pending_->high * unit;
  }
  a.decimal = true;
  take(a);
  zero_ = true;  // it leaves no unit out
  return next == NumberReader::scale && total_ == 0;
}

NumberReader::Hit NumeralScan::simple(bool shy) {
  if (shy && shy_start()) return hit_;
  hit_.number.digits.begin = static_cast<std::uint32_t>(from_);
  for (bool goes_on = true; goes_on;) {
    const std::size_t i = started() ? blanks(end_) : end_;
    const Char c = at(i);
    if (digit_at(i) || (!started() && i < text_.size() && text_[i] == '.')) {
      goes_on = take_arabic(i);
      continue;
    }
    switch (c.meaning->kind) {
      case NumberReader::digit:
      case NumberReader::two: goes_on = take_chinese(i); break;
      case NumberReader::ten: goes_on = take_ten(c); break;
      case NumberReader::multiplier: goes_on = take_multiplier(c); break;
      case NumberReader::scale:
      case NumberReader::inner_scale: goes_on = take_scale(c); break;
      case NumberReader::point: goes_on = take_point(c); break;
      default: goes_on = false;
    }
  }
  if (!started()) return hit_;
  Number& n = hit_.number;
  n.scaled = any_scale_ && !pending_ && section_ == 0;
  if (!n.scaled) n.scale = 1;
  add_pending();
  n.value = total_ + section_;
  if (total_high_ + section_high_ > n.value) n.value_max = total_high_ + section_high_;
  n.step = step_;
  if (n.decimal && !raised_ && step_ > 0 && n.value < 1e15 * step_)  // as near to what is printed as a double comes
    n.value = step_ < 1 ? std::round(n.value / step_) / std::round(1 / step_) : std::round(n.value / step_) * step_;
  n.span = {static_cast<std::uint32_t>(from_), static_cast<std::uint32_t>(end_)};
  n.digits.end = static_cast<std::uint32_t>(std::max(digits_end_, from_));
  hit_.scale_only = !any_digit_;
  n.scale_only = hit_.scale_only && !hit_.ten;
  hit_.length = static_cast<std::uint32_t>(end_ - from_);
  return hit_;
}

// 1/3 behind a numeral; 1 3/5.
bool NumeralScan::slash(NumberReader::Hit& hit) const {
  const auto whole_number = [&](std::size_t i, double& value) {
    const std::size_t end = skip_digits(i);
    if (end == i || end - i > 3) return i;
    std::from_chars(text_.data() + i, text_.data() + end, value);
    return end;
  };
  std::size_t p = from_;
  double whole = 0, over = 0, under = 0;
  std::size_t end = whole_number(p, over);
  if (end == p || end != from_ + hit.length) return false;
  if (end + 1 < text_.size() && text_[end] == ' ' && digit_at(end + 1)) {
    whole = over;
    p = end + 1;
    end = whole_number(p, over);
    if (end == p) return false;
  }
  if (end >= text_.size() || text_[end] != '/') return false;
  const std::size_t q = end + 1;
  end = whole_number(q, under);
  if (end == q || under == 0 || letter_at(end) || digit_at(end)) return false;
  if (end < text_.size() && (text_[end] == '/' || (text_[end] == '.' && digit_at(end + 1)))) return false;
  if (from_ > 0 && text_[from_ - 1] == '/') return false;
  hit.number.value = whole + over / under;
  hit.number.fraction = true;
  hit.length = static_cast<std::uint32_t>(end - from_);
  return true;
}

std::size_t NumeralScan::end_of_parts(std::size_t i) const {
  for (const std::string& word : reader_.parts_) {
    std::size_t q = i;
    bool fits = true;
    for (std::size_t k = 0; k < word.size() && fits;) {
      const Decoded d = decode(word, k);
      if (k > 0) q = blanks(q);
      fits = text_.substr(std::min(q, text_.size()), d.size) == std::string_view(word).substr(k, d.size);
      q += d.size;
      k += d.size;
    }
    if (fits) return q;
  }
  return i;
}

// 三分之一
bool NumeralScan::part_of(NumberReader::Hit& hit) const {
  std::size_t p = blanks(from_ + hit.length);
  const std::size_t behind = end_of_parts(p);
  const bool found = behind != p;
  p = behind;
  if (!found || hit.number.value == 0 || hit.number.value_max || (hit.scale_only && hit.number.value == 100)) return false;
  p = blanks(p);
  const Char sign = at(p);
  const bool negative = sign.meaning->kind == NumberReader::minus;
  if (negative) p = sign.end;
  const NumberReader::Hit over = NumeralScan(reader_, text_, p).simple(false);
  if (over.length == 0 || over.code) return false;
  Number n = over.number;
  n.value = n.value / hit.number.value * (negative ? -1 : 1);
  if (n.value_max) n.value_max = *n.value_max / hit.number.value;
  n.step = n.step / hit.number.value;
  n.fraction = true;
  n.scaled = n.digit_by_digit = n.padded = false;
  n.digits = {static_cast<std::uint32_t>(from_), over.number.span.end};
  hit = over;
  hit.scale_only = n.scale_only = false;
  hit.number = n;
  hit.length = static_cast<std::uint32_t>(over.number.span.end - from_);
  return true;
}

// 三又五分之一
bool NumeralScan::and_part(NumberReader::Hit& hit) const {
  const Char c = at(blanks(from_ + hit.length));
  if (c.meaning->kind != NumberReader::conjunction || hit.number.value_max) return false;
  const std::size_t p = blanks(c.end);
  NumeralScan rest(reader_, text_, p);
  NumberReader::Hit part = rest.simple();
  if (part.length == 0 || part.code || !rest.part_of(part)) return false;
  hit.number.value += part.number.value;
  hit.number.step = part.number.step;
  hit.number.fraction = true;
  hit.length = static_cast<std::uint32_t>(p + part.length - from_);
  hit.scale_only = hit.number.scale_only = false;
  return true;
}

NumberReader::Hit NumeralScan::numeral() {
  NumberReader::Hit hit = simple();
  if (hit.length == 0 || hit.code) return hit;
  if (hit.number.integer() && (slash(hit) || part_of(hit) || and_part(hit))) {
    hit.number.span = {static_cast<std::uint32_t>(from_), static_cast<std::uint32_t>(from_ + hit.length)};
    hit.number.digits = hit.number.span;
  }
  return hit;
}

}  // namespace fengbiao
