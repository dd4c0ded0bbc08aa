#include "server/publish/snapshot_cache.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/run.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace rejoinder;
using publish::change;
using publish::shared_snapshot;
using tests::run;

namespace {

model::story_key story(const std::string& id = "bridge")
{
    return {model::site_id("demo"), model::story_id(id)};
}

/// Renders "story#n", n being how often it was asked; waits for release() where told to.
struct renderer {
    int renderings = 0;
    bool fails = false;
    std::shared_ptr<net::steady_timer> gate;

    awaitable<shared_snapshot> render(model::story_key key)
    {
        const int number = ++renderings;
        if (gate)
            co_await gate->async_wait(net::as_tuple(net::use_awaitable));
        if (fails)
            throw std::runtime_error("no storage");
        const auto body = key.story.str() + "#" + std::to_string(number);
        co_return std::make_shared<const http::page_answers>(http::header_list(), body);
    }

    publish::snapshot_renderer function()
    {
        return [this](model::story_key key) {
            return render(std::move(key));
        };
    }
};

constexpr std::size_t room_for_all = 1 << 20;

publish::publish_settings settings(std::size_t snapshot_bytes_max = room_for_all)
{
    publish::publish_settings made;
    made.snapshot_bytes_max = snapshot_bytes_max;
    return made;
}

}  // namespace

TEST_CASE("snapshot cache: renders once, and anew after a change", "[publish]")
{
    net::io_context context;
    renderer pages;
    publish::snapshot_cache cache(settings(), pages.function());
    cache.set_following(true);

    CHECK(cache.find(story()) == nullptr);
    CHECK(run(context, cache.get(story()))->body() == "bridge#1");
    CHECK(run(context, cache.get(story()))->body() == "bridge#1");
    CHECK(cache.find(story())->body() == "bridge#1");

    cache.invalidate(story("another"), change::removes);
    CHECK(cache.find(story()) != nullptr);
    cache.invalidate(story(), change::removes);
    CHECK(cache.find(story()) == nullptr);
    CHECK(run(context, cache.get(story()))->body() == "bridge#2");
}

TEST_CASE("snapshot cache: who asks at the same time shares one rendering", "[publish]")
{
    net::io_context context;
    renderer pages;
    pages.gate = std::make_shared<net::steady_timer>(context, net::steady_timer::time_point::max());
    publish::snapshot_cache cache(settings(), pages.function());
    cache.set_following(true);

    std::vector<std::string> bodies;
    const auto keep = [&](std::exception_ptr, const shared_snapshot& page) {
        bodies.emplace_back(page->body());
    };
    for (int i = 0; i < 3; ++i)
        net::co_spawn(context, cache.get(story()), keep);
    context.poll();
    REQUIRE(pages.renderings == 1);

    SECTION("and all get it")
    {
        pages.gate->cancel();
        context.run();
        CHECK(bodies == std::vector<std::string>(3, "bridge#1"));
    }
    SECTION("what is added meanwhile begins no second one")
    {
        cache.invalidate(story(), change::adds);
        net::co_spawn(context, cache.get(story()), keep);
        context.poll();
        CHECK(pages.renderings == 1);
        pages.gate->cancel();
        context.run();
        CHECK(bodies == std::vector<std::string>(4, "bridge#1"));
        CHECK(cache.find(story())->body() == "bridge#1");
    }
    SECTION("who asks after a removal gets a rendering begun after it, which alone is kept")
    {
        cache.invalidate(story(), change::removes);
        net::co_spawn(context, cache.get(story()), keep);
        context.poll();
        CHECK(pages.renderings == 2);
        pages.gate->cancel();
        context.run();
        CHECK(bodies.size() == 4);
        CHECK(cache.find(story())->body() == "bridge#2");
    }
}

TEST_CASE("snapshot cache: a failure reaches all who wait and is not kept", "[publish]")
{
    net::io_context context;
    renderer pages;
    pages.fails = true;
    publish::snapshot_cache cache(settings(), pages.function());
    cache.set_following(true);

    CHECK_THROWS_WITH(run(context, cache.get(story())), "no storage");
    pages.fails = false;
    CHECK(run(context, cache.get(story()))->body() == "bridge#2");
}

TEST_CASE("snapshot cache: what was added may wait, what was removed may not", "[publish]")
{
    net::io_context context;
    renderer pages;
    auto patient = settings();
    patient.render_every = std::chrono::hours(1);
    publish::snapshot_cache cache(patient, pages.function());
    cache.set_following(true);
    run(context, cache.get(story()));

    cache.invalidate(story(), change::adds);
    CHECK(run(context, cache.get(story()))->body() == "bridge#1");
    cache.invalidate(story(), change::removes);
    CHECK(cache.find(story()) == nullptr);
    CHECK(run(context, cache.get(story()))->body() == "bridge#2");
}

TEST_CASE("snapshot cache: a page older than that is rendered for what was added", "[publish]")
{
    net::io_context context;
    renderer pages;
    auto eager = settings();
    eager.render_every = std::chrono::milliseconds(0);
    publish::snapshot_cache cache(eager, pages.function());
    cache.set_following(true);
    run(context, cache.get(story()));

    cache.invalidate(story(), change::adds);
    CHECK(cache.find(story()) == nullptr);
    CHECK(run(context, cache.get(story()))->body() == "bridge#2");
    CHECK(run(context, cache.get(story()))->body() == "bridge#2");
}

TEST_CASE("snapshot cache: keeps the stories read last", "[publish]")
{
    net::io_context context;
    renderer pages;
    const http::page_answers one({}, "a#1");
    publish::snapshot_cache cache(settings(3 * one.bytes_most()), pages.function());
    cache.set_following(true);

    run(context, cache.get(story("a")));
    run(context, cache.get(story("b")));
    run(context, cache.get(story("a")));
    run(context, cache.get(story("c")));

    CHECK(cache.find(story("a")));
    CHECK(cache.find(story("c")));
    CHECK_FALSE(cache.find(story("b")));
}

TEST_CASE("snapshot cache: the story read last stays, however large it is", "[publish]")
{
    net::io_context context;
    renderer pages;
    publish::snapshot_cache cache(settings(1), pages.function());
    cache.set_following(true);

    run(context, cache.get(story("a")));
    CHECK(cache.find(story("a")));
    run(context, cache.get(story("b")));
    CHECK(cache.find(story("b")));
    CHECK_FALSE(cache.find(story("a")));
}

TEST_CASE("snapshot cache: no page outlives being cut off from the events", "[publish]")
{
    net::io_context context;
    renderer pages;
    publish::snapshot_cache cache(settings(), pages.function());
    cache.set_following(true);
    run(context, cache.get(story()));

    cache.set_following(false);
    cache.set_following(true);

    CHECK_FALSE(cache.find(story()));
}
