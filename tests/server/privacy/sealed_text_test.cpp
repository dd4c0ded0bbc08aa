#include "server/privacy/sealed_text.hpp"

#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using privacy::key_purpose;
using privacy::open_text;
using privacy::seal_text;

TEST_CASE("sealed text: opens for its purpose alone", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const auto sealed = seal_text(ring, key_purpose::second_factor, "a text");

    CHECK(sealed.starts_with("k1."));
    CHECK(open_text(ring, key_purpose::second_factor, sealed) == "a text");
    CHECK_FALSE(open_text(ring, key_purpose::seal_email, sealed));
    CHECK(seal_text(ring, key_purpose::second_factor, "a text") != sealed);
}

TEST_CASE("sealed text: what is altered, foreign or none at all stays shut", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const auto sealed = seal_text(ring, key_purpose::second_factor, "a text");
    auto altered = sealed;
    altered[10] = altered[10] == 'A' ? 'B' : 'A';

    CHECK_FALSE(open_text(ring, key_purpose::second_factor, altered));
    CHECK_FALSE(open_text(tests::sample_ring('b'), key_purpose::second_factor, sealed));
    const auto text = GENERATE(as<std::string>(), "", "k1", "k1.", "k9.AAAA", "k1.!!!!");
    CHECK_FALSE(open_text(ring, key_purpose::second_factor, text));
}
