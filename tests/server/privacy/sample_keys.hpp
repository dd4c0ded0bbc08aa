#pragma once

#include "server/privacy/key_ring.hpp"

#include <string>

namespace rejoinder::tests {

/// A line of a key file whose key is one hexadecimal digit over and over.
inline std::string key_line(const std::string& version, char digit)
{
    return version + ' ' + std::string(2 * privacy::secret_key::bytes, digit) + '\n';
}

/// A ring of one key.
inline privacy::key_ring sample_ring(char digit = 'a')
{
    return privacy::key_ring::parse(key_line("k1", digit));
}

}  // namespace rejoinder::tests
