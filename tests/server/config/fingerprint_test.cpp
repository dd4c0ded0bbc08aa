#include "server/config/fingerprint.hpp"

#include "tests/support/catch.hpp"

using rejoinder::config::fingerprint;

namespace {

std::string fingerprint_of(const char* first, const char* second)
{
    fingerprint all;
    all.add(first);
    all.add(second);
    return all.finish();
}

}  // namespace

TEST_CASE("fingerprint: the same texts have the same one, others another", "[config][rules]")
{
    CHECK(fingerprint_of("foo", "bar") == fingerprint_of("foo", "bar"));
    CHECK(fingerprint_of("foo", "bar") != fingerprint_of("bar", "foo"));
    CHECK(fingerprint_of("foo", "bar") != fingerprint_of("foo", ""));
}

TEST_CASE("fingerprint: it is twelve hexadecimal digits", "[config][rules]")
{
    const auto digits = fingerprint_of("", "");
    CHECK(digits.size() == 12);
    CHECK(digits.find_first_not_of("0123456789abcdef") == std::string::npos);
}
