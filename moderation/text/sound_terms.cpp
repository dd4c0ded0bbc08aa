#include "moderation/text/sound_terms.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t letters_min = 4;
constexpr std::size_t careful_min = 5;
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

/// Whether a Latin letter may be written in another way than it sounds.
bool has_other_sound(char32_t letter)
{
    constexpr std::uint32_t letters = 1 << ('p' - 'a') | 1 << ('c' - 'a') | 1 << ('q' - 'a') |
                                      1 << ('z' - 'a') | 1 << ('x' - 'a') | 1 << ('y' - 'a');
    return (letters >> (letter - 'a') & 1) != 0;
}

/// Whether the letter is one of those that are written for another of the same sound.
bool may_be_evasive(char32_t letter)
{
    constexpr std::uint32_t letters = 1 << ('p' - 'a') | 1 << ('f' - 'a') | 1 << ('k' - 'a') |
                                      1 << ('q' - 'a') | 1 << ('z' - 'a') | 1 << ('y' - 'a');
    return (letters >> (letter - 'a') & 1) != 0;
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

/// What letters sound like, with no letter more than twice in a row, and how each sound is spelled:
/// by its letter, or ph as P, a soft c as S, ch as H, ck as C, cq as Q.
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
                next == 'h' ? write('f', 'P') : write('p', 'p');
                i += next == 'h' ? 1 : 0;
                break;
            case 'c':
                if (next == 'h')
                    write('c', 'H');
                else if (makes_c_soft(next))
                    write('s', 'S');
                else
                    write('k', next == 'k' ? 'C' : next == 'q' ? 'Q' : 'c');
                i += next == 'k' || next == 'q' ? 1 : 0;
                break;
            case 'q':
                write('k', 'q');
                break;
            case 'z':
                write('s', 'z');
                break;
            case 'x':
                write('k', 'x');
                write('s', 'x');
                break;
            case 'y':
                write(i > 0 ? 'i' : 'y', 'y');
                break;
            default:
                write(letters[i], letters[i]);
            }
        }
    }

    std::string_view written() const { return {sound_.data(), length_}; }
    std::string_view spellings() const { return {spellings_.data(), length_}; }

private:
    /// Three or more in a row are one.
    void write(char letter, char spelling)
    {
        in_a_row_ = length_ == 0 || sound_[length_ - 1] != letter ? 1 : in_a_row_ + 1;
        if (in_a_row_ <= 2) {
            sound_[length_] = letter;
            spellings_[length_++] = spelling;
        } else if (in_a_row_ == 3) {
            --length_;
        }
    }

    std::array<char, 2 * letters_max> sound_;
    std::array<char, 2 * letters_max> spellings_;
    std::size_t length_ = 0;
    std::size_t in_a_row_ = 0;
};

/// Whether people spell the sound so who do not want to write it as the term does. `next` is the
/// spelling behind it: a k before a vowel makes another word of many ("diking").
bool is_evasive(char in_term, char read, char next)
{
    switch (in_term) {
    case 'f':
        return read == 'P';
    case 'P':
        return read == 'f';
    case 'c':
        return read == 'k' || read == 'q' || read == 'Q';
    case 'C':
        return read == 'q' || read == 'Q' ||
               (read == 'k' && std::string_view("aeiouy").find(next) == std::string_view::npos);
    case 'k':
        return read == 'q' || read == 'Q';
    case 's':
        return read == 'z';
    case 'i':
        return read == 'y';
    case 'x':
        return read == 'k' || read == 'C' || read == 's' || read == 'z';
    default:
        return false;
    }
}

/// Whether the beginning of what was read is the term in spellings that evade it.
bool is_evasion(std::string_view of_term, std::string_view read)
{
    bool evades = false;
    for (std::size_t i = 0; i < of_term.size(); ++i) {
        if (of_term[i] == read[i])
            continue;
        if (!is_evasive(of_term[i], read[i], i + 1 < read.size() ? read[i + 1] : '\0'))
            return false;
        evades = true;
    }
    return evades || read.substr(of_term.size()) == "z";
}

}  // namespace

std::string sound_of(std::string_view letters)
{
    return std::string(sound_writer(letters.substr(0, letters_max)).written());
}

void sound_terms::add(const std::u32string& term, bool open_end, std::size_t id, guessing how)
{
    const auto least = how == guessing::careful ? careful_min : letters_min;
    if (how == guessing::none || term.size() < least || term.size() > letters_max ||
        !std::all_of(term.begin(), term.end(), is_latin))
        return;
    std::string letters;
    for (const auto c : term)
        letters += static_cast<char>(c);
    const auto consonants = consonants_of(letters);
    if (consonants.size() >= consonants_min && consonants.front() == letters.front())
        add_spelling(consonants, id);
    if (how == guessing::free && letters.size() >= reversed_min)
        add_spelling(std::string(letters.rbegin(), letters.rend()), id);
    const sound_writer sound(letters);
    sieve_of_sounds_.add(string_sieve::hash_of(sound.written()));
    terms_[std::string(sound.written())].push_back(
        {id, open_end, letters, std::string(sound.spellings())});
}

