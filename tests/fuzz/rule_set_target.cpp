#include "moderation/engine.hpp"
#include "moderation/rule_set_error.hpp"
#include "server/config/load_rule_set.hpp"
#include "tests/fuzz/private_folder.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <vector>

namespace rejoinder::fuzz {

namespace {

/// With the lists that a file may name.
struct folder_with_lists : private_folder {
    folder_with_lists()
    {
        write("list.txt", "badword\n/pattern\\d/\n!exception\n");
        write("hosts.txt", "casino.example\n");
    }
};

}  // namespace

void rule_set(std::string_view bytes)
{
    static const folder_with_lists folder;
    std::vector<config::problem> problems;
    const auto rules = config::load_rule_set(folder.write("rules.json", bytes), problems).settings;
    for (const auto& problem : problems)
        promise(!problem.expected.empty(), "a problem says what was expected");
    promise(!rules.version.empty(), "a rule set has a version");
    if (!problems.empty())
        return;
    try {
        const moderation::engine judging(rules);
        moderation::comment_input comment;
        comment.text = "A badword at https://casino.example and a pattern1.";
        judging.judge(comment);
    } catch (const moderation::rule_set_error&) {
        // What the values alone do not show, the engine says.
    }
}

}  // namespace rejoinder::fuzz
