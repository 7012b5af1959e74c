#include "quantity/lexer.h"

#include <algorithm>

#include "base/utf8.h"
#include "quantity/latin_run.h"
#include "text/chars.h"

namespace fengbiao {

Result<Lexer> Lexer::make(const NumberReader& numbers, const Lexicon& lexicon, Classes& classes) {
  Lexer lexer;
  lexer.numbers_ = &numbers;
  lexer.lexicon_ = &lexicon;
  FB_TRY(lexer.number_, classes.intern("number"));
  FB_TRY(lexer.scale_number_, classes.intern("scale_number"));
  FB_TRY(lexer.code_, classes.intern("code"));
  FB_TRY(lexer.unit_, classes.intern("unit"));
  FB_TRY(lexer.before_number_, classes.intern("before_number"));
  FB_TRY(lexer.tail_, classes.intern("tail"));
  FB_TRY(lexer.few_, classes.intern("few"));
  FB_TRY(lexer.plain_, classes.intern("word"));
  FB_TRY(lexer.trap_, classes.intern("trap"));
  FB_TRY(lexer.hiding_, classes.intern("hiding"));
  FB_TRY(lexer.money_, classes.intern("money"));
  FB_TRY(lexer.percent_, classes.intern("percent"));
  lexer.begins_.resize(0x10000);
  for (char32_t c = 0; c < lexer.begins_.size(); ++c)
    if (numbers.may_begin(c)) lexer.begins_[c] |= numeral;
  lexer.picky_.resize(lexicon.size());
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const Word& w = lexicon.word(i);
    if (const Decoded d = decode(w.text, 0); d.valid && d.code < lexer.begins_.size()) {
      lexer.begins_[d.code] |= w.text.size() == d.size ? word | alone : word;
      if (w.text.size() > d.size) lexer.pairs_.set(pair(d.code, decode(w.text, d.size).code));
    }
    lexer.picky_[i] = !w.attribute("unless").empty();
  }
  return lexer;
}

class LexerRun {
 public:
  LexerRun(const Lexer& lexer, const Characters& text, std::vector<Number>& numbers, std::vector<Token>& tokens)
      : lexer_(lexer),
        characters_(text),
        text_(text.text()),
        numbers_(numbers),
        tokens_(tokens),
        next_blank_(std::min(text_.find(' '), text_.size())) {}

