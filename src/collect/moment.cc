#include "collect/moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "base/digits.h"
#include "quantity/date.h"

namespace fengbiao {
namespace {

constexpr std::int64_t kDay = 86'400, kChina = 8 * 3'600;

struct Token {
  enum class Kind : std::uint8_t { number, word, sign } kind;
  std::string_view text;
  std::int64_t value = 0;  // of a number
  char sign = 0;           // '?' for a character that is not ASCII
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  text = text.substr(0, 100);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_digit(text[i])) {
      std::int64_t value = 0;
      for (; i < text.size() && is_digit(text[i]); ++i)
        if (i - begin < 17) value = value * 10 + (text[i] - '0');
      out.push_back({Token::Kind::number, text.substr(begin, i - begin), value});
    } else if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i])) ++i;
      out.push_back({Token::Kind::word, text.substr(begin, i - begin)});
    } else {
      const bool ascii = static_cast<unsigned char>(text[i]) < 0x80;
      ++i;
      if (!ascii)
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
      if (text[begin] != ' ' && text[begin] != '\t' && text[begin] != '\n' && text[begin] != '\r')
        out.push_back({Token::Kind::sign, text.substr(begin, i - begin), 0, ascii ? text[begin] : '?'});
    }
  }
  return out;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

int month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (std::ranges::equal(word.substr(0, 3), kMonths[i], {}, lower)) return static_cast<int>(i) + 1;
  return 0;
}

// Seconds east of Greenwich.
std::optional<int> zone_named(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, int>, 10> kZones{
      {{"Z", 0}, {"GMT", 0}, {"UTC", 0}, {"UT", 0}, {"CST", 8}, {"EST", -5}, {"EDT", -4}, {"PST", -8}, {"PDT", -7}, {"JST", 9}}};
  for (const auto& [name, hours] : kZones)
    if (std::ranges::equal(word, name, {}, lower, lower)) return hours * 3'600;
  return std::nullopt;
}

struct Moment {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  bool timed = false;
  std::optional<int> zone{};

  [[nodiscard]] bool real() const { return year >= 1970 && year <= 2200 && is_real_date(year, month, day); }
};

std::int64_t seconds_of(const Moment& m) {
  using namespace std::chrono;
  const sys_days days = year_month_day(year(m.year), month(static_cast<unsigned>(m.month)), day(static_cast<unsigned>(m.day)));
  return days.time_since_epoch().count() * kDay + m.hour * 3'600 + m.minute * 60 + m.second;
}

