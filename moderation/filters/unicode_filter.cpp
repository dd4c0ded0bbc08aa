#include "moderation/filters/unicode_filter.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/direction_controls.hpp"
#include "moderation/text/hidden_characters.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <optional>

namespace rejoinder::moderation {

namespace {

bool is_stacking_mark(UChar32 c)
{
    const auto type = u_charType(c);
    return (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) &&
           !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// An accent that sits on letters of any script, as opposed to one script's own vowel sign.
bool is_accent(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    return script == USCRIPT_INHERITED || script == USCRIPT_COMMON;
}

/// The first letter with too many marks, and all of those.
std::optional<text_span> find_stacked_marks(std::string_view text, std::size_t marks_max)
{
    text_span letter;
    std::size_t marks = 0;
    std::size_t accents = 0;
    const auto stacked = [&] {
        return accents > marks_max || marks > 2 * marks_max;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        if (c >= 0x300 && is_stacking_mark(c)) {
            ++marks;
            accents += is_accent(c) ? 1 : 0;
            letter.end = at;
            continue;
        }
        if (stacked())
            break;
        letter = {begin, at};
        marks = 0;
        accents = 0;
    }
    return stacked() ? std::optional(letter) : std::nullopt;
}

}  // namespace

unicode_filter::unicode_filter(unicode_settings settings)
    : settings_(settings)
{
}

findings unicode_filter::inspect(const comment_view& comment) const
{
    findings found;
    const auto look_into = [&](comment_field field, std::string_view text) {
        if (is_ascii(text))
            return;
        const auto note = [&](const std::optional<text_span>& span, const char* detail) {
            if (span)
                found.push_back(
                    {.reason = reason::unicode_abuse,
                     .field = field,
                     .span = *span,
                     .detail = detail});
        };
        note(find_stacked_marks(text, settings_.marks_max), "marks");
        note(find_direction_abuse(text), "direction");
        note(find_hidden_characters(text, settings_.invisible_run_max), "hidden");
    };
    look_into(comment_field::name, comment.name);
    look_into(comment_field::text, comment.text);
    return found;
}

}  // namespace rejoinder::moderation
