// Writes JSON, compact, keys in the order given, UTF-8 as it is (only `"`, `\` and control characters escaped, broken
// UTF-8 as U+FFFD). For reading, the rooms use nlohmann-json. Tested by json_test.cc.
//
//   JsonWriter w; w.open('{'); w.key("n"); w.value(3); w.close('}'); w.text() == R"({"n":3})"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

class JsonWriter {
 public:
  void open(char bracket);   // '{' or '['
  void close(char bracket);  // '}' or ']'
  void key(std::string_view name);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(int number) { value(static_cast<std::int64_t>(number)); }
  void value(unsigned number) { value(static_cast<std::uint64_t>(number)); }
  void value(bool flag);
  void value(double number);  // shortest form that reads back equal; null when not finite
  void null();
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) value(*maybe);
    else null();
  }
  template <class T>
  void value(const std::vector<T>& list) {
    open('[');
    for (const T& item : list) value(item);
    close(']');
  }
  template <class T>
  void field(std::string_view name, const T& v) {
    key(name);
    value(v);
  }
  // A text that may be unknown: null where it is empty.
  void text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) null();
    else value(text);
  }
  // A list of objects under a name; `write(item)` gives each its fields.
  template <class Items, class Write>
  void objects(std::string_view name, const Items& items, Write&& write) {
    key(name);
    open('[');
    for (const auto& item : items) {
      open('{');
      write(item);
      close('}');
    }
    close(']');
  }
  void raw(std::string_view json);  // a value that is JSON already

  [[nodiscard]] const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void before_value();
  std::string out_;
  bool need_comma_ = false;
};

// `text` as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

}  // namespace fengbiao
