#include "server/http/static_files.hpp"

#include "server/http/request.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

#include <filesystem>
#include <fstream>

using namespace rejoinder;
using http::static_files;
using http::status;

namespace {

const std::string script = "let comment;\n" + std::string(5'000, ' ');

http::response serve(
    const static_files& files,
    const std::string& path,
    const std::string& accepted = {},
    const std::string& known = {})
{
    http::request asked;
    asked.headers.add("Accept-Encoding", accepted);
    asked.headers.add("If-None-Match", known);
    return files.serve(asked, path);
}

/// The value of a header field of a prepared answer, or empty.
std::string field(const http::response& answer, const std::string& name)
{
    REQUIRE(answer.prepared);
    const std::string head(answer.prepared->rest_without_body());
    const auto at = ("\r\n" + head).find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const auto begin = at + name.size() + 2;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

}  // namespace

TEST_CASE("static files: each client gets the best coding it takes", "[http][static]")
{
    const auto [accepted, coding] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"identity", ""},
        {"gzip", "gzip"},
        {"gzip, br", "br"},
        {"gzip, br;q=0", "gzip"},
    }));
    static_files files;
    files.add("widget.js", script);

    const auto answer = serve(files, "widget.js", accepted);
    CHECK(answer.code == status::ok);
    CHECK(field(answer, "Content-Encoding") == coding);
    CHECK(field(answer, "Content-Type") == "text/javascript; charset=utf-8");
    CHECK(field(answer, "Vary") == "Accept-Encoding");
    CHECK((answer.prepared->body() == script) == coding.empty());

    // Whatever coding a client has, its tag is good for all of them.
    const auto tag = field(answer, "ETag");
    CHECK(tag.find(coding) != std::string::npos);
    const auto again = serve(files, "widget.js", "gzip, br", tag);
    CHECK(again.code == status::not_modified);
    CHECK(again.prepared->body().empty());
}

TEST_CASE("static files: what does not shrink is served as it is", "[http][static]")
{
    static_files files;
    files.add("icon.png", std::string(5'000, 'x'));
    files.add("small.txt", "a");

    const auto picture = serve(files, "icon.png", "gzip, br");
    CHECK(field(picture, "Content-Encoding").empty());
    CHECK(field(picture, "Vary").empty());
    CHECK(field(serve(files, "small.txt", "gzip, br"), "Content-Encoding").empty());
}

TEST_CASE("static files: only a name with a content hash is kept for ever", "[http][static]")
{
    const auto [path, for_ever] = GENERATE(table<std::string, bool>({
        {"chunk-7F3A2B1C.js", true},
        {"desk/a-ABCDEFGH.css", true},
        {"chunk-7f3a2b1c.js", false},
        {"chunk-7F3A2B1.js", false},
        {"chunk7F3A2B1C.js", false},
        {"widget.js", false},
        {"chunk-7F3A2B1C", false},
    }));
    CAPTURE(path);
    static_files files;
    files.add(path, script);

    CHECK(
        field(serve(files, path), "Cache-Control") ==
        (for_ever ? "public, max-age=31536000, immutable" : "no-cache"));
}

TEST_CASE("static files: extra fields come along and go before the rule", "[http][static]")
{
    http::header_list extra;
    extra.add("Content-Security-Policy", "default-src 'none'");
    extra.add("Cache-Control", "no-store");
    static_files files;
    files.add("desk/index.html", "<p>", extra);

    const auto answer = serve(files, "desk/index.html");
    CHECK(field(answer, "Content-Security-Policy") == "default-src 'none'");
    CHECK(field(answer, "Cache-Control") == "no-store");
}

TEST_CASE("static files: a directory is read once, and nothing beside it", "[http][static]")
{
    const tests::temporary_directory directory;
    std::filesystem::create_directory(directory.path() / "web");
    std::filesystem::create_directory(directory.path() / "web/desk");
    directory.write("secret.txt", "secret");
    directory.write("web/desk/desk.css", "p {}");

    static_files files;
    files.add_directory(directory.path() / "web");

    CHECK(files.contains("desk/desk.css"));
    CHECK(serve(files, "desk/desk.css").prepared->body() == "p {}");
    for (const char* path : {"", "desk", "../secret.txt", "desk/../../secret.txt", "/etc/passwd"})
        CHECK(serve(files, path).code == status::not_found);
}

TEST_CASE("static files: a file too large is refused at start", "[http][static]")
{
    const tests::temporary_directory directory;
    const auto large = directory.write("large.png", "");
    std::filesystem::resize_file(large, static_files::file_bytes_max + 1);

    static_files files;
    CHECK_THROWS_AS(files.add_directory(directory.path()), std::runtime_error);
    CHECK_THROWS_AS(
        files.add("a.png", std::string(static_files::file_bytes_max + 1, 'x')),
        std::runtime_error);
    CHECK_THROWS_AS(
        files.add_directory(directory.path() / "none"),
        std::filesystem::filesystem_error);
}