void sound_terms::add_spelling(const std::string& letters, std::size_t id)
{
    sieve_of_spellings_.add(string_sieve::hash_of(letters));
    other_spellings_[letters].push_back(id);
}

/// The hash of a spelling and those of its beginnings that lack an ending of one to three letters.
class sound_terms::hashes {
public:
    void add(char letter)
    {
        for (std::size_t i = ending_max; i > 0; --i)
            lacking_[i] = lacking_[i - 1];
        lacking_[0] = string_sieve::extended(lacking_[0], letter);
    }

    std::uint64_t operator[](std::size_t letters_lacking) const
    {
        return lacking_[letters_lacking];
    }

private:
    std::array<std::uint64_t, ending_max + 1> lacking_ = {string_sieve::hash_of_nothing};
};

/// A word as far as it goes from its first unit, and what one look at each letter tells of it.
class sound_terms::word {
public:
    word(const std::vector<text_unit>& units, std::size_t first, std::size_t end_max)
        : first_(units.data() + first)
    {
        // Locals, since they stay in registers: this is done for every letter of every text.
        sound_terms::hashes spelled;
        const auto* unit = first_;
        std::size_t digits = 0;
        std::size_t in_a_row = 0;
        char32_t before = 0;
        bool as_spelled = true;
        bool evasive = false;
        for (const auto* const end = units.data() + end_max; unit != end && is_in_word(*unit);
             ++unit) {
            in_a_row = unit->skeleton == before ? in_a_row + 1 : 1;
            before = unit->skeleton;
            as_spelled &= !has_other_sound(before) && in_a_row < 3;
            evasive |= may_be_evasive(before);
            digits += unit->kind == unit_kind::digit ? 1 : 0;
            spelled.add(static_cast<char>(before));
        }
        hashes_ = spelled;
        length_ = static_cast<std::size_t>(unit - first_);
        digits_ = digits;
        sounds_as_spelled_ = as_spelled;
        may_evade_ = evasive;
    }

    std::size_t length() const { return length_; }
    bool is_fit() const
    {
        return length_ >= letters_min && length_ <= letters_max && digits_ * 2 <= length_;
    }
    std::string letters() const
    {
        std::string written;
        for (std::size_t i = 0; i < length_; ++i)
            written += static_cast<char>(first_[i].skeleton);
        return written;
    }
    const sound_terms::hashes& hashes() const { return hashes_; }
    bool may_evade() const { return may_evade_; }
    bool sounds_as_spelled() const { return sounds_as_spelled_; }

private:
    const text_unit* first_;
    sound_terms::hashes hashes_;
    std::size_t length_;
    std::size_t digits_;
    bool sounds_as_spelled_;
    bool may_evade_;
};

void sound_terms::find(const folded_text& text, std::vector<word_hit>& hits) const
{
    if (terms_.empty())
        return;
    const auto& units = text.units();
    const auto is_sign = [&](std::size_t unit) {
        return units[unit].kind == unit_kind::symbol;
    };
    for (std::size_t at = 0; at < units.size();) {
        const word whole(units, at, units.size());
        auto first = at;
        auto end = at + whole.length();
        at = std::max(end, at + 1);
        if (whole.length() < letters_min)
            continue;
        // "(word!)" begins and ends in signs.
        while (first + 1 < end && is_sign(first))
            ++first;
        while (first + 1 < end && is_sign(end - 1))
            --end;
        const bool trimmed = end - first != whole.length();
        look_at(trimmed ? word(units, first, end) : whole, {0, first, end - 1}, hits);
    }
}

void sound_terms::look_at(const word& read, word_hit place, std::vector<word_hit>& hits) const
{
    if (!read.is_fit())
        return;
    if (sieve_of_spellings_.may_hold(read.hashes()[0]))
        if (const auto known = other_spellings_.find(read.letters());
            known != other_spellings_.end())
            for (const auto id : known->second)
                hits.push_back({id, place.first_unit, place.last_unit});

    if (!read.may_evade())
        return;
    if (read.sounds_as_spelled()) {
        look_up(read, read.hashes(), place, hits);
        return;
    }
    const sound_writer sound(read.letters());
    hashes heard;
    for (const char letter : sound.written())
        heard.add(letter);
    look_up(read, heard, place, hits);
}

void sound_terms::look_up(
    const word& read,
    const hashes& heard,
    word_hit place,
    std::vector<word_hit>& hits) const
{
    for (std::size_t lacking = 0; lacking <= ending_max; ++lacking) {
        if (!sieve_of_sounds_.may_hold(heard[lacking]))
            continue;
        const auto letters = read.letters();
        const sound_writer writer(letters);
        const auto sound = writer.written();
        if (lacking >= sound.size() ||
            (lacking > 0 && !is_ending(sound.substr(sound.size() - lacking))))
            continue;
        const auto known = terms_.find(std::string(sound.substr(0, sound.size() - lacking)));
        if (known == terms_.end())
            continue;
        // What is spelled as the term is found without listening.
        for (const auto& term : known->second)
            if ((lacking == 0 || term.open_end) && !letters.starts_with(term.letters) &&
                is_evasion(term.spellings, writer.spellings()))
                hits.push_back({term.id, place.first_unit, place.last_unit});
    }
}

}  // namespace rejoinder::moderation
