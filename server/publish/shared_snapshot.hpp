#pragma once

#include "server/http/page_answers.hpp"

namespace rejoinder::publish {

/// The first page of a story's comments: rendered once per change, and from then on the bytes that
/// every connection answers with.
using shared_snapshot = http::shared_page;

}  // namespace rejoinder::publish
