// What the moderation library takes for a comment, alone and beside the bare matchers.
//
//   moderation_bench [--json] [--seconds S] [--seed N] [--only throughput|parts|scaling]
//
// Run it in the root of the repository: it enlarges the rule set in config/. All times are of one
// core, and of the fastest of several passes.

#include "tests/bench/moderation/measure.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

namespace {

using namespace rejoinder::bench;

struct command_line {
    bench_settings settings;
    std::string only;
    bool json = false;
};

command_line read(int count, char** words)
{
    command_line made;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--json") {
            made.json = true;
            continue;
        }
        if (i + 1 == count)
            throw std::invalid_argument("a value is missing after " + word);
        const std::string value = words[++i];
        if (word == "--seconds")
            made.settings.seconds = std::stod(value);
        else if (word == "--seed")
            made.settings.seed = std::stoull(value);
        else if (word == "--only")
            made.only = value;
        else
            throw std::invalid_argument("unknown: " + word);
    }
    return made;
}

std::vector<table> run(const command_line& wanted)
{
    std::vector<table> all;
    const auto is_wanted = [&](const char* name) {
        return wanted.only.empty() || wanted.only == name;
    };
    const auto add = [&](std::vector<table> made) {
        all.insert(all.end(), made.begin(), made.end());
    };
    if (is_wanted("throughput"))
        add(measure_throughput(wanted.settings));
    if (is_wanted("parts"))
        add({measure_parts(wanted.settings)});
    if (is_wanted("scaling"))
        add(measure_scaling(wanted.settings));
    return all;
}

}  // namespace

int main(int count, char** words)
{
    try {
        const auto wanted = read(count, words);
        const auto tables = run(wanted);
        fmt::print("{}", wanted.json ? as_json(tables) : as_text(tables));
        return 0;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "moderation_bench: {}\n", failure.what());
        return 1;
    }
}
