#pragma once

#include "server/privacy/private_email.hpp"

#include <string>

namespace rejoinder::intake {

/// Replaces the author's own address in a text by "[address removed]": in any letter case, its
/// domain in ASCII or Unicode, also percent-encoded, and with "@" written as " at ", or as
/// "(at)" or "[at]" with or without spaces. Returns whether there was one.
bool mask_address(std::string& text, const privacy::private_email& address);

/// Whether a URL holds the address, percent-encoded in whatever way.
bool url_holds_address(const std::string& url, const privacy::private_email& address);

/// Takes query and fragment from a URL that holds the address, such as the link of a newsletter to
/// its reader, and the path as well where the address is in it.
void remove_address(std::string& url, const privacy::private_email& address);

}  // namespace rejoinder::intake
