#pragma once

#include "server/model/ids.hpp"
#include "server/model/site_list.hpp"

#include <string>

namespace rejoinder::storage {

/// A moderator's hand on the desk: who decides, for the event rows, and where they may. What
/// belongs to another site is not there for them.
struct acting_moderator {
    model::moderator_id id;
    std::string name;
    model::site_list sites = {};
};

}  // namespace rejoinder::storage
