#include "moderation/engine.hpp"
#include "moderation/rule_set.hpp"
#include "server/storage/open_store.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/worker/moderation_worker.hpp"
#include "server/worker/store_batch.hpp"
#include "tests/integration/queue_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/unused_store.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <memory>
#include <set>

using namespace rejoinder;
using namespace std::chrono_literals;
using model::comment_state;
using rejoinder::tests::queue_fixture;
using rejoinder::tests::run;
using rejoinder::tests::sample_id;
using rejoinder::tests::sealed_sample;

namespace {

/// The real engine with one banned word.
std::shared_ptr<const moderation::engine> make_engine()
{
    moderation::word_entry entry;
    entry.text = "snollygoster";
    moderation::word_list list;
    list.name = "banned";
    list.reason = moderation::reason::banned_word;
    list.entries.push_back(entry);
    moderation::rule_set_settings rules;
    rules.version = "test-1";
    rules.words.lists.push_back(std::move(list));
    return std::make_shared<const moderation::engine>(rules);
}

/// The verbs of a worker, passed on to the real store but for the text "poison".
class poisoned_store final : public tests::unused_store {
public:
    explicit poisoned_store(storage::store& inner)
        : inner_(inner)
    {
    }

    std::size_t add(std::span<const storage::judged_submission> batch) override
    {
        for (const auto& each : batch)
            if (each.submission.text == "poison" || refuses_all)
                throw storage::storage_failure("adding comments", 1);
        return inner_.add(batch);
    }
    std::vector<storage::author_activity> activity_of(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp since,
        int recent_max) override
    {
        return inner_.activity_of(site, authors, since, recent_max);
    }
    std::int64_t count_from_network(const model::client_pseudonym& network, model::timestamp since)
        override
    {
        return inner_.count_from_network(network, since);
    }
    std::vector<model::ban> bans_in_force(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp at) override
    {
        return inner_.bans_in_force(site, authors, at);
    }
    std::vector<storage::similar_comment> similar_to(
        const model::site_id& site,
        std::span<const std::int64_t> sketch,
        model::timestamp since,
        int each_max) override
    {
        return inner_.similar_to(site, sketch, since, each_max);
    }
    std::optional<model::story> find_story(const model::story_key& key) override
    {
        return inner_.find_story(key);
    }
    std::optional<model::comment> find_comment(const model::comment_id& id) override
    {
        return inner_.find_comment(id);
    }

    std::atomic<bool> refuses_all = false;

private:
    storage::store& inner_;
};

/// The pipe from the queue to the record: a real Redis, a real SQLite, the real engine.
class whole_pipe {
public:
    whole_pipe() { needs.network_window = 0s; }  // The samples all come from one network.
    ~whole_pipe()
    {
        stop();
        threads.join();
    }

    void start(const std::string& consumer = "worker-1")
    {
        sources.push_back(
            std::make_unique<queue::redis_submission_source>(queue.make_source(consumer)));
        workers.push_back(std::make_unique<worker::moderation_worker>(
            queue.context.get_executor(),
            *sources.back(),
            poisoned,
            threads,
            [this, engine = make_engine()] { return worker::judgement_of(engine, needs); },
            [this] { ++commits; },
            settings,
            queue.settings.attempts_max,
            queue.metrics));
        ++running;
        net::co_spawn(queue.context, workers.back()->run(), [this](std::exception_ptr thrown) {
            --running;
            failure = thrown;
        });
    }

    void stop()
    {
        for (const auto& each : workers)
            each->stop();
        const auto until = std::chrono::steady_clock::now() + 10s;
        queue.context.restart();
        while (running > 0 && std::chrono::steady_clock::now() < until)
            queue.context.run_one_for(10ms);
        REQUIRE(running == 0);
    }

    template <class Condition>
    void work_until(Condition condition)
    {
        const auto until = std::chrono::steady_clock::now() + 25s;
        queue.context.restart();
        while (!condition() && std::chrono::steady_clock::now() < until)
            queue.context.run_one_for(10ms);
        REQUIRE(condition());
    }

    void append(const queue::sealed_submission& submission)
    {
        REQUIRE(queue.append(submission).has_value());
    }

    std::int64_t stored()
    {
        const auto counts = store->counts("");
        return counts.published + counts.pending + counts.rejected + counts.spam;
    }

