#include "moderation/text/find_street_addresses.hpp"

#include "moderation/text/normalize.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

namespace {

std::string first_in(std::string_view original)
{
    const folded_text text(original);
    const auto found = find_street_addresses(text.text());
    return found.empty()
               ? std::string()
               : text.text().substr(found.front().begin, found.front().end - found.front().begin);
}

}  // namespace

TEST_CASE("street addresses: as people write them", "[moderation][street_addresses]")
{
    const auto [text, address] = GENERATE(table<std::string, std::string>({
        {"He lives at 12 Baker Street.", "12 baker street"},
        {"221b Old Kent Road, SE1", ""},  // "old" is more often an age
        {"at 221b Upper Kent Rd", "221b upper kent rd"},
        {"Er wohnt in der Hauptstraße 5a", "hauptstrasse 5a"},
        {"Berliner Str. 12", "berliner str. 12"},
        {"Kerkstraat 3", "kerkstraat 3"},
        {"12 rue de la Paix", "12 rue de la paix"},
        {"vive en la calle Mayor, 5", "calle mayor, 5"},
    }));
    CAPTURE(text);
    CHECK(first_in(text) == address);
}

TEST_CASE("street addresses: what is none", "[moderation][street_addresses]")
{
    for (const auto* text : {
             "5 minutes down the road",
             "20 people in the street",
             "a 2 lane road",
             "on 42nd Street and 5th Avenue",
             "10 Downing Street said nothing",
             "auf der Bundesstraße 7",
             "Jahre hinweg 5",
             "keineswegs 3",
             "auf Platz 1",
             "la calle durante 3 dias",
             "it cost $12 Baker Street",
             "3 places de libres",
             "no numbers, Baker Street",
         }) {
        CAPTURE(text);
        CHECK(first_in(text) == "");
    }
}
