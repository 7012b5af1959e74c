#include "search/query_lexer.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

class Lexer {
 public:
  Lexer(std::string_view text, const QueryWords& words) : text_(text), words_(words) {}

  std::vector<QueryToken> run() {
    while (at_ < text_.size()) {
      if (blank()) {
        ++at_;
        fresh_ = true;
      } else {
        token();
      }
    }
    return std::move(out_);
  }

 private:
  using Kind = QueryToken::Kind;
  [[nodiscard]] bool blank() const { return text_[at_] == ' '; }
  void put(Kind kind, std::size_t begin, std::size_t end, bool unclosed = false) {
    QueryToken token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.unclosed = unclosed;
    token.has_field = has_field_;
    token.field = field_;
    out_.push_back(token);
    has_field_ = false;
    fresh_ = false;
  }
  // The mark that closes a quotation which begins here, its own size in `size`; 0: none begins.
  [[nodiscard]] char32_t quote_here(std::size_t at, std::uint8_t& size) const {
    const Decoded d = decode(text_, at);
    size = d.size;
    if (d.code == '"') return '"';
    if (d.code == kLeftCorner) return kLeftCorner + 1;
    if (d.code == kLeftWhiteCorner) return kLeftWhiteCorner + 1;
    return 0;
  }
  void quote(char32_t closing, std::uint8_t size) {
    const std::size_t begin = at_ + size;
    for (std::size_t i = begin; i < text_.size();) {
      const Decoded d = decode(text_, i);
      if (d.code == closing) {
        put(Kind::quote, begin, i);
        at_ = i + d.size;
        return;
      }
      i += d.size;
    }
    put(Kind::quote, begin, text_.size(), true);
    at_ = text_.size();
  }
  void token() {
    std::uint8_t size = 1;
    const char c = text_[at_];
    if (const char32_t closing = quote_here(at_, size)) return quote(closing, size);
    if (c == '(') return put(Kind::open, at_, at_ + 1), void(++at_), void(fresh_ = true);
    if (c == ')') return put(Kind::close, at_, at_ + 1), void(++at_);
    if (c == '[' && has_field_) {
      const std::size_t end = text_.find(']', at_);
      put(Kind::range, at_ + 1, std::min(end, text_.size()), end == text_.npos);
      at_ = end == text_.npos ? text_.size() : end + 1;
      return;
    }
    if (c == '|') {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] == '|') ++at_;
      put(Kind::either, begin, at_);
      fresh_ = true;
      return;
    }
    if (c == '-' && fresh_ && !has_field_) {
      while (at_ + 1 < text_.size() && text_[at_ + 1] == '-') ++at_;  // several are one
      if (at_ + 1 < text_.size() && text_[at_ + 1] != ' ') put(Kind::without, at_, at_ + 1);
      ++at_;
      return;
    }
    word();
  }
  void word() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    while (at_ < text_.size() && !blank()) {
      std::uint8_t size = 1;
      const char c = text_[at_];
      if (c == '|' || (c == '"' && at_ > begin) || (at_ > begin && quote_here(at_, size) != 0)) break;
      if (c == '(') {
        // Belongs to the word where it is closed inside of it.
        std::size_t i = at_ + 1, open = 1;
        for (; i < text_.size() && text_[i] != ' ' && text_[i] != '"' && open > 0; ++i) open = open + (text_[i] == '(') - (text_[i] == ')');
        if (open > 0) break;
        ++depth;
      } else if (c == ')') {
        if (depth == 0) break;
        --depth;
      } else if (c == ':' && !has_field_ && at_ > begin && depth == 0 && words_.field(text_.substr(begin, at_ - begin))) {
        const std::size_t next = text_.find_first_not_of(' ', at_ + 1);
        if (next != text_.npos && text_[next] != ')' && text_[next] != '|') {
          has_field_ = true;
          field_ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
          at_ = next;
          return;
        }
      }
      at_ += decode(text_, at_).size;
    }
    const std::string_view whole = text_.substr(begin, at_ - begin);
    if (const auto joiner = words_.joiner(whole); joiner && !has_field_ && *joiner != QueryJoiner::to) {
      put(*joiner == QueryJoiner::either ? Kind::either : *joiner == QueryJoiner::both ? Kind::both : Kind::without, begin, at_);
      fresh_ = true;
      return;
    }
    if (at_ > begin) put(Kind::word, begin, at_);
    else ++at_;
  }

  std::string_view text_;
  const QueryWords& words_;
  std::vector<QueryToken> out_;
  std::size_t at_ = 0;
  bool fresh_ = true;  // nothing of a word stands directly before
  bool has_field_ = false;
  Span field_{};
};

}  // namespace

std::vector<QueryToken> query_tokens(std::string_view folded, const QueryWords& words) { return Lexer(folded, words).run(); }

}  // namespace fengbiao
