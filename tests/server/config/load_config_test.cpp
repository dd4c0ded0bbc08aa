#include "server/config/config.hpp"
#include "server/config/problem.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using config::config_error;
using config::load_config;
using tests::temporary_directory;

namespace {

constexpr const char* site = R"("sites": {"news": {"origins": ["https://news.example"]}})";

struct fixture {
    temporary_directory directory;

    fixture() { directory.write("moderation.json", "{}"); }

    config::config load(const std::string& json)
    {
        return load_config(directory.write("rejoinder.json", json));
    }

    /// A configuration of one site and these members.
    config::config load_with(const std::string& members)
    {
        return load(std::string("{") + site + ", " + members + "}");
    }

    /// "path: expected" of every problem.
    std::vector<std::string> problems_of(const std::string& json)
    {
        std::vector<std::string> found;
        try {
            load(json);
        } catch (const config_error& error) {
            for (const auto& each : error.problems())
                found.push_back(each.path + ": " + each.expected);
        }
        return found;
    }

    std::vector<std::string> problems_with(const std::string& members)
    {
        return problems_of(std::string("{") + site + ", " + members + "}");
    }
};

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(fixture, "config: what is not said has its default", "[config]")
{
    const auto all = load(std::string("{") + site + "}");
    const config::config defaults;

    CHECK(all.http.port == defaults.http.port);
    CHECK(all.operations.port == 8081);
    CHECK(all.operations.name == "operations");
    CHECK(all.redis.mode == redis::redis_mode::managed);
    CHECK(all.redis.key_prefix == "rj:");
    CHECK(all.storage.url == "sqlite:rejoinder.db");
    CHECK(all.key_file == "keys");
    CHECK(all.intake.text_max == 10'000);
    CHECK(all.queue.partitions == defaults.queue.partitions);
    REQUIRE(all.sites.size() == 1);
    CHECK(all.sites[0].id.str() == "news");
    CHECK_FALSE(all.sites[0].moderation.has_value());
    CHECK_FALSE(all.sites[0].is_served_by_us);
}

TEST_CASE_METHOD(fixture, "config: each section is read", "[config]")
{
    const auto all = load_with(R"(
        "http": {"address": "0.0.0.0", "port": 80, "cores": 3, "trusted_proxies": ["10.0.0.0/8"],
                 "limits": {"body_bytes_max": 2048, "idle_timeout_ms": 500}},
        "operations": {"port": 9000},
        "redis": {"mode": "url", "url": "redis://cache", "back_off_most_ms": 900},
        "queue": {"partitions": 2, "limits": {"per_author": {"count": 3, "window_s": 30}}},
        "storage": {"url": "sqlite:x.db", "connections": 2, "busy_timeout_ms": 700},
        "publish": {"stale_after_ms": 5},
        "intake": {"text_max": 500, "form_token_lifetime_h": 2},
        "auth": {"session_lifetime_s": 600, "failures_max": 4, "failures_window_s": 50,
            "delay_max_s": 7},
        "worker": {"batch_max": 7, "wait_ms": 20},
        "privacy": {"key_file": "/etc/keys"})");

    CHECK(all.http.address == "0.0.0.0");
    CHECK(all.http.port == 80);
    CHECK(all.cores == 3);
    CHECK(all.http.trusted_proxies.size() == 1);
    CHECK(all.http.bounds.body_bytes_max == 2048);
    CHECK(all.http.bounds.idle_timeout == 500ms);
    CHECK(all.operations.port == 9000);
    CHECK(all.redis.mode == redis::redis_mode::url);
    CHECK(all.redis.url == "redis://cache");
    CHECK(all.redis.back_off_most == 900ms);
    CHECK(all.queue.partitions == 2);
    CHECK(all.queue.per_author.count == 3);
    CHECK(all.queue.per_author.window == 30s);
    CHECK(all.storage.url == "sqlite:x.db");
    CHECK(all.storage.connections == 2);
    CHECK(all.storage.busy_timeout_ms == 700);
    CHECK(all.publish.stale_after == 5ms);
    CHECK(all.intake.text_max == 500);
    CHECK(all.intake.form_token_lifetime == 2h);
    CHECK(all.auth.session_lifetime == 600s);
    CHECK(all.auth.failures_max == 4);
    CHECK(all.auth.failures_window == 50s);
    CHECK(all.auth.delay_max == 7s);
    CHECK(all.worker.batch_max == 7);
    CHECK(all.worker.wait == 20ms);
    CHECK(all.key_file == "/etc/keys");
}

TEST_CASE_METHOD(fixture, "config: what is told at once to who resumes fits the outbox", "[config]")
{
    const auto all =
        load_with(R"("http": {"limits": {"outbox_messages_max": 40, "outbox_bytes_max": 9000}})");
    CHECK(all.publish.replay_messages_max == 20);
    CHECK(all.publish.replay_bytes_max == 4'500);
}

TEST_CASE_METHOD(fixture, "config: a site lists origins, its own server's by \"self\"", "[config]")
{
    const auto all = load(R"({"sites": {"a-1": {"name": "A", "moderation": "before",
        "time_zone": "Asia/Kolkata",
        "origins": ["self", "https://a.example", "http://localhost:3000"]}}})");

