#include "server/auth/password.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;

namespace {

constexpr auth::password_settings cheap{1, 8 * 1024};

}  // namespace

TEST_CASE("password: verifies against its own hash and nothing else does", "[auth]")
{
    const auto hash = auth::hash_password("correct horse battery", cheap);

    CHECK(auth::verify_password(hash, "correct horse battery"));
    const auto other = GENERATE(
        as<std::string>(),
        "",
        "correct horse batter",
        "correct horse battery ",
        "Correct horse battery");
    CHECK_FALSE(auth::verify_password(hash, other));
}

TEST_CASE("password: every byte counts, NUL and all", "[auth]")
{
    const std::string with_nul("correct\0horse", 13);
    const auto hash = auth::hash_password(with_nul, cheap);

    CHECK(auth::verify_password(hash, with_nul));
    CHECK_FALSE(auth::verify_password(hash, "correct"));
    const std::string longest(auth::password_bytes_max, 'p');
    CHECK(auth::verify_password(auth::hash_password(longest, cheap), longest));
}

TEST_CASE("password: the hash is Argon2id in its standard form with salt and costs", "[auth]")
{
    const auto first = auth::hash_password("correct horse battery", cheap);
    const auto second = auth::hash_password("correct horse battery", cheap);

    CHECK(first.substr(0, 27) == "$argon2id$v=19$m=8,t=1,p=1$");
    CHECK(first != second);
    CHECK(first.find("correct") == std::string::npos);
}

TEST_CASE("password: the default cost is libsodium's interactive level", "[auth]")
{
    const auto hash = auth::hash_password("correct horse battery");

    CHECK(hash.substr(0, 31) == "$argon2id$v=19$m=65536,t=2,p=1$");
    CHECK(auth::verify_password(hash, "correct horse battery"));
}

TEST_CASE("password: a malformed hash fits no password", "[auth]")
{
    const auto hash = GENERATE(
        as<std::string>(),
        "",
        "correct horse battery",
        "$argon2id$v=19$m=8,t=1,p=1$",
        "$2b$12$abcdefghijklmnopqrstuv");

    CHECK_FALSE(auth::verify_password(hash, "correct horse battery"));
    CHECK_FALSE(auth::verify_password(hash, ""));
}
