#pragma once

#include "server/intake/site.hpp"
#include "server/model/api_token.hpp"
#include "server/model/invitation.hpp"
#include "server/model/moderator.hpp"
#include "server/model/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace rejoinder::routes {

/// Accounts as the desk's API shows them. Sites are absent where they are all.
nlohmann::json account_json(const model::moderator& account);
nlohmann::json invitation_json(const model::invitation& invitation);
nlohmann::json token_json(const model::api_token& token);

/// Adds "sites" to the object, unless they are all.
void add_sites(nlohmann::json& object, const model::site_list& sites);

/// "role" and "sites" of a body; what is absent is absent, and null stands for all sites.
struct rights_form {
    std::optional<model::moderator_role> role;
    std::optional<model::site_list> sites;
};

/// Refuses with invalid_account, and names what is wrong.
model::result<rights_form> rights_from(
    const nlohmann::json& body,
    const intake::site_directory& sites);

/// What an unfit password is refused with.
model::refusal password_refusal(std::string_view field, std::string_view password);

}  // namespace rejoinder::routes
