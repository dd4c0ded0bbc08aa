#include "moderation/policy_settings.hpp"
#include "moderation/verdict.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace rejoinder::moderation;

TEST_CASE("names: every reason has a name of its own that leads back to it", "[moderation][names]")
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < reason_count; ++i) {
        const auto value = static_cast<reason>(i);
        CAPTURE(to_string(value));
        CHECK(reason_from(to_string(value)) == value);
        names.insert(to_string(value));
    }
    CHECK(names.size() == reason_count);
    CHECK(names.count("unknown") == 0);
}

TEST_CASE("names: what is stored and sent keeps its spelling", "[moderation][names]")
{
    CHECK(to_string(reason::banned_word) == "banned_word");
    CHECK(to_string(reason::suspect_word) == "suspect_word");
    CHECK(to_string(reason::too_many_links) == "too_many_links");
    CHECK(to_string(reason::unicode_abuse) == "unicode_abuse");
    CHECK(to_string(reason::bad_record) == "bad_record");
    CHECK(to_string(reason::no_form_token) == "no_form_token");
    CHECK(to_string(reason::old_story) == "old_story");
    CHECK(to_string(reason::filter_failed) == "filter_failed");
    CHECK(to_string(reason::pre_moderated) == "pre_moderated");
    CHECK(to_string(comment_field::email_domain) == "email_domain");
    CHECK(comment_field_from("website") == comment_field::website);
    CHECK(to_string(verdict_kind::publish) == "publish");
    CHECK(to_string(verdict_kind::hold) == "hold");
    CHECK(verdict_kind_from("spam") == verdict_kind::spam);
    CHECK(verdict_kind_from("reject") == verdict_kind::reject);
    CHECK(to_string(author_class::new_author) == "new");
    CHECK(to_string(author_class::known) == "known");
    CHECK(to_string(author_class::trusted) == "trusted");
}

TEST_CASE("names: an unknown name is no value", "[moderation][names]")
{
    CHECK_FALSE(reason_from("Banned_word").has_value());
    CHECK_FALSE(reason_from("").has_value());
    CHECK_FALSE(comment_field_from("body").has_value());
    CHECK_FALSE(verdict_kind_from("approve").has_value());
    CHECK(to_string(static_cast<reason>(200)) == "unknown");
}
