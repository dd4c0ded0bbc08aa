#pragma once

#include "moderation/text/unit.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// What folding makes of one code point.
struct folding {
    char32_t folded = 0;  ///< 0: dropped, it is invisible or a mark. Else the first character.
    char32_t look = 0;    ///< Letter that the folded character resembles or stands for, or 0.
    char32_t look_as_typed = 0;  ///< The same for the character before case folding.
    unit_kind kind = unit_kind::punctuation;
    bool ambiguous = false;
    bool unspaced = false;
    bool foreign = false;    ///< A letter of a script with Latin look-alikes, but not Latin.
    bool composes = false;   ///< May be one character together with the one before it.
    bool mark = false;       ///< Belongs to the letter before it, in a script that has such marks.
    std::uint16_t more = 0;  ///< Index into `fold_table::rest` where one becomes several; 0: none.
};

/// What every code point is folded to, computed once from ICU's data: compatibility forms (NFKC),
/// case folding, marks and invisible characters dropped, look-alikes by the confusables of UTS 39,
/// and the signs and digits that people write for letters.
class fold_table {
public:
    /// Built at the first call, which takes some 50 ms; safe from several threads.
    static const fold_table& instance();

    folding operator[](char32_t code_point) const
    {
        return code_point < pages_end ? table_[code_point] : outside(code_point);
    }

    /// The one character that the two are together (a kana and its voicing mark, the parts of a
    /// Hangul syllable); 0 when there is none.
    char32_t compose(char32_t first, char32_t second) const;

    /// The characters after the first, where `folding::more` is not 0.
    std::u32string_view rest(std::uint16_t more) const { return rest_[more]; }

private:
    static constexpr char32_t pages_end = 0x20000;  // what has case, compatibility or look-alikes

    fold_table();
    folding outside(char32_t code_point) const;

    std::vector<folding> table_;
    std::vector<std::u32string> rest_;
};

}  // namespace rejoinder::moderation
