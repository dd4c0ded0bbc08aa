#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace rejoinder::storage {

/// The most values a statement lists in one IN (…): engines bound the placeholders of a statement.
inline constexpr std::size_t listed_values_max = 500;

/// The range in parts short enough for one statement.
template <class T>
std::vector<std::span<T>> chunks(std::span<T> all, std::size_t longest = listed_values_max)
{
    std::vector<std::span<T>> parts;
    for (; !all.empty(); all = all.subspan(parts.back().size()))
        parts.push_back(all.first(std::min(longest, all.size())));
    return parts;
}

}  // namespace rejoinder::storage
