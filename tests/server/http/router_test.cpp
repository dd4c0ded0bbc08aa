#include "server/http/router.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::router;
using http::status;
using http::verb;

namespace {

awaitable<http::response> answer_ok(http::request)
{
    co_return http::response(status::ok);
}

awaitable<std::optional<http::response>> answer_socket(http::request, http::websocket&)
{
    co_return std::nullopt;
}

router sample_router()
{
    router routes;
    // Added in an order that is not the one they are matched in.
    routes.add(verb::get, "/{rest...}", answer_ok);
    routes.add(verb::get, "/sites/{site}/counts", answer_ok);
    routes.add(verb::get, "/sites/{site}/{story}", answer_ok);
    routes.add(verb::post, "/sites/{site}/{story}", answer_ok);
    routes.add(verb::get, "/sites/demo/{story}", answer_ok);
    routes.add(verb::get, "/assets/{path...}", answer_ok);
    routes.add_websocket("/sites/{site}/{story}/live", answer_socket);
    routes.add(verb::get, "/both", answer_ok);
    routes.add_websocket("/both", answer_socket);
    return routes;
}

http::request asking(verb method, std::string_view target)
{
    http::request asked;
    asked.method = method;
    asked.target = http::parse_target(target).value();
    return asked;
}

enum class upgrade { no, yes };

/// The status and Allow that answer a request which reaches no handler; "handler", "socket".
std::string answered(verb method, std::string_view target, upgrade wanted = upgrade::no)
{
    const auto routes = sample_router();
    auto asked = asking(method, target);
    const auto found = routes.find(asked, wanted == upgrade::yes);
    if (std::holds_alternative<const http::handler*>(found))
        return "handler";
    if (std::holds_alternative<const http::websocket_handler*>(found))
        return "socket";
    const auto answer = routes.answer(asked, found);
    std::string text = std::to_string(static_cast<unsigned>(answer.code));
    if (answer.headers.contains("Allow"))
        text.append(" ").append(answer.headers.find("Allow"));
    return text;
}

}  // namespace

TEST_CASE("router: the most specific pattern wins, whatever the order", "[http][router]")
{
    const auto [target, route, parameters] =
        GENERATE(table<std::string, std::string, http::parameters>({
            {"/sites/news/counts", "/sites/{site}/counts", {{"site", "news"}}},
            {"/sites/demo/bridge", "/sites/demo/{story}", {{"story", "bridge"}}},
            {"/sites/news/a%2Fb", "/sites/{site}/{story}", {{"site", "news"}, {"story", "a/b"}}},
            {"/assets/desk/desk.js", "/assets/{path...}", {{"path", "desk/desk.js"}}},
            {"/assets/", "/assets/{path...}", {{"path", ""}}},
            {"/assets", "/{rest...}", {{"rest", "assets"}}},
            {"/sites//counts", "/{rest...}", {{"rest", "sites//counts"}}},
            {"/sites/news/bridge/", "/{rest...}", {{"rest", "sites/news/bridge/"}}},
            {"/", "/{rest...}", {{"rest", ""}}},
        }));
    CAPTURE(target);
    const auto routes = sample_router();
    auto asked = asking(verb::get, target);

    CHECK(std::holds_alternative<const http::handler*>(routes.find(asked, false)));
    CHECK(asked.route == route);
    CHECK(asked.path_parameters == parameters);
}

TEST_CASE("router: methods and upgrades find their handler or are told", "[http][router]")
{
    CHECK(answered(verb::head, "/sites/news/bridge") == "handler");
    CHECK(answered(verb::post, "/sites/news/bridge") == "handler");
    CHECK(answered(verb::put, "/sites/news/bridge") == "405 GET, HEAD, POST, OPTIONS");
    CHECK(answered(verb::options, "/sites/news/bridge") == "204 GET, HEAD, POST");
    CHECK(answered(verb::post, "/sites/news/counts") == "405 GET, HEAD, OPTIONS");
    CHECK(answered(verb::get, "/sites/news/bridge/live") == "426");
    CHECK(answered(verb::post, "/sites/news/bridge/live") == "405 GET, OPTIONS");
    CHECK(answered(verb::get, "/sites/news/bridge/live", upgrade::yes) == "socket");
    CHECK(answered(verb::get, "/both", upgrade::yes) == "socket");
    CHECK(answered(verb::get, "/both") == "handler");
    CHECK(answered(verb::get, "/sites/news/bridge", upgrade::yes) == "handler");
}

TEST_CASE("router: an unknown path is 404 and has no route", "[http][router]")
{
    router routes;
    routes.add(verb::get, "/a", answer_ok);
    auto asked = asking(verb::get, "/b");

    const auto found = routes.find(asked, false);

    CHECK(routes.answer(asked, found).code == status::not_found);
    CHECK(asked.route.empty());
}

TEST_CASE("router: preflights and common headers are asked where they are set", "[http][router]")
{
    auto routes = sample_router();
    auto asked = asking(verb::options, "/sites/news/bridge");
    CHECK(routes.headers_for(asked).empty());

    std::vector<verb> methods;
    routes.set_preflight([&methods](const http::request&, std::vector<verb> those) {
        methods = std::move(those);
        return http::response(status::ok);
    });
    routes.set_common_headers([](const http::request& request) {
        http::header_list made;
        made.add("X-Route", std::string(request.route));
        return made;
    });
    const auto found = routes.find(asked, false);

    CHECK(routes.answer(asked, found).code == status::ok);
    CHECK(methods == std::vector{verb::get, verb::head, verb::post});
    CHECK(routes.headers_for(asked).find("X-Route") == "/sites/{site}/{story}");
}
