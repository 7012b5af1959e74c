#include "rules/cascade.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace fengbiao {
namespace {

// A toy grammar: letters are words of classes; productions only count or decline.
struct Toy : Productions {
  [[nodiscard]] std::optional<int> find(std::string_view makes) const override {
    if (makes == "thing") return 0;
    if (makes == "never") return 1;
    return std::nullopt;
  }
  bool make(int production, const Fit& fit, void* scratch, Token&, std::string& why) const override {
    if (production == 1) {
      why = "it never does";
      return false;
    }
    auto* log = static_cast<std::vector<std::string>*>(scratch);
    std::string line = fit.rule().name + ":" + std::string(fit.text().substr(fit.span().begin, fit.span().size()));
    if (const Token* x = fit.get("x")) line += " x=" + std::string(fit.text().substr(x->span.begin, x->span.size()));
    log->push_back(line);
    return true;
  }
};

struct Grammar {
  Classes classes;
  Lexicon lexicon;
  Cascade cascade;
  Toy toy;

  Result<void> load(const std::string& rules) {
    const std::string yaml =
        "words:\n  - {class: a, list: [a]}\n  - {class: b, list: [b]}\n  - {class: [b, c], list: [c]}\nlevels:\n" + rules;
    FB_TRY(const PackNode pack, PackNode::parse(yaml, "toy.yaml"));
    FB_CHECK(lexicon.add(pack["words"], classes));
    FB_CHECK(cascade.add(pack["levels"], classes, lexicon, toy));
    lexicon.seal();
    cascade.seal(lexicon);
    return {};
  }
  Cascade::Memory memory;
  std::vector<std::string> run(std::string_view text, Trace* trace = nullptr) {
    std::vector<Token> tokens;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      Token t;
      t.span = {i, i + 1};
      if (const auto hit = lexicon.longest(text, i); hit.length) {
        t.word = hit.word;
        t.classes = lexicon.word(hit.word).classes;
      }
      tokens.push_back(t);
    }
    std::vector<std::string> log;
    cascade.run(text, tokens, toy, &log, memory, trace);
    return log;
  }
};

std::string rule(const std::string& name, const std::string& pattern, const std::string& makes = "thing") {
  return "      - {name: " + name + ", pattern: \"" + pattern + "\", makes: " + makes + "}\n";
}
std::string level(const std::string& name, const std::string& rules) { return "  - level: " + name + "\n    rules:\n" + rules; }

std::vector<std::string> tried(const std::string& pattern, std::string_view text) {
  Grammar g;
  const auto loaded = g.load(level("one", rule("r", pattern)));
  if (!loaded) return {loaded.error().message()};
  return g.run(text);
}

using Lines = std::vector<std::string>;

TEST(Cascade, Patterns) {
  EXPECT_EQ(tried("a b", "ab.a.cab"), (Lines{"r:ab", "r:ab"}));
  EXPECT_EQ(tried("a b?", "aab"), (Lines{"r:a", "r:ab"}));
  EXPECT_EQ(tried("a b*", "abcba"), (Lines{"r:abcb", "r:a"}));
  EXPECT_EQ(tried("a+", "aaba"), (Lines{"r:aa", "r:a"}));
  EXPECT_EQ(tried("(a | b b)+ c", "abbca"), (Lines{"r:abbc"}));
  EXPECT_EQ(tried("a (b | c)? a", "aba aca aa"), (Lines{"r:aba", "r:aca", "r:aa"}));
  EXPECT_EQ(tried("a x:c", "abac"), (Lines{"r:ac x=c"}));
  EXPECT_EQ(tried("a 'q' b", "aqb ab"), (Lines{"r:aqb"}));
  EXPECT_EQ(tried("a . b", "a.b"), (Lines{"r:a.b"}));
}

TEST(Cascade, LookingAround) {
  EXPECT_EQ(tried("a !b", "abaca."), (Lines{"r:a"}));  // c is of class b too
  EXPECT_EQ(tried("a &(b a)", "abaab"), (Lines{"r:a"}));
  EXPECT_EQ(tried("<b a", "abaa"), (Lines{"r:a"}));
  EXPECT_EQ(tried("<!b a", "aba.a"), (Lines{"r:a", "r:a"}));
  EXPECT_EQ(tried("<!('q' | c) a", "qacaba"), (Lines{"r:a"}));
}

TEST(Cascade, TheLongestThenTheFirst) {
  Grammar g;
  ASSERT_TRUE(g.load(level("one", rule("short", "a") + rule("long", "a b") + rule("again", "a c") + rule("no", "a b b", "never"))));
  Trace trace;
  EXPECT_EQ(g.run("acb", &trace), (Lines{"long:ac"}));
  ASSERT_EQ(trace.losers.size(), 3u);
  EXPECT_EQ(trace.losers[0].rule->name, "no");
  EXPECT_EQ(trace.losers[0].why, "it never does");
  EXPECT_EQ(trace.losers[1].why, "'long' fits as much and stands first");
  EXPECT_EQ(trace.losers[2].why, "'long' fits more");
  EXPECT_EQ(g.run("acb"), (Lines{"long:ac"}));  // the same without a trace
}

