#include "moderation/engine.hpp"
#include "moderation/rule_set_error.hpp"
#include "server/config/load_rule_set.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace rejoinder::fuzz {

namespace {

/// A folder of this process with a list beside the file, taken away at the end.
class private_folder {
public:
    private_folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "rejoinder-fuzz-XXXXXX").string();
        promise(::mkdtemp(name.data()) != nullptr, "a folder for the file");
        path_ = name;
        write("list.txt", "badword\n/pattern\\d/\n!exception\n");
        write("hosts.txt", "casino.example\n");
    }
    ~private_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    private_folder(const private_folder&) = delete;
    private_folder& operator=(const private_folder&) = delete;

    std::filesystem::path write(const char* name, std::string_view bytes) const
    {
        const auto file = path_ / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    std::filesystem::path path_;
};

}  // namespace

void rule_set(std::string_view bytes)
{
    static const private_folder folder;
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
