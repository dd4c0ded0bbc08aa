#include "tests/bench/moderation/sample_rules.hpp"

#include "moderation/presets.hpp"
#include "tests/bench/moderation/random.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string_view>

namespace rejoinder::bench {

namespace {

using moderation::entry_kind;
using moderation::word_entry;

std::string content_of(const std::string& path)
{
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(path + " cannot be read: run this in the root of the repository");
    return {std::istreambuf_iterator<char>(file), {}};
}

moderation::rule_set_settings shipped_rules()
{
    const std::string folder = "config/";
    const auto shipped =
        nlohmann::json::parse(content_of(folder + "moderation.json"), nullptr, true, true);
    auto rules = moderation::preset(shipped.at("preset").get<std::string>());
    const auto& filters = shipped.at("filters");
    for (const auto& list : filters.at("words").at("lists")) {
        moderation::word_list read;
        read.name = list.at("file").get<std::string>();
        read.reason = *moderation::reason_from(list.at("reason").get<std::string>());
        read.entries = moderation::parse_word_list(content_of(folder + read.name)).entries;
        rules.words.lists.push_back(std::move(read));
    }
    const auto hosts = [&](const nlohmann::json& file) {
        return moderation::parse_host_list(content_of(folder + file.get<std::string>())).hosts;
    };
    rules.links.blocked_hosts = hosts(filters.at("links").at("blocked_hosts"));
    rules.email_domain.disposable = hosts(filters.at("email_domain").at("disposable"));
    return rules;
}

bool is_pattern(const word_entry& entry)
{
    return entry.kind == entry_kind::pattern;
}

/// Takes out every so many entries until at most `most` of the kind are left. Returns how many are.
std::size_t thin_out(moderation::rule_set_settings& rules, bool patterns, std::size_t most)
{
    std::size_t all = 0;
    for (const auto& list : rules.words.lists)
        all +=
            static_cast<std::size_t>(std::ranges::count(list.entries, patterns, [](const auto& e) {
                return is_pattern(e);
            }));
    if (all <= most)
        return all;
    std::size_t seen = 0;
    for (auto& list : rules.words.lists)
        std::erase_if(list.entries, [&](const word_entry& entry) {
            if (is_pattern(entry) != patterns)
                return false;
            ++seen;
            return seen * most / all == (seen - 1) * most / all;
        });
    return most;
}

/// Invents words that sound like some language and are of none.
class word_inventor {
public:
    explicit word_inventor(std::uint64_t seed)
        : random_(seed)
    {
    }

    random_source& random() { return random_; }

    std::string syllable()
    {
        static constexpr std::string_view begins[] = {
            "b", "d", "f",  "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",
            "v", "z", "br", "dr", "fl", "gr", "kl", "kr", "pl", "sk", "st", "tr", "zw",
        };
        static constexpr std::string_view vowels[] = {"a", "e", "i", "o", "u", "ai", "ou"};
        static constexpr std::string_view ends[] = {"", "", "n", "r", "l", "k", "m", "st", "x"};
        return std::string(random_.one_of(begins)) + std::string(random_.one_of(vowels)) +
               std::string(random_.one_of(ends));
    }

    std::string word()
    {
        auto made = syllable() + syllable();
        for (auto more = random_.number(3); more > 0; --more)
            made += syllable();
        return made;
    }

    word_entry term()
    {
        word_entry entry;
        entry.text = word();
        if (random_.one_in(8))
            entry.text += " " + word();  // a phrase
        else if (random_.one_in(30))
            entry.text += std::to_string(10 + random_.number(90));  // found as it is written
        else if (random_.one_in(20))
            entry.open_end = true;
        return entry;
    }

    word_entry pattern()
    {
        const auto one = word();
        const auto two = word();
        const auto text = [&]() -> std::string {
            switch (random_.number(5)) {
            case 0:
                return "\\b" + one + "(?:s|es|ing)?\\b";
            case 1:
                return "\\b" + one + "[\\s\\-_.]{0,3}" + two + "\\b";
            case 2:
                return "\\b(?:" + one + "|" + two + "|" + word() + ")\\w*\\s+\\d{2,4}\\b";
            case 3:
                return "\\b" + one + "\\b.{0,30}\\b(?:" + two + "|" + word() + ")\\b";
            default:
                return syllable() + "[aeiou]?" + one + "\\S*" + syllable();
            }
        };
        return {.kind = entry_kind::pattern, .text = text()};
    }

private:
    random_source random_;
};

}  // namespace

moderation::rule_set_settings sample_rules(rule_counts counts, std::uint64_t seed)
{
    auto rules = shipped_rules();
    auto terms = thin_out(rules, false, counts.terms);
    auto patterns = thin_out(rules, true, counts.patterns);

    word_inventor invent(seed);
    moderation::word_list invented;
    invented.name = "invented.txt";
    std::set<std::string> known;
    while (terms < counts.terms) {
        auto entry = invent.term();
        if (!known.insert(entry.text).second)
            continue;
        invented.entries.push_back(std::move(entry));
        ++terms;
    }
    for (; patterns < counts.patterns; ++patterns)
        invented.entries.push_back(invent.pattern());
    rules.words.lists.push_back(std::move(invented));
    return rules;
}

std::vector<std::string> entries_of(const moderation::rule_set_settings& rules, entry_kind kind)
{
    std::vector<std::string> texts;
    for (const auto& list : rules.words.lists)
        for (const auto& entry : list.entries)
            if (entry.kind == kind)
                texts.push_back(entry.text);
    return texts;
}

}  // namespace rejoinder::bench
