#pragma once

#include "server/http/prepared_response.hpp"
#include "server/http/response.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace rejoinder::http {

struct request;

/// Built files, read once and kept in memory: each as complete answers (plain, gzip, Brotli, not
/// modified) that any core writes as they are. Asking is a look-up in a map of known paths, so no
/// path a client sends ever reaches the file system.
class static_files {
public:
    /// A file larger than this is no part of a web page and refused.
    static constexpr std::size_t file_bytes_max = 4 * 1024 * 1024;

    /// Adds a file. The path is relative ("desk/desk.js"); its ending decides the content type.
    /// A name with a content hash ("chunk-7F3A2B1C.js") may be cached for ever, all others are
    /// revalidated. `extra` are header fields for this file, such as its Content-Security-Policy;
    /// a Cache-Control among them goes before that rule. Throws std::runtime_error when it is too
    /// large.
    void add(std::string path, std::string_view bytes, const header_list& extra = {});

    /// Adds every file below the directory. Throws std::filesystem::filesystem_error or
    /// std::runtime_error when one cannot be read.
    void add_directory(const std::filesystem::path& directory);

    bool contains(std::string_view path) const noexcept;

    /// The answer for that path: 200, 304, or the ordinary 404.
    response serve(const request& asked, std::string_view path) const;

private:
    /// One coding of a file, and the answer to those who have it already.
    struct form {
        shared_prepared whole;
        shared_prepared not_modified;
    };
    struct file {
        std::string tag;
        form plain;
        form gzip;    ///< Null where it would not be smaller.
        form brotli;  ///< Likewise.
    };

    std::map<std::string, file, std::less<>> files_;
};

/// "text/html; charset=utf-8" for "desk/index.html".
std::string_view content_type_of(std::string_view path) noexcept;

}  // namespace rejoinder::http
