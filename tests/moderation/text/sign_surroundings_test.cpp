#include "moderation/text/sign_surroundings.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

namespace {

/// The parts, each in brackets.
std::string parts_of(std::string_view text, wanted_signs wanted, std::size_t letters_max)
{
    const folded_text folded(text);
    std::string parts;
    for (const auto& [first, end] : surroundings_of_signs(folded, wanted, letters_max)) {
        const auto span = folded.original_span(first, end - 1);
        parts += "[" + std::string(text.substr(span.begin, span.end - span.begin)) + "]";
    }
    return parts;
}

}  // namespace

TEST_CASE("sign surroundings: as many letters on both sides", "[moderation][sign_surroundings]")
{
    const auto around = [](std::string_view text) {
        return parts_of(text, wanted_signs::look_alikes, 3);
    };
    CHECK(around("no sign, nothing to look at.").empty());
    CHECK(around("some w$rd is here") == "[me w$rd i]");
    CHECK(around("$x") == "[$x]");
    CHECK(around("x $") == "[x $]");
    CHECK(around("far apart $ and then there is $ again") == "[art $ and ][e is $ aga]");
}

TEST_CASE("sign surroundings: near signs are together", "[moderation][sign_surroundings]")
{
    const auto around = [](std::string_view text) {
        return parts_of(text, wanted_signs::look_alikes, 3);
    };
    CHECK(around("abcd $ xy $ efgh") == "[bcd $ xy $ efg]");
    CHECK(around("abcd $ xyz $ efgh") == "[bcd $ xyz ][ xyz $ efg]");
}

TEST_CASE("sign surroundings: letters in a row are not parted", "[moderation][sign_surroundings]")
{
    CHECK(parts_of("abbbbcc $ xxxxyyyz", wanted_signs::look_alikes, 2) == "[bbbbcc $ xxxxyyy]");
    CHECK(parts_of("aaaaaaab$", wanted_signs::look_alikes, 1) == "[b$]");
}

TEST_CASE("sign surroundings: masks are other signs", "[moderation][sign_surroundings]")
{
    CHECK(parts_of("what a f*ck, 5 $", wanted_signs::masks, 2) == "[ a f*ck, ]");
    CHECK(parts_of("2 * 3", wanted_signs::masks, 2).empty());
}
