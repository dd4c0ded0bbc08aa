#include "moderation/text/name_letters.hpp"

#include "moderation/text/normalize.hpp"
#include "moderation/text/utf8.hpp"

namespace rejoinder::moderation {

namespace {

bool counts(const std::vector<text_unit>& units, std::size_t i, name_reading reading)
{
    const auto is_word = [&](std::size_t at) {
        return units[at].kind == unit_kind::letter || units[at].kind == unit_kind::digit;
    };
    if (units[i].kind == unit_kind::letter || reading == name_reading::all_as_letters)
        return units[i].skeleton != 0;
    return reading == name_reading::inner_digits && units[i].kind == unit_kind::digit &&
           units[i].skeleton != 0 && i > 0 && i + 1 < units.size() && is_word(i - 1) &&
           is_word(i + 1);
}

}  // namespace

std::u32string letters_of(const folded_text& name, name_reading reading)
{
    std::u32string letters;
    const auto& units = name.units();
    std::size_t before = units.size();  // the unit of the last letter
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!counts(units, i, reading))
            continue;
        char32_t letter = units[i].skeleton == 'l' ? U'i' : units[i].skeleton;
        const bool neighbours = !letters.empty() && before + 1 == i;
        before = i;
        if (neighbours && letters.back() == letter)
            continue;
        if (neighbours && letters.back() == 'r' && letter == 'n') {
            letters.pop_back();
            letter = 'm';
        }
        letters += letter;
    }
    return letters;
}

std::string name_key(std::string_view name)
{
    std::string key;
    for (const auto letter : letters_of(folded_text(name), name_reading::inner_digits))
        append_utf8(key, letter);
    return key;
}

}  // namespace rejoinder::moderation
