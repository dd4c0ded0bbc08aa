#include "server/model/error.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace rejoinder::model;

TEST_CASE("error: the codes of the API are stable", "[model]")
{
    struct example {
        error code;
        std::string name;
    };
    const auto [code, name] = GENERATE(
        example{error::invalid_request, "invalid_request"},
        example{error::invalid_comment, "invalid_comment"},
        example{error::site_not_found, "site_not_found"},
        example{error::story_not_found, "story_not_found"},
        example{error::comment_not_found, "comment_not_found"},
        example{error::story_closed, "story_closed"},
        example{error::origin_not_allowed, "origin_not_allowed"},
        example{error::too_many_comments, "too_many_comments"},
        example{error::too_many_requests, "too_many_requests"},
        example{error::idempotency_key_reused, "idempotency_key_reused"},
        example{error::temporarily_unavailable, "temporarily_unavailable"},
        example{error::not_signed_in, "not_signed_in"},
        example{error::wrong_credentials, "wrong_credentials"},
        example{error::second_factor_required, "second_factor_required"},
        example{error::password_wrong, "password_wrong"},
        example{error::code_wrong, "code_wrong"},
        example{error::invalid_account, "invalid_account"},
        example{error::invitation_not_found, "invitation_not_found"},
        example{error::moderator_not_found, "moderator_not_found"},
        example{error::session_not_found, "session_not_found"},
        example{error::token_not_found, "token_not_found"},
        example{error::last_admin, "last_admin"},
        example{error::csrf_token_wrong, "csrf_token_wrong"},
        example{error::not_allowed, "not_allowed"},
        example{error::revision_conflict, "revision_conflict"},
        example{error::payload_too_large, "payload_too_large"},
        example{error::unsupported_media_type, "unsupported_media_type"});

    CHECK(to_string(code) == name);
}

TEST_CASE("error: every code has a name of its own, and none is 0", "[model]")
{
    std::set<std::string_view> names;
    int code = 1;
    while (to_string(static_cast<error>(code)) != "unknown")
        names.insert(to_string(static_cast<error>(code++)));

    CHECK(static_cast<int>(error::edit_rejected) == code - 1);
    CHECK(names.size() == static_cast<std::size_t>(code - 1));
    CHECK(to_string(static_cast<error>(0)) == "unknown");
}
