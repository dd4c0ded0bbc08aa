#include "server/privacy/email_sealer.hpp"

#include "server/privacy/base64url.hpp"

#include <sodium.h>
#include <utility>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

/// Addresses differ in length, and length is a hint: what is sealed is padded to this block.
constexpr std::size_t padding_bytes = 64;

const unsigned char* raw(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* raw(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

email_sealer::email_sealer(const key_ring& keys)
    : keys_(keys)
{
}

model::sealed_email email_sealer::seal(const private_email& address) const
{
    const auto version = keys_.current();
    const auto key = keys_.derive_current(key_purpose::seal_email);

    const auto revealed = address.reveal_private_address();
    std::string padded;
    padded.reserve(revealed.size() + padding_bytes);  // Growing would leave a copy behind.
    padded.append(revealed);
    padded.append(padding_bytes - padded.size() % padding_bytes, '\0');

    std::string sealed(nonce_bytes + padded.size() + tag_bytes, '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(sealed) + nonce_bytes,
        nullptr,
        raw(padded),
        padded.size(),
        raw(version),
        version.size(),
        nullptr,
        raw(sealed),
        key.data());
    sodium_memzero(padded.data(), padded.size());
    return {version + '.' + to_base64url(sealed)};
}

std::optional<private_email> email_sealer::open(const model::sealed_email& sealed) const
{
    const auto dot = sealed.text.find('.');
    if (dot == std::string::npos)
        return std::nullopt;
    const auto version = sealed.text.substr(0, dot);
    const auto key = keys_.derive(version, key_purpose::seal_email);
    const auto bytes = from_base64url(std::string_view(sealed.text).substr(dot + 1));
    if (!key || !bytes || bytes->size() < nonce_bytes + tag_bytes)
        return std::nullopt;

    std::string address(bytes->size() - nonce_bytes - tag_bytes, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(address),
        nullptr,
        nullptr,
        raw(*bytes) + nonce_bytes,
        bytes->size() - nonce_bytes,
        raw(version),
        version.size(),
        raw(*bytes),
        key->data());
    if (opened != 0)
        return std::nullopt;
    address.resize(address.find_last_not_of('\0') + 1);
    return private_email(std::move(address));
}

}  // namespace rejoinder::privacy
