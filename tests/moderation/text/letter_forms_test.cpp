#include "moderation/text/letter_forms.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("letter forms: small capitals and letters upside down", "[moderation][letter_forms]")
{
    CHECK(plain_letter_of(U'\u0299') == U'b');
    CHECK(plain_letter_of(U'\uA730') == U'f');
    CHECK(plain_letter_of(U'\u0250') == U'a');
    CHECK(plain_letter_of(U'\u0276') == 0);  // a small capital of two letters
    CHECK(plain_letter_of(U'a') == 0);
    CHECK(plain_letter_of(U'\u0436') == 0);
}

TEST_CASE("letter forms: stand-ins of other alphabets", "[moderation][letter_forms]")
{
    CHECK(latin_stand_in(U'\u0446') == U'u');
    CHECK(latin_stand_in(U'\u03BA') == U'k');
    CHECK(latin_stand_in(U'u') == 0);
}
