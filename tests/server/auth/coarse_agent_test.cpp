#include "server/auth/coarse_agent.hpp"

#include "tests/support/catch.hpp"

#include <string>

using rejoinder::auth::coarse_agent;

TEST_CASE("coarse agent: browser and system, and no more", "[auth]")
{
    struct example {
        std::string header;
        std::string agent;
    };
    const auto [header, agent] = GENERATE(
        example{
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Linux"},
        example{
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge on Windows"},
        example{
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
            "Gecko) Version/26.0 Safari/605.1.15",
            "Safari on macOS"},
        example{
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
            "like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
            "Chrome on iOS"},
        example{
            "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Mobile Safari/537.36",
            "Chrome on Android"},
        example{"curl/8.14", "Another browser"},
        example{"", "Another browser"});

    CHECK(coarse_agent(header) == agent);
}
