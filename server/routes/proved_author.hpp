#pragma once

#include "server/async/net.hpp"
#include "server/model/ids.hpp"
#include "server/routes/services.hpp"

#include <optional>
#include <string>

namespace rejoinder::routes {

/// Who wrote that comment, if the token is the one its author was given; nothing without proof.
awaitable<std::optional<model::pseudonym>> proved_author(
    model::comment_id comment,
    std::string token,
    const services& use);

}  // namespace rejoinder::routes
