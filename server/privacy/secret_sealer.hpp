#pragma once

#include "server/privacy/key_ring.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// Seals the secrets of moderators' second factors, which the database must not give away.
class secret_sealer {
public:
    /// The ring must outlive this.
    explicit secret_sealer(const key_ring& keys)
        : keys_(keys)
    {
    }

    std::string seal(std::string_view secret) const;

    /// Nothing for what is not sealed by a key of the ring.
    std::optional<std::string> open(std::string_view sealed) const;

private:
    const key_ring& keys_;
};

}  // namespace rejoinder::privacy
