#pragma once

#include "server/storage/store.hpp"

#include <soci/soci.h>

#include <vector>

namespace rejoinder::storage {

/// Brings comments what the desk shows beside them: findings, story, parent, and what is known of
/// author, reports and cluster.
std::vector<desk_comment> with_surroundings(
    soci::session& session,
    std::vector<model::comment> comments);

}  // namespace rejoinder::storage
