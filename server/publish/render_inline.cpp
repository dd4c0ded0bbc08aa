#include "server/publish/render_inline.hpp"

#include <algorithm>
#include <cstddef>

namespace rejoinder::publish {

namespace {

bool is_space(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n';
}

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool starts_with_scheme(std::string_view text) noexcept
{
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.size() > scheme.size() &&
            std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) {
                return a == lower(b);
            }))
            return true;
    return false;
}

/// Length of the link at the start of the text, 0 when there is none. A link ends at a space or at
/// a character that cannot stand in one, and does not take the punctuation of the sentence along.
std::size_t link_length(std::string_view text) noexcept
{
    if (!starts_with_scheme(text))
        return 0;

    std::size_t length = text.find_first_of(" \t\n<>\"`{}|\\^");
    if (length == std::string_view::npos)
        length = text.size();

    const auto link = text.substr(0, length);
    auto opened = std::count(link.begin(), link.end(), '(');
    auto closed = std::count(link.begin(), link.end(), ')');
    while (length > 0) {
        const char last = text[length - 1];
        const bool surplus = last == ')' && closed > opened;
        if (!surplus && std::string_view(".,;:!?'*_").find(last) == std::string_view::npos)
            break;
        closed -= last == ')' ? 1 : 0;
        --length;
    }
    const auto host = text.find("//") + 2;
    return length > host ? length : 0;
}

/// Where the emphasis opened by `marks` asterisks at the start of the text closes: the offset of
/// the closing mark, or npos. Marks hug their text: "2 * 3 * 4" is no emphasis.
std::size_t closing_mark(std::string_view text, std::size_t marks) noexcept
{
    if (text.size() < 2 * marks + 1 || is_space(text[marks]) || text[marks] == '*')
        return std::string_view::npos;
    const std::string_view mark = text.substr(0, marks);
    const auto at = text.find(mark, marks + 1);
    if (at == std::string_view::npos || is_space(text[at - 1]))
        return std::string_view::npos;
    return at;
}

void append_link(std::string_view url, std::string& html)
{
    html += "<a href=\"";
    append_escaped(url, html);
    html += "\" rel=\"nofollow ugc noopener\">";
    append_escaped(url, html);
    html += "</a>";
}

constexpr int nesting_max = 2;  // Strong around plain emphasis, or the other way round.

void render(std::string_view text, std::string& html, int depth);

/// Renders emphasis at the start of the text and returns its length, or 0 when there is none.
std::size_t render_emphasis(std::string_view text, std::string& html, int depth)
{
    if (depth >= nesting_max)
        return 0;
    const std::size_t marks = text.starts_with("**") ? 2 : 1;
    const auto close = closing_mark(text, marks);
    if (close == std::string_view::npos)
        return 0;
    const std::string_view tag = marks == 2 ? "strong>" : "em>";
    html.append("<").append(tag);
    render(text.substr(marks, close - marks), html, depth + 1);
    html.append("</").append(tag);
    return close + marks;
}

void render(std::string_view text, std::string& html, int depth)
{
    // An asterisk without a partner is not looked for again, which keeps a wall of them linear.
    bool single_may_close = true;
    bool double_may_close = true;
    std::size_t i = 0;
    while (i < text.size()) {
        const auto rest = text.substr(i);
        if (rest.front() == '\n') {
            html += "<br>";
            ++i;
            continue;
        }
        if (const auto length = link_length(rest); length > 0) {
            append_link(rest.substr(0, length), html);
            i += length;
            continue;
        }
        if (rest.front() == '*') {
            bool& may_close = rest.starts_with("**") ? double_may_close : single_may_close;
            const auto length = may_close ? render_emphasis(rest, html, depth) : 0;
            if (length > 0) {
                i += length;
                continue;
            }
            const std::string_view mark = rest.starts_with("**") ? "**" : "*";
            may_close = may_close && rest.find(mark, mark.size()) != std::string_view::npos;
        }
        append_escaped(rest.substr(0, 1), html);
        ++i;
    }
}

}  // namespace

void render_inline(std::string_view text, std::string& html)
{
    render(text, html, 0);
}

void append_escaped(std::string_view text, std::string& html)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
}

}  // namespace rejoinder::publish