  void run() {
    for (std::size_t i = 0; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t') {
        i = blank(i);
        continue;
      }
      if (is_latin(byte) || (byte == '.' && is_digit(text_, i + 1) && (i == 0 || (!is_latin(text_[i - 1]) && text_[i - 1] != '.')))) {
        i = latin(i);
        continue;
      }
      const std::uint32_t code = characters_.unit(i), next = static_cast<std::uint32_t>(i) + characters_.size(i);
      const std::uint8_t begins = code < lexer_.begins_.size() ? lexer_.begins_[code] : 0;
      if (begins == Lexer::word && no_word(next, code)) {
        i = gap(i, next);
        continue;
      }
      std::size_t end = 0;
      if (begins != 0 && byte != '.') end = longer(i, (begins & Lexer::numeral) != 0, (begins & Lexer::word) != 0);
      else if (byte == '.' && (begins & Lexer::word) != 0) end = longer(i, false, true);
      if (end != 0) i = end;
      else i = gap(i, next);
    }
    close_gap();
  }

 private:
  struct Found {
    std::uint32_t word = kNone;
    std::size_t end = 0;  // 0: none
  };

  std::size_t gap(std::size_t begin, std::size_t end) {
    if (gap_begin_ == kNoGap) gap_begin_ = begin;
    return gap_end_ = end;
  }
  void close_gap() {
    if (gap_begin_ == kNoGap) return;
    Token t;
    t.span = {static_cast<std::uint32_t>(gap_begin_), static_cast<std::uint32_t>(gap_end_)};
    tokens_.push_back(t);
    gap_begin_ = kNoGap;
  }
  Token& put(std::size_t begin, std::size_t end) {
    close_gap();
    Token& t = tokens_.emplace_back();
    t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return t;
  }
  std::size_t put_code(std::size_t begin, std::size_t end) {
    put(begin, end).classes.add(lexer_.code_);
    return end;
  }
  void add_word(Token& t, std::uint32_t word) {
    t.word = word;
    t.classes.add(lexer_.lexicon_->word(word).classes);
  }
  std::size_t put_number(std::size_t begin, const NumberReader::Hit& hit) {
    Token& t = put(begin, begin + hit.length);
    if (hit.code) {
      t.classes.add(lexer_.code_);
    } else {
      if (hit.scale_only) t.classes.add(lexer_.scale_number_);
      if (!hit.scale_only || hit.ten) t.classes.add(lexer_.number_);
      t.value = static_cast<std::uint32_t>(numbers_.size());
      numbers_.push_back(hit.number);
    }
    return begin + hit.length;
  }

  // Blanks are skipped; a line without words sets apart.
  std::size_t blank(std::size_t i) {
    int lines = 0;
    const std::size_t begin = i;
    for (; i < text_.size() && (text_[i] == ' ' || text_[i] == '\n' || text_[i] == '\r' || text_[i] == '\t'); ++i)
      lines += text_[i] == '\n';
    if (lines > 1) gap(begin, i);
    return i;
  }

  // Whether no word begins with `first` and what stands at `i`.
  [[nodiscard]] bool no_word(std::size_t i, char32_t first) const {
    return i >= text_.size() || (text_[i] != ' ' && !lexer_.pairs_[Lexer::pair(first, characters_.unit(i))]);
  }
  bool suits(std::uint32_t word, std::size_t end) const {
    if (is_latin(text_[end - 1]) && end < text_.size() && is_latin(text_[end])) return false;
    if (!lexer_.picky_[word] || end >= text_.size()) return true;
    const Decoded next = decode(text_, end);
    return lexer_.lexicon_->word(word).attribute("unless").find(text_.substr(end, next.size)) == std::string_view::npos;
  }

  Found word_at(std::size_t i) {
    Found found, unit;
    lexer_.lexicon_->each(characters_, i, text_.size(), [&](Lexicon::Hit hit) {
      if (!suits(hit.word, i + hit.length)) return;
      found = {hit.word, i + hit.length};
      if (classes_of(found).has(lexer_.unit_)) unit = found;
    });
    if (found.end != unit.end && unit.end != 0 && gives_way(classes_of(found)) && behind_number()) found = unit;
    // Words torn by blanks between Chinese characters.
    constexpr std::size_t kWindow = 16;
    if (next_blank_ < i) next_blank_ = std::min(text_.find(' ', i), text_.size());
    if (next_blank_ >= i + kWindow || next_blank_ == text_.size() || static_cast<unsigned char>(text_[i]) < 0x80) return found;
    char joined[kWindow * 2];
    std::size_t origin[kWindow * 2 + 1], size = 0;
    for (std::size_t p = i; p < text_.size() && size < kWindow;) {
      if (text_[p] == ' ') {
        const std::size_t next = text_.find_first_not_of(' ', p);
        if (next == text_.npos || next > p + 2) break;
        p = next;
        continue;
      }
      origin[size] = p;
      joined[size++] = text_[p++];
    }
    lexer_.lexicon_->each({joined, size}, 0, [&](Lexicon::Hit hit) {
      const std::size_t end = origin[hit.length - 1] + 1;
      if (end > found.end && suits(hit.word, end)) found = {hit.word, end};
    });
    return found;
  }

  // The longer of what may begin at `i`; 0: nothing does.
  std::size_t longer(std::size_t i, bool numeral, bool word) {
    NumberReader::Hit number;
    if (numeral) number = lexer_.numbers_->read(text_, i);
    const Found found = word ? word_at(i) : Found{};
    const std::size_t number_end = number.length == 0 ? 0 : i + number.length;
    if (found.end > number_end && !(number.scale_only && behind_tail(i))) {
      add_word(put(i, found.end), found.word);
      return found.end;
    }
    if (number_end == 0) return 0;
    put_number(i, number);
    if (found.end == number_end) add_word(tokens_.back(), found.word);
    return number_end;
  }

  // 余 of 20余, 几
  bool behind_tail(std::size_t i) const {
    if (tokens_.empty() || gap_begin_ != kNoGap || tokens_.back().span.end != i) return false;
    const ClassSet& before = tokens_.back().classes;
    if (before.has(lexer_.few_)) return true;
    return before.has(lexer_.tail_) && tokens_.size() > 1 && tokens_[tokens_.size() - 2].classes.has(lexer_.number_);
  }

  [[nodiscard]] const ClassSet& classes_of(Found found) const { return lexer_.lexicon_->word(found.word).classes; }
  // Words behind a number that a shorter unit goes before.
  [[nodiscard]] bool gives_way(const ClassSet& word) const {
    return (word.has(lexer_.plain_) || word.has(lexer_.trap_)) && !word.has(lexer_.hiding_);
  }
  [[nodiscard]] bool behind_number() const {
    return gap_begin_ == kNoGap && !tokens_.empty() &&
           (tokens_.back().classes.has(lexer_.number_) || tokens_.back().classes.has(lexer_.tail_));
  }
  bool unit_at(std::size_t i) {
    if (i >= text_.size()) return false;
    const Found found = word_at(i);
    return found.end != 0 && classes_of(found).has(lexer_.unit_);
  }
  bool money_or_percent_at(std::size_t i) {
    if (i >= text_.size()) return false;
    const Found found = word_at(i);
    return found.end != 0 && (classes_of(found).has(lexer_.money_) || classes_of(found).has(lexer_.percent_));
  }

  // Letters and digits from `i` on.
  std::size_t latin(std::size_t i) {
    if (is_digit(text_, i) || text_[i] == '.') return digits(i);
    const std::size_t letters = end_of_letters(text_, i);
    const Found found = word_at(i);
    if (found.end >= letters && (found.end == text_.size() || !is_connected(text_, found.end))) {
      add_word(put(i, found.end), found.word);
      return found.end;
    }
    if (is_digit(text_, letters)) {
      // RMB300, US300: a word that stands before numbers; GDP100亿元: capitals before a number that shows to be one.
      const NumberReader::Hit number = lexer_.numbers_->read(text_, letters);
      std::uint32_t before = kNone;
      lexer_.lexicon_->each(characters_, i, text_.size(), [&](Lexicon::Hit hit) {
        if (i + hit.length == letters && lexer_.lexicon_->word(hit.word).classes.has(lexer_.before_number_)) before = hit.word;
      });
      const std::size_t end = letters + number.length;
      if (before != kNone && !number.code) {
        add_word(put(i, letters), before);
        return letters;
      }
      const bool capitals = letters - i >= 2 &&
                            std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(i),
                                        text_.begin() + static_cast<std::ptrdiff_t>(letters), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (capitals && !number.code && (number.number.scaled || money_or_percent_at(end))) return put_code(i, letters);
    }
    return put_code(i, end_of_code(text_, i));
  }

  std::size_t digits(std::size_t i) {
    const bool goes_on = i >= 2 && text_[i - 1] == '.' && is_digit(text_, i - 2);  // the 11.11 of 2022.11.11
    const Found found = goes_on ? Found{} : word_at(i);
    const NumberReader::Hit number = lexer_.numbers_->read(text_, i);
    const std::size_t end = i + number.length;
    if (found.end > end) {
      add_word(put(i, found.end), found.word);
      return found.end;
    }
    if (const std::size_t telephone = end_of_telephone(text_, i); telephone != 0) return put_code(i, telephone);
    if (number.length == 0) return gap(i, i + 1);
    const bool letter = end < text_.size() && is_letter(text_[end]);
    if ((letter && !unit_at(end)) || number.code || (!letter && begins_code(text_, i, end))) {
      const std::size_t code = std::max(end_of_code(text_, i), end);
      // 4/5G: the number with its unit behind the stroke (1/3kg) is none.
      return put_code(i, code);
    }
    put_number(i, number);
    if (found.end == end) add_word(tokens_.back(), found.word);
    return end;
  }

  static constexpr std::size_t kNoGap = static_cast<std::size_t>(-1);
  const Lexer& lexer_;
  const Characters& characters_;
  std::string_view text_;
  std::vector<Number>& numbers_;
  std::vector<Token>& tokens_;
  std::size_t gap_begin_ = kNoGap, gap_end_ = 0;
  std::size_t next_blank_;  // at or behind the last place looked at; the size of the text: none
};

void Lexer::read(const Characters& folded, std::vector<Number>& numbers, std::vector<Token>& tokens) const {
  tokens.clear();
  LexerRun(*this, folded, numbers, tokens).run();
}

}  // namespace fengbiao
