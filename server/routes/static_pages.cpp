#include "server/routes/static_pages.hpp"

#include "server/http/static_files.hpp"
#include "server/routes/openapi.hpp"
#include "server/web/embedded_files.hpp"

#include <string>

namespace rejoinder::routes {

namespace {

/// Nothing but our own files, no inline script, no frame around us.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

std::string path_of(const http::request& request)
{
    std::string path;
    for (const auto& segment : request.target.segments)
        path.append(path.empty() ? "" : "/").append(segment);
    return path;
}

}  // namespace

void add_web_files(http::static_files& files)
{
    for (const auto& file : web::embedded_files()) {
        http::header_list extra;
        if (file.path.ends_with(".html"))
            extra.add("Content-Security-Policy", page_policy);
        else if (file.path == "embed.js")
            extra.add("Access-Control-Allow-Origin", "*");
        else if (file.path.starts_with("languages/")) {
            // The widget fetches them on other origins. An old one only lacks a sentence or two.
            extra.add("Access-Control-Allow-Origin", "*");
            extra.add("Cache-Control", "public, max-age=3600");
        }
        files.add(std::string(file.path), file.bytes, extra);
    }
    http::header_list for_anybody;
    for_anybody.add("Access-Control-Allow-Origin", "*");
    files.add("openapi.json", openapi_document(), for_anybody);
}

awaitable<http::response> show_page(http::request request, const http::static_files& files)
{
    auto path = path_of(request);
    if (files.contains(path))
        co_return files.serve(request, path);
    const auto& segments = request.target.segments;
    if (segments.size() == 2 && (segments[1].empty() || segments[0] == "demo"))
        path = segments[0] + "/index.html";
    co_return files.serve(request, path);
}

}  // namespace rejoinder::routes
