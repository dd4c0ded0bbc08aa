#pragma once

#include "server/model/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::auth {

/// Time-based one-time passwords (RFC 6238) as every authenticator knows them: HMAC-SHA-1, 30
/// seconds, 6 digits.
constexpr std::chrono::seconds totp_period{30};
constexpr int totp_digits = 6;

/// 160 random bits, as RFC 4226 recommends.
std::string new_totp_secret();

std::int64_t totp_step(model::timestamp at);

std::string totp_code(std::string_view secret, std::int64_t step, int digits = totp_digits);

/// The step of this code, if it is that of now, of the one before or of the one after: clocks
/// differ. A step is to be taken once.
std::optional<std::int64_t> totp_step_of(
    std::string_view secret,
    std::string_view code,
    model::timestamp now);

/// What an authenticator reads from a QR code. `issuer` is who it is for.
std::string totp_uri(std::string_view issuer, std::string_view name, std::string_view secret);

}  // namespace rejoinder::auth
