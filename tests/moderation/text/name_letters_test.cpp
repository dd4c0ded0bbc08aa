#include "moderation/text/name_letters.hpp"

#include "moderation/text/normalize.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("name letters: what is easily taken for the same name", "[moderation][name_letters]")
{
    const auto key = name_key("Ada Lovelace");
    REQUIRE(!key.empty());
    for (const auto* name :
         {"ada lovelace",
          "A D A  Lovelace!",
          "Ada L0velace",
          "Аda Lovelace",
          "Ada Lovelace (2)",
          "Ádà Lovelace",
          "AdaLovellace"}) {
        CAPTURE(name);
        CHECK(name_key(name) == key);
    }
}

TEST_CASE("name letters: other names keep apart", "[moderation][name_letters]")
{
    const auto key = name_key("Ada Lovelace");
    for (const auto* name : {"Ada", "Ida Lovelace", "Ada Lovelock", "王小明", "", "123"}) {
        CAPTURE(name);
        CHECK(name_key(name) != key);
    }
    CHECK(name_key("123").empty());
    CHECK(name_key("王小明") == "王小明");
}

TEST_CASE("name letters: signs are letters only where they are asked to", "[moderation]")
{
    const folded_text name("4d@");
    CHECK(letters_of(name, name_reading::letters_only) == U"d");
    CHECK(letters_of(name, name_reading::all_as_letters) == U"ada");
}
