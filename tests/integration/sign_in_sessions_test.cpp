#include "server/auth/sign_in_sessions.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using auth::sign_in_sessions;
using redis::command;
using tests::redis_server;
using tests::run;

namespace {

struct fixture {
    net::io_context context;
    redis_server server{context};
    redis::connection& connection = server.connect();
    auth::auth_settings settings;

    sign_in_sessions sessions() { return {connection, "rj:", settings}; }

    std::vector<std::string> keys()
    {
        command list("KEYS");
        list.add("*");
        std::vector<std::string> names;
        const auto answer = run(context, connection.execute(std::move(list), 5s));
        for (const auto& each : answer.elements())
            names.push_back(each.text());
        return names;
    }

    std::int64_t lifetime_of(const std::string& key)
    {
        command ask("TTL");
        ask.add(key);
        return run(context, connection.execute(std::move(ask), 5s)).integer();
    }
};

model::moderator grace()
{
    model::moderator who;
    who.id = model::moderator_id("0192f0c1-0000-7000-8000-000000000009");
    who.name = "Grace \"the desk\" H\xC3\xB6pper";
    who.role = model::moderator_role::admin;
    return who;
}

}  // namespace

TEST_CASE_METHOD(fixture, "sign-in sessions: a token leads to who signed in", "[auth][integration]")
{
    auto all = sessions();
    const auto [token, begun] = run(context, all.begin(grace()));
    const auto found = run(context, all.find(token));

    REQUIRE(found);
    CHECK(found->id == grace().id);
    CHECK(found->name == grace().name);
    CHECK(found->role == model::moderator_role::admin);
    CHECK(found->csrf_token == begun.csrf_token);
    CHECK(token.size() == 43);
    CHECK(begun.csrf_token.size() == 43);
    CHECK(token != begun.csrf_token);
}

TEST_CASE_METHOD(fixture, "sign-in sessions: no token leads to nobody", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace())).first;

    CHECK_FALSE(run(context, all.find("")));
    CHECK_FALSE(run(context, all.find(token + "A")));
    CHECK_FALSE(run(context, all.find(token.substr(1))));
}

TEST_CASE_METHOD(fixture, "sign-in sessions: signing out ends that session", "[auth][integration]")
{
    auto all = sessions();
    const auto first = run(context, all.begin(grace())).first;
    const auto second = run(context, all.begin(grace())).first;

    run(context, all.end(first));

    CHECK_FALSE(run(context, all.find(first)));
    CHECK(run(context, all.find(second)));
}

TEST_CASE_METHOD(fixture, "sign-in sessions: Redis does not hold the token", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace())).first;

    const auto names = keys();
    REQUIRE(names.size() == 1);
    CHECK(names[0].find("rj:session:") == 0);
    CHECK(names[0].find(token) == std::string::npos);
    command get("GET");
    get.add(names[0]);
    const auto value = run(context, connection.execute(std::move(get), 5s));
    CHECK(value.text().find(token) == std::string::npos);
}

TEST_CASE_METHOD(fixture, "sign-in sessions: a look-up prolongs a session", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace())).first;
    command shorten("EXPIRE");
    shorten.add(keys().at(0)).add(60);
    run(context, connection.execute(std::move(shorten), 5s));

    REQUIRE(run(context, all.find(token)));

    CHECK(lifetime_of(keys().at(0)) > settings.session_lifetime.count() - 60);
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: what is no session signs nobody in",
    "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace())).first;
    command overwrite("SET");
    overwrite.add(keys().at(0)).add(GENERATE(as<std::string>(), "", "no JSON", "[]", "null"));
    run(context, connection.execute(std::move(overwrite), 5s));

    CHECK_FALSE(run(context, all.find(token)));
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: too many failures block for a while",
    "[auth][integration]")
{
    settings.failures_max = 3;
    auto all = sessions();
    using outcome = sign_in_sessions::outcome;

    CHECK_FALSE(run(context, all.blocked("name", "network", outcome::ask)));
    CHECK_FALSE(run(context, all.blocked("name", "network", outcome::failed)));
    CHECK_FALSE(run(context, all.blocked("name", "network", outcome::failed)));
    CHECK(run(context, all.blocked("name", "network", outcome::failed)));

    const auto wait = run(context, all.blocked("name", "elsewhere", outcome::ask));
    REQUIRE(wait);
    CHECK(*wait > 0s);
    CHECK(*wait <= settings.failures_window);
    CHECK(run(context, all.blocked("another", "network", outcome::ask)));
    CHECK_FALSE(run(context, all.blocked("another", "elsewhere", outcome::ask)));
}
