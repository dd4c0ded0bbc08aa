#include "server/auth/totp.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;

namespace {

const std::string secret_of_rfc = "12345678901234567890";

model::timestamp at(long long seconds)
{
    return model::timestamp(std::chrono::seconds(seconds));
}

}  // namespace

TEST_CASE("totp: the examples of RFC 6238 for SHA-1", "[auth]")
{
    struct example {
        long long seconds;
        std::string code;
    };
    const auto [seconds, code] = GENERATE(
        example{59, "94287082"},
        example{1'111'111'109, "07081804"},
        example{1'111'111'111, "14050471"},
        example{1'234'567'890, "89005924"},
        example{2'000'000'000, "69279037"},
        example{20'000'000'000, "65353130"});

    const auto step = auth::totp_step(at(seconds));
    CHECK(auth::totp_code(secret_of_rfc, step, 8) == code);
    CHECK(auth::totp_code(secret_of_rfc, step) == code.substr(2));
}

TEST_CASE("totp: the examples of RFC 4226, by their count", "[auth]")
{
    CHECK(auth::totp_code(secret_of_rfc, 0) == "755224");
    CHECK(auth::totp_code(secret_of_rfc, 1) == "287082");
    CHECK(auth::totp_code(secret_of_rfc, 9) == "520489");
}

TEST_CASE("totp: a code is taken one step early or late, and says which", "[auth]")
{
    const auto now = at(1'234'567'890);
    const auto step = auth::totp_step(now);
    for (const auto drift : {-1, 0, 1})
        CHECK(
            auth::totp_step_of(secret_of_rfc, auth::totp_code(secret_of_rfc, step + drift), now) ==
            step + drift);
    const auto wrong = GENERATE_COPY(
        auth::totp_code(secret_of_rfc, step - 2),
        auth::totp_code(secret_of_rfc, step + 2),
        auth::totp_code(secret_of_rfc, step, 8),
        std::string("12345"),
        std::string());
    CHECK_FALSE(auth::totp_step_of(secret_of_rfc, wrong, now));
}

TEST_CASE("totp: secrets are of 20 bytes, and no two alike", "[auth]")
{
    CHECK(auth::new_totp_secret().size() == 20);
    CHECK(auth::new_totp_secret() != auth::new_totp_secret());
}

TEST_CASE("totp: what an authenticator reads", "[auth]")
{
    CHECK(
        auth::totp_uri("Rejoinder", "Zo\xC3\xAB & co", secret_of_rfc) ==
        "otpauth://totp/Rejoinder:Zo%C3%AB%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        "&issuer=Rejoinder&algorithm=SHA1&digits=6&period=30");
}
