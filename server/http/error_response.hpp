#pragma once

#include "server/http/response.hpp"
#include "server/model/error.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::http {

/// An error as the client sees it (RFC 9457). Every text in it is ours: nothing that the client
/// sent, and no inner cause, is repeated.
struct problem {
    problem(status status_code_, std::string_view code_, std::string_view title_)
        : status_code(status_code_),
          code(code_),
          title(title_)
    {
    }

    status status_code;
    std::string_view code;   ///< Stable; the widget translates it. A literal.
    std::string_view title;  ///< English, for people. A literal.
    std::string_view detail;
    std::vector<model::field_error> errors;
    std::optional<std::chrono::seconds> retry_after;
};

/// The one table from refusals to HTTP.
problem to_problem(const model::refusal& refused);

/// application/problem+json, with Retry-After where it says when to come back.
response error_response(const problem& found);
response error_response(const model::refusal& refused);

/// The errors of the protocol itself, which no route knows: 400 "bad_request", 404 "not_found",
/// 405, 408, 413, 415, 426, 431, 500 "internal_error", 503.
response error_response(status code);

}  // namespace rejoinder::http
