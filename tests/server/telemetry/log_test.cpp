#include "server/telemetry/log.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace rejoinder::telemetry;
using nlohmann::json;

namespace {

/// Everything logged while it lives, from the level given.
class captured_log {
public:
    explicit captured_log(log_level least = log_level::info)
    {
        set_log_level(least);
        capture_log([this](const std::string& line) { lines.push_back(line); });
    }
    ~captured_log()
    {
        capture_log({});
        set_log_level(log_level::info);
    }
    captured_log(const captured_log&) = delete;
    captured_log& operator=(const captured_log&) = delete;

    std::vector<std::string> lines;
};

}  // namespace

TEST_CASE("log: a line is one JSON object: time, level, event, then the fields", "[telemetry][log]")
{
    const captured_log log;
    log_info(
        "server_started",
        {{"port", 8080}, {"name", "web"}, {"ready", true}, {"share", 0.5}, {"debt", -3L}});

    REQUIRE(log.lines.size() == 1);
    const auto& line = log.lines[0];
    const std::string rest = R"(,"level":"info","event":"server_started","port":8080,)"
                             R"("name":"web","ready":true,"share":0.5,"debt":-3})";
    REQUIRE(line.size() > rest.size());
    CHECK(line.substr(line.size() - rest.size()) == rest);
    CHECK_THAT(
        line.substr(0, line.size() - rest.size()),
        Catch::Matchers::Matches(R"(\{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")"));
}

TEST_CASE("log: addresses in a text are masked, whoever wrote them there", "[telemetry][log]")
{
    const captured_log log;
    log_error("failed", {{"why", "no mail to ada@mail.example from 192.0.2.1"}});

    REQUIRE(log.lines.size() == 1);
    CHECK(json::parse(log.lines[0])["why"] == "no mail to [address] from [ip]");
}

TEST_CASE("log: no text breaks the line", "[telemetry][log]")
{
    const captured_log log;
    const auto text = GENERATE(
        values<std::string>({"one\ntwo", "\"},{\"", std::string("a\0b", 3), "\x1B[31m", "\\"}));
    log_warning("odd", {{"text", text}});

    REQUIRE(log.lines.size() == 1);
    CHECK(log.lines[0].find('\n') == std::string::npos);
    CHECK(log.lines[0].find('\x1B') == std::string::npos);
    CHECK(json::parse(log.lines[0])["text"] == text);
}

TEST_CASE("log: what JSON cannot say is still logged", "[telemetry][log]")
{
    const captured_log log;
    log_warning("odd", {{"text", "a\xFF"}, {"number", std::numeric_limits<double>::quiet_NaN()}});

    REQUIRE(log.lines.size() == 1);
    const auto line = json::parse(log.lines[0]);
    CHECK(line["text"] == "a\xEF\xBF\xBD");
    CHECK(line["number"].is_null());
}

TEST_CASE("log: what is below the level is not written", "[telemetry][log]")
{
    struct example {
        log_level least;
        std::vector<std::string> written;
    };
    const auto [least, written] = GENERATE(
        example{log_level::debug, {"debug", "info", "warning", "error"}},
        example{log_level::info, {"info", "warning", "error"}},
        example{log_level::warning, {"warning", "error"}},
        example{log_level::error, {"error"}},
        example{log_level::off, {}});
    const captured_log log(least);
    log_debug("x");
    log_info("x");
    log_warning("x");
    log_error("x");

    std::vector<std::string> levels;
    for (const auto& line : log.lines)
        levels.push_back(json::parse(line)["level"]);
    CHECK(levels == written);
}

TEST_CASE("log: levels have names", "[telemetry][log]")
{
    CHECK(log_level_from("debug") == log_level::debug);
    CHECK(log_level_from("info") == log_level::info);
    CHECK(log_level_from("warning") == log_level::warning);
    CHECK(log_level_from("error") == log_level::error);
    CHECK(log_level_from("off") == log_level::off);
    CHECK_FALSE(log_level_from("Info"));
    CHECK_FALSE(log_level_from(""));
}
