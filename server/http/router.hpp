#pragma once

#include "server/http/handler.hpp"
#include "server/http/ready_pages.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rejoinder::http {

/// Finds the handler for a method and a path. Filled at start, then only read, from every core.
///
/// A pattern is literal segments and parameters: "/api/v1/sites/{site}/counts". The last may be
/// "{name...}", which takes the rest of the path, slashes and all. Where several patterns match, a
/// literal segment wins over a parameter, and a parameter over a rest.
class router {
public:
    /// Adding the same method and pattern twice is a bug.
    void add(verb method, std::string pattern, handler handle);

    /// GET that asks for an upgrade. May stand beside an ordinary GET of the same pattern.
    void add_websocket(std::string pattern, websocket_handler handle);

    /// Answers OPTIONS for any path that has a route; gets the methods it has. Without one, the
    /// answer is 204 with Allow.
    using preflight = std::function<response(const request&, std::vector<verb> methods)>;
    void set_preflight(preflight answer) { preflight_ = std::move(answer); }

    /// Header fields for every answer to this request, whatever becomes of it, errors included
    /// (which is how a page of another origin may read the error).
    using common_headers = std::function<header_list(const request&)>;
    void set_common_headers(common_headers make) { common_headers_ = std::move(make); }

    /// Pages that are answered without a route; none by default.
    void set_ready_pages(std::unique_ptr<ready_pages> pages) { ready_pages_ = std::move(pages); }
    ready_pages* ready() const noexcept { return ready_pages_.get(); }

    struct not_found {};
    struct upgrade_required {};  ///< The path has a WebSocket and nothing else.
    struct not_allowed {
        std::vector<verb> methods;  ///< What the path does have, HEAD and OPTIONS included.
    };
    struct options {
        std::vector<verb> methods;
    };
    using match = std::variant<
        not_found,
        upgrade_required,
        not_allowed,
        options,
        const handler*,
        const websocket_handler*>;

    /// Looks the request up and fills its path parameters and route. HEAD finds the handler of GET.
    match find(request& asked, bool upgrade) const;

    /// Answers what needs no handler: 404, 405, 426 and OPTIONS.
    response answer(const request& asked, const match& found) const;

    header_list headers_for(const request& asked) const;

private:
    struct segment {
        enum class kind { literal, parameter, rest };
        kind is;
        std::string text;

        friend bool operator==(const segment&, const segment&) = default;
    };
    struct endpoint {
        verb method;
        handler handle;
    };
    struct route {
        std::string pattern;
        std::vector<segment> segments;
        std::vector<endpoint> endpoints;
        websocket_handler websocket;
    };

    static std::vector<segment> parse_pattern(std::string_view pattern);
    static bool matches(const route& candidate, const std::vector<std::string>& path);
    static bool more_specific(const route& a, const route& b);
    static parameters take_parameters(const route& found, const std::vector<std::string>& path);
    route& route_of(std::string pattern);
    const route* find_route(const std::vector<std::string>& path) const;

    std::vector<std::unique_ptr<route>> routes_;  ///< The most specific first.
    preflight preflight_;
    common_headers common_headers_;
    std::unique_ptr<ready_pages> ready_pages_;
};

}  // namespace rejoinder::http
