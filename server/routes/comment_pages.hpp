#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/story.hpp"
#include "server/storage/reading_store.hpp"

#include <optional>
#include <string>

namespace rejoinder::storage {
class async_store;
}

namespace rejoinder::routes {

/// What is asked of each other cache: keep it, and ask whether it still holds.
inline constexpr const char* revalidate = "public, max-age=0, must-revalidate";

/// The order that `sort` asks for, oldest first where it says nothing; nothing where it says
/// something else.
std::optional<storage::sort_order> sort_asked_for(const http::request& request);

/// A page that caches may keep as long as they ask whether it still holds.
http::response page_response(std::string body);

/// The story; where nobody has commented on it yet, as it will be.
awaitable<model::story> story_or_new(model::story_key key, storage::async_store& store);

}  // namespace rejoinder::routes
