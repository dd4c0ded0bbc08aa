#pragma once

#include "moderation/filter.hpp"
#include "moderation/prepared_comment.hpp"
#include "moderation/text/word_list.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::tests {

/// An unsuspicious comment with this text; it must outlive the result.
inline moderation::comment_input comment_of(std::string_view text)
{
    moderation::comment_input comment;
    comment.name = "Ada";
    comment.text = text;
    return comment;
}

inline moderation::findings inspect(
    const moderation::filter& filter,
    const moderation::comment_input& comment)
{
    const moderation::prepared_comment prepared(comment);
    return filter.inspect(prepared.view());
}

inline moderation::findings inspect(const moderation::filter& filter, std::string_view text)
{
    return inspect(filter, comment_of(text));
}

/// What the findings point at.
inline std::vector<std::string> marked(const moderation::findings& found, std::string_view field)
{
    std::vector<std::string> parts;
    for (const auto& item : found)
        parts.emplace_back(field.substr(item.span.begin, item.span.end - item.span.begin));
    return parts;
}

inline std::vector<std::string> details(const moderation::findings& found)
{
    std::vector<std::string> names;
    for (const auto& item : found)
        names.push_back(item.detail);
    return names;
}

/// A word list as an operator would write it; throws for a line that is no entry.
inline std::vector<moderation::word_entry> entries_of(std::string_view text)
{
    auto parsed = moderation::parse_word_list(text);
    if (!parsed.errors.empty())
        throw std::invalid_argument(parsed.errors.front().message);
    return parsed.entries;
}

}  // namespace rejoinder::tests
