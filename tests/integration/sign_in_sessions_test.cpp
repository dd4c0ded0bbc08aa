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

    /// Of the only session.
    std::string session_key()
    {
        for (const auto& key : keys())
            if (key.starts_with("rj:session:"))
                return key;
        return {};
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
    const auto [token, begun] = run(context, all.begin(grace(), "Firefox on Linux"));
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
    const auto token = run(context, all.begin(grace(), "Firefox on Linux")).first;

    CHECK_FALSE(run(context, all.find("")));
    CHECK_FALSE(run(context, all.find(token + "A")));
    CHECK_FALSE(run(context, all.find(token.substr(1))));
}

TEST_CASE_METHOD(fixture, "sign-in sessions: signing out ends that session", "[auth][integration]")
{
    auto all = sessions();
    const auto first = run(context, all.begin(grace(), "Firefox on Linux")).first;
    const auto second = run(context, all.begin(grace(), "Firefox on Linux")).first;

    run(context, all.end(first));

    CHECK_FALSE(run(context, all.find(first)));
    CHECK(run(context, all.find(second)));
}

TEST_CASE_METHOD(fixture, "sign-in sessions: Redis does not hold the token", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace(), "Firefox on Linux")).first;

    CHECK(keys().size() == 2);
    const auto name = session_key();
    CHECK(name.find(token) == std::string::npos);
    command get("GET");
    get.add(name);
    const auto value = run(context, connection.execute(std::move(get), 5s));
    CHECK(value.text().find(token) == std::string::npos);
}

TEST_CASE_METHOD(fixture, "sign-in sessions: a look-up prolongs a session", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace(), "Firefox on Linux")).first;
    command shorten("EXPIRE");
    shorten.add(session_key()).add(60);
    run(context, connection.execute(std::move(shorten), 5s));

    REQUIRE(run(context, all.find(token)));

    CHECK(lifetime_of(session_key()) > settings.session_lifetime.count() - 60);
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: what is no session signs nobody in",
    "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace(), "Firefox on Linux")).first;
    command overwrite("SET");
    overwrite.add(session_key()).add(GENERATE(as<std::string>(), "", "no JSON", "[]", "null"));
    run(context, connection.execute(std::move(overwrite), 5s));

    CHECK_FALSE(run(context, all.find(token)));
}

TEST_CASE_METHOD(fixture, "sign-in sessions: a glance is no use", "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace(), "")).first;
    command shorten("EXPIRE");
    shorten.add(session_key()).add(60);
    run(context, connection.execute(std::move(shorten), 5s));

    CHECK(run(context, all.find(token, sign_in_sessions::look::glance)));

    CHECK(lifetime_of(session_key()) <= 60);
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: a moderator's sessions are listed",
    "[auth][integration]")
{
    auto all = sessions();
    const auto [first, begun] = run(context, all.begin(grace(), "Firefox on Linux"));
    const auto second = run(context, all.begin(grace(), "Chrome on Android")).first;
    auto ada = grace();
    ada.id = model::moderator_id("0192f0c1-0000-7000-8000-00000000000a");
    run(context, all.begin(ada, "Safari on macOS"));

    const auto listed = run(context, all.list(grace().id, {}));
    REQUIRE(listed.size() == 2);
    const auto& own = listed[0].id == begun.session_id ? listed[0] : listed[1];
    CHECK(own.id == begun.session_id);
    CHECK(own.agent == "Firefox on Linux");
    CHECK(own.used_at >= own.began_at);
    CHECK(own.used_at <= model::now());

    run(context, all.end(second));
    CHECK(run(context, all.list(grace().id, {})).size() == 1);
    CHECK(run(context, all.list(grace().id, model::now() + 1h)).empty());
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: one is ended by its id, and by its moderator alone",
    "[auth][integration]")
{
    auto all = sessions();
    const auto [token, begun] = run(context, all.begin(grace(), ""));

    CHECK_FALSE(run(context, all.end_one(model::moderator_id("another"), begun.session_id)));
    CHECK_FALSE(run(context, all.end_one(grace().id, "another")));
    CHECK(run(context, all.find(token)));
    CHECK(run(context, all.end_one(grace().id, begun.session_id)));
    CHECK_FALSE(run(context, all.find(token)));
    CHECK_FALSE(run(context, all.end_one(grace().id, begun.session_id)));
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: a session remembers when its password was given",
    "[auth][integration]")
{
    auto all = sessions();
    auto who = grace();
    who.valid_after = model::now() + 1h;
    const auto [token, begun] = run(context, all.begin(who, ""));
    CHECK(begun.proved_at > who.valid_after);
    CHECK(run(context, all.find(token))->proved_at == begun.proved_at);

    run(context, all.prove(token, begun.proved_at + 1h));
    CHECK(run(context, all.find(token))->proved_at == begun.proved_at + 1h);
    run(context, all.prove("another", begun.proved_at));
}

TEST_CASE_METHOD(
    fixture,
    "sign-in sessions: none lasts for ever, however it is used",
    "[auth][integration]")
{
    auto all = sessions();
    const auto token = run(context, all.begin(grace(), "")).first;
    const auto old = model::now() - sign_in_sessions::age_max - 1h;
    command overwrite("SET");
    overwrite.add(session_key())
        .add("{\"id\":\"x\",\"began\":" + std::to_string(old.time_since_epoch().count()) + "}");
    run(context, connection.execute(std::move(overwrite), 5s));

    CHECK_FALSE(run(context, all.find(token)));
}