    REQUIRE(all.sites.size() == 1);
    CHECK(all.sites[0].is_served_by_us);
    CHECK(all.sites[0].origins == texts{"https://a.example", "http://localhost:3000"});
    CHECK(all.sites[0].moderation == intake::site_moderation::before);
    REQUIRE(all.sites[0].clock);
    CHECK(all.sites[0].clock->minute_of_day({}) == 5 * 60 + 30);
}

TEST_CASE_METHOD(fixture, "config: an origin is written as browsers send it", "[config]")
{
    const auto origin = GENERATE(
        as<std::string>(),
        "https://news.example/",
        "https://news.example/path",
        "HTTPS://news.example",
        "https://News.example",
        "https://news.example:443",
        "news.example",
        "*",
        "null",
        "");

    CHECK(
        problems_of(R"({"sites": {"news": {"origins": [")" + origin + R"("]}}})") ==
        texts{"sites.news.origins: expected origins such as \"https://news.example\""});
}

TEST_CASE_METHOD(fixture, "config: a site's id is of a-z, 0-9 and -", "[config]")
{
    const auto id = GENERATE(
        values<std::string>({"", "News", "n_1", "n.1", "n 1", "n\xC3\xA4", std::string(41, 'a')}));

    CHECK(
        problems_of(R"({"sites": {")" + id + R"(": {}}})") ==
        texts{"sites." + id + ": expected an id of a-z, 0-9 and -, at most 40"});
}

TEST_CASE_METHOD(fixture, "config: what does not fit together is a problem", "[config]")
{
    CHECK(problems_of("{}") == texts{"sites: expected at least one site"});
    CHECK(
        problems_with(R"("redis": {"mode": "url"})") ==
        texts{"redis.url: expected an address, because redis.mode is \"url\""});
    CHECK(
        problems_with(R"("redis": {"mode": "url", "url": "cache:6379"})") ==
        texts{"redis.url: expected redis://[user:password@]host[:port][/db] or unix:///path"});
    CHECK(
        problems_with(R"("storage": {"url": "postgres://db"}, "http": {"address": "localhost"})") ==
        texts{
            "http.address: expected an IP address such as \"127.0.0.1\" or \"::\"",
            "storage.url: expected \"sqlite:\" and the name of a file"});
    CHECK(
        problems_with(R"("http": {"trusted_proxies": ["10.0.0.0/33", "x"]})") ==
        texts{
            "http.trusted_proxies: expected networks such as \"10.0.0.0/8\"",
            "http.trusted_proxies: expected networks such as \"10.0.0.0/8\""});
}

TEST_CASE_METHOD(
    fixture,
    "config: every problem is found in one run, with file and path",
    "[config]")
{
    directory.write("moderation.json", R"({"filters": {"length": {"text_max": 0}}})");

    CHECK(
        problems_with(R"("http": {"port": 65536}, "quue": {}, "intake": {"text_max": 10001})") ==
        texts{
            "http.port: expected a whole number from 0 to 65535",
            "intake.text_max: expected a whole number from 1 to 10000",
            "quue: unknown key; is \"queue\" meant?",
            "filters.length.text_max: expected a whole number from 1 to 10000"});
}

TEST_CASE_METHOD(fixture, "config: no file of rules is a problem that names it", "[config]")
{
    try {
        load_with(R"("rules": "missing.json")");
        FAIL("loaded");
    } catch (const config_error& error) {
        REQUIRE(error.problems().size() == 1);
        CHECK(error.problems()[0].file == (directory.path() / "missing.json").string());
    }
}

TEST_CASE_METHOD(fixture, "config: a file that cannot be read is the only problem", "[config]")
{
    try {
        load_config(directory.path() / "elsewhere" / "rejoinder.json");
        FAIL("loaded");
    } catch (const config_error& error) {
        REQUIRE(error.problems().size() == 1);
        CHECK(
            error.problems()[0].file ==
            (directory.path() / "elsewhere" / "rejoinder.json").string());
    }
}

TEST_CASE_METHOD(fixture, "config: rules are found beside the file that names them", "[config]")
{
    std::filesystem::create_directory(directory.path() / "base");
    directory.write("base/mine.json", R"({"filters": {"length": {"text_max": 77}}})");
    directory.write("base/base.json", R"({"rules": "mine.json"})");

    const auto all = load_with(R"("extends": "base/base.json")");

    CHECK(all.rules.settings.length.text_max == 77);
}

TEST_CASE("config: the shipped files are without fault", "[config]")
{
    const std::string file = GENERATE("config/rejoinder.json", "config/development.json");

    const auto all = load_config(file);

    CHECK_FALSE(all.sites.empty());
    CHECK(all.rules.settings.words.lists.size() == 10);
}
