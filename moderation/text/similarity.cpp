#include "moderation/text/similarity.hpp"

#include <algorithm>
#include <array>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t group_length = 4;
constexpr std::uint64_t hash_begin = 0xcbf29ce484222325;

std::uint64_t mix(std::uint64_t hash, char32_t letter)
{
    hash ^= letter;
    hash *= 0x100000001b3;
    return hash ^ (hash >> 29);
}

}  // namespace

shingles::shingles(const folded_text& text)
{
    std::array<char32_t, group_length> recent{};
    whole_ = hash_begin;
    for (const auto& unit : text.units()) {
        if (unit.kind != unit_kind::letter && unit.kind != unit_kind::digit)
            continue;
        const char32_t letter = unit.skeleton != 0 ? unit.skeleton : unit.folded;
        std::shift_left(recent.begin(), recent.end(), 1);
        recent.back() = letter;
        whole_ = mix(whole_, letter);
        ++letters_;
        if (letters_ < group_length)
            continue;
        auto hash = hash_begin;
        for (const char32_t c : recent)
            hash = mix(hash, c);
        groups_.push_back(hash);
    }
    std::sort(groups_.begin(), groups_.end());
    groups_.erase(std::unique(groups_.begin(), groups_.end()), groups_.end());
}

double shingles::similarity_to(const shingles& other) const
{
    if (same_as(other))
        return 1;
    std::size_t common = 0;
    auto mine = groups_.begin();
    auto theirs = other.groups_.begin();
    while (mine != groups_.end() && theirs != other.groups_.end()) {
        if (*mine == *theirs) {
            ++common;
            ++mine;
            ++theirs;
        } else if (*mine < *theirs) {
            ++mine;
        } else {
            ++theirs;
        }
    }
    const auto all = groups_.size() + other.groups_.size() - common;
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

bool shingles::same_as(const shingles& other) const
{
    return letters_ == other.letters_ && whole_ == other.whole_;
}

}  // namespace rejoinder::moderation
