#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/story.hpp"
#include "server/worker/worker_settings.hpp"

#include <optional>

namespace rejoinder::worker {

/// Whether comments wait for a human as the story, or else the site, says; nothing where neither
/// does, and the rule set decides.
std::optional<moderation::moderation_mode> mode_of(
    const std::optional<model::story>& story,
    const site_modes& modes,
    const model::site_id& site);

}  // namespace rejoinder::worker
