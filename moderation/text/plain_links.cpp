#include "moderation/text/plain_links.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/fold_table.hpp"
#include "moderation/text/scheme_spelling.hpp"
#include "moderation/text/spelled_dot.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <vector>

namespace rejoinder::moderation {

namespace {

constexpr bool is_alnum(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Dots of other scripts and forms. Browsers take the first three for a dot, people all of them.
bool is_foreign_dot(char32_t c)
{
    return std::u32string_view(U"\u3002\uFF0E\uFF61\uFE52\u2024\u00B7\u2022\u2027\u2219\u22C5")
               .find(c) != std::u32string_view::npos;
}

bool is_invisible(char32_t c)
{
    if (c == 0x200B)
        return true;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_FORMAT_CHAR ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// The ASCII character that this one is another form of ("ａ", "𝐚", "ⓐ"); 0: none. Accents are no
/// forms: "bücher" is another host than "bucher".
char plain_form(char32_t c)
{
    const bool boxed = c >= 0x1F130 && c < 0x1F1E6;
    const auto type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
    if (!boxed && (type == U_DT_NONE || type == U_DT_CANONICAL))
        return 0;
    const auto form = fold_table::instance()[c];
    const bool is_one = form.more == 0 && form.folded > ' ' && form.folded < 0x7F;
    return is_one ? static_cast<char>(form.folded) : '\0';
}

constexpr char as_it_is = 0;
constexpr char dropped = 1;
constexpr char dot_in_host = 2;

/// One of these, or the ASCII character to be written for this one.
char what_is_written_for(char32_t c)
{
    return is_foreign_dot(c) ? dot_in_host : is_invisible(c) ? dropped : plain_form(c);
}

/// The same from a table: ICU would be asked three times about each letter of most languages.
char looked_up(char32_t c)
{
    static const auto table = [] {
        std::vector<char> made(0x10000);
        for (char32_t each = 0x80; each < made.size(); ++each)
            made[each] = what_is_written_for(each);
        return made;
    }();
    return c < table.size() ? table[c] : what_is_written_for(c);
}

enum beginning : std::uint8_t { dot = 1, scheme = 2, foreign = 4 };

/// By byte, what it may be before, in, or behind the first byte of.
struct neighbourhood {
    std::array<std::uint8_t, 0x100> before{};
    std::array<std::uint8_t, 0x100> here{};
    std::array<std::uint8_t, 0x100> behind{};

    constexpr neighbourhood()
    {
        for (char32_t i = 0; i < before.size(); ++i) {
            const char c = static_cast<char>(i);
            const bool wide = i >= 0x80;
            before[i] = foreign | (wide || is_alnum(i) ? dot : 0) | (is_alnum(i) ? 0 : scheme);
            here[i] = (wide ? foreign : 0) | (spelled_dot_begins.contains(c) ? dot : 0) |
                      (scheme_begins.contains(c) ? scheme : 0);
            behind[i] = foreign | (spelled_dot_goes_on.contains(c) ? dot : 0) |
                        (scheme_goes_on.contains(c) ? scheme : 0);
        }
    }
};

/// Goes over the text once and writes its plain form.
class plain_writer {
public:
    explicit plain_writer(std::string_view text)
        : text_(text)
    {
    }

    rewritten_text write()
    {
        while (at_ < text_.size()) {
            const auto may_begin = beginnings_at(at_);
            if (may_begin == 0)
                ++at_;
            else if (may_begin & foreign)
                write_foreign();
            else if (
                !((may_begin & scheme) && write_scheme()) && !((may_begin & dot) && write_dot()))
                ++at_;
        }
        write_kept();
        return std::move(plain_);
    }

private:
    /// What may begin here, by this byte and those beside it. It is nothing nearly everywhere.
    unsigned beginnings_at(std::size_t at) const
    {
        static constexpr neighbourhood table;
        const auto byte = [this](std::size_t i) {
            return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0u;
        };
        return table.before[at > 0 ? byte(at - 1) : 0] & table.here[byte(at)] &
               table.behind[byte(at + 1)];
    }

    /// What is kept is written in long pieces, so that the list of changes stays short.
    void write_kept()
    {
        plain_.keep(text_.substr(kept_, at_ - kept_));
        kept_ = at_;
    }

    void replace(std::size_t length, std::string_view with)
    {
        write_kept();
        plain_.replace(length, with);
        at_ += length;
        kept_ = at_;
    }

    bool after_alnum() const
    {
        return at_ > 0 && is_alnum(static_cast<unsigned char>(text_[at_ - 1]));
    }

    bool write_scheme()
    {
        if (after_alnum())
            return false;
        const auto scheme = spelled_scheme(text_.substr(at_));
        if (scheme.length == 0)
            return false;
        if (scheme.disguised)
            replace(scheme.length, scheme.plain);
        else
            at_ += scheme.length;
        return true;
    }

    bool write_dot()
    {
        const auto length = spelled_dot(text_, at_);
        if (length > 0)
            replace(length, ".");
        return length > 0;
    }

    void write_foreign()
    {
        auto next = at_;
        const char form = looked_up(next_code_point(text_, next));
        if (form == as_it_is || (form == dot_in_host && !is_between_host_characters(next)))
            at_ = next;
        else if (form == dot_in_host)
            replace(next - at_, ".");
        else if (form == dropped)
            replace(next - at_, "");
        else
            replace(next - at_, std::string_view(&form, 1));
    }

    /// Elsewhere these end a sentence, or list things.
    bool is_between_host_characters(std::size_t next) const
    {
        if (next >= text_.size())
            return false;
        const char32_t following = next_code_point(text_, next);
        const bool before = after_alnum() || (kept_ == at_ && !plain_.text().empty() &&
                                              is_alnum(plain_.text().back()));
        return before && (is_alnum(following) || is_alnum(plain_form(following)));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t kept_ = 0;  // from here to at_ is still to be taken over
    rewritten_text plain_;
};

}  // namespace

rewritten_text plain_links(std::string_view text)
{
    return plain_writer(text).write();
}

}  // namespace rejoinder::moderation
