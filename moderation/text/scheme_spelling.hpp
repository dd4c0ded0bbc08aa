#pragma once

#include "moderation/text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace rejoinder::moderation {

/// What a text begins with that is meant as "http://" or "https://".
struct scheme_spelling {
    std::size_t length = 0;       ///< Bytes, with the slashes; 0: the text begins otherwise.
    std::string_view plain = {};  ///< "http://" or "https://".
    bool disguised = false;       ///< It is written in another way.
};

/// What every spelling of a scheme begins with, and goes on with.
inline constexpr byte_set scheme_begins("hHtT");
inline constexpr byte_set scheme_goes_on(" tTxX*_#+-");

/// Knows "hxxp://", "h**p://", "h t t p : / /", "http:\\", "http[:]//", "ttp://", "http//" and
/// their like. Looks at the first bytes only.
scheme_spelling spelled_scheme(std::string_view text);

}  // namespace rejoinder::moderation
