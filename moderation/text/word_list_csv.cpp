#include "moderation/text/word_list_csv.hpp"

#include "moderation/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace rejoinder::moderation {

namespace {

struct csv_row {
    std::size_t line = 0;  // on which it begins
    std::vector<std::string> cells;
};

struct refused_row {
    std::string message;
};

/// Takes one row off the text. Within quotes commas and newlines are part of the cell, and a
/// doubled quote is one.
csv_row take_row(std::string_view& text, std::size_t& line)
{
    csv_row row{line, {""}};
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        line += c == '\n' ? 1 : 0;
        if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
            row.cells.back() += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            row.cells.emplace_back();
        else if (!quoted && c == '\n')
            break;
        else
            row.cells.back() += c;
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    for (auto& cell : row.cells)
        cell = std::string(trimmed(cell));
    return row;
}

constexpr std::array<std::string_view, 5> columns = {"entry", "mode", "language", "fields", "case"};

using column_order = std::vector<std::size_t>;  // by cell: index into the columns

column_order read_header(const csv_row& row)
{
    column_order order;
    for (const auto& cell : row.cells) {
        const auto known = std::find(columns.begin(), columns.end(), lower_ascii(cell));
        if (known == columns.end())
            throw refused_row{"no such column: \"" + cell + "\""};
        order.push_back(static_cast<std::size_t>(known - columns.begin()));
    }
    if (std::find(order.begin(), order.end(), 0) == order.end())
        throw refused_row{"the first line names the columns; there must be one \"entry\""};
    return order;
}

std::optional<reason> reason_of(const std::string& mode)
{
    if (mode.empty())
        return std::nullopt;
    if (mode == "banned" || mode == "banned_word")
        return reason::banned_word;
    if (mode == "suspect" || mode == "suspect_word")
        return reason::suspect_word;
    if (mode == "mild")
        return reason::mild_word;
    if (mode == "promotion")
        return reason::promotion;
    throw refused_row{"no such mode: \"" + mode + "\""};
}

std::vector<comment_field> fields_of(std::string_view names)
{
    std::vector<comment_field> fields;
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        const auto name = names.substr(0, end);
        names.remove_prefix(std::min(end + 1, names.size()));
        if (name.empty())
            continue;
        const auto field = comment_field_from(name);
        if (!field)
            throw refused_row{"no such field: \"" + std::string(name) + "\""};
        fields.push_back(*field);
    }
    return fields;
}

word_entry entry_of(const std::string& text, const std::string& letter_case)
{
    auto parsed = parse_word_list(text);
    if (!parsed.errors.empty())
        throw refused_row{parsed.errors.front().message};
    if (parsed.entries.size() != 1)
        throw refused_row{"an entry needs at least one letter"};
    if (letter_case == "sensitive")
        apply({.disguises = true, .inside_words = false, .case_sensitive = true}, parsed.entries);
    else if (!letter_case.empty() && letter_case != "insensitive")
        throw refused_row{"no such case: \"" + letter_case + "\""};
    return std::move(parsed.entries.front());
}

void add_row(const csv_row& row, const column_order& order, std::vector<word_list_part>& parts)
{
    if (row.cells.size() > order.size())
        throw refused_row{"more cells than columns; an entry with a comma needs quotes"};
    std::array<std::string, columns.size()> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        cells[order[i]] = row.cells[i];
    const auto& [text, mode, language, fields, letter_case] = cells;

    word_list_part part{reason_of(lower_ascii(mode)), lower_ascii(language), fields_of(fields), {}};
    auto entry = entry_of(text, lower_ascii(letter_case));
    entry.line = row.line;
    auto known = std::find_if(parts.begin(), parts.end(), [&](const word_list_part& each) {
        return each.reason == part.reason && each.language == part.language &&
               each.fields == part.fields;
    });
    if (known == parts.end()) {
        parts.push_back(std::move(part));
        known = std::prev(parts.end());
    }
    known->entries.push_back(std::move(entry));
}

}  // namespace

parsed_word_csv parse_word_csv(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());

    parsed_word_csv parsed;
    column_order order;
    std::size_t entries = 0;
    for (std::size_t line = 1; !text.empty();) {
        const auto row = take_row(text, line);
        if (row.cells.size() == 1 && row.cells.front().empty())
            continue;
        try {
            if (order.empty()) {
                order = read_header(row);
                continue;
            }
            if (++entries > word_list_entries_max)
                throw refused_row{
                    "a list has at most " + std::to_string(word_list_entries_max) + " entries"};
            add_row(row, order, parsed.parts);
        } catch (const refused_row& refused) {
            parsed.errors.push_back({row.line, refused.message});
            if (order.empty() || entries > word_list_entries_max)
                break;
        }
    }
    return parsed;
}

}  // namespace rejoinder::moderation
