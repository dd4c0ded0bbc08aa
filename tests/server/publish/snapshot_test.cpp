#include "server/publish/snapshot.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <zlib.h>

using namespace rejoinder::publish;

namespace {

std::string unpack(const std::string& packed)
{
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string plain(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

}  // namespace

TEST_CASE("snapshot: the gzip form unpacks to the body", "[publish]")
{
    std::string body;
    for (int i = 0; i < 5'000; ++i)
        body += "comment " + std::to_string(i);
    const auto page = make_snapshot(body);

    CHECK(page->body == body);
    CHECK(page->gzip.size() < body.size() / 2);
    CHECK(unpack(page->gzip) == body);
    CHECK(unpack(gzip("")).empty());
}

TEST_CASE("snapshot: the entity tag changes with the body and only with it", "[publish]")
{
    CHECK(make_snapshot("a")->etag == make_snapshot("a")->etag);
    CHECK(make_snapshot("a")->etag != make_snapshot("b")->etag);
    CHECK(make_snapshot("a")->etag.size() == 34);
    CHECK(make_snapshot("a")->etag.front() == '"');
}
