#pragma once

#include "server/async/net.hpp"
#include "server/auth/signed_in.hpp"
#include "server/http/request.hpp"
#include "server/model/result.hpp"
#include "server/routes/services.hpp"
#include "server/storage/store.hpp"

namespace rejoinder::routes {

/// What a desk request wants to do. A session may do what its moderator may; a token only what its
/// scopes include, and nothing with accounts. Changes by a session need the CSRF token.
enum class desk_access {
    read,            ///< Any role; scope `read`.
    change,          ///< A role that may decide; scope `decide`.
    try_rules,       ///< The same; scope `rules`.
    change_rules,    ///< The same for all sites; scope `rules`.
    change_authors,  ///< A role that may decide; scope `authors`.
    own,             ///< The moderator's own account.
    change_own,
    accounts,  ///< Admins of all sites.
    change_accounts
};

/// Who asks, or the refusal to answer with. The request must outlive the call.
awaitable<model::result<auth::signed_in>> require_signed_in(
    const http::request& request,
    const services& use,
    desk_access access);

/// Whether who asked could still read. Counts as no use of the session.
awaitable<bool> is_still_signed_in(const http::request& request, const services& use);

/// Whether what belongs to the site is there for them.
bool may_see(const auth::signed_in& who, const model::site_id& site);

/// The moderator as the record names who acts.
storage::acting_moderator acting(const auth::signed_in& who);

}  // namespace rejoinder::routes
