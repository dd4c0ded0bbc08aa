#include "server/queue/redis_submission_appender.hpp"
#include "tests/integration/queue_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pause.hpp"

#include <boost/asio/use_awaitable.hpp>

#include <set>
#include <stdexcept>

using namespace rejoinder;
using namespace std::chrono_literals;
using model::error;
using rejoinder::tests::queue_fixture;
using rejoinder::tests::run;
using rejoinder::tests::sample_id;
using rejoinder::tests::sealed_sample;
using rejoinder::tests::unlimited;

namespace {

awaitable<void> append_one(queue::submission_appender& to, int number, std::set<std::string>& ids)
{
    auto submission = sealed_sample(number);
    const auto receipt = co_await to.append(std::move(submission));
    ids.insert(receipt.has_value() ? receipt->id.str() : "refused");
}

/// One sender: the samples' client and network are the same, only the author differs.
queue::queue_settings limited_to(int count, std::chrono::seconds window)
{
    auto settings = unlimited();
    settings.per_client = {count, window};
    return settings;
}

std::vector<std::string> all_keys(queue_fixture& queue)
{
    std::vector<std::string> keys;
    const auto answer = queue.execute({"KEYS", "*"});
    for (const auto& key : answer.elements())
        keys.push_back(key.text());
    return keys;
}

}  // namespace

TEST_CASE("queue append: what is queued lies in the stream as encoded", "[queue][integration]")
{
    queue_fixture queue;

    const auto receipt = queue.append(sealed_sample(1));

    REQUIRE(receipt.has_value());
    CHECK(receipt->id == sample_id(1));
    CHECK_FALSE(receipt->repeated);
    const auto entries = queue.execute({"XRANGE", "{rj:queue:0}:submissions", "-", "+"});
    REQUIRE(entries.elements().size() == 1);
    CHECK(entries.at(0).at(1).at(0).text() == "submission");
    CHECK(entries.at(0).at(1).at(1).text() == queue::encode(tests::sample_submission(1)));
}

TEST_CASE(
    "queue append: all keys begin with the prefix and lie in one slot",
    "[queue][integration]")
{
    auto settings = unlimited();
    settings.per_client = settings.per_network = settings.per_author =
        settings.per_story = {5, 60s};
    queue_fixture queue(settings);
    REQUIRE(queue.append(sealed_sample(1)).has_value());

    const auto keys = all_keys(queue);
    CHECK(keys.size() == 6);
    for (const auto& key : keys) {
        CAPTURE(key);
        CHECK(key.starts_with("{rj:queue:0}:"));
        if (key != "{rj:queue:0}:submissions")
            CHECK(queue.execute({"PTTL", key}).integer() > 0);
    }
}

TEST_CASE("queue append: a retry is the same submission", "[queue][integration]")
{
    queue_fixture queue;
    REQUIRE(queue.append(sealed_sample(1)).has_value());

    // The retry went through intake again and so has another id.
    auto retry = sealed_sample(2);
    retry.same_as = sealed_sample(1).same_as;
    const auto receipt = queue.append(retry);

    REQUIRE(receipt.has_value());
    CHECK(receipt->id == sample_id(1));
    CHECK(receipt->repeated);
    CHECK(queue.depth().waiting == 1);
}

TEST_CASE("queue append: a key with other content is refused", "[queue][integration]")
{
    queue_fixture queue;
    REQUIRE(queue.append(sealed_sample(1)).has_value());

    auto other = sealed_sample(2);
    other.same_as.key = sealed_sample(1).same_as.key;
    const auto receipt = queue.append(other);

    REQUIRE(receipt.has_error());
    CHECK(receipt.error().code == error::idempotency_key_reused);
    CHECK(queue.depth().waiting == 1);
}

TEST_CASE("queue append: a key is forgotten when its time is over", "[queue][integration]")
{
    queue_fixture queue;
    auto first = sealed_sample(1);
    first.same_as.keep = 1s;
    REQUIRE(queue.append(first).has_value());
    tests::pause(queue.context, 1'100ms);

    auto again = sealed_sample(2);
    again.same_as.key = first.same_as.key;
    const auto receipt = queue.append(again);

    REQUIRE(receipt.has_value());
    CHECK(receipt->id == sample_id(2));
}

TEST_CASE("queue append: a rate limit counts exactly", "[queue][integration]")
{
    const auto count = GENERATE(1, 3, 7);
    queue_fixture queue(limited_to(count, 84s));

    for (int i = 0; i < count; ++i)
        CHECK(queue.append(sealed_sample(i)).has_value());
    const auto refused = queue.append(sealed_sample(count));

    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::too_many_comments);
    REQUIRE(refused.error().retry_after);
    CHECK(*refused.error().retry_after <= std::chrono::ceil<std::chrono::seconds>(84s / count));
    CHECK(*refused.error().retry_after >= 84s / count - 5s);
    CHECK(queue.depth().waiting == count);
}

