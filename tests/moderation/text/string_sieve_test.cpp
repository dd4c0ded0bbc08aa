#include "moderation/text/string_sieve.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

TEST_CASE("string sieve: what was added always passes", "[moderation][string_sieve]")
{
    string_sieve sieve;
    for (int i = 0; i < 1'000; ++i) {
        sieve.add(string_sieve::hash_of("word" + std::to_string(i)));
        for (int k = 0; k <= i; k += 37)
            REQUIRE(sieve.may_hold(string_sieve::hash_of("word" + std::to_string(k))));
    }
}

TEST_CASE("string sieve: few others pass, none where nothing is in", "[moderation][string_sieve]")
{
    string_sieve sieve;
    CHECK_FALSE(sieve.may_hold(string_sieve::hash_of("word")));
    for (int i = 0; i < 10'000; ++i)
        sieve.add(string_sieve::hash_of("word" + std::to_string(i)));
    int passed = 0;
    for (int i = 0; i < 10'000; ++i)
        passed += sieve.may_hold(string_sieve::hash_of("other" + std::to_string(i))) ? 1 : 0;
    CHECK(passed < 10'000 / 12);
}

TEST_CASE("string sieve: hashes grow with the string", "[moderation][string_sieve]")
{
    static_assert(string_sieve::hash_of("") == string_sieve::hash_of_nothing);
    static_assert(
        string_sieve::extended(string_sieve::hash_of("wor"), 'd') == string_sieve::hash_of("word"));
}
