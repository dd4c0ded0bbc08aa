#include "server/telemetry/scrub.hpp"

#include "tests/support/catch.hpp"

using rejoinder::telemetry::scrub;

namespace {

struct example {
    std::string text;
    std::string scrubbed;
};

}  // namespace

TEST_CASE("scrub: e-mail addresses are masked wherever they stand", "[telemetry][scrub]")
{
    const auto [text, scrubbed] = GENERATE(
        example{"ada@mail.example", "[address]"},
        example{"from ada@mail.example, to bob+x@b.example.", "from [address], to [address]"},
        example{"Ada <ada@mail.example>", "Ada <[address]>"},
        example{"(\"ada@mail.example\")", "(\"[address]\")"},
        example{"mailto:ada@mail.example", "[address]"},
        example{"/x?mail=ada@mail.example&y=1", "[address]"},
        example{"/x?mail=ada%40mail.example", "[address]"},
        example{"@ada@mail.example", "[address]"},
        example{"o'brien!#$%&*=?^`{|}~@mail.example", "[address]"},
        example{
            "\xC3\xA4@b\xC3\xBC"
            "cher.example",
            "[address]"},
        example{"ada@localhost", "[address]"});

    CHECK(scrub(text) == scrubbed);
}

TEST_CASE("scrub: readers' IP addresses are masked wherever they stand", "[telemetry][scrub]")
{
    const auto [text, scrubbed] = GENERATE(
        example{"192.0.2.1", "[ip]"},
        example{"from 192.0.2.1.", "from [ip]."},
        example{"192.0.2.1:443", "[ip]:443"},
        example{"ip=192.0.2.1", "ip=[ip]"},
        example{"http://192.0.2.1/path", "http://[ip]/path"},
        example{"peer:192.0.2.1", "peer:[ip]"},
        example{"192.0.2.0/24", "[ip]/24"},
        example{"192.0.2.1-192.0.2.9", "[ip]-[ip]"},
        example{"2001:db8::1", "[ip]"},
        example{"2001:DB8:0:0:0:0:0:1", "[ip]"},
        example{"[2001:db8::1]:8080", "[[ip]]:8080"},
        example{"peer:2001:db8::1.", "peer:[ip]."},
        example{"client=2001:db8::1;", "client=[ip];"},
        example{"fe80::1%eth0", "[ip]%eth0"},
        example{"::ffff:192.0.2.1", "[ip]"},
        example{"2001:db8::/32", "[ip]/32"});

    CHECK(scrub(text) == scrubbed);
}

TEST_CASE("scrub: this machine's addresses stay", "[telemetry][scrub]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "127.0.0.1:8080",
        "http://127.0.0.1:8080/",
        "0.0.0.0",
        "::1",
        "[::1]:6379",
        "::");

    CHECK(scrub(text) == text);
}

TEST_CASE("scrub: everything else stays as it is", "[telemetry][scrub]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "",
        "Redis did not answer in time",
        "2026-10-01T09:15:00.123Z",
        "at 09:15:00",
        "0192f0c1-0000-7000-8000-000000000001",
        "1.2.3",
        "version 1.81.0",
        "256.1.1.1",
        "00:1b:63:84:45:e6",
        "std::string",
        "a @ b",
        "@mention",
        "ada@",
        "sqlite:rejoinder.db",
        "\xC3\xA4\xE2\x82\xAC");

    CHECK(scrub(text) == text);
}
