#include "moderation/engine.hpp"
#include "server/cli/rules_commands.hpp"
#include "server/cli/rules_place.hpp"
#include "server/rules/differences.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <ostream>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

constexpr int shown_max = 100;

std::string who_asks()
{
    const char* name = std::getenv("USER");
    return name && *name ? fmt::format("{} (command line)", name) : "command line";
}

std::size_t entries_of(const moderation::rule_set_settings& rules)
{
    std::size_t count = 0;
    for (const auto& list : rules.words.lists)
        count += list.entries.size();
    return count;
}

void refuse_where_file_is_master(const rules_place& place)
{
    if (place.settings().master == config::rules_master::file)
        throw std::runtime_error(fmt::format(
            "the rules are those of {}: change it, and it is applied at once. With "
            "\"rules_master\": \"desk\" versions are put in force by command and at the desk",
            place.settings().rules.sources.front().string()));
}

void print(
    const std::string& version,
    const std::string& by,
    const std::string& note,
    model::timestamp at,
    std::ostream& out)
{
    out << fmt::format(
        "  {}  {}  by {}{}\n",
        model::to_rfc3339(at),
        version,
        by,
        note.empty() ? "" : ": " + note);
}

void print(const rules::differences& found, std::ostream& out)
{
    const auto said = [](const std::string& value) {
        return value.empty() ? "not said" : value;
    };
    for (const auto& key : found.keys)
        out << fmt::format("{}: {} -> {}\n", key.path, said(key.before), said(key.after));
    for (const auto& list : found.lists) {
        out << fmt::format(
            "{}: {} removed, {} added\n",
            list.name,
            list.removed.size(),
            list.added.size());
        for (const auto& line : list.removed)
            out << "  - " << line << '\n';
        for (const auto& line : list.added)
            out << "  + " << line << '\n';
    }
}

}  // namespace

int check_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto found = place.find(options.rules);
    const moderation::engine compiled(found.settings);
    out << fmt::format(
        "{}: good. Version {}, {} filters, {} entries in {} word lists.\n",
        options.rules == "file" ? found.sources.front().string() : options.rules,
        compiled.version(),
        compiled.filter_names().size(),
        entries_of(found.settings),
        found.settings.words.lists.size());
    return 0;
}

int print_rules_schema(const rules_options&, std::ostream& out)
{
    out << config::rule_set_schema().dump(2) << '\n';
    return 0;
}

int list_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto activations = place.record().rule_set_activations(shown_max);
    const auto versions = place.record().list_rule_sets(shown_max);
    out << "In force, newest first:\n";
    for (const auto& each : activations)
        print(each.version, each.by, each.note, each.at, out);
    out << "Kept:\n";
    for (const auto& each : versions)
        print(each.version, each.author, each.note, each.created_at, out);
    return 0;
}

int show_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto found = place.find(options.rules);
    if (options.list.empty()) {
        out << found.bundle.rules.dump(2) << '\n';
        for (const auto& [name, text] : found.bundle.files)
            out << fmt::format("// {}: {} bytes\n", name, text.size());
        return 0;
    }
    const auto list = found.bundle.files.find(options.list);
    if (list == found.bundle.files.end())
        throw std::runtime_error(fmt::format("these rules name no list {}", options.list));
    out << list->second;
    return 0;
}

int compare_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto from = place.find(options.from);
    const auto to = place.find(options.rules);
    const auto found = rules::differences_between(from.bundle, to.bundle);
    if (found.empty()) {
        out << fmt::format("No difference: both are version {}.\n", to.settings.version);
        return 0;
    }
    out << fmt::format("From {} to {}:\n", from.settings.version, to.settings.version);
    print(found, out);
    return 1;
}

int activate_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    refuse_where_file_is_master(place);
    const auto wanted = place.find(options.rules);
    auto book = place.book();
    book.keep(wanted, who_asks(), options.note);
    const auto& version = wanted.settings.version;
    if (book.in_force() == version) {
        out << fmt::format("Version {} is in force already.\n", version);
        return 0;
    }
    book.put_in_force(version, who_asks(), options.note);
    out << fmt::format(
        "Version {} is in force; running servers take it up in a second.\n",
        version);
    return 0;
}

int roll_back_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    refuse_where_file_is_master(place);
    auto book = place.book();
    const auto before = book.before_that();
    if (!before)
        throw std::runtime_error("there is no version before the one in force");
    book.put_in_force(*before, who_asks(), options.note.empty() ? "rolled back" : options.note);
    out << fmt::format("Version {} is in force again.\n", *before);
    return 0;
}

}  // namespace rejoinder::cli
