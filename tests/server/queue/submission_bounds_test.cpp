#include "server/queue/submission_bounds.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_submission.hpp"

using namespace rejoinder;
using rejoinder::tests::sample_submission;

TEST_CASE("submission bounds: a submission as intake makes it may travel", "[queue][bounds]")
{
    CHECK_FALSE(queue::field_out_of_bounds(sample_submission()));
}

TEST_CASE("submission bounds: a client behind a Unix socket has no address", "[queue][bounds]")
{
    auto submission = sample_submission();
    submission.client = {};
    submission.network = {};

    CHECK_FALSE(queue::field_out_of_bounds(submission));
}

TEST_CASE("submission bounds: code points count, not bytes", "[queue][bounds]")
{
    auto submission = sample_submission();
    submission.text.clear();
    for (int i = 0; i < 10'000; ++i)
        submission.text += "\xE2\x82\xAC";
    CHECK_FALSE(queue::field_out_of_bounds(submission));

    submission.text += "a";
    CHECK(queue::field_out_of_bounds(submission) == "text");
}

TEST_CASE(
    "submission bounds: nothing that could be an address passes for sealed",
    "[queue][bounds]")
{
    auto submission = sample_submission();
    submission.author.email.text =
        GENERATE("ada@mail.example", "ada mail.example", "k1:abc", "k1.=");

    CHECK(queue::field_out_of_bounds(submission) == "email");
}
