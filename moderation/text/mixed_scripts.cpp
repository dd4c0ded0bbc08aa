#include "moderation/text/mixed_scripts.hpp"

#include "moderation/text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t mixed_letters_max = 40;
constexpr std::size_t foreign_min = 2;

struct look_alike {
    char32_t code_point;
    char letter;
};

// By code point.
constexpr look_alike look_alikes[] = {
    {U'\u00A2', 'c'}, {U'\u0166', 'f'}, {U'\u0192', 'f'}, {U'\u019A', 't'}, {U'\u01A6', 'r'},
    {U'\u0261', 'g'}, {U'\u028D', 'm'}, {U'\u0290', 'z'}, {U'\u029F', 'l'}, {U'\u0391', 'a'},
    {U'\u0392', 'b'}, {U'\u0395', 'e'}, {U'\u0396', 'z'}, {U'\u0397', 'h'}, {U'\u0399', 'i'},
    {U'\u039A', 'k'}, {U'\u039C', 'm'}, {U'\u039D', 'n'}, {U'\u039F', 'o'}, {U'\u03A1', 'p'},
    {U'\u03A4', 't'}, {U'\u03A5', 'y'}, {U'\u03A7', 'x'}, {U'\u03B1', 'a'}, {U'\u03B2', 'b'},
    {U'\u03B3', 'y'}, {U'\u03B5', 'e'}, {U'\u03B7', 'n'}, {U'\u03B9', 'i'}, {U'\u03BA', 'k'},
    {U'\u03BB', 'a'}, {U'\u03BD', 'v'}, {U'\u03BF', 'o'}, {U'\u03C1', 'p'}, {U'\u03C2', 'c'},
    {U'\u03C3', 'o'}, {U'\u03C4', 't'}, {U'\u03C5', 'u'}, {U'\u03C7', 'x'}, {U'\u03C9', 'w'},
    {U'\u03F2', 'c'}, {U'\u03F3', 'j'}, {U'\u0405', 's'}, {U'\u0406', 'i'}, {U'\u0408', 'j'},
    {U'\u0410', 'a'}, {U'\u0412', 'b'}, {U'\u0415', 'e'}, {U'\u0418', 'n'}, {U'\u041A', 'k'},
    {U'\u041C', 'm'}, {U'\u041D', 'h'}, {U'\u041E', 'o'}, {U'\u0420', 'p'}, {U'\u0421', 'c'},
    {U'\u0422', 't'}, {U'\u0423', 'y'}, {U'\u0425', 'x'}, {U'\u042F', 'r'}, {U'\u0430', 'a'},
    {U'\u0432', 'b'}, {U'\u0433', 'r'}, {U'\u0435', 'e'}, {U'\u0438', 'n'}, {U'\u043A', 'k'},
    {U'\u043C', 'm'}, {U'\u043D', 'h'}, {U'\u043E', 'o'}, {U'\u043F', 'n'}, {U'\u0440', 'p'},
    {U'\u0441', 'c'}, {U'\u0442', 't'}, {U'\u0443', 'y'}, {U'\u0445', 'x'}, {U'\u0446', 'u'},
    {U'\u0448', 'w'}, {U'\u0449', 'w'}, {U'\u044A', 'b'}, {U'\u044C', 'b'}, {U'\u044F', 'r'},
    {U'\u0452', 'h'}, {U'\u0454', 'e'}, {U'\u0455', 's'}, {U'\u0456', 'i'}, {U'\u0458', 'j'},
    {U'\u0475', 'v'}, {U'\u0481', 'c'}, {U'\u048D', 'b'}, {U'\u0493', 'f'}, {U'\u049B', 'k'},
    {U'\u049C', 'k'}, {U'\u04A1', 'k'}, {U'\u04AF', 'y'}, {U'\u04BA', 'h'}, {U'\u04BB', 'h'},
    {U'\u04BD', 'e'}, {U'\u04BF', 'e'}, {U'\u04CF', 'l'}, {U'\u04FB', 'f'}, {U'\u0501', 'd'},
    {U'\u050D', 'g'}, {U'\u051B', 'q'}, {U'\u056C', 'l'}, {U'\u0574', 'u'}, {U'\u0579', 'z'},
    {U'\u057C', 'n'}, {U'\u0580', 'r'}, {U'\u0585', 'o'}, {U'\u05D0', 'x'}, {U'\u05DF', 'j'},
    {U'\u05E5', 'y'}, {U'\u05E7', 'p'}, {U'\u05E9', 'v'}, {U'\u0639', 'e'}, {U'\u0E04', 'a'},
    {U'\u0E1A', 'u'}, {U'\u0E20', 'n'}, {U'\u0E22', 'u'}, {U'\u0E23', 's'}, {U'\u0E2C', 'w'},
    {U'\u0E3F', 'b'}, {U'\u0E40', 'i'}, {U'\u0E4F', 'o'}, {U'\u0E51', 'g'}, {U'\u0E52', 'b'},
    {U'\u0E53', 'm'}, {U'\u0E54', 'd'}, {U'\u10EA', 'b'}, {U'\u10EB', 'd'}, {U'\u13AA', 'a'},
    {U'\u13B6', 'g'}, {U'\u15EA', 'd'}, {U'\u1EE3', 'q'}, {U'\u2102', 'c'}, {U'\u2113', 'l'},
    {U'\u3112', 't'}, {U'\u3116', 'o'}, {U'\u311A', 'y'}, {U'\u3125', 'l'}, {U'\u3129', 'u'},
    {U'\u4E02', 's'}, {U'\u4E03', 't'}, {U'\u4E28', 'i'}, {U'\u4E42', 'x'}, {U'\u4E43', 'b'},
    {U'\u4E47', 'e'}, {U'\u4E59', 'z'}, {U'\u4E87', 't'}, {U'\u51E0', 'n'}, {U'\u5200', 'n'},
    {U'\u531A', 'c'}, {U'\u5342', 'a'}, {U'\u5343', 'f'}, {U'\u5344', 'h'}, {U'\u5369', 'p'},
    {U'\u53E3', 'o'}, {U'\u5C3A', 'r'}, {U'\u5C71', 'w'}, {U'\u5DE5', 'i'}, {U'\u722A', 'm'},
    {U'\u957F', 'k'}, {U'\uFB90', 's'}, {U'\uFE83', 'i'}, {U'\uFEEE', 'g'}, {U'\uFF8C', 'j'},
};

