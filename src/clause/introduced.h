// Firms that no list has, where a text introduces one and tells it again: what stands behind 企业, 平台, 服务商 … in the body and also
// in the title, or the other way round.
//
//   title 某某科技完成融资   body 跨境支付服务商某某科技宣布 …   ->  某某科技, a company, wherever it stands
//
// Only what begins with no ordinary word; of two characters only where the title has it in quotes. Tested by introduced_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "clause/read_text.h"
#include "clause/words.h"

namespace fengbiao {

// The length in bytes of the longest ordinary word that begins at a place of the text, 0 for none.
using WordAt = std::function<std::uint32_t(std::string_view text, std::size_t at)>;

// Adds the names to those of `text`, in order. The title ends at `title_end`; 0: there is none, and nothing is found.
void find_introduced(std::string_view folded, std::span<const WordHit> found, std::uint32_t title_end, const WordAt& word_at,
                     ReadText& text);

}  // namespace fengbiao
