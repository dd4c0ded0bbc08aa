#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Tells in a moment that a string is none of many, which is all that most words of a text are
/// asked for. About one in sixteen others passes: what passes is to be looked up.
///
/// Strings go by their hash, which grows with the string: on the way to the hash of a word those of
/// all its beginnings come up.
class string_sieve {
public:
    static constexpr std::uint64_t hash_of_nothing = 0xcbf29ce484222325;

    /// The hash of a string that goes on with `next`.
    static constexpr std::uint64_t extended(std::uint64_t hash, char next)
    {
        return (hash ^ static_cast<unsigned char>(next)) * 0x100000001b3;
    }

    static constexpr std::uint64_t hash_of(std::string_view text)
    {
        auto hash = hash_of_nothing;
        for (const char each : text)
            hash = extended(hash, each);
        return hash;
    }

    void add(std::uint64_t hash)
    {
        hashes_.push_back(hash);
        if (bits_.size() < 16 * hashes_.size()) {
            bits_.assign(std::bit_ceil(16 * hashes_.size()), false);
            for (const auto known : hashes_)
                bits_[place_of(known)] = true;
        }
        bits_[place_of(hash)] = true;
    }

    /// False only where the string was not added.
    bool may_hold(std::uint64_t hash) const { return !bits_.empty() && bits_[place_of(hash)]; }

private:
    std::size_t place_of(std::uint64_t hash) const
    {
        return (hash * 0x9e3779b97f4a7c15 >> 32) & (bits_.size() - 1);
    }

    std::vector<std::uint64_t> hashes_;  // to sort them anew when there are more
    std::vector<bool> bits_;
};

}  // namespace rejoinder::moderation
