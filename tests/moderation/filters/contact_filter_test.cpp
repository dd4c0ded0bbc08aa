#include "moderation/filters/contact_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::details;
using rejoinder::tests::inspect;
using rejoinder::tests::marked;

TEST_CASE(
    "contact filter: names the kind and marks the place, without repeating it",
    "[moderation][contact_filter]")
{
    const std::string text = "Schöne Grüße: ring +49 30 901820, write to joe@example.org, pay DE89 "
                             "3704 0044 0532 0130 00 "
                             "or 4111 1111 1111 1111";

    const auto found = inspect(contact_filter({}), text);

    CHECK(
        details(found) ==
        std::vector<std::string>{"email_address", "telephone_number", "iban", "card_number"});
    CHECK(
        marked(found, text) == std::vector<std::string>{
                                   "joe@example.org",
                                   "+49 30 901820",
                                   "DE89 3704 0044 0532 0130 00",
                                   "4111 1111 1111 1111",
                               });
}

TEST_CASE(
    "contact filter: sees through full-width and invisible characters",
    "[moderation][contact_filter]")
{
    const std::string text = "joe\u200B＠ｅｘａｍｐｌｅ.org";

    const auto found = inspect(contact_filter({}), text);

    REQUIRE(found.size() == 1);
    CHECK(marked(found, text)[0] == text);
}

TEST_CASE("contact filter: numbers inside links are ids", "[moderation][contact_filter]")
{
    CHECK(inspect(contact_filter({}), "See https://example.org/item/0301234567 for it").empty());
}

TEST_CASE("contact filter: each kind can be switched off", "[moderation][contact_filter]")
{
    const auto all_off = contact_filter(
        {.email_addresses = false,
         .telephone_numbers = false,
         .ibans = false,
         .card_numbers = false});

    CHECK(inspect(all_off, "+49 30 901820 joe@example.org DE89370400440532013000 4111111111111111")
              .empty());
}

TEST_CASE("contact filter: a street with a house number", "[moderation][contact_filter]")
{
    const std::string text = "Go and see her at 12 Bäker Street, she is always in.";

    const auto found = inspect(contact_filter({}), text);

    CHECK(details(found) == std::vector<std::string>{"street_address"});
    CHECK(marked(found, text) == std::vector<std::string>{"12 Bäker Street"});
    CHECK(inspect(contact_filter({.street_addresses = false}), text).empty());
}
