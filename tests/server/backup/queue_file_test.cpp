#include "server/backup/queue_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

#include <stdexcept>
#include <vector>

using namespace rejoinder;
using namespace rejoinder::backup;
using queue::queue_piece;
using rejoinder::tests::temporary_directory;

namespace {

std::vector<queue_piece> read_all(const std::filesystem::path& file)
{
    std::vector<queue_piece> all;
    read_queue_file(file, [&](queue_piece piece) { all.push_back(std::move(piece)); });
    return all;
}

}  // namespace

TEST_CASE("queue file: pieces are read as they were written", "[backup]")
{
    using enum queue_piece::kind;
    const temporary_directory files;
    const auto file = files.path() / "queue.jsonl";
    const std::vector<queue_piece> pieces = {
        {waiting, 0, "", R"({"v":1,"text":"line\nbreak"})", 0},
        {parked, 1, "undecodable", std::string("\xff\x00\x80", 3), 0},
        {same, 0, "key", "0192f0c1-0000-7000-8000-000000000001digest", 86'400'000}};
    queue_file_writer writer(file);
    for (const auto& piece : pieces)
        writer.write(piece);
    writer.finish();

    CHECK(read_all(file) == pieces);
}

TEST_CASE("queue file: a line that is none is named", "[backup]")
{
    const temporary_directory files;
    const auto file = files.path() / "queue.jsonl";
    for (const auto* line : {"x", "{}", R"({"kind":"other","partition":0,"value":""})"}) {
        std::ofstream(file) << R"({"kind":"waiting","partition":0,"value":"a"})" << '\n'
                            << line << '\n';
        try {
            read_all(file);
            FAIL("it was taken");
        } catch (const std::runtime_error& error) {
            CHECK(std::string(error.what()).find("queue.jsonl:2") != std::string::npos);
        }
    }
}

TEST_CASE("queue file: what cannot be written is told", "[backup]")
{
    queue_file_writer writer("/nowhere/queue.jsonl");
    CHECK_THROWS_AS(writer.finish(), std::runtime_error);
}
