#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

class folded_text;

/// Which signs and digits of a name are letters. No way of reading is right for all names.
enum class name_reading : std::uint8_t {
    letters_only,   ///< Ada Lovelace (2)
    inner_digits,   ///< M0derator 2 (Official)
    all_as_letters  ///< 4d@ L0vel@ce
};

/// The letters of a name as an eye that is not careful reads them: without what stands between
/// them, each once where it is doubled, those that look alike as one.
std::u32string letters_of(const folded_text& name, name_reading reading);

/// The same as UTF-8, by inner_digits: names that are easily taken for one another share it. Empty
/// where a name has no letters.
std::string name_key(std::string_view name);

}  // namespace rejoinder::moderation
