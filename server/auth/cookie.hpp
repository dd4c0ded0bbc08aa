#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace rejoinder::auth {

inline constexpr std::string_view sign_in_cookie_name = "rejoinder_desk";

/// Set-Cookie of a desk session: unreadable to scripts, sent only to the desk's API and only by
/// pages of this server, only over TLS (browsers make an exception for the loopback).
std::string sign_in_cookie(std::string_view token, std::chrono::seconds lifetime);

/// Set-Cookie that forgets it.
std::string sign_out_cookie();

}  // namespace rejoinder::auth
