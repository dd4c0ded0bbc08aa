#include "server/http/error_response.hpp"

#include <nlohmann/json.hpp>

namespace rejoinder::http {

namespace {

struct meaning {
    status code;
    std::string_view title;
};

meaning meaning_of(model::error refused)
{
    using model::error;
    switch (refused) {
    case error::invalid_request:
        return {status::bad_request, "The request cannot be read"};
    case error::invalid_comment:
        return {status::unprocessable_entity, "The comment cannot be accepted as it is"};
    case error::site_not_found:
        return {status::not_found, "There is no such site"};
    case error::story_not_found:
        return {status::not_found, "There is no such story"};
    case error::author_not_found:
        return {status::not_found, "There is no such author"};
    case error::undo_not_found:
        return {status::not_found, "There is nothing to take back"};
    case error::invalid_note:
        return {status::unprocessable_entity, "The words cannot be accepted as they are"};
    case error::ban_not_found:
        return {status::not_found, "There is no such ban in force"};
    case error::invalid_report:
        return {status::unprocessable_entity, "The report cannot be accepted as it is"};
    case error::comment_not_found:
        return {status::not_found, "There is no such comment"};
    case error::story_closed:
        return {status::forbidden, "The story takes no more comments"};
    case error::origin_not_allowed:
        return {status::forbidden, "This page may not comment on the site"};
    case error::too_many_comments:
        return {status::too_many_requests, "Too many comments in a short time"};
    case error::too_many_requests:
        return {status::too_many_requests, "Too many requests in a short time"};
    case error::idempotency_key_reused:
        return {
            status::unprocessable_entity,
            "The idempotency key was used for another comment before"};
    case error::temporarily_unavailable:
        return {status::service_unavailable, "This is not possible at the moment"};
    case error::not_signed_in:
        return {status::unauthorized, "Nobody is signed in"};
    case error::wrong_credentials:
        return {status::unauthorized, "The name or the password is wrong"};
    case error::second_factor_required:
        return {status::unauthorized, "The code of the second factor is missing"};
    case error::password_wrong:
        return {status::forbidden, "The password is wrong"};
    case error::code_wrong:
        return {status::forbidden, "The code is wrong"};
    case error::invalid_account:
        return {status::unprocessable_entity, "The account cannot be as it is described"};
    case error::invitation_not_found:
        return {status::not_found, "There is no such invitation"};
    case error::moderator_not_found:
        return {status::not_found, "There is no such moderator"};
    case error::session_not_found:
        return {status::not_found, "There is no such session"};
    case error::token_not_found:
        return {status::not_found, "There is no such token"};
    case error::last_admin:
        return {status::conflict, "Nobody would be left to manage accounts"};
    case error::csrf_token_wrong:
        return {status::forbidden, "The request lacks its token"};
    case error::not_allowed:
        return {status::forbidden, "This needs another role"};
    case error::revision_conflict:
        return {status::conflict, "Somebody else has changed it meanwhile"};
    case error::rules_not_found:
        return {status::not_found, "There is no such version of the rules"};
    case error::rules_kept_in_file:
        return {status::conflict, "The rules are changed in their file, not at the desk"};
    case error::invalid_rules:
        return {status::unprocessable_entity, "The rules have faults"};
    case error::backtest_not_found:
        return {status::not_found, "There is no such backtest"};
    case error::payload_too_large:
        return {status::payload_too_large, "The body is too large"};
    case error::unsupported_media_type:
        return {status::unsupported_media_type, "The body is of a type that is not taken"};
    }
    return {status::internal_server_error, "Something went wrong"};
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
    const auto [code, title] = meaning_of(refused.code);
    problem found(code, model::to_string(refused.code), title);
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
