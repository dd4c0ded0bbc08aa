#include "server/routes/account_json.hpp"

#include "server/auth/password.hpp"
#include "server/routes/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace rejoinder::routes {

namespace {

/// Nothing for what is no list of sites that are configured. Null stands for all of them.
std::optional<model::site_list> sites_from(
    const nlohmann::json& list,
    const intake::site_directory& known)
{
    if (list.is_null())
        return model::site_list();
    model::site_list sites;
    if (!list.is_array() || list.empty() || list.size() > known.all().size())
        return std::nullopt;
    for (const auto& each : list) {
        model::site_id id(each.is_string() ? each.get<std::string>() : std::string());
        if (!known.find(id) || std::ranges::find(sites, id) != sites.end())
            return std::nullopt;
        sites.push_back(std::move(id));
    }
    return sites;
}

}  // namespace

void add_sites(nlohmann::json& object, const model::site_list& sites)
{
    for (const auto& site : sites)
        object["sites"].push_back(site.str());
}

nlohmann::json account_json(const model::moderator& account)
{
    nlohmann::json object = {
        {"id", account.id.str()},
        {"name", account.name},
        {"role", model::to_string(account.role)},
        {"disabled", account.disabled},
        {"two_factor", !account.sealed_secret.empty()},
        {"created_at", model::to_rfc3339(account.created_at)},
    };
    add_sites(object, account.sites);
    if (account.signed_in_at)
        object["signed_in_at"] = model::to_rfc3339(*account.signed_in_at);
    return object;
}

nlohmann::json invitation_json(const model::invitation& invitation)
{
    nlohmann::json object = {
        {"id", invitation.id},
        {"name", invitation.name},
        {"role", model::to_string(invitation.role)},
        {"by", invitation.by},
        {"created_at", model::to_rfc3339(invitation.created_at)},
        {"expires_at", model::to_rfc3339(invitation.expires_at)},
    };
    add_sites(object, invitation.sites);
    return object;
}

nlohmann::json token_json(const model::api_token& token)
{
    auto scopes = nlohmann::json::array();
    for (const auto scope : token.scopes)
        scopes.push_back(model::to_string(scope));
    nlohmann::json object = {
        {"id", token.id},
        {"name", token.name},
        {"scopes", std::move(scopes)},
        {"created_at", model::to_rfc3339(token.created_at)},
        {"expires_at", model::to_rfc3339(token.expires_at)},
    };
    if (token.used_at)
        object["used_at"] = model::to_rfc3339(*token.used_at);
    if (token.revoked_at)
        object["revoked_at"] = model::to_rfc3339(*token.revoked_at);
    return object;
}

model::result<rights_form> rights_from(
    const nlohmann::json& body,
    const intake::site_directory& sites)
{
    std::vector<model::field_error> faults;
    rights_form form;
    if (body.contains("role")) {
        form.role = model::moderator_role_from(text_member(body, "role"));
        if (!form.role)
            faults.push_back({"role", "invalid", "One of admin, moderator and viewer."});
    }
    if (const auto list = body.find("sites"); list != body.end()) {
        form.sites = sites_from(*list, sites);
        if (!form.sites)
            faults.push_back({"sites", "invalid", "Sites of this server, or null for all."});
    }
    if (!faults.empty())
        return model::refusal(model::error::invalid_account, std::move(faults));
    return form;
}

model::refusal password_refusal(std::string_view field, std::string_view password)
{
    const bool is_short = password.size() < auth::password_bytes_min;
    model::field_error fault;
    fault.field = field;
    fault.code = is_short ? "too_short" : "too_long";
    fault.message = is_short ? fmt::format("At least {} characters.", auth::password_bytes_min)
                             : fmt::format("At most {} bytes.", auth::password_bytes_max);
    return {model::error::invalid_account, {std::move(fault)}};
}

}  // namespace rejoinder::routes
