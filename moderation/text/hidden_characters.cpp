#include "moderation/text/hidden_characters.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

namespace rejoinder::moderation {

namespace {

struct placed_character {
    UChar32 code_point = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool invisible = false;
};

bool is_selector(UChar32 c)
{
    return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0;
}

bool is_tag(UChar32 c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

bool is_invisible_character(UChar32 c)
{
    return c >= 0xAD && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

/// What no text has a use for, wherever it stands.
bool is_never_text(UChar32 c)
{
    constexpr UChar32 apple = 0xF8FF;
    const auto type = u_charType(c);
    return (type == U_PRIVATE_USE_CHAR && c != apple) ||
           u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT) ||
           (c >= 0x206A && c <= 0x206F) ||  // deprecated controls
           (c >= 0xFFF0 && c <= 0xFFFB) ||  // unassigned, interlinear annotation
           c == 0x3164 || c == 0xFFA0 ||    // blank Hangul letters
           (c >= 0x1D173 && c <= 0x1D17A);  // notation of music
}

/// A letter of a script that spells without invisible characters, or a digit.
bool is_plain_letter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_CHEROKEE:
    case USCRIPT_COPTIC:
    case USCRIPT_LISU:
    case USCRIPT_CANADIAN_ABORIGINAL:
        return u_isalpha(c);
    default:
        return false;
    }
}

/// Embeddings, overrides, isolates and their ends. Where they stand is for direction_controls.hpp.
bool is_direction_control(UChar32 c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// A text as characters, of which `hidden` tells whether one has no business where it stands.
class character_row {
public:
    explicit character_row(std::string_view text)
    {
        row_.reserve(text.size());
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = at;
            const auto c = static_cast<UChar32>(next_code_point(text, at));
            row_.push_back({c, begin, at, is_invisible_character(c)});
        }
    }

    std::size_t size() const { return row_.size(); }
    const placed_character& operator[](std::size_t i) const { return row_[i]; }

    bool hidden(std::size_t i) const
    {
        const auto [c, begin, end, invisible] = row_[i];
        if (c < 0xAD)
            return false;  // the soft hyphen is the first of them all
        if (is_never_text(c))
            return true;
        if (!invisible)
            return false;
        if (is_tag(c))
            return !in_flag(i);
        if (is_selector(c))
            return !selects(i);
        if (c == 0xAD)
            return crowded_hyphen(i);
        if (c == 0x115F || c == 0x1160)
            return !beside_jamo(i);
        return !is_direction_control(c) && within_word(i);
    }

    /// Invisible characters in a row from here. The tags of a flag are as many as they must be.
    std::size_t run_from(std::size_t i) const
    {
        auto end = i;
        while (end < row_.size() && row_[end].invisible && !is_tag(row_[end].code_point))
            ++end;
        return end - i;
    }

private:
    // What stands in the way of a look further than this is hidden text itself. Without a limit a
    // text of nothing else would take quadratic time.
    static constexpr std::size_t look_max = 16;

    /// The black flag, tags of letters and digits, and the tag that ends them.
    bool in_flag(std::size_t i) const
    {
        constexpr std::size_t flag_tags_max = 7;
        auto first = i;
        while (first > 0 && i - first < look_max && is_tag(row_[first - 1].code_point))
            --first;
        auto last = i;
        while (last + 1 < row_.size() && last - i < look_max && is_tag(row_[last + 1].code_point))
            ++last;
        return first > 0 && row_[first - 1].code_point == 0x1F3F4 &&
               row_[last].code_point == 0xE007F && last - first < flag_tags_max;
    }

    /// Whether there is something before the selector that has another form. Where the emoji
    /// before it was lost, it does no harm.
    bool selects(std::size_t i) const
    {
        if (i == 0)
            return true;
        const auto before = row_[i - 1].code_point;
        if (row_[i].code_point >= 0xE0100)
            return u_hasBinaryProperty(before, UCHAR_UNIFIED_IDEOGRAPH) != 0;
        return !is_selector(before) && (u_isdigit(before) || !is_plain_letter(before));
    }

    /// Hyphenation never leaves one letter alone.
    bool crowded_hyphen(std::size_t i) const
    {
        const auto is_hyphen = [this](std::size_t at) {
            return row_[at].code_point == 0xAD;
        };
        return (i >= 1 && is_hyphen(i - 1)) || (i >= 2 && is_hyphen(i - 2));
    }

    bool beside_jamo(std::size_t i) const
    {
        const auto is_jamo = [this](std::size_t at) {
            return at < row_.size() && row_[at].code_point >= 0x1100 &&
                   row_[at].code_point <= 0x11FF;
        };
        return is_jamo(i + 1) || (i > 0 && is_jamo(i - 1));
    }

    bool within_word(std::size_t i) const
    {
        auto before = i;
        while (before > 0 && i - before < look_max && row_[before].invisible)
            --before;
        auto after = i;
        while (after + 1 < row_.size() && after - i < look_max && row_[after].invisible)
            ++after;
        return is_plain_letter(row_[before].code_point) && is_plain_letter(row_[after].code_point);
    }

    std::vector<placed_character> row_;
};

}  // namespace

std::optional<text_span> find_hidden_characters(std::string_view text, std::size_t run_max)
{
    if (is_ascii(text))
        return std::nullopt;

    const character_row row(text);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto run = row.run_from(i);
        if (run > run_max)
            return text_span{row[i].begin, row[i + run - 1].end};
        if (!row.hidden(i))
            continue;
        auto last = i;
        while (last + 1 < row.size() && row.hidden(last + 1))
            ++last;
        return text_span{row[i].begin, row[last].end};
    }
    return std::nullopt;
}

}  // namespace rejoinder::moderation
