#include "moderation/text/literal_matcher.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/regex_set.hpp"
#include "tests/bench/moderation/measure.hpp"

#include <set>

namespace rejoinder::bench {

namespace {

using moderation::entry_kind;

/// The terms folded, each once, as a matcher without any idea of disguise would be given them.
std::vector<std::string> literals_of(const moderation::rule_set_settings& rules)
{
    std::set<std::string> different;
    for (const auto& term : entries_of(rules, entry_kind::term))
        different.insert(moderation::folded_text(term).text());
    return {different.begin(), different.end()};
}

}  // namespace

double judging_time(
    const moderation::engine& judging,
    const std::vector<sample_comment>& comments,
    double seconds)
{
    const auto inputs = inputs_of(comments);
    std::size_t found = 0;
    const auto taken = fastest(seconds, [&] {
        for (const auto& input : inputs)
            found += judging.judge(input).found.size();
    });
    return taken * 1e6 / static_cast<double>(inputs.size());
}

std::vector<table> measure_throughput(const bench_settings& settings)
{
    const auto rules = sample_rules(settings.rules, settings.seed);
    progress("compiling the rule set");
    const auto before = cpu_seconds();
    const moderation::engine judging(rules);
    const auto compiling = cpu_seconds() - before;

    const auto terms = entries_of(rules, entry_kind::term);
    const auto comments =
        sample_comments(settings.comments, 400, text_kind::mixed, terms, settings.seed);
    progress("judging comments of 400 bytes");
    const auto judged = judging_time(judging, comments, settings.seconds);

    progress("the bare matchers on the same texts");
    std::vector<std::string> folded;
    for (const auto& comment : comments)
        folded.push_back(moderation::folded_text(comment.text).text());
    const auto each = 1e6 / static_cast<double>(folded.size());

    const moderation::literal_matcher literals(literals_of(rules));
    std::vector<moderation::literal_hit> hits;
    const auto literal = each * fastest(settings.seconds, [&] {
                             for (const auto& text : folded) {
                                 hits.clear();
                                 literals.find(text, hits);
                             }
                         });
    const moderation::regex_set patterns(entries_of(rules, entry_kind::pattern));
    std::vector<moderation::regex_hit> matches;
    const auto regex = each * fastest(settings.seconds, [&] {
                           for (const auto& text : folded) {
                               matches.clear();
                               patterns.find(text, matches);
                           }
                       });

    std::size_t with_findings = 0;
    for (const auto& input : inputs_of(comments))
        with_findings += judging.judge(input).found.size() > 1 ? 1 : 0;  // all have new_author
    const auto share =
        100 * static_cast<double>(with_findings) / static_cast<double>(comments.size());
    return {
        {"Comments of 400 bytes, the whole pipeline",
         {"", "µs a comment", "comments a second", "times the bare matcher"},
         {{"engine::judge", judged, 1e6 / judged, judged / literal},
          {"Vectorscan alone, the terms", literal, 1e6 / literal, 1.0},
          {"the patterns alone (regex_set)", regex, 1e6 / regex, regex / literal},
          {"terms and patterns alone",
           literal + regex,
           1e6 / (literal + regex),
           (literal + regex) / literal}}},
        {"The rule set",
         {"terms", "patterns", "seconds to compile", "comments with findings, %"},
         {{static_cast<double>(settings.rules.terms),
           static_cast<double>(settings.rules.patterns),
           compiling,
           share}}}};
}

}  // namespace rejoinder::bench
