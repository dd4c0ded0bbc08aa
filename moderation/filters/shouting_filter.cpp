#include "moderation/filters/shouting_filter.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace rejoinder::moderation {

namespace {

struct case_count {
    std::size_t upper = 0;
    std::size_t lower = 0;
};

void add_case(std::string_view text, case_count& count)
{
    if (is_ascii(text)) {
        for (const char c : text) {  // without a branch, so that many bytes go at a time
            count.upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            count.lower += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        const bool plain = c < 0x80;
        count.upper += (plain ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0) ? 1 : 0;
        count.lower += (plain ? c >= 'a' && c <= 'z' : u_islower(c) != 0) ? 1 : 0;
    }
}

/// Letters inside links are no voice: they are left out.
case_count count_case(const comment_view& comment)
{
    case_count count;
    std::size_t from = 0;
    for (const auto& link : comment.links) {
        add_case(comment.text.substr(from, std::max(from, link.span.begin) - from), count);
        from = std::max(from, link.span.end);
    }
    add_case(comment.text.substr(from), count);
    return count;
}

/// The first run of at least `least` units any two of which are `in_run`. One of every `least`
/// units in a row must be in it, so no others are looked at before.
template <class InRun>
std::optional<text_span> find_run(const folded_text& text, std::size_t least, InRun in_run)
{
    const auto& units = text.units();
    for (auto probe = least - 1; probe < units.size(); probe += least) {
        if (!in_run(units[probe], units[probe]))
            continue;
        auto begin = probe;
        while (begin > 0 && in_run(units[probe], units[begin - 1]))
            --begin;
        auto end = probe + 1;
        while (end < units.size() && in_run(units[probe], units[end]))
            ++end;
        if (end - begin >= least)
            return text.original_span(begin, end - 1);
    }
    return std::nullopt;
}

bool same_letter(const text_unit& first, const text_unit& unit)
{
    return unit.kind == unit_kind::letter && unit.folded == first.folded;
}

bool exclaims(const text_unit&, const text_unit& unit)
{
    return unit.folded == '!' || unit.folded == '?';
}

bool inside_link(const comment_view& comment, const text_span& span)
{
    for (const auto& link : comment.links)
        if (link.span.begin <= span.begin && span.end <= link.span.end)
            return true;
    return false;
}

}  // namespace

shouting_filter::shouting_filter(shouting_settings settings)
    : settings_(settings)
{
}

findings shouting_filter::inspect(const comment_view& comment) const
{
    findings found;
    const auto note = [&](text_span span, const char* detail) {
        found.push_back({.reason = reason::shouting, .span = span, .detail = detail});
    };

    const auto [upper, lower] = count_case(comment);
    const auto letters = upper + lower;
    if (letters >= settings_.letters_min &&
        static_cast<double>(upper) > settings_.capitals_share_max * static_cast<double>(letters))
        note({0, comment.text.size()}, "capitals");

    const auto& text = comment.folded_text_body;
    if (const auto run = find_run(text, settings_.stretch_max + 1, same_letter);
        run && !inside_link(comment, *run))
        note(*run, "stretched");
    if (const auto run = find_run(text, settings_.punctuation_max + 1, exclaims))
        note(*run, "punctuation");
    return found;
}

}  // namespace rejoinder::moderation
