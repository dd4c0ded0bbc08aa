#include "server/publish/snapshot.hpp"

#include <array>
#include <sodium.h>
#include <stdexcept>
#include <zlib.h>

namespace rejoinder::publish {

namespace {

constexpr int gzip_level = 5;
constexpr int gzip_window_bits = 15 + 16;  // 16 asks zlib for the gzip format.
constexpr int gzip_memory_level = 8;

std::string entity_tag(std::string_view body)
{
    std::array<unsigned char, 16> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(body.data()),
        body.size(),
        nullptr,
        0);
    std::array<char, hash.size() * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return '"' + std::string(hex.data()) + '"';
}

}  // namespace

std::shared_ptr<const snapshot> make_snapshot(std::string body)
{
    auto made = std::make_shared<snapshot>();
    made->etag = entity_tag(body);
    made->gzip = gzip(body);
    made->body = std::move(body);
    return made;
}

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    const int begun = deflateInit2(
        &stream,
        gzip_level,
        Z_DEFLATED,
        gzip_window_bits,
        gzip_memory_level,
        Z_DEFAULT_STRATEGY);
    if (begun != Z_OK)
        throw std::runtime_error("zlib cannot begin to compress");

    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END)
        throw std::runtime_error("zlib cannot compress");
    return packed;
}

}  // namespace rejoinder::publish
