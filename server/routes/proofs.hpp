#pragma once

#include "server/async/net.hpp"
#include "server/auth/sign_in_delays.hpp"
#include "server/auth/signed_in.hpp"
#include "server/http/request.hpp"
#include "server/model/result.hpp"
#include "server/routes/services.hpp"

#include <string>
#include <string_view>

namespace rejoinder::routes {

auth::sign_in_attempt attempt_of(
    const http::request& request,
    const services& use,
    std::string_view name);

/// Whether the code is one of the moderator's second factor, or a recovery code, and had not been
/// taken before. Blocking.
bool spend_code(const services& use, const model::moderator& who, std::string_view code);

/// How a recovery code is remembered.
std::string recovery_hash(
    const services& use,
    const model::moderator_id& id,
    std::string_view code);

/// Whether who is signed in knows their password: password_wrong, or too_many_requests after too
/// many guesses.
awaitable<model::result<void>> require_password(
    const http::request& request,
    const services& use,
    const auth::signed_in& who,
    std::string password);

}  // namespace rejoinder::routes
