#include "server/http/content_coding.hpp"

#include "tests/support/catch.hpp"

#include <zlib.h>

using namespace rejoinder;

namespace {

std::string gunzip(std::string packed)
{
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string bytes(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const int outcome = inflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    REQUIRE(outcome == Z_STREAM_END);
    return bytes;
}

}  // namespace

TEST_CASE("content coding: what a client takes, it names or stars", "[http][coding]")
{
    const auto [accepted, gzip, brotli] = GENERATE(table<std::string, bool, bool>({
        {"", false, false},
        {"gzip", true, false},
        {"gzip, deflate, br", true, true},
        {"GZIP ;q=0.5,\tbr;q=1", true, true},
        {"gzip;q=0, br;q=0.0", false, false},
        {"gzip; q=0.000", false, false},
        {"gzip;q=0.001", true, false},
        {"*", true, true},
        {"*;q=0", false, false},
        {"gzip;q=0, *", false, true},
        {"*;q=0, br", false, true},
        {"identity, xgzip, gzipx", false, false},
        {",,gzip,", true, false},
    }));
    CAPTURE(accepted);

    CHECK(http::accepts_coding(accepted, "gzip") == gzip);
    CHECK(http::accepts_coding(accepted, "br") == brotli);
}

TEST_CASE("content coding: gzip gives back what it got", "[http][coding]")
{
    std::string text;
    for (int i = 0; i < 5'000; ++i)
        text += "comment " + std::to_string(i * 7919 % 1009) + "\n";
    const std::string bytes = GENERATE_COPY(std::string(), std::string("a"), text);

    CHECK(gunzip(http::gzip(bytes)) == bytes);
    CHECK(gunzip(http::gzip_best(bytes)) == bytes);
}

TEST_CASE("content coding: the best codings pack text", "[http][coding]")
{
    const std::string text(10'000, 'a');

    CHECK(http::gzip_best(text).size() < 200);
    CHECK(http::brotli_best(text).size() < 200);
    CHECK(http::brotli(text).size() < 300);
    CHECK_FALSE(http::brotli_best("").empty());
}

TEST_CASE("content coding: a coding has a tag of its own", "[http][coding]")
{
    CHECK(http::coded_tag("\"abc\"", "gzip") == "\"abc-gzip\"");
}

TEST_CASE("content coding: text is worth packing, pictures are not", "[http][coding]")
{
    for (const char* type :
         {"text/html; charset=utf-8",
          "text/css",
          "application/json",
          "application/problem+json",
          "application/atom+xml",
          "image/svg+xml",
          "application/javascript"})
        CHECK(http::is_compressible(type));
    for (const char* type : {"", "image/png", "font/woff2", "application/octet-stream"})
        CHECK_FALSE(http::is_compressible(type));
}
