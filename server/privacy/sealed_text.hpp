#pragma once

#include "server/privacy/key_ring.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// Encrypts with the current key of the purpose (XChaCha20-Poly1305), padded so that its length
/// says little: "<key version>.<base64url>".
std::string seal_text(const key_ring& keys, key_purpose purpose, std::string_view text);

/// Nothing for what was not sealed so, or by a key that is gone. What is returned is the caller's
/// to wipe. A text cannot end in a zero byte.
std::optional<std::string> open_text(
    const key_ring& keys,
    key_purpose purpose,
    std::string_view sealed);

}  // namespace rejoinder::privacy
