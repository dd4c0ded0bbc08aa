#pragma once

#include "server/model/sealed_email.hpp"
#include "server/privacy/key_ring.hpp"
#include "server/privacy/private_email.hpp"

#include <optional>

namespace rejoinder::privacy {

/// Seals addresses with XChaCha20-Poly1305 under a fresh nonce, so that equal addresses never look
/// equal, and opens them again: for a mail, for key rotation and for verify-privacy, nothing else.
class email_sealer {
public:
    /// The ring must outlive the sealer.
    explicit email_sealer(const key_ring& keys);

    model::sealed_email seal(const private_email& address) const;

    /// Nothing when the key is unknown or the seal is broken.
    std::optional<private_email> open(const model::sealed_email& sealed) const;

private:
    const key_ring& keys_;
};

}  // namespace rejoinder::privacy
