#include "moderation/text/ipv4_host.hpp"

#include <charconv>
#include <cstdint>
#include <vector>

namespace rejoinder::moderation {

namespace {

std::optional<std::uint64_t> number_from(std::string_view text)
{
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
        if (text.empty())
            return 0;
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
    }
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    if (error != std::errc() || stop != end || text.front() == '-')
        return std::nullopt;
    return value;
}

}  // namespace

std::optional<std::string> ipv4_host(std::string_view host)
{
    std::vector<std::uint64_t> numbers;
    while (!host.empty()) {
        const auto dot = host.find('.');
        const auto number = number_from(host.substr(0, dot));
        if (!number || numbers.size() == 4)
            return std::nullopt;
        numbers.push_back(*number);
        host.remove_prefix(dot == std::string_view::npos ? host.size() : dot + 1);
    }
    if (numbers.empty())
        return std::nullopt;

    // The last number stands for all bytes that are left.
    std::uint64_t address = 0;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        if (numbers[i] > 0xFF)
            return std::nullopt;
        address |= numbers[i] << (8 * (3 - i));
    }
    if (numbers.back() >= std::uint64_t{1} << (8 * (5 - numbers.size())))
        return std::nullopt;
    address |= numbers.back();

    std::string dotted;
    for (int shift = 24; shift >= 0; shift -= 8)
        dotted += std::to_string((address >> shift) & 0xFF) + (shift > 0 ? "." : "");
    return dotted;
}

}  // namespace rejoinder::moderation
