#include "server/privacy/sealed_text.hpp"

#include "server/privacy/base64url.hpp"

#include <sodium.h>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

/// Texts differ in length, and length is a hint: what is sealed is padded to this block.
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

std::string seal_text(const key_ring& keys, key_purpose purpose, std::string_view text)
{
    const auto version = keys.current();
    const auto key = keys.derive_current(purpose);

    std::string padded;
    padded.reserve(text.size() + padding_bytes);  // Growing would leave a copy behind.
    padded.append(text);
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
    return version + '.' + to_base64url(sealed);
}

std::optional<std::string> open_text(
    const key_ring& keys,
    key_purpose purpose,
    std::string_view sealed)
{
    const auto dot = sealed.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const auto version = sealed.substr(0, dot);
    const auto key = keys.derive(version, purpose);
    const auto bytes = from_base64url(sealed.substr(dot + 1));
    if (!key || !bytes || bytes->size() < nonce_bytes + tag_bytes)
        return std::nullopt;

    std::string text(bytes->size() - nonce_bytes - tag_bytes, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(text),
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
    text.resize(text.find_last_not_of('\0') + 1);
    return text;
}

}  // namespace rejoinder::privacy
