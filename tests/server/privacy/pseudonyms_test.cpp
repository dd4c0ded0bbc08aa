#include "server/privacy/pseudonyms.hpp"

#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using boost::asio::ip::make_address;
using privacy::key_ring;
using privacy::private_email;
using privacy::pseudonyms;
using tests::key_line;

namespace {

std::string author(const key_ring& ring, const std::string& address)
{
    return pseudonyms(ring).of_author(private_email(address)).str();
}

std::string client(const std::string& address)
{
    return pseudonyms(tests::sample_ring()).of_client(make_address(address)).str();
}

std::string network(const std::string& address)
{
    return pseudonyms(tests::sample_ring()).of_network(make_address(address)).str();
}

}  // namespace

TEST_CASE("pseudonyms: 32 lower-case hexadecimal digits", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const auto text = GENERATE_COPY(values<std::string>(
        {author(ring, "ada@mail.example"), client("192.0.2.1"), network("::1")}));

    CHECK(text.size() == 32);
    CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("pseudonyms: an author is known in any letter case, with a tag as another", "[privacy]")
{
    const auto ring = tests::sample_ring();

    CHECK(author(ring, "ada@mail.example") == author(ring, "Ada@Mail.EXAMPLE"));
    CHECK(author(ring, "ada@mail.example") != author(ring, "ada+news@mail.example"));
    CHECK(author(ring, "ada@mail.example") != author(ring, "ada@mail.example.org"));
}

TEST_CASE("pseudonyms: another installation knows the author by another name", "[privacy]")
{
    CHECK(
        author(tests::sample_ring('a'), "ada@mail.example") !=
        author(tests::sample_ring('b'), "ada@mail.example"));
}

TEST_CASE("pseudonyms: authors keep theirs when keys rotate", "[privacy]")
{
    const auto before = tests::sample_ring('a');
    const auto after = key_ring::parse(key_line("k1", 'a') + key_line("k2", 'b'));

    CHECK(author(before, "ada@mail.example") == author(after, "ada@mail.example"));
    CHECK(
        pseudonyms(before).of_client(make_address("192.0.2.1")) ==
        pseudonyms(after).of_client(make_address("192.0.2.1")));
}

TEST_CASE("pseudonyms: a network is the /24 of IPv4 and the /48 of IPv6", "[privacy]")
{
    CHECK(network("192.0.2.1") == network("192.0.2.254"));
    CHECK(network("192.0.2.1") != network("192.0.3.1"));
    CHECK(network("2001:db8:1:2::3") == network("2001:db8:1:ffff::4"));
    CHECK(network("2001:db8:1::") != network("2001:db8:2::"));
}

TEST_CASE("pseudonyms: a client is one address, however it is written", "[privacy]")
{
    CHECK(client("192.0.2.1") == client("::ffff:192.0.2.1"));
    CHECK(client("192.0.2.1") != client("192.0.2.2"));
    CHECK(client("2001:db8::1") != client("2001:db8::2"));
    CHECK(client("192.0.2.1") != network("192.0.2.1"));
}

TEST_CASE("pseudonyms: parts joined otherwise have another hash", "[privacy]")
{
    const pseudonyms hashes(tests::sample_ring());

    CHECK(hashes.of_parts({"ab", "c"}) == hashes.of_parts({"ab", "c"}));
    CHECK(hashes.of_parts({"ab", "c"}) != hashes.of_parts({"a", "bc"}));
    CHECK(hashes.of_parts({"a", ""}) != hashes.of_parts({"a"}));
    CHECK(hashes.of_parts({"1:a"}) != hashes.of_parts({"", "a"}));
}
