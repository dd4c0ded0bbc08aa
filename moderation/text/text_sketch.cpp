#include "moderation/text/text_sketch.hpp"

#include <algorithm>
#include <limits>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t hashes_per_number = 3;

/// Scatters all bits (the finalizer of splitmix64).
std::uint64_t scatter(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

std::uint64_t smallest(const shingles& text, std::uint64_t seed)
{
    auto least = std::numeric_limits<std::uint64_t>::max();
    for (const auto group : text.groups())
        least = std::min(least, scatter(group ^ seed));
    return least;
}

}  // namespace

text_sketch sketch_of(const shingles& text)
{
    text_sketch sketch{};
    std::uint64_t seed = 0;
    for (auto& number : sketch) {
        std::uint64_t mixed = 0;
        for (std::size_t i = 0; i < hashes_per_number; ++i) {
            seed += 0x9e3779b97f4a7c15;
            mixed = scatter(mixed + smallest(text, scatter(seed)));
        }
        number = static_cast<std::int64_t>(mixed);
    }
    return sketch;
}

}  // namespace rejoinder::moderation
