#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::redis {

/// A command and its arguments, binary-safe.
class command {
public:
    explicit command(std::string_view name) { arguments_.emplace_back(name); }

    command& add(std::string argument)
    {
        arguments_.push_back(std::move(argument));
        return *this;
    }
    command& add(std::string_view argument) { return add(std::string(argument)); }
    command& add(const char* argument) { return add(std::string(argument)); }
    template <std::integral Number>
    command& add(Number argument)
    {
        return add(std::to_string(argument));
    }

    const std::vector<std::string>& arguments() const noexcept { return arguments_; }

private:
    std::vector<std::string> arguments_;
};

}  // namespace rejoinder::redis
