// One place where an article names a document, and what the words around say is done with it there.
//
//   近日，甲部印发《乙办法》（以下简称《办法》），自3月1日起施行     name 乙办法, issued; short name 办法
//   根据《丙法》                                                   name 丙法, cited
//
// Tested by policies_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/scene.h"

namespace fengbiao::policy_room {

// What is done with a document where it is named, weakest first.
enum class Act : std::uint8_t {
  nothing,    // no word says
  cited,      // a basis, or something to follow
  repealed,   // 废止
  tells,      // its content is told: 《甲》提出
  extended,   // 延续实施, 有效期延长至
  explained,  // 介绍, 解读: whoever does it is no issuer
  drawn_up,   // 起草: likewise
  effective,  // 施行, 实施
  consulted,  // 征求意见
  revised,    // 修订
  passed,     // 通过
  issued_of,  // 甲部近日发布的《乙》
  issued      // 甲部发布《乙》
};

inline constexpr std::string_view kUnknownEnding = "no ending of a policy's name";

struct Mention {
  Span title;  // as it stands, marks included
  Span name;   // without marks
  Span tail;   // bracketed part that belongs to the name and stands behind its marks: 《甲》（试行）
  Span outer;  // of a document told as 《甲部关于印发〈乙〉的通知》 the whole; else empty
  std::optional<PolicyKind> kind;
  std::string key;             // what names of one document have in common
  Span brief;                  // short name declared behind it
  bool marked = false;         // in 《》
  bool standard = false;       // words beside it call it a standard
  bool draft = false;          // 征求意见稿, 草案
  bool headline = false;       // stands in the article's title
  bool reference = false;      // only 《办法》 or a declared short name
  bool inside = false;         // in the name of another: 关于修改《甲》的决定
  bool bare = false;           // 发布通知: a notice without a name
  std::string_view no_policy;  // why a title is none; empty: it may be one

  Act act = Act::nothing;
  std::string_view rule;                // that found the act
  bool near = true;                     // the words stand directly beside the name
  Span verb;                            // of the act
  std::uint32_t agent_from = kNowhere;  // 由甲部发布: where who acts is said; none: before the verb
  std::uint32_t agent_to = kNowhere;    // where it ends: before the verb, before 就 of 就《甲》征求意见
  std::uint32_t together = kNowhere;    // where the first of those told together begins: 《甲》《乙》
  Span number;                          // 2023年第12号
  bool forwarded = false;               // 转发乙厅《甲》: bodies stand between verb and name
  bool planned = false;                 // an act to come: 将出台
  bool past = false;                    // told as known before: 此前发布的
  bool plain = false;                   // a reference without marks: 该办法由…印发
  bool passive = false;                 // the document stands before its verb
  std::uint32_t doc = kNowhere;         // which document of the article
};

// A document that is told without its name: 发布一批国家标准. Names that follow without a verb of their own are taken for it.
struct Announcement {
  Span verb, object;
  std::optional<PolicyKind> kind;  // none: 新规, 文件, of what its sentence names
};

struct Mentions {
  std::vector<Mention> list;  // in order of the text
  std::vector<Announcement> announcements;
  void clear() { list.clear(), announcements.clear(); }
};

// Finds the places; acts, kinds and short names are set, documents not. `dropped` gets titles that are no policies.
void find_mentions(const Scene& scene, Mentions& out, std::vector<Candidate>* dropped);
// The same step by step: what a title names, what is done with it, and names without marks.
void read_title(const Scene& scene, Span title, Mention& out);
void read_brackets(const Scene& scene, Span brackets, Mention& out);  // a short name, 征求意见稿
void find_acts(const Scene& scene, std::vector<Mention>& titles);
// Words that stand for a document and say who issued it: 该办法由甲部印发.
void find_references(const Scene& scene, std::vector<Mention>& out);
void find_unmarked(const Scene& scene, Mentions& mentions);

inline constexpr std::uint32_t kTitleMark = 3;  // bytes of one of its marks
// The title inside a name, marks included; empty where there is none.
Span title_inside(std::string_view text, Span name);

// What names of one document have in common: without marks, blanks, quotes, bracketed parts.
std::string name_key(std::string_view folded_name);

}  // namespace fengbiao::policy_room
