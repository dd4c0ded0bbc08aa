#pragma once

#include "server/model/story.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace rejoinder::publish {

/// The first page of a story's comments, rendered once per change and answered as it is: JSON body,
/// its gzip form and its entity tag. Immutable and shared by all connections.
struct snapshot {
    std::string body;
    std::string gzip;
    std::string etag;  ///< Strong (RFC 9110, 8.8.3), with its quotation marks; over the body.
};

/// Renders the body's other forms. The tag is a keyless BLAKE2b hash of the public bytes.
std::shared_ptr<const snapshot> make_snapshot(std::string body);

/// gzip (RFC 1952) at a level that costs little.
std::string gzip(std::string_view bytes);

}  // namespace rejoinder::publish
