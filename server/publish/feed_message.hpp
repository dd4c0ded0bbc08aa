#pragma once

#include "server/model/ids.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace rejoinder::publish {

/// One committed event as feeds carry it: ready JSON for the readers of its story and for the desk,
/// made once and shared by all sessions.
struct feed_message {
    std::int64_t seq = 0;
    model::story_key story;
    std::shared_ptr<const std::string> for_readers;  ///< Null when readers see nothing of it.
    std::shared_ptr<const std::string> for_desk;     ///< Null when the desk hears nothing of it.

    /// Readers see more than before, and nothing that must go: a page from before may be shown a
    /// while yet.
    bool only_adds = false;
};

}  // namespace rejoinder::publish
