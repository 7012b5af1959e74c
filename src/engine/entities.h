// Who and what an archive tells of: the names of all its articles, gathered into one entry for what is told under many names.
//
//   auto entities = gather_entities(archive, {});
//   for (const EntityEntry* e : entities->find("工信部")) use(e->mentions);
//
// The names are read when they are asked for, by the lexicons of the day. Tested by entities_test.cc and tests/cases/cli/entities.test.
#pragma once

#include <functional>

#include "engine/archive.h"
#include "register/entities.h"

namespace fengbiao {

// `on_progress` gets the number of issues done and of all.
Result<EntityRegister> gather_entities(Archive& archive, const ReadOptions& options,
                                       const std::function<void(std::size_t, std::size_t)>& on_progress = {});

}  // namespace fengbiao
