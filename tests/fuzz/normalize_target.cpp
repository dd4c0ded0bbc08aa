#include "moderation/text/normalize.hpp"
#include "moderation/text/skeleton.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <algorithm>

namespace rejoinder::fuzz {

namespace {

using namespace moderation;

void check_units(const folded_text& folded, std::string_view original)
{
    const auto& units = folded.units();
    std::size_t at = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& unit = units[i];
        promise(unit.begin < unit.end && unit.end <= original.size(), "a unit has its bytes");
        if (i > 0)
            promise(
                units[i - 1].begin <= unit.begin && units[i - 1].end <= unit.end,
                "units are in order");
        promise(folded.unit_at(at) == i, "the way from the text to a unit");
        promise(next_code_point(folded.text(), at) == unit.folded, "a unit is in the text");
        check_span(folded.original_span(i, units.size() - 1), original);
    }
    promise(at == folded.text().size(), "the text is nothing but its units");
    promise(folded.unit_at(at) == units.size(), "the unit at the end");
}

void check_skeleton(const folded_text& folded, sign_reading reading, char32_t for_masks)
{
    skeleton shape;
    shape.assign(folded, reading, for_masks);
    const auto& letters = shape.letters();
    std::size_t at = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        promise(letters[i].first <= letters[i].last, "a letter has units");
        promise(letters[i].last < folded.units().size(), "a letter's units exist");
        promise(i == 0 || letters[i - 1].last < letters[i].first, "letters are in order");
        promise(shape.letter_at(at) == i, "the way from the skeleton to a letter");
        const auto written = next_code_point(shape.text(), at);
        promise(written == skeleton_class(letters[i].letter), "a letter is in the text");
    }
    promise(at == shape.text().size(), "the skeleton is nothing but its letters");
    promise(std::ranges::is_sorted(shape.signs()), "signs are in order");
    promise(shape.signs().empty() || shape.signs().back() < letters.size(), "signs are letters");
}

}  // namespace

void normalize(std::string_view bytes)
{
    const folded_text folded(bytes);
    check_units(folded, bytes);
    for (const auto reading : {sign_reading::as_gaps, sign_reading::as_letters})
        check_skeleton(folded, reading, 0);
    check_skeleton(folded, sign_reading::as_letters, 'u');

    folded_text again("\u041Dello 1");
    again.assign(bytes);
    promise(again.text() == folded.text(), "an object can be used again");
    promise(again.has_signs() == folded.has_signs(), "an object can be used again, signs");

    const bool ascii = std::ranges::all_of(folded.text(), [](unsigned char c) { return c < 0x80; });
    if (ascii)
        promise(
            folded_text(folded.text()).text() == folded.text(),
            "folding twice is folding once");
}

}  // namespace rejoinder::fuzz
