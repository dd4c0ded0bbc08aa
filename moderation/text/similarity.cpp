#include "moderation/text/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t group_length = 4;
constexpr std::uint64_t hash_begin = 0xcbf29ce484222325;
constexpr std::uint64_t group_factor = 0xd6e8feb86659fd93;

constexpr std::uint64_t to_the_group_length(std::uint64_t factor)
{
    std::uint64_t made = 1;
    for (std::size_t i = 0; i < group_length; ++i)
        made *= factor;
    return made;
}

std::uint64_t mix(std::uint64_t hash, char32_t letter)
{
    hash ^= letter;
    hash *= 0x100000001b3;
    return hash ^ (hash >> 29);
}

/// Sorts by some bits after the other, from the lowest on: in linear time, which is what counts for
/// long texts.
void sort_by_bits(std::vector<std::uint64_t>& numbers)
{
    constexpr unsigned bits = 11;
    constexpr std::size_t few = 1'000;
    if (numbers.size() < few) {
        std::sort(numbers.begin(), numbers.end());
        return;
    }
    std::vector<std::uint64_t> sorted(numbers.size());
    for (unsigned from = 0; from < 64; from += bits) {
        const auto part_of = [from](std::uint64_t number) {
            return number >> from & ((1u << bits) - 1);
        };
        std::array<std::size_t, 1u << bits> places{};
        for (const auto number : numbers)
            ++places[part_of(number)];
        std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
        for (const auto number : numbers)
            sorted[places[part_of(number)]++] = number;
        numbers.swap(sorted);
    }
}

}  // namespace

shingles::shingles(const folded_text& text)
{
    std::array<char32_t, group_length> recent{};
    std::uint64_t hash = 0;
    whole_ = hash_begin;
    groups_.reserve(text.units().size());
    for (const auto& unit : text.units()) {
        if (unit.kind != unit_kind::letter && unit.kind != unit_kind::digit)
            continue;
        const char32_t letter = unit.skeleton != 0 ? unit.skeleton : unit.folded;
        // A polynomial of the letters of the group: the newest comes in, the oldest goes.
        auto& oldest = recent[letters_ % group_length];
        hash = hash * group_factor + letter - oldest * to_the_group_length(group_factor);
        oldest = letter;
        whole_ = mix(whole_, letter);
        ++letters_;
        if (letters_ < group_length)
            continue;
        groups_.push_back(hash);
    }
    // Eight to a group, so that few share one.
    marks_.resize(std::bit_ceil(8 * groups_.size() + 1));
    for (const auto group : groups_) {
        auto mark = marks_[mark_of(group)];
        marked_ += mark ? 0 : 1;
        mark = true;
    }
}

std::size_t shingles::mark_of(std::uint64_t group) const
{
    return (group * hash_begin >> 32) & (marks_.size() - 1);
}

/// Each group once, in order.
std::vector<std::uint64_t> shingles::different_groups() const
{
    auto groups = groups_;
    sort_by_bits(groups);
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

bool shingles::may_reach(double least, const shingles& other) const
{
    if (same_as(other))
        return true;
    // No more can be common than those of the other's whose marks are in this text, and each text
    // has as many different ones as it has marks at least.
    std::size_t common = 0;
    for (const auto group : other.groups_)
        common += marks_[mark_of(group)] ? 1 : 0;
    const auto all = marked_ + other.marked_;
    return all <= common ||
           static_cast<double>(common) >= least * static_cast<double>(all - common);
}

double shingles::similarity_to(const shingles& other) const
{
    if (same_as(other))
        return 1;
    std::size_t common = 0;
    const auto all_mine = different_groups();
    const auto all_theirs = other.different_groups();
    auto mine = all_mine.begin();
    auto theirs = all_theirs.begin();
    while (mine != all_mine.end() && theirs != all_theirs.end()) {
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
    const auto all = all_mine.size() + all_theirs.size() - common;
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

bool shingles::same_as(const shingles& other) const
{
    return letters_ == other.letters_ && whole_ == other.whole_;
}

}  // namespace rejoinder::moderation
