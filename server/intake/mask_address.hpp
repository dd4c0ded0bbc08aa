#pragma once

#include "server/privacy/private_email.hpp"

#include <string>

namespace rejoinder::intake {

/// Replaces the author's own address in a text by "[address removed]": in any letter case, also
/// percent-encoded, and with "@" written as "(at)", "[at]" or " at ". Returns whether there was
/// one.
bool mask_address(std::string& text, const privacy::private_email& address);

}  // namespace rejoinder::intake
