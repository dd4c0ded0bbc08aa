#include "server/http/error_response.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using http::error_response;
using http::status;
using model::error;
using nlohmann::json;

TEST_CASE("error response: each refusal has its status and its code", "[http][error]")
{
    const auto [refused, code, text] = GENERATE(table<error, unsigned, std::string>({
        {error::invalid_request, 400, "invalid_request"},
        {error::invalid_comment, 422, "invalid_comment"},
        {error::site_not_found, 404, "site_not_found"},
        {error::story_not_found, 404, "story_not_found"},
        {error::comment_not_found, 404, "comment_not_found"},
        {error::story_closed, 403, "story_closed"},
        {error::origin_not_allowed, 403, "origin_not_allowed"},
        {error::too_many_comments, 429, "too_many_comments"},
        {error::too_many_requests, 429, "too_many_requests"},
        {error::idempotency_key_reused, 422, "idempotency_key_reused"},
        {error::temporarily_unavailable, 503, "temporarily_unavailable"},
        {error::not_signed_in, 401, "not_signed_in"},
        {error::wrong_credentials, 401, "wrong_credentials"},
        {error::second_factor_required, 401, "second_factor_required"},
        {error::password_wrong, 403, "password_wrong"},
        {error::code_wrong, 403, "code_wrong"},
        {error::invalid_account, 422, "invalid_account"},
        {error::invitation_not_found, 404, "invitation_not_found"},
        {error::moderator_not_found, 404, "moderator_not_found"},
        {error::session_not_found, 404, "session_not_found"},
        {error::token_not_found, 404, "token_not_found"},
        {error::last_admin, 409, "last_admin"},
        {error::csrf_token_wrong, 403, "csrf_token_wrong"},
        {error::not_allowed, 403, "not_allowed"},
        {error::revision_conflict, 409, "revision_conflict"},
        {error::payload_too_large, 413, "payload_too_large"},
        {error::unsupported_media_type, 415, "unsupported_media_type"},
    }));
    CAPTURE(text);

    const auto answer = error_response(model::refusal(refused));
    const auto body = json::parse(answer.body);
    CHECK(static_cast<unsigned>(answer.code) == code);
    CHECK(body["status"] == code);
    CHECK(body["code"] == text);
    CHECK(body["type"] == "about:blank");
    CHECK_FALSE(body["title"].get<std::string>().empty());
    CHECK(answer.headers.find("Content-Type") == "application/problem+json");
    CHECK(answer.headers.find("Cache-Control") == "no-store");
    CHECK_FALSE(answer.headers.contains("Retry-After"));
}

TEST_CASE("error response: the protocol's own errors have codes too", "[http][error]")
{
    const auto [code, text] = GENERATE(table<status, std::string>({
        {status::bad_request, "bad_request"},
        {status::not_found, "not_found"},
        {status::method_not_allowed, "method_not_allowed"},
        {status::request_timeout, "request_timeout"},
        {status::payload_too_large, "payload_too_large"},
        {status::unsupported_media_type, "unsupported_media_type"},
        {status::expectation_failed, "expectation_failed"},
        {status::upgrade_required, "upgrade_required"},
        {status::request_header_fields_too_large, "header_too_large"},
        {status::internal_server_error, "internal_error"},
        {status::service_unavailable, "temporarily_unavailable"},
    }));
    CAPTURE(text);

    const auto answer = error_response(code);
    CHECK(answer.code == code);
    CHECK(json::parse(answer.body)["code"] == text);
    CHECK(answer.headers.contains("Retry-After") == (code == status::service_unavailable));
    CHECK(answer.headers.contains("Upgrade") == (code == status::upgrade_required));
}

TEST_CASE("error response: fields and the time to come back are told", "[http][error]")
{
    const auto fields = error_response(
        model::refusal(error::invalid_comment, {{"text", "required", "Please write something"}}));
    CHECK(
        json::parse(fields.body)["errors"] == json::parse(R"([{"field": "text", "code": "required",
                         "message": "Please write something"}])"));

    const auto later =
        error_response(model::refusal(error::too_many_comments, std::chrono::seconds(90)));
    CHECK(later.headers.find("Retry-After") == "90");
    CHECK_FALSE(json::parse(later.body).contains("errors"));
    CHECK_FALSE(json::parse(later.body).contains("detail"));
}
