#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

using rules_command = int (*)(const rules_options&, std::ostream&);

constexpr const char* which =
    "A version, \"active\" (in force), \"file\" (as configured), or a path";

/// A subcommand that works on an installation.
CLI::App* add_command(
    CLI::App& rules,
    rules_options& options,
    action& chosen,
    const char* name,
    const char* help,
    const char* examples,
    rules_command run)
{
    auto* added = rules.add_subcommand(name, help);
    added->footer(examples);
    add_config(*added, options.at);
    added->callback([&options, &chosen, run] {
        chosen = [&options, run] {
            return run(options, std::cout);
        };
    });
    return added;
}

void add_rules(CLI::App& to, std::string& target)
{
    to.add_option("RULES", target, which)->type_name("")->capture_default_str();
}

void add_note(CLI::App& to, rules_options& options)
{
    to.add_option("--note", options.note, "Why, for the record")->type_name("TEXT");
}

void add_surroundings(CLI::App& to, rules_options& options)
{
    to.add_option("--rules", options.rules, which)->type_name("RULES")->capture_default_str();
    to.add_option("--site", options.site, "The site's ID")->type_name("ID");
    to.add_option("--story", options.story, "The site's own ID of the story")->type_name("ID");
    to.add_option("--path", options.path, "Path of the story's URL")->capture_default_str();
    to.add_option("--author", options.author, "How far the author is known")
        ->type_name("CLASS")
        ->check(CLI::IsMember({"new", "known", "trusted"}))
        ->capture_default_str();
    to.add_option("--time", options.time, "Time of day in UTC, HH:MM")->type_name("TIME");
    to.add_option("--review-queue", options.review_queue, "Comments that wait for a moderator")
        ->check(CLI::NonNegativeNumber);
}

void define_looking(CLI::App& rules, rules_options& options, action& chosen)
{
    auto* check = add_command(
        rules,
        options,
        chosen,
        "check",
        "Check a rule set and its lists; name every problem.",
        "Examples:\n  rejoinder rules check\n  rejoinder rules check strict.json",
        check_rules);
    add_rules(*check, options.rules);
    add_data_directory(*check, options.at);

    auto* list = add_command(
        rules,
        options,
        chosen,
        "list",
        "List what was in force when, and the versions that are kept.",
        "Example:\n  rejoinder rules list",
        list_rules);
    add_data_directory(*list, options.at);

    auto* show = add_command(
        rules,
        options,
        chosen,
        "show",
        "Print a rule set, or one of its lists.",
        "Examples:\n"
        "  rejoinder rules show active\n"
        "  rejoinder rules show 3f1c0a9be2d4 --list wordlists/banned.en.txt",
        show_rules);
    add_rules(*show, options.rules);
    show->add_option("--list", options.list, "A list that it names")->type_name("NAME");
    add_data_directory(*show, options.at);

    auto* diff = add_command(
        rules,
        options,
        chosen,
        "diff",
        "Say what leads from one rule set to another; exits with 1 where they differ.",
        "Examples:\n"
        "  rejoinder rules diff                         from what is in force to the file\n"
        "  rejoinder rules diff 3f1c0a9be2d4 active",
        compare_rules);
    diff->add_option("FROM", options.from, which)->type_name("")->capture_default_str();
    diff->add_option("TO", options.rules, which)->type_name("")->capture_default_str();
    add_data_directory(*diff, options.at);
}

void define_schema(CLI::App& rules, rules_options& options, action& chosen)
{
    add_command(
        rules,
        options,
        chosen,
        "schema",
        "Print the JSON Schema of rule sets, for completion in editors.",
        "Example:\n  rejoinder rules schema > moderation.schema.json",
        print_rules_schema);
}

void define_changing(CLI::App& rules, rules_options& options, action& chosen)
{
    auto* activate = add_command(
        rules,
        options,
        chosen,
        "activate",
        "Put a rule set in force, on every running server within a second.",
        "Examples:\n"
        "  rejoinder rules activate moderation.json --note 'election night'\n"
        "  rejoinder rules activate 3f1c0a9be2d4\n"
        "\n"
        "Only with \"rules_master\": \"desk\"; otherwise the file is applied as it changes.",
        activate_rules);
    add_rules(*activate, options.rules);
    add_note(*activate, options);
    add_data_directory(*activate, options.at);

    auto* back = add_command(
        rules,
        options,
        chosen,
        "rollback",
        "Put in force again what was before.",
        "Example:\n  rejoinder rules rollback --note 'held too much'",
        roll_back_rules);
    add_note(*back, options);
    add_data_directory(*back, options.at);
}

void define_trying(CLI::App& rules, rules_options& options, action& chosen)
{
    auto* test = add_command(
        rules,
        options,
        chosen,
        "test",
        "Judge one comment and say what every filter made of it.",
        "Examples:\n"
        "  rejoinder rules test 'Buy at example.com now!!!!!!'\n"
        "  rejoinder rules test 'Hello' --name Editor --author known --rules strict.json",
        test_rules);
    test->add_option("TEXT", options.text, "The comment")->type_name("")->required();
    test->add_option("--name", options.name, "The author's name");
    test->add_option("--email", options.email, "The author's address; only its domain is used");
    test->add_option("--website", options.website, "The author's website");
    add_surroundings(*test, options);
    add_data_directory(*test, options.at);

    auto* policy = add_command(
        rules,
        options,
        chosen,
        "policy",
        "Print what weighs how much in a place, and which layer says so.",
        "Example:\n  rejoinder rules policy --site news --path /sport/final --time 23:30",
        show_policy);
    add_surroundings(*policy, options);
    add_data_directory(*policy, options.at);
}

void define_backtest(CLI::App& rules, rules_options& options, action& chosen)
{
    auto* backtest = add_command(
        rules,
        options,
        chosen,
        "backtest",
        "Try a rule set on the comments of the last days; change nothing.",
        "Examples:\n"
        "  rejoinder rules backtest strict.json --days 7\n"
        "  rejoinder rules backtest --json > report.json\n"
        "\n"
        "Judges every comment in the light of what was known when it came, and tells whose "
        "verdict\n"
        "would change and how far the rules agree with what moderators decided.",
        backtest_rules);
    add_rules(*backtest, options.rules);
    backtest->add_option("--against", options.from, which)
        ->type_name("RULES")
        ->capture_default_str();
    backtest->add_option("--days", options.days, "How far back")
        ->check(CLI::Range(1, 3'650))
        ->capture_default_str();
    backtest->add_option("--examples", options.examples, "Of each kind of change")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    backtest->add_flag("--json", options.as_json, "The report as JSON");
    add_data_directory(*backtest, options.at);
}

}  // namespace

void define_rules(CLI::App& app, rules_options& options, action& chosen)
{
    auto* rules =
        app.add_subcommand("rules", "Check, try and compare the rules; put them in force.");
    rules->require_subcommand(1);
    define_looking(*rules, options, chosen);
    define_schema(*rules, options, chosen);
    define_trying(*rules, options, chosen);
    define_backtest(*rules, options, chosen);
    define_changing(*rules, options, chosen);
}

}  // namespace rejoinder::cli
