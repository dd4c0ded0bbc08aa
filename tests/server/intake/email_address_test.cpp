#include "server/intake/email_address.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder;

namespace {

std::string read(const std::string& text)
{
    const auto parsed = intake::parse_email(text);
    return parsed ? std::string(parsed->address.reveal_private_address()) : "refused";
}

std::string repeated(std::size_t count, char c)
{
    return std::string(count, c);
}

/// A domain of so many bytes, in labels that are not too long.
std::string domain_of(std::size_t bytes)
{
    std::string domain;
    while (domain.size() < bytes)
        domain += domain.size() % 60 == 59 ? '.' : 'd';
    return domain;
}

}  // namespace

TEST_CASE("e-mail address: what is documented is accepted as typed", "[intake][email]")
{
    const auto address = GENERATE(
        as<std::string>(),
        "ada@mail.example",
        "a@b",
        "Ada.Lovelace@mail.example",
        "ada+comments@mail.example",
        "!#$%&'*+/=?^_`{|}~-@mail.example",
        ".leading..and.trailing.@mail.example",  // HTML's input type=email takes it.
        "1@2.3",
        "ada@xn--bcher-kva.example",
        "ada@a-b.c--d.example",
        "\xC3\xA4\xC3\xB6@mail.example",
        "\xE7\x94\xA8\xE6\x88\xB7@mail.example");

    CHECK(read(address) == address);
}

TEST_CASE("e-mail address: the domain becomes lower-case ASCII", "[intake][email]")
{
    struct example {
        std::string typed;
        std::string address;
    };
    const auto [typed, address] = GENERATE(
        example{"Ada@Mail.EXAMPLE", "Ada@mail.example"},
        example{
            "ada@b\xC3\xBC"
            "cher.example",
            "ada@xn--bcher-kva.example"},
        example{
            "ada@B\xC3\x9C"
            "CHER.example",
            "ada@xn--bcher-kva.example"},
        example{
            "ada@bu\xCC\x88"
            "cher.example",
            "ada@xn--bcher-kva.example"},  // Decomposed.
        example{
            "ada@stra\xC3\x9F"
            "e.example",
            "ada@xn--strae-oqa.example"},
        example{"ada@\xE4\xBE\x8B\xE3\x81\x88.example", "ada@xn--r8jz45g.example"},
        example{
            "ada@mail\xE3\x80\x82"
            "example",
            "ada@mail.example"});  // An ideographic stop.

    CHECK(read(typed) == address);
    CHECK(intake::parse_email(typed)->domain == address.substr(4));
}

TEST_CASE("e-mail address: what is no address is refused", "[intake][email]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "",
        "@",
        "ada",
        "ada@",
        "@mail.example",
        "ada@@mail.example",
        "ada@lovelace@mail.example",
        "ada lovelace@mail.example",
        "\"ada lovelace\"@mail.example",
        "Ada <ada@mail.example>",
        "ada(comment)@mail.example",
        "ada,bob@mail.example",
        "ada;bob@mail.example",
        "ada@mail.example, bob@mail.example",
        "ada@mail.example\nBcc: bob@mail.example",
        "ada\r@mail.example",
        "ada@[192.0.2.1]",
        "ada@-mail.example",
        "ada@mail-.example",
        "ada@mail..example",
        "ada@.mail.example",
        "ada@mail.example.",
        "ada@mail_host.example",
        "ada@mail.exam ple");

    CHECK(read(text) == "refused");
}

TEST_CASE(
    "e-mail address: beyond ASCII neither spaces, controls nor broken UTF-8",
    "[intake][email]")
{
    const auto text = GENERATE(values<std::string>({
        "a\xC2\xA0"
        "b@mail.example",  // A space that does not break.
        "a\xE3\x80\x80"
        "b@mail.example",  // An ideographic space.
        "a\xE2\x80\xA8"
        "b@mail.example",  // A line separator.
        "a\xC2\x85"
        "b@mail.example",                               // A C1 control.
        "a\xFF@mail.example",                           // No UTF-8.
        "a\xED\xA0\x80@mail.example",                   // A surrogate.
        std::string("a\0b@mail.example", 16),           // NUL.
        std::string("a@b\xC3\xBC.example\0.evil", 17),  // NUL where C would stop reading.
    }));

    CHECK(read(text) == "refused");
}

TEST_CASE("e-mail address: as long as RFC 5321 allows and no longer", "[intake][email]")
{
    CHECK(read(repeated(64, 'a') + "@mail.example") != "refused");
    CHECK(read(repeated(65, 'a') + "@mail.example") == "refused");
    CHECK(read("ada@" + repeated(63, 'b') + ".example") != "refused");
    CHECK(read("ada@" + repeated(64, 'b') + ".example") == "refused");
    CHECK(read("ada@" + domain_of(250)) != "refused");
    CHECK(read("ada@" + domain_of(251)) == "refused");
}

TEST_CASE("e-mail address: the length counts in the ASCII form", "[intake][email]")
{
    std::string domain;
    for (int i = 0; i < 60; ++i)
        domain += "\xC3\xBC.";
    const auto typed = "ada@" + domain + "example";
    REQUIRE(typed.size() < 254);

    CHECK(read(typed) == "refused");
}
