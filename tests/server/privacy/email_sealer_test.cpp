#include "server/privacy/email_sealer.hpp"

#include "server/privacy/base64url.hpp"
#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace rejoinder;
using privacy::email_sealer;
using privacy::key_ring;
using privacy::private_email;
using tests::key_line;

namespace {

std::string opened(const email_sealer& sealer, const model::sealed_email& sealed)
{
    const auto address = sealer.open(sealed);
    return address ? std::string(address->reveal_private_address()) : "refused";
}

}  // namespace

TEST_CASE("e-mail sealer: opens what it sealed, whatever the length", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const email_sealer sealer(ring);
    const auto length = GENERATE(1u, 50u, 63u, 64u, 65u, 254u);
    const std::string address = std::string(length, 'a') + "@b.example";

    CHECK(opened(sealer, sealer.seal(private_email(address))) == address);
}

TEST_CASE("e-mail sealer: a seal shows neither the address nor its length", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const email_sealer sealer(ring);

    const auto sealed = sealer.seal(private_email("ada@mail.example"));
    const auto longer = sealer.seal(private_email("ada.countess.of.lovelace@mail.example"));

    CHECK(sealed.text.substr(0, 3) == "k1.");
    CHECK(sealed.text.find("ada") == std::string::npos);
    CHECK(sealed.text.find("mail") == std::string::npos);
    CHECK(sealed.text.size() == longer.text.size());
}

TEST_CASE("e-mail sealer: equal addresses never look equal", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const email_sealer sealer(ring);
    std::set<std::string> seals;
    for (int i = 0; i < 100; ++i)
        seals.insert(sealer.seal(private_email("ada@mail.example")).text);

    CHECK(seals.size() == 100);
}

TEST_CASE("e-mail sealer: a seal opens with its own key only", "[privacy]")
{
    const auto ring = tests::sample_ring('a');
    const auto stranger = tests::sample_ring('b');
    const auto sealed = email_sealer(ring).seal(private_email("ada@mail.example"));

    CHECK(opened(email_sealer(stranger), sealed) == "refused");
}

TEST_CASE(
    "e-mail sealer: after a rotation old seals open and new ones name the new key",
    "[privacy]")
{
    const auto before = tests::sample_ring('a');
    const auto after = key_ring::parse(key_line("k1", 'a') + key_line("k2", 'b'));
    const auto without_old = key_ring::parse(key_line("k2", 'b'));
    const auto old = email_sealer(before).seal(private_email("ada@mail.example"));
    const auto fresh = email_sealer(after).seal(private_email("ada@mail.example"));

    CHECK(opened(email_sealer(after), old) == "ada@mail.example");
    CHECK(fresh.text.substr(0, 3) == "k2.");
    CHECK(opened(email_sealer(without_old), fresh) == "ada@mail.example");
    CHECK(opened(email_sealer(without_old), old) == "refused");
}

TEST_CASE("e-mail sealer: a seal with any one bit changed is refused", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const email_sealer sealer(ring);
    const auto sealed = sealer.seal(private_email("ada@mail.example"));
    const auto bytes = privacy::from_base64url(sealed.text.substr(3));
    REQUIRE(bytes);

    std::size_t refused = 0;
    for (std::size_t i = 0; i < bytes->size(); ++i) {
        auto changed = *bytes;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        refused += sealer.open({"k1." + privacy::to_base64url(changed)}) ? 0u : 1u;
    }
    CHECK(refused == bytes->size());
}

TEST_CASE("e-mail sealer: the name of the key is under the seal", "[privacy]")
{
    const auto ring = key_ring::parse(key_line("k1", 'a') + key_line("k2", 'a'));
    const email_sealer sealer(ring);
    const auto sealed = sealer.seal(private_email("ada@mail.example"));
    REQUIRE(sealed.text.substr(0, 3) == "k2.");

    CHECK(opened(sealer, {"k1." + sealed.text.substr(3)}) == "refused");
}

TEST_CASE("e-mail sealer: what is no seal is refused", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const email_sealer sealer(ring);
    const auto whole = sealer.seal(private_email("ada@mail.example")).text;
    const auto text = GENERATE_COPY(values<std::string>(
        {"",
         "k1",
         "k1.",
         ".",
         "k1.AAAA",
         "ada@mail.example",
         whole + "=",
         whole + "A",
         whole.substr(0, whole.size() - 4),
         "k1." + std::string(53, 'A')}));

    CHECK(opened(sealer, {text}) == "refused");
}
