#include "moderation/text/sound_terms.hpp"

#include <algorithm>
#include <array>
#include <cassert>
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

constexpr std::size_t ending_max = 3;

bool is_ending(std::string_view sound)
{
    static constexpr std::string_view endings[] = {"s", "er", "ers", "ing", "in", "ed", "i"};
    return std::find(std::begin(endings), std::end(endings), sound) != std::end(endings);
}

/// What letters sound like, with no letter more than twice in a row.
class sound_writer {
public:
    /// At most `letters_max` of them.
    explicit sound_writer(std::string_view letters)
    {
        assert(letters.size() <= letters_max);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const char next = i + 1 < letters.size() ? letters[i + 1] : '\0';
            switch (letters[i]) {
            case 'p':
                write(next == 'h' ? 'f' : 'p');
                i += next == 'h' ? 1 : 0;
                break;
            case 'c':
                write(next == 'h' ? 'c' : makes_c_soft(next) ? 's' : 'k');
                i += next == 'k' || next == 'q' ? 1 : 0;
                break;
            case 'q':
                write('k');
                break;
            case 'z':
                write('s');
                break;
            case 'x':
                write('k');
                write('s');
                break;
            case 'y':
                write(i > 0 ? 'i' : 'y');
                break;
            default:
                write(letters[i]);
            }
        }
    }

    std::string_view written() const { return {sound_.data(), length_}; }

private:
    /// Three or more in a row are one.
    void write(char letter)
    {
        in_a_row_ = length_ == 0 || sound_[length_ - 1] != letter ? 1 : in_a_row_ + 1;
        if (in_a_row_ <= 2)
            sound_[length_++] = letter;
        else if (in_a_row_ == 3)
            --length_;
    }

    std::array<char, 2 * letters_max> sound_;
    std::size_t length_ = 0;
    std::size_t in_a_row_ = 0;
};

}  // namespace

std::string sound_of(std::string_view letters)
{
    return std::string(sound_writer(letters.substr(0, letters_max)).written());
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
        add_spelling(consonants, id);
    if (letters.size() >= reversed_min)
        add_spelling(std::string(letters.rbegin(), letters.rend()), id);
    const auto sound = sound_of(letters);
    sieve_of_sounds_.add(string_sieve::hash_of(sound));
    terms_[sound].push_back({id, open_end, std::move(letters)});
}

void sound_terms::add_spelling(const std::string& letters, std::size_t id)
{
    sieve_of_spellings_.add(string_sieve::hash_of(letters));
    other_spellings_[letters].push_back(id);
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
    std::array<char, letters_max> read{};
    std::size_t count = 0;
    std::size_t digits = 0;
    auto hash = string_sieve::hash_of_nothing;
    for (auto i = first; i <= last; ++i) {
        const char letter = static_cast<char>(text.units()[i].skeleton);
        read[count++] = letter;
        hash = string_sieve::extended(hash, letter);
        digits += text.units()[i].kind == unit_kind::digit ? 1 : 0;
    }
    if (digits * 2 > count)
        return;
    const std::string_view letters(read.data(), count);
    if (sieve_of_spellings_.may_hold(hash))
        if (const auto known = other_spellings_.find(std::string(letters));
            known != other_spellings_.end())
            for (const auto id : known->second)
                hits.push_back({id, first, last});

    const sound_writer writer(letters);
    const auto sound = writer.written();
    std::array<std::uint64_t, 2 * letters_max + 1> hashes{string_sieve::hash_of_nothing};
    for (std::size_t i = 0; i < sound.size(); ++i)
        hashes[i + 1] = string_sieve::extended(hashes[i], sound[i]);
    const auto note = [&](std::size_t length, bool whole) {
        if (!sieve_of_sounds_.may_hold(hashes[length]))
            return;
        if (!whole && !is_ending(sound.substr(length)))
            return;
        const auto known = terms_.find(std::string(sound.substr(0, length)));
        if (known == terms_.end())
            return;
        // What is spelled as the term is found without listening.
        for (const auto& [id, open_end, spelled] : known->second)
            if ((whole || open_end) && !letters.starts_with(spelled))
                hits.push_back({id, first, last});
    };
    note(sound.size(), true);
    for (std::size_t ending = 1; ending <= ending_max && ending < sound.size(); ++ending)
        note(sound.size() - ending, false);
}

}  // namespace rejoinder::moderation
