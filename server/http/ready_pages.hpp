#pragma once

#include "server/http/page_answers.hpp"

#include <string_view>

namespace rejoinder::http {

/// Pages that are kept ready to be written. The session looks here before it takes a request
/// apart; who is not found is answered by a handler. Called by every core, on each request: it
/// must neither wait nor throw.
class ready_pages {
public:
    virtual ~ready_pages() = default;

    /// The page at that target, as it stands in the request line. Null: ask the handler.
    virtual shared_page find(std::string_view target) = 0;

    /// Header lines, each with its CRLF, that the page's answer gets for a client of that origin.
    virtual std::string_view lines_for(std::string_view origin) const noexcept = 0;

    /// The pattern of the route whose handler answers the same, for the metrics.
    virtual std::string_view route() const noexcept = 0;
};

}  // namespace rejoinder::http
