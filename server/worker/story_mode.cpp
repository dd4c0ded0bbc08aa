#include "server/worker/story_mode.hpp"

namespace rejoinder::worker {

std::optional<moderation::moderation_mode> mode_of(
    const std::optional<model::story>& story,
    const site_modes& modes,
    const model::site_id& site)
{
    if (story && story->state == model::story_state::pre_moderated)
        return moderation::moderation_mode::before;
    return modes ? modes(site) : std::nullopt;
}

}  // namespace rejoinder::worker
