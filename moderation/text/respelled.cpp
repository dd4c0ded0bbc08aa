#include "moderation/text/respelled.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/mixed_scripts.hpp"
#include "moderation/text/utf8.hpp"

#include <algorithm>
#include <string>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t turned_word_max = 40;  // letters; nobody turns more by hand

struct drawing {
    std::string_view signs;
    std::string_view letter;
};

// The longer before what they begin with.
constexpr drawing drawings[] = {
    {"\\/\\/", "w"}, {"/\\/\\", "m"}, {"|\\/|", "m"}, {"|\\|", "n"}, {"/\\/", "n"}, {"|-|", "h"},
    {"]-[", "h"},    {"|_|", "u"},    {"(_)", "u"},   {"/-\\", "a"}, {"/\\", "a"},  {"\\/", "v"},
    {"}{", "h"},     {"|<", "k"},     {"|{", "k"},    {"|)", "d"},   {"[)", "d"},   {"|>", "p"},
    {"|*", "p"},     {"|=", "f"},     {"|3", "b"},    {"|2", "r"},   {"|_", "l"},   {"()", "o"},
    {"[]", "o"},     {"vv", "w"},     {"VV", "w"},    {"><", "x"},
};

bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Letters, digits and the signs that need no drawing: "$|-|!+".
bool stands_for_letter(char c)
{
    return is_alnum(c) || std::string_view("$@!+(#").find(c) != std::string_view::npos;
}

bool begins_drawing(std::string_view rest)
{
    return std::any_of(std::begin(drawings), std::end(drawings), [&](const drawing& known) {
        return rest.starts_with(known.signs);
    });
}

struct turned_letter {
    char32_t turned;
    char letter;
};

// Letters of their own that look like others upside down; only words with one of them are turned.
constexpr turned_letter turned_letters[] = {
    {U'\u0250', 'a'}, {U'\u0254', 'c'}, {U'\u01DD', 'e'}, {U'\u0259', 'e'}, {U'\u025F', 'f'},
    {U'\u0183', 'g'}, {U'\u0265', 'h'}, {U'\u1D09', 'i'}, {U'\u027E', 'j'}, {U'\u017F', 'j'},
    {U'\u029E', 'k'}, {U'\u0283', 'l'}, {U'\uA781', 'l'}, {U'\u026F', 'm'}, {U'\u0279', 'r'},
    {U'\u0287', 't'}, {U'\u028C', 'v'}, {U'\u028D', 'w'}, {U'\u028E', 'y'},
};
// Letters that are others upside down, or themselves.
constexpr turned_letter plain_letters[] = {
    {U'n', 'u'},
    {U'u', 'n'},
    {U'p', 'd'},
    {U'd', 'p'},
    {U'b', 'q'},
    {U'q', 'b'},
    {U'o', 'o'},
    {U's', 's'},
    {U'x', 'x'},
    {U'z', 'z'},
    {U'l', 'l'},
    {U'i', 'i'},
    {U'\u0131', 'i'},
    {U'm', 'w'},
};

template <std::size_t N>
char letter_for(char32_t c, const turned_letter (&known)[N])
{
    for (const auto& [turned, letter] : known)
        if (turned == c)
            return letter;
    return 0;
}

constexpr byte_set drawing_beginnings("\\/|]}[(>vV");

/// By the first bytes of their UTF-8; they also begin a few other letters.
bool has_turned_letters(std::string_view text)
{
    constexpr byte_set first_bytes("\xC5\xC6\xC7\xC9\xCA\xE1\xEA");
    return !is_ascii(text) && first_bytes.is_any_in(text);
}

/// Likewise: of Greek, Cyrillic and what else is passed off as Latin. Not of quotation marks.
bool has_foreign_letters(std::string_view text)
{
    constexpr byte_set first_bytes("\xC6\xC9\xCA\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xE0\xE1"
                                   "\xE3\xE4\xE5\xE6\xE7\xE9\xEF");
    return !is_ascii(text) && first_bytes.is_any_in(text);
}

/// Whether there can be anything to rewrite; most texts have none of it.
bool is_worth_a_look(std::string_view text)
{
    constexpr byte_set signs("|\\/()[]{}<>");
    return signs.is_any_in(text) || has_turned_letters(text) || has_foreign_letters(text) ||
           text.find("vv") != std::string_view::npos || text.find("VV") != std::string_view::npos;
}

class respeller {
public:
    explicit respeller(std::string_view text)
        : text_(text),
          may_be_turned_(has_turned_letters(text)),
          may_be_mixed_(has_foreign_letters(text))
    {
    }

    rewritten_text write()
    {
        while (at_ < text_.size())
            if (!write_drawing() && !write_turned_word() && !write_mixed_word())
                keep_on();
        return std::move(plain_);
    }

private:
    /// Takes over one character, and all up to the next that may begin a drawing where only
    /// drawings are looked for.
    void keep_on()
    {
        const auto begin = at_;
        next_code_point(text_, at_);
        if (!may_be_turned_ && !may_be_mixed_)
            at_ = drawing_beginnings.find_in(text_, at_);
        plain_.keep(text_.substr(begin, at_ - begin));
        drawn_ = false;
    }

    bool write_drawing()
    {
        if (!drawing_beginnings.contains(text_[at_]))
            return false;
        const auto rest = text_.substr(at_);
        for (const auto& [signs, letter] : drawings) {
            if (!rest.starts_with(signs))
                continue;
            const auto next = at_ + signs.size();
            const bool beside = drawn_ || (at_ > 0 && stands_for_letter(text_[at_ - 1])) ||
                                (next < text_.size() && (stands_for_letter(text_[next]) ||
                                                         begins_drawing(text_.substr(next))));
            if (!beside)
                continue;
            plain_.replace(signs.size(), letter);
            at_ = next;
            drawn_ = true;
            return true;
        }
        return false;
    }

    /// Looks at each run of letters once; what is no turned word is taken over as it is.
    bool write_turned_word()
    {
        if (!may_be_turned_)
            return false;
        std::string word;
        bool turned = false;
        auto end = at_;
        while (end < text_.size() && word.size() < turned_word_max) {
            auto next = end;
            const char32_t c = next_code_point(text_, next);
            char letter = c < 0x80 ? '\0' : letter_for(c, turned_letters);
            turned = turned || letter != 0;
            if (letter == 0)
                letter = letter_for(c, plain_letters);
            if (letter == 0)
                break;
            word += letter;
            end = next;
        }
        if (word.empty())
            return false;
        if (turned) {
            std::reverse(word.begin(), word.end());
            plain_.replace(end - at_, word);
        } else {
            plain_.keep(text_.substr(at_, end - at_));
        }
        at_ = end;
        drawn_ = false;
        return true;
    }

    /// Looks at each run of letters once, too.
    bool write_mixed_word()
    {
        if (!may_be_mixed_ || at_ < mixed_from_)
            return false;
        const auto word = mixed_word_at(text_, at_);
        mixed_from_ = word.end;
        if (word.letters.empty())
            return false;
        plain_.replace(word.end - at_, word.letters);
        at_ = word.end;
        drawn_ = false;
        return true;
    }

    std::string_view text_;
    bool may_be_turned_;
    bool may_be_mixed_;
    std::size_t mixed_from_ = 0;  // up to here there is no mixed word
    std::size_t at_ = 0;
    bool drawn_ = false;  // what came last was a drawing
    rewritten_text plain_;
};

}  // namespace

rewritten_text respelled(std::string_view text)
{
    if (!is_worth_a_look(text))
        return {};
    return respeller(text).write();
}

}  // namespace rejoinder::moderation
