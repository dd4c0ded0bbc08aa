#pragma once

#include "server/http/protocol.hpp"

#include <memory>
#include <string_view>

namespace boost::beast::http {
template <class Allocator>
class basic_fields;
}

namespace rejoinder::http {

/// The request line and header fields as they lie in the parser: nothing is copied or decoded. For
/// the fast path only, and valid only during its call.
class request_head {
public:
    using beast_fields = boost::beast::http::basic_fields<std::allocator<char>>;

    request_head(verb method, std::string_view target, const beast_fields& fields) noexcept
        : method_(method),
          target_(target),
          fields_(fields)
    {
    }

    verb method() const noexcept { return method_; }

    /// As sent: still percent-encoded, with its query.
    std::string_view target() const noexcept { return target_; }

    /// The value of a header field, empty when absent.
    std::string_view header(std::string_view name) const noexcept;

private:
    verb method_;
    std::string_view target_;
    const beast_fields& fields_;
};

}  // namespace rejoinder::http
