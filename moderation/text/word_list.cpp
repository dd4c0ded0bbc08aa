#include "moderation/text/word_list.hpp"

#include "moderation/text/ascii.hpp"

namespace rejoinder::moderation {

namespace {

struct refusal {
    std::string message;
};

word_entry parse_pattern(std::string_view line)
{
    if (line.size() < 2 || line.back() != '/')
        throw refusal{"a pattern needs a closing /"};
    if (line.size() == 2)
        throw refusal{"the pattern is empty"};
    return {entry_kind::pattern, std::string(line.substr(1, line.size() - 2))};
}

word_entry parse_term(std::string_view line)
{
    word_entry entry;
    if (line.front() == '~') {
        entry.open_begin = true;
        entry.open_end = true;
        line.remove_prefix(1);
    } else if (line.front() == '=') {
        entry.as_written = true;
        entry.case_sensitive = true;
        line.remove_prefix(1);
    }
    if (!line.empty() && line.front() == '*') {
        entry.open_begin = true;
        line.remove_prefix(1);
    }
    if (!line.empty() && line.front() == '\\')
        line.remove_prefix(1);
    if (!line.empty() && line.back() == '*') {
        entry.open_end = true;
        line.remove_suffix(1);
    }
    line = trimmed(line);
    if (line.empty())
        throw refusal{"an entry needs at least one letter"};
    entry.text = line;
    return entry;
}

word_entry parse_entry(std::string_view line)
{
    if (line.size() > word_entry_bytes_max)
        throw refusal{"an entry has at most " + std::to_string(word_entry_bytes_max) + " bytes"};
    if (line.front() == '/')
        return parse_pattern(line);
    if (line.front() != '!')
        return parse_term(line);

    line = trimmed(line.substr(1));
    if (line.empty())
        throw refusal{"an exception needs at least one letter"};
    auto entry = parse_term(line);
    entry.kind = entry_kind::exception;
    return entry;
}

}  // namespace

void apply(const word_list_options& options, std::vector<word_entry>& entries)
{
    for (auto& entry : entries) {
        if (entry.kind != entry_kind::term)
            continue;
        entry.as_written = entry.as_written || !options.disguises || options.case_sensitive;
        entry.case_sensitive = entry.case_sensitive || options.case_sensitive;
        entry.open_begin = entry.open_begin || options.inside_words;
        entry.open_end = entry.open_end || options.inside_words;
    }
}

parsed_word_list parse_word_list(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());

    parsed_word_list parsed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#')
            continue;
        if (parsed.entries.size() == word_list_entries_max) {
            parsed.errors.push_back(
                {number,
                 "a list has at most " + std::to_string(word_list_entries_max) + " entries"});
            break;
        }
        try {
            parsed.entries.push_back(parse_entry(line));
            parsed.entries.back().line = number;
        } catch (const refusal& refused) {
            parsed.errors.push_back({number, refused.message});
        }
    }
    return parsed;
}

}  // namespace rejoinder::moderation
