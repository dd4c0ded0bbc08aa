#include "server/config/read_policy.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace rejoinder::config {

namespace {

using moderation::policy_change;
using moderation::policy_condition;
using moderation::reason;
using moderation::threshold;

constexpr int minutes_of_day = 24 * 60;

template <class Read>
void each_reason(const Read& read)
{
    for (std::size_t i = 0; i < moderation::reason_count; ++i)
        read(static_cast<reason>(i));
}

/// A threshold of 0 is one that no score reaches.
void read_threshold(json_reader& from, std::string_view key, std::optional<threshold>& target)
{
    constexpr double not_said = -1;
    double value = not_said;
    from.number(key, value, 0, 1'000'000);
    if (value != not_said)
        target = threshold{value > 0 ? std::optional(value) : std::nullopt};
}

void read_change(json_reader& from, policy_change& change)
{
    from.choice("mode", {"after", "before"}, [&](std::string_view word) {
        change.mode = word == "before" ? moderation::moderation_mode::before
                                       : moderation::moderation_mode::after;
    });
    from.object("weights", [&](json_reader& weights) {
        each_reason([&](reason why) {
            constexpr double not_said = -1;
            double weight = not_said;
            weights.number(moderation::to_string(why), weight, 0, 1'000'000);
            if (weight != not_said)
                change.weights[why] = weight;
        });
    });
    from.object("decisive", [&](json_reader& decisive) {
        each_reason([&](reason why) {
            decisive.choice(
                moderation::to_string(why),
                {"none", "hold", "spam", "reject"},
                [&](std::string_view word) {
                    change.decisive[why] = moderation::verdict_kind_from(word).value_or(
                        moderation::verdict_kind::publish);
                });
        });
    });
    from.object("silent", [&](json_reader& silent) {
        each_reason([&](reason why) {
            bool value = false;
            silent.flag(moderation::to_string(why), value);
            if (silent.has(moderation::to_string(why)))
                change.silent[why] = value;
        });
    });
    from.object("thresholds", [&](json_reader& thresholds) {
        read_threshold(thresholds, "hold", change.hold_at);
        read_threshold(thresholds, "spam", change.spam_at);
        read_threshold(thresholds, "reject", change.reject_at);
    });
    int counted = 0;
    from.number("counted_per_reason_max", counted, 1, 1'000);
    if (counted > 0)
        change.counted_per_reason_max = counted;
}

void read_hours(json_reader& from, policy_condition& when)
{
    std::string text;
    from.text("hours", text);
    if (text.empty())
        return;
    const auto dash = text.find('-');
    const auto begin = minute_from(std::string_view(text).substr(0, dash));
    const auto end = dash == std::string::npos
                         ? std::nullopt
                         : minute_from(std::string_view(text).substr(dash + 1));
    if (begin && end)
        when.hours = {*begin, *end};
    else
        from.complain("hours", "expected a span of the day such as \"22:00-06:30\"");
}

void read_authors(json_reader& from, policy_condition& when)
{
    std::vector<std::string> words;
    from.texts("authors", words);
    for (const auto& word : words) {
        if (const auto known = moderation::author_class_from(word))
            when.authors.push_back(*known);
        else
            from.complain("authors", "expected \"new\", \"known\" or \"trusted\"");
    }
}

void read_condition(json_reader& from, policy_condition& when)
{
    from.texts("sites", when.sites);
    from.texts("sections", when.sections);
    from.texts("stories", when.stories);
    for (const auto& section : when.sections)
        if (!section.starts_with('/'))
            from.complain("sections", "expected beginnings of a path such as \"/sport/\"");
    read_authors(from, when);
    read_hours(from, when);
    from.number("review_queue_min", when.review_queue_min, 0, 1'000'000);
}

}  // namespace

std::optional<int> minute_from(std::string_view text)
{
    int hour = 0;
    int minute = 0;
    const auto* end = text.data() + text.size();
    const auto [colon, bad_hour] = std::from_chars(text.data(), end, hour);
    if (bad_hour != std::errc() || colon == end || *colon != ':')
        return std::nullopt;
    const auto [rest, bad_minute] = std::from_chars(colon + 1, end, minute);
    if (bad_minute != std::errc() || rest != end || hour < 0 || minute < 0 || minute > 59)
        return std::nullopt;
    const int all = hour * 60 + minute;
    return all <= minutes_of_day ? std::optional(all) : std::nullopt;
}

void read_policy(json_reader& from, moderation::policy_settings& policy)
{
    policy_change own;
    read_change(from, own);
    policy.layers.push_back({"rule set", {}, std::move(own)});

    from.elements("overrides", [&](json_reader& override) {
        moderation::policy_layer layer;
        layer.name = fmt::format("override {}", policy.layers.size());
        override.text("name", layer.name);
        override.object("when", [&](json_reader& when) { read_condition(when, layer.when); });
        read_change(override, layer.change);
        policy.layers.push_back(std::move(layer));
    });

    from.object("trust", [&](json_reader& trust) {
        trust.number("known_min", policy.trust.known_min, 1, 1'000'000);
        trust.number("trusted_min", policy.trust.trusted_min, 1, 1'000'000);
        trust.number("rejected_share_max", policy.trust.rejected_share_max, 0, 1);
    });
}

}  // namespace rejoinder::config
