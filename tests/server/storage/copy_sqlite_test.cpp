#include "server/storage/copy_sqlite.hpp"

#include "server/storage/storage_failure.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <fstream>
#include <thread>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

TEST_CASE("copy sqlite: a copy holds what was committed, the log's part too", "[storage]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2), judged(3)});
    const auto copy = store.directory() / "copy.db";
    std::int64_t done = 0;
    std::int64_t all = 1;
    copy_sqlite(record_file(store.settings(), store.directory()), copy, [&](auto so_far, auto of) {
        CHECK(so_far >= done);
        done = so_far;
        all = of;
    });

    CHECK(done == all);
    const auto found = summary_of_sqlite(copy);
    CHECK(found.comments == 3);
    CHECK(found.events == 3);
    CHECK(found.last_comment == sample_id(3).str());
    CHECK(found.last_at_ms > 0);
    CHECK(found.schema > 0);
}

TEST_CASE("copy sqlite: an empty record has no last comment", "[storage]")
{
    const fresh_store store;
    const auto copy = store.directory() / "copy.db";
    copy_sqlite(record_file(store.settings(), store.directory()), copy, {});
    CHECK(summary_of_sqlite(copy).comments == 0);
    CHECK(summary_of_sqlite(copy).last_comment.empty());
}

TEST_CASE("copy sqlite: a copy is of one moment while others write", "[storage]")
{
    const fresh_store store;
    std::vector<judged_submission> many;
    for (int number = 1; number <= 2'000; ++number)
        many.push_back(judged(number));
    add(*store, many);
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        for (int number = 2'001; !stop; ++number)
            add(*store, {judged(number)});
    });
    const auto copy = store.directory() / "copy.db";
    copy_sqlite(record_file(store.settings(), store.directory()), copy, {});
    stop = true;
    writer.join();

    const auto found = summary_of_sqlite(copy);
    CHECK(found.comments >= 2'000);
    CHECK(found.comments == found.events);
}

TEST_CASE("copy sqlite: what is no database is refused", "[storage]")
{
    const temporary_directory files;
    std::ofstream(files.path() / "text") << std::string(5'000, 'x');
    CHECK_THROWS_AS(copy_sqlite(files.path() / "text", files.path() / "copy", {}), storage_failure);
    CHECK_THROWS_AS(copy_sqlite(files.path() / "none", files.path() / "copy", {}), storage_failure);
}
