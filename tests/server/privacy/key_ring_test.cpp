#include "server/privacy/key_ring.hpp"

#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

using namespace rejoinder;
using privacy::key_purpose;
using privacy::key_ring;
using privacy::secret_key;
using tests::key_line;
using tests::temporary_directory;

namespace {

std::string bytes_of(const secret_key& key)
{
    return {reinterpret_cast<const char*>(key.data()), secret_key::bytes};
}

mode_t mode_of(const std::filesystem::path& file)
{
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

std::string content_of(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("key ring: a missing file is made with one fresh key, for its owner only", "[privacy]")
{
    const temporary_directory directory;
    const auto file = directory.path() / "keys";
    const auto other = directory.path() / "other";

    const auto ring = key_ring::open(file);
    key_ring::open(other);

    CHECK(ring.current() == "k1");
    CHECK(mode_of(file) == 0600);
    CHECK(content_of(file).size() == key_line("k1", 'a').size());
    CHECK(content_of(file) != content_of(other));
}

TEST_CASE("key ring: a file read again gives the same keys", "[privacy]")
{
    const temporary_directory directory;
    const auto file = directory.path() / "keys";
    const auto first = key_ring::open(file);
    const auto again = key_ring::open(file);

    CHECK(
        bytes_of(first.derive_current(key_purpose::seal_email)) ==
        bytes_of(again.derive_current(key_purpose::seal_email)));
}

TEST_CASE("key ring: a file that others may use is refused by name", "[privacy]")
{
    using std::filesystem::perms;
    const temporary_directory directory;
    const auto file = directory.write("keys", key_line("k1", 'a'));
    const auto mode = GENERATE(0604u, 0640u, 0620u, 0610u, 0602u, 0644u, 0700u);
    std::filesystem::permissions(file, static_cast<perms>(mode));

    CHECK_THROWS_WITH(
        key_ring::open(file),
        rejoinder::tests::contains(file.string()) && rejoinder::tests::contains("chmod 600"));
}

TEST_CASE("key ring: a file its owner may only read is as good", "[privacy]")
{
    const temporary_directory directory;
    const auto file = directory.write("keys", key_line("k1", 'a'));
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);

    CHECK(key_ring::open(file).current() == "k1");
}

TEST_CASE("key ring: the last key is the current one and older ones stay", "[privacy]")
{
    const auto ring = key_ring::parse(key_line("k1", 'a') + key_line("k2", 'b'));

    CHECK(ring.current() == "k2");
    CHECK(ring.derive("k1", key_purpose::token));
    CHECK_FALSE(ring.derive("k3", key_purpose::token));
    CHECK(
        bytes_of(ring.derive_oldest(key_purpose::token)) ==
        bytes_of(*ring.derive("k1", key_purpose::token)));
    CHECK(
        bytes_of(ring.derive_current(key_purpose::token)) ==
        bytes_of(*ring.derive("k2", key_purpose::token)));
}

TEST_CASE("key ring: the environment parts its lines by semicolons", "[privacy]")
{
    const std::string digits(64, 'c');
    const auto ring = key_ring::parse("k1 " + digits + ";k2 " + digits);

    CHECK(ring.current() == "k2");
}

TEST_CASE("key ring: each purpose has a key of its own", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const auto purposes = {
        key_purpose::seal_email,
        key_purpose::author_pseudonym,
        key_purpose::client_pseudonym,
        key_purpose::token};
    std::vector<std::string> keys = {std::string(secret_key::bytes, '\xAA')};  // The key itself.
    for (const auto purpose : purposes)
        keys.push_back(bytes_of(ring.derive_current(purpose)));

    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("key ring: malformed lines are refused, and the message shows no key", "[privacy]")
{
    const std::string digits(64, 'a');
    const auto lines = GENERATE_COPY(values<std::string>({
        "",
        "k1",
        "k1 abc",
        "k1 " + digits + "00",
        "k1 " + digits.substr(1) + "g",
        "k1 " + digits + " k2",
        "k1 " + digits + "\nk1 " + std::string(64, 'b'),
        "k.1 " + digits,
        "a-name-of-17-bytes " + digits,
    }));

    CHECK_THROWS_WITH(
        key_ring::parse(lines),
        !rejoinder::tests::contains("aaaa") && rejoinder::tests::contains("keys"));
}