// Where the day is told, and how many tokens it takes.
std::optional<std::size_t> read_day(const std::vector<Token>& t, std::size_t i, Moment& m) {
  using Kind = Token::Kind;
  const auto number = [&](std::size_t at, std::size_t most) {
    return at < t.size() && t[at].kind == Kind::number && t[at].text.size() <= most;
  };
  const auto kind = [&](std::size_t at, Kind k) { return at < t.size() && t[at].kind == k; };
  const auto take = [&](std::int64_t year, std::int64_t month, std::int64_t day) {
    m.year = static_cast<int>(year < 70 ? year + 2000 : year < 100 ? year + 1900 : year);
    m.month = static_cast<int>(month), m.day = static_cast<int>(day);
    return m.real();
  };
  if (kind(i, Kind::number)) {
    const Token& n = t[i];
    if (n.text.size() == 4 && kind(i + 1, Kind::sign) && number(i + 2, 2) && kind(i + 3, Kind::sign) && number(i + 4, 2) &&
        take(n.value, t[i + 2].value, t[i + 4].value)) {
      const bool has_tail = kind(i + 5, Kind::sign) && t[i + 5].sign == '?';  // the sign for "day"
      return i + 5 + has_tail;
    }
    if ((n.text.size() == 8 || n.text.size() == 14) && n.text >= "1970") {
      const std::int64_t day = n.text.size() == 8 ? n.value : n.value / 1'000'000;
      if (take(day / 10'000, day / 100 % 100, day % 100)) {
        if (n.text.size() == 14) {
          m.hour = static_cast<int>(n.value / 10'000 % 100), m.minute = static_cast<int>(n.value / 100 % 100);
          m.second = static_cast<int>(n.value % 100), m.timed = true;
        }
        return i + 1;
      }
    }
    // 5 Mar 2023, 05-Mar-23
    if (n.text.size() <= 2) {
      std::size_t at = i + 1;
      if (kind(at, Kind::sign) && t[at].sign == '-') ++at;
      if (kind(at, Kind::word) && month_named(t[at].text) > 0) {
        const int month = month_named(t[at].text);
        ++at;
        if (kind(at, Kind::sign)) ++at;
        if (kind(at, Kind::number) && (t[at].text.size() == 4 || t[at].text.size() == 2) && take(t[at].value, month, n.value))
          return at + 1;
      }
    }
    return std::nullopt;
  }
  if (!kind(i, Kind::word) || month_named(t[i].text) == 0 || !number(i + 1, 2)) return std::nullopt;
  const int month = month_named(t[i].text);
  std::size_t at = i + 2;
  if (kind(at, Kind::sign) && t[at].sign == ',') ++at;
  if (number(at, 4) && t[at].text.size() == 4 && take(t[at].value, month, t[i + 1].value)) return at + 1;  // March 5, 2023
  for (; at < t.size(); ++at)                                                                              // Mar 5 08:00:00 2023
    if (number(at, 4) && t[at].text.size() == 4 && take(t[at].value, month, t[i + 1].value)) return i + 2;
  return std::nullopt;
}

void read_time(const std::vector<Token>& t, std::size_t i, Moment& m) {
  using Kind = Token::Kind;
  const auto number = [&](std::size_t at) { return at < t.size() && t[at].kind == Kind::number; };
  const auto sign = [&](std::size_t at, char c) { return at < t.size() && t[at].kind == Kind::sign && t[at].sign == c; };
  for (; !m.timed && i + 2 < t.size(); ++i) {
    if (!number(i) || !sign(i + 1, ':') || !number(i + 2) || t[i].value > 24 || t[i + 2].value > 59) continue;
    m.hour = static_cast<int>(t[i].value), m.minute = static_cast<int>(t[i + 2].value), m.timed = true;
    i += 3;
    if (sign(i, ':') && number(i + 1)) m.second = static_cast<int>(std::min<std::int64_t>(t[i + 1].value, 59)), i += 2;
    if (sign(i, '.') && number(i + 1)) i += 2;
    break;
  }
  for (; m.timed && i < t.size(); ++i) {
    if (t[i].kind == Kind::word) {
      if (lower(t[i].text[0]) == 'p' && t[i].text.size() == 2 && lower(t[i].text[1]) == 'm' && m.hour < 12) m.hour += 12;
      if (const auto zone = zone_named(t[i].text)) m.zone = zone;
    }
    if ((sign(i, '+') || sign(i, '-')) && number(i + 1) && t[i + 1].text.size() <= 4) {
      const auto n = static_cast<int>(t[i + 1].value);
      int offset = t[i + 1].text.size() > 2 ? n / 100 * 3'600 + n % 100 * 60 : n * 3'600;
      if (t[i + 1].text.size() <= 2 && sign(i + 2, ':') && number(i + 3))
        offset += static_cast<int>(std::min<std::int64_t>(t[i + 3].value, 59)) * 60;
      if (offset <= 15 * 3'600) m.zone = t[i].sign == '+' ? offset : -offset;
      return;
    }
  }
}

std::optional<Moment> read_moment(std::string_view text) {
  const std::vector<Token> t = tokens_of(text);
  if (t.size() == 1 && t[0].kind == Token::Kind::number && (t[0].text.size() == 10 || t[0].text.size() == 13)) {
    const std::int64_t seconds = t[0].text.size() == 13 ? t[0].value / 1'000 : t[0].value;
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(seconds / kDay))};
    Moment m{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
             static_cast<int>(static_cast<unsigned>(day.day()))};
    m.hour = static_cast<int>(seconds % kDay / 3'600), m.minute = static_cast<int>(seconds % 3'600 / 60),
    m.second = static_cast<int>(seconds % 60);
    m.timed = true, m.zone = 0;
    return m;
  }
  for (std::size_t i = 0; i < t.size(); ++i) {
    Moment m;
    if (const auto behind = read_day(t, i, m)) {
      read_time(t, *behind, m);
      return m;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> day_told(std::string_view text) {
  const auto m = read_moment(text);
  if (!m) return std::nullopt;
  if (!m->zone) return iso_day(m->year, m->month, m->day);
  return moment_text(seconds_of(*m) - *m->zone + kChina).substr(0, 10);
}

std::string moment_text(std::int64_t seconds) {
  std::int64_t days = seconds / kDay, rest = seconds % kDay;
  if (rest < 0) --days, rest += kDay;
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  return fmt::format("{}T{:02}:{:02}:{:02}Z",
                     iso_day(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                             static_cast<int>(static_cast<unsigned>(day.day()))),
                     rest / 3'600, rest / 60 % 60, rest % 60);
}

std::optional<std::int64_t> moment_seconds(std::string_view text) {
  const auto m = read_moment(text);
  if (!m) return std::nullopt;
  return seconds_of(*m) - m->zone.value_or(0);
}

}  // namespace fengbiao
