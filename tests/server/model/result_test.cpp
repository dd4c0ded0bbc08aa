#include "server/model/result.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::model;

namespace {

result<int> half_of(int number)
{
    if (number % 2 != 0)
        return refusal(error::invalid_request);
    return number / 2;
}

}  // namespace

TEST_CASE("result: is a value or the refusal", "[model]")
{
    const auto made = half_of(4);
    REQUIRE(made.has_value());
    CHECK(*made == 2);

    const auto refused = half_of(3);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::invalid_request);
}

TEST_CASE("result: taking the value of a refusal unseen is a bug that says so", "[model]")
{
    CHECK_THROWS_WITH(half_of(3).value(), "unchecked refusal: invalid_request");
}

TEST_CASE("refusal: carries fields, or when to come again", "[model]")
{
    const refusal fields(error::invalid_comment, {{"email", "invalid", "This is no address."}});
    CHECK(fields.fields.size() == 1);
    CHECK_FALSE(fields.retry_after);

    const refusal later(error::too_many_comments, std::chrono::seconds(7));
    CHECK(later.retry_after == std::chrono::seconds(7));
    CHECK(later.fields.empty());
}
