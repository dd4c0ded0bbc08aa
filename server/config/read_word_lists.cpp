#include "server/config/read_word_lists.hpp"

#include "moderation/text/language.hpp"
#include "moderation/text/word_list_csv.hpp"
#include "moderation/text/word_list_formats.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/rule_files.hpp"

#include <fmt/format.h>

#include <utility>

namespace rejoinder::config {

namespace {

using moderation::comment_field;
using moderation::word_list;
using moderation::word_list_options;

/// What a list says of itself, before its file is read.
struct described_list {
    word_list list;
    std::string format = "plain";
    word_list_options options;
};

void read_fields(json_reader& from, std::vector<comment_field>& fields)
{
    std::vector<std::string> names;
    from.texts("fields", names);
    if (!names.empty())
        fields.clear();
    for (const auto& name : names) {
        if (const auto field = moderation::comment_field_from(name))
            fields.push_back(*field);
        else
            from.complain("fields", "expected names of \"name, website, text, email_domain\"");
    }
}

described_list read_description(json_reader& from)
{
    described_list read;
    auto& list = read.list;
    from.text("file", list.name);
    from.choice(
        "reason",
        {"banned_word", "suspect_word", "mild_word", "promotion"},
        [&](std::string_view word) { list.reason = *moderation::reason_from(word); });
    from.choice("format", {"plain", "wordpress", "coral", "csv"}, [&](std::string_view word) {
        read.format = word;
    });
    if (read.format == "wordpress") {
        // What WordPress looks at, and how.
        list.fields.push_back(comment_field::email_domain);
        read.options = {.disguises = false, .inside_words = true, .case_sensitive = false};
    }
    read_fields(from, list.fields);
    from.flag("silent", list.silent);
    from.text("language", list.language);
    if (!list.language.empty() && !moderation::language_from(list.language))
        from.complain("language", "expected the code of a language, such as \"en\"");
    from.flag("disguises", read.options.disguises);
    from.flag("inside_words", read.options.inside_words);
    from.flag("case_sensitive", read.options.case_sensitive);
    return read;
}

using list_errors = std::vector<moderation::word_list_error>;

/// The lists that a table makes of one.
std::vector<word_list> read_table(
    const described_list& described,
    std::string_view text,
    list_errors& errors)
{
    auto parsed = moderation::parse_word_csv(text);
    errors = std::move(parsed.errors);
    std::vector<word_list> lists;
    for (auto& part : parsed.parts) {
        auto list = described.list;
        list.reason = part.reason.value_or(list.reason);
        if (!part.language.empty())
            list.language = part.language;
        if (!part.fields.empty())
            list.fields = part.fields;
        if (!list.language.empty() && !moderation::language_from(list.language)) {
            errors.push_back({part.entries.front().line, "no such language: " + list.language});
            continue;
        }
        list.entries = std::move(part.entries);
        moderation::apply(described.options, list.entries);
        lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<word_list> read_entries(
    const described_list& described,
    std::string_view text,
    list_errors& errors)
{
    if (described.format == "csv")
        return read_table(described, text, errors);
    auto parsed = described.format == "wordpress" ? moderation::parse_wordpress_keys(text)
                  : described.format == "coral"   ? moderation::parse_coral_phrases(text)
                                                  : moderation::parse_word_list(text);
    // A list may be read in WordPress' format and yet see through disguises.
    if (described.options.disguises)
        for (auto& entry : parsed.entries)
            entry.as_written = entry.case_sensitive;
    moderation::apply(described.options, parsed.entries);
    errors = std::move(parsed.errors);
    auto list = described.list;
    list.entries = std::move(parsed.entries);
    return {std::move(list)};
}

}  // namespace

void read_word_lists(
    json_reader& from,
    std::vector<word_list>& lists,
    rule_files& files,
    std::vector<problem>& problems)
{
    from.elements("lists", [&](json_reader& each) {
        const auto described = read_description(each);
        const auto text = files.read(described.list.name, problems);
        list_errors errors;
        for (auto& list : read_entries(described, text, errors))
            lists.push_back(std::move(list));
        for (const auto& error : errors)
            problems.push_back(
                {files.shown_as(described.list.name),
                 fmt::format("line {}", error.line),
                 error.message});
    });
}

}  // namespace rejoinder::config
