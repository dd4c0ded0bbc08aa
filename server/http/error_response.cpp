#include "server/http/error_response.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace rejoinder::http {

namespace {

using model::error;

struct meaning {
    error refused;
    status code;
    std::string_view title;
};

constexpr std::array<meaning, 40> meanings = {{
    {error::invalid_request, status::bad_request, "The request cannot be read"},
    {error::invalid_comment,
     status::unprocessable_entity,
     "The comment cannot be accepted as it is"},
    {error::site_not_found, status::not_found, "There is no such site"},
    {error::story_not_found, status::not_found, "There is no such story"},
    {error::author_not_found, status::not_found, "There is no such author"},
    {error::undo_not_found, status::not_found, "There is nothing to take back"},
    {error::invalid_note, status::unprocessable_entity, "The words cannot be accepted as they are"},
    {error::ban_not_found, status::not_found, "There is no such ban in force"},
    {error::invalid_report, status::unprocessable_entity, "The report cannot be accepted as it is"},
    {error::comment_not_found, status::not_found, "There is no such comment"},
    {error::story_closed, status::forbidden, "The story takes no more comments"},
    {error::origin_not_allowed, status::forbidden, "This page may not comment on the site"},
    {error::too_many_comments, status::too_many_requests, "Too many comments in a short time"},
    {error::too_many_requests, status::too_many_requests, "Too many requests in a short time"},
    {error::idempotency_key_reused,
     status::unprocessable_entity,
     "The idempotency key was used for another comment before"},
    {error::temporarily_unavailable,
     status::service_unavailable,
     "This is not possible at the moment"},
    {error::not_signed_in, status::unauthorized, "Nobody is signed in"},
    {error::wrong_credentials, status::unauthorized, "The name or the password is wrong"},
    {error::second_factor_required,
     status::unauthorized,
     "The code of the second factor is missing"},
    {error::password_wrong, status::forbidden, "The password is wrong"},
    {error::code_wrong, status::forbidden, "The code is wrong"},
    {error::invalid_account,
     status::unprocessable_entity,
     "The account cannot be as it is described"},
    {error::invitation_not_found, status::not_found, "There is no such invitation"},
    {error::moderator_not_found, status::not_found, "There is no such moderator"},
    {error::session_not_found, status::not_found, "There is no such session"},
    {error::token_not_found, status::not_found, "There is no such token"},
    {error::last_admin, status::conflict, "Nobody would be left to manage accounts"},
    {error::csrf_token_wrong, status::forbidden, "The request lacks its token"},
    {error::not_allowed, status::forbidden, "This needs another role"},
    {error::revision_conflict, status::conflict, "Somebody else has changed it meanwhile"},
    {error::rules_not_found, status::not_found, "There is no such version of the rules"},
    {error::rules_kept_in_file,
     status::conflict,
     "The rules are changed in their file, not at the desk"},
    {error::invalid_rules, status::unprocessable_entity, "The rules have faults"},
    {error::backtest_not_found, status::not_found, "There is no such backtest"},
    {error::payload_too_large, status::payload_too_large, "The body is too large"},
    {error::unsupported_media_type,
     status::unsupported_media_type,
     "The body is of a type that is not taken"},
    {error::author_token_wrong, status::forbidden, "This is for the author of the comment"},
    {error::not_stored_yet, status::conflict, "The comment is still being checked"},
    {error::edit_window_over, status::conflict, "The time for changing the comment is over"},
    {error::edit_rejected, status::unprocessable_entity, "The comment cannot say that"},
}};

meaning meaning_of(error refused)
{
    for (const auto& each : meanings)
        if (each.refused == refused)
            return each;
    return {refused, status::internal_server_error, "Something went wrong"};
}

// The protocol's own errors: these codes come from no refusal.
problem protocol_problem(status code)
{
    switch (code) {
    case status::not_found:
        return {code, "not_found", "There is nothing here"};
    case status::method_not_allowed:
        return {code, "method_not_allowed", "This method is not for this address"};
    case status::request_timeout:
        return {code, "request_timeout", "The request took too long to arrive"};
    case status::payload_too_large:
        return {code, "payload_too_large", "The body is too large"};
    case status::unsupported_media_type:
        return {code, "unsupported_media_type", "The body is of a type that is not taken"};
    case status::expectation_failed:
        return {code, "expectation_failed", "The expectation cannot be met"};
    case status::upgrade_required:
        return {code, "upgrade_required", "This address speaks WebSocket only"};
    case status::request_header_fields_too_large:
        return {code, "header_too_large", "The header is too large"};
    case status::service_unavailable:
        return {code, "temporarily_unavailable", "This is not possible at the moment"};
    case status::internal_server_error:
        return {code, "internal_error", "Something went wrong"};
    default:
        return {code, "bad_request", "The request cannot be read"};
    }
}

}  // namespace

problem to_problem(const model::refusal& refused)
{
    const auto meant = meaning_of(refused.code);
    problem found(meant.code, model::to_string(refused.code), meant.title);
    found.errors = refused.fields;
    found.retry_after = refused.retry_after;
    return found;
}

response error_response(const problem& found)
{
    nlohmann::json body = {
        {"type", "about:blank"},
        {"title", found.title},
        {"status", static_cast<unsigned>(found.status_code)},
        {"code", found.code},
    };
    if (!found.detail.empty())
        body["detail"] = found.detail;
    for (const auto& error : found.errors)
        body["errors"].push_back(
            {{"field", error.field}, {"code", error.code}, {"message", error.message}});

    auto answer =
        json_response(found.status_code, body).with("Content-Type", "application/problem+json");
    if (found.retry_after)
        answer.headers.set("Retry-After", std::to_string(found.retry_after->count()));
    return answer;
}

response error_response(const model::refusal& refused)
{
    return error_response(to_problem(refused));
}

response error_response(status code)
{
    auto found = protocol_problem(code);
    if (code == status::service_unavailable)
        found.retry_after = std::chrono::seconds(5);
    auto answer = error_response(found);
    if (code == status::upgrade_required)
        answer.headers.set("Upgrade", "websocket");
    return answer;
}

}  // namespace rejoinder::http
