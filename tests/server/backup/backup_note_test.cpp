#include "server/backup/backup_note.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

#include <fstream>
#include <stdexcept>

using namespace rejoinder;
using namespace rejoinder::backup;
using rejoinder::tests::temporary_directory;

namespace {

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("backup note: it is read as it was written", "[backup]")
{
    const temporary_directory files;
    backup_note note;
    note.made_at = model::timestamp(std::chrono::milliseconds(1'764'600'000'123));
    note.acknowledged_until = model::timestamp(std::chrono::milliseconds(1'764'599'999'001));
    note.last_comment = "0192f0c1-0000-7000-8000-000000000001";
    note.record.comments = 7;
    note.record.events = 12;
    note.record.schema = 9;
    note.waiting = 3;
    note.parked = 1;
    note.keys_of_retries = 5;
    note.partitions = 2;
    note.with_keys = true;
    note.record_sha256 = "ab";
    note.queue_sha256 = "cd";
    write_note(files.path(), note);

    const auto read = read_note(files.path());
    CHECK(read.made_at == note.made_at);
    CHECK(read.acknowledged_until == note.acknowledged_until);
    CHECK(read.last_comment == note.last_comment);
    CHECK(read.record.comments == 7);
    CHECK(read.record.events == 12);
    CHECK(read.record.schema == 9);
    CHECK(read.waiting == 3);
    CHECK(read.parked == 1);
    CHECK(read.keys_of_retries == 5);
    CHECK(read.partitions == 2);
    CHECK(read.with_keys);
    CHECK(read.record_sha256 == "ab");
    CHECK(read.queue_sha256 == "cd");
}

TEST_CASE("backup note: a directory without one is no backup", "[backup]")
{
    const temporary_directory files;
    CHECK_THROWS_AS(read_note(files.path()), std::runtime_error);
}

TEST_CASE("backup note: what cannot be read is refused", "[backup]")
{
    const temporary_directory files;
    for (const auto* text :
         {"", "{", "[]", R"({"format":1})", R"({"format":2})", R"({"format":"1"})"}) {
        write(files.path() / note_name, text);
        CHECK_THROWS_AS(read_note(files.path()), std::runtime_error);
    }
}

TEST_CASE("backup note: a digest is that of the bytes", "[backup]")
{
    const temporary_directory files;
    write(files.path() / "abc", "abc");
    CHECK(
        digest_of(files.path() / "abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_THROWS_AS(digest_of(files.path() / "none"), std::runtime_error);
}
