#include "moderation/filters/bot_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::inspect;

namespace {

findings found_with(form_signs form)
{
    auto comment = comment_of("Good day");
    comment.form = form;
    return inspect(bot_filter(), comment);
}

}  // namespace

TEST_CASE("bot filter: what each state of the token is", "[moderation][bot_filter]")
{
    struct row {
        form_token_state token;
        reason why;
        const char* detail;
    };
    static constexpr row rows[] = {
        {form_token_state::missing, reason::no_form_token, "missing"},
        {form_token_state::invalid, reason::no_form_token, "invalid"},
        {form_token_state::too_fresh, reason::form_too_fresh, ""},
        {form_token_state::stale, reason::form_stale, ""},
        {form_token_state::replayed, reason::form_replayed, ""},
    };
    for (const auto& [token, why, detail] : rows) {
        CAPTURE(to_string(why), detail);
        const auto found = found_with({.token = token});
        REQUIRE(found.size() == 1);
        CHECK(found[0].reason == why);
        CHECK(found[0].detail == detail);
    }
}

TEST_CASE("bot filter: a good token, or none to check, is no finding", "[moderation][bot_filter]")
{
    CHECK(inspect(bot_filter(), "Good day").empty());
    CHECK(found_with({.token = form_token_state::good}).empty());
}

TEST_CASE(
    "bot filter: the hidden field counts beside whatever the token says",
    "[moderation][bot_filter]")
{
    const auto alone = found_with({.honeypot_filled = true});
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].reason == reason::honeypot);

    const auto both = found_with({.honeypot_filled = true, .token = form_token_state::too_fresh});
    CHECK(both.size() == 2);
}

TEST_CASE("bot filter: a state that nobody knows is a failure", "[moderation][bot_filter]")
{
    CHECK_THROWS_AS(found_with({.token = static_cast<form_token_state>(99)}), std::logic_error);
}
