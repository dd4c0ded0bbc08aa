#include "moderation/text/sign_surroundings.hpp"

#include "moderation/text/masked_terms.hpp"

namespace rejoinder::moderation {

namespace {

/// Goes over units one after the other and counts letters.
class letter_counter {
public:
    explicit letter_counter(const folded_text& text)
        : units_(text.units().data())
    {
    }

    /// How many letters there are, the unit included.
    std::size_t add(std::size_t unit)
    {
        const char32_t letter = units_[unit].skeleton;
        const bool repeated = letter == last_ && units_[unit].ambiguous == ambiguous_;
        last_ = letter;
        ambiguous_ = units_[unit].ambiguous;
        if (letter != 0 && !repeated)
            ++count_;
        return count_;
    }

private:
    const text_unit* units_;
    std::size_t count_ = 0;
    char32_t last_ = 0;
    bool ambiguous_ = false;
};

bool is_wanted(const folded_text& text, std::size_t unit, wanted_signs wanted)
{
    if (wanted == wanted_signs::masks)
        return is_mask_in_word(text, unit);
    return text.units()[unit].kind != unit_kind::letter && text.units()[unit].skeleton != 0;
}

std::size_t begin_before(const folded_text& text, std::size_t sign, std::size_t letters_max)
{
    letter_counter letters(text);
    auto first = sign;
    while (first > 0 && letters.add(first - 1) <= letters_max)
        --first;
    return first;
}

/// Signs that one word could hold both are looked at together.
std::size_t end_behind(
    const folded_text& text,
    std::size_t sign,
    wanted_signs wanted,
    std::size_t letters_max)
{
    letter_counter letters(text);
    auto end = sign + 1;
    for (; end < text.units().size() && letters.add(end) <= letters_max; ++end)
        if (is_wanted(text, end, wanted))
            letters = letter_counter(text);
    return end;
}

}  // namespace

std::vector<unit_range> surroundings_of_signs(
    const folded_text& text,
    wanted_signs wanted,
    std::size_t letters_max)
{
    std::vector<unit_range> all;
    for (const std::size_t sign : text.others())
        if ((all.empty() || sign >= all.back().end) && is_wanted(text, sign, wanted))
            all.push_back(
                {begin_before(text, sign, letters_max),
                 end_behind(text, sign, wanted, letters_max)});
    return all;
}

}  // namespace rejoinder::moderation
