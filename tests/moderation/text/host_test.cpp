#include "moderation/text/host.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("host: of a URL", "[moderation][host]")
{
    struct row {
        const char* url;
        const char* host;
    };
    static const row rows[] = {
        {"https://Example.ORG/path?q#f", "example.org"},
        {"http://example.org:8080", "example.org"},
        {"http://user:secret@example.org/", "example.org"},
        {"http://example.org@evil.example/", "evil.example"},
        {"https://example.org\\@evil.example", "example.org"},
        {"example.org/path", "example.org"},
        {"https://example.org./", "example.org"},
        {"https://BÜCHER.example/", "xn--bcher-kva.example"},
        {"https://bu\u0308cher.example/", "xn--bcher-kva.example"},
        {"https://[2001:DB8::1]:80/", "[2001:db8::1]"},
        {"https://example。org", "example.org"},
        {"https://a.example/?to=https://b.example", "a.example"},
        {"a.example/https://b.example", "a.example"},
        {"https://", ""},
        {"", ""},
    };
    for (const auto& [url, host] : rows) {
        CAPTURE(url);
        CHECK(host_of(url) == host);
    }
}

TEST_CASE("host: what is no UTF-8 can still be shown", "[moderation][host]")
{
    CHECK(host_of("https://ex%FFample.com/") == "ex\uFFFDample.com");
    CHECK(host_of("https://\xAD\xFF.example") == "\uFFFD\uFFFD.example");
}
