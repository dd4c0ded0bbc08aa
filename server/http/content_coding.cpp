#include "server/http/content_coding.hpp"

#include "server/http/header_list.hpp"

#include <brotli/encode.h>

#include <cstdint>
#include <stdexcept>
#include <zlib.h>

namespace rejoinder::http {

namespace {

// "0", "0.0", "0.000": the client does not want it.
bool is_zero_weight(std::string_view parameters) noexcept
{
    const auto weight = trim_blanks(parameters);
    if (weight.size() < 3 || (weight[0] != 'q' && weight[0] != 'Q') || weight[1] != '=')
        return false;
    return weight.substr(2).find_first_not_of("0.") == std::string_view::npos;
}

std::string deflate_gzip(std::string_view bytes, int level)
{
    constexpr int window_bits_gzip = 15 + 16;  // 16 asks for the gzip format.
    constexpr int memory_level = 8;
    z_stream stream{};
    if (deflateInit2(
            &stream,
            level,
            Z_DEFLATED,
            window_bits_gzip,
            memory_level,
            Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot begin");

    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int outcome = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END)
        throw std::runtime_error("zlib did not finish");
    return packed;
}

std::string brotli_of(std::string_view bytes, int quality)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string packed(size, '\0');
    const auto done = BrotliEncoderCompress(
        quality,
        BROTLI_MAX_WINDOW_BITS,
        BROTLI_MODE_TEXT,
        bytes.size(),
        reinterpret_cast<const std::uint8_t*>(bytes.data()),
        &size,
        reinterpret_cast<std::uint8_t*>(packed.data()));
    if (done != BROTLI_TRUE)
        throw std::runtime_error("Brotli did not finish");
    packed.resize(size);
    return packed;
}

}  // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) noexcept
{
    bool by_star = false;
    while (!accept_encoding.empty()) {
        const auto comma = accept_encoding.find(',');
        const auto item = accept_encoding.substr(0, comma);
        accept_encoding.remove_prefix(
            comma == std::string_view::npos ? accept_encoding.size() : comma + 1);

        const auto semicolon = item.find(';');
        const auto name = trim_blanks(item.substr(0, semicolon));
        const bool wanted =
            semicolon == std::string_view::npos || !is_zero_weight(item.substr(semicolon + 1));
        if (same_token(name, coding))
            return wanted;
        if (name == "*")
            by_star = wanted;
    }
    return by_star;
}

std::string gzip(std::string_view bytes)
{
    constexpr int level = 5;
    return deflate_gzip(bytes, level);
}

std::string gzip_best(std::string_view bytes)
{
    return deflate_gzip(bytes, Z_BEST_COMPRESSION);
}

std::string brotli(std::string_view bytes)
{
    constexpr int quality = 5;
    return brotli_of(bytes, quality);
}

std::string brotli_best(std::string_view bytes)
{
    return brotli_of(bytes, BROTLI_MAX_QUALITY);
}

std::string coded_tag(std::string_view tag, std::string_view coding)
{
    std::string coded(tag.substr(0, tag.size() - 1));
    coded += '-';
    coded += coding;
    coded += '"';
    return coded;
}

bool is_compressible(std::string_view content_type) noexcept
{
    const auto type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
           type == "application/javascript" || type == "image/svg+xml";
}

}  // namespace rejoinder::http
