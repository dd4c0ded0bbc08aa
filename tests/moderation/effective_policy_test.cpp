#include "moderation/effective_policy.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("effective policy: a change touches what it names and says so", "[moderation][policy]")
{
    effective_policy made;
    made.apply(balanced_policy(), 0);
    made.apply(
        {.mode = moderation_mode::before,
         .weights = {{reason::flood, 1}},
         .decisive = {{reason::banned_word, verdict_kind::publish}},
         .spam_at = threshold{}},
        3);

    const auto flood = made.weights[static_cast<std::size_t>(reason::flood)];
    CHECK(flood.value == 1);
    CHECK(flood.source == 3);
    CHECK(made.mode.value == moderation_mode::before);
    CHECK(made.mode.source == 3);
    const auto banned = made.decisive[static_cast<std::size_t>(reason::banned_word)];
    CHECK(banned.value == verdict_kind::publish);
    CHECK_FALSE(made.spam_at.value.has_value());
    CHECK(made.spam_at.source == 3);

    CHECK(made.hold_at.value == 5);
    CHECK(made.hold_at.source == 0);
    CHECK(made.counted_per_reason_max.source == 0);
}
