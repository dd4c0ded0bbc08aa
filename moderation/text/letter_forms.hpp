#pragma once

namespace rejoinder::moderation {

/// The letter that is written smaller as a capital of the same height ("ʙ" for b), or turned upside
/// down ("ɐ" for a), where UTS 39 sees no likeness; 0: there is none. The character is folded.
char32_t plain_letter_of(char32_t folded);

/// Stand-ins of Greek and Cyrillic for Latin letters that are too different for UTS 39 and alike
/// enough for readers; 0: it is none. Only to be used in words that are Latin otherwise.
char32_t latin_stand_in(char32_t folded);

}  // namespace rejoinder::moderation
