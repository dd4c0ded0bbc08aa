#include "moderation/text/find_email_addresses.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::vector<std::string> addresses_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto& [begin, end] : find_email_addresses(text))
        found.emplace_back(text.substr(begin, end - begin));
    return found;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("e-mail addresses: plain and written out", "[moderation][email]")
{
    for (const auto* text : {
             "joe@example.org",
             "joe.bloggs+news@mail.example.co.uk",
             "joe @ example.org",
             "joe(at)example.org",
             "joe (at) example (dot) org",
             "joe [at] example [dot] org",
             "joe{at}example{dot}org",
             "jürgen@bücher.example",
         }) {
        CAPTURE(text);
        CHECK(addresses_in("write to " + std::string(text) + ", please") == strings{text});
    }
    CHECK(addresses_in("<a@b.de>,c@d.org") == strings{"a@b.de", "c@d.org"});
}

TEST_CASE("e-mail addresses: what is none", "[moderation][email]")
{
    for (const auto* text : {
             "",
             "@joe",
             "joe@",
             "meet @ noon",
             "5 @ 10.50",
             "joe@example",
             "@joe@x",
             "a (at) home",
             "price: 10 @ $5",
             "@@@@",
             "look (dot) there",
         }) {
        CAPTURE(text);
        CHECK(addresses_in(text).empty());
    }
}

TEST_CASE("e-mail addresses: in number and in time", "[moderation][email]")
{
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += "a@b.de ";
    CHECK(addresses_in(many).size() == email_addresses_found_max);

    for (const std::string part : {"@", "a@", "a@b.", "a.", "(at)"}) {
        std::string text;
        while (text.size() < 100'000)
            text += part;
        CHECK(addresses_in(text).size() <= email_addresses_found_max);
    }
}
