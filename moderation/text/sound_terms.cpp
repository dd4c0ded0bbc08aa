#include "moderation/text/sound_terms.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t letters_min = 4;
constexpr std::size_t letters_max = 24;
constexpr std::size_t consonants_min = 4;  // three could be any abbreviation
constexpr std::size_t reversed_min = 5;    // shorter ones are words both ways: "tips"

bool is_latin(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

bool is_in_word(const text_unit& unit)
{
    return is_latin(unit.skeleton) &&
           (unit.kind == unit_kind::letter || unit.kind == unit_kind::digit ||
            unit.kind == unit_kind::symbol);
}

bool makes_c_soft(char c)
{
    return c == 'e' || c == 'i' || c == 'y';
}

std::string consonants_of(std::string_view letters)
{
    std::string consonants;
    for (const char c : letters)
        if (std::string_view("aeiou").find(c) == std::string_view::npos)
            consonants += c;
    return consonants;
}

}  // namespace

std::string sound_of(std::string_view letters)
{
    std::string sound;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char next = i + 1 < letters.size() ? letters[i + 1] : '\0';
        switch (letters[i]) {
        case 'p':
            sound += next == 'h' ? 'f' : 'p';
            i += next == 'h' ? 1 : 0;
            break;
        case 'c':
            sound += next == 'h' ? 'c' : makes_c_soft(next) ? 's' : 'k';
            i += next == 'k' || next == 'q' ? 1 : 0;
            break;
        case 'q':
            sound += 'k';
            break;
        case 'z':
            sound += 's';
            break;
        case 'x':
            sound += "ks";
            break;
        case 'y':
            sound += i > 0 ? 'i' : 'y';
            break;
        default:
            sound += letters[i];
        }
    }
    std::string squeezed;
    for (std::size_t i = 0; i < sound.size();) {
        const auto end = std::min(sound.find_first_not_of(sound[i], i), sound.size());
        squeezed.append(end - i >= 3 ? 1 : end - i, sound[i]);
        i = end;
    }
    return squeezed;
}

void sound_terms::add(const std::u32string& term, bool open_end, std::size_t id)
{
    if (term.size() < letters_min || term.size() > letters_max ||
        !std::all_of(term.begin(), term.end(), is_latin))
        return;
    std::string letters;
    for (const auto c : term)
        letters += static_cast<char>(c);
    const auto consonants = consonants_of(letters);
    if (consonants.size() >= consonants_min && consonants.front() == letters.front())
        other_spellings_[consonants].push_back(id);
    if (letters.size() >= reversed_min)
        other_spellings_[std::string(letters.rbegin(), letters.rend())].push_back(id);
    terms_[sound_of(letters)].push_back({id, open_end, std::move(letters)});
}

void sound_terms::find(const folded_text& text, std::vector<word_hit>& hits) const
{
    if (terms_.empty())
        return;
    const auto& units = text.units();
    for (std::size_t first = 0; first < units.size();) {
        auto end = first;
        while (end < units.size() && is_in_word(units[end]))
            ++end;
        if (end == first) {
            ++first;
            continue;
        }
        // "(word!)" begins and ends in signs.
        auto begin = first;
        auto last = end - 1;
        while (begin < last && units[begin].kind == unit_kind::symbol)
            ++begin;
        while (last > begin && units[last].kind == unit_kind::symbol)
            --last;
        if (last - begin + 1 >= letters_min && last - begin < letters_max)
            look_at(text, begin, last, hits);
        first = end;
    }
}

void sound_terms::look_at(
    const folded_text& text,
    std::size_t first,
    std::size_t last,
    std::vector<word_hit>& hits) const
{
    static constexpr std::string_view endings[] = {"s", "er", "ers", "ing", "in", "ed", "i"};
    std::string letters;
    std::size_t digits = 0;
    for (auto i = first; i <= last; ++i) {
        letters += static_cast<char>(text.units()[i].skeleton);
        digits += text.units()[i].kind == unit_kind::digit ? 1 : 0;
    }
    if (digits * 2 > letters.size())
        return;
    if (const auto known = other_spellings_.find(letters); known != other_spellings_.end())
        for (const auto id : known->second)
            hits.push_back({id, first, last});
    const auto sound = sound_of(letters);
    const auto note = [&](const std::string& part, bool whole) {
        const auto known = terms_.find(part);
        if (known == terms_.end())
            return;
        // What is spelled as the term is found without listening.
        for (const auto& [id, open_end, spelled] : known->second)
            if ((whole || open_end) && !letters.starts_with(spelled))
                hits.push_back({id, first, last});
    };
    note(sound, true);
    for (const auto ending : endings)
        if (sound.size() > ending.size() && sound.ends_with(ending))
            note(sound.substr(0, sound.size() - ending.size()), false);
}

}  // namespace rejoinder::moderation
