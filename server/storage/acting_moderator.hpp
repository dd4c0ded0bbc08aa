#pragma once

#include "server/model/ids.hpp"

#include <string>

namespace rejoinder::storage {

/// A moderator's hand on the desk: who decides, for the event rows.
struct acting_moderator {
    model::moderator_id id;
    std::string name;
};

}  // namespace rejoinder::storage
