#pragma once

#include "server/async/net.hpp"
#include "server/model/story.hpp"
#include "server/routes/services.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace rejoinder::routes {

/// What a story's form tells of moderation: "moderation", whether a new author's comment waits for
/// a human whatever it says; "report_reasons"; and "usual_wait_s", how long comments that were held
/// waited lately, where enough were decided to say so.
awaitable<nlohmann::json> moderation_notice(
    model::story_key key,
    std::optional<model::story> story,
    const services& use);

}  // namespace rejoinder::routes
