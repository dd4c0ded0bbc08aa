// What is answered without a route: ready pages, alone, in a row, and among other requests.

#include "server/async/io_pool.hpp"
#include "server/http/http_server.hpp"
#include "server/http/router.hpp"
#include "server/telemetry/metrics.hpp"
#include "tests/integration/raw_client.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <memory>
#include <string>

using namespace rejoinder;
using http::status;
using http::verb;
using tests::raw_client;

namespace {

const std::string page_text(4'000, 'p');

/// "/ready" has a page, until it is taken away.
class one_page final : public http::ready_pages {
public:
    explicit one_page(http::shared_page page)
        : page_(std::move(page))
    {
    }

    http::shared_page find(std::string_view target) override
    {
        return target == "/ready" ? page_ : nullptr;
    }
    std::string_view lines_for(std::string_view origin) const noexcept override
    {
        return origin == "https://news.example"
                   ? "Access-Control-Allow-Origin: https://news.example\r\n"
                   : "";
    }
    std::string_view route() const noexcept override { return "/ready"; }

private:
    http::shared_page page_;
};

awaitable<http::response> answered(http::request asked)
{
    co_return http::response(status::ok, "text/plain", "handled " + asked.body);
}

struct ready_serving {
    ready_serving()
        : server(pool, routes, metrics, on_any_port())
    {
        http::header_list headers;
        headers.add("Content-Type", "text/plain");
        routes.set_ready_pages(std::make_unique<one_page>(
            std::make_shared<const http::page_answers>(std::move(headers), page_text)));
        routes.add(verb::get, "/ready", answered);
        routes.add(verb::post, "/ready", answered);
        routes.add(verb::get, "/other", answered);
        pool.start();
        server.start();
    }
    ~ready_serving()
    {
        server.stop(std::chrono::milliseconds(10'000));
        pool.stop();
    }

    static http::server_settings on_any_port()
    {
        http::server_settings settings;
        settings.port = 0;
        return settings;
    }

    async::io_pool pool{1};
    http::router routes;
    telemetry::metrics metrics;
    http::http_server server;
};

std::string request(const std::string& line, const std::string& fields = {})
{
    return line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

struct ready_client : raw_client {
    explicit ready_client(const ready_serving& at)
        : raw_client(at.server.port())
    {
    }

    answer ask(const std::string& line, const std::string& fields = {})
    {
        send(request(line, fields));
        return read_answer(line.starts_with("HEAD"));
    }
};

}  // namespace

TEST_CASE("ready pages: as it is, packed, known, and without its body", "[http][integration]")
{
    const ready_serving at;
    ready_client reader(at);

    const auto whole = reader.ask("GET /ready");
    CHECK(whole.result() == status::ok);
    CHECK(whole.body() == page_text);
    CHECK(whole["X-Content-Type-Options"] == "nosniff");
    CHECK(whole.count("Access-Control-Allow-Origin") == 0);

    const auto packed = reader.ask("GET /ready", "Accept-Encoding: gzip, br\r\n");
    CHECK(packed["Content-Encoding"] == "br");
    CHECK(packed.body().size() < 200);

    const auto tag = std::string(packed["ETag"]);
    const auto known =
        reader.ask("GET /ready", "Accept-Encoding: gzip, br\r\nIf-None-Match: " + tag + "\r\n");
    CHECK(known.result() == status::not_modified);

    const auto head = reader.ask("HEAD /ready");
    CHECK(head["Content-Length"] == "4000");
    CHECK(
        reader.ask(
            "GET /ready",
            "Origin: https://news.example\r\n")["Access-Control-Allow-Origin"] ==
        "https://news.example");
    CHECK(
        at.metrics.exposition().find(
            R"(rejoinder_http_requests_total{route="/ready",server="public",status="304"} 1)") !=
        std::string::npos);
}

TEST_CASE("ready pages: requests sent ahead are answered in order", "[http][integration]")
{
    const ready_serving at;
    ready_client reader(at);
    std::string ahead;
    for (int i = 0; i < 100; ++i)
        ahead += request("GET /ready");
    ahead += request("GET /other") + request("GET /ready") +
             request("POST /ready", "Content-Length: 3\r\n") + "abc" + request("HEAD /ready");
    reader.send(ahead);

    for (int i = 0; i < 100; ++i)
        REQUIRE(reader.read_answer().body() == page_text);
    CHECK(reader.read_answer().body() == "handled ");
    CHECK(reader.read_answer().body() == page_text);
    CHECK(reader.read_answer().body() == "handled abc");
    CHECK(reader.read_answer(true)["Content-Length"] == "4000");
}

TEST_CASE("ready pages: a request that comes in pieces is answered", "[http][integration]")
{
    const ready_serving at;
    ready_client reader(at);
    reader.send(request("GET /ready") + "GET /rea");
    CHECK(reader.read_answer().body() == page_text);
    reader.send("dy HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto body = reader.read_answer().body();
    CHECK((body == page_text || body == "handled "));
}

TEST_CASE("ready pages: what ends the connection is told so", "[http][integration]")
{
    const ready_serving at;
    ready_client last(at);
    const auto closing = last.ask("GET /ready", "Connection: close\r\n");
    CHECK(closing["Connection"] == "close");
    CHECK(last.read_to_end().empty());

    ready_client hostile(at);
    hostile.send(request("GET /ready") + request("GET /ready", "Content-Length: 1, 1\r\n"));
    CHECK(hostile.read_answer().result() == status::ok);
    CHECK(hostile.read_answer().result() == status::bad_request);
    CHECK(hostile.read_to_end().empty());
}