TEST_CASE("queue append: after the time given there is room for one", "[queue][integration]")
{
    queue_fixture queue(limited_to(2, 2s));
    REQUIRE(queue.append(sealed_sample(1)).has_value());
    REQUIRE(queue.append(sealed_sample(2)).has_value());
    const auto refused = queue.append(sealed_sample(3));
    REQUIRE(refused.has_error());
    REQUIRE(refused.error().retry_after == 1s);

    tests::pause(queue.context, 1'050ms);

    CHECK(queue.append(sealed_sample(3)).has_value());
    CHECK(queue.append(sealed_sample(4)).has_error());
}

TEST_CASE("queue append: each limit counts what it is named after", "[queue][integration]")
{
    auto settings = unlimited();
    auto same = sealed_sample(2);  // Shares one thing with the first, and differs in all others.
    same.submission.client = model::client_pseudonym("c2");
    same.submission.network = model::client_pseudonym("0d2");
    same.submission.story.story = model::story_id("harbour");
    const auto first = sealed_sample(1).submission;

    SECTION("client")
    {
        settings.per_client = {1, 60s};
        same.submission.client = first.client;
    }
    SECTION("network")
    {
        settings.per_network = {1, 60s};
        same.submission.network = first.network;
    }
    SECTION("author")
    {
        settings.per_author = {1, 60s};
        same.submission.author.known_as = first.author.known_as;
    }
    SECTION("story")
    {
        settings.per_story = {1, 60s};
        same.submission.story = first.story;
    }
    queue_fixture queue(settings);
    REQUIRE(queue.append(sealed_sample(1)).has_value());
    REQUIRE(queue.append(same).has_error());

    auto other = sealed_sample(3);
    other.submission.client = model::client_pseudonym("c3");
    other.submission.network = model::client_pseudonym("0d3");
    other.submission.story.story = model::story_id("market");
    CHECK(queue.append(other).has_value());
}

TEST_CASE("queue append: a refusal charges no limit", "[queue][integration]")
{
    auto settings = unlimited();
    settings.per_client = {1, 60s};
    settings.per_story = {3, 60s};
    queue_fixture queue(settings);
    REQUIRE(queue.append(sealed_sample(1)).has_value());
    const auto before = queue.execute({"GET", "{rj:queue:0}:limit:story:demo:bridge"}).text();

    for (int i = 2; i < 6; ++i)
        REQUIRE(queue.append(sealed_sample(i)).has_error());

    CHECK(queue.execute({"GET", "{rj:queue:0}:limit:story:demo:bridge"}).text() == before);
    CHECK(queue.execute({"EXISTS", "{rj:queue:0}:same:key-2"}).integer() == 0);
}

TEST_CASE("queue append: a retry is not charged again, nor refused", "[queue][integration]")
{
    queue_fixture queue(limited_to(2, 60s));
    for (int i = 0; i < 5; ++i)
        CHECK(queue.append(sealed_sample(1)).has_value());

    CHECK(queue.append(sealed_sample(2)).has_value());
    CHECK(queue.append(sealed_sample(3)).has_error());
    CHECK(queue.append(sealed_sample(1)).has_value());
}

TEST_CASE("queue append: a clock set back locks nobody out", "[queue][integration]")
{
    queue_fixture queue(limited_to(2, 60s));
    // Charged by a clock that was an hour ahead.
    const std::string key = "{rj:queue:0}:limit:client:" + sealed_sample(1).submission.client.str();
    const auto ahead = std::chrono::system_clock::now().time_since_epoch() + 1h;
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(ahead).count();
    queue.execute({"SET", key, std::to_string(microseconds)});

    const auto refused = queue.append(sealed_sample(1));

    REQUIRE(refused.has_error());
    CHECK(*refused.error().retry_after <= 31s);
}

TEST_CASE(
    "queue append: a full queue refuses, and a retry still gets its answer",
    "[queue][integration]")
{
    auto settings = unlimited();
    settings.waiting_max = 2;
    queue_fixture queue(settings);
    REQUIRE(queue.append(sealed_sample(1)).has_value());
    // What was parked takes room as well.
    queue.execute({"XADD", "{rj:queue:0}:dead", "*", "entry", "1-1"});

    const auto refused = queue.append(sealed_sample(2));

    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::temporarily_unavailable);
    CHECK(refused.error().retry_after);
    CHECK(queue.append(sealed_sample(1)).has_value());
    CHECK(queue.execute({"EXISTS", "{rj:queue:0}:same:key-2"}).integer() == 0);
}

