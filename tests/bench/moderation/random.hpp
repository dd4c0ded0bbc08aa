#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>

namespace rejoinder::bench {

/// Random choices that are the same with every standard library.
class random_source {
public:
    explicit random_source(std::uint64_t seed)
        : engine_(seed)
    {
    }

    /// From 0 to `below` - 1.
    std::size_t number(std::size_t below) { return static_cast<std::size_t>(engine_() % below); }

    bool one_in(std::size_t n) { return number(n) == 0; }

    template <class All>
    const auto& one_of(const All& all)
    {
        return all[number(std::size(all))];
    }

    /// One near the front far more often than one near the end, as words are used.
    template <class All>
    const auto& one_of_ranked(const All& all)
    {
        const auto share = static_cast<double>(number(1 << 20)) / (1 << 20);
        return all[static_cast<std::size_t>(share * share * static_cast<double>(std::size(all)))];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace rejoinder::bench
