#include "moderation/filters/own_address_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::inspect;

TEST_CASE("own address filter: reports that intake masked an address", "[moderation][own_address]")
{
    auto comment = comment_of("Write to me");
    CHECK(inspect(own_address_filter(), comment).empty());

    comment.own_address_masked = true;
    CHECK(inspect(own_address_filter(), comment) == findings{{.reason = reason::own_address}});
}
