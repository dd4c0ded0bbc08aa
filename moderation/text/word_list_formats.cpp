#include "moderation/text/word_list_formats.hpp"

#include "moderation/text/normalize.hpp"

namespace rejoinder::moderation {

namespace {

bool is_visible(std::string_view text)
{
    return folded_text(text).text().find_first_not_of(' ') != std::string::npos;
}

/// One entry a line without any syntax.
parsed_word_list parse_lines(std::string_view text, const word_list_options& options)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    constexpr std::string_view blanks = " \t\r";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());

    parsed_word_list parsed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto begin = line.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            continue;
        line = line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
        if (line.size() > word_entry_bytes_max) {
            parsed.errors.push_back(
                {number,
                 "an entry has at most " + std::to_string(word_entry_bytes_max) + " bytes"});
            continue;
        }
        if (!is_visible(line))
            continue;
        if (parsed.entries.size() == word_list_entries_max) {
            parsed.errors.push_back(
                {number,
                 "a list has at most " + std::to_string(word_list_entries_max) + " entries"});
            break;
        }
        word_entry entry;
        entry.text = line;
        entry.line = number;
        parsed.entries.push_back(std::move(entry));
    }
    apply(options, parsed.entries);
    return parsed;
}

}  // namespace

parsed_word_list parse_wordpress_keys(std::string_view text)
{
    return parse_lines(text, {.disguises = false, .inside_words = true, .case_sensitive = false});
}

parsed_word_list parse_coral_phrases(std::string_view text)
{
    return parse_lines(text, {});
}

}  // namespace rejoinder::moderation