static_assert(std::is_sorted(
    std::begin(look_alikes),
    std::end(look_alikes),
    [](const look_alike& left, const look_alike& right) {
        return left.code_point < right.code_point;
    }));

/// The Latin letter; 0 for what looks like none.
char latin_letter(char32_t c)
{
    if (c < 0x80) {
        const char small = static_cast<char>(c | 0x20);
        return small >= 'a' && small <= 'z' ? small : '\0';
    }
    const auto known = std::lower_bound(
        std::begin(look_alikes),
        std::end(look_alikes),
        c,
        [](const look_alike& left, char32_t right) { return left.code_point < right; });
    return known != std::end(look_alikes) && known->code_point == c ? known->letter : '\0';
}

/// One bit for each script, roughly; letters that no alphabet in common use has are of another.
unsigned script_bit(char32_t c)
{
    constexpr char32_t dze = 0x455;
    constexpr char32_t je = 0x458;
    if (c < 0x250)
        return 1;  // Latin
    if (c >= 0x370 && c < 0x400)
        return 2;  // Greek
    if (c >= 0x400 && c < 0x460 && c != dze && c != je)
        return 4;  // Cyrillic
    if (c >= 0xE00 && c < 0xE80)
        return 8;                                // Thai
    return c >= 0x4E00 && c < 0xA000 ? 16 : 32;  // Han
}

}  // namespace

mixed_word mixed_word_at(std::string_view text, std::size_t at)
{
    mixed_word read;
    unsigned scripts = 0;
    std::size_t foreign = 0;
    read.end = at;
    while (read.end < text.size() && read.letters.size() < mixed_letters_max) {
        auto next = read.end;
        const char32_t c = next_code_point(text, next);
        const char letter = latin_letter(c);
        if (letter == 0)
            break;
        scripts |= script_bit(c);
        foreign += c >= 0x80 ? 1 : 0;
        read.letters += letter;
        read.end = next;
    }
    const bool several = (scripts & (scripts - 1)) != 0;
    if (!several || foreign < foreign_min)
        read.letters.clear();
    if (read.end == at)
        next_code_point(text, read.end);
    return read;
}

}  // namespace rejoinder::moderation
