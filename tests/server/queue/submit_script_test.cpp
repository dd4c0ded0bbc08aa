#include "server/queue/submit_script.hpp"

#include "server/queue/submission_codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_submission.hpp"

using namespace rejoinder;
using rejoinder::tests::sample_submission;

namespace {

queue::sealed_submission sample()
{
    queue::sealed_submission sealed;
    sealed.submission = sample_submission();
    sealed.same_as.key = "retry-1";
    sealed.same_as.digest = "digest-1";
    sealed.same_as.keep = std::chrono::seconds(600);
    sealed.form = {"page-1", std::chrono::hours(1)};
    return sealed;
}

const queue::partition target("test:", 0);

}  // namespace

TEST_CASE("submit script: the call carries entry, retry key and limits", "[queue][submit_script]")
{
    queue::queue_settings settings;
    settings.partitions = 4;
    settings.waiting_max = 1'000;
    settings.per_client = {10, std::chrono::seconds(60)};
    settings.per_network = {3, std::chrono::seconds(1)};
    settings.per_author = {1, std::chrono::seconds(1)};
    settings.per_story = {6'000, std::chrono::seconds(60)};

    const auto call = queue::call_for(sample(), target, settings);

    CHECK(
        call.keys == std::vector<std::string>{
                         "{test:queue:0}:submissions",
                         "{test:queue:0}:dead",
                         "{test:queue:0}:same:retry-1",
                         "{test:queue:0}:form:page-1",
                         "{test:queue:0}:limit:client:c0ffee00c0ffee00c0ffee00c0ffee00",
                         "{test:queue:0}:limit:network:0ddba1100ddba1100ddba1100ddba110",
                         "{test:queue:0}:limit:author:000000000000000000000000000a0001",
                         "{test:queue:0}:limit:story:demo:bridge"});
    CHECK(
        call.arguments == std::vector<std::string>{
                              queue::encode(sample_submission()),
                              sample_submission().id.str(),
                              "digest-1",
                              "600",
                              "250",
                              "3600",
                              "10",
                              "6000000",
                              "3",
                              "333334",
                              "1",
                              "1000000",
                              "6000",
                              "10000"});
}

TEST_CASE(
    "submit script: limits of zero and unknown clients are left out",
    "[queue][submit_script]")
{
    queue::queue_settings settings;
    settings.per_author.count = 0;
    settings.per_story.count = 0;
    auto sealed = sample();
    sealed.submission.client = {};
    sealed.submission.network = {};

    const auto call = queue::call_for(sealed, target, settings);

    CHECK(call.keys.size() == 4);
    CHECK(call.arguments.size() == 6);
}

TEST_CASE("submit script: a partition always has room for one", "[queue][submit_script]")
{
    queue::queue_settings settings;
    settings.partitions = 8;
    settings.waiting_max = 2;

    CHECK(queue::call_for(sample(), target, settings).arguments.at(4) == "1");
}
