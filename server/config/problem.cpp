#include "server/config/problem.hpp"

#include <utility>

namespace rejoinder::config {

namespace {

std::string one_a_line(const std::vector<problem>& problems)
{
    std::string text;
    for (const auto& found : problems)
        text.append(text.empty() ? "" : "\n").append(to_string(found));
    return text;
}

}  // namespace

std::string to_string(const problem& found)
{
    if (found.path.empty())
        return found.file + ": " + found.expected;
    return found.file + ": " + found.path + ": " + found.expected;
}

config_error::config_error(std::vector<problem> problems)
    : std::runtime_error(one_a_line(problems)),
      problems_(std::move(problems))
{
}

}  // namespace rejoinder::config
