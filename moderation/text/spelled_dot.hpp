#pragma once

#include "moderation/text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace rejoinder::moderation {

/// What a dot that is spelled out begins with, and goes on with.
inline constexpr byte_set spelled_dot_begins(" -_*[({<");
inline constexpr byte_set spelled_dot_goes_on(" .dDpP[({<");

/// Length of what stands at `at` for the dot within a host, with the blanks around it; 0 where it
/// stands for none. An ordinary dot is none.
///
/// In brackets it is a dot wherever a host may go on: "example [dot] com", "example(.)com". Without
/// them, as "dot" or " . ", only before an ending that is not also a word.
std::size_t spelled_dot(std::string_view text, std::size_t at);

}  // namespace rejoinder::moderation
