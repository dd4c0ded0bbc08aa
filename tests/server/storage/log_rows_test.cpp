#include "server/storage/log_rows.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::storage;

TEST_CASE("log rows: a cursor is read as it was written, and nothing else is", "[storage]")
{
    const log_cursor cursor{1'790'000'000'123, 'b', 42};
    CHECK(read_log_cursor(write_log_cursor(cursor)) == cursor);
    for (const auto* const wrong : {"", "1", "1.", "1.b", "1.z2", "x.a1", "1.a1x", "1,a1"})
        CHECK_FALSE(read_log_cursor(wrong).has_value());
}
