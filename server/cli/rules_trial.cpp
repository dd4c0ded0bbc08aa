#include "moderation/engine.hpp"
#include "server/cli/rules_commands.hpp"
#include "server/cli/rules_place.hpp"
#include "server/config/read_policy.hpp"
#include "server/intake/email_address.hpp"
#include "server/rules/policy_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

moderation::author_activity author_of(
    const rules_options& options,
    const moderation::trust_settings& trust)
{
    moderation::author_activity author;
    if (options.author == "new")
        return author;
    author.proved = true;
    author.approved_by_human = trust.known_min;
    author.published = trust.known_min;
    if (options.author == "trusted")
        author.published = std::max(trust.known_min, trust.trusted_min);
    return author;
}

int minute_of(const std::string& time)
{
    if (time.empty())
        return -1;
    const auto minute = config::minute_from(time);
    if (!minute)
        throw std::runtime_error("--time: expected HH:MM in UTC");
    return *minute;
}

moderation::story_context story_of(const rules_options& options)
{
    moderation::story_context story;
    story.site = options.site;
    story.story = options.story;
    story.path = options.path;
    story.minute_of_day = minute_of(options.time);
    story.review_queue = options.review_queue;
    return story;
}

std::string place_of(const moderation::finding& found, const moderation::comment_input& input)
{
    std::string_view field = input.text;
    if (found.field == moderation::comment_field::name)
        field = input.name;
    else if (found.field == moderation::comment_field::website)
        field = input.website;
    else if (found.field == moderation::comment_field::email_domain)
        field = input.email_domain;
    if (found.span.empty() || found.span.end > field.size())
        return "";
    return fmt::format(
        " in {}: \"{}\"",
        moderation::to_string(found.field),
        field.substr(found.span.begin, found.span.end - found.span.begin));
}

void print(
    const moderation::finding& found,
    const moderation::comment_input& input,
    std::ostream& out)
{
    out << fmt::format(
        "  {:<15} {}{}{}, {}\n",
        found.filter,
        moderation::to_string(found.reason),
        place_of(found, input),
        found.detail.empty() ? "" : " (" + found.detail + ")",
        found.silent ? "silent" : fmt::format("weighs {}", found.weight));
}

}  // namespace

int test_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto rules = place.find(options.rules);
    const moderation::engine engine(rules.settings);
    const auto email = intake::parse_email(options.email);
    if (!options.email.empty() && !email)
        throw std::runtime_error("--email: expected an e-mail address");
    const std::string domain = email ? email->domain : std::string();

    moderation::comment_input input;
    input.name = options.name;
    input.website = options.website;
    input.email_domain = domain;
    input.text = options.text;
    input.author = author_of(options, engine.rules_of_policy().trust());
    input.story = story_of(options);
    const auto verdict = engine.judge(input);

    out << fmt::format(
        "{}, score {} (rule set {})\n",
        moderation::to_string(verdict.kind),
        verdict.score,
        verdict.rule_set);
    for (const auto& found : verdict.found)
        print(found, input, out);
    out << "  passed:";
    for (const auto& name : engine.filter_names())
        if (std::ranges::none_of(verdict.found, [&](const auto& found) {
                return found.filter == name;
            }))
            out << ' ' << name;
    out << '\n';
    return 0;
}

int show_policy(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto rules = place.find(options.rules);
    const moderation::policy policy(rules.settings.policy);
    const auto author = author_of(options, policy.trust());
    out << rules::policy_json(
               policy,
               {story_of(options), moderation::classify(author, policy.trust())})
               .dump(2)
        << '\n';
    return 0;
}

}  // namespace rejoinder::cli
