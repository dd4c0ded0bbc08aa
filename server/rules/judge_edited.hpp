#pragma once

#include "server/model/ids.hpp"
#include "server/storage/store.hpp"

#include <string>

namespace rejoinder::moderation {
class engine;
}

namespace rejoinder::rules {

/// What the rules make of another text for a stored comment, judged in the light in which the
/// comment was. Where that is not known any more, the verdict from before without findings.
/// Blocking; throws what the storage throws.
moderation::verdict judge_edited(
    storage::store& record,
    const moderation::engine& engine,
    const model::comment& before,
    const std::string& text);

}  // namespace rejoinder::rules
