#include "server/auth/coarse_agent.hpp"

#include <array>
#include <utility>

namespace rejoinder::auth {

namespace {

using sign = std::pair<std::string_view, std::string_view>;

// The first that occurs counts: browsers pretend to be those they descend from.
constexpr std::array<sign, 7> browsers = {{
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"Firefox/", "Firefox"},
    {"FxiOS/", "Firefox"},
    {"Chrom", "Chrome"},
    {"CriOS/", "Chrome"},
    {"Safari/", "Safari"},
}};

constexpr std::array<sign, 7> systems = {{
    {"Android", "Android"},
    {"iPhone", "iOS"},
    {"iPad", "iOS"},
    {"Windows", "Windows"},
    {"Mac OS X", "macOS"},
    {"CrOS", "ChromeOS"},
    {"Linux", "Linux"},
}};

template <std::size_t N>
std::string_view first_sign(
    const std::array<sign, N>& known,
    std::string_view text,
    std::string_view otherwise)
{
    for (const auto& [part, name] : known)
        if (text.find(part) != std::string_view::npos)
            return name;
    return otherwise;
}

}  // namespace

std::string coarse_agent(std::string_view user_agent)
{
    std::string agent(first_sign(browsers, user_agent, "Another browser"));
    const auto system = first_sign(systems, user_agent, "");
    if (!system.empty())
        agent.append(" on ").append(system);
    return agent;
}

}  // namespace rejoinder::auth
