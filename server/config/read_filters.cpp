#include "server/config/read_filters.hpp"

#include "moderation/text/host_list.hpp"
#include "moderation/text/name_list.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/read_word_lists.hpp"
#include "server/config/rule_files.hpp"

#include <fmt/format.h>

#include <utility>

namespace rejoinder::config {

namespace {

using moderation::rule_set_settings;

constexpr std::int64_t week_s = 7 * 24 * 60 * 60;

void report(
    const std::string& list,
    const std::vector<moderation::word_list_error>& errors,
    std::vector<problem>& problems)
{
    for (const auto& error : errors)
        problems.push_back({list, fmt::format("line {}", error.line), error.message});
}

void read_hosts(
    json_reader& from,
    std::string_view key,
    moderation::host_set& hosts,
    rule_files& files,
    std::vector<problem>& problems)
{
    std::string name;
    from.text(key, name);
    if (name.empty())
        return;
    auto parsed = moderation::parse_host_list(files.read(name, problems));
    report(files.shown_as(name), parsed.errors, problems);
    hosts = std::move(parsed.hosts);
}

void read_links(
    json_reader& from,
    moderation::link_settings& links,
    rule_files& files,
    std::vector<problem>& problems)
{
    from.number("links_max", links.links_max, 0, 1'000);
    from.number("letters_beside_min", links.letters_beside_min, 0, 10'000);
    read_hosts(from, "blocked_hosts", links.blocked_hosts, files, problems);
    read_hosts(from, "allowed_hosts", links.allowed_hosts, files, problems);
    read_hosts(from, "shorteners", links.shorteners, files, problems);
}

void read_impersonation(
    json_reader& from,
    moderation::impersonation_settings& impersonation,
    rule_files& files,
    std::vector<problem>& problems)
{
    from.texts("roles", impersonation.roles);
    from.number("known_author_min", impersonation.known_author_min, 0, 1'000'000);
    std::string name;
    from.text("staff_names", name);
    if (name.empty())
        return;
    auto parsed = moderation::parse_name_list(files.read(name, problems));
    report(files.shown_as(name), parsed.errors, problems);
    impersonation.staff_names = std::move(parsed.names);
}

/// Of the filters that look at who writes and where, rather than at the text.
void read_surroundings(
    json_reader& from,
    rule_set_settings& rules,
    rule_files& files,
    std::vector<problem>& problems)
{
    from.object("author_record", [&](json_reader& record) {
        record.number("share_max", rules.author_record.share_max, 0.01, 1);
        record.number("decided_min", rules.author_record.decided_min, 0, 1'000'000);
    });
    from.object("email_domain", [&](json_reader& domain) {
        read_hosts(domain, "blocked", rules.email_domain.blocked, files, problems);
        read_hosts(domain, "disposable", rules.email_domain.disposable, files, problems);
    });
    from.object("impersonation", [&](json_reader& impersonation) {
        read_impersonation(impersonation, rules.impersonation, files, problems);
    });
    from.object("story", [&](json_reader& story) {
        story.number("days_max", rules.story.days_max, 0, 36'500);
    });
    from.object("report", [&](json_reader& report) {
        report.number("weight_min", rules.report.weight_min, 0, 1'000'000);
    });
}

}  // namespace

void read_filters(
    json_reader& from,
    rule_set_settings& rules,
    rule_files& files,
    std::vector<problem>& problems)
{
    from.object("length", [&](json_reader& length) {
        length.number("text_min", rules.length.text_min, 0, 10'000);
        length.number("text_max", rules.length.text_max, 1, 10'000);
    });
    from.object("words", [&](json_reader& words) {
        read_word_lists(words, rules.words.lists, files, problems);
    });
    from.object("links", [&](json_reader& links) {
        read_links(links, rules.links, files, problems);
    });
    from.object("repeat", [&](json_reader& repeat) {
        repeat.number("window_s", rules.repeat.window_seconds, 1, week_s);
        repeat.number("letters_min", rules.repeat.letters_min, 0, 10'000);
        repeat.number("similarity_min", rules.repeat.similarity_min, 0.01, 1);
    });
    from.object("copy", [&](json_reader& copy) {
        copy.number("window_s", rules.copy.window_seconds, 1, week_s);
        copy.number("letters_min", rules.copy.letters_min, 0, 10'000);
        copy.number("similarity_min", rules.copy.similarity_min, 0.01, 1);
        copy.number("authors_min", rules.copy.authors_min, 0, 20);
    });
    from.object("flood", [&](json_reader& flood) {
        flood.number("author_window_s", rules.flood.author_window_seconds, 1, week_s);
        flood.number("author_max", rules.flood.author_max, 0, 1'000);
        flood.number("network_window_s", rules.flood.network_window_seconds, 1, week_s);
        flood.number("network_max", rules.flood.network_max, 0, 1'000'000);
        flood.number("story_window_s", rules.flood.story_window_seconds, 1, week_s);
        flood.number("story_max", rules.flood.story_max, 0, 1'000'000);
    });
    from.object("shouting", [&](json_reader& shouting) {
        shouting.number("letters_min", rules.shouting.letters_min, 0, 10'000);
        shouting.number("capitals_share_max", rules.shouting.capitals_share_max, 0, 1);
        shouting.number("stretch_max", rules.shouting.stretch_max, 1, 10'000);
        shouting.number("punctuation_max", rules.shouting.punctuation_max, 1, 10'000);
    });
    from.object("language", [&](json_reader& language) {
        language.texts("accepted", rules.language.accepted);
        language.number("letters_min", rules.language.letters_min, 20, 10'000);
    });
    from.object("unicode", [&](json_reader& unicode) {
        unicode.number("marks_max", rules.unicode.marks_max, 2, 1'000);
        unicode.number("invisible_run_max", rules.unicode.invisible_run_max, 1, 10'000);
    });
    from.object("contact", [&](json_reader& contact) {
        contact.flag("email_addresses", rules.contact.email_addresses);
        contact.flag("telephone_numbers", rules.contact.telephone_numbers);
        contact.flag("ibans", rules.contact.ibans);
        contact.flag("card_numbers", rules.contact.card_numbers);
        contact.flag("street_addresses", rules.contact.street_addresses);
    });
    from.object("new_author", [&](json_reader& author) {
        author.number("approved_min", rules.new_author.approved_min, 0, 1'000);
        author.flag("proof_required", rules.new_author.proof_required);
    });
    read_surroundings(from, rules, files, problems);
}

}  // namespace rejoinder::config
