#include "server/queue/partition.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace rejoinder::queue {

namespace {

constexpr std::uint64_t fnv_offset = 14'695'981'039'346'656'037U;
constexpr std::uint64_t fnv_prime = 1'099'511'628'211U;

std::uint64_t fnv_1a(std::string_view text, std::uint64_t hash) noexcept
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
    return hash;
}

}  // namespace

partition::partition(std::string_view prefix, int number)
    : tag_("{" + std::string(prefix) + "queue:" + std::to_string(number) + "}"),
      stream_(tag_ + ":submissions"),
      dead_stream_(tag_ + ":dead")
{
}

std::string partition::idempotency(std::string_view key) const
{
    return tag_ + ":same:" + std::string(key);
}

std::string partition::form(std::string_view token) const
{
    return tag_ + ":form:" + std::string(token);
}

std::string partition::limit(std::string_view kind, std::string_view who) const
{
    return tag_ + ":limit:" + std::string(kind) + ":" + std::string(who);
}

std::vector<partition> all_partitions(std::string_view prefix, int count)
{
    std::vector<partition> all;
    for (int number = 0; number < std::max(1, count); ++number)
        all.emplace_back(prefix, number);
    return all;
}

int partition_of(const model::story_key& story, int partitions) noexcept
{
    assert(partitions > 0);
    // The zero byte keeps ("a", "bc") apart from ("ab", "c").
    auto hash = fnv_1a(story.site.str(), fnv_offset);
    hash = fnv_1a(std::string_view("\0", 1), hash);
    hash = fnv_1a(story.story.str(), hash);
    return static_cast<int>(hash % static_cast<std::uint64_t>(partitions));
}

}  // namespace rejoinder::queue
