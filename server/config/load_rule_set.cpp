#include "server/config/load_rule_set.hpp"

#include "moderation/presets.hpp"
#include "moderation/text/host_list.hpp"
#include "moderation/text/word_list.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/read_policy.hpp"

#include <fmt/format.h>

#include <array>
#include <sodium.h>
#include <utility>

namespace rejoinder::config {

namespace {

using moderation::rule_set_settings;

constexpr std::int64_t week_s = 7 * 24 * 60 * 60;

/// Everything that went into a rule set, for its version.
class fingerprint {
public:
    fingerprint() { crypto_generichash_init(&state_, nullptr, 0, bytes); }

    void add(const std::string& text)
    {
        crypto_generichash_update(
            &state_,
            reinterpret_cast<const unsigned char*>(text.data()),
            text.size());
    }

    std::string finish()
    {
        std::array<unsigned char, bytes> hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        std::string hex;
        for (std::size_t i = 0; i < 6; ++i)
            hex += fmt::format("{:02x}", hash[i]);
        return hex;
    }

private:
    static constexpr std::size_t bytes = 16;
    crypto_generichash_state state_;
};

std::string read_list(
    json_reader& from,
    const std::string& name,
    std::vector<problem>& problems,
    fingerprint& all)
{
    auto text = read_file(from.folder() / name, problems);
    all.add(text);
    return text;
}

void report(
    const std::filesystem::path& file,
    const std::vector<moderation::word_list_error>& errors,
    std::vector<problem>& problems)
{
    for (const auto& error : errors)
        problems.push_back({file.string(), fmt::format("line {}", error.line), error.message});
}

void read_word_lists(
    json_reader& from,
    rule_set_settings& rules,
    std::vector<problem>& problems,
    fingerprint& all)
{
    from.elements("lists", [&](json_reader& list) {
        moderation::word_list read;
        list.text("file", read.name);
        list.choice(
            "reason",
            {"banned_word", "suspect_word", "promotion"},
            [&](std::string_view word) { read.reason = *moderation::reason_from(word); });
        auto parsed = moderation::parse_word_list(read_list(list, read.name, problems, all));
        report(list.folder() / read.name, parsed.errors, problems);
        read.entries = std::move(parsed.entries);
        rules.words.lists.push_back(std::move(read));
    });
}

void read_hosts(
    json_reader& from,
    std::string_view key,
    moderation::host_set& hosts,
    std::vector<problem>& problems,
    fingerprint& all)
{
    std::string name;
    from.text(key, name);
    if (name.empty())
        return;
    auto parsed = moderation::parse_host_list(read_list(from, name, problems, all));
    report(from.folder() / name, parsed.errors, problems);
    hosts = std::move(parsed.hosts);
}

void read_links(
    json_reader& from,
    moderation::link_settings& links,
    std::vector<problem>& problems,
    fingerprint& all)
{
    from.number("links_max", links.links_max, 0, 1'000);
    from.number("letters_beside_min", links.letters_beside_min, 0, 10'000);
    read_hosts(from, "blocked_hosts", links.blocked_hosts, problems, all);
    read_hosts(from, "allowed_hosts", links.allowed_hosts, problems, all);
}

void read_filters(
    json_reader& from,
    rule_set_settings& rules,
    std::vector<problem>& problems,
    fingerprint& all)
{
    from.object("length", [&](json_reader& length) {
        length.number("text_min", rules.length.text_min, 0, 10'000);
        length.number("text_max", rules.length.text_max, 1, 10'000);
    });
    from.object("words", [&](json_reader& words) { read_word_lists(words, rules, problems, all); });
    from.object("links", [&](json_reader& links) {
        read_links(links, rules.links, problems, all);
    });
    from.object("repeat", [&](json_reader& repeat) {
        repeat.number("window_s", rules.repeat.window_seconds, 1, week_s);
        repeat.number("letters_min", rules.repeat.letters_min, 0, 10'000);
        repeat.number("similarity_min", rules.repeat.similarity_min, 0.01, 1);
    });
    from.object("flood", [&](json_reader& flood) {
        flood.number("author_window_s", rules.flood.author_window_seconds, 1, week_s);
        flood.number("author_max", rules.flood.author_max, 0, 1'000);
        flood.number("network_window_s", rules.flood.network_window_seconds, 1, week_s);
        flood.number("network_max", rules.flood.network_max, 0, 1'000'000);
    });
    from.object("shouting", [&](json_reader& shouting) {
        shouting.number("letters_min", rules.shouting.letters_min, 0, 10'000);
        shouting.number("capitals_share_max", rules.shouting.capitals_share_max, 0, 1);
        shouting.number("stretch_max", rules.shouting.stretch_max, 1, 10'000);
        shouting.number("punctuation_max", rules.shouting.punctuation_max, 1, 10'000);
    });
    from.object("contact", [&](json_reader& contact) {
        contact.flag("email_addresses", rules.contact.email_addresses);
        contact.flag("telephone_numbers", rules.contact.telephone_numbers);
        contact.flag("ibans", rules.contact.ibans);
        contact.flag("card_numbers", rules.contact.card_numbers);
    });
    from.object("new_author", [&](json_reader& author) {
        author.number("approved_min", rules.new_author.approved_min, 0, 1'000);
        author.flag("proof_required", rules.new_author.proof_required);
    });
}

}  // namespace

rule_set_settings load_rule_set(const std::filesystem::path& file, std::vector<problem>& problems)
{
    const json_document document(file, problems);
    fingerprint all;
    all.add(document.root().dump());
    json_reader reader(document, document.root(), "", problems);
    rule_set_settings rules = moderation::preset({});
    reader.choice(
        "preset",
        {moderation::preset_names.begin(), moderation::preset_names.end()},
        [&](std::string_view name) { rules = moderation::preset(name); });
    reader.object("filters", [&](json_reader& filters) {
        read_filters(filters, rules, problems, all);
    });
    reader.object("policy", [&](json_reader& policy) { read_policy(policy, rules.policy); });
    reader.finish();
    rules.version = all.finish();
    return rules;
}

}  // namespace rejoinder::config
