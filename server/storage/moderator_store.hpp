#pragma once

#include "server/model/moderator.hpp"
#include "server/model/result.hpp"
#include "server/storage/acting_moderator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// The part of the record that knows who may sit at the desk. What store.hpp says of its verbs
/// holds for these.
class moderator_store {
public:
    virtual ~moderator_store() = default;

    /// Refuses a name that is taken with a field error on "name".
    virtual model::result<void> add_moderator(const model::moderator& moderator) = 0;
    virtual std::optional<model::moderator> find_moderator(const std::string& name) = 0;
    virtual std::optional<model::moderator> find_moderator(const model::moderator_id& id) = 0;
    virtual std::vector<model::moderator> list_moderators() = 0;
    virtual bool change_moderator(const model::moderator& moderator) = 0;  ///< False: no such id.
};

}  // namespace rejoinder::storage
