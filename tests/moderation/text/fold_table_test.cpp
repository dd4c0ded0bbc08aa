#include "moderation/text/fold_table.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("fold table: kinds", "[moderation][fold_table]")
{
    const auto& table = fold_table::instance();

    CHECK(table[U'a'].kind == unit_kind::letter);
    CHECK(table[U'ж'].kind == unit_kind::letter);
    CHECK(table[U'語'].kind == unit_kind::letter);
    CHECK(table[U'7'].kind == unit_kind::digit);
    CHECK(table[U'$'].kind == unit_kind::symbol);
    CHECK(table[U'\''].kind == unit_kind::apostrophe);
    CHECK(table[U'\u2019'].kind == unit_kind::apostrophe);
    CHECK(table[U'.'].kind == unit_kind::punctuation);
    CHECK(table[U'\U0001F600'].kind == unit_kind::punctuation);
    CHECK(table[U'\u3000'].kind == unit_kind::space);
    CHECK(table[U'\n'].folded == U' ');
    CHECK(table[U'\u200B'].folded == 0);
    CHECK(table[U'\U000E0041'].folded == 0);
    CHECK(table[U'\U00020000'].kind == unit_kind::letter);  // beyond the table
}

TEST_CASE("fold table: letters in other forms", "[moderation][fold_table]")
{
    const auto& table = fold_table::instance();

    CHECK(table[U'\u1D00'].folded == U'a');  // a small capital
    CHECK(table[U'\u0280'].folded == U'r');
    CHECK(table[U'\u0250'].folded == U'a');  // upside down
    CHECK(table[U'\u0254'].folded == U'c');
    CHECK(table[U'\u20BF'].look == U'b');
}

TEST_CASE("fold table: signs stand for letters", "[moderation][fold_table]")
{
    const auto& table = fold_table::instance();

    CHECK(table[U'4'].look == U'a');
    CHECK(table[U'@'].look == U'a');
    CHECK(table[U'3'].look == U'e');
    CHECK(table[U'\u20AC'].look == U'e');
    CHECK(table[U'$'].look == U's');
    CHECK(table[U'1'].ambiguous);
    CHECK(table[U'2'].look == 0);
    CHECK(table[U'.'].look == 0);
}

TEST_CASE("fold table: scripts without blanks between words", "[moderation][fold_table]")
{
    const auto& table = fold_table::instance();

    CHECK(table[U'語'].unspaced);
    CHECK(table[U'か'].unspaced);
    CHECK(table[U'ส'].unspaced);
    CHECK_FALSE(table[U'한'].unspaced);
    CHECK_FALSE(table[U'a'].unspaced);
}
