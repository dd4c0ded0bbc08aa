#include "server/auth/base32.hpp"

#include "tests/support/catch.hpp"

#include <string>

using rejoinder::auth::to_base32;

TEST_CASE("base32: the examples of RFC 4648, without their padding", "[auth]")
{
    struct example {
        std::string bytes;
        std::string text;
    };
    const auto [bytes, text] = GENERATE(
        example{"", ""},
        example{"f", "MY"},
        example{"fo", "MZXQ"},
        example{"foo", "MZXW6"},
        example{"foob", "MZXW6YQ"},
        example{"fooba", "MZXW6YTB"},
        example{"foobar", "MZXW6YTBOI"});

    CHECK(to_base32(bytes) == text);
}
