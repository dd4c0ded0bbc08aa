#include "server/auth/recovery_codes.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace rejoinder;

TEST_CASE("recovery codes: ten, all different, each its own tidy form", "[auth]")
{
    const auto codes = auth::new_recovery_codes();

    CHECK(codes.size() == 10);
    CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 10);
    for (const auto& code : codes)
        CHECK(auth::tidy_recovery_code(code) == code);
}

TEST_CASE("recovery codes: however they are typed", "[auth]")
{
    const auto typed =
        GENERATE(as<std::string>(), "k3v9a-p2mxq", "K3V9A-P2MXQ", " k3v9ap2mxq ", "k3v9a p2mxq");
    CHECK(auth::tidy_recovery_code(typed) == "k3v9a-p2mxq");
}

TEST_CASE("recovery codes: what is none is nothing", "[auth]")
{
    const auto typed =
        GENERATE(as<std::string>(), "", "123456", "k3v9a-p2mx", "k3v9a-p2mxqq", "k3v9a-p2mx\xC3");
    CHECK(auth::tidy_recovery_code(typed).empty());
}
