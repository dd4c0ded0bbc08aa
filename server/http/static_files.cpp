#include "server/http/static_files.hpp"

#include "server/http/content_coding.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/error_response.hpp"
#include "server/http/request.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace rejoinder::http {

namespace {

// esbuild names what may be kept for ever "name-ABCDEFGH.ext": eight characters of base 32.
bool has_content_hash(std::string_view path) noexcept
{
    constexpr std::size_t hash_characters = 8;
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos || dot < hash_characters + 2)
        return false;
    const auto hash = path.substr(dot - hash_characters, hash_characters);
    return path[dot - hash_characters - 1] == '-' &&
           std::all_of(hash.begin(), hash.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof())
        throw std::runtime_error("cannot read " + path.string());
    return bytes;
}

}  // namespace

std::string_view content_type_of(std::string_view path) noexcept
{
    using entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array types = {
        entry(".html", "text/html; charset=utf-8"),
        entry(".js", "text/javascript; charset=utf-8"),
        entry(".mjs", "text/javascript; charset=utf-8"),
        entry(".css", "text/css; charset=utf-8"),
        entry(".json", "application/json"),
        entry(".map", "application/json"),
        entry(".svg", "image/svg+xml"),
        entry(".png", "image/png"),
        entry(".ico", "image/x-icon"),
        entry(".woff2", "font/woff2"),
        entry(".txt", "text/plain; charset=utf-8"),
    };
    const auto found = std::find_if(types.begin(), types.end(), [path](const entry& candidate) {
        return path.ends_with(candidate.first);
    });
    return found == types.end() ? "application/octet-stream" : found->second;
}

void static_files::add(std::string path, std::string_view bytes, const header_list& extra)
{
    if (bytes.size() > file_bytes_max)
        throw std::runtime_error(path + " is too large to be served from memory");

    header_list shared = extra;
    const auto type = content_type_of(path);
    const bool is_packed = is_compressible(type);
    if (!shared.contains("Cache-Control"))
        shared.add(
            "Cache-Control",
            has_content_hash(path) ? "public, max-age=31536000, immutable" : "no-cache");
    if (is_packed)
        shared.add("Vary", "Accept-Encoding");

    const auto tag = entity_tag(bytes);
    const auto make = [&](std::string_view body, std::string_view coding) {
        auto headers = shared;
        headers.add("ETag", coding.empty() ? tag : coded_tag(tag, coding));
        form made;
        made.not_modified = prepare(status::not_modified, headers, {});
        headers.add("Content-Type", std::string(type));
        if (!coding.empty())
            headers.add("Content-Encoding", std::string(coding));
        made.whole = prepare(status::ok, headers, body);
        return made;
    };

    file made;
    made.tag = tag;
    made.plain = make(bytes, {});
    if (is_packed) {
        if (const auto packed = gzip_best(bytes); packed.size() < bytes.size())
            made.gzip = make(packed, "gzip");
        if (const auto packed = brotli_best(bytes); packed.size() < bytes.size())
            made.brotli = make(packed, "br");
    }
    files_.insert_or_assign(std::move(path), std::move(made));
}

void static_files::add_directory(const std::filesystem::path& directory)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (!entry.is_regular_file())
            continue;
        if (entry.file_size() > file_bytes_max)
            throw std::runtime_error(
                entry.path().string() + " is too large to be served from memory");
        add(entry.path().lexically_relative(directory).generic_string(), read_file(entry.path()));
    }
}

bool static_files::contains(std::string_view path) const noexcept
{
    return files_.find(path) != files_.end();
}

response static_files::serve(const request& asked, std::string_view path) const
{
    const auto found = files_.find(path);
    if (found == files_.end())
        return error_response(status::not_found);

    const auto& stored = found->second;
    const auto accepted = asked.header("Accept-Encoding");
    const auto* chosen = &stored.plain;
    if (stored.brotli.whole && accepts_coding(accepted, "br"))
        chosen = &stored.brotli;
    else if (stored.gzip.whole && accepts_coding(accepted, "gzip"))
        chosen = &stored.gzip;

    const bool known = matches_entity_tag(asked.header("If-None-Match"), stored.tag);
    return response(known ? chosen->not_modified : chosen->whole);
}

}  // namespace rejoinder::http
