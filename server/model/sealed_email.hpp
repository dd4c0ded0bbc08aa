#pragma once

#include <string>

namespace rejoinder::model {

/// An e-mail address encrypted with a key that is not in the database (server/privacy seals and
/// opens). Safe to carry and to store, useless to read: "k1.<base64url of nonce and ciphertext>".
struct sealed_email {
    std::string text;

    bool empty() const noexcept { return text.empty(); }
    friend bool operator==(const sealed_email&, const sealed_email&) = default;
};

}  // namespace rejoinder::model