TEST_CASE("queue append: Redis out of memory refuses and charges nothing", "[queue][integration]")
{
    queue_fixture queue(limited_to(1, 60s));
    queue.execute({"CONFIG", "SET", "maxmemory", "1"});

    const auto refused = queue.append(sealed_sample(1));
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::temporarily_unavailable);

    queue.execute({"CONFIG", "SET", "maxmemory", "0"});
    CHECK(queue.append(sealed_sample(1)).has_value());
}

TEST_CASE("queue append: without Redis it is unavailable at once", "[queue][integration]")
{
    queue_fixture queue;
    queue.commands.stop();

    const auto refused = queue.append(sealed_sample(1));

    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::temporarily_unavailable);
    CHECK(refused.error().retry_after == 5s);
    CHECK(
        queue.metrics.exposition().find("rejoinder_submissions_total{outcome=\"unavailable\"} 1") !=
        std::string::npos);
}

TEST_CASE("queue append: a Redis too slow to answer is met by the retry", "[queue][integration]")
{
    auto settings = unlimited();
    settings.deadline = 200ms;
    queue_fixture queue(settings);
    // Pauses all commands; the one under way runs when the pause is over, after its deadline.
    queue.execute({"CLIENT", "PAUSE", "600", "ALL"});

    const auto refused = queue.append(sealed_sample(1));
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == error::temporarily_unavailable);

    // The sender tries again under the same key, whatever became of the first attempt.
    run(queue.context, queue.commands.ready(10s));
    const auto receipt = queue.append(sealed_sample(1));
    REQUIRE(receipt.has_value());
    CHECK(receipt->id == sample_id(1));
    CHECK(queue.depth().waiting == 1);
}

TEST_CASE("queue append: a thousand at once share one connection", "[queue][integration]")
{
    queue_fixture queue;
    std::set<std::string> ids;
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 1'000; ++i)
        net::co_spawn(
            queue.context,
            append_one(queue.appender, i, ids),
            [](std::exception_ptr failure) {
                if (failure)
                    std::rethrow_exception(failure);
            });

    queue.context.restart();
    while (ids.size() < 1'000 && std::chrono::steady_clock::now() < began + 20s)
        queue.context.run_one_for(100ms);

    CHECK(ids.size() == 1'000);
    CHECK_FALSE(ids.contains("refused"));
    CHECK(queue.depth().waiting == 1'000);
    // Far fewer reads than commands: they travelled together.
    const auto stats = queue.execute({"INFO", "stats"}).text();
    const auto at = stats.find("total_reads_processed:");
    REQUIRE(at != std::string::npos);
    CHECK(std::stoi(stats.substr(at + 22)) < 500);
}

TEST_CASE(
    "queue append: stories are spread over partitions and counted together",
    "[queue][integration]")
{
    auto settings = unlimited();
    settings.partitions = 4;
    queue_fixture queue(settings);
    for (int i = 0; i < 40; ++i) {
        auto submission = sealed_sample(i);
        submission.submission.story.story = model::story_id("story-" + std::to_string(i));
        REQUIRE(queue.append(submission).has_value());
    }

    CHECK(queue.depth().waiting == 40);
    for (int i = 0; i < 4; ++i) {
        const auto stream = "{rj:queue:" + std::to_string(i) + "}:submissions";
        CHECK(queue.execute({"XLEN", stream}).integer() > 0);
    }
}

TEST_CASE("queue append: a form's token is good for one comment", "[queue][integration]")
{
    queue_fixture queue;
    const auto append = [&](int number, const char* token) {
        auto sealed = sealed_sample(number);
        sealed.submission.form.token = number == 2 ? moderation::form_token_state::too_fresh
                                                   : moderation::form_token_state::good;
        sealed.submission.text = R"(A text with "form_token":"good" in it.)";
        sealed.form = {token, 60s};
        REQUIRE(queue.append(std::move(sealed)).has_value());
    };
    append(1, "page-1");
    append(1, "page-1");  // A retry.
    append(2, "page-1");
    append(3, "page-2");

    const auto entries = queue.execute({"XRANGE", "{rj:queue:0}:submissions", "-", "+"});
    REQUIRE(entries.elements().size() == 3);
    std::vector<std::string> states;
    for (const auto& entry : entries.elements()) {
        const auto decoded = queue::decode(entry.at(1).at(1).text());
        REQUIRE(decoded.has_value());
        CHECK(decoded->text == R"(A text with "form_token":"good" in it.)");
        states.emplace_back(moderation::to_string(decoded->form.token));
    }
    CHECK(states == std::vector<std::string>{"good", "replayed", "good"});
    CHECK(queue.execute({"PTTL", "{rj:queue:0}:form:page-1"}).integer() > 0);
}
