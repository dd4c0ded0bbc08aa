#pragma once

#include "server/privacy/private_email.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::intake {

/// What is accepted as an e-mail address: a documented subset of RFC 5321 that contains all that
/// HTML's `input type=email` accepts.
///
/// - local part: 1 to 64 bytes of letters, digits and .!#$%&'*+/=?^_`{|}~- and, after RFC 6531, any
///   character beyond ASCII that is no space or control; no quoted strings
/// - domain: labels of letters, digits and inner hyphens, at most 63 bytes each; internationalised
///   ones are turned into their ASCII form (IDNA 2008, UTS 46); no address literals
/// - in all: at most 254 bytes
struct parsed_email {
    privacy::private_email address;  ///< As typed, its domain in lower-case ASCII form.
    std::string domain;              ///< The domain alone.
};

std::optional<parsed_email> parse_email(std::string_view text);

}  // namespace rejoinder::intake
