#include "text/language_model.h"

#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "text/characters.h"

extern "C" {
extern const char fengbiao_language_model[], fengbiao_language_model_end[];
}

namespace fengbiao {
namespace {

constexpr std::size_t kBeam = 2;           // ways of cutting that are followed at a place
constexpr std::size_t kLongest = 4;        // characters of a word
constexpr float kUnknown = 1.0F / 6.0E7F;  // share of a character that the model has never seen

// What the model calls a word. The same words are asked for again and again, and each look into the model is a walk through memory.
class WordIndexes {
 public:
  struct Entry {
    std::uint64_t low = 0;  // bytes of the word
    std::uint32_t high = 0;
    libime::WordIndex index = 0;
    bool unknown = true;
  };
  const Entry& find(const libime::LanguageModel& model, std::string_view word) {
    Entry asked;
    if (word.size() > sizeof asked.low + sizeof asked.high) return other_ = made(model, word, asked);
    std::memcpy(&asked.low, word.data(), std::min(word.size(), sizeof asked.low));
    if (word.size() > sizeof asked.low) std::memcpy(&asked.high, word.data() + sizeof asked.low, word.size() - sizeof asked.low);
    Entry& known = entries_[(asked.low ^ std::uint64_t{asked.high} << 7) * 0x9E3779B97F4A7C15ULL >> (64 - kBits)];
    if (known.low != asked.low || known.high != asked.high) known = made(model, word, asked);
    return known;
  }

 private:
  static constexpr unsigned kBits = 12;
  static Entry made(const libime::LanguageModel& model, std::string_view word, Entry entry) {
    entry.index = model.index(word);
    entry.unknown = model.isUnknown(entry.index, word);
    return entry;
  }
  std::vector<Entry> entries_ = std::vector<Entry>(std::size_t{1} << kBits);
  Entry other_;
};

}  // namespace

struct LanguageModel::Open {
  std::shared_ptr<const libime::StaticLanguageModelFile> file;
  std::unique_ptr<libime::LanguageModel> model;
  std::string failure;

  // libime maps a file, so the bytes get a name in memory.
  Open() {
    const int memory = memfd_create("language-model", MFD_CLOEXEC);
    const auto write_all = [&] {
      for (const char* at = fengbiao_language_model; at < fengbiao_language_model_end;) {
        const ssize_t n = write(memory, at, static_cast<std::size_t>(fengbiao_language_model_end - at));
        if (n <= 0) return false;
        at += n;
      }
      return true;
    };
    if (memory < 0 || !write_all()) {
      failure = "no memory for the language model";
    } else {
      try {
        file = std::make_shared<const libime::StaticLanguageModelFile>(("/proc/self/fd/" + std::to_string(memory)).c_str());
        model = std::make_unique<libime::LanguageModel>(file);
        model->setUnknownPenalty(std::log10(kUnknown));
      } catch (const std::exception& e) {
        model.reset();
        failure = std::string("the language model cannot be opened: ") + e.what();
      }
    }
    if (memory >= 0) close(memory);  // the mapping stays
  }
};

LanguageModel::LanguageModel() = default;
LanguageModel::~LanguageModel() = default;

std::shared_ptr<const LanguageModel> LanguageModel::built_in() {
  static const std::shared_ptr<const LanguageModel> one(new LanguageModel);
  return one;
}

const LanguageModel::Open& LanguageModel::open() const {
  std::call_once(once_, [this] { open_ = std::make_unique<const Open>(); });
  return *open_;
}

Result<void> LanguageModel::opened() const {
  if (open().model) return {};
  return fail(Cause::unreadable, {}, open().failure);
}

bool LanguageModel::knows(std::string_view word) const {
  const auto* model = open().model.get();
  return model && !model->isUnknown(model->index(word), word);
}

double LanguageModel::score(std::string_view text) const {
  const libime::LanguageModel* const model = open().model.get();
  if (!model || text.empty()) return 0;
  struct Way {
    float score;
    libime::State state;
  };
  thread_local WordIndexes indexes;  // there is one model
  std::vector<std::uint32_t> begins;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    begins.push_back(at);
    Characters::unit_at(text, at, size);
  }
  begins.push_back(static_cast<std::uint32_t>(text.size()));
  const std::size_t n = begins.size() - 1;
  std::vector<std::vector<Way>> ways(n + 1);
  ways[0].push_back({0, model->beginState()});
  const auto better = [](const Way& a, const Way& b) { return a.score > b.score; };
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Way>& here = ways[i];
    std::ranges::stable_sort(here, better);
    if (here.size() > kBeam) here.resize(kBeam);
    for (std::size_t length = 1; length <= kLongest && i + length <= n; ++length) {
      const std::string_view word = text.substr(begins[i], begins[i + length] - begins[i]);
      const WordIndexes::Entry& known = indexes.find(*model, word);
      if (length > 1 && known.unknown) continue;
      const libime::WordNode node(word, known.index);
      for (const Way& way : here) {
        libime::State state;
        const float score = model->score(way.state, node, state);
        ways[i + length].push_back({way.score + score, state});
      }
    }
  }
  return std::ranges::min_element(ways[n], better)->score;
}

}  // namespace fengbiao
