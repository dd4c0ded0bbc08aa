#include "server/auth/totp.hpp"

#include "server/auth/base32.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <new>
#include <sodium.h>

namespace rejoinder::auth {

namespace {

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-._~";
    std::string encoded;
    for (const unsigned char c : text)
        if (plain.find(static_cast<char>(c)) != std::string_view::npos)
            encoded += static_cast<char>(c);
        else
            encoded += fmt::format("%{:02X}", c);
    return encoded;
}

}  // namespace

std::string new_totp_secret()
{
    std::string secret(20, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::int64_t totp_step(model::timestamp at)
{
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()) / totp_period;
}

std::string totp_code(std::string_view secret, std::int64_t step, int digits)
{
    std::array<unsigned char, 8> message{};
    for (std::size_t i = 0; i < message.size(); ++i)
        message[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int hash_bytes = 0;
    if (!HMAC(
            EVP_sha1(),
            secret.data(),
            static_cast<int>(secret.size()),
            message.data(),
            message.size(),
            hash.data(),
            &hash_bytes))
        throw std::bad_alloc();

    // Dynamic truncation (RFC 4226, 5.3): the last four bits say where the number begins.
    const std::size_t at = hash[hash_bytes - 1] & 0x0F;
    std::uint32_t number = hash[at] & 0x7FU;
    for (std::size_t i = 1; i < 4; ++i)
        number = number << 8 | hash[at + i];
    const auto text = fmt::format("{:010}", number);
    return text.substr(text.size() - static_cast<std::size_t>(digits));
}

std::optional<std::int64_t> totp_step_of(
    std::string_view secret,
    std::string_view code,
    model::timestamp now)
{
    std::optional<std::int64_t> found;
    const auto step = totp_step(now);
    for (const auto candidate : {step - 1, step, step + 1}) {
        const auto expected = totp_code(secret, candidate);
        if (code.size() == expected.size() &&
            sodium_memcmp(code.data(), expected.data(), expected.size()) == 0)
            found = candidate;
    }
    return found;
}

std::string totp_uri(std::string_view issuer, std::string_view name, std::string_view secret)
{
    return fmt::format(
        "otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits={3}&period={4}",
        percent_encoded(issuer),
        percent_encoded(name),
        to_base32(secret),
        totp_digits,
        totp_period.count());
}

}  // namespace rejoinder::auth
