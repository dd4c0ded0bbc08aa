#include "moderation/text/find_email_addresses.hpp"

#include "moderation/text/ascii.hpp"

namespace rejoinder::moderation {

namespace {

constexpr std::size_t local_part_max = 64;  // RFC 5321
constexpr std::size_t domain_max = 255;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_alnum(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

bool is_local(char c)
{
    return is_alnum(c) ||
           std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

/// Length of the first of the spellings that the text begins with.
template <std::size_t N>
std::size_t length_of(std::string_view text, const std::string_view (&spellings)[N])
{
    for (const auto spelling : spellings)
        if (text.starts_with(spelling))
            return spelling.size();
    return 0;
}

constexpr std::string_view at_signs[] = {
    "@",
    " @ ",
    "(at)",
    " (at) ",
    "[at]",
    " [at] ",
    "{at}",
    " {at} ",
    "(@)",
    " (@) ",
    "[@]",
    " [@] ",
};
constexpr std::string_view dots[] = {
    ".",
    " . ",
    "(dot)",
    " (dot) ",
    "[dot]",
    " [dot] ",
    "{dot}",
    " {dot} ",
    "(.)",
    " (.) ",
    "[.]",
    " dot ",
    " punkt ",
};

/// Where the domain that begins at `begin` ends; `begin` itself when there is none. It needs two
/// labels, and the last one is made of at least two letters.
std::size_t end_of_domain(std::string_view text, std::size_t begin)
{
    std::size_t end = begin;
    std::size_t at = begin;
    for (std::size_t labels = 1; at < text.size() && at - begin < domain_max; ++labels) {
        const auto label = at;
        bool letters = true;
        while (at < text.size() && (is_alnum(text[at]) || text[at] == '-')) {
            letters = letters && is_letter(text[at]);
            ++at;
        }
        if (at == label)
            break;
        if (labels >= 2 && letters && at - label >= 2)
            end = at;
        const auto dot = length_of(text.substr(at), dots);
        if (dot == 0)
            break;
        at += dot;
    }
    return end;
}

/// Whether one of the `at_signs` may begin here, blanks before it aside.
bool begins_at_sign(std::string_view text, std::size_t at)
{
    return at < text.size() &&
           (text[at] == '@' || text[at] == '(' || text[at] == '[' || text[at] == '{');
}

bool may_have_at_sign(std::string_view text)
{
    constexpr byte_set signs("@([{");
    return signs.is_any_in(text);
}

}  // namespace

std::vector<text_span> find_email_addresses(std::string_view folded)
{
    std::vector<text_span> found;
    if (!may_have_at_sign(folded))
        return found;
    std::size_t from = 0;  // an address does not reach into the one before
    constexpr byte_set begins("@([{ ");
    for (auto sign = begins.find_in(folded);
         sign < folded.size() && found.size() < email_addresses_found_max;
         sign = begins.find_in(folded, sign + 1)) {
        if (sign < from || (folded[sign] == ' ' && !begins_at_sign(folded, sign + 1)))
            continue;
        const auto length = length_of(folded.substr(sign), at_signs);
        if (length == 0)
            continue;
        auto begin = sign;
        while (begin > from && sign - begin < local_part_max && is_local(folded[begin - 1]))
            --begin;
        while (begin < sign && !is_alnum(folded[begin]))
            ++begin;
        const auto end = end_of_domain(folded, sign + length);
        if (begin == sign || end == sign + length)
            continue;
        found.push_back({begin, end});
        from = end;
    }
    return found;
}

}  // namespace rejoinder::moderation
