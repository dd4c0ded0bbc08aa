#pragma once

#include <sodium.h>
#include <string>
#include <string_view>

namespace rejoinder::config {

/// Everything that went into a rule set, for its version.
class fingerprint {
public:
    fingerprint();

    void add(std::string_view text);

    /// Twelve hexadecimal digits. Nothing can be added afterwards.
    std::string finish();

private:
    crypto_generichash_state state_;
};

}  // namespace rejoinder::config