    comment_state state_of(int number) { return store->find_comment(sample_id(number))->state; }

    static worker::worker_settings quick()
    {
        worker::worker_settings values;
        values.wait = 50ms;
        values.reclaim_every = 20ms;
        values.back_off_min = 5ms;
        values.back_off_max = 50ms;
        return values;
    }

    queue_fixture queue;
    worker::worker_settings settings = quick();
    worker::context_needs needs;
    std::unique_ptr<storage::store> store =
        storage::open_store(storage::storage_settings{}, queue.server.directory());
    poisoned_store poisoned{*store};
    net::thread_pool threads{2};
    std::vector<std::unique_ptr<queue::redis_submission_source>> sources;
    std::vector<std::unique_ptr<worker::moderation_worker>> workers;
    int running = 0;
    int commits = 0;
    std::exception_ptr failure;
};

}  // namespace

TEST_CASE(
    "worker: what was appended is judged, stored and gone from the queue",
    "[worker][integration]")
{
    whole_pipe whole;
    auto banned = sealed_sample(2);
    banned.submission.text = "You snollygoster!";
    whole.append(sealed_sample(1));
    whole.append(banned);

    whole.start();
    whole.work_until([&] { return whole.stored() == 2; });
    whole.stop();

    CHECK(whole.state_of(1) == comment_state::published);
    CHECK(whole.state_of(2) == comment_state::rejected);
    const auto comment = whole.store->find_comment(sample_id(2));
    CHECK(comment->verdict.rule_set == "test-1");
    CHECK(std::ranges::any_of(comment->verdict.found, [](const auto& finding) {
        return finding.reason == moderation::reason::banned_word;
    }));
    CHECK(comment->created_at == banned.submission.submitted_at);
    CHECK(whole.store->events_after(0, 10).size() == 2);
    CHECK(whole.commits == 1);
    CHECK(whole.queue.depth().waiting == 0);
    CHECK(whole.queue.depth().dead == 0);
    CHECK_FALSE(whole.failure);
}

TEST_CASE("worker: a pre-moderated story publishes nothing unseen", "[worker][integration]")
{
    whole_pipe whole;
    whole.append(sealed_sample(1));
    whole.start();
    whole.work_until([&] { return whole.stored() == 1; });
    storage::acting_moderator moderator;
    moderator.id = model::new_moderator_id();
    moderator.name = "grace";
    const auto story = sealed_sample(1).submission.story;
    REQUIRE(
        whole.store->change_story(story, {.state = model::story_state::pre_moderated}, moderator)
            .has_value());

    whole.append(sealed_sample(2));
    whole.work_until([&] { return whole.stored() == 2; });

    CHECK(whole.state_of(1) == comment_state::published);
    CHECK(whole.state_of(2) == comment_state::pending);
}

TEST_CASE("worker: a repetition is seen within a batch and across batches", "[worker][integration]")
{
    whole_pipe whole;
    for (const int number : {1, 2, 3}) {
        auto same = sealed_sample(number);
        same.submission.author = sealed_sample(1).submission.author;
        same.submission.text = "Buy the very same bridge from me, it is a good bridge.";
        whole.append(same);
        if (number == 2) {  // The first two make one batch.
            whole.start();
            whole.work_until([&] { return whole.stored() == 2; });
        }
    }
    whole.work_until([&] { return whole.stored() == 3; });

    CHECK(whole.state_of(1) == comment_state::published);
    CHECK(whole.state_of(2) == comment_state::pending);
    CHECK(whole.state_of(3) == comment_state::pending);
}

TEST_CASE(
    "worker: stored, but not acknowledged when it died, is stored once",
    "[worker][integration]")
{
    whole_pipe whole;
    const std::string next = GENERATE("worker-1", "worker-2");  // The same again, or another one.
    CAPTURE(next);
    // The dead worker took and stored both, and got no further.
    {
        auto source = whole.queue.make_source("worker-1");
        run(whole.queue.context, source.take(10, 0ms));
        whole.append(sealed_sample(1));
        whole.append(sealed_sample(2));
        auto batch = run(whole.queue.context, source.take(10, 0ms));
        REQUIRE(batch.deliveries.size() == 2);
        const auto judgement = worker::judgement_of(make_engine(), whole.needs);
        worker::store_batch(
            *whole.store,
            judgement,
            std::move(batch.deliveries),
            worker::site_facts());
        REQUIRE(whole.stored() == 2);
    }

    whole.start(next);
    whole.work_until([&] { return whole.queue.depth().waiting == 0; });

    CHECK(whole.stored() == 2);
    CHECK(whole.store->events_after(0, 10).size() == 2);
    CHECK(whole.queue.depth().dead == 0);
}

