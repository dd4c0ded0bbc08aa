#include "server/publish/render_text.hpp"

#include "server/publish/render_inline.hpp"

#include <vector>

namespace rejoinder::publish {

namespace {

enum class block_kind { paragraph, quotation };

struct block {
    block_kind kind = block_kind::paragraph;
    std::string text;  // Lines joined by \n, without quotation marks.
};

bool is_blank(std::string_view line) noexcept
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::vector<block> split_blocks(std::string_view text)
{
    std::vector<block> blocks;
    bool open = false;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);

        const bool quoted = line.starts_with('>');
        if (quoted) {
            line.remove_prefix(1);
            if (line.starts_with(' '))
                line.remove_prefix(1);
        }
        if (is_blank(line)) {
            open = false;
            continue;
        }

        const auto kind = quoted ? block_kind::quotation : block_kind::paragraph;
        if (!open || blocks.back().kind != kind)
            blocks.push_back({kind, std::string(line)});
        else
            blocks.back().text.append("\n").append(line);
        open = true;
    }
    return blocks;
}

}  // namespace

std::string render_text(std::string_view text)
{
    std::string html;
    html.reserve(text.size() + text.size() / 4 + 16);
    auto inside = block_kind::paragraph;
    const auto switch_to = [&](block_kind kind) {
        if (kind != inside)
            html += kind == block_kind::quotation ? "<blockquote>" : "</blockquote>";
        inside = kind;
    };
    for (const auto& block : split_blocks(text)) {
        switch_to(block.kind);
        html += "<p>";
        render_inline(block.text, html);
        html += "</p>";
    }
    switch_to(block_kind::paragraph);
    return html;
}

std::string escape_html(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    append_escaped(text, html);
    return html;
}

}  // namespace rejoinder::publish
