#pragma once

#include "server/http/client_address.hpp"
#include "server/http/header_list.hpp"
#include "server/http/protocol.hpp"
#include "server/http/request_target.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::http {

using parameters = std::vector<std::pair<std::string, std::string>>;

/// One request, read in full and checked: the path is decoded, the body within its limit. Owns all
/// it holds, so that a coroutine may keep it.
///
/// Everything in it was written by a stranger. Paths and queries are valid UTF-8 without control
/// characters; header values and the body are whatever was sent.
struct request {
    request() = default;

    /// The decoded value of a path parameter, "story" for "{story}". Naming one that the route does
    /// not have is a bug.
    const std::string& path(std::string_view name) const;

    /// The first value of a query parameter, if it was given.
    std::optional<std::string_view> query(std::string_view name) const;
    std::vector<std::string_view> query_all(std::string_view name) const;

    /// The value of a header field, empty when absent.
    std::string_view header(std::string_view name) const { return headers.find(name); }

    /// Media type of the body, in lower case and without parameters: "application/json".
    std::string content_type() const;

    /// The token of "Authorization: Bearer …", if there is one.
    std::optional<std::string_view> bearer_token() const;

    /// The value of a cookie, if it was sent.
    std::optional<std::string_view> cookie(std::string_view name) const;

    /// "https://comments.example": how the client reached us. Empty when it named no valid host.
    std::string own_origin() const;

    verb method = verb::get;
    request_target target;
    parameters path_parameters;
    std::string_view route;  ///< The pattern that matched; lives as long as the router.
    header_list headers;
    std::string body;
    client_address client;
    bool is_tls = false;  ///< Between the client and the trusted proxy in front of us.

    /// The core this connection lives on: index into the io_pool, and its executor.
    std::size_t core = 0;
    boost::asio::any_io_executor executor;
};

}  // namespace rejoinder::http
