#include "server/intake/mask_address.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using privacy::private_email;

namespace {

std::string masked(std::string text, const std::string& address = "ada.l@mail.example")
{
    const bool found = intake::mask_address(text, private_email(address));
    CHECK(found == (text.find("[address removed]") != std::string::npos));
    return text;
}

std::string without_address(std::string url)
{
    intake::remove_address(url, private_email("ada+x@mail.example"));
    return url;
}

}  // namespace

TEST_CASE("mask address: the author's own address goes, however it is written", "[intake][mask]")
{
    const auto written = GENERATE(
        as<std::string>(),
        "ada.l@mail.example",
        "ADA.L@Mail.Example",
        "ada.l%40mail.example",
        "ada.l(at)mail.example",
        "Ada.L(AT)mail.example",
        "ada.l[at]mail.example",
        "ada.l at mail.example",
        "ada.l (at) mail.example",
        "ada.l [AT] mail.example",
        "ada.l&#64;mail.example");

    CHECK(masked("Write to " + written + "!") == "Write to [address removed]!");
    CHECK(masked(written) == "[address removed]");
    CHECK(masked(written + written) == "[address removed][address removed]");
}

TEST_CASE("mask address: the domain in Unicode is the same domain", "[intake][mask]")
{
    const auto written = GENERATE(
        as<std::string>(),
        "ada@xn--bcher-kva.example",
        "ada@b\xC3\xBC"
        "cher.example",
        "ADA@B\xC3\x9C"
        "CHER.example",
        "ada (at) b\xC3\xBC"
        "cher.example");

    CHECK(masked(written, "ada@xn--bcher-kva.example") == "[address removed]");
}

TEST_CASE("mask address: letters beyond ASCII match in any case", "[intake][mask]")
{
    CHECK(
        masked(
            "\xC3\x84"
            "DA@mail.example",
            "\xC3\xA4"
            "da@mail.example") == "[address removed]");
}

TEST_CASE("mask address: other addresses and all other text stay as they are", "[intake][mask]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "",
        "No address at all, \xC3\xA4\xE2\x82\xAC.",
        "bob@mail.example",
        "ada.l@mail.exampl",
        "ada.l@mail",
        "adaXl@mail.example",
        "ada.l@other.example",
        "ada.l @mail.example",
        "mail.example",
        "ada.l",
        "\xC3");

    CHECK(masked(text) == text);
}

TEST_CASE("mask address: an address that never was one masks nothing", "[intake][mask]")
{
    CHECK(masked("some @ text", "") == "some @ text");
    CHECK(masked("some @ text", "@") == "some @ text");
}

TEST_CASE("mask address: a URL holds it in any encoding", "[intake][mask]")
{
    const private_email address("ada+x@mail.example");
    const auto url = GENERATE(
        as<std::string>(),
        "https://a.example/?m=ada+x@mail.example",
        "https://a.example/?m=ada%2Bx%40mail.example",
        "https://a.example/?m=%61da%2bx@mail%2Eexample",
        "https://a.example/ada+x@mail.example/");

    CHECK(intake::url_holds_address(url, address));
    CHECK_FALSE(intake::url_holds_address("https://a.example/?m=bob@mail.example", address));
    CHECK_FALSE(intake::url_holds_address("https://a.example/%zz", address));
}

TEST_CASE("mask address: a URL loses no more than holds the address", "[intake][mask]")
{
    struct example {
        std::string url;
        std::string left;
    };
    const auto [url, left] = GENERATE(
        example{"https://a.example/b?c=d#e", "https://a.example/b?c=d#e"},
        example{"https://a.example/b?to=ada%2Bx%40mail.example&c=d#e", "https://a.example/b"},
        example{"https://a.example/b#ada+x@mail.example", "https://a.example/b"},
        example{"https://a.example/ada+x@mail.example/b?c", "https://a.example/"});

    CHECK(without_address(url) == left);
}
