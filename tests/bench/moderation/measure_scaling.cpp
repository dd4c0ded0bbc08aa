#include "tests/bench/moderation/measure.hpp"

namespace rejoinder::bench {

namespace {

using moderation::engine;
using moderation::entry_kind;

double mean_bytes(const std::vector<sample_comment>& comments)
{
    std::size_t all = 0;
    for (const auto& comment : comments)
        all += comment.text.size();
    return static_cast<double>(all) / static_cast<double>(comments.size());
}

/// As many comments as have the text of the usual number at 400 bytes.
std::size_t count_for(const bench_settings& settings, std::size_t bytes)
{
    return std::max<std::size_t>(20, settings.comments * 400 / bytes);
}

table against_length(
    const bench_settings& settings,
    const engine& judging,
    const std::vector<std::string>& terms)
{
    table made{
        "Against the length of the comment",
        {"bytes", "µs a comment", "ns a byte", "MB a second"},
        {}};
    for (const std::size_t bytes : {100u, 400u, 1'000u, 4'000u, 10'000u, 40'000u}) {
        progress("comments of " + std::to_string(bytes) + " bytes");
        const auto comments = sample_comments(
            count_for(settings, bytes),
            bytes,
            text_kind::mixed,
            terms,
            settings.seed);
        const auto us = judging_time(judging, comments, settings.seconds);
        const auto mean = mean_bytes(comments);
        made.rows.push_back({mean, us, us * 1e3 / mean, mean / us});
    }
    return made;
}

table against_kind(
    const bench_settings& settings,
    const engine& judging,
    const std::vector<std::string>& terms)
{
    table made{
        "Against the kind of text, 400 bytes",
        {"text", "µs a comment", "comments a second"},
        {}};
    const std::pair<const char*, text_kind> kinds[] = {
        {"mixed", text_kind::mixed},
        {"ASCII only", text_kind::ascii},
        {"Russian", text_kind::russian},
        {"full of disguises", text_kind::disguised},
    };
    for (const auto& [name, kind] : kinds) {
        progress(std::string("text: ") + name);
        const auto comments = sample_comments(settings.comments, 400, kind, terms, settings.seed);
        const auto us = judging_time(judging, comments, settings.seconds);
        made.rows.push_back({name, us, 1e6 / us});
    }
    return made;
}

table against_terms(const bench_settings& settings)
{
    table made{
        "Against the number of terms, 400 bytes",
        {"terms", "seconds to compile", "µs a comment", "comments a second"},
        {}};
    for (const std::size_t count : {100u, 1'000u, 10'000u, 50'000u}) {
        progress(std::to_string(count) + " terms");
        const auto rules = sample_rules({count, settings.rules.patterns}, settings.seed);
        const auto before = cpu_seconds();
        const engine judging(rules);
        const auto compiling = cpu_seconds() - before;
        const auto comments = sample_comments(
            settings.comments,
            400,
            text_kind::mixed,
            entries_of(rules, entry_kind::term),
            settings.seed);
        const auto us = judging_time(judging, comments, settings.seconds);
        made.rows.push_back({static_cast<double>(count), compiling, us, 1e6 / us});
    }
    return made;
}

}  // namespace

std::vector<table> measure_scaling(const bench_settings& settings)
{
    const auto rules = sample_rules(settings.rules, settings.seed);
    const auto terms = entries_of(rules, entry_kind::term);
    const engine judging(rules);
    return {
        against_length(settings, judging, terms),
        against_kind(settings, judging, terms),
        against_terms(settings)};
}

}  // namespace rejoinder::bench
