#include "moderation/text/host_look.hpp"

#include "moderation/text/host.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("host look: labels that are made to be read as others", "[moderation][host_look]")
{
    const auto [host, deceptive] = GENERATE(table<std::string, bool>({
        {"pаypal.com", true},  // a Cyrillic а
        {"gοοgle.com", true},  // Greek ο
        {"сосо.com", true},    // all Cyrillic, all looking Latin
        {"paypal.com", false},
        {"bücher.example", false},
        {"пример.рф", false},
        {"сосо.рф", false},
        {"пример.com", false},  // nobody reads that as Latin
        {"例え.jp", false},
        {"web例え.jp", false},
        {"ελλάδα.gr", false},
    }));
    CAPTURE(host);
    CHECK(has_deceptive_label(canonical_host(host)) == deceptive);
}

TEST_CASE("host look: hosts that imitate a genuine one", "[moderation][host_look]")
{
    const genuine_hosts genuine({"example.org", "morningnews.example"});
    const auto [host, imitated] = GENERATE(table<std::string, std::string>({
        {"examp1e.org", "example.org"},
        {"www.examp1e.org", "example.org"},
        {"exаmple.org", "example.org"},
        {"rnorningnews.example", "morningnews.example"},
        {"example.org", ""},
        {"www.example.org", ""},
        {"example.org.other.com", ""},
        {"sample.org", ""},
        {"", ""},
    }));
    CAPTURE(host);
    CHECK(genuine.imitated_by(canonical_host(host)) == imitated);
}
