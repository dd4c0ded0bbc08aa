#include "moderation/text/spelled_dot.hpp"

#include "moderation/text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t blanks_max = 2;  // on each side
constexpr std::size_t word_max = 12;   // bytes of a word that is looked at
constexpr int labels_max = 3;          // "sub dot example dot co dot uk"

bool is_host_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N])
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    for (std::size_t i = 0; i < blanks_max && at < text.size() && text[at] == ' '; ++i)
        ++at;
    return at;
}

std::string_view word_at(std::string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && end - at <= word_max && is_host_byte(text[end]))
        ++end;
    return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t end)
{
    auto begin = end;
    while (begin > 0 && end - begin <= word_max && is_host_byte(text[begin - 1]))
        --begin;
    return text.substr(begin, end - begin);
}

/// Where the dot that begins at `at` in brackets ends; `at` when it is none.
std::size_t end_of_bracketed(std::string_view text, std::size_t at)
{
    static constexpr std::string_view names[] = {
        "dot",
        "d0t",
        "punkt",
        "punto",
        "ponto",
        "point",
        "punt",
    };
    constexpr std::string_view open = "[({<";
    constexpr std::string_view close = "])}>";
    const auto bracket = at < text.size() ? open.find(text[at]) : std::string_view::npos;
    if (bracket == std::string_view::npos)
        return at;
    auto end = skip_blanks(text, at + 1);
    if (end < text.size() && text[end] == '.') {
        ++end;
    } else {
        const auto name = word_at(text, end);
        if (!is_one_of(lower_ascii(name), names))
            return at;
        end += name.size();
    }
    end = skip_blanks(text, end);
    return end < text.size() && text[end] == close[bracket] ? end + 1 : at;
}

/// How a dot without brackets is written; the less it says, the fewer endings may follow.
enum class dot_name : std::uint8_t { none, sign, foreign, english };

/// Whether the word that begins here can only be the end of a host. After the names of the dot in
/// other languages fewer can ("le point de départ"), after the sign among blanks fewer still.
bool is_ending(std::string_view text, std::size_t at, dot_name after)
{
    static constexpr std::string_view everywhere[] = {"com", "net", "org"};
    static constexpr std::string_view in_words[] = {"biz", "info"};
    static constexpr std::string_view in_english[] = {
        "br",
        "cc",
        "co",
        "cz",
        "de",
        "edu",
        "eu",
        "fr",
        "gov",
        "io",
        "nl",
        "pl",
        "ru",
        "tk",
        "uk",
        "xyz",
    };
    const auto typed = word_at(text, at);
    const auto word = lower_ascii(typed);
    const auto next = at + typed.size();
    // "what the dot com's were"
    if (next < text.size() && (text[next] == '\'' || text[next] == '-'))
        return false;
    return is_one_of(word, everywhere) || (after != dot_name::sign && is_one_of(word, in_words)) ||
           (after == dot_name::english && is_one_of(word, in_english));
}

/// "the dot com boom", "a dot net developer": spoken of, not given.
bool is_saying(std::string_view text, std::size_t at, std::size_t ending)
{
    static constexpr std::string_view before[] = {
        "a",    "an",  "and",   "any",   "big",   "early", "every", "first", "former",
        "in",   "its", "late",  "like",  "many",  "my",    "new",   "no",    "of",
        "old",  "or",  "our",   "polka", "pre",   "post",  "s",     "some",  "such",
        "that", "the", "their", "this",  "those", "these", "whole", "with",  "your",
    };
    static constexpr std::string_view after[] = {
        "age",   "boom",   "booms",     "bubble",   "bust",    "companies", "company",  "crash",
        "craze", "days",   "developer", "domain",   "domains", "era",       "industry", "mania",
        "stock", "stocks", "startup",   "startups", "world",   "years",
    };
    if (is_one_of(lower_ascii(word_before(text, at)), before))
        return true;
    const auto next = ending + word_at(text, ending).size();
    return next < text.size() && text[next] == ' ' &&
           is_one_of(lower_ascii(word_at(text, next + 1)), after);
}

struct spoken {
    std::size_t end = 0;
    dot_name name = dot_name::none;
};

/// Where a dot without brackets ends that begins at `at`: " dot ", "-dot-", " . "; 0: there is
/// none.
spoken end_of_spoken(std::string_view text, std::size_t at)
{
    static constexpr std::string_view foreign[] = {"punkt", "punto", "point"};
    const char mark = text[at];
    if (mark != ' ' && mark != '-' && mark != '_' && mark != '*')
        return {};
    const auto begin = mark == ' ' ? skip_blanks(text, at) : at + 1;
    if (begin >= text.size())
        return {};
    const auto name = word_at(text, begin);
    const auto lower = lower_ascii(name);
    std::size_t end = begin + name.size();
    auto written = dot_name::english;
    if (mark == ' ' && text[begin] == '.') {
        end = begin + 1;
        written = dot_name::sign;
    } else if (mark == ' ' && is_one_of(lower, foreign)) {
        written = dot_name::foreign;
    } else if (lower != "dot" && lower != "d0t") {
        return {};
    }
    if (end >= text.size() || text[end] != mark)
        return {};
    return {mark == ' ' ? skip_blanks(text, end) : end + 1, written};
}

/// Whether labels and spoken dots lead from here to an ending.
bool leads_to_ending(std::string_view text, std::size_t at, dot_name after)
{
    for (int label = 0; label < labels_max; ++label) {
        const auto word = word_at(text, at);
        if (word.empty() || word.size() > word_max)
            return false;
        if (is_ending(text, at, after))
            return true;
        at += word.size();
        const auto next = at < text.size() ? end_of_spoken(text, at) : spoken{};
        if (next.end == 0)
            return false;
        at = next.end;
        after = next.name;
    }
    return false;
}

}  // namespace

std::size_t spelled_dot(std::string_view text, std::size_t at)
{
    if (at == 0 || !is_host_byte(text[at - 1]))
        return 0;
    if (!spelled_dot_begins.contains(text[at]))
        return 0;
    // Behind the blanks of most words is another word, which is not "dot" in any language.
    const auto name = skip_blanks(text, skip_blanks(text, at + 1));
    if (name >= text.size() || !spelled_dot_goes_on.contains(text[name]))
        return 0;

    const auto bracket = skip_blanks(text, at);
    if (const auto end = end_of_bracketed(text, bracket); end > bracket) {
        const auto next = skip_blanks(text, end);
        return next < text.size() && is_host_byte(text[next]) ? next - at : 0;
    }
    const auto [end, written] = end_of_spoken(text, at);
    if (end == 0 || !leads_to_ending(text, end, written) || is_saying(text, at, end))
        return 0;
    return end - at;
}

}  // namespace rejoinder::moderation
