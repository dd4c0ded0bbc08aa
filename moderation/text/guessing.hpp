#pragma once

#include <cstdint>

namespace rejoinder::moderation {

/// How far words are guessed that are not shown as an entry spells them: letters are masked, lost,
/// turned round or only sound like it.
enum class guessing : std::uint8_t {
    none,     ///< Not at all.
    careful,  ///< Where hardly another word is meant: for lists of words with innocent readings.
    free      ///< Where another word is unlikely: for lists of words without any.
};

}  // namespace rejoinder::moderation
