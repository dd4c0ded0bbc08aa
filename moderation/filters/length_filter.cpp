#include "moderation/filters/length_filter.hpp"

#include "moderation/text/normalize.hpp"

namespace rejoinder::moderation {

namespace {

std::size_t visible_length(const folded_text& text)
{
    // Folding made one blank of every run of blanks, so at most one is at each end.
    const auto& units = text.units();
    auto length = units.size();
    if (length > 0 && units.front().kind == unit_kind::space)
        --length;
    if (length > 0 && units.back().kind == unit_kind::space)
        --length;
    return length;
}

}  // namespace

length_filter::length_filter(length_settings settings)
    : settings_(settings)
{
}

findings length_filter::inspect(const comment_view& comment) const
{
    const auto length = visible_length(comment.folded_text_body);
    if (length == 0)
        return {{.reason = reason::empty_text}};
    if (length < settings_.text_min)
        return {{.reason = reason::too_short}};
    if (length > settings_.text_max)
        return {{.reason = reason::too_long}};
    return {};
}

}  // namespace rejoinder::moderation
