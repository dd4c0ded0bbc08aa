#pragma once

#include "server/privacy/private_email.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::privacy {

/// One way in which an address could stand in a file or an answer.
struct address_form {
    address_form(std::string_view name_, std::string bytes_)
        : name(name_),
          bytes(std::move(bytes_))
    {
    }

    std::string_view name;  ///< For the report: "plain", "sha256 hex". A literal.
    std::string bytes;      ///< In lower case: forms are looked for regardless of case.
};

/// Every form that verify-privacy looks for: the address itself; percent-encoded, as JSON and HTML
/// escapes; in base64 at each of the three alignments that a surrounding text may give it; MD5,
/// SHA-1 and SHA-256 of it (which is what avatar services are asked by) as hex and base64. Each of
/// the address as typed and in lower case.
std::vector<address_form> forms_of(const private_email& address);

}  // namespace rejoinder::privacy
