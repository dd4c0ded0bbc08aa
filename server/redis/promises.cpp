#include "server/redis/promises.hpp"

#include "server/redis/connection.hpp"

#include <array>
#include <utility>

namespace rejoinder::redis {

namespace {

constexpr std::chrono::milliseconds deadline{2'000};

struct promise {
    const char* name;
    const char* expected;
};

constexpr std::array<promise, 3> promises = {{
    {"appendonly", "yes"},
    {"appendfsync", "always"},
    {"maxmemory-policy", "noeviction"},
}};

}  // namespace

awaitable<std::vector<std::string>> broken_promises(connection& to)
{
    std::vector<std::string> broken;
    for (const auto& [name, expected] : promises) {
        command ask("CONFIG");
        ask.add("GET").add(name);
        const auto answer = co_await to.try_execute(std::move(ask), deadline);
        if (answer.is_error() || answer.elements().size() != 2)
            broken.push_back(std::string(name) + " cannot be asked for");
        else if (answer.at(1).text() != expected)
            broken.push_back(
                std::string(name) + " is " + answer.at(1).text() + ", should be " + expected);
    }
    co_return broken;
}

}  // namespace rejoinder::redis
