#include "server/privacy/leak_scanner.hpp"

#include "tests/support/catch.hpp"

#include <sstream>
#include <string>

using namespace rejoinder::privacy;

namespace {

leak_scanner scanner_for(const char* address)
{
    leak_scanner scanner;
    scanner.add(private_email("somebody@else.example"));
    scanner.add(private_email(address));
    return scanner;
}

}  // namespace

TEST_CASE("leak scanner: finds an address in every form it could take", "[privacy]")
{
    // The digests are those of "jane.doe@mail.example", computed with md5sum and its like.
    const auto [form, text] = GENERATE(table<std::string, std::string>({
        {"plain", "x jane.doe@mail.example y"},
        {"plain", "x Jane.Doe@Mail.EXAMPLE y"},
        {"percent-encoded", "?e=jane.doe%40mail.example&"},
        {"percent-encoded", "?e=jane.doe%2540mail.example&"},
        {"percent-encoded", "%6a%61%6e%65%2e%64%6f%65%40%6D%61%69%6c%2e%65%78%61%6d%70%6c%65"},
        {"quoted-printable", "To: jane.doe=40mail.example"},
        {"hex", "x'6A616E652E646F65406D61696C2E6578616D706C65'"},
        {"UTF-16",
         std::string("\0j\0a\0n\0e\0.\0d\0o\0e\0@\0m\0a\0i\0l\0.\0e\0x\0a\0m\0p\0l\0e", 42)},
        {"JSON escape", "{\"e\":\"jane.doe\\u0040mail.example\"}"},
        {"HTML escape", "<p>jane.doe&#64;mail.example</p>"},
        {"HTML escape", "<p>jane.doe&#x40;mail.example</p>"},
        {"base64", "amFuZS5kb2VAbWFpbC5leGFtcGxl"},
        {"base64", "eGphbmUuZG9lQG1haWwuZXhhbXBsZXk="},
        {"base64", "eHhqYW5lLmRvZUBtYWlsLmV4YW1wbGV5"},
        {"MD5, hex", "avatar/674b9aa727feb5b7f6008017cce1f8e4?s=80"},
        {"SHA-1, hex", "218344E43C49E1A80E834964F3601059CD461EDE"},
        {"SHA-256, hex", "avatar/7039808c8768f9a02310b24ad3f064d7d27b9fddab2455c308dd070f9fb78a04"},
        {"SHA-256, base64", "cDmAjIdo+aAjELJK0/Bk19J7n92rJFXDCN0HD5+3igQ="},
    }));
    CAPTURE(text);

    const auto found = scanner_for("Jane.Doe@mail.example").scan(text);

    REQUIRE_FALSE(found.empty());
    CHECK(found.front().address == 1);
    CHECK(found.front().form == form);
}

TEST_CASE("leak scanner: other text is no leak", "[privacy]")
{
    const auto scanner = scanner_for("jane.doe@mail.example");
    CHECK(scanner.scan("jane.doe@mail.exampl").empty());
    CHECK(scanner.scan("jane doe at mail.example").empty());
    CHECK(scanner.scan("").empty());
    CHECK(leak_scanner().scan("jane.doe@mail.example").empty());
}

TEST_CASE("leak scanner: says where in a stream, across its chunks", "[privacy]")
{
    static constexpr std::size_t chunk = 1024 * 1024;
    const auto scanner = scanner_for("jane.doe@mail.example");
    const auto at =
        GENERATE(std::size_t{0}, chunk - 10, chunk - 1, chunk, 2 * chunk - 30, 2 * chunk + 7);
    CAPTURE(at);
    std::string text(2 * chunk + 100, '.');
    text.replace(at, 21, "jane.doe@mail.example");
    std::istringstream in(text);

    const std::vector<leak> expected = {leak{1, "plain", at}};
    CHECK(scanner.scan(in) == expected);
}
