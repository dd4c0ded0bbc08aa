#pragma once

#include <string>

namespace rejoinder::publish {

/// The first page of a story's comments, rendered once per change and answered as it is. Immutable
/// and shared by all connections.
struct snapshot {
    std::string body;  ///< JSON.
    std::string gzip;  ///< The same, packed (RFC 1952).
    std::string etag;  ///< Strong, of the body, with its quotation marks.
};

}  // namespace rejoinder::publish
