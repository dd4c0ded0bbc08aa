#include "server/auth/cookie.hpp"

#include <fmt/format.h>

namespace rejoinder::auth {

std::string sign_in_cookie(std::string_view token, std::chrono::seconds lifetime)
{
    return fmt::format(
        "{}={}; HttpOnly; Secure; SameSite=Strict; Path=/api/v1/desk; Max-Age={}",
        sign_in_cookie_name,
        token,
        lifetime.count());
}

std::string sign_out_cookie()
{
    return sign_in_cookie("", std::chrono::seconds(0));
}

}  // namespace rejoinder::auth
