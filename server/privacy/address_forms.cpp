#include "server/privacy/address_forms.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::privacy {

namespace {

std::string lower(std::string_view text)
{
    std::string folded(text);
    for (auto& each : folded)
        if (each >= 'A' && each <= 'Z')
            each = static_cast<char>(each - 'A' + 'a');
    return folded;
}

std::string base64(std::string_view bytes, int variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(
        text.data(),
        text.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size(),
        variant);
    text.resize(text.find('\0'));
    return text;
}

std::string hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(
        text.data(),
        text.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size());
    text.pop_back();
    return text;
}

std::string digest(std::string_view bytes, const EVP_MD* algorithm)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), value.data(), &size, algorithm, nullptr) != 1)
        throw std::runtime_error("verify-privacy: libcrypto refuses to compute a digest");
    return {reinterpret_cast<const char*>(value.data()), size};
}

std::string with_at_sign_as(std::string_view address, std::string_view escape)
{
    std::string text(address);
    if (const auto at = text.rfind('@'); at != std::string::npos)
        text.replace(at, 1, escape);
    return text;
}

std::string each_byte_as(std::string_view address, std::string_view prefix)
{
    std::string text;
    for (const char each : address)
        text.append(prefix).append(hex({&each, 1}));
    return text;
}

/// Without the last zero: the same bytes stand in text of either byte order.
std::string each_byte_before_zero(std::string_view address)
{
    std::string text;
    for (const char each : address)
        text.append(1, each).append(1, '\0');
    text.pop_back();
    return text;
}

/// The characters that the address alone decides when `shift` bytes stand before it.
std::string base64_inside(std::string_view address, std::size_t shift, int variant)
{
    const auto text = base64(std::string(shift, ' ') + std::string(address), variant);
    const auto first = (shift * 8 + 5) / 6;
    const auto end = (shift + address.size()) * 8 / 6;
    return text.substr(first, end - first);
}

class form_list {
public:
    void add(std::string_view name, std::string_view bytes)
    {
        auto folded = lower(bytes);
        const auto known = std::any_of(forms_.begin(), forms_.end(), [&](const auto& each) {
            return each.bytes == folded;
        });
        if (!known)
            forms_.emplace_back(name, std::move(folded));
    }

    void add_base64(std::string_view name, std::string_view bytes)
    {
        add(name, base64(bytes, sodium_base64_VARIANT_ORIGINAL_NO_PADDING));
        add(name, base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING));
    }

    std::vector<address_form> take() { return std::move(forms_); }

private:
    std::vector<address_form> forms_;
};

void add_forms(std::string_view address, form_list& forms)
{
    forms.add("plain", address);
    forms.add("percent-encoded", with_at_sign_as(address, "%40"));
    forms.add("percent-encoded", with_at_sign_as(address, "%2540"));
    forms.add("percent-encoded", each_byte_as(address, "%"));
    forms.add("quoted-printable", with_at_sign_as(address, "=40"));
    forms.add("hex", hex(address));
    forms.add("UTF-16", each_byte_before_zero(address));
    forms.add("JSON escape", with_at_sign_as(address, "\\u0040"));
    forms.add("HTML escape", with_at_sign_as(address, "&#64;"));
    forms.add("HTML escape", with_at_sign_as(address, "&#x40;"));
    forms.add("HTML escape", with_at_sign_as(address, "&commat;"));
    for (std::size_t shift = 0; shift < 3; ++shift) {
        forms.add("base64", base64_inside(address, shift, sodium_base64_VARIANT_ORIGINAL));
        forms.add("base64", base64_inside(address, shift, sodium_base64_VARIANT_URLSAFE));
    }
    const auto add_digest =
        [&](std::string_view as_hex, std::string_view as_base64, const EVP_MD* algorithm) {
            const auto bytes = digest(address, algorithm);
            forms.add(as_hex, hex(bytes));
            forms.add_base64(as_base64, bytes);
        };
    add_digest("MD5, hex", "MD5, base64", EVP_md5());
    add_digest("SHA-1, hex", "SHA-1, base64", EVP_sha1());
    add_digest("SHA-256, hex", "SHA-256, base64", EVP_sha256());
}

}  // namespace

std::vector<address_form> forms_of(const private_email& address)
{
    form_list forms;
    const auto text = address.reveal_private_address();
    add_forms(text, forms);
    add_forms(lower(text), forms);
    return forms.take();
}

}  // namespace rejoinder::privacy