TEST_CASE(
    "worker: a poisoned entry is parked while its neighbours are stored",
    "[worker][integration]")
{
    whole_pipe whole;
    for (int number = 1; number <= 5; ++number) {
        auto sealed = sealed_sample(number);
        if (number == 3)
            sealed.submission.text = "poison";
        whole.append(sealed);
    }
    whole.queue.execute({"XADD", "{rj:queue:0}:submissions", "*", "submission", "no JSON"});

    whole.start();
    whole.work_until([&] { return whole.stored() == 4; });
    CHECK(whole.queue.depth().dead == 1);  // What is no submission goes at once.

    int number = 10;
    whole.work_until([&] {
        if (number < 200)
            whole.append(sealed_sample(number++));
        return whole.queue.depth().dead == 2;
    });
    whole.work_until([&] { return whole.queue.depth().waiting == 0; });

    CHECK_FALSE(whole.store->find_comment(sample_id(3)).has_value());
    CHECK(whole.stored() == 4 + number - 10);
    const auto dead = whole.queue.execute({"XRANGE", "{rj:queue:0}:dead", "-", "+"});
    const auto& fields = dead.at(1).at(1);
    CHECK(fields.at(3).text() == "failed");
    CHECK(std::stoi(fields.at(5).text()) >= whole.queue.settings.attempts_max);
    const auto kept = queue::decode(fields.at(7).text());
    REQUIRE(kept.has_value());
    CHECK(kept->id == sample_id(3));
}

TEST_CASE(
    "worker: while the storage is down submissions wait, and none is parked",
    "[worker][integration]")
{
    whole_pipe whole;
    whole.poisoned.refuses_all = true;
    for (int number = 1; number <= 20; ++number)
        whole.append(sealed_sample(number));
    whole.start();
    const auto until = std::chrono::steady_clock::now() + 1s;
    whole.work_until([&] { return std::chrono::steady_clock::now() > until; });
    CHECK(whole.workers.front()->storage_down());
    CHECK(whole.queue.depth().waiting == 20);

    whole.poisoned.refuses_all = false;
    whole.work_until([&] { return whole.queue.depth().waiting == 0; });
    CHECK(whole.stored() == 20);
    CHECK(whole.queue.depth().dead == 0);
}

TEST_CASE(
    "worker: two workers share the work, each comment is stored once",
    "[worker][integration]")
{
    whole_pipe whole;
    whole.queue.settings.reclaim_after = 5ms;  // So that they take from one another as well.
    whole.settings.batch_max = 20;
    for (int number = 1; number <= 400; ++number)
        whole.append(sealed_sample(number));

    whole.start("worker-1");
    whole.start("worker-2");
    whole.work_until([&] { return whole.queue.depth().waiting == 0; });

    CHECK(whole.stored() == 400);
    std::set<std::string> told;
    for (const auto& entry : whole.store->events_after(0, 1'000))
        CHECK(told.insert(entry.event.comment->str()).second);
    CHECK(told.size() == 400);
    CHECK(whole.queue.depth().dead == 0);
}

TEST_CASE(
    "worker: Redis is killed under it, and nothing is lost or doubled",
    "[worker][integration]")
{
    whole_pipe whole;
    whole.settings.batch_max = 10;
    for (int number = 1; number <= 200; ++number)
        whole.append(sealed_sample(number));

    whole.start();
    whole.work_until([&] { return whole.stored() >= 50; });
    const auto killed = whole.queue.server.server().pid();
    REQUIRE(killed > 0);
    ::kill(killed, SIGKILL);

    whole.work_until([&] { return whole.stored() == 200; });
    whole.work_until(
        [&] { return whole.queue.commands.connected() && whole.queue.depth().waiting == 0; });
    CHECK(whole.queue.server.server().pid() != killed);
    CHECK(whole.store->events_after(0, 1'000).size() == 200);
    CHECK(whole.queue.depth().dead == 0);
}
