// What the public records of observations and policies have in common: where they come from, lists in one cell, corrections.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/record.h"
#include "publish/record_table.h"

namespace fengbiao {

inline constexpr std::string_view kItemSeparator = "\xEF\xBC\x9B";  // full-width semicolon

// What every answer by rules says of itself.
inline constexpr std::string_view kNoLegalAdvice = "This follows reports of the rules and is no legal advice.";

// Further keys of an object that is open.
using WriteMore = std::function<void(JsonWriter&)>;

std::string joined(const std::vector<std::string>& items);

// issue article article_id section date sources: behind the keys that a kind begins with.
void write_origin(JsonWriter& w, const Origin& origin);
void write_span(JsonWriter& w, std::string_view name, Span span);
// {"number","field","read","value","why","by","at"}; the keys alone; a list of them under "corrections".
void write_correction(JsonWriter& w, const Correction& correction);
void write_correction_fields(JsonWriter& w, const Correction& correction);
void write_corrections(JsonWriter& w, const std::vector<Correction>& corrections);
// "period: 2021 -> 2022 (B, 2026-11-27T08:00:00Z: misprint)"
std::string corrections_text(const std::vector<Correction>& corrections);

Cell text_cell(std::string_view text);  // unknown where it is empty

}  // namespace fengbiao
