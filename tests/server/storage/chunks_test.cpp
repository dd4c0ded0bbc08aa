#include "server/storage/chunks.hpp"

#include "tests/support/catch.hpp"

#include <numeric>

using namespace rejoinder::storage;

TEST_CASE("chunks: parts are as long as allowed, and join to the whole", "[storage][chunks]")
{
    const auto [size, parts] =
        GENERATE(table<std::size_t, std::size_t>({{0, 0}, {1, 1}, {3, 1}, {4, 2}, {6, 2}, {7, 3}}));
    std::vector<int> all(size);
    std::iota(all.begin(), all.end(), 0);

    const auto found = chunks(std::span<const int>(all), 3);

    CHECK(found.size() == parts);
    std::vector<int> joined;
    for (const auto part : found) {
        CHECK_FALSE(part.empty());
        CHECK(part.size() <= 3);
        joined.insert(joined.end(), part.begin(), part.end());
    }
    CHECK(joined == all);
}
