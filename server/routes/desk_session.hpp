#pragma once

#include "server/async/net.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/result.hpp"
#include "server/routes/services.hpp"
#include "server/storage/store.hpp"

namespace rejoinder::routes {

/// POST /api/v1/desk/session: signs in and sets the cookie.
awaitable<http::response> desk_sign_in(http::request request, const services& use);

/// GET: who is signed in. DELETE: signs out.
awaitable<http::response> desk_show_session(http::request request, const services& use);
awaitable<http::response> desk_sign_out(http::request request, const services& use);

enum class desk_access {
    read,   ///< Any role.
    change  ///< Needs the CSRF token, and a role that may decide.
};

/// The moderator as the record names who acts.
storage::acting_moderator acting(const auth::signed_in& who);

/// Who asks, or the refusal to answer with. The request must outlive the call.
awaitable<model::result<auth::signed_in>> require_signed_in(
    const http::request& request,
    const services& use,
    desk_access access);

}  // namespace rejoinder::routes