TEST(Cascade, LevelsBuildOnEachOther) {
  Grammar g;
  ASSERT_TRUE(g.load(level("one", rule("pair", "a b")) + level("two", rule("row", "thing thing+"))));
  Trace trace;
  EXPECT_EQ(g.run("abacab", &trace), (Lines{"pair:ab", "pair:ac", "pair:ab", "row:abacab"}));
  const Trace::Step& row = trace.steps.back();
  EXPECT_EQ(row.rule->name, "row");
  EXPECT_EQ(row.parts.size(), 3u);
  EXPECT_EQ(trace.steps[row.parts[0]].parts.size(), 2u);
}

TEST(Cascade, MistakesHavePlaces) {
  const auto said = [](const std::string& pattern) { return tried(pattern, "")[0]; };
  EXPECT_NE(said("a (b").find("expected ) at column 5"), std::string::npos) << said("a (b");
  EXPECT_NE(said("a |").find("expected a class"), std::string::npos);
  EXPECT_NE(said("a 'b").find("closed by '"), std::string::npos);
  EXPECT_NE(said("a (b?)+").find("what is repeated may not be empty at column 7"), std::string::npos) << said("a (b?)+");
  EXPECT_NE(said("a )").find("or the end at column 3"), std::string::npos) << said("a )");
  Grammar g;
  const auto result = g.load(level("one", rule("r", "a", "thong")));
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().what.find("nothing of the program is called 'thong'"), std::string::npos);
}

// The twin: RE2 with the longest match, over the letters. Class b is the letters b and c.
TEST(Cascade, FitsWhatARegularExpressionFits) {
  std::uint32_t seed = 7;
  const auto dice = [&](std::uint32_t n) { return (seed = seed * 1664525u + 1013904223u) / 65536u % n; };
  const auto build = [&](auto&& self, int depth, std::string& pattern, std::string& expression) -> void {
    static const char* const kClasses[] = {"a", "b", "c", "."};
    static const char* const kLetters[] = {"a", "[bc]", "c", "."};
    const std::uint32_t length = 1 + dice(3);
    for (std::uint32_t i = 0; i < length; ++i) {
      if (depth > 0 && dice(3) == 0) {
        pattern += "( ";
        expression += "(?:";
        self(self, depth - 1, pattern, expression);
        if (dice(2)) {
          pattern += "| ";
          expression += "|";
          self(self, depth - 1, pattern, expression);
        }
        pattern += ")";
        expression += ")";
      } else {
        const std::uint32_t k = dice(4);
        pattern += kClasses[k];
        expression += kLetters[k];
      }
      const char* const repeats[] = {"", "", "?", "*", "+"};
      const char* repeat = repeats[dice(5)];
      pattern += std::string(repeat) + " ";
      expression += repeat;
    }
  };
  std::vector<std::string> texts{""};
  for (std::size_t i = 0; texts[i].size() < 5; ++i)
    for (const char c : {'a', 'b', 'c', 'x'}) texts.push_back(texts[i] + c);
  int compared = 0;
  for (int round = 0; round < 100; ++round) {
    std::string pattern, expression;
    build(build, 2, pattern, expression);
    Grammar g;
    if (const auto loaded = g.load(level("one", rule("r", pattern))); !loaded) {
      ASSERT_NE(loaded.error().what.find("what is repeated may not be empty"), std::string::npos) << pattern;
      continue;
    }
    re2::RE2::Options options;
    options.set_longest_match(true);
    const re2::RE2 twin(expression, options);
    for (const std::string& text : texts) {
      Lines want;
      for (std::size_t at = 0; at < text.size();) {
        re2::StringPiece fit;
        const bool fits = twin.Match(text, at, text.size(), re2::RE2::ANCHOR_START, &fit, 1) && !fit.empty();
        if (fits) want.push_back("r:" + fit.as_string());
        at += fits ? fit.size() : 1;
      }
      ASSERT_EQ(g.run(text), want) << pattern << " over " << text;
      ++compared;
    }
  }
  EXPECT_GT(compared, 60 * static_cast<int>(texts.size()));
}

TEST(Cascade, HostileTextsTakeLinearTime) {
  Grammar g;
  ASSERT_TRUE(g.load(level("one", rule("r", "(a | b | a b | (a a)+ b*)* c a"))));
  EXPECT_TRUE(g.run(std::string(20000, 'a')).empty());
}

}  // namespace
}  // namespace fengbiao
