#pragma once

#include "server/http/header_list.hpp"
#include "server/http/prepared_response.hpp"
#include "server/http/protocol.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace rejoinder::http {

struct request;

/// What a handler answers: a status, header fields and a body; or a block of bytes prepared
/// beforehand, with these header fields slipped in.
///
/// The session adds Content-Length, Date, Connection, the security headers and, where the client
/// takes it, gzip.
struct response {
    response() = default;
    explicit response(status code_)
        : code(code_)
    {
    }
    response(status code_, std::string_view content_type, std::string body_);
    explicit response(shared_prepared prepared_)
        : code(prepared_->code()),
          prepared(std::move(prepared_))
    {
    }

    /// Adds a header field and returns the response, for use in a return statement.
    response&& with(std::string name, std::string value) &&;

    status code = status::ok;
    header_list headers;
    std::string body;
    shared_prepared prepared;  ///< When set, `code` and `body` are not looked at.
};

/// JSON is answered with "Cache-Control: no-store" unless a route says otherwise.
response json_response(status code, const nlohmann::json& value);
response empty_response(status code = status::no_content);

/// A page, with the Content-Security-Policy it needs.
response html_response(status code, std::string html, std::string content_security_policy);

/// 303: the client continues with GET at `location`, which must be an absolute URL or a path of
/// ours that has been checked by the caller.
response redirect_response(std::string location);

}  // namespace rejoinder::http
