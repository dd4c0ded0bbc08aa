#pragma once

// Boost 1.81's string_view needs <ostream> before it, and does not include it.
// clang-format off
#include <ostream>

#include <boost/beast/http/status.hpp>
#include <boost/beast/http/verb.hpp>
// clang-format on

#include <string_view>

namespace rejoinder::http {

/// Methods and statuses go by Beast's names: `verb::post`, `status::accepted`.
using boost::beast::http::status;
using boost::beast::http::verb;

/// "POST" for verb::post.
inline std::string_view name_of(verb method) noexcept
{
    const auto text = boost::beast::http::to_string(method);
    return {text.data(), text.size()};
}

/// "Accepted" for status::accepted.
inline std::string_view reason_phrase(status code) noexcept
{
    const auto text = boost::beast::http::obsolete_reason(code);
    return {text.data(), text.size()};
}

}  // namespace rejoinder::http
