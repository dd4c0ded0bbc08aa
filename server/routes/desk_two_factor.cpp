#include "server/routes/desk_two_factor.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/base32.hpp"
#include "server/auth/recovery_codes.hpp"
#include "server/auth/totp.hpp"
#include "server/http/error_response.hpp"
#include "server/privacy/secret_sealer.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/proofs.hpp"
#include "server/routes/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace rejoinder::routes {

namespace {

/// Blocking. The recovery codes, or nothing where the code does not prove the proposed secret.
std::optional<std::vector<std::string>> confirm(
    const services& use,
    const storage::acting_moderator& who,
    std::string code)
{
    std::erase(code, ' ');
    const auto account = use.record.find_moderator(who.id);
    const auto secret = account ? use.secrets.open(account->pending_secret) : std::nullopt;
    const auto step = secret ? auth::totp_step_of(*secret, code, model::now()) : std::nullopt;
    if (!step)
        return std::nullopt;
    auto codes = auth::new_recovery_codes();
    std::vector<std::string> hashes;
    for (const auto& each : codes)
        hashes.push_back(recovery_hash(use, who.id, each));
    if (!use.record.confirm_second_factor(who, account->pending_secret, *step, hashes))
        return std::nullopt;
    return codes;
}

}  // namespace

awaitable<http::response> desk_propose_two_factor(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto secret = auth::new_totp_secret();
    auto propose = [&use, id = who->id, sealed = use.secrets.seal(secret)] {
        use.record.propose_second_factor(id, sealed);
    };
    co_await async::on_threads(use.threads, std::move(propose));
    const nlohmann::json body = {
        {"secret", auth::to_base32(secret)},
        {"uri", auth::totp_uri("Rejoinder", who->name, secret)},
    };
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_confirm_two_factor(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto work = [&use, by = acting(*who), code = text_member(body, "code")] {
        return confirm(use, by, code);
    };
    const auto codes = co_await async::on_threads(use.threads, std::move(work));
    if (!codes)
        co_return http::error_response(model::refusal(model::error::code_wrong));
    const nlohmann::json answer = {{"recovery_codes", *codes}};
    co_return http::json_response(http::status::ok, answer);
}

awaitable<http::response> desk_drop_two_factor(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto password = text_member(body, "password");
    const auto proved = co_await require_password(request, use, *who, std::move(password));
    if (proved.has_error())
        co_return http::error_response(proved.error());
    auto drop = [&use, by = acting(*who)] {
        model::moderator_change change;
        change.second_factor_off = true;
        return use.record.change_moderator(by.id, change, by);
    };
    const auto changed = co_await async::on_threads(use.threads, std::move(drop));
    if (changed.has_error())
        co_return http::error_response(changed.error());
    co_return http::empty_response();
}

}  // namespace rejoinder::routes
