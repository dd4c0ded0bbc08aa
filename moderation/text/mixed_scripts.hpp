#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// A run of letters and what it is read as.
struct mixed_word {
    std::string letters;  ///< Latin; empty when it is no such word.
    std::size_t end = 0;  ///< Where the run ends, in bytes; behind the beginning.
};

/// The run of letters at this byte. It is read as Latin when every one of its letters looks like a
/// Latin one and they are of more than one script, as "fonts" for networks give them: "คςt",
/// "卂匚ㄒ" for "act". A word of one script is what it is.
mixed_word mixed_word_at(std::string_view text, std::size_t at);

}  // namespace rejoinder::moderation
