#include "policy/documents.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

constexpr std::size_t kTellingName = 12;  // bytes of a name's end that say enough: 反垄断法

// Whether two keys name one document: the same, or the longer ends with the shorter, which says enough by itself.
bool same_document(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (b.size() >= kTellingName && a.ends_with(b));
}

// Of the shorter name in a headline every character stands in the longer one, in order, and both end alike.
bool shortened(std::string_view shorter, std::string_view longer) {
  if (shorter.size() < kTellingName || shorter.size() >= longer.size()) return false;
  if (shorter.substr(shorter.size() - 6) != longer.substr(longer.size() - 6)) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < shorter.size(); i += 3) {
    at = longer.find(shorter.substr(i, 3), at);
    if (at == std::string_view::npos) return false;
    at += 3;
  }
  return true;
}

class Gatherer {
 public:
  Gatherer(const Scene& scene, std::vector<Mention>& list, std::vector<Document>& out) : scene_(scene), list_(list), out_(out) {}

  void run() {
    // Names of the body first, so that headlines and short names find them.
    for (std::uint32_t i = 0; i < list_.size(); ++i)
      if (!list_[i].headline && names(list_[i])) put(i);
    for (std::uint32_t i = 0; i < list_.size(); ++i)
      if (list_[i].headline && names(list_[i])) put_headline(i);
    for (std::uint32_t i = 0; i < list_.size(); ++i)
      if (!names(list_[i])) put_reference(i);
    for (std::uint32_t i = 0; i < list_.size(); ++i)
      if (list_[i].bare) fold_bare(i);
    std::erase_if(out_, [](const Document& d) { return d.mentions.empty(); });
    for (Document& d : out_) settle(d);
    std::stable_sort(out_.begin(), out_.end(),
                     [&](const Document& a, const Document& b) { return a.mentions.front() < b.mentions.front(); });
    for (std::uint32_t d = 0; d < out_.size(); ++d)
      for (const std::uint32_t m : out_[d].mentions) list_[m].doc = d;
  }

 private:
  static bool names(const Mention& m) { return !m.reference && !m.bare; }

  void join(std::uint32_t mention, Document& d) { d.mentions.push_back(mention); }
  void begin(std::uint32_t mention) {
    Document& d = out_.emplace_back();
    d.key = list_[mention].key;
    d.mentions.push_back(mention);
  }

  void put(std::uint32_t i) {
    for (Document& d : out_) {
      if (!same_document(d.key, list_[i].key)) continue;
      if (list_[i].key.size() > d.key.size() && list_[i].marked) d.key = list_[i].key;
      return join(i, d);
    }
    begin(i);
  }

  void put_headline(std::uint32_t i) {
    const std::string& key = list_[i].key;
    for (Document& d : out_)
      if (same_document(d.key, key) || shortened(key, d.key)) return join(i, d);
    begin(i);
  }

  // 《办法》: the document it was declared for; else the last one before it whose name ends so, else the only one that does.
  void put_reference(std::uint32_t i) {
    const Mention& m = list_[i];
    if (m.plain) return put_plain(i);
    Document* best = nullptr;
    for (Document& d : out_) {
      bool fits = std::any_of(d.mentions.begin(), d.mentions.end(),
                              [&](std::uint32_t k) { return !list_[k].brief.empty() && name_key(scene_.at(list_[k].brief)) == m.key; });
      fits = fits || d.key.ends_with(m.key);
      if (!fits) continue;
      const bool before = list_[d.mentions.front()].title.begin < m.title.begin;
      if (!best || before) best = &d;
    }
    if (best) return join(i, *best);
    if (m.bare) begin(i);
  }

  // 该办法由…, 它由…: the document told last before it, whose name ends so.
  void put_plain(std::uint32_t i) {
    Document* best = nullptr;
    std::uint32_t nearest = 0;
    for (Document& d : out_)
      for (const std::uint32_t k : d.mentions) {
        if (k >= i || list_[k].inside || list_[k].plain || list_[k].act == Act::cited || list_[k].act == Act::repealed) continue;
        if (!list_[i].key.empty() && !d.key.ends_with(list_[i].key)) continue;
        if (!best || k >= nearest) best = &d, nearest = k;
      }
    if (best) join(i, *best);
  }

  // 印发《甲》，并发出通知; 印发通知，就《甲》征求意见: the notice is the document told in the same sentence.
  void fold_bare(std::uint32_t i) {
    Document* own = nullptr;
    Document* other = nullptr;
    const std::uint32_t sentence = scene_.sentence(list_[i].title.begin);
    for (Document& d : out_) {
      if (std::find(d.mentions.begin(), d.mentions.end(), i) != d.mentions.end()) {
        if (d.mentions.size() == 1) own = &d;
        continue;
      }
      const bool reported =
          std::any_of(d.mentions.begin(), d.mentions.end(), [&](std::uint32_t k) { return list_[k].act >= Act::consulted; });
      const bool here = std::any_of(d.mentions.begin(), d.mentions.end(), [&](std::uint32_t k) {
        return list_[k].marked && !list_[k].inside && scene_.sentence(list_[k].title.begin) == sentence && list_[k].act != Act::cited;
      });
      if (reported && here) other = &d;
    }
    if (!own || !other) return;
    other->mentions.push_back(i);
    own->mentions.clear();
  }

  void settle(Document& d) {
    std::sort(d.mentions.begin(), d.mentions.end());
    for (const std::uint32_t m : d.mentions) {
      const Mention& here = list_[m];
      d.headline |= here.headline;
      d.brief |= !here.brief.empty();
      d.draft |= here.draft;
      // The fullest name, of the body if it stands there, the first of these; one in marks before one without.
      const auto rank = [&](const Mention& x) { return std::pair(!x.reference && x.key.size() == d.key.size(), !x.headline); };
      if (d.name == kNowhere || rank(here) > rank(list_[d.name])) d.name = m;
      const auto weight = [&](const Mention& x) { return std::pair(x.act, !x.headline && x.near); };
      if (d.act == kNowhere || weight(here) > weight(list_[d.act])) d.act = m;
    }
  }

  const Scene& scene_;
  std::vector<Mention>& list_;
  std::vector<Document>& out_;
};

}  // namespace

void find_documents(const Scene& scene, Mentions& mentions, std::vector<Document>& out) {
  out.clear();
  Gatherer(scene, mentions.list, out).run();
}

}  // namespace fengbiao::policy_room
