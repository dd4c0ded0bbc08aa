#include "server/privacy/secret_sealer.hpp"

#include "server/privacy/base64url.hpp"
#include "server/privacy/sealed_text.hpp"

#include <sodium.h>

namespace rejoinder::privacy {

// A secret is any bytes; as text it cannot end in a zero.

std::string secret_sealer::seal(std::string_view secret) const
{
    auto text = to_base64url(secret);
    auto sealed = seal_text(keys_, key_purpose::second_factor, text);
    sodium_memzero(text.data(), text.size());
    return sealed;
}

std::optional<std::string> secret_sealer::open(std::string_view sealed) const
{
    auto text = open_text(keys_, key_purpose::second_factor, sealed);
    if (!text)
        return std::nullopt;
    auto secret = from_base64url(*text);
    sodium_memzero(text->data(), text->size());
    return secret;
}

}  // namespace rejoinder::privacy
